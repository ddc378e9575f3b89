//! The colours of CSS: whether a text is one that a page can show as it is. Knows no theme.

/// Whether browsers read it as a colour. `currentcolor`, `transparent` and variables are none that others can be made from.
pub(super) fn is_colour(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    if let Some(digits) = text.strip_prefix('#') {
        return matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    match text.split_once('(') {
        Some((name, rest)) => rest.strip_suffix(')').is_some_and(|inside| is_function(name, inside)),
        None => NAMES.binary_search(&text.as_str()).is_ok(),
    }
}

/// The name of a colour that `written` may have meant.
pub(super) fn nearest(written: &str) -> Option<&'static str> {
    let written = written.trim().to_ascii_lowercase();
    let most = (written.len() / 3).min(3);
    let near = NAMES.iter().filter(|name| name.len().abs_diff(written.len()) <= most);
    let near = near.map(|name| (strsim::osa_distance(&written, name), *name));
    near.filter(|(slips, _)| *slips <= most).min().map(|(_, name)| name)
}

/// What a part of a colour is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Number,
    Hue,
}

fn is_function(name: &str, inside: &str) -> bool {
    use Part::{Hue, Number};
    let parts = match name {
        "rgb" | "rgba" | "lab" | "oklab" | "color" => [Number; 3],
        "hsl" | "hsla" | "hwb" => [Hue, Number, Number],
        "lch" | "oklch" => [Number, Number, Hue],
        _ => return false,
    };
    if inside.contains(',') {
        let written: Vec<&str> = inside.split(',').map(str::trim).collect();
        let has_commas = matches!(name, "rgb" | "rgba" | "hsl" | "hsla");
        let is_alike = parts[0] == Hue || are_alike(written.get(..3).unwrap_or_default());
        let are_percents = parts[0] != Hue
            || written.get(1..3).is_some_and(|both| both.iter().all(|part| part.ends_with('%')));
        let (colour, alpha) = written.split_at(written.len().min(3));
        return has_commas
            && is_alike
            && are_percents
            && alpha.len() <= 1
            && are_parts(colour, parts, is_part)
            && alpha.iter().all(|alpha| is_part(alpha, Number));
    }
    let (colour, alpha) =
        inside.split_once('/').map_or((inside, None), |(colour, alpha)| (colour, Some(alpha.trim())));
    let mut written: Vec<&str> = colour.split_ascii_whitespace().collect();
    if name == "color" && (written.is_empty() || !SPACES.contains(&written.remove(0))) {
        return false;
    }
    let is_part = |text: &str, part| text == "none" || is_part(text, part);
    are_parts(&written, parts, is_part) && alpha.is_none_or(|alpha| is_part(alpha, Number))
}

/// Whether all are numbers, or all percentages.
fn are_alike(written: &[&str]) -> bool {
    written.iter().all(|part| part.ends_with('%')) || !written.iter().any(|part| part.ends_with('%'))
}

fn are_parts(written: &[&str], parts: [Part; 3], is_part: impl Fn(&str, Part) -> bool) -> bool {
    written.len() == parts.len() && written.iter().zip(parts).all(|(text, part)| is_part(text, part))
}

fn is_part(text: &str, part: Part) -> bool {
    let units: &[&str] = if part == Part::Hue { &["deg", "grad", "rad", "turn"] } else { &["%"] };
    let number = units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    let is_numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-' | 'e');
    number.chars().all(is_numeric)
        && number.ends_with(|c: char| c.is_ascii_digit())
        && number.parse::<f64>().is_ok_and(f64::is_finite)
}

/// What `color()` may begin with.
const SPACES: [&str; 9] =
    ["a98-rgb", "display-p3", "prophoto-rgb", "rec2020", "srgb", "srgb-linear", "xyz", "xyz-d50", "xyz-d65"];

