//! The running text of a file, block by block, and which parts of it are code. Judges nothing.

use std::cell::OnceCell;
use std::ops::Range;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind};

/// A block of running text as it is written.
#[derive(Debug)]
pub(crate) struct WrittenBlock<'f> {
    pub(crate) block: &'f Block,
    pub(crate) text: &'f str,
    /// Code and addresses in the text, found when first asked for.
    literal: OnceCell<Vec<Range<usize>>>,
}

impl<'f> WrittenBlock<'f> {
    pub(crate) fn of(file: &'f File) -> impl Iterator<Item = Self> {
        let is_running = |block: &&Block| !matches!(block.kind, BlockKind::Code | BlockKind::Html);
        file.document.blocks.iter().filter(is_running).map(|block| Self::of_block(file, block))
    }

    pub(crate) fn of_block(file: &'f File, block: &'f Block) -> Self {
        Self { block, text: block.span.slice(&file.text), literal: OnceCell::new() }
    }

    /// Where a part of the text stands in the file.
    pub(crate) fn span(&self, part: Range<usize>) -> Span {
        let start = self.block.span.start as usize;
        Span::new(start + part.start, start + part.end)
    }

    /// Whether the place is code, or part of the target of a link or of a tag.
    pub(crate) fn is_literal(&self, at: usize) -> bool {
        self.literal_at(at).is_some()
    }

    /// The code, target or tag that the place is a part of.
    pub(crate) fn literal_at(&self, at: usize) -> Option<Range<usize>> {
        let literal = self.literal.get_or_init(|| literal(self.text));
        let after = literal.partition_point(|part| part.start <= at);
        literal[..after].last().filter(|part| at < part.end).cloned()
    }
}

/// Code between backticks, `](target)`, and `<tag …>` of a letter.
fn literal(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut ends = Ends::of(bytes);
    let mut at = 0;
    while let Some(mark) = memchr::memchr3(b'`', b']', b'<', &bytes[at..]).map(|found| at + found) {
        let end = match bytes[mark] {
            b'`' => {
                let run = bytes[mark..].iter().take_while(|byte| **byte == b'`').count();
                let Some(end) = ends.behind_backticks(mark, run) else {
                    at = mark + run;
                    continue;
                };
                Some(end)
            }
            b']' if bytes.get(mark + 1) == Some(&b'(') => ends.behind(b')', mark),
            b'<' if bytes.get(mark + 1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/') => {
                ends.behind(b'>', mark)
            }
            _ => None,
        };
        parts.extend(end.map(|end| mark..end));
        at = end.unwrap_or(mark + 1);
    }
    parts
}

/// Where what is open may end. Each kind of end is looked for once behind a place without one.
struct Ends<'t> {
    bytes: &'t [u8],
    /// Kinds of ends that stand nowhere behind: lengths of runs of backticks, and bytes.
    missing_runs: Vec<usize>,
    missing: Vec<u8>,
}

impl<'t> Ends<'t> {
    fn of(bytes: &'t [u8]) -> Self {
        Self { bytes, missing_runs: Vec::new(), missing: Vec::new() }
    }

    fn behind(&mut self, end: u8, from: usize) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = memchr::memchr(end, &self.bytes[from..]).map(|found| from + found + 1);
        if found.is_none() {
            self.missing.push(end);
        }
        found
    }

    /// Behind the next run of backticks that is as long as the one at `from`.
    fn behind_backticks(&mut self, from: usize, run: usize) -> Option<usize> {
        if self.missing_runs.contains(&run) {
            return None;
        }
        let mut at = from + run;
        while let Some(next) = memchr::memchr(b'`', &self.bytes[at..]).map(|found| at + found) {
            let length = self.bytes[next..].iter().take_while(|byte| **byte == b'`').count();
            at = next + length;
            if length == run {
                return Some(at);
            }
        }
        self.missing_runs.push(run);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn code_targets_and_tags() {
        let text = "a `b` [c](d \"e\") <f g> `` h ` `` < i ` j";
        let parts: Vec<&str> = literal(text).into_iter().map(|part| &text[part]).collect();
        assert_eq!(parts, ["`b`", "](d \"e\")", "<f g>", "`` h ` ``"]);
    }

    #[test]
    fn what_never_ends_is_none() {
        assert!(literal("`a ``b ](c <d").is_empty());
    }
}
