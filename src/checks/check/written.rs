//! The running text of a file, block by block, and which parts of it are code or bold. Judges nothing.

use std::cell::OnceCell;
use std::ops::Range;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind, StrayKind};

use super::letters::is_alphabetic;
use super::prose::pieces;

/// A block of running text as it is written.
#[derive(Debug)]
pub(crate) struct WrittenBlock<'f> {
    file: &'f File,
    pub(crate) block: &'f Block,
    pub(crate) text: &'f str,
    /// Code and addresses in the text, found when first asked for.
    literal: OnceCell<Vec<Span>>,
}

/// Where two asterisks stand in a row, each of them in one pair at the most.
pub(crate) fn double_stars(text: &str) -> impl Iterator<Item = usize> {
    memchr::memmem::find_iter(text.as_bytes(), b"**")
}

/// Where the first block of a file starts: before it stands the front matter.
pub(crate) fn body_start(file: &File) -> usize {
    file.document.blocks.first().map_or(file.text.len(), |block| block.span.start as usize)
}

impl<'f> WrittenBlock<'f> {
    pub(crate) fn of(file: &'f File) -> impl Iterator<Item = Self> {
        let is_running = |block: &&Block| !matches!(block.kind, BlockKind::Code | BlockKind::Html);
        file.document.blocks.iter().filter(is_running).map(|block| Self::of_block(file, block))
    }

    pub(crate) fn of_block(file: &'f File, block: &'f Block) -> Self {
        Self { file, block, text: block.span.slice(&file.text), literal: OnceCell::new() }
    }

    /// Where a part of the text stands in the file.
    pub(crate) fn span(&self, part: Range<usize>) -> Span {
        let start = self.block.span.start as usize;
        Span::new(start + part.start, start + part.end)
    }

    /// Whether the place is code, part of the target of a link or of a tag, or source text beside its translation.
    pub(crate) fn is_literal(&self, at: usize) -> bool {
        self.literal_at(at).is_some()
    }

    /// The code, target, tag or source text that the place is a part of.
    pub(crate) fn literal_at(&self, at: usize) -> Option<Range<usize>> {
        let literal = self.literal.get_or_init(|| pieces(self.text).literal);
        let after = literal.partition_point(|part| part.start as usize <= at);
        let literal = literal[..after].last().map(|part| part.range()).filter(|part| at < part.end);
        literal.or_else(|| self.source_text_at(at))
    }

    fn source_text_at(&self, at: usize) -> Option<Range<usize>> {
        let start = self.block.span.start as usize;
        let source =
            self.file.document.source_text_at(start + at).filter(|_| self.block.is_bilingual())?.range();
        Some(source.start.saturating_sub(start)..source.end.saturating_sub(start))
    }

    /// Whether what begins at the place stands within a sentence: words are before it, and no mark that ends or introduces one.
    pub(crate) fn is_within_sentence(&self, at: usize) -> bool {
        let before = self.text[..at]
            .trim_end_matches(|letter: char| letter.is_whitespace() || "*_[(".contains(letter));
        let line = before.rsplit('\n').next().unwrap_or(before);
        let is_end = |letter: char| ".:!?…|。：！？؟।".contains(letter);
        line.contains(is_alphabetic) && !before.ends_with(is_end)
    }

    /// The insides of bold text, if all asterisks of the block are beyond doubt.
    pub(crate) fn bold(&self) -> Vec<Range<usize>> {
        let text = self.text;
        let strays = &self.file.document.strays;
        let first = strays.partition_point(|stray| stray.span.start < self.block.span.start);
        let mut shown = strays[first..].iter().take_while(|stray| stray.span.end <= self.block.span.end);
        let marks: Vec<usize> = double_stars(text).filter(|at| !self.is_literal(*at)).collect();
        let is_other = |at: &usize| text[..*at].ends_with(['*', '\\']) || text[at + 2..].starts_with('*');
        let is_doubtful = marks.len() % 2 == 1 || marks.iter().any(is_other);
        if is_doubtful || shown.any(|stray| stray.kind == StrayKind::Stars) {
            return Vec::new();
        }
        let is_bold = |inside: &Range<usize>| {
            let text = &text[inside.clone()];
            !text.is_empty() && !text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace)
        };
        marks.chunks_exact(2).map(|pair| pair[0] + 2..pair[1]).filter(is_bold).collect()
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
