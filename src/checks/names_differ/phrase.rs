//! A name of two words whose first begins with a small letter, as in `office 365`, where the site writes it with a capital
//! nearly always. Compares no blocks.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{Article, Catalog, LocaleIndex};
use crate::checks::Finding;
use crate::checks::check::{NOUNS_WITH_CAPITALS, WrittenBlock, is_alphanumeric, pairs};
use crate::diagnostic::Applicability;
use crate::markdown::BlockKind;

/// A place where such a name may stand.
#[derive(Debug)]
pub(super) struct Place<'c> {
    pub(super) article: &'c Article,
    block: usize,
    /// Within the block as it is written.
    at: usize,
    phrase: &'c str,
}

/// Articles of a locale in which names are counted, at the most.
const SAMPLE: usize = 1000;

/// Times that a name has its capital within a sentence, at the least, and for each time that it has none; and the locales
/// that write it so: a noun of one language is no name.
const OFTEN: u32 = 12;
const TIMES: u32 = 10;
const LOCALES: usize = 2;

/// Every place of the catalog, in order.
pub(super) fn places(catalog: &Catalog) -> Vec<Place<'_>> {
    let small = |article| phrases(article).filter(|place| is_small(place.phrase)).collect();
    let mut all: Vec<Vec<Place<'_>>> = catalog.articles.par_iter().map(small).collect();
    let mut names: Vec<&str> = all.iter().flatten().map(|place| place.phrase).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return Vec::new();
    }
    let counts = counts(catalog, &names);
    let is_name = |place: &Place<'_>| {
        let count = names.binary_search(&place.phrase).ok().map(|name| &counts[name]);
        count.is_some_and(|count| {
            count.locales >= LOCALES && count.capital >= OFTEN && count.capital >= count.small * TIMES
        })
    };
    all.iter_mut().for_each(|places| places.retain(is_name));
    all.into_iter().flatten().collect()
}

/// What is said of one that stands in `prose`, with the place of its first word; nothing where it is code or an address.
pub(super) fn finding(place: &Place<'_>, prose: &WrittenBlock<'_>) -> Option<Finding> {
    if prose.is_literal(place.at) {
        return None;
    }
    let (first, rest) = place.phrase.split_at(1);
    let first = first.to_uppercase();
    let word = place.phrase.find(' ')?;
    let span = prose.span(place.at..place.at + word);
    let message =
        format!("`{}` is written `{first}{rest}` nearly everywhere else in this site", place.phrase);
    let letter = prose.span(place.at..place.at + 1);
    let finding = Finding::new(span, message).help("write the name with its capital");
    Some(finding.fix(Applicability::Unsafe, letter, first))
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    capital: u32,
    small: u32,
    /// Those that write it with a capital.
    locales: usize,
}

/// How each of the names, which are in order and begin with a small letter, is written.
fn counts(catalog: &Catalog, names: &[&str]) -> Vec<Count> {
    let mut locales: BTreeMap<LocaleIndex, Vec<&Article>> = BTreeMap::new();
    for article in &catalog.articles {
        locales.entry(article.locale).or_default().push(article);
    }
    let mut counts = vec![Count::default(); names.len()];
    for (&locale, articles) in &locales {
        // A capital shows nothing where all nouns have one.
        let has_capitals = NOUNS_WITH_CAPITALS.contains(&catalog.locales[locale].locale.language());
        let sample: Vec<&Article> =
            articles.iter().copied().step_by(articles.len().div_ceil(SAMPLE).max(1)).collect();
        let count = |mut counts: BTreeMap<usize, Count>, article: &&Article| {
            for place in phrases(article) {
                let Ok(name) = names.binary_search_by(|name| in_small(name, place.phrase)) else { continue };
                let is_capital = !is_small(place.phrase);
                let count = counts.entry(name).or_default();
                count.capital += u32::from(is_capital && !has_capitals && place.is_within_sentence());
                count.small += u32::from(!is_capital);
            }
            counts
        };
        let sums = |mut counts: BTreeMap<usize, Count>, others: BTreeMap<usize, Count>| {
            for (name, other) in others {
                let count = counts.entry(name).or_default();
                count.capital += other.capital;
                count.small += other.small;
            }
            counts
        };
        for (name, other) in sample.par_iter().fold(BTreeMap::new, count).reduce(BTreeMap::new, sums) {
            let count = &mut counts[name];
            count.capital += other.capital;
            count.small += other.small;
            count.locales += usize::from(other.capital > 0);
        }
    }
    counts
}

