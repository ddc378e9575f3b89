//! The HTML elements that a page may hold, and what may stand in each. Everything else never reaches a page.

/// What an element may hold, and where it may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Model {
    /// Part of a line: ends with its block at the latest.
    Phrasing,
    /// Part of a line, without content.
    Void,
    /// A block that holds blocks.
    Flow,
    /// A block that holds lines only.
    Text,
    /// A list or a part of a table: holds only elements made for it.
    Structure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    A,
    Abbr,
    Audio,
    B,
    Bdi,
    Bdo,
    Blockquote,
    Br,
    Caption,
    Cite,
    Code,
    Data,
    Dd,
    Del,
    Details,
    Dfn,
    Div,
    Dl,
    Dt,
    Em,
    Figcaption,
    Figure,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Hr,
    I,
    Img,
    Ins,
    Kbd,
    Li,
    Mark,
    Ol,
    P,
    Picture,
    Pre,
    Q,
    Rp,
    Rt,
    Ruby,
    S,
    Samp,
    Small,
    Source,
    Span,
    Strong,
    Sub,
    Summary,
    Sup,
    Table,
    Tbody,
    Td,
    Tfoot,
    Th,
    Thead,
    Time,
    Tr,
    Track,
    U,
    Ul,
    Var,
    Video,
    Wbr,
}

/// In the order of [`Element`], which is that of the names.
const ALLOWED: [(&str, Element, Model); 66] = [
    ("a", Element::A, Model::Phrasing),
    ("abbr", Element::Abbr, Model::Phrasing),
    ("audio", Element::Audio, Model::Phrasing),
    ("b", Element::B, Model::Phrasing),
    ("bdi", Element::Bdi, Model::Phrasing),
    ("bdo", Element::Bdo, Model::Phrasing),
    ("blockquote", Element::Blockquote, Model::Flow),
    ("br", Element::Br, Model::Void),
    ("caption", Element::Caption, Model::Flow),
    ("cite", Element::Cite, Model::Phrasing),
    ("code", Element::Code, Model::Phrasing),
    ("data", Element::Data, Model::Phrasing),
    ("dd", Element::Dd, Model::Flow),
    ("del", Element::Del, Model::Phrasing),
    ("details", Element::Details, Model::Flow),
    ("dfn", Element::Dfn, Model::Phrasing),
    ("div", Element::Div, Model::Flow),
    ("dl", Element::Dl, Model::Structure),
    ("dt", Element::Dt, Model::Flow),
    ("em", Element::Em, Model::Phrasing),
    ("figcaption", Element::Figcaption, Model::Flow),
    ("figure", Element::Figure, Model::Flow),
    ("h1", Element::H1, Model::Text),
    ("h2", Element::H2, Model::Text),
    ("h3", Element::H3, Model::Text),
    ("h4", Element::H4, Model::Text),
    ("h5", Element::H5, Model::Text),
    ("h6", Element::H6, Model::Text),
    ("hr", Element::Hr, Model::Text),
    ("i", Element::I, Model::Phrasing),
    ("img", Element::Img, Model::Void),
    ("ins", Element::Ins, Model::Phrasing),
    ("kbd", Element::Kbd, Model::Phrasing),
    ("li", Element::Li, Model::Flow),
    ("mark", Element::Mark, Model::Phrasing),
    ("ol", Element::Ol, Model::Structure),
    ("p", Element::P, Model::Text),
    ("picture", Element::Picture, Model::Phrasing),
    ("pre", Element::Pre, Model::Text),
    ("q", Element::Q, Model::Phrasing),
    ("rp", Element::Rp, Model::Phrasing),
    ("rt", Element::Rt, Model::Phrasing),
    ("ruby", Element::Ruby, Model::Phrasing),
    ("s", Element::S, Model::Phrasing),
    ("samp", Element::Samp, Model::Phrasing),
    ("small", Element::Small, Model::Phrasing),
    ("source", Element::Source, Model::Void),
    ("span", Element::Span, Model::Phrasing),
    ("strong", Element::Strong, Model::Phrasing),
    ("sub", Element::Sub, Model::Phrasing),
    ("summary", Element::Summary, Model::Text),
    ("sup", Element::Sup, Model::Phrasing),
    ("table", Element::Table, Model::Structure),
    ("tbody", Element::Tbody, Model::Structure),
    ("td", Element::Td, Model::Flow),
    ("tfoot", Element::Tfoot, Model::Structure),
    ("th", Element::Th, Model::Flow),
    ("thead", Element::Thead, Model::Structure),
    ("time", Element::Time, Model::Phrasing),
    ("tr", Element::Tr, Model::Structure),
    ("track", Element::Track, Model::Void),
    ("u", Element::U, Model::Phrasing),
    ("ul", Element::Ul, Model::Structure),
    ("var", Element::Var, Model::Phrasing),
    ("video", Element::Video, Model::Phrasing),
    ("wbr", Element::Wbr, Model::Void),
];

