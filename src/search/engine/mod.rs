//! The search that readers have, for the command line: finds words in the index of a locale, and ranks the articles that have
//! them. Ranks as `search-engine.js` of the default theme does, which is the reference. Knows no article and no page.
//!
//! Words are units of UTF-16, as scripts count: how long a word is says how like another it may be. Where a script has no spaces,
//! a browser divides words by its own dictionary, and ranks may differ.

mod decode;
mod groups;
mod index;
mod like;
mod meet;
mod parse;
mod respell;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::fold;

use decode::Units;
use meet::Meeting;

pub use index::Engine;

/// Units of a query that are read.
const QUERY_UNITS: usize = 200;

/// Units of a custom ID at the most.
const ID_UNITS: usize = 64;

/// What worth of a word in an article is enough to cover it.
const ENOUGH: f64 = 0.3;

/// Results whose score is less than this share of the best are not shown.
const LEAST: f64 = 0.3;

/// An article that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number in the index.
    pub document: u32,
    pub score: f64,
}

impl Engine {
    /// The articles that a query finds, the best first.
    pub fn find(&self, query: &str) -> Vec<Hit> {
        if self.parts.is_empty() {
            return Vec::new();
        }
        let units: Units = query.trim().encode_utf16().take(QUERY_UNITS).collect();
        let mut text = String::from_utf16_lossy(&units);
        let ids = self.opened(&text);
        if query.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        let words = self.parse(&text);
        let meetings: Vec<Meeting> = (0..words.len()).map(|at| self.meet(at, &words)).collect();
        rank(&meetings, &ids)
    }

    /// The documents of a custom ID that is the whole query, in the digits of any script and with or without `#`.
    fn opened(&self, query: &str) -> BTreeSet<u32> {
        let plain: String = query.nfkc().map(|c| fold::digit(c).unwrap_or(c)).collect();
        let id = plain.strip_prefix('#').unwrap_or(&plain).to_lowercase();
        let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
        if id.is_empty() || id.len() > ID_UNITS || !id.chars().all(is_id) {
            return BTreeSet::new();
        }
        let term: Units = format!("#{id}").encode_utf16().collect();
        self.postings(&term).iter().map(|(document, _)| *document).collect()
    }
}

/// The last digits of a logarithm are not the same everywhere, and equal scores are to stay equal.
fn rounded(score: f64) -> f64 {
    (score * 1e9).round() / 1e9
}

fn rank(meetings: &[Meeting], ids: &BTreeSet<u32>) -> Vec<Hit> {
    let total: f64 = meetings.iter().map(|meeting| meeting.rarity).sum();
    let total = if total == 0.0 { 1.0 } else { total };
    // By document: its score, and how much of the query it covers.
    let mut found: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for Meeting { documents, rarity } in meetings {
        for (&document, worth) in documents {
            let (score, covered) = found.entry(document).or_default();
            *score += worth * rarity;
            *covered += rarity * f64::min(1.0, worth / ENOUGH);
        }
    }
    let mut scores: BTreeMap<u32, f64> = found
        .into_iter()
        .map(|(document, (score, covered))| (document, rounded(score / total * (covered / total))))
        .collect();
    for id in ids {
        let score = scores.entry(*id).or_default();
        *score += 10.0;
    }
    let mut hits: Vec<Hit> = scores.into_iter().map(|(document, score)| Hit { document, score }).collect();
    hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.document.cmp(&other.document)));
    let least = hits.first().map_or(0.0, |best| f64::min(best.score, 1.0) * LEAST);
    hits.retain(|hit| hit.score >= least);
    hits
}
