//! From byte offsets to lines and columns. Knows no format.

use crate::diagnostic::Span;

/// Line and column of both ends, from 1, columns in code points, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

impl Place {
    /// The place of `span` in `text`; the beginning of the file where there is no text.
    pub(super) fn of(span: Span, text: Option<&str>) -> Self {
        let text = text.unwrap_or("");
        let (line, column) = position(text, span.start as usize);
        let (end_line, end_column) = position(text, span.end as usize);
        Self { line, column, end_line, end_column }
    }
}

/// A BOM is no column: editors do not show it.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let offset = floor_boundary(text, offset);
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = 1 + before.bytes().filter(|byte| *byte == b'\n').count();
    let column = 1 + before[line_start..].trim_start_matches('\u{feff}').chars().count();
    (line, column)
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

    #[test]
    fn columns_are_code_points() {
        let text = "\u{feff}א\r\nשלום x\n";
        let at = text.find('x').unwrap();
        let place = Place::of(Span::new(at, at + 1), Some(text));
        assert_eq!((place.line, place.column, place.end_line, place.end_column), (2, 6, 2, 7));
        assert_eq!(Place::of(Span::new(0, 5), Some(text)).column, 1);
    }

    #[test]
    fn offsets_beyond_the_text_are_its_end() {
        assert_eq!(Place::of(Span::new(90, 99), Some("a\nb")).line, 2);
        assert_eq!(Place::of(Span::new(90, 99), None).line, 1);
    }
}