/// The named colours, in order.
const NAMES: [&str; 148] = [
    "aliceblue",
    "antiquewhite",
    "aqua",
    "aquamarine",
    "azure",
    "beige",
    "bisque",
    "black",
    "blanchedalmond",
    "blue",
    "blueviolet",
    "brown",
    "burlywood",
    "cadetblue",
    "chartreuse",
    "chocolate",
    "coral",
    "cornflowerblue",
    "cornsilk",
    "crimson",
    "cyan",
    "darkblue",
    "darkcyan",
    "darkgoldenrod",
    "darkgray",
    "darkgreen",
    "darkgrey",
    "darkkhaki",
    "darkmagenta",
    "darkolivegreen",
    "darkorange",
    "darkorchid",
    "darkred",
    "darksalmon",
    "darkseagreen",
    "darkslateblue",
    "darkslategray",
    "darkslategrey",
    "darkturquoise",
    "darkviolet",
    "deeppink",
    "deepskyblue",
    "dimgray",
    "dimgrey",
    "dodgerblue",
    "firebrick",
    "floralwhite",
    "forestgreen",
    "fuchsia",
    "gainsboro",
    "ghostwhite",
    "gold",
    "goldenrod",
    "gray",
    "green",
    "greenyellow",
    "grey",
    "honeydew",
    "hotpink",
    "indianred",
    "indigo",
    "ivory",
    "khaki",
    "lavender",
    "lavenderblush",
    "lawngreen",
    "lemonchiffon",
    "lightblue",
    "lightcoral",
    "lightcyan",
    "lightgoldenrodyellow",
    "lightgray",
    "lightgreen",
    "lightgrey",
    "lightpink",
    "lightsalmon",
    "lightseagreen",
    "lightskyblue",
    "lightslategray",
    "lightslategrey",
    "lightsteelblue",
    "lightyellow",
    "lime",
    "limegreen",
    "linen",
    "magenta",
    "maroon",
    "mediumaquamarine",
    "mediumblue",
    "mediumorchid",
    "mediumpurple",
    "mediumseagreen",
    "mediumslateblue",
    "mediumspringgreen",
    "mediumturquoise",
    "mediumvioletred",
    "midnightblue",
    "mintcream",
    "mistyrose",
    "moccasin",
    "navajowhite",
    "navy",
    "oldlace",
    "olive",
    "olivedrab",
    "orange",
    "orangered",
    "orchid",
    "palegoldenrod",
    "palegreen",
    "paleturquoise",
    "palevioletred",
    "papayawhip",
    "peachpuff",
    "peru",
    "pink",
    "plum",
    "powderblue",
    "purple",
    "rebeccapurple",
    "red",
    "rosybrown",
    "royalblue",
    "saddlebrown",
    "salmon",
    "sandybrown",
    "seagreen",
    "seashell",
    "sienna",
    "silver",
    "skyblue",
    "slateblue",
    "slategray",
    "slategrey",
    "snow",
    "springgreen",
    "steelblue",
    "tan",
    "teal",
    "thistle",
    "tomato",
    "turquoise",
    "violet",
    "wheat",
    "white",
    "whitesmoke",
    "yellow",
    "yellowgreen",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted());
    }

    #[test]
    fn colours_and_what_is_none() {
        for good in [
            "#abc",
            "#ABCD",
            "#0a7d4f",
            "#0a7d4fff",
            "Teal",
            " rebeccapurple ",
            "rgb(1 2 3)",
            "rgb(1,2,3)",
            "RGBA(1, 2, 3, .5)",
            "rgb(10% 20% 30% / 50%)",
            "rgb(none 0 0)",
            "hsl(120deg 50% 50%)",
            "hsl(120, 50%, 50%)",
            "hsl(.5turn 50 50)",
            "hwb(120 0% 0%)",
            "lab(50% 40 -20)",
            "lch(50 30 120)",
            "oklab(.6 -0.1 +0.1)",
            "oklch(60% 0.2 300)",
            "color(display-p3 1 0.5 0)",
            "color(srgb 1e-1 0 0 / .5)",
        ] {
            assert!(is_colour(good), "{good}");
        }
        for bad in [
            "",
            "#",
            "#12",
            "#12345",
            "#xyz",
            "purplish",
            "currentcolor",
            "transparent",
            "inherit",
            "var(--x)",
            "rgb(1,2",
            "rgb()",
            "rgb(1 2)",
            "rgb(1 2 3 4)",
            "rgb(1,2,3,4,5)",
            "rgb(1, 2%, 3)",
            "rgb(1 2 3 / )",
            "rgb(a b c)",
            "rgb(1 2 3deg)",
            "hsl(1%, 2%, 3%)",
            "hsl(1, 2, 3)",
            "hwb(1, 2%, 3%)",
            "lab(1,2,3)",
            "lch(1 2 3%)",
            "color(1 2 3)",
            "color(rgb 1 2 3)",
            "color()",
            "rgb(1. 2 3)",
            "rgb(nan 0 0)",
            "rgb(inf 0 0)",
            "rgb(1e999 0 0)",
            "red;}",
            "rgb(/*)",
            "red red",
            "url(x)",
            "rgb(1 2 3) x",
            "rgb (1 2 3)",
            "device-cmyk(0 1 1 0)",
            "color-mix(in srgb, red, blue)",
        ] {
            assert!(!is_colour(bad), "{bad}");
        }
    }

    #[test]
    fn names_that_were_meant() {
        assert_eq!(nearest("purplish"), None);
        assert_eq!(nearest("tael"), Some("teal"));
        assert_eq!(nearest("DarkGren"), Some("darkgreen"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_ends_the_rule(text in "(#|rgb|hsl|color|\\(|\\)|[0-9a-f.%, /;{}\\\\*-]){0,20}") {
            if is_colour(&text) {
                let ends_rule = text.contains([';', '{', '}', '\\', '*', '"']);
                proptest::prop_assert!(!ends_rule);
            }
        }
    }
}
