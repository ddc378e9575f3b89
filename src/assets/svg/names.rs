//! The elements and attributes that a drawing may have, of SVG and of the HTML and MathML in its `foreignObject`. An element that
//! is on no list is taken out. Knows no values.

#[rustfmt::skip]
/// Elements of SVG, past and present, that draw or describe.
const SVG: &[&str] = &[
    "a", "altGlyph", "altGlyphDef", "altGlyphItem", "animate", "animateColor", "animateMotion", "animateTransform",
    "circle", "clipPath", "color-profile", "cursor", "defs", "desc", "discard", "ellipse", "feBlend", "feColorMatrix",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
    "feSpotLight", "feTile", "feTurbulence", "filter", "flowDiv", "flowLine", "flowPara", "flowRegion",
    "flowRegionBreak", "flowRegionExclude", "flowRoot", "flowSpan", "flowTref", "font", "font-face",
    "font-face-format", "font-face-name", "font-face-src", "foreignObject", "g", "glyph", "glyphRef", "hatch",
    "hatchpath", "hkern", "image", "line", "linearGradient", "marker", "mask", "mesh", "meshgradient", "meshpatch",
    "meshrow", "metadata", "missing-glyph", "mpath", "page", "pageSet", "path", "pattern", "polygon", "polyline",
    "radialGradient", "rect", "set", "solidColor", "solidcolor", "stop", "style", "svg", "switch", "symbol", "tbreak",
    "text", "textArea", "textPath", "title", "tref", "tspan", "use", "view", "vkern",
];

#[rustfmt::skip]
/// Elements of HTML that show text.
const HTML: &[&str] = &[
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "caption",
    "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li",
    "main", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span",
    "strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "tr", "tt", "u", "ul", "var", "wbr",
];

#[rustfmt::skip]
/// Elements of MathML that show a formula. Those that show one of several, or hold another notation, are left out.
const MATH: &[&str] = &[
    "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom", "mprescripts",
    "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr",
    "munder", "munderover", "none",
];

#[rustfmt::skip]
/// Elements of these whose content is not text for readers: they are taken out as a whole.
const NO_TEXT: &[&str] = &[
    "applet", "audio", "base", "canvas", "embed", "frame", "frameset", "handler", "iframe", "link", "listener",
    "math", "meta", "noembed", "noframes", "noscript", "object", "param", "script", "source", "template", "track",
    "video", "xmp",
];

#[rustfmt::skip]
/// Attributes of SVG and HTML that name, place or draw something. Some lead elsewhere by their values, which are judged too.
const ATTRIBUTES: &[&str] = &[
    "accent-height", "accumulate", "additive", "agent", "align", "alignment-baseline", "alphabetic", "alt", "amplitude",
    "arabic-form", "ascent", "attributeName", "attributeType", "author", "azimuth", "background-color", "baseFrequency",
    "baseProfile", "baseline-shift", "bbox", "begin", "bgcolor", "bias", "border", "by", "calcMode", "cap-height",
    "cellpadding", "cellspacing", "class", "className", "clip", "clip-path", "clip-rule", "clipPathUnits", "color",
    "color-interpolation", "color-interpolation-filters", "color-profile", "color-rendering", "colspan", "content",
    "contentScriptType", "contentStyleType", "crossorigin", "cursor", "cx", "cy", "d", "date", "datetime", "decoding",
    "descent", "diffuseConstant", "dir", "direction", "display", "divisor", "dominant-baseline", "draggable", "dur",
    "dx", "dy", "edgeMode", "editor", "elevation", "enable-background", "end", "etag", "exponent",
    "externalResourcesRequired", "face", "fill", "fill-opacity", "fill-rule", "filter", "filterRes", "filterUnits",
    "flood-color", "flood-opacity", "focusHighlight", "focusable", "font", "font-family", "font-feature-settings",
    "font-kerning", "font-size", "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-variant-caps",
    "font-variant-east-asian", "font-variant-ligatures", "font-variant-numeric", "font-variant-position",
    "font-variation-settings", "font-weight", "format", "fr", "from", "fx", "fy", "g1", "g2", "glyph-name",
    "glyph-orientation-horizontal", "glyph-orientation-vertical", "glyphRef", "gradientTransform", "gradientUnits",
    "hanging", "hatchContentUnits", "hatchUnits", "height", "hidden", "horiz-adv-x", "horiz-origin-x", "horiz-origin-y",
    "host", "hreflang", "id", "ideographic", "image-rendering", "in", "in2", "inline-size", "intercept", "isolation",
    "itemid", "itemprop", "itemref", "itemscope", "itemtype", "k", "k1", "k2", "k3", "k4", "kernelMatrix",
    "kernelUnitLength", "kerning", "keyPoints", "keySplines", "keyTimes", "label", "lang", "lengthAdjust",
    "letter-spacing", "lighting-color", "limitingConeAngle", "line-height", "list-style", "loading", "marker",
    "marker-end", "marker-mid", "marker-start", "markerHeight", "markerUnits", "markerWidth", "mask", "mask-border",
    "mask-type", "maskContentUnits", "maskUnits", "mathematical", "max", "media", "method", "min", "mix-blend-mode",
    "mode", "modified", "name", "nonce", "noshade", "nowrap", "numOctaves", "offset", "opacity", "open", "operator",
    "order", "orient", "orientation", "origin", "overflow", "overflow-x", "overflow-y", "overline-position",
    "overline-thickness", "page", "paint-order", "panose-1", "part", "path", "pathLength", "patternContentUnits",
    "patternTransform", "patternUnits", "pitch", "pointer-events", "points", "pointsAtX", "pointsAtY", "pointsAtZ",
    "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "r", "radius", "refX", "refY", "rel", "rendering-intent",
    "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "requiredFonts", "requiredFormats", "restart",
    "result", "reversed", "role", "rotate", "rowspan", "rx", "ry", "scale", "scope", "seed", "shape-image-threshold",
    "shape-inside", "shape-margin", "shape-padding", "shape-rendering", "shape-subtract", "side", "size", "slope",
    "slot", "snapshotTime", "solid-color", "solid-opacity", "space", "spacing", "span", "specularConstant",
    "specularExponent", "spellcheck", "spreadMethod", "start", "startOffset", "stdDeviation", "stemh", "stemv",
    "stitchTiles", "stop-color", "stop-opacity", "strikethrough-position", "strikethrough-thickness", "string",
    "stroke", "stroke-alignment", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-opacity", "stroke-width", "style", "summary", "surfaceScale", "systemLanguage",
    "tabindex", "tableValues", "target", "targetX", "targetY", "text-align", "text-align-last", "text-anchor",
    "text-decoration", "text-decoration-color", "text-decoration-fill", "text-decoration-line",
    "text-decoration-stroke", "text-decoration-style", "text-indent", "text-orientation", "text-overflow",
    "text-rendering", "text-transform", "textLength", "title", "to", "transform", "transform-box", "transform-origin",
    "translate", "type", "u1", "u2", "underline-position", "underline-thickness", "unicode", "unicode-bidi",
    "unicode-range", "units-per-em", "valign", "value", "values", "vector-effect", "version", "vert-adv-y",
    "vert-origin-x", "vert-origin-y", "vertical-align", "viewBox", "viewTarget", "visibility", "white-space", "widows",
    "width", "widths", "will-change", "word-break", "word-spacing", "word-wrap", "writing-mode", "x", "x-height", "x1",
    "x2", "xChannelSelector", "y", "y1", "y2", "yChannelSelector", "z", "zoomAndPan",
];

