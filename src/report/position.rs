//! From byte offsets in texts to lines and columns. Knows no format.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};
use crate::line_end::with_line_feeds;

/// The texts that diagnostics point into.
pub trait Texts {
    /// The text of the file at `path`, as stored; none if it could not be read.
    fn text(&self, path: &str) -> Option<&str>;
}

/// Bytes between two marks of a line: what is counted at the most for one position.
const STEP: usize = 4096;

/// Line and column of both ends, from 1, columns in code points, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// The positions of diagnostics that come file by file: each file is counted through once.
pub(super) struct Positions<'t> {
    texts: &'t dyn Texts,
    current: Option<(Arc<str>, LineIndex<'t>)>,
}

impl<'t> Positions<'t> {
    pub(super) fn new(texts: &'t dyn Texts) -> Self {
        Self { texts, current: None }
    }

    /// The position of the diagnostic.
    pub(super) fn of(&mut self, diagnostic: &Diagnostic) -> Position {
        self.of_span(&diagnostic.path, diagnostic.span)
    }

    /// The text of the diagnostic's file; none if it could not be read.
    pub(super) fn text(&self, diagnostic: &Diagnostic) -> Option<&'t str> {
        self.texts.text(&diagnostic.path)
    }

    /// The position of a span in a file; the beginning where there is no text.
    pub(super) fn of_span(&mut self, path: &Arc<str>, span: Span) -> Position {
        if self.current.as_ref().is_none_or(|(current, _)| current != path) {
            self.current = None;
        }
        let text = || LineIndex::new(self.texts.text(path).unwrap_or(""));
        let (_, index) = self.current.get_or_insert_with(|| (path.clone(), text()));
        let (line, column) = index.position(span.start as usize);
        let (end_line, end_column) = index.position(span.end as usize);
        Position { line, column, end_line, end_column }
    }
}

/// Marks through a text, so that no position takes counting from its beginning.
struct LineIndex<'t> {
    text: Cow<'t, str>,
    /// Offset, line and column: where each line begins, and in a long one at every [`STEP`] bytes or a little before.
    marks: Vec<(usize, usize, usize)>,
}

impl<'t> LineIndex<'t> {
    fn new(text: &'t str) -> Self {
        let text = with_line_feeds(text);
        // A BOM is not a column: editors do not show it.
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut marks = vec![(start, 1, 1)];
        let (mut at, mut line) = (start, 1);
        for end in text.match_indices('\n').map(|(newline, _)| newline).chain([text.len()]) {
            let mut column = 1;
            while end.saturating_sub(at) > STEP {
                let next = floor_boundary(&text, at + STEP);
                column += text[at..next].chars().count();
                marks.push((next, line, column));
                at = next;
            }
            if end < text.len() {
                (at, line) = (end + 1, line + 1);
                marks.push((at, line, 1));
            }
        }
        Self { text, marks }
    }

    /// Line and column of an offset; beyond the text, those of its end.
    fn position(&self, offset: usize) -> (usize, usize) {
        let offset = floor_boundary(&self.text, offset);
        let after = self.marks.partition_point(|(mark, ..)| *mark <= offset);
        let Some(&(mark, line, column)) = after.checked_sub(1).and_then(|at| self.marks.get(at)) else {
            return (1, 1);
        };
        (line, column + self.text[mark..offset].chars().count())
    }
}

/// The last character boundary at or before `offset`.
pub(super) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    struct One(String);

    impl Texts for One {
        fn text(&self, path: &str) -> Option<&str> {
            (path == "a.md").then_some(&self.0)
        }
    }

    fn position(text: &str, start: usize, end: usize) -> Position {
        let texts = One(text.to_owned());
        Positions::new(&texts).of_span(&"a.md".into(), Span { start: start as u32, end: end as u32 })
    }

    #[test]
    fn columns_are_code_points() {
        let text = "\u{feff}א\r\nשלום x\n";
        let at = text.find('x').unwrap();
        let found = position(text, at, at + 1);
        assert_eq!((found.line, found.column, found.end_line, found.end_column), (2, 6, 2, 7));
        assert_eq!(position(text, 0, 5).column, 1);
    }

    #[test]
    fn a_lone_carriage_return_ends_a_line() {
        let found = position("a\rb\r\nc\rdx", 8, 9);
        assert_eq!((found.line, found.column), (4, 2));
    }

    #[test]
    fn offsets_beyond_the_text_are_its_end() {
        assert_eq!(position("a\nb", 90, 99).line, 2);
        let nothing = One(String::new());
        assert_eq!(Positions::new(&nothing).of_span(&"b.md".into(), Span::new(90, 99)).line, 1);
    }

    #[test]
    fn marks_change_nothing() {
        let text = "\u{feff}".to_owned() + &"é\nxשß\n".repeat(3000) + &"длинно".repeat(2000);
        let index = LineIndex::new(&text);
        assert!(index.marks.len() > 10);
        for offset in (0..text.len()).step_by(997) {
            let before = &text[..floor_boundary(&text, offset)];
            let line = 1 + before.matches('\n').count();
            let column =
                before.rsplit('\n').next().unwrap().trim_start_matches('\u{feff}').chars().count() + 1;
            assert_eq!(index.position(offset), (line, column));
        }
    }
}
