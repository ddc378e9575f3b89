//! `*[HTML]: Hyper Text Markup Language` of MkDocs and Jekyll: the lines that define abbreviations, and where one stands in a text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::line::{Line, Step};

/// Words and signs that an abbreviation has at the most, so that a text is read through once.
const MAX_WORDS: usize = 8;

/// Bytes of the longest text that an abbreviation is short for: it is written wherever the abbreviation stands.
const MAX_TITLE: usize = 200;

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let (name, rest) = line.text().strip_prefix("*[")?.split_once(']')?;
    let title = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix(':')?.trim();
    let is_name = !name.trim().is_empty() && name.trim() == name && !name.contains(['[', '\\']);
    (is_name && !title.is_empty() && title.len() <= MAX_TITLE).then_some(Step::Define {
        name,
        title,
        until: line.end,
    })
}

/// Those that a text defines.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Abbreviations<'t> {
    titles: BTreeMap<&'t str, &'t str>,
    /// What they begin with.
    first: BTreeSet<&'t str>,
}

impl<'t> Abbreviations<'t> {
    pub(super) fn define(&mut self, name: &'t str, title: &'t str) {
        self.titles.insert(name, title);
        self.first.insert(&name[..word(name)]);
    }

    /// The next one in a text from a place on, the longest there, and what it is short for.
    pub(in crate::markdown) fn next(&self, text: &str, from: usize) -> Option<(Range<usize>, &'t str)> {
        if self.titles.is_empty() {
            return None;
        }
        let mut at = from;
        while at < text.len() {
            let length = word(&text[at..]);
            if self.first.contains(&text[at..at + length])
                && let Some(found) = self.longest(&text[at..])
            {
                return Some((at..at + found.0, found.1));
            }
            at += length;
        }
        None
    }

    /// The longest that a text begins with.
    fn longest(&self, text: &str) -> Option<(usize, &'t str)> {
        let mut found = None;
        let mut end = 0;
        for _ in 0..MAX_WORDS {
            if end == text.len() {
                break;
            }
            end += word(&text[end..]);
            found = self.titles.get(&text[..end]).map(|&title| (end, title)).or(found);
        }
        found
    }
}

/// The length of the word, or of the sign, that a text begins with.
fn word(text: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    match text.find(|c| !is_part(c)) {
        Some(0) => text.chars().next().map_or(0, char::len_utf8),
        Some(end) => end,
        None => text.len(),
    }
}
