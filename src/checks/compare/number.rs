//! Numbers in a text, the same whatever a language puts between their digits. Knows no units.

use crate::checks::check::byte_at;
use crate::diagnostic::Span;

use super::Fact;

/// Runs of digits of any script, without what stands between thousands, without zeros in front and without whole
/// thousands behind. Left out are times of a clock, since other languages write others, and the digits of addresses,
/// GUIDs and codes, which are no numbers.
pub(super) fn of(text: &str, span: Span, block: usize) -> Vec<Fact<'static>> {
    let mut found = Vec::new();
    for part in near_digits(text) {
        collect(part, span, block, &mut found);
    }
    found
}

/// The parts of a text that hold digits, with the words beside them that say what these are: most text has none.
fn near_digits(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let is_digit = |(at, byte): &(usize, &u8)| {
        let letter = || text.get(*at..).and_then(|rest| rest.chars().next());
        byte.is_ascii_digit() || **byte >= FIRST_BYTE && letter().and_then(digit).is_some()
    };
    let may_be = |byte: u8| byte.is_ascii_digit() | (byte >= FIRST_BYTE);
    let first_digit = |mut from: usize| {
        loop {
            let at = byte_at(bytes, from, may_be)?;
            if is_digit(&(at, &bytes[at])) {
                return Some(at);
            }
            from = at + 1;
        }
    };
    let last_digit = |from: usize, to: usize| {
        bytes[..to].iter().enumerate().skip(from).rev().find(is_digit).map(|(at, _)| at)
    };
    let is_space = |byte: &u8| byte.is_ascii_whitespace();
    let word_end = |from: usize| {
        let word = from + bytes[from..].iter().take_while(|byte| is_space(byte)).count();
        word + bytes[word..].iter().take_while(|byte| !is_space(byte)).count()
    };
    let word_start = |from: usize, to: usize| {
        let word = to - bytes[from..to].iter().rev().take_while(|byte| is_space(byte)).count();
        word - bytes[from..word].iter().rev().take_while(|byte| !is_space(byte)).count()
    };
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(first) = first_digit(from) {
        let start = word_start(from, word_start(from, first));
        let mut last = first;
        loop {
            from = word_end(word_end(word_end(last)));
            match last_digit(last + 1, from) {
                Some(next) => last = next,
                None => break,
            }
        }
        parts.extend(text.get(start..from));
    }
    parts
}

fn collect(text: &str, span: Span, block: usize, found: &mut Vec<Fact<'static>>) {
    let letters: Vec<char> = text.chars().collect();
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
        let (plain, end) = scaled(&letters, at, &digits);
        let behind = at;
        at = end;
        // Thousands may be a word or a letter: 250 000, 250 thousand, 250K.
        let mut plain = plain.trim_start_matches('0');
        while let Some(rest) = plain.strip_suffix("000").filter(|rest| !rest.is_empty()) {
            plain = rest;
        }
        if is_clock(&letters, start, behind) || plain.is_empty() || is_part_of_word(&letters, start, behind) {
            continue;
        }
        let turned = if is_turned(&letters, start, behind) { TURNED } else { "" };
        let shown: String = letters[start..at].iter().collect();
        found.push(Fact::in_block(format!("{turned}{plain}"), shown, span, block));
    }
}

/// What the key of a number begins with that other languages may say without digits.
pub(crate) const TURNED: &str = "~";

