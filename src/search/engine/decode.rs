//! Reads the parts of an index as `shard.rs` writes them. Knows no query.

use std::collections::BTreeMap;

use crate::search::shard::{DIGITS, LAST, LEVEL, Shard};

/// A word or a part of one.
pub(super) type Units = Vec<u16>;

/// Terms that follow each other.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) first: Units,
    pub(super) terms: Vec<Units>,
    /// Of each term its documents, and its level in each.
    pub(super) postings: Vec<Vec<(u32, u8)>>,
    /// In how many articles a term stands of which not all are kept, by its number.
    pub(super) frequencies: BTreeMap<usize, u32>,
}

impl Part {
    /// The number of a term.
    pub(super) fn number(&self, term: &[u16]) -> Option<usize> {
        self.terms.binary_search_by(|other| other.as_slice().cmp(term)).ok()
    }
}

pub(super) fn decode(shard: &Shard) -> Part {
    let (mut terms, mut frequencies): (Vec<Units>, _) = (Vec::new(), BTreeMap::new());
    let mut term = Units::new();
    for item in shard.terms.split(' ').filter(|item| !item.is_empty()) {
        if let Some(frequency) = item.strip_prefix('!') {
            let number = frequency.bytes().filter_map(digit).fold(0, |number, digit| number * 64 + digit);
            frequencies.insert(terms.len().saturating_sub(1), number);
            continue;
        }
        let mut units = item.encode_utf16();
        let same = units.next().unwrap_or_default().saturating_sub(u16::from(b'0'));
        term.truncate(usize::from(same));
        term.extend(units);
        terms.push(term.clone());
    }
    let first = shard.first.encode_utf16().collect();
    Part { first, terms, postings: postings(&shard.postings), frequencies }
}

fn postings(text: &str) -> Vec<Vec<(u32, u8)>> {
    let (mut all, mut one) = (Vec::new(), Vec::new());
    let (mut document, mut gap) = (0, 0);
    for byte in text.bytes() {
        if let Some(digit) = digit(byte) {
            gap = gap * 64 + digit;
            continue;
        }
        let place = |levels: &[u8]| levels.iter().position(|level| *level == byte);
        let last = place(LAST);
        let Some(level) = last.or_else(|| place(LEVEL)) else { continue };
        document += gap;
        one.push((document, level as u8));
        (document, gap) = (document + 1, 0);
        if last.is_some() {
            all.push(std::mem::take(&mut one));
            document = 0;
        }
    }
    all
}

fn digit(byte: u8) -> Option<u32> {
    DIGITS.iter().position(|digit| *digit == byte).map(|digit| digit as u32)
}
