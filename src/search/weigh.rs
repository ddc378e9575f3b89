//! The weight of a term in an article: BM25F, in a few levels. How rare a term is, the search script computes itself.

use rayon::prelude::*;

use super::collect::Collected;
use super::gather::Posting;
use super::text::{FIELDS, Field};

/// Levels of weight; each is √2 times the one before.
pub(super) const LEVELS: u8 = 12;

/// The level of weight 1: a word that stands once in a body of the usual length.
const MIDDLE: f32 = 3.0;

/// The character that custom IDs begin with among the terms; no word does.
pub(super) const ID: char = '#';

/// What a word is worth in each field, and how much a longer field lowers that (the `w` and `b` of BM25F).
const FIELD: [(f32, f32); FIELDS] = {
    let mut fields = [(0.0, 0.0); FIELDS];
    fields[Field::Title as usize] = (9.0, 0.6);
    fields[Field::Heading as usize] = (3.0, 0.3);
    fields[Field::Body as usize] = (1.0, 0.6);
    fields[Field::Name as usize] = (3.0, 0.5);
    fields[Field::Source as usize] = (0.4, 0.6);
    fields
};

/// Number of articles from which on a word that most of them have is left out.
const MANY: usize = 60;

/// A term and the documents it stands in, each with a level; in the order of the documents.
#[derive(Debug)]
pub(super) struct WeightedTerm {
    pub(super) term: String,
    pub(super) documents: Vec<(u32, u8)>,
    /// How many documents it stands in, where these are more than [`Self::documents`].
    pub(super) frequency: Option<u32>,
}

/// Every term that has weight, in the order of UTF-16, as scripts compare.
pub(super) fn weigh(collected: Collected) -> Vec<WeightedTerm> {
    let Collected { terms, postings, lengths, ids } = collected;
    let norms = norms(&lengths);
    let start = |term: u32| (utf16_start(terms.get(term as usize)), term);
    let mut order: Vec<(u128, u32)> = (0..terms.len() as u32).map(start).collect();
    order.par_sort_unstable_by(|&(start, one), &(other_start, other)| {
        let whole = || utf16(terms.get(one as usize), terms.get(other as usize));
        start.cmp(&other_start).then_with(whole)
    });
    let mut starts = vec![0_u32; terms.len() + 1];
    for posting in &postings {
        starts[posting.term as usize + 1] += 1;
    }
    for term in 0..terms.len() {
        starts[term + 1] += starts[term];
    }
    // Postings by term; those of one term stay in the order of the documents.
    let mut next = starts.clone();
    let mut sorted = vec![0_u32; postings.len()];
    for (number, posting) in postings.iter().enumerate() {
        let at = &mut next[posting.term as usize];
        sorted[*at as usize] = number as u32;
        *at += 1;
    }
    let entry = |&(_, term): &(u128, u32)| {
        let range = starts[term as usize] as usize..starts[term as usize + 1] as usize;
        let is_common = lengths.len() >= MANY && range.len() * 3 > lengths.len();
        let own = sorted[range].iter().map(|&number| &postings[number as usize]);
        let frequency = is_common.then_some(own.len() as u32);
        let weight = |posting: &Posting| (posting.document, level(posting, &norms));
        // The first, so that the word is known.
        let first = own.clone().next().filter(|_| is_common).map(weight);
        let counted = own.filter(|posting| !is_common || stands_out(posting));
        let mut documents = Vec::with_capacity(counted.size_hint().1.unwrap_or_default());
        documents.extend(counted.map(weight));
        if documents.is_empty() {
            documents.extend(first);
        }
        (!documents.is_empty()).then(|| WeightedTerm {
            term: terms.get(term as usize).to_owned(),
            documents,
            frequency,
        })
    };
    let of_ids = ids.into_iter().map(|(id, documents)| WeightedTerm {
        term: format!("{ID}{}", id.to_ascii_lowercase()),
        documents: documents.into_iter().map(|document| (document, LEVELS - 1)).collect(),
        frequency: None,
    });
    let mut entries: Vec<WeightedTerm> = of_ids.collect();
    entries.sort_by(|one, other| one.term.cmp(&other.term));
    entries.dedup_by(|later, earlier| {
        let is_same = later.term == earlier.term;
        if is_same {
            earlier.documents.append(&mut later.documents);
            earlier.documents.sort_unstable();
            earlier.documents.dedup();
        }
        is_same
    });
    entries.par_extend(order.par_iter().filter_map(entry));
    entries
}

/// Whether a word that most articles have was chosen for a place where few words stand.
fn stands_out(posting: &Posting) -> bool {
    [Field::Title, Field::Heading, Field::Name].iter().any(|&field| posting.counts[field as usize] > 0)
}

/// By document and field, what a single word there counts.
fn norms(lengths: &[[u32; FIELDS]]) -> Vec<[f32; FIELDS]> {
    let mut means = [0.0; FIELDS];
    for length in lengths {
        for (mean, length) in means.iter_mut().zip(length) {
            *mean += *length as f32;
        }
    }
    let norm = |length: &[u32; FIELDS]| {
        let mut norm = [0.0; FIELDS];
        for (field, (weight, slope)) in FIELD.iter().enumerate() {
            let mean = (means[field] / lengths.len() as f32).max(1.0);
            norm[field] = weight / (1.0 - slope + slope * length[field] as f32 / mean);
        }
        norm
    };
    lengths.iter().map(norm).collect()
}

fn level(posting: &Posting, norms: &[[f32; FIELDS]]) -> u8 {
    let norm = &norms[posting.document as usize];
    let weight: f32 = posting.counts.iter().zip(norm).map(|(&count, norm)| f32::from(count) * norm).sum();
    (weight.log2() * 2.0 + MIDDLE).round().clamp(0.0, f32::from(LEVELS - 1)) as u8
}

/// The order of UTF-16, which differs from that of bytes only above U+D7FF.
pub(super) fn utf16(one: &str, other: &str) -> std::cmp::Ordering {
    one.bytes().map(utf16_rank).cmp(other.bytes().map(utf16_rank))
}

/// The beginning of a term as a number in that order: it decides between most terms, at the cost of one comparison.
fn utf16_start(term: &str) -> u128 {
    let mut start = [0; 16];
    for (rank, byte) in start.iter_mut().zip(term.bytes()) {
        *rank = utf16_rank(byte);
    }
    u128::from_be_bytes(start)
}

/// What a byte of UTF-8 counts in the order of UTF-16: U+E000 to U+FFFF stand behind what is beyond them, which has surrogates.
fn utf16_rank(byte: u8) -> u8 {
    if matches!(byte, 0xee | 0xef) { byte + 0x10 } else { byte }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{utf16, utf16_start};

    proptest! {
        #[test]
        fn terms_stand_in_the_order_of_utf16(
            one in "[a\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}]{0,6}",
            other in "[a\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}]{0,6}",
        ) {
            let order = one.encode_utf16().cmp(other.encode_utf16());
            prop_assert_eq!(utf16(&one, &other), order);
            prop_assert_eq!(utf16_start(&one).cmp(&utf16_start(&other)).then(order), order);
        }
    }
}
