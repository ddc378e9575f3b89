//! The words of a text as ICU divides it, and the signs between them, outside addresses. Knows no code and no article.

use std::collections::BTreeMap;
use std::ops::Range;

use icu::properties::{CodePointMapData, props::GeneralCategory};
use icu::segmenter::WordSegmenter;
use icu::segmenter::options::WordBreakInvariantOptions;

/// The words of a plain text, without addresses.
pub(super) fn each<'t>(text: &'t str, mut word: impl FnMut(&'t str)) {
    segments(text, |piece, at, is_word| {
        if is_word {
            word(&piece[at]);
        }
    });
}

/// The words, and the signs that change what they say: of money, numbers and comparison, and pictures.
pub(super) fn each_said<'t>(text: &'t str, mut said: impl FnMut(&'t str)) {
    segments(text, |piece, at, is_word| {
        if is_word || is_sign(piece, &at) {
            said(&piece[at]);
        }
    });
}

/// Each piece between spaces with each of its segments, and whether that is a word.
fn segments<'t>(text: &'t str, mut each: impl FnMut(&'t str, Range<usize>, bool)) {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    for piece in text.split_whitespace().flat_map(beside_address) {
        let mut start = 0;
        let mut breaks = segmenter.segment_str(piece);
        while let Some(end) = breaks.next() {
            if end > start {
                each(piece, start..end, breaks.word_type().is_word_like());
            }
            start = end;
        }
    }
}

/// Whether a segment is a sign that readers read: a minus before a number, `%`, `<`, `€`, an emoji.
fn is_sign(piece: &str, at: &Range<usize>) -> bool {
    use GeneralCategory::{CurrencySymbol, MathSymbol, OtherSymbol};
    let sign = &piece[at.clone()];
    let is_minus = matches!(sign, "-" | "\u{2013}")
        && piece[at.end..].starts_with(char::is_numeric)
        && !piece[..at.start].ends_with(char::is_alphanumeric);
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_symbol =
        |letter: char| matches!(categories.get(letter), CurrencySymbol | MathSymbol | OtherSymbol);
    is_minus || sign.chars().any(|letter| matches!(letter, '%' | '\u{2030}') || is_symbol(letter))
}

/// How many words a plain text has.
pub(super) fn count(text: &str) -> usize {
    let mut words = 0;
    each(text, |_| words += 1);
    words
}

/// What stands in inline code of a Markdown text, without the back quotes.
pub(super) fn inline_code(markdown: &str) -> Vec<&str> {
    let runs = runs(markdown);
    // The next run of the same length, which closes one.
    let mut closing: Vec<Option<usize>> = vec![None; runs.len()];
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, run) in runs.iter().enumerate().rev() {
        closing[at] = seen.insert(run.len(), at);
    }
    let mut code = Vec::new();
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        let is_escaped =
            markdown[..run.start].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
        match closing[at].filter(|_| !is_escaped) {
            Some(end) => {
                code.push(&markdown[run.end..runs[end].start]);
                at = end + 1;
            }
            None => at += 1,
        }
    }
    code
}

/// Where back quotes stand, one beside the other.
fn runs(markdown: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in memchr::memchr_iter(b'`', markdown.as_bytes()) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// What stands before and behind an address in a piece between spaces: scripts that write none put words there.
fn beside_address(piece: &str) -> [&str; 2] {
    let start = match piece.find("://") {
        Some(at) => {
            piece[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "+.-".contains(c)).len()
        }
        None if piece.starts_with("www.") || piece.starts_with("mailto:") => 0,
        None => return [piece, ""],
    };
    let end = piece[start..].find(|c| c >= FIRST_WITHOUT_SPACES).map_or(piece.len(), |length| start + length);
    [&piece[..start], &piece[end..]]
}

/// The first letter of Thai: behind it are the scripts that write no spaces between words.
const FIRST_WITHOUT_SPACES: char = '\u{e01}';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_languages() {
        assert_eq!(count("Open the app, then wait 5 minutes."), 7);
        assert_eq!(count("See https://example.com/a/b and www.example.com now"), 3);
        assert_eq!(count("L’option d'accès"), 2);
        assert!(count("アプリを開いてください") > 2);
        assert!(count("เปิดแอปแล้วรอ") > 2);
        assert_eq!(count("— … !"), 0);
        assert_eq!(count("https://a.example/é"), 0);
        assert_eq!(count("请访问https://a.example/c查看详情。"), count("请访问") + count("查看详情。"));
    }

    #[test]
    fn code_in_a_line() {
        let code = |text: &'static str| inline_code(text);
        assert_eq!(code("a `b c` d ``e ` f`` \\`g` h"), ["b c", "e ` f"]);
        assert_eq!(code("a ` b"), Vec::<&str>::new());
    }
}
