//! The documents that a word of a query meets, and how much the word counts. Ranks nothing.

use std::collections::BTreeMap;

use super::decode::{Part, Units};
use super::index::Engine;
use super::like::{End, is_digit, likeness};
use super::word::{Script, Word};

/// How like a word its synonym is.
const SYNONYM: f64 = 0.5;

/// How like a word its two halves are.
const HALVES: f64 = 0.75;

/// How much a word of so many letters counts, beside how rare it is.
const SHORT: [f64; 5] = [1.0, 0.3, 0.3, 0.5, 0.8];

/// How much more a code counts.
const CODE: f64 = 2.0;

/// What a word meets: the worth of every document it stands in, and how much the word counts.
#[derive(Debug)]
pub(super) struct Meeting {
    pub(super) documents: BTreeMap<u32, f64>,
    pub(super) rarity: f64,
}

/// What was found of a word so far.
#[derive(Default)]
struct Found {
    /// How like the word each term is.
    likes: BTreeMap<Units, f64>,
    documents: BTreeMap<u32, f64>,
    /// In how many articles the word stands, forms of it less the less like it they are.
    frequency: f64,
}

impl Found {
    fn see(&mut self, document: u32, worth: f64) {
        let best = self.documents.entry(document).or_insert(worth);
        *best = best.max(worth);
    }

    fn begins(&self, word: &Word) -> bool {
        self.likes.keys().any(|term| begins(term, &word.text, word.end))
    }
}

fn begins(term: &[u16], start: &[u16], end: End) -> bool {
    term == start || end == End::Open && term.starts_with(start)
}

impl Engine {
    /// What the word at `at` meets.
    pub(super) fn meet(&self, at: usize, words: &[Word]) -> Meeting {
        let word = &words[at];
        let text = word.text.as_slice();
        let mut found = Found::default();
        let near = self.around(word);
        for part in near.clone().filter_map(|number| self.parts.get(number)) {
            for (number, term) in part.terms.iter().enumerate() {
                let is_word = !matches!(term.first(), Some(&first) if first == u16::from(b'#') || first == u16::from(b'$'));
                let like = match word.script {
                    Script::Spaced => likeness(text, term, word.end),
                    Script::Unspaced if term == text => 1.0,
                    Script::Unspaced if begins(term, text, word.end) => {
                        0.6 + 0.35 * text.len() as f64 / term.len() as f64
                    }
                    Script::Unspaced => 0.0,
                };
                if is_word && like > 0.3 {
                    self.add(&mut found, part, number, like);
                }
            }
        }
        if word.script == Script::Spaced {
            self.without_prefixes(word, &mut found);
            if text.len() > 3 {
                self.respell(word, near, &mut found);
                if !found.begins(word) {
                    self.join(word, &mut found);
                }
            }
        }
        // What only means the same says less, and not how rare the word is, unless nothing else does.
        let is_known = !found.documents.is_empty();
        for group in self.groups.of(at, words) {
            let term: Units = format!("${group:04}").encode_utf16().collect();
            for &(document, level) in self.postings(&term) {
                found.see(document, SYNONYM * self.worth(level));
            }
        }
        if !is_known {
            found.frequency = found.documents.len() as f64;
        }
        Meeting { rarity: self.rarity(word, found.frequency), documents: found.documents }
    }

    fn worth(&self, level: u8) -> f64 {
        self.worth.get(usize::from(level)).copied().unwrap_or_default()
    }

    fn add(&self, found: &mut Found, part: &Part, number: usize, like: f64) {
        found.likes.insert(part.terms[number].clone(), like);
        let postings = part.postings.get(number).map_or(&[][..], Vec::as_slice);
        for &(document, level) in postings {
            found.see(document, like * self.worth(level));
        }
        let kept = postings.len() as u32;
        found.frequency += like * like * f64::from(part.frequencies.get(&number).copied().unwrap_or(kept));
    }

