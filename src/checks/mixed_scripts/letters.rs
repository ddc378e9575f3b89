//! Which alphabet a letter is of, and which letters of two alphabets look alike. Judges no word.

use icu::properties::CodePointMapData;
use icu::properties::props::Script;

/// Alphabets whose letters are taken for one another, on screen or when bytes are read as another code page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alphabet {
    Latin,
    /// Latin letters as wide as those of Chinese and Japanese.
    FullWidth,
    Cyrillic,
    Greek,
}

impl Alphabet {
    pub(super) fn of(letter: char) -> Option<Self> {
        match letter {
            'A'..='Z' | 'a'..='z' => return Some(Self::Latin),
            'Ａ'..='Ｚ' | 'ａ'..='ｚ' => return Some(Self::FullWidth),
            // Most letters of most texts, without looking them up.
            '\u{410}'..='\u{44f}' => return Some(Self::Cyrillic),
            _ if letter.is_ascii() => return None,
            _ => {}
        }
        let alphabet = match CodePointMapData::<Script>::new().get(letter) {
            Script::Latin => Self::Latin,
            Script::Cyrillic => Self::Cyrillic,
            Script::Greek => Self::Greek,
            _ => return None,
        };
        letter.is_alphabetic().then_some(alphabet)
    }

    /// A bit of its own.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::FullWidth => "full-width",
            Self::Cyrillic => "Cyrillic",
            Self::Greek => "Greek",
        }
    }
}

/// Letters that look alike: Latin and Cyrillic.
const CYRILLIC: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'һ'),
    ('i', 'і'),
    ('j', 'ј'),
    ('k', 'к'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('x', 'х'),
    ('y', 'у'),
    ('ë', 'ё'),
    ('ï', 'ї'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('J', 'Ј'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('S', 'Ѕ'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
];

/// Letters that look alike: Latin and Greek. Small ones that are symbols by themselves are left out.
const GREEK: &[(char, char)] = &[
    ('i', 'ι'),
    ('o', 'ο'),
    ('v', 'ν'),
    ('A', 'Α'),
    ('B', 'Β'),
    ('E', 'Ε'),
    ('H', 'Η'),
    ('I', 'Ι'),
    ('K', 'Κ'),
    ('M', 'Μ'),
    ('N', 'Ν'),
    ('O', 'Ο'),
    ('P', 'Ρ'),
    ('T', 'Τ'),
    ('X', 'Χ'),
    ('Y', 'Υ'),
    ('Z', 'Ζ'),
];

/// The letter of an alphabet that looks like one of another.
pub(super) fn look_alike(letter: char, to: Alphabet) -> Option<char> {
    let from_latin = |table: &[(char, char)]| table.iter().find(|pair| pair.0 == letter).map(|pair| pair.1);
    let to_latin = |table: &[(char, char)]| table.iter().find(|pair| pair.1 == letter).map(|pair| pair.0);
    match (Alphabet::of(letter)?, to) {
        (Alphabet::FullWidth, _) => char::from_u32(u32::from(letter).checked_sub(WIDER)?),
        (Alphabet::Latin, Alphabet::Cyrillic) => from_latin(CYRILLIC),
        (Alphabet::Cyrillic, Alphabet::Latin) => to_latin(CYRILLIC),
        (Alphabet::Latin, Alphabet::Greek) => from_latin(GREEK),
        (Alphabet::Greek, Alphabet::Latin) => to_latin(GREEK),
        _ => None,
    }
}

/// How far the full-width forms stand behind ASCII.
const WIDER: u32 = 0xfee0;
