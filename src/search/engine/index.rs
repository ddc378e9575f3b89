//! The index of a locale as the engine reads it: its parts, its groups of words, and what words are divided by. Ranks nothing.

use icu::segmenter::options::WordBreakInvariantOptions;
use icu::segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::decode::{Part, decode};
use super::groups::Groups;
use super::respell::Spellings;
use crate::search::fold::Folding;
use crate::search::weigh::LEVELS;
use crate::search::{SearchIndex, Shard};

/// An index, read.
#[derive(Debug)]
pub struct Engine {
    pub(super) documents: usize,
    pub(super) parts: Vec<Part>,
    pub(super) groups: Groups,
    pub(super) folding: Folding,
    pub(super) spellings: Spellings,
    pub(super) segmenter: WordSegmenterBorrowed<'static>,
    /// How a weight of a level counts: twice as much of it never counts twice as much.
    pub(super) worth: Vec<f64>,
}

impl Engine {
    /// Reads the whole index; a browser reads of it what a query needs.
    pub fn new(index: &SearchIndex) -> Self {
        Self::of(index.documents.len(), &index.shards, &index.synonyms, index.folding)
    }

    pub(super) fn of(documents: usize, shards: &[Shard], synonyms: &[String], folding: Folding) -> Self {
        let weight = |level: u8| f64::powf(2.0, (f64::from(level) - 3.0) / 2.0);
        Self {
            documents,
            parts: shards.iter().map(decode).collect(),
            groups: Groups::new(synonyms),
            folding,
            spellings: Spellings::new(folding.letters),
            segmenter: WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()),
            worth: (0..LEVELS).map(|level| weight(level) / (weight(level) + 2.5)).collect(),
        }
    }

    /// The number of the part in which a term would stand.
    pub(super) fn part_of(&self, term: &[u16]) -> usize {
        self.parts.partition_point(|part| part.first.as_slice() <= term).saturating_sub(1)
    }

    pub(super) fn has(&self, term: &[u16]) -> bool {
        self.parts.get(self.part_of(term)).is_some_and(|part| part.number(term).is_some())
    }

    /// The documents of a term and its level in each.
    pub(super) fn postings(&self, term: &[u16]) -> &[(u32, u8)] {
        let part = self.parts.get(self.part_of(term));
        part.and_then(|part| Some(part.postings.get(part.number(term)?)?.as_slice())).unwrap_or_default()
    }
}