/// The order of a name and of a phrase, whatever letter case the first letter of the phrase has.
fn in_small(name: &str, phrase: &str) -> std::cmp::Ordering {
    let (name, phrase) = (name.as_bytes(), phrase.as_bytes());
    let first = |bytes: &[u8]| bytes.first().map(u8::to_ascii_lowercase);
    first(name).cmp(&first(phrase)).then_with(|| name.get(1..).cmp(&phrase.get(1..)))
}

fn is_small(phrase: &str) -> bool {
    phrase.starts_with(|letter: char| letter.is_ascii_lowercase())
}

impl Place<'_> {
    /// Whether both stand in one block.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.block == other.block && std::ptr::eq(self.article, other.article)
    }

    /// The block that it stands in.
    pub(super) fn prose(&self) -> WrittenBlock<'_> {
        let file = &self.article.file;
        WrittenBlock::of_block(file, &file.document.blocks[self.block])
    }

    /// Whether words or a comma stand before it.
    fn is_within_sentence(&self) -> bool {
        let block = &self.article.file.document.blocks[self.block];
        let before =
            block.span.slice(&self.article.file.text)[..self.at].trim_end_matches([' ', '*', '[', '(']);
        before.ends_with(|letter: char| is_alphanumeric(letter) || ",-".contains(letter))
    }
}

/// Letters of the first word, and of a second one that is no number.
const SHORTEST: usize = 4;
const LONGEST: usize = 20;

/// Digits of a number that is a part of a name.
const DIGITS: std::ops::RangeInclusive<usize> = 2..=4;

/// Two words of ASCII, the second of them a number or with a capital, as they stand in the blocks of an article.
fn phrases(article: &Article) -> impl Iterator<Item = Place<'_>> {
    let file = &article.file;
    let blocks = file.document.blocks.iter().enumerate();
    let prose = blocks.filter(|(_, block)| !matches!(block.kind, BlockKind::Code | BlockKind::Html));
    prose.flat_map(move |(index, block)| {
        let text = block.span.slice(&file.text);
        let begins =
            |space: u8, next: u8| (space == b' ') & (next.is_ascii_uppercase() | next.is_ascii_digit());
        pairs(text.as_bytes(), begins).filter_map(move |space| {
            let range = first_word(text, space)?..second_word(text, space + 1)?;
            Some(Place { article, block: index, at: range.start, phrase: &text[range] })
        })
    })
}

/// Where the word that ends at a place begins, if it may be the first of a name.
fn first_word(text: &str, end: usize) -> Option<usize> {
    let letters =
        text.as_bytes()[..end].iter().rev().take(LONGEST + 1).take_while(|byte| byte.is_ascii_alphabetic());
    let length = letters.count();
    let start = end - length;
    if !(SHORTEST..=LONGEST).contains(&length)
        || !text.as_bytes()[start + 1..end].iter().any(u8::is_ascii_lowercase)
    {
        return None;
    }
    let before = text[..start].chars().next_back();
    let is_joined = |letter: char| is_alphanumeric(letter) || "./@:-=\\_#'’&%+$<`".contains(letter);
    // A preposition of another script may be joined to it.
    let is_prefixed = || {
        text[..start]
            .strip_suffix('-')
            .is_some_and(|prefix| prefix.ends_with(|c: char| c as u32 >= 0x250 && is_alphanumeric(c)))
    };
    (!before.is_some_and(is_joined) || is_prefixed()).then_some(start)
}

