//! What ends a line of a file: a line feed, a carriage return, or both. Knows nothing of what stands in lines.

use std::borrow::Cow;

/// The text with a line feed for every lone carriage return, so that who looks for line feeds finds every line. Every
/// other byte stays where it is.
pub(crate) fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut returns = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n'));
    let Some(first) = returns.next() else { return Cow::Borrowed(text) };
    let mut changed = String::with_capacity(text.len());
    let mut copied = 0;
    for at in std::iter::once(first).chain(returns) {
        changed.push_str(&text[copied..at]);
        changed.push('\n');
        copied = at + 1;
    }
    changed.push_str(&text[copied..]);
    Cow::Owned(changed)
}

/// The text with line feeds only, and without a BOM. Bytes do not keep their places.
pub(crate) fn normal(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// How the first line of a text ends; with a line feed, where there is only one line.
pub(crate) fn of_first_line(text: &str) -> &'static str {
    let end = memchr::memchr2(b'\n', b'\r', text.as_bytes()).and_then(|at| text.get(at..));
    match end {
        Some(end) if end.starts_with("\r\n") => "\r\n",
        Some(end) if end.starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_keeps_its_place() {
        for (text, changed) in [
            ("", ""),
            ("a\r\nb\n", "a\r\nb\n"),
            ("a\rb\r", "a\nb\n"),
            ("\r\r\n\r", "\n\r\n\n"),
            ("é\rש\r\rx", "é\nש\n\nx"),
        ] {
            assert_eq!(with_line_feeds(text), changed);
        }
        assert!(matches!(with_line_feeds("a\r\nb"), Cow::Borrowed(_)));
    }

    #[test]
    fn texts_that_differ_in_line_ends_are_equal() {
        for text in ["\u{feff}é\r\nש\r\rx", "é\nש\n\nx", "é\rש\n\rx"] {
            assert_eq!(normal(text), "é\nש\n\nx");
        }
    }

    #[test]
    fn a_line_ends_in_one_of_three_ways() {
        let ends = ["a\r\nb\n", "a\rb\r\n", "a\nb\r", "a"].map(of_first_line);
        assert_eq!(ends, ["\r\n", "\r", "\n", "\n"]);
    }

    proptest::proptest! {
        #[test]
        fn no_byte_moves(text in "(\\PC|\r|\n){0,60}") {
            let changed = with_line_feeds(&text);
            assert_eq!(changed.len(), text.len());
            assert!(text.bytes().zip(changed.bytes()).all(|(a, b)| a == b || (a, b) == (b'\r', b'\n')));
            assert!(!changed.replace("\r\n", "").contains('\r'));
        }
    }
}
