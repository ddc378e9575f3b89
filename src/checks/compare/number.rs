//! Numbers in a text, the same whatever a language puts between their digits. Knows no units.

use crate::diagnostic::Span;

use super::Fact;

/// Runs of digits of any script, without what stands between thousands, without zeros in front and without whole
/// thousands behind. Hours of twelve are
/// left out: other languages write others.
pub(super) fn of(text: &str, span: Span, block: usize) -> Vec<Fact<'static>> {
    if !text.chars().any(|letter| digit(letter).is_some()) {
        return Vec::new();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if digit(letters[at]).is_none() {
            at += 1;
            continue;
        }
        let start = at;
        let mut digits = String::new();
        let mut group = 0;
        while at < letters.len() {
            if let Some(value) = digit(letters[at]) {
                digits.push(value);
                group += 1;
                at += 1;
            } else if group <= 3 && is_separator(letters[at]) && is_thousand(&letters, at + 1) {
                group = 0;
                at += 1;
            } else {
                break;
            }
        }
        let mut plain = digits.trim_start_matches('0');
        // Thousands may be a word or a letter: 250 000, 250 thousand, 250K.
        while let Some(rest) = plain.strip_suffix("000").filter(|rest| !rest.is_empty()) {
            plain = rest;
        }
        if is_hour(&letters, start, at) || plain.is_empty() || is_part_of_word(&letters, start, at) {
            continue;
        }
        let shown: String = letters[start..at].iter().collect();
        found.push(Fact::new(plain.to_owned(), shown, span, block));
    }
    found
}

/// The zero of Arabic: the first decimal digit beyond ASCII.
const FIRST_DIGIT: char = '\u{660}';

fn digit(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return letter.is_ascii_digit().then_some(letter);
    }
    if letter < FIRST_DIGIT {
        return None;
    }
    // The decimal digits of every script stand in a row, from zero to nine, at ten code points.
    use icu::properties::{CodePointMapData, props::GeneralCategory};
    let categories = CodePointMapData::<GeneralCategory>::new();
    if categories.get(letter) != GeneralCategory::DecimalNumber {
        return None;
    }
    let below = (1..=9).take_while(|back| {
        let code = (letter as u32).checked_sub(*back).and_then(char::from_u32);
        code.is_some_and(|code| categories.get(code) == GeneralCategory::DecimalNumber)
    });
    char::from_digit(u32::try_from(below.count()).ok()?, 10)
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{66c}')
}

/// Exactly three digits from here on.
fn is_thousand(letters: &[char], at: usize) -> bool {
    (0..3).all(|offset| letters.get(at + offset).is_some_and(|&letter| digit(letter).is_some()))
        && letters.get(at + 3).is_none_or(|&letter| digit(letter).is_none())
}

/// A single digit that a letter stands next to: `F5`, `x2`.
fn is_part_of_word(letters: &[char], start: usize, end: usize) -> bool {
    let is_letter =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphabetic());
    end - start == 1 && (is_letter(start.checked_sub(1)) || is_letter(Some(end)))
}

/// `5 PM`, `5:30 a.m.`, and every time of a clock.
fn is_hour(letters: &[char], start: usize, end: usize) -> bool {
    let is_clock = |at: Option<&char>| matches!(at, Some(':'));
    let before = start.checked_sub(1).and_then(|at| letters.get(at));
    if is_clock(before)
        || is_clock(letters.get(end)) && letters.get(end + 1).is_some_and(char::is_ascii_digit)
    {
        return true;
    }
    let rest: String = letters[end..].iter().take(6).collect();
    let rest = rest.trim_start().to_ascii_lowercase();
    ["am", "pm", "a.m", "p.m"].iter().any(|half| rest.starts_with(half))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> String {
        let found = of(text, Span::default(), 0);
        found.iter().map(|fact| &*fact.key).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_same_number_in_many_languages() {
        for text in [
            "10,000 items",
            "10 thousand",
            "10K",
            "10.000 Elemente",
            "10\u{a0}000 éléments",
            "10’000",
            "١٠٬٠٠٠",
            "१०,०००",
        ] {
            assert_eq!(numbers(text), "10", "{text}");
        }
        assert_eq!(numbers("1.5 GB"), numbers("1,5 GB"));
        assert_eq!(numbers("05/06/2020"), "5 6 2020");
        assert_eq!(numbers("16.0.4266.1001"), "16 4266 1001");
    }

    #[test]
    fn hours_and_parts_of_words_are_none() {
        assert_eq!(numbers("at 5 PM or 17:30, press F5, code 0x80070005, Office 365"), "80070005 365");
        assert_eq!(numbers(""), "");
    }
}