/// Where the word that begins at a place ends, if it may be the second of a name.
fn second_word(text: &str, start: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let run = |fits: fn(&u8) -> bool| bytes.iter().take(LONGEST + 1).take_while(|byte| fits(byte)).count();
    let digits = run(u8::is_ascii_digit);
    let letters = run(u8::is_ascii_alphabetic);
    let length = if digits > 0 { digits } else { letters };
    let is_name = DIGITS.contains(&digits) || digits == 0 && (SHORTEST..=LONGEST).contains(&letters);
    let mut rest = text[start..].get(length..)?.chars();
    let goes_on = match rest.next() {
        Some('.' | '-' | ',' | ':') => rest.next().is_some_and(is_alphanumeric),
        Some(letter) => is_alphanumeric(letter) || "_@/\\'’%".contains(letter),
        None => false,
    };
    (is_name && !goes_on).then_some(start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let spaces = text.match_indices(' ').map(|(at, _)| at);
        let range = |space| Some(first_word(text, space)?..second_word(text, space + 1)?);
        spaces.filter_map(range).map(|range| &text[range]).collect()
    }

    #[test]
    fn names_of_two_words() {
        for (text, name) in [
            ("în office 365.", "office 365"),
            ("ב-microsoft 365 ו", "microsoft 365"),
            ("za active Directory", "active Directory"),
            ("(sharePoint Online)", "sharePoint Online"),
        ] {
            assert_eq!(names(text), [name], "{text}");
        }
        for text in [
            "od 365",
            "x.office 365",
            "office 365.2",
            "my-office 365",
            "office Set-User",
            "office OK",
            "ēoffice 365",
            "office 12345",
        ] {
            assert!(names(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn names_that_the_site_writes_otherwise() {
        use crate::checks::tests::findings;

        let often = "# A\n\nIn Office 365 and in [Windows 10](b.md).\n\n".repeat(20);
        let noun = "# A\n\nDans Recherche Microsoft.\n\n".repeat(12);
        let files = [
            ("content/cs/a.md", "# A\n\nV office 365 a `office 365`\n"),
            ("content/en/a.md", &*often),
            ("content/fr/a.md", &*noun),
            ("content/fr/b.md", "# B\n\nLa recherche Microsoft de [windows 10](a.md).\n"),
            ("content/he/a.md", "# א\n\nב-office 365 בלבד, גירסה office 365.2\n"),
            ("content/lv/a.md", &*often),
            ("content/ro/a.md", "# A\n\n- **office 365**\n"),
            ("content/sl/a.md", "# A\n\n## windows 10 in office 2016\n"),
        ];
        insta::assert_snapshot!(findings(&super::super::CHECK, &files), @"
        content/cs/a.md `office`: `office 365` is written `Office 365` nearly everywhere else in this site (write the name with its capital)
          Unsafe: `o` → `O`
        content/fr/b.md `windows`: `windows 10` is written `Windows 10` nearly everywhere else in this site (write the name with its capital)
          Unsafe: `w` → `W`
        content/he/a.md `office`: `office 365` is written `Office 365` nearly everywhere else in this site (write the name with its capital)
          Unsafe: `o` → `O`
        content/ro/a.md `office`: `office 365` is written `Office 365` nearly everywhere else in this site (write the name with its capital)
          Unsafe: `o` → `O`
        content/sl/a.md `windows`: `windows 10` is written `Windows 10` nearly everywhere else in this site (write the name with its capital)
          Unsafe: `w` → `W`
        ");
    }

    #[test]
    fn order_of_names() {
        assert!(in_small("office 365", "Office 365").is_eq());
        assert!(in_small("office 365", "Office 366").is_lt());
    }
}