/// Elements that say what a part of a page is to the whole of it. A page has its own, so an article's are plain divisions.
const STRUCTURE: [&str; 7] = ["article", "aside", "footer", "header", "main", "nav", "section"];

impl Element {
    /// The element of a lower-case name; none if a page may not hold it.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match ALLOWED.binary_search_by(|(known, ..)| (*known).cmp(name)) {
            Ok(found) => Some(ALLOWED[found].1),
            Err(_) => STRUCTURE.contains(&name).then_some(Self::Div),
        }
    }

    pub(super) fn name(self) -> &'static str {
        ALLOWED[self as usize].0
    }

    pub(super) fn model(self) -> Model {
        ALLOWED[self as usize].2
    }

    /// The level of a heading element.
    pub(super) fn heading_level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// What text directly in a list or table is put in.
    pub(super) fn implied_child(self) -> Self {
        match self {
            Self::Dl => Self::Dd,
            Self::Table | Self::Tbody | Self::Thead | Self::Tfoot => Self::Tr,
            Self::Tr => Self::Td,
            _ => Self::Li,
        }
    }
}

/// Elements of HTML, past and present, that a page may not hold. A name in neither list is not HTML at all.
const REMOVED: [&str; 63] = [
    "acronym",
    "address",
    "applet",
    "area",
    "base",
    "basefont",
    "bgsound",
    "big",
    "blink",
    "body",
    "button",
    "canvas",
    "center",
    "col",
    "colgroup",
    "datalist",
    "dialog",
    "dir",
    "embed",
    "fieldset",
    "font",
    "form",
    "frame",
    "frameset",
    "head",
    "hgroup",
    "html",
    "iframe",
    "input",
    "isindex",
    "keygen",
    "label",
    "legend",
    "link",
    "map",
    "marquee",
    "math",
    "menu",
    "meta",
    "meter",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "output",
    "param",
    "plaintext",
    "progress",
    "script",
    "search",
    "select",
    "slot",
    "strike",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "tt",
    "xmp",
];

/// Whether HTML knows an element of this lower-case name, allowed or not.
pub(super) fn is_html(name: &str) -> bool {
    REMOVED.binary_search(&name).is_ok() || Element::from_name(name).is_some()
}

/// Whether what stands in the removed element is not text for readers.
pub(super) fn drops_content(name: &str) -> bool {
    matches!(
        name,
        "applet"
            | "canvas"
            | "iframe"
            | "math"
            | "noembed"
            | "noframes"
            | "object"
            | "script"
            | "style"
            | "svg"
            | "template"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        for (index, (name, element, _)) in ALLOWED.iter().enumerate() {
            assert_eq!(*element as usize, index, "{name}");
            assert_eq!(Element::from_name(name), Some(*element));
        }
        assert!(ALLOWED.is_sorted_by_key(|(name, ..)| *name));
        assert!(REMOVED.is_sorted());
        assert!(STRUCTURE.iter().all(|name| Element::from_name(name) == Some(Element::Div)));
        assert!(REMOVED.iter().all(|name| Element::from_name(name).is_none()));
    }
}
