//! Which words of a language stand by themselves. Knows nothing of marks.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::catalog::Article;
use crate::checks::check::is_alphanumeric;

/// How it is decided whether letters beside a mark are a word.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// Endings and parts of compounds look like words: only these are.
    Only(&'static [&'static str]),
    /// What stands by itself often enough, if it is long, or one of these.
    Frequent(&'static [&'static str]),
    /// Particles are written without a space.
    Nothing,
}

impl Rule {
    pub(super) fn of(language: &str) -> Self {
        match language {
            "ko" | "ja" | "zh" | "th" | "lo" | "km" | "my" => Self::Nothing,
            "da" | "nb" | "nn" | "no" => Self::Only(&["og", "eller"]),
            "sv" => Self::Only(&["och", "eller"]),
            "is" => Self::Only(&["og", "eða"]),
            "nl" => Self::Only(&["of", "voor"]),
            "de" => Self::Only(&["und", "oder"]),
            "fi" => Self::Only(&["tai", "sekä"]),
            "et" => Self::Only(&["või", "ning"]),
            "hu" => Self::Only(&["és", "vagy", "majd"]),
            "tr" => Self::Only(&["ve", "veya"]),
            "az" => Self::Only(&["və"]),
            "eu" | "hy" | "kk" | "ky" | "mn" | "tk" | "tt" | "ug" | "uz" => Self::Only(&[]),
            "lv" => Self::Frequent(&["un", "ir", "uz", "no"]),
            "lt" => Self::Frequent(&["ir", "ar", "į"]),
            "sl" => Self::Frequent(&["in", "za", "na", "se", "do"]),
            "hr" | "bs" | "sr" | "cs" | "sk" | "pl" => Self::Frequent(&["za", "na", "do", "po"]),
            "ru" | "uk" | "be" | "bg" | "mk" => Self::Frequent(&["на", "за", "до", "не", "по", "от"]),
            "ro" => Self::Frequent(&["și", "de", "în", "la", "pe"]),
            "fr" => Self::Frequent(&["et", "ou", "de", "la"]),
            "es" => Self::Frequent(&["en", "de", "la"]),
            "it" => Self::Frequent(&["di", "la", "su"]),
            "pt" => Self::Frequent(&["ou", "de", "na"]),
            "en" => Self::Frequent(&["or", "to", "in", "of", "on"]),
            "vi" => Self::Frequent(&["và"]),
            "he" => Self::Frequent(&["של", "או", "את", "על", "אל"]),
            _ => Self::Frequent(&[]),
        }
    }

    /// Whether letters may be a word at all.
    pub(super) fn may_be(self, word: &str) -> bool {
        let is_long = || word.chars().nth(LONG - 1).is_some();
        let is_small = || word.chars().all(|letter| !letter.is_uppercase());
        match self {
            Self::Only(words) => words.contains(&word),
            Self::Frequent(words) => is_small() && (is_long() || words.contains(&word)),
            Self::Nothing => false,
        }
    }
}

/// Letters of a word that is no ending, at the least.
const LONG: usize = 3;

/// Articles of a locale that are counted, at the most.
const SAMPLE: usize = 400;

/// How often words stand by themselves in a locale.
#[derive(Debug)]
pub(super) struct Counts<'w> {
    /// In order.
    words: Vec<&'w str>,
    /// How often each stands by itself.
    alone: Vec<usize>,
    /// How often each touches a mark, in the same articles.
    touching: Vec<usize>,
}

impl<'w> Counts<'w> {
    /// Counts words in some of the articles. `touching` has those that touch a mark, of each article.
    pub(super) fn of(
        words: &BTreeSet<&'w str>,
        articles: &[&Article],
        touching: impl Fn(usize) -> Vec<&'w str> + Sync,
    ) -> Self {
        let words: Vec<&str> = words.iter().copied().collect();
        let filter = Filter::of(&words);
        let none = || vec![0; words.len()];
        let count = |(mut alone, mut touched): (Vec<usize>, Vec<usize>), at: &usize| {
            let all = articles[*at].file.document.text.split_whitespace();
            let all = all.map(|word| word.trim_matches(|c: char| !is_alphanumeric(c)));
            let found = all.filter(|word| filter.may_be(word));
            found.filter_map(|word| words.binary_search(&word).ok()).for_each(|word| alone[word] += 1);
            let marked = touching(*at);
            marked
                .iter()
                .filter_map(|word| words.binary_search(word).ok())
                .for_each(|word| touched[word] += 1);
            (alone, touched)
        };
        let sample = (0..articles.len()).step_by(articles.len().div_ceil(SAMPLE).max(1));
        let sample: Vec<usize> = sample.collect();
        let sums =
            |a: (Vec<usize>, Vec<usize>), b: (Vec<usize>, Vec<usize>)| (sum(a.0, &b.0), sum(a.1, &b.1));
        let counts = sample.par_iter().fold(|| (none(), none()), count);
        let (alone, touching) = counts.reduce(|| (none(), none()), sums);
        Self { words, alone, touching }
    }

    /// How often a word stands by itself, and how often it touches a mark.
    fn count(&self, word: &str) -> (usize, usize) {
        let found = self.words.binary_search(&word);
        found.map_or((0, 0), |at| (self.alone[at], self.touching[at]))
    }

    /// Whether the letters are a word rather than an ending.
    pub(super) fn is_word(&self, rule: Rule, word: &str) -> bool {
        let (alone, touching) = self.count(word);
        matches!(rule, Rule::Only(_)) || alone >= OFTEN && alone >= touching * TIMES
    }

    /// Whether letters that are shown as one where they touch a mark are so elsewhere too.
    pub(super) fn has(&self, joined: &str) -> bool {
        let (alone, touching) = self.count(joined);
        !joined.is_empty() && alone > touching
    }
}

fn sum(mut counts: Vec<usize>, others: &[usize]) -> Vec<usize> {
    counts.iter_mut().zip(others).for_each(|(count, other)| *count += other);
    counts
}

/// Tells nearly all words of a text that are not looked for, by two of their bytes and their length.
struct Filter {
    /// By the bytes the lengths, a bit each.
    lengths: Vec<u64>,
}

/// The bits of a byte that count: those that letters differ in.
const BITS: usize = 6;

impl Filter {
    fn of(words: &[&str]) -> Self {
        let mut lengths = vec![0; 1 << (2 * BITS)];
        for (key, length) in words.iter().filter_map(|word| Self::key(word)) {
            lengths[key] |= length;
        }
        Self { lengths }
    }

    fn may_be(&self, word: &str) -> bool {
        Self::key(word).is_some_and(|(key, length)| self.lengths[key] & length != 0)
    }

    /// A number of the second and the last byte, and the bit of the length. The first byte is that of the script, often.
    fn key(word: &str) -> Option<(usize, u64)> {
        let bytes = word.as_bytes();
        let (last, second) = (*bytes.last()?, bytes.get(1).or(bytes.first())?);
        let part = |byte: u8| usize::from(byte) & ((1 << BITS) - 1);
        Some((part(*second) << BITS | part(last), 1 << word.len().min(63)))
    }
}

/// Times that a word stands by itself, at the least; and for each time that it touches a mark.
const OFTEN: usize = 2;
const TIMES: usize = 4;
