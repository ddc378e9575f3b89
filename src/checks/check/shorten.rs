//! Pieces of text for messages: one line, not too long.

use crate::catalog::File;
use crate::diagnostic::Span;

/// Letters of a text that a message shows.
const SHOWN: usize = 60;

/// The text on one line; what is too long loses its middle.
pub(crate) fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let letters: Vec<char> = line.chars().collect();
    if letters.len() <= SHOWN {
        return line;
    }
    let half = (SHOWN - 1) / 2;
    let (start, end) = (&letters[..half], &letters[letters.len() - half..]);
    start.iter().chain(&['…']).chain(end).collect()
}

/// A span without the line ends behind it.
pub(crate) fn line_of(file: &File, span: Span) -> Span {
    let written = span.slice(&file.text);
    Span::new(span.start as usize, span.start as usize + written.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_texts_lose_their_middle() {
        assert_eq!(shortened(" a\n  b "), "a b");
        assert_eq!(shortened(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(shortened(&"é".repeat(61)).chars().count(), 59);
    }
}
