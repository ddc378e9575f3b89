//! What a block of front matter is: its place, its format and its fences. Finds and reads none.

use std::ops::Range;

use super::data::Format;

/// The place of the front matter, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) format: Format,
    /// With both fences.
    pub(super) span: Range<usize>,
    /// Between the fences; the braces of JSON belong to it.
    pub(super) content: Range<usize>,
    pub(super) body_start: usize,
    pub(super) fences: Fences,
}

/// How the block is set apart from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fences {
    /// Each fence stands on a line of its own.
    Closed,
    /// No line ends it; it was taken to end where its lines stop looking like front matter.
    Unclosed,
    /// Lines of other dashes stand where the fences should.
    Damaged,
    /// Something else stands on the line of a fence: the first key, or the text of the article.
    OneLine,
}

/// The first byte behind a BOM.
pub(super) fn after_bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// A fence that is indented or that translation has changed (`—-`): no fence, but no text to show either.
pub(super) fn is_damaged(line: &str) -> bool {
    let fence = line.trim();
    let is_of = |marks: &[char]| fence.chars().all(|character| marks.contains(&character));
    fence.len() > 1 && (is_of(&['-', '–', '—']) || is_of(&['+', '＋']))
}
