//! Which words of a language stand by themselves. Knows nothing of marks.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::Article;

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
#[derive(Debug, Default)]
pub(super) struct Counts<'w> {
    alone: BTreeMap<&'w str, usize>,
    /// How often each touches a mark, in the same articles.
    touching: BTreeMap<&'w str, usize>,
}

impl<'w> Counts<'w> {
    /// Counts words in some of the articles. `touching` has those that touch a mark, of each article.
    pub(super) fn of(
        words: &BTreeSet<&'w str>,
        articles: &[&Article],
        touching: impl Fn(usize) -> Vec<&'w str> + Sync,
    ) -> Self {
        // By the first byte of words the lengths of them, a bit each: hardly another word has both.
        let mut lengths = [0_u64; 256];
        for word in words.iter().filter(|word| !word.is_empty()) {
            lengths[usize::from(word.as_bytes()[0])] |= length_bit(word);
        }
        let may_be = |word: &&str| {
            word.bytes().next().is_some_and(|first| lengths[usize::from(first)] & length_bit(word) != 0)
        };
        let count = |mut counts: Self, at: &usize| {
            let all = articles[*at].file.document.text.split_whitespace();
            let all = all.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            for word in all.filter(may_be).filter_map(|word| words.get(word)) {
                *counts.alone.entry(word).or_default() += 1;
            }
            for word in touching(*at) {
                *counts.touching.entry(word).or_default() += 1;
            }
            counts
        };
        let sample = (0..articles.len()).step_by(articles.len().div_ceil(SAMPLE).max(1));
        let sample: Vec<usize> = sample.collect();
        sample.par_iter().fold(Self::default, count).reduce(Self::default, Self::merged)
    }

    fn merged(mut self, other: Self) -> Self {
        for (sums, counts) in [(&mut self.alone, other.alone), (&mut self.touching, other.touching)] {
            for (word, count) in counts {
                *sums.entry(word).or_default() += count;
            }
        }
        self
    }

    /// Whether the letters are a word rather than an ending.
    pub(super) fn is_word(&self, rule: Rule, word: &str) -> bool {
        let alone = self.alone.get(word).copied().unwrap_or(0);
        let touching = self.touching.get(word).copied().unwrap_or(0);
        matches!(rule, Rule::Only(_)) || alone >= OFTEN && alone >= touching * TIMES
    }

    /// Whether letters that are shown as one where they touch a mark are so elsewhere too.
    pub(super) fn has(&self, joined: &str) -> bool {
        !joined.is_empty()
            && self.alone.get(joined).copied().unwrap_or(0) > self.touching.get(joined).copied().unwrap_or(0)
    }
}

fn length_bit(word: &str) -> u64 {
    1 << word.len().min(63)
}

/// Times that a word stands by itself, at the least; and for each time that it touches a mark.
const OFTEN: usize = 2;
const TIMES: usize = 4;
