//! Plain text as HTML text, as the value of an attribute and as a URL in an attribute. Judges nothing.

use crate::html;

/// What may stand for itself, what is replaced by something, and what is looked at more closely.
type Escapes = [Option<&'static str>; 256];

/// Not allowed in HTML, not even as a character reference.
const FORBIDDEN: &str = "\u{fffd}";

static TEXT: Escapes = escapes(&[(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;")]);
static ATTRIBUTE: Escapes =
    escapes(&[(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;"), (b'"', "&quot;"), (b'\'', "&#39;")]);
static URL: Escapes = escapes(&[
    (b'&', "&amp;"),
    (b'\'', "&#39;"),
    (b'"', "%22"),
    (b'<', "%3C"),
    (b'>', "%3E"),
    (b' ', "%20"),
    (b'\n', ""),
    (b'\t', ""),
]);

const fn escapes(entities: &[(u8, &'static str)]) -> Escapes {
    let mut table: Escapes = [None; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = Some(FORBIDDEN);
        byte += 1;
    }
    table[0x7f] = Some(FORBIDDEN);
    table[b'\t' as usize] = None;
    table[b'\n' as usize] = None;
    table[b'\r' as usize] = Some("");
    // What begins with these bytes is mostly fine: U+0080 to U+009F and noncharacters are not.
    let lead = [0xc2, 0xef, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4];
    let mut index = 0;
    while index < lead.len() {
        table[lead[index]] = Some("");
        index += 1;
    }
    let mut index = 0;
    while index < entities.len() {
        table[entities[index].0 as usize] = Some(entities[index].1);
        index += 1;
    }
    table
}

/// Appends `text` for a place between tags. Characters that HTML forbids become U+FFFD; CR is dropped.
pub(crate) fn text(out: &mut String, text: &str) {
    escape(out, text, &TEXT);
}

/// Appends `value` for a place between double quotes.
pub(crate) fn attribute(out: &mut String, value: &str) {
    escape(out, value, &ATTRIBUTE);
}

/// Appends a URL for a place between double quotes: what no URL may hold is percent-encoded, letters of any
/// script stay (browsers encode them).
pub(super) fn url(out: &mut String, url: &str) {
    escape(out, url.trim(), &URL);
}

fn escape(out: &mut String, text: &str, table: &Escapes) {
    let mut rest = text;
    while let Some((at, replacement)) = rest
        .bytes()
        .enumerate()
        .find_map(|(at, byte)| table[usize::from(byte)].map(|replacement| (at, replacement)))
    {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let letter = from.chars().next().unwrap_or_default();
        let length = letter.len_utf8();
        out.push_str(match length {
            1 => replacement,
            _ if html::can_hold(letter) => &from[..length],
            _ => FORBIDDEN,
        });
        rest = &from[length..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(write: fn(&mut String, &str), plain: &str) -> String {
        let mut out = String::new();
        write(&mut out, plain);
        out
    }

    #[test]
    fn nothing_breaks_out() {
        assert_eq!(
            with(text, "a<b & \"c\"\0\u{85}\u{a0}\r\né\u{ffff}！😀\u{10fffe}"),
            "a&lt;b &amp; \"c\"\u{fffd}\u{fffd}\u{a0}\né\u{fffd}！😀\u{fffd}"
        );
        assert_eq!(with(attribute, "\"'<>&"), "&quot;&#39;&lt;&gt;&amp;");
        assert_eq!(with(url, " a b?x=\"1\"&y=\n2 "), "a%20b?x=%221%22&amp;y=2");
    }
}
