//! A block as one line, with the place of each of its bytes: how its lines begin and end is no text. Reads no markup.

use std::ops::Range;

use super::piece::InlineForm;

/// What a hard line break is in the line: raw HTML, wherever it stands.
const BREAK: &str = "<?br?>";

/// A block as one line.
pub(super) struct Line<'t> {
    /// Of all of the file.
    pub(super) text: &'t str,
    pub(super) line: String,
    parts: Vec<Part>,
}

/// A part of the line, and where it is written.
struct Part {
    at: usize,
    place: Range<usize>,
    kind: PartKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartKind {
    /// Byte for byte.
    Written,
    /// The end of a line, and what the next one begins with.
    Joint,
    /// The same, where it is shown as an end.
    Break,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t str, lines: &[Range<usize>], form: InlineForm) -> Self {
        let mut line = Self { text, line: String::new(), parts: Vec::new() };
        let mut end: Option<usize> = None;
        for (number, range) in lines.iter().enumerate() {
            let written = &text[range.clone()];
            let is_last = number + 1 == lines.len();
            let content = if number == 0 { written } else { written.trim_start_matches([' ', '\t']) };
            let start = range.end - content.len();
            let kept = if is_last { content } else { content.trim_end_matches([' ', '\t']) };
            if kept.is_empty() {
                continue;
            }
            let mut until = start + kept.len();
            if let Some(end) = end {
                line.join(end..start, form);
            }
            let is_slash = kept.len() == content.len()
                && kept.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
            if !is_last && is_slash && form == InlineForm::Markdown {
                until -= 1;
            }
            line.push(start..until, &text[start..until], PartKind::Written);
            end = Some(until);
        }
        line
    }

    fn join(&mut self, place: Range<usize>, form: InlineForm) {
        let written = &self.text[place.clone()];
        let is_break = written.starts_with('\\') || written.starts_with("  ");
        if is_break && form == InlineForm::Markdown {
            // A backslash would take the mark's first letter.
            if self.line.ends_with('\\') {
                self.push(place.start..place.start, " ", PartKind::Joint);
            }
            self.push(place, BREAK, PartKind::Break);
        } else {
            self.push(place, " ", PartKind::Joint);
        }
    }

    fn push(&mut self, place: Range<usize>, text: &str, kind: PartKind) {
        self.parts.push(Part { at: self.line.len(), place, kind });
        self.line.push_str(text);
    }

    /// Where a range of the line is written.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let part = |at: usize| &self.parts[at.min(self.parts.len() - 1)];
        if self.parts.is_empty() {
            return 0..0;
        }
        let first = part(self.parts.partition_point(|part| part.at <= range.start).saturating_sub(1));
        let start = match first.kind {
            PartKind::Written => (first.place.start + range.start - first.at).min(first.place.end),
            _ if range.start == first.at => first.place.start,
            _ => first.place.end,
        };
        let last = part(self.parts.partition_point(|part| part.at < range.end).saturating_sub(1));
        let end = match last.kind {
            PartKind::Written => (last.place.start + range.end.saturating_sub(last.at)).min(last.place.end),
            _ if range.end <= last.at => last.place.start,
            _ => last.place.end,
        };
        start..end.max(start)
    }

    /// Whether a line ends there, and is not shown to.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        let part = self.parts.binary_search_by_key(&at, |part| part.at).ok();
        part.is_some_and(|part| self.parts[part].kind == PartKind::Joint)
    }

    /// Where the hard breaks stand in the line.
    pub(super) fn breaks(&self) -> impl Iterator<Item = Range<usize>> {
        let breaks = self.parts.iter().filter(|part| part.kind == PartKind::Break);
        breaks.map(|part| part.at..part.at + BREAK.len())
    }
}
