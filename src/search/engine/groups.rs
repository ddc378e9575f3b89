//! Groups of words of one meaning, and which of them a word of a query is in. Finds no article.

use super::decode::Units;
use super::like::{End, edits};
use super::word::Word;

const STAR: u16 = b'*' as u16;

/// Units that a star stands for at the most.
const ENDING: usize = 6;

/// Each group as its names, each name as its words.
#[derive(Debug)]
pub(super) struct Groups(Vec<Vec<Vec<Units>>>);

impl Groups {
    pub(super) fn new(lines: &[String]) -> Self {
        let words = |name: &str| name.split(' ').map(|word| word.encode_utf16().collect()).collect();
        Self(lines.iter().map(|line| line.split(',').map(words).collect()).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The groups of the word at `at`; a group may have one name for several words.
    pub(super) fn of(&self, at: usize, words: &[Word]) -> Vec<usize> {
        let is_in = |names: &Vec<Vec<Units>>| {
            names.iter().any(|name| {
                let starts = at.saturating_sub(name.len() - 1)..=at;
                starts.filter(|start| start + name.len() <= words.len()).any(|start| {
                    let pairs = name.iter().zip(&words[start..]);
                    pairs.into_iter().all(|(written, word)| is(word, written))
                })
            })
        };
        self.0.iter().enumerate().filter(|(_, names)| is_in(names)).map(|(group, _)| group).collect()
    }
}

fn named(form: &[u16], name: &[u16]) -> bool {
    match name.split_last() {
        Some((&STAR, stem)) => form.starts_with(stem) && form.len() < name.len() + ENDING,
        _ => form == name,
    }
}

/// Whether a word of a query is that of a group; one that the index has not may be misspelt.
fn is(word: &Word, name: &[u16]) -> bool {
    let text = word.text.as_slice();
    if word.end == End::Open && text.len() > 3 && name.starts_with(text) {
        return true;
    }
    if word.forms.iter().any(|form| named(form, name)) {
        return true;
    }
    if !word.is_unknown || name.len() < 6 || text.first() != name.first() {
        return false;
    }
    let most = if name.len() < 8 { 1 } else { 2 };
    match name.split_last() {
        Some((&STAR, stem)) if !stem.is_empty() => (stem.len().saturating_sub(most)..=stem.len() + 1)
            .any(|length| edits(&text[..length.min(text.len())], stem, most) <= most),
        _ => edits(text, name, most) <= most,
    }
}
