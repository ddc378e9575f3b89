//! Plain text as HTML text, as the value of an attribute and as a URL in an attribute. Judges nothing.

use std::borrow::Cow;

/// What may stand for itself, what is replaced by something, and what is looked at more closely.
type Table = [Option<&'static str>; 256];

/// Not allowed in HTML, not even as a character reference.
const CONTROL: &str = "\u{fffd}";

static TEXT: Table = table(&[(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;")]);
static ATTRIBUTE: Table =
    table(&[(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;"), (b'"', "&quot;"), (b'\'', "&#39;")]);
static URL: Table = table(&[
    (b'&', "&amp;"),
    (b'\'', "&#39;"),
    (b'"', "%22"),
    (b'<', "%3C"),
    (b'>', "%3E"),
    (b' ', "%20"),
    (b'\n', ""),
    (b'\t', ""),
]);

const fn table(entities: &[(u8, &'static str)]) -> Table {
    let mut table: Table = [None; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = Some(CONTROL);
        byte += 1;
    }
    table[0x7f] = Some(CONTROL);
    table[b'\t' as usize] = None;
    table[b'\n' as usize] = None;
    table[b'\r' as usize] = Some("");
    // U+0080 to U+009F start with this byte, and U+00A0 to U+00BF, which are fine.
    table[0xc2] = Some("");
    let mut index = 0;
    while index < entities.len() {
        table[entities[index].0 as usize] = Some(entities[index].1);
        index += 1;
    }
    table
}

/// Appends `text` for a place between tags. Control characters, which HTML forbids, become U+FFFD; CR is dropped.
pub(crate) fn text(out: &mut String, text: &str) {
    escape(out, text, &TEXT);
}

/// `text` as readers see it where [`text`](fn@text) has written it: for what repeats a page in another form than HTML.
pub(crate) fn seen(text: &str) -> Cow<'_, str> {
    let is_kept = |c: char| !c.is_control() || c == '\n' || c == '\t';
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let letters = text.chars().filter(|&c| c != '\r');
    letters.map(|c| if is_kept(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
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

fn escape(out: &mut String, text: &str, table: &Table) {
    let mut rest = text;
    while let Some((at, replacement)) = rest
        .bytes()
        .enumerate()
        .find_map(|(at, byte)| table[usize::from(byte)].map(|replacement| (at, replacement)))
    {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let length = from.chars().next().map_or(1, char::len_utf8);
        match from.as_bytes() {
            [0xc2, 0x80..=0x9f, ..] => out.push_str(CONTROL),
            [0xc2, ..] => out.push_str(&from[..length]),
            _ => out.push_str(replacement),
        }
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
            with(text, "a<b & \"c\"\0\u{85}\u{a0}\r\né"),
            "a&lt;b &amp; \"c\"\u{fffd}\u{fffd}\u{a0}\né"
        );
        assert_eq!(with(attribute, "\"'<>&"), "&quot;&#39;&lt;&gt;&amp;");
        assert_eq!(with(url, " a b?x=\"1\"&y=\n2 "), "a%20b?x=%221%22&amp;y=2");
    }
}
