//! Names in a text: Latin words with a capital, and what a language makes of them. Knows no products and judges nothing.

use std::sync::LazyLock;

use crate::checks::check::{byte_at, is_alphabetic, pairs};

/// Letters of a name, at the least: shorter ones are words of too many languages.
const SHORTEST: usize = 4;

/// Latin words of a text that begin with a capital and stand by themselves, digits and what belongs to an address apart.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = byte_at(bytes, at, |byte| byte.is_ascii_uppercase()) {
            let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            at = start + length;
            let is_first = start == 0 || !bytes[start - 1].is_ascii_alphabetic();
            if is_first && length >= SHORTEST && !is_joined(text, start, at) {
                return Some(&text[start..at]);
            }
        }
        None
    })
}

/// Whether more letters, digits or the signs of addresses and of code touch a word.
fn is_joined(text: &str, start: usize, end: usize) -> bool {
    let joins = |letter: char, signs: &str| {
        letter.is_ascii_digit() || is_accented(letter) || letter.is_ascii() && signs.contains(letter)
    };
    let mut after = text[end..].chars();
    let is_followed = match after.next() {
        Some('.') => after.next().is_some_and(|letter| letter.is_ascii_alphanumeric()),
        // `Set-Mailbox`
        Some('-') => after.next().is_some_and(|letter| letter.is_ascii_uppercase()),
        Some(letter) => joins(letter, "_\\/@:%="),
        None => false,
    };
    let is_noun =
        text[..start].ends_with('-') && text[..start - 1].ends_with(|c: char| c.is_ascii_alphabetic());
    is_followed
        || is_noun
        || text[..start].chars().next_back().is_some_and(|letter| joins(letter, "_\\/@:%=.$#<"))
}

