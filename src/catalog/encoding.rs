//! The text of a file, in whatever encoding it was saved. Knows nothing of what is in it.

use crate::diagnostic::Span;

/// A file that is not written in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUtf8 {
    /// It is in UTF-16, and was decoded.
    Utf16,
    /// It has bytes that are none, which became `?`. The first.
    Bytes(Span),
}

/// UTF-8, with `?` for every byte that is none, so that offsets stay those of the file; or UTF-16, as UTF-8.
pub fn decode(bytes: &[u8]) -> (String, Option<NotUtf8>) {
    if let Some(text) = utf16(bytes) {
        return (text, Some(NotUtf8::Utf16));
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first.get_or_insert(Span::new(text.len(), text.len() + chunk.invalid().len()));
            text.extend(chunk.invalid().iter().map(|_| '?'));
        }
    }
    (text, first.map(NotUtf8::Bytes))
}

/// What editors of Windows call Unicode: with a byte order mark, or beginning with letters of which every other byte is
/// NUL, as they do in Markdown of any language.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (is_little, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        [1..=255, 0, 1..=255, 0, ..] => (true, bytes),
        [0, 1..=255, 0, 1..=255, ..] => (false, bytes),
        _ => return None,
    };
    let unit = if is_little { u16::from_le_bytes } else { u16::from_be_bytes };
    let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(text.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_none_keep_the_places_of_the_others() {
        let (text, flaw) = decode(b"caf\xe9 cr\xe8me");
        assert_eq!((text.as_str(), flaw), ("caf? cr?me", Some(NotUtf8::Bytes(Span::new(3, 4)))));
        assert_eq!(decode("\u{feff}é\0x".as_bytes()), ("\u{feff}é\0x".to_owned(), None));
    }

    #[test]
    fn utf16_is_decoded() {
        let text = "# שלום é😀\n";
        let units = || text.encode_utf16();
        let (little, big): (Vec<u8>, Vec<u8>) =
            (units().flat_map(u16::to_le_bytes).collect(), units().flat_map(u16::to_be_bytes).collect());
        for bytes in [[&[0xff, 0xfe], &*little].concat(), [&[0xfe, 0xff], &*big].concat(), little, big] {
            assert_eq!(decode(&bytes), (text.to_owned(), Some(NotUtf8::Utf16)));
        }
        // Half a letter, and half a pair of them.
        assert_eq!(decode(&[0xff, 0xfe, b'a', 0, 0x00, 0xd8, b'b']).0, "a\u{fffd}");
    }
}
