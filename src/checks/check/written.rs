//! The running text of a file, block by block, and which parts of it are code. Judges nothing.

use std::cell::OnceCell;
use std::ops::Range;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind};

use super::prose::pieces;

/// A block of running text as it is written.
#[derive(Debug)]
pub(crate) struct WrittenBlock<'f> {
    pub(crate) block: &'f Block,
    pub(crate) text: &'f str,
    /// Code and addresses in the text, found when first asked for.
    literal: OnceCell<Vec<Span>>,
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
        let literal = self.literal.get_or_init(|| pieces(self.text).literal);
        let after = literal.partition_point(|part| part.start as usize <= at);
        literal[..after].last().map(|part| part.range()).filter(|part| at < part.end)
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn code_targets_and_tags() {
        let text = "a `b` [c](d \"e\") <f g> `` h ` `` < i ` j";
        let literal = pieces(text).literal;
        let parts: Vec<&str> = literal.iter().map(|part| part.slice(text)).collect();
        assert_eq!(parts, ["`b`", "](d \"e\")", "<f g>", "`` h ` ``"]);
    }

    #[test]
    fn what_never_ends_is_none() {
        assert!(pieces("`a ``b ](c <d").literal.is_empty());
    }
}