    /// The parts in which terms like a word are, those round it before others.
    fn around(&self, word: &Word) -> std::ops::RangeInclusive<usize> {
        let text = word.text.as_slice();
        let length = text.len();
        let stem = match word.script {
            Script::Unspaced => text,
            Script::Spaced => &text[..length.min((length as f64 * 0.55).ceil().max(3.0) as usize)],
        };
        let first = if length < 3 { text } else { stem };
        let mut last = if word.end == End::Open || length > 3 { stem } else { text }.to_vec();
        last.push(u16::MAX);
        let middle = self.part_of(text);
        let from = self.part_of(first).max(middle.saturating_sub(1));
        let to = self.part_of(&last).min(middle + 1);
        from..=to.max(from)
    }

    /// Terms like what remains of a word without prefixes. Codes of errors are known without what shows that they are
    /// hexadecimal.
    fn without_prefixes(&self, word: &Word, found: &mut Found) {
        let text = String::from_utf16_lossy(&word.text);
        let is_hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_code = (6..=8).contains(&text.len())
            && text.bytes().all(is_hexadecimal)
            && text.bytes().any(|byte| byte.is_ascii_digit());
        let rests = if is_code { vec![format!("0x{text}")] } else { self.stripped(&text) };
        for rest in rests {
            let rest: Units = rest.encode_utf16().collect();
            let Some(part) = self.parts.get(self.part_of(&rest)) else { continue };
            for (number, term) in part.terms.iter().enumerate() {
                let like = 0.85 * likeness(&rest, term, word.end);
                if like > 0.4 && !found.likes.contains_key(term) {
                    self.add(found, part, number, like);
                }
            }
        }
    }

    /// Terms that are other spellings of a word; where it has such a word, only of the parts that are read for it anyway.
    fn respell(&self, word: &Word, near: std::ops::RangeInclusive<usize>, found: &mut Found) {
        let is_known = found.begins(word);
        for other in self.spellings.of(&String::from_utf16_lossy(&word.text)) {
            let other: Units = other.encode_utf16().collect();
            let number = self.part_of(&other);
            let Some(part) = self.parts.get(number).filter(|_| !is_known || near.contains(&number)) else {
                continue;
            };
            for (number, term) in part.terms.iter().enumerate() {
                let like = if begins(term, &other, word.end) {
                    0.6 + 0.3 * other.len() as f64 / term.len() as f64
                } else {
                    0.0
                };
                if like > found.likes.get(term).copied().unwrap_or_default() {
                    self.add(found, part, number, like);
                }
            }
        }
    }

    /// A word that is two in the index (wifi, username): the documents that have both.
    fn join(&self, word: &Word, found: &mut Found) {
        let text = word.text.as_slice();
        for cut in 2..=text.len() - 2 {
            let (head, tail) = text.split_at(cut);
            if !self.has(head) {
                continue;
            }
            let heads = self.half(head, End::Closed);
            for (document, worth) in self.half(tail, word.end) {
                if let Some(other) = heads.get(&document) {
                    found.see(document, worth.min(*other));
                    found.frequency += 1.0;
                }
            }
        }
    }

    fn half(&self, half: &[u16], end: End) -> BTreeMap<u32, f64> {
        let mut found = Found::default();
        let Some(part) = self.parts.get(self.part_of(half)) else { return found.documents };
        let met = part.terms.iter().zip(&part.postings).filter(|(term, _)| begins(term, half, end));
        for &(document, level) in met.flat_map(|(_, postings)| postings) {
            found.see(document, HALVES * self.worth(level));
        }
        found.documents
    }

    /// How much a word counts: the rarer the more, short ones less. Codes are what they are; of other words the shortest are those
    /// that every sentence has.
    fn rarity(&self, word: &Word, frequency: f64) -> f64 {
        let text = word.text.as_slice();
        let short = |length: usize| SHORT.get(length).copied().unwrap_or(1.0);
        let is_kana = |unit: &u16| (0x3040..=0x309f).contains(unit);
        let weight = match word.script {
            Script::Unspaced if text.len() <= 2 && text.iter().all(is_kana) => short(text.len() + 1),
            Script::Unspaced => 1.0,
            Script::Spaced if !text.iter().any(|unit| is_digit(*unit)) => short(text.len()),
            Script::Spaced if text.len() > 2 => CODE,
            Script::Spaced => 1.0,
        };
        let documents = self.documents as f64;
        weight * (1.0 + documents / (frequency.min(documents) + 1.0)).ln()
    }
}
