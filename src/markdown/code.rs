//! The content of a block of code as HTML: its tokens and its marked lines. Its visible text is the code, whatever is marked.

use std::fmt::Write;
use std::ops::Range;

use super::document::{Code, LineMark};
use super::escape;
use super::host::CodeToken;

pub(super) fn write(code: &Code, tokens: &[CodeToken], out: &mut String) {
    let mut writer = CodeWriter { text: &code.text, tokens, out };
    for (range, mark) in stretches(code) {
        let Some(element) = mark.map(element) else {
            writer.tokens(range);
            continue;
        };
        let _ = write!(writer.out, "<{element}>");
        writer.tokens(range);
        let _ = write!(writer.out, "</{element}>");
    }
}

fn element(mark: LineMark) -> &'static str {
    match mark {
        LineMark::Marked => "mark",
        LineMark::Inserted => "ins",
        LineMark::Deleted => "del",
    }
}

/// The code in stretches of whole lines that are marked in one way.
fn stretches(code: &Code) -> Vec<(Range<usize>, Option<LineMark>)> {
    if code.marks.is_empty() {
        return vec![(0..code.text.len(), None)];
    }
    let mut stretches: Vec<(Range<usize>, Option<LineMark>)> = Vec::new();
    let mut start = 0;
    for (line, mark) in code.text.split_inclusive('\n').zip(marks_of_lines(code)) {
        let end = start + line.len();
        match stretches.last_mut() {
            Some((range, before)) if *before == mark => range.end = end,
            _ => stretches.push((start..end, mark)),
        }
        start = end;
    }
    stretches
}

/// The mark of each line. A line that is marked in several ways is shown as taken out, else as put in.
fn marks_of_lines(code: &Code) -> Vec<Option<LineMark>> {
    const KINDS: [LineMark; 3] = [LineMark::Deleted, LineMark::Inserted, LineMark::Marked];
    let lines = code.text.split_inclusive('\n').count();
    // How many marks of each kind begin at a line, less those that have ended.
    let mut changes = vec![[0_i64; 3]; lines + 1];
    for mark in &code.marks {
        let first = (mark.first.max(1) as usize - 1).min(lines);
        let last = (mark.last as usize).clamp(first, lines);
        let kind = KINDS.iter().position(|kind| *kind == mark.kind).unwrap_or(0);
        changes[first][kind] += 1;
        changes[last][kind] -= 1;
    }
    let mut open = [0; 3];
    let mark = |change: &[i64; 3]| {
        open.iter_mut().zip(change).for_each(|(open, change)| *open += change);
        KINDS.iter().zip(open).find(|(_, open)| *open > 0).map(|(kind, _)| *kind)
    };
    changes[..lines].iter().map(mark).collect()
}

struct CodeWriter<'a> {
    text: &'a str,
    /// Those that are not yet written in full.
    tokens: &'a [CodeToken],
    out: &'a mut String,
}

impl CodeWriter<'_> {
    /// Writes a stretch; a token that goes beyond it is cut.
    fn tokens(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(token) = self.tokens.first().filter(|token| token.range.start < range.end) {
            let (start, end) = (token.range.start.max(at), token.range.end.min(range.end));
            self.plain(at..start);
            let _ = write!(self.out, "<span class=\"{}\">", token.class);
            self.plain(start..end);
            self.out.push_str("</span>");
            at = end;
            if token.range.end > range.end {
                break;
            }
            self.tokens = &self.tokens[1..];
        }
        self.plain(at..range.end);
    }

    fn plain(&mut self, range: Range<usize>) {
        escape::text(self.out, self.text.get(range).unwrap_or(""));
    }
}
