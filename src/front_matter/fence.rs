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

/// What a word processor or translation makes of `---`: dashes and hyphens of other kinds, a minus, the long vowel mark of
/// Japanese.
const DASHES: [char; 11] = ['-', '‐', '‑', '‒', '–', '—', '―', '−', 'ー', '﹣', '－'];

/// How certain it is that a line was meant to be a fence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// It has a character that nobody writes for a thematic break.
    Certain,
    /// It may be a thematic break as well.
    Likely,
}

/// What a line is that may stand for `---` or `+++`; none where it cannot.
pub(super) fn damage(line: &str) -> Option<Damage> {
    let fence = line.trim_matches(|character: char| character.is_whitespace() || is_invisible(character));
    let is_of = |marks: &[char]| fence.chars().all(|character| marks.contains(&character));
    let is_break = |mark: char| {
        let is_mark = |character: char| character == mark || character == ' ';
        fence.chars().all(is_mark) && fence.matches(mark).count() > 2
    };
    if fence.len() > 1 && (is_of(&DASHES) || is_of(&['+', '＋'])) {
        let is_ascii = line.trim().is_ascii();
        return Some(if is_ascii { Damage::Likely } else { Damage::Certain });
    }
    ['-', '*', '_', '='].into_iter().any(is_break).then_some(Damage::Likely)
}

/// A fence that is indented or that translation has changed (`—-`): no fence, but no text to show either.
pub(super) fn is_damaged(line: &str) -> bool {
    damage(line).is_some()
}

/// What stands before a fence without being seen.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