/// Where the address, the GUID or the code of hexadecimal digits ends that begins here.
fn end_of_code(letters: &[char], at: usize) -> Option<usize> {
    let may_begin = matches!(letters[at], 'h' | 'w') || letters[at].is_ascii_hexdigit();
    let before = at.checked_sub(1).map(|before| letters[before]);
    if !may_begin || before.is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
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

/// A number with what it is multiplied by, and where that ends: `30 万`, `3万2000`, `1.5 lakh`, `1,5 Millionen`.
fn scaled(letters: &[char], at: usize, digits: &str) -> (String, usize) {
    let plain = || (digits.to_owned(), at);
    let length =
        |at: usize| letters[at..].iter().take(4).take_while(|&&letter| digit(letter).is_some()).count();
    let fraction = match letters.get(at) {
        Some('.' | ',') => length(at + 1),
        _ => 0,
    };
    let end = if fraction > 0 { at + 1 + fraction } else { at };
    let Some((zeros, behind)) = scale(letters, end) else { return plain() };
    let Some(missing) = zeros.checked_sub(fraction) else { return plain() };
    let fraction = letters[end - fraction..end].iter().filter_map(|&letter| digit(letter));
    let whole: String = digits.chars().chain(fraction).chain(std::iter::repeat_n('0', missing)).collect();
    // What follows at once belongs to it, and fits into its zeros: 3万2000, 3万2千.
    let next = behind + usize::from(letters.get(behind) == Some(&' '));
    let count = length(next);
    let mut rest: String = letters[next..next + count].iter().filter_map(|&letter| digit(letter)).collect();
    let mut last = next + count;
    if let Some((zeros, behind)) = scale(letters, last).filter(|_| count > 0) {
        rest.extend(std::iter::repeat_n('0', zeros));
        last = behind;
    }
    let is_east_asian = letters.get(end).is_some_and(|letter| !letter.is_ascii() && !letter.is_whitespace());
    if count == 0 || !is_east_asian || rest.len() > zeros || !whole.ends_with(&"0".repeat(rest.len())) {
        return (whole, behind);
    }
    (format!("{}{rest}", &whole[..whole.len() - rest.len()]), last)
}

/// How many zeros the word stands for that begins here, and where it ends.
fn scale(letters: &[char], at: usize) -> Option<(usize, usize)> {
    let space = letters[at..]
        .iter()
        .take(2)
        .take_while(|letter| matches!(letter, ' ' | '\u{a0}' | '\u{202f}'))
        .count();
    // Most words that follow a number have another first letter than all of these.
    let first = letters.get(at + space)?.to_lowercase().next()?;
    if !SCALES.iter().any(|(scale, _)| scale.starts_with(first)) {
        return None;
    }
    let word: String =
        letters[at + space..].iter().take(8).flat_map(|letter| letter.to_lowercase()).collect();
    let (word, zeros) = SCALES.iter().find(|(scale, _)| word.starts_with(scale))?;
    Some((*zeros, at + space + word.chars().count()))
}

/// Words that a number is multiplied by, as they begin, and their zeros. Those of a thousand need none, but for what
/// stands before or behind.
const SCALES: [(&str, usize); 25] = [
    ("千", 3),
    ("천", 3),
    ("万", 4),
    ("萬", 4),
    ("만", 4),
    ("億", 8),
    ("亿", 8),
    ("억", 8),
    ("lakh", 5),
    ("लाख", 5),
    ("لاکھ", 5),
    ("crore", 7),
    ("करोड़", 7),
    ("کروڑ", 7),
    ("thousand", 3),
    ("tausend", 3),
    ("тыс", 3),
    ("milli", 6),
    ("mio", 6),
    ("mln", 6),
    ("mil.", 6),
    ("млн", 6),
    ("миллион", 6),
    ("مليون", 6),
    ("מיליון", 6),
];

/// The zero of Arabic: the first decimal digit beyond ASCII.
const FIRST_DIGIT: char = '\u{660}';

/// The first byte of that.
const FIRST_BYTE: u8 = 0xd9;

/// Signs, and the letters of East Asia.
const WITHOUT_DIGITS: std::ops::RangeInclusive<char> = '\u{2000}'..='\u{a61f}';

/// The ASCII digit that a decimal digit of any script stands for.
pub(crate) fn digit(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return letter.is_ascii_digit().then_some(letter);
    }
    if letter < FIRST_DIGIT || WITHOUT_DIGITS.contains(&letter) {
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

/// What other languages say in other ways: `24/7`, `21st`, the `1990s`.
fn is_turned(letters: &[char], start: usize, end: usize) -> bool {
    let rest: String = letters[end..].iter().take(3).collect();
    let stands = |behind: &str| {
        rest.strip_prefix(behind).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    let slash = start.checked_sub(3).map(|at| letters[at..start].iter().collect::<String>());
    ["st", "nd", "rd", "th", "s"].iter().any(|end| stands(end))
        || stands("/7") && letters[start..end] == ['2', '4']
        || slash.as_deref() == Some("24/") && letters[start..end] == ['7']
}

/// A single digit that a Latin letter stands next to: `F5`, `x2`.
fn is_part_of_word(letters: &[char], start: usize, end: usize) -> bool {
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(|letter| letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}'))
    };
    end - start == 1 && (is_letter(start.checked_sub(1)) || is_letter(Some(end)))
}

/// A part of `17:30`, `5：30`, `15 h 45` or `15時45分`, and `5 PM`, `12 a.m.`.
fn is_clock(letters: &[char], start: usize, end: usize) -> bool {
    let is_digit = |letter: &&char| digit(**letter).is_some();
    let is_space = |letter: &&char| matches!(**letter, ' ' | '\u{a0}' | '\u{202f}');
    // A time where this stands between hours and minutes.
    let is_time = |at: usize| {
        let is_word = !matches!(letters[at], ':' | '：');
        let space = |count: usize| if is_word { count.min(1) } else { 0 };
        let before = at - space(letters[..at].iter().rev().take_while(is_space).count());
        let behind = at + 1 + space(letters[at + 1..].iter().take_while(is_space).count());
        let hours = letters[..before].iter().rev().take(3).take_while(is_digit).count();
        let minutes = letters[behind..].iter().take(3).take_while(is_digit).count();
        (1..=2).contains(&hours) && minutes == 2
    };
    let is_sign = |at: &usize| {
        letters.get(*at).is_some_and(|letter| matches!(letter, ':' | '：' | 'h' | '時' | '时' | '시'))
    };
    let near = |at: usize| [at.checked_sub(1), at.checked_sub(2)].into_iter().flatten();
    if near(start).chain([end, end + 1]).filter(is_sign).any(is_time) {
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
        for text in ["32,000", "3.2万", "3万2000", "3만 2천", "3万2千", "32 тыс."] {
            assert_eq!(numbers(text), "32", "{text}");
        }
        for text in ["1,500,000", "1,5 Millionen", "1.5 million", "15 lakh", "150万", "1,5 Mio.", "1,5 млн"]
        {
            assert_eq!(numbers(text), "1500", "{text}");
        }
        assert_eq!(numbers("1.5 GB, 2.5, 3,7 %, 5 万 3 人"), "1 5 2 5 3 7 50 3");
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
    fn times_and_turns_of_other_languages_are_none() {
        assert_eq!(numbers("15 h 45, 15h45, 15時45分, 15시 45분, 15:45"), "");
        assert_eq!(numbers("24/7, 21st, the 1990s"), "~24 ~7 ~21 ~1990");
        assert_eq!(numbers("2024年10月から、3日"), "2024 10 3");
        assert_eq!(numbers("5 hours, 24 hours, 10 h"), "5 24 10");
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

    #[test]
    fn only_the_words_beside_digits_are_looked_at() {
        let far = "one two three four five six seven";
        assert_eq!(
            near_digits(&format!("{far} 24 {far} 5\u{a0}PM {far}")).concat(),
            "six seven 24 one twosix seven 5\u{a0}PM one two"
        );
        assert_eq!(near_digits("a 1 b 2 c d e 3"), ["a 1 b 2 c d", " e 3"]);
        assert_eq!(near_digits("在第一步１２里、１"), ["在第一步１２里、１"]);
        assert!(near_digits(far).is_empty() && near_digits("").is_empty());
    }
}
