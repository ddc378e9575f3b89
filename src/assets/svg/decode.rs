//! The bytes of an XML file as text, as browsers decode them. Knows no XML but its declaration.

use std::borrow::Cow;

use crate::assets::content::Refusal;
use crate::assets::xml::is_allowed;

/// A text, and whether a browser sees the same in the bytes as they are.
#[derive(Debug)]
pub(in crate::assets) struct Decoded<'b> {
    text: Cow<'b, str>,
    certainty: Certainty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Certainty {
    /// Browsers decode the bytes to this text.
    Same,
    /// They may decode them otherwise: only the text, written anew, is sure to be read so.
    Unsure,
}

/// Encodings in which ASCII means ASCII, every other byte is one character, and that browsers know.
const SINGLE_BYTE: [&str; 8] =
    ["iso-8859-", "iso_8859-", "windows-125", "latin1", "us-ascii", "ascii", "koi8-", "macintosh"];

impl<'b> Decoded<'b> {
    /// # Errors
    /// Bytes that are not text, or in an encoding that is not known.
    pub(in crate::assets) fn new(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let decoded = match bytes {
            [0xef, 0xbb, 0xbf, rest @ ..] => Self::same(utf8(rest)?),
            [0xff, 0xfe, rest @ ..] => Self::same(utf16(rest, u16::from_le_bytes)?),
            [0xfe, 0xff, rest @ ..] => Self::same(utf16(rest, u16::from_be_bytes)?),
            _ => Self::declared(bytes)?,
        };
        // A second mark is text. Were it skipped, every position would be wrong.
        if decoded.text.chars().all(is_allowed) && !decoded.text.starts_with('\u{feff}') {
            Ok(decoded)
        } else {
            Err(Refusal::Encoding)
        }
    }

    pub(in crate::assets) fn text(&self) -> &str {
        &self.text
    }

    pub(in crate::assets) fn is_faithful(&self) -> bool {
        self.certainty == Certainty::Same
    }

    fn same(text: impl Into<Cow<'b, str>>) -> Self {
        Self { text: text.into(), certainty: Certainty::Same }
    }

    /// Without a byte order mark the declaration counts.
    fn declared(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let encoding = declaration(bytes);
        let encoding = encoding.as_deref().unwrap_or("utf-8");
        let is_single = SINGLE_BYTE.iter().any(|known| encoding.starts_with(known));
        match simdutf8::basic::from_utf8(bytes) {
            Ok(text) if matches!(encoding, "utf-8" | "utf8") || is_single && text.is_ascii() => {
                Ok(Self::same(text))
            }
            _ if is_single => Ok(Self::same(bytes.iter().map(|&byte| char::from(byte)).collect::<String>())),
            Ok(text) => Ok(Self { text: Cow::Borrowed(text), certainty: Certainty::Unsure }),
            Err(_) => Err(Refusal::Encoding),
        }
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, Refusal> {
    simdutf8::basic::from_utf8(bytes).map_err(|_| Refusal::Encoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(Refusal::Encoding);
    }
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<Result<_, _>>().map_err(|_| Refusal::Encoding)
}

/// The encoding that `<?xml … encoding="…"?>` names, in lower case; what cannot be read as one is an unknown name.
fn declaration(bytes: &[u8]) -> Option<String> {
    let start = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let rest = bytes.get(start..)?.strip_prefix(b"<?xml")?;
    let end = rest.windows(2).position(|pair| pair == b"?>").unwrap_or(rest.len());
    let declaration = String::from_utf8_lossy(&rest[..end]).to_ascii_lowercase();
    let (_, after) = declaration.split_once("encoding")?;
    let after = after.trim_ascii_start().strip_prefix('=').unwrap_or("").trim_ascii_start();
    let value = after.strip_prefix(['"', '\'']).unwrap_or("");
    Some(value.split(['"', '\'']).next().unwrap_or("").trim_ascii().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> Option<(String, bool)> {
        Decoded::new(bytes).ok().map(|decoded| (decoded.text().to_owned(), decoded.is_faithful()))
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn encodings_are_those_of_browsers() {
        let same = |text: &str| Some((text.to_owned(), true));
        assert_eq!(shown("<a>ā</a>".as_bytes()), same("<a>ā</a>"));
        assert_eq!(shown("\u{feff}<a/>".as_bytes()), same("<a/>"));
        assert_eq!(shown(&utf16("\u{feff}<a>ā</a>", u16::to_le_bytes)), same("<a>ā</a>"));
        assert_eq!(shown(&utf16("\u{feff}<a>ā</a>", u16::to_be_bytes)), same("<a>ā</a>"));
        let latin = b"<?xml version='1.0' encoding=\"ISO-8859-1\"?><a>\xe9</a>";
        assert!(shown(latin).unwrap().0.ends_with("<a>é</a>") && shown(latin).unwrap().1);
        assert_eq!(shown(b"<a>\xe9</a>"), None);
    }

    #[test]
    fn tricks_with_encodings_are_not_believed() {
        for encoding in ["utf-7", "iso-2022-jp", "hz-gb-2312", "utf-16", "x-user-defined", "", "utf-8x"] {
            let text = format!("<?xml version='1.0' encoding='{encoding}'?><a/>");
            assert_eq!(shown(text.as_bytes()), Some((text.clone(), false)), "{encoding}");
        }
        assert_eq!(shown(&utf16("<a/>", u16::to_le_bytes)), None);
        assert_eq!(shown(&utf16("<a/>", u16::to_be_bytes)), None);
        assert_eq!(shown(b"<a>\0</a>"), None);
        assert_eq!(shown(b"\xff\xfe<"), None);
    }
}
