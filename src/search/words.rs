//! Text becomes terms: words where spaces divide them; elsewhere the words of ICU's dictionaries, and pairs of characters
//! for what the dictionaries lack.

use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu::segmenter::options::WordBreakInvariantOptions;
use icu::segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::fold::{self, Folding, TERM_CHARS};

/// Code points that most texts are written in, from 0 on: Latin, Greek, Cyrillic, Hebrew, Arabic.
const PLAIN: usize = 0x700;

/// Divides text into terms.
#[derive(Debug)]
pub(super) struct Divider {
    folding: Folding,
    segmenter: WordSegmenterBorrowed<'static>,
    /// What each of the first code points is folded to, where that is one letter whatever stands beside it.
    plain: Vec<Option<char>>,
    /// The term at hand, and those after it.
    term: String,
    rest: String,
    pairs: Pairs,
}

/// Whether pairs of characters are terms beside the words, in scripts without spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pairs {
    Terms,
    LeftOut,
}

/// What a run of letters and digits is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// Letters that are folded one by one, each to one.
    Plain,
    Any,
}

impl Divider {
    pub(super) fn new(folding: Folding) -> Self {
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        let of_word = |c: &char| is_of_word(*c) && !is_unspaced(*c);
        let plain = (0..PLAIN as u32)
            .map(|code| char::from_u32(code).filter(of_word).and_then(|c| folding.single(c)));
        let (term, rest) = (String::new(), String::new());
        Self { folding, segmenter, plain: plain.collect(), term, rest, pairs: Pairs::Terms }
    }

    /// For words as readers write them: each once, and nothing that a word is only made of.
    pub(super) fn of_queries(folding: Folding) -> Self {
        Self { pairs: Pairs::LeftOut, ..Self::new(Folding { prefixes: &[], ..folding }) }
    }

    /// Calls `emit` for each term of `text`, and for what remains of it without prefixes.
    pub(super) fn divide(&mut self, text: &str, emit: &mut impl FnMut(&str)) {
        let mut start = None;
        let mut letters = Letters::Plain;
        let mut before = '\0';
        let mut characters = text.char_indices().peekable();
        self.term.clear();
        while let Some((at, c)) = characters.next() {
            let mut joins =
                || is_quote(c) && is_hebrew(before) && characters.peek().is_some_and(|(_, c)| is_hebrew(*c));
            if let Some(folded) = self.plain.get(c as usize).copied().flatten() {
                start.get_or_insert(at);
                self.term.push(folded);
            } else if is_of_word(c) || start.is_some() && joins() {
                start.get_or_insert(at);
                letters = Letters::Any;
            } else if let Some(start) = start.take() {
                self.end(&text[start..at], letters, emit);
                letters = Letters::Plain;
            }
            before = c;
        }
        if let Some(start) = start {
            self.end(&text[start..], letters, emit);
        }
    }

    /// The end of a run, which is the term at hand where all its letters are plain.
    fn end(&mut self, run: &str, letters: Letters, emit: &mut impl FnMut(&str)) {
        if letters == Letters::Plain && self.term.len() <= TERM_CHARS {
            emit(&self.term);
            self.folding.bare(&self.term).for_each(&mut *emit);
        } else {
            self.run(run, emit);
        }
        self.term.clear();
    }

    /// A run of letters and digits; scripts with and without spaces may follow each other in it.
    fn run(&mut self, run: &str, emit: &mut impl FnMut(&str)) {
        if run.is_ascii() {
            return self.word(run, emit);
        }
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let class = is_unspaced(first);
            let end = rest.find(|c| is_unspaced(c) != class).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            if class {
                self.unspaced(part, emit)
            } else {
                self.word(part, emit)
            }
            rest = after;
        }
    }

    fn word(&mut self, word: &str, emit: &mut impl FnMut(&str)) {
        self.term.clear();
        self.folding.fold(word, &mut self.term);
        if !self.term.is_empty() {
            emit(&self.term);
            self.folding.bare(&self.term).for_each(emit);
        }
    }

    fn unspaced(&mut self, run: &str, emit: &mut impl FnMut(&str)) {
        let mut start = 0;
        for end in self.segmenter.segment_str(run).filter(|end| *end > 0) {
            self.term.clear();
            self.folding.fold(&run[start..end], &mut self.term);
            start = end;
            let term = trimmed(&self.term);
            if !term.is_empty() {
                emit(term);
            }
        }
        if self.pairs == Pairs::LeftOut {
            return;
        }
        self.rest.clear();
        for part in run.split_inclusive(|_| true) {
            self.folding.fold(part, &mut self.rest);
        }
        let starts = || self.rest.char_indices().map(|(at, _)| at).chain([self.rest.len()]);
        for (start, end) in starts().zip(starts().skip(2)) {
            emit(&self.rest[start..end]);
        }
    }
}

/// Without the mark of a long vowel at the end, which some write and some do not (サーバー, サーバ).
pub(super) fn trimmed(term: &str) -> &str {
    let short = term.trim_end_matches('ー');
    if short.chars().nth(1).is_some() { short } else { term }
}

/// Letters, marks and numbers, and what stands unseen between letters.
pub(super) fn is_of_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Letter
        .union(GeneralCategoryGroup::Mark)
        .union(GeneralCategoryGroup::Number)
        .contains(category)
        || matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{2060}')
}

/// Hebrew writes acronyms (`צה"ל`) and foreign sounds with quotes inside words.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{5f3}' | '\u{5f4}' | '\u{201d}' | '\u{2019}')
}

pub(super) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}')
}

/// Letters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Kana, Han. Digits are none.
pub(super) fn is_unspaced(c: char) -> bool {
    c >= '\u{e00}'
        && matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3fffd}')
        && fold::digit(c).is_none()
}