/// Attributes that load, lead elsewhere or act, in any letter case, and those whose names end like one: `attributionsrc`.
const ACTIVE: &[&str] = &[
    "archive",
    "attributename",
    "autofocus",
    "background",
    "classid",
    "contenteditable",
    "data",
    "http-equiv",
    "is",
    "longdesc",
    "manifest",
    "ping",
    "poster",
    "profile",
    "srcdoc",
    "style",
    "usemap",
];
const ACTIVE_ENDS: [&str; 5] = ["action", "base", "href", "src", "srcset"];

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    /// Its content stays.
    Unwrapped,
    /// With its content.
    Dropped,
}

pub(super) fn svg_element(name: &str) -> Fate {
    fate(SVG, name)
}

pub(super) fn html_element(name: &str) -> Fate {
    fate(HTML, name)
}

pub(super) fn math_element(name: &str) -> Fate {
    fate(MATH, name)
}

fn fate(known: &[&str], name: &str) -> Fate {
    if known.binary_search(&name).is_ok() {
        Fate::Kept
    } else if NO_TEXT.contains(&&*name.to_ascii_lowercase()) {
        Fate::Dropped
    } else {
        Fate::Unwrapped
    }
}

/// Whether an attribute of no namespace may stay, if its value may.
pub(super) fn is_attribute(name: &str) -> bool {
    name.starts_with("data-") || name.starts_with("aria-") || ATTRIBUTES.binary_search(&name).is_ok()
}

/// Whether browsers do nothing with an attribute of a drawing that is on no list, if its value names nothing that loads: programs
/// leave their own there.
pub(super) fn is_unknown(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !name.starts_with("on") && !ACTIVE.contains(&&*name) && !ACTIVE_ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether the value is read neither as CSS nor as an address.
pub(super) fn is_text(name: &str) -> bool {
    name.starts_with("data-")
        || name.starts_with("aria-")
        || matches!(
            name,
            "alt" | "class" | "content" | "d" | "id" | "label" | "points" | "title" | "transform"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        for table in [SVG, HTML, MATH, NO_TEXT, ATTRIBUTES, ACTIVE] {
            assert!(table.is_sorted());
        }
    }

    #[test]
    fn nothing_that_runs_or_loads_is_on_a_list() {
        for name in [
            "script",
            "handler",
            "listener",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "foreignobject",
            "SCRIPT",
        ] {
            assert_ne!(svg_element(name), Fate::Kept, "{name}");
        }
        for name in
            ["script", "link", "meta", "base", "form", "input", "button", "iframe", "template", "svg", "math"]
        {
            assert_ne!(html_element(name), Fate::Kept, "{name}");
        }
        for name in ["maction", "semantics", "annotation", "annotation-xml", "mglyph", "style", "script"] {
            assert_ne!(math_element(name), Fate::Kept, "{name}");
        }
        let loads = [
            "href",
            "src",
            "srcset",
            "srcdoc",
            "action",
            "formaction",
            "background",
            "poster",
            "data",
            "ping",
            "base",
        ];
        for name in loads.into_iter().chain([
            "onload",
            "onclick",
            "onbegin",
            "autofocus",
            "http-equiv",
            "attributionsrc",
        ]) {
            assert!(!is_attribute(name) && !is_unknown(name), "{name}");
            assert!(!is_unknown(&name.to_ascii_uppercase()), "{name}");
        }
        assert!(!ATTRIBUTES.iter().any(|name| name.starts_with("on")));
    }
}
