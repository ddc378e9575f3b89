//! Numbers in a text, the same whatever a language puts between their digits. Knows no units.

use crate::diagnostic::Span;

use super::Fact;

/// Runs of digits of any script, without what stands between thousands, without zeros in front and without whole
/// thousands behind. Left out are times of a clock, since other languages write others, and the digits of addresses,
/// GUIDs and codes, which are no numbers.
pub(super) fn of(text: &str, span: Span, block: usize) -> Vec<Fact<'static>> {
    if !text.chars().any(|letter| digit(letter).is_some()) {
        return Vec::new();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if let Some(end) = end_of_code(&letters, at) {
            at = end;
            continue;
        }
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
        digits.push_str(zeros(&letters[at..]));
        let mut plain = digits.trim_start_matches('0');
        // Thousands may be a word or a letter: 250 000, 250 thousand, 250K.
        while let Some(rest) = plain.strip_suffix("000").filter(|rest| !rest.is_empty()) {
            plain = rest;
        }
        if is_clock(&letters, start, at) || plain.is_empty() || is_part_of_word(&letters, start, at) {
            continue;
        }
        let shown: String = letters[start..at].iter().collect();
        found.push(Fact::in_block(plain.to_owned(), shown, span, block));
    }
    found
}

/// Where the address, the GUID or the code of hexadecimal digits ends that begins here.
fn end_of_code(letters: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|before| letters[before]);
    if before.is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
        return None;
    }
    let run = |fits: fn(char) -> bool| {
        at + letters[at..].iter().take(MOST_LETTERS).take_while(|&&letter| fits(letter)).count()
    };
    let starts = |with: &str| with.chars().eq(letters[at..].iter().copied().take(with.len()));
    if starts("http:") || starts("https:") || starts("www.") {
        return Some(run(|letter| !letter.is_whitespace()));
    }
    if starts("0x") || starts("0X") {
        return Some(run(|letter| letter.is_ascii_alphanumeric()));
    }
    let end =
        letters[at].is_ascii_hexdigit().then(|| run(|letter| letter.is_ascii_hexdigit() || letter == '-'))?;
    let is_guid = end - at == 36 && [8, 13, 18, 23].iter().all(|dash| letters[at + dash] == '-');
    is_guid.then_some(end)
}

/// Letters of an address or a code that are looked at.
const MOST_LETTERS: usize = 2000;

/// The zeros that the word behind a number stands for, where that is no whole thousand times a thousand: `30 万`.
fn zeros(behind: &[char]) -> &'static str {
    let rest: String = behind.iter().take(8).collect();
    let rest = rest.trim_start().to_ascii_lowercase();
    GROUPS.iter().find(|(word, _)| rest.starts_with(word)).map_or("", |(_, zeros)| zeros)
}

/// Words for ten thousand, a hundred thousand and so on, and their zeros.
const GROUPS: [(&str, &str); 12] = [
    ("万", "0000"),
    ("萬", "0000"),
    ("만", "0000"),
    ("億", "00000000"),
    ("亿", "00000000"),
    ("억", "00000000"),
    ("lakh", "00000"),
    ("लाख", "00000"),
    ("لاکھ", "00000"),
    ("crore", "0000000"),
    ("करोड़", "0000000"),
    ("کروڑ", "0000000"),
];

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

/// Exactly three digits from here on; or two and then a group of thousands, as India writes `3,00,000`.
fn is_thousand(letters: &[char], at: usize) -> bool {
    let digits = letters[at..].iter().take(4).take_while(|&&letter| digit(letter).is_some()).count();
    digits == 3 || digits == 2 && letters.get(at + 2) == Some(&',') && is_thousand(letters, at + 3)
}

/// A single digit that a letter stands next to: `F5`, `x2`.
fn is_part_of_word(letters: &[char], start: usize, end: usize) -> bool {
    let is_letter =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphabetic());
    end - start == 1 && (is_letter(start.checked_sub(1)) || is_letter(Some(end)))
}

/// A part of `17:30` or `5：30`, and `5 PM`, `12 a.m.`.
fn is_clock(letters: &[char], start: usize, end: usize) -> bool {
    let is_digit = |letter: &&char| digit(**letter).is_some();
    let is_time = |colon: usize| {
        let before = letters[..colon].iter().rev().take(3).take_while(is_digit).count();
        let behind = letters[colon + 1..].iter().take(3).take_while(is_digit).count();
        (1..=2).contains(&before) && behind == 2
    };
    let is_colon = |at: &usize| letters.get(*at).is_some_and(|letter| matches!(letter, ':' | '：'));
    if start.checked_sub(1).into_iter().chain([end]).filter(is_colon).any(is_time) {
        return true;
    }
    let rest: String = letters[end..].iter().take(6).collect();
    let rest = rest.trim_start().to_ascii_lowercase();
    let is_half =
        |half: &&str| rest.strip_prefix(half).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    end - start <= 2 && ["am", "pm", "a.m", "p.m"].iter().any(is_half)
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
    fn groups_that_are_no_thousands() {
        for text in
            ["300,000", "30 万", "30万", "30 萬", "30만", "3 lakh", "3 लाख", "3,00,000", "300 thousand"]
        {
            assert_eq!(numbers(text), "300", "{text}");
        }
        assert_eq!(numbers("12 億"), numbers("1,200,000,000"));
        assert_eq!(numbers("2 crore"), numbers("2,00,00,000"));
        assert_eq!(numbers("१,००,०००"), "100");
    }

    #[test]
    fn hours_and_parts_of_words_are_none() {
        assert_eq!(numbers("at 5 PM or 17:30, press F5, Office 365, from 09：15 to 12 a.m."), "365");
        assert_eq!(numbers(""), "");
    }

    #[test]
    fn a_colon_or_a_preposition_alone_makes_no_clock() {
        assert_eq!(numbers("für $120 am 1. Mai"), "120 1");
        assert_eq!(numbers("x.psm1：216 und n:250., com: 443, com:443, 5 amazing"), "216 250 443 443 5");
        assert_eq!(numbers("20 ambers"), "20");
    }

    #[test]
    fn digits_of_addresses_and_codes_are_none() {
        assert_eq!(numbers("code 0x8004DE40 and 0x80070005, https://example.com/12345/678 then 90"), "90");
        assert_eq!(
            numbers("id 0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f, 12345678-1234-1234-1234-123456789012 42"),
            "42"
        );
        assert_eq!(numbers("2010-2013 and 100-200"), "2010 2013 100 200");
    }
}
