//! List markers that make no list, since a translation engine glued or broke them. Judges nothing.

use crate::diagnostic::Span;
use crate::markdown::{BlockKind, Document};

/// The marker of a list item that is shown as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LostMarker {
    /// The marker: `1.` or `-.`.
    pub span: Span,
    pub kind: LostKind,
    /// Number of the run of items that follow each other.
    pub run: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LostKind {
    /// `1.Text`: no space behind it.
    Glued,
    /// `-. Text`.
    Dash,
}

/// A line that begins like a list item.
struct Line {
    span: Span,
    number: Option<u32>,
    kind: Option<LostKind>,
}

/// The lost markers of an article, in the order of its text. `1.Text` is one only where another item with the number
/// before or behind is next to it, since it may be a date or a version.
pub(crate) fn lost_markers(document: &Document, text: &str) -> Vec<LostMarker> {
    if !has_lost(text.as_bytes()) {
        return Vec::new();
    }
    let lines: Vec<Line> = document
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem))
        .flat_map(|block| lines(block.span, text))
        .collect();
    let mut found: Vec<LostMarker> = Vec::new();
    let mut last = None;
    for (at, line) in lines.iter().enumerate() {
        let Some(kind) = line.kind else { continue };
        let has = |neighbour: Option<&Line>, number: Option<u32>| {
            number.is_some() && neighbour.is_some_and(|neighbour| neighbour.number == number)
        };
        let before = line.number.and_then(|number| number.checked_sub(1));
        let behind = line.number.map(|number| number + 1);
        let is_item = kind == LostKind::Dash
            || has(at.checked_sub(1).and_then(|before| lines.get(before)), before)
            || has(lines.get(at + 1), behind);
        if is_item {
            let run = found
                .last()
                .map_or(0, |found| found.run + usize::from(last.map(|last| last + 1) != Some(at)));
            found.push(LostMarker { span: line.span, kind, run });
            last = Some(at);
        }
    }
    found
}

/// Whether a file may have a lost marker: hardly one does.
fn has_lost(bytes: &[u8]) -> bool {
    memchr::memchr2_iter(b'.', b')', bytes).any(|at| {
        match (at.checked_sub(1).map(|before| bytes[before]), bytes.get(at + 1)) {
            (Some(b'-'), Some(behind)) => *behind == b' ',
            (Some(b'0'..=b'9'), Some(behind)) => {
                behind.is_ascii_alphabetic() || !behind.is_ascii() || br#"*["("#.contains(behind)
            }
            _ => false,
        }
    })
}

/// The lines of a block that begin with a marker, sound or lost.
fn lines(block: Span, text: &str) -> impl Iterator<Item = Line> {
    // The marker of an item stands before its block.
    let start = text.get(..block.start as usize).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let start = if block.start as usize - start <= MOST_INDENTED { start } else { block.start as usize };
    let mut at = start;
    let whole = Span::new(start, block.end as usize).slice(text);
    whole.split_inclusive('\n').filter_map(move |line| {
        let from = at;
        at += line.len();
        let rest = line.trim_start_matches([' ', '\t', '>', '\u{200e}', '\u{200f}', '\u{feff}']);
        marker(rest, from + line.len() - rest.len())
    })
}

/// Bytes before a block on its line in which its marker is looked for.
const MOST_INDENTED: usize = 40;

/// The marker that a line begins with.
fn marker(line: &str, at: usize) -> Option<Line> {
    if line.starts_with("-. ") {
        return Some(Line { span: Span::new(at, at + 2), number: None, kind: Some(LostKind::Dash) });
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = line.get(..digits).filter(|_| (1..=2).contains(&digits))?.parse().ok()?;
    let behind = line[digits..].strip_prefix(['.', ')'])?;
    let span = Span::new(at, at + digits + 1);
    let kind = match behind.chars().next() {
        None => None,
        Some(letter) if letter.is_whitespace() => None,
        Some(letter) if letter.is_alphabetic() || "*[“\"„«「(".contains(letter) => {
            Some(LostKind::Glued)
        }
        Some(_) => return None,
    };
    Some(Line { span, number: Some(number), kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(text: &str) -> String {
        let document = Document::parse(text, 0);
        let found = lost_markers(&document, text);
        found
            .iter()
            .map(|lost| format!("{}{}", lost.span.slice(text), lost.run))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn markers_without_a_space() {
        assert_eq!(lost("# A\n\n1.Open it.\n2.Close it.\n"), "1.0 2.0");
        assert_eq!(lost("# A\n\n1.打开它。\n\n2.关闭它。\n\nText.\n\n1)“开”\n2)*关*\n"), "1.0 2.0 1)0 2)0");
        assert_eq!(lost("# A\n\n3. Save.\n\n4.Send.\n\n5. Close.\n"), "4.0");
        assert_eq!(lost("# A\n\n-. Open it.\n\n-. Close it.\n"), "-.0 -.0");
    }

    #[test]
    fn numbers_that_are_no_markers() {
        assert_eq!(
            lost("# A\n\n1.Mai ist frei.\n\n3.5 GB\n\n2.0.1\n\n1. Open.\n2. Close.\n\n```\n1.a\n2.b\n```\n"),
            ""
        );
        assert_eq!(lost("# A\n\n1.NET ist da.\n\n5.NET auch.\n"), "");
    }
}
