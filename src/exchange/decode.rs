//! The bytes of a file that came back as text, with limits, and the lines of it. Knows no format.

use super::returned::Fault;

/// Bytes of the largest file that is read.
pub(super) const MAX_BYTES: usize = 32 << 20;

/// Units of the largest file that is read.
pub(super) const MAX_UNITS: usize = 50_000;

/// Characters of a file's own words that are shown.
const MAX_SHOWN: usize = 120;

/// The beginning of a file's own words.
pub(super) fn short(text: &str) -> String {
    text.chars().take(MAX_SHOWN).collect()
}

/// A text whose lines end in line feeds, and where they do.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    /// Bytes that are line feeds.
    line_feeds: Vec<usize>,
}

impl Text {
    /// Reads UTF-8, with a byte order mark or without, and UTF-16 with one.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, Fault> {
        let first = |message: String| Fault { line: 1, column: 1, message };
        if bytes.len() > MAX_BYTES {
            return Err(first(format!(
                "the file is larger than {} MB: hand back each file as it was handed off",
                MAX_BYTES >> 20
            )));
        }
        let text = match bytes {
            [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
            [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
            _ => utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
        };
        text.map(Self::new)
    }

    /// Every line end becomes a line feed.
    pub(super) fn new(text: String) -> Self {
        let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
        let line_feeds = memchr::memchr_iter(b'\n', text.as_bytes()).collect();
        Self { text, line_feeds }
    }

    /// The line of a byte, from 1 on.
    pub(super) fn line(&self, at: usize) -> u32 {
        u32::try_from(self.before(at) + 1).unwrap_or(u32::MAX)
    }

    /// What is wrong at a byte.
    pub(super) fn fault(&self, at: usize, message: impl Into<String>) -> Fault {
        let start = self.before(at).checked_sub(1).map_or(0, |line| self.line_feeds[line] + 1);
        let before = self.text.get(start..at).unwrap_or_default();
        let column = u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX);
        Fault { line: self.line(at), column, message: message.into() }
    }

    /// The tag that begins at a byte, cut after some characters.
    pub(super) fn tag(&self, at: usize) -> String {
        let rest = self.text.get(at..).unwrap_or_default();
        let end = memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        short(&rest[..end])
    }

    /// How many line feeds stand before a byte.
    fn before(&self, at: usize) -> usize {
        self.line_feeds.partition_point(|&line_feed| line_feed < at)
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Fault> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error,
    };
    let valid = Text::new(String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned());
    Err(valid.fault(valid.text.len(), "this is not UTF-8: save the file as UTF-8"))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Fault> {
    let (pairs, rest) = bytes.as_chunks();
    let mut text = String::with_capacity(bytes.len());
    let units = pairs.iter().map(|pair| unit(*pair));
    let is_whole = char::decode_utf16(units).all(|read| read.map(|character| text.push(character)).is_ok());
    if is_whole && rest.is_empty() {
        return Ok(text);
    }
    let text = Text::new(text);
    Err(text.fault(text.text.len(), "this is not UTF-16, as the file begins: save the file as UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<String, String> {
        Text::decode(bytes).map(|text| text.text).map_err(|fault| fault.to_string())
    }

    #[test]
    fn what_editors_save() {
        let bytes =
            |unit: fn(u16) -> [u8; 2]| "\u{feff}ש😀\r\nb".encode_utf16().flat_map(unit).collect::<Vec<_>>();
        assert_eq!(decoded(&bytes(u16::to_le_bytes)).unwrap(), "ש😀\nb");
        assert_eq!(decoded(&bytes(u16::to_be_bytes)).unwrap(), "ש😀\nb");
        assert_eq!(decoded("\u{feff}a\rb\r\n\nc".as_bytes()).unwrap(), "a\nb\n\nc");
        assert_eq!(decoded(b"").unwrap(), "");
    }

    #[test]
    fn what_is_no_text_is_refused_where_it_stands() {
        let says = |bytes: &[u8]| decoded(bytes).unwrap_err();
        assert_eq!(says(b"a\r\n\xc3\xa9\xff"), "2:2: this is not UTF-8: save the file as UTF-8");
        assert!(says(b"\xff\xfea\0\n\0\0\xd8").starts_with("2:1: this is not UTF-16"));
        assert!(says(b"\xfe\xff\0a\0").starts_with("1:2: this is not UTF-16"));
        assert!(says(&vec![b'a'; MAX_BYTES + 1]).starts_with("1:1: the file is larger than 32 MB"));
    }

    #[test]
    fn places_are_lines_and_characters() {
        let text = Text::new("a\nשלום!\n".to_owned());
        let at = |at| (text.line(at), text.fault(at, "").column);
        assert_eq!(
            [at(0), at(1), at(2), at(6), at(11), at(12)],
            [(1, 1), (1, 2), (2, 1), (2, 3), (2, 6), (3, 1)]
        );
    }
}