/// A Latin letter beyond ASCII.
fn is_accented(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a text has a name in any form: in other letter case, within a longer word, or inflected with its capital.
pub(super) fn has(text: &str, name: &str) -> bool {
    let (bytes, name) = (text.as_bytes(), name.as_bytes());
    let &[first, second, ..] = name else { return false };
    let stem = name.len().saturating_sub(ENDING).max(SHORTEST).min(name.len());
    let begins = |a: u8, b: u8| (a | SMALL == first | SMALL) & (b | SMALL == second | SMALL);
    pairs(bytes, begins).any(|at| {
        let has = |length: usize| {
            bytes.get(at..at + length).is_some_and(|part| part.eq_ignore_ascii_case(&name[..length]))
        };
        let is_first = || at == 0 || !bytes[at - 1].is_ascii_alphabetic();
        // Without its capital only a long name is known by its beginning: `azurový` is a colour.
        let is_inflected = || bytes[at].is_ascii_uppercase() || name.len() > LONG && has(name.len() - 1);
        has(stem) && (has(name.len()) || is_first() && is_inflected())
    })
}

/// The bit that makes a letter of ASCII small.
const SMALL: u8 = 0x20;

/// Letters at the end of a name that other endings may stand for.
const ENDING: usize = 2;

/// Letters that a name has more of to be known without its capital.
const LONG: usize = 5;

/// Scripts whose letters are known well enough to see a name that is written in them as it sounds.
pub(super) const SPELT: [&str; 5] = ["Arab", "Cyrl", "Grek", "Hebr", "Latn"];

/// Whether a word of the text sounds like the name. Acronyms are not written as they sound.
pub(super) fn is_spelt_out(text: &str, name: &str) -> bool {
    if name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    // Two consonants are those of too many words.
    let is_long = sounds(name.chars(), &ROUGH).nth(2).is_some();
    let classes: &Classes = if is_long { &ROUGH } else { &CLOSE };
    let sound: Vec<usize> = sounds(name.chars(), classes).collect();
    let words = text
        .split(|letter: char| !is_alphabetic(letter))
        .filter(|word| !word.is_empty() && word.chars().all(is_of_other_script));
    words.into_iter().any(|word| {
        // The article and prepositions are written together with the word.
        let starts =
            word.char_indices().take(1 + LEADING).filter(|(at, _)| *at == 0 || is_leading(&word[..*at]));
        starts.into_iter().any(|(at, _)| {
            let mut heard = sounds(word[at..].chars(), classes);
            let begins = sound.iter().all(|class| heard.next() == Some(*class));
            // Some languages give it an ending.
            begins && (heard.next().is_none() || !is_leading(word) && heard.next().is_none())
        })
    })
}

fn is_of_other_script(letter: char) -> bool {
    !letter.is_ascii() && !is_accented(letter)
}

/// Letters before a word of Hebrew or Arabic, at the most.
const LEADING: usize = 3;

fn is_leading(letters: &str) -> bool {
    letters.chars().all(|letter| matches!(letter, '\u{5d0}'..='\u{5ea}' | '\u{621}'..='\u{6ff}'))
}

/// The consonants of a word as classes of similar ones, each once where it is repeated.
fn sounds(letters: impl Iterator<Item = char>, classes: &Classes) -> impl Iterator<Item = usize> {
    let mut last = None;
    letters.filter_map(move |letter| {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let found = classes.binary_search_by_key(&small, |(letter, _)| *letter).ok()?;
        let class = classes[found].1;
        (last.replace(class) != Some(class)).then_some(class)
    })
}

/// Letters in order, each with the number of its class.
type Classes = Vec<(char, usize)>;

static ROUGH: LazyLock<Classes> = LazyLock::new(|| classes(&SOUNDS));
static CLOSE: LazyLock<Classes> = LazyLock::new(|| classes(&CLOSE_SOUNDS));

fn classes(sounds: &[&str]) -> Classes {
    let letters = sounds
        .iter()
        .enumerate()
        .flat_map(|(class, letters)| letters.chars().map(move |letter| (letter, class)));
    let mut letters: Classes = letters.collect();
    // Of a letter in several classes the first counts.
    letters.sort_unstable();
    letters.dedup_by_key(|(letter, _)| *letter);
    letters
}

/// Consonants that languages write for one another.
const SOUNDS: [&str; 6] = [
    "bfpvwбпфвβπφבפףبفپڤ",
    "cgjkqsxzčžšгжзкксхцчшщγζκξσςχגזכךסצץקשجخزسشصغقكکگچژ",
    "dtдтδθτדטתثدذتطضظ",
    "lлλלل",
    "mnмнμνמםנןمن",
    "rрρרر",
];

/// The same, with the sounds of the second class apart.
const CLOSE_SOUNDS: [&str; 8] = [
    SOUNDS[0],
    "gjzžгжзγζגזجزغگژ",
    "csčšсцчшщσςסצץשسشصچ",
    "kqxкхξκχחכךקخقكک",
    SOUNDS[2],
    SOUNDS[3],
    SOUNDS[4],
    SOUNDS[5],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_a_capital() {
        let text = "Open Azure, ב-Teams, Azureで Set-Mailbox https://Contoso.com/Azure Win32 Équipe Exceľ azure Ask a.Word User@Fabrikam";
        let found: Vec<&str> = names(text).collect();
        assert_eq!(found, ["Open", "Azure", "Teams", "Azure"]);
    }

    #[test]
    fn forms_of_a_name() {
        for text in
            ["microsoft azure", "Azura", "v Azuru", "Azurového", "MyAzureHub", "הAzure", "AZURE-Portal"]
        {
            assert!(has(text, "Azure"), "{text}");
        }
        assert!(has("v intunu", "Intune"));
        for text in ["azurová", "תכלת", "azzurro", "Azimut", ""] {
            assert!(!has(text, "Azure"), "{text}");
        }
    }

    #[test]
    fn names_as_they_sound() {
        for (text, name) in [
            ("מיקרוסופט", "Microsoft"),
            ("תמונות ביאממר", "Yammer"),
            ("של אנדרואיד", "Android"),
            ("Экселем", "Excel"),
            ("من أندرويد", "Android"),
            ("στο Σκάιπ", "Skype"),
            ("פורטל אזור", "Azure"),
            ("في إيدج", "Edge"),
        ] {
            assert!(is_spelt_out(text, name), "{text}");
        }
        for (text, name) in [
            ("בפורטל התכלת", "Azure"),
            ("חליפין", "Exchange"),
            ("команды", "Teams"),
            ("через ІМАП", "IMAP"),
            ("azurový", "Azure"),
            ("קישור לאישור כאשר", "Azure"),
        ] {
            assert!(!is_spelt_out(text, name), "{text}");
        }
    }
}
