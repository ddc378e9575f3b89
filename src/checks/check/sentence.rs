//! The sentences of a block, without what is a name, a label or a quotation in it. Judges nothing.

use crate::diagnostic::Span;

use super::bytes::byte_at;
use super::letters::is_alphanumeric;
use super::prose::pieces;

/// Bytes between two marks that belong together, at the most.
const LONGEST: usize = 300;

/// The marks that a label, a quotation or an aside stands between.
const PAIRS: [(&str, &str); 17] = [
    ("**", "**"),
    ("__", "__"),
    ("*", "*"),
    ("_", "_"),
    ("\"", "\""),
    ("“", "”"),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("»", "«"),
    ("‘", "’"),
    ("「", "」"),
    ("『", "』"),
    ("《", "》"),
    ("(", ")"),
    ("（", "）"),
    ("[", "]"),
];

/// A block as it is written, with spaces in place of code, addresses, labels, quotations and asides: as long as it was.
pub(crate) fn running_text(written: &str) -> String {
    let mut prose = String::with_capacity(written.len());
    for piece in pieces(written).prose {
        // The alternative text of a tag stands before the piece at hand: it is no sentence of the text.
        let Some(gap) = (piece.start as usize).checked_sub(prose.len()) else { continue };
        leave_out(&mut prose, written, gap);
        prose.push_str(piece.slice(written));
    }
    let rest = written.len() - prose.len();
    leave_out(&mut prose, written, rest);
    let mut text = String::with_capacity(written.len());
    while let Some(mark) = byte_at(prose.as_bytes(), text.len(), may_open) {
        text.push_str(&prose[text.len()..mark]);
        match pair(&prose[mark..]) {
            Some(length) => blank(&mut text, length),
            None => text.extend(prose[mark..].chars().next()),
        }
    }
    text.push_str(&prose[text.len()..]);
    text
}

/// Whether one of the opening marks begins with the byte.
fn may_open(byte: u8) -> bool {
    (byte == b'*')
        | (byte == b'_')
        | (byte == b'"')
        | (byte == b'(')
        | (byte == b'[')
        | (byte == 0xc2)
        | (byte == 0xe2)
        | (byte == 0xe3)
        | (byte == 0xef)
}

/// Blanks what is no prose, but for the end of the text of a link.
fn leave_out(prose: &mut String, written: &str, mut length: usize) {
    if length > 0 && written[prose.len()..].starts_with(']') {
        prose.push(']');
        length -= 1;
    }
    blank(prose, length);
}

fn blank(text: &mut String, length: usize) {
    text.extend(std::iter::repeat_n(' ', length));
}

/// The length of what begins with an opening mark and ends with the closing one.
fn pair(text: &str) -> Option<usize> {
    let near = &text[..text.floor_char_boundary(LONGEST)];
    PAIRS.iter().find_map(|(open, close)| {
        let inner = near.strip_prefix(open).filter(|inner| !inner.starts_with(char::is_whitespace))?;
        Some(open.len() + inner.find(close)? + close.len())
    })
}

/// The sentences of a running text: their places in it.
pub(crate) fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let is_end = match letter {
            '.' | '!' | '?' | '…' | '؟' | '۔' | '।' => {
                letters.peek().is_none_or(|(_, next)| next.is_whitespace())
            }
            '。' | '！' | '？' => true,
            _ => false,
        };
        if is_end {
            found.extend(trimmed(text, start, end));
            start = end;
        }
    }
    found.extend(trimmed(text, start, text.len()));
    found
}

/// From the first letter or digit on.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let from = text[start..end].find(is_alphanumeric)?;
    Some(Span::new(start + from, start + text[start..end].trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::{running_text, sentences};
    use proptest::prelude::*;

    #[test]
    fn what_is_said_in_the_text() {
        let written = "- Open “the menu” (the *first*) in **Save and go** or `this. that`. Then [a link](b.md) v. 1.5! 次。次に\n> <b>ok</b>";
        let text = running_text(written);
        assert_eq!(text.len(), written.len());
        let found: Vec<String> = sentences(&text)
            .iter()
            .map(|span| span.slice(&text).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(found, ["Open in or .", "Then v.", "1.5!", "次。", "次に > ok"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(written in "[a`<>()\\[\\]\\\\é“”„*_. 。\"']{0,60}") {
            let text = running_text(&written);
            prop_assert_eq!(text.len(), written.len());
            prop_assert!(sentences(&text).iter().all(|span| text.get(span.range()).is_some()));
        }
    }
}
