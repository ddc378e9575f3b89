//! Under which letter an index has a title: a letter of the alphabet, a row of kana, an initial of Hangul, the sound or the
//! strokes of a Chinese character. ICU4X has no `AlphabeticIndex`; letters come from its collation. Renders nothing.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use crate::locale::{Collation, Locale};

/// A letter of the index, and where in the list its titles begin.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) label: String,
    pub(crate) start: usize,
}

/// Digits of every script.
const DIGITS: &str = "0–9";

/// What is no letter.
const SIGNS: &str = "#";

/// The first character of each sound, as the order of pinyin has them; `I`, `U` and `V` begin none.
const PINYIN: [(char, &str); 23] = [
    ('阿', "A"),
    ('八', "B"),
    ('嚓', "C"),
    ('咑', "D"),
    ('妸', "E"),
    ('发', "F"),
    ('旮', "G"),
    ('哈', "H"),
    ('丌', "J"),
    ('咔', "K"),
    ('垃', "L"),
    ('妈', "M"),
    ('拏', "N"),
    ('噢', "O"),
    ('妑', "P"),
    ('七', "Q"),
    ('呥', "R"),
    ('仨', "S"),
    ('他', "T"),
    ('屲', "W"),
    ('夕', "X"),
    ('丫', "Y"),
    ('帀', "Z"),
];

/// A character of each number of strokes, the first in the order of strokes that is in use.
const STROKES: &str = "一丁丈不且丞串並亟乘乾傢亂僧僵儒償叢嚥勸儷囌囑囓囔";

/// The first of each row of kana, and the row.
const KANA: [(char, &str); 10] = [
    ('ぁ', "あ"),
    ('か', "か"),
    ('さ', "さ"),
    ('た', "た"),
    ('な', "な"),
    ('は', "は"),
    ('ま', "ま"),
    ('ゃ', "や"),
    ('ら', "ら"),
    ('ゎ', "わ"),
];

/// The initials of Hangul syllables in the order of Unicode, doubled ones under their single ones.
const HANGUL: &str = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";

/// Syllables of each initial.
const SYLLABLES: u32 = 588;

/// The letters of titles that stand in the order of the collation. Every letter stands once: what is sorted among those of
/// another letter, as a title in quotation marks can be, counts as one of these.
pub(super) fn letters<'t>(locale: &Locale, titles: impl Iterator<Item = &'t str>) -> Vec<Letter> {
    let index = Index::new(locale);
    let mut seen = BTreeSet::new();
    let mut letters = Vec::new();
    let mut before = None;
    // What the letter at hand is sorted by.
    let mut at_hand: Vec<u8> = Vec::new();
    for (start, title) in titles.enumerate() {
        let begin = index.begin(title);
        // Most titles begin as the one before them does.
        if before.replace(begin) == Some(begin) {
            continue;
        }
        let key = index.key(begin);
        // Sorted as the letter at hand is: `Y` as `I` in Lithuanian, `Ｏ` as `O`, `Aa` as `Å` in Danish.
        if !at_hand.is_empty() && key.starts_with(&at_hand) {
            continue;
        }
        let label = index.label(begin);
        if seen.insert(label.clone()) {
            at_hand = key;
            letters.push(Letter { label, start });
        }
    }
    letters
}

/// The first character that a title is sorted by, and the next.
type Begin = (Option<char>, Option<char>);

struct Index<'l> {
    language: &'l str,
    collation: Collation,
    /// Where the order of Chinese characters has a new label.
    marks: Vec<(Vec<u8>, String)>,
}

impl<'l> Index<'l> {
    fn new(locale: &'l Locale) -> Self {
        let collation = Collation::new(locale);
        let has_strokes =
            matches!(locale.region(), Some("TW" | "HK" | "MO")) || locale.tag().contains("Hant");
        let mark = |character: char, label: String| {
            (collation.letter_key(character.encode_utf8(&mut [0; 4])), label)
        };
        let marks = match (locale.language(), has_strokes) {
            ("zh", true) => {
                (1..).zip(STROKES.chars()).map(|(count, first)| mark(first, format!("{count}劃"))).collect()
            }
            ("zh", false) => PINYIN.iter().map(|&(first, label)| mark(first, label.to_owned())).collect(),
            _ => Vec::new(),
        };
        Self { language: locale.language(), collation, marks }
    }

    /// What a character is sorted by, letter case and lesser marks apart.
    fn key_of(&self, character: char) -> Vec<u8> {
        self.collation.letter_key(character.encode_utf8(&mut [0; 4]))
    }

    /// The first letter of a title, and what follows it.
    fn begin(&self, title: &str) -> Begin {
        let mut characters = title.trim_start().nfc().peekable();
        // Marks of direction; all punctuation in Thai.
        let is_unsorted = |sign: &char| !sign.is_alphanumeric() && self.key_of(*sign).is_empty();
        while characters.next_if(is_unsorted).is_some() {}
        // Thai and Lao write these vowels before the consonant that they are sorted behind.
        let is_vowel = |first: &char| matches!(first, '\u{E40}'..='\u{E44}' | '\u{EC0}'..='\u{EC4}');
        let vowel = characters.next_if(is_vowel);
        let first = characters.next().or(vowel);
        // The same syllable of the other kana.
        let first = first.map(|first| match first {
            'ァ'..='ヶ' => char::from_u32(first as u32 - 0x60).unwrap_or(first),
            _ => first,
        });
        (first, characters.next())
    }

    /// What titles that begin so are sorted by at first.
    fn key(&self, (first, second): Begin) -> Vec<u8> {
        let Some(first) = first else { return Vec::new() };
        self.pair(first, second).unwrap_or_else(|| self.key_of(first))
    }

    /// What two characters are sorted by that are one letter of an alphabet, as Czech `ch`.
    fn pair(&self, first: char, second: Option<char>) -> Option<Vec<u8>> {
        let is_of_alphabet =
            |letter: char| letter.is_alphabetic() && !matches!(letter, '\u{3040}'..='\u{9FFF}' | '가'..='힣');
        let second = second.filter(|&second| is_of_alphabet(first) && is_of_alphabet(second))?;
        let pair: String = [first, second].iter().flat_map(|letter| letter.to_lowercase()).collect();
        let lone: String = first.to_lowercase().collect();
        let key = self.collation.letter_key(&pair);
        (!key.starts_with(&self.collation.letter_key(&lone))).then_some(key)
    }

    fn label(&self, (first, second): Begin) -> String {
        let Some(first) = first else { return SIGNS.to_owned() };
        match first {
            _ if first.is_numeric() => DIGITS.to_owned(),
            _ if !first.is_alphabetic() => SIGNS.to_owned(),
            'ぁ'..='ゖ' => {
                let row = KANA.iter().rev().find(|(start, _)| *start <= first);
                // `ヴ` and the small `か` and `け` stand at the end of the table.
                let row = match first {
                    'ゔ' => Some("あ"),
                    'ゕ' | 'ゖ' => Some("か"),
                    _ => row.map(|(_, row)| *row),
                };
                row.unwrap_or(SIGNS).to_owned()
            }
            '가'..='힣' => {
                let initial = (first as u32 - '가' as u32) / SYLLABLES;
                HANGUL.chars().nth(initial as usize).map_or_else(|| SIGNS.to_owned(), String::from)
            }
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                self.of_han(first)
            }
            _ => self.of_alphabet(first, second),
        }
    }

    fn of_han(&self, first: char) -> String {
        let key = self.key_of(first);
        let mark = self.marks.iter().rev().find(|(first, _)| *first <= key);
        let any = if self.language == "ja" || self.language == "ko" { "漢字" } else { "漢" };
        mark.map_or_else(|| any.to_owned(), |(_, label)| label.clone())
    }

    /// The letter without what does not make another one of it; with the next where the two are one letter.
    fn of_alphabet(&self, first: char, second: Option<char>) -> String {
        let alone = self.key_of(first);
        let parts: Vec<char> = first.nfd().collect();
        // Without its marks, else with the one that makes the letter: `Ấ` stands under `Â`.
        let base = parts.first().copied();
        let marked = parts.iter().skip(1).filter_map(|&mark| [base?, mark].into_iter().nfc().next());
        let letter = base.into_iter().chain(marked).find(|&other| self.key_of(other) == alone);
        let mut label = self.upper(letter.unwrap_or(first));
        if self.pair(first, second).is_some() {
            label.extend(second.into_iter().flat_map(char::to_lowercase));
        }
        label
    }

    fn upper(&self, letter: char) -> String {
        match letter {
            'i' if matches!(self.language, "tr" | "az") => "İ".to_owned(),
            // Georgian has capitals for whole words alone.
            '\u{10D0}'..='\u{10FF}' => letter.to_string(),
            // `ß` stands among the titles with `S`.
            _ => letter.to_uppercase().next().unwrap_or(letter).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(tag: &str, titles: &[&str]) -> String {
        let locale = Locale::parse(tag).unwrap();
        let collation = Collation::new(&locale);
        let mut titles = titles.to_vec();
        titles.sort_by_key(|title| collation.key(title));
        let letters = letters(&locale, titles.iter().copied());
        let words = letters.iter().map(|letter| format!("{} {}", letter.label, titles[letter.start]));
        words.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn letters_are_those_of_the_language() {
        let latin = ["Äpfel", "apfel", "Birne", "Zug", "Österreich", "Oper", "3 Wege", "„Ach“", "ßx"];
        assert_eq!(labels("de-DE", &latin), "# „Ach“, 0–9 3 Wege, A apfel, B Birne, O Oper, S ßx, Z Zug");
        assert_eq!(labels("sv-SE", &["Äpple", "Apa", "Öl", "Zoo"]), "A Apa, Z Zoo, Ä Äpple, Ö Öl");
        assert_eq!(
            labels("cs-CZ", &["Chyba", "Cena", "Heslo", "Data", "Čas"]),
            "C Cena, Č Čas, D Data, H Heslo, Ch Chyba"
        );
        assert_eq!(labels("tr-TR", &["İzin", "Isı", "izle"]), "I Isı, İ İzin");
        assert_eq!(labels("he-IL", &["איפוס", "חשבון", "Outlook"]), "א איפוס, ח חשבון, O Outlook");
        assert_eq!(labels("ar-SA", &["أين", "بريد", "اسم"]), "ا اسم, ب بريد");
        assert_eq!(labels("th-TH", &["เกม", "กบ", "ขา", "ไข่"]), "ก กบ, ข ขา");
        assert_eq!(labels("th-TH", &["กด", "“กบ”", "กล"]), "ก กด");
        assert_eq!(labels("vi-VN", &["Âm", "Ấn", "Ẩn", "Ưu", "Ứng"]), "Â Âm, Ư Ứng");
        assert_eq!(labels("lt-LT", &["Ieškoti", "Yra", "Išsaugoti"]), "I Ieškoti");
        assert_eq!(labels("sv-SE", &["A\u{308}pple", "Apa"]), "A Apa, Ä A\u{308}pple");
        assert_eq!(labels("he-IL", &["\u{200f}אבא", "אמא"]), "א \u{200f}אבא");
        assert_eq!(labels("uk-UA", &["Їжа", "Іній", "Ґава", "Гай"]), "Г Гай, Ґ Ґава, І Іній, Ї Їжа");
    }

    #[test]
    fn other_scripts_have_rows_initials_sounds_and_strokes() {
        assert_eq!(
            labels("ja-JP", &["ガス", "かさ", "ヴァン", "あめ", "メール", "漢字"]),
            "あ あめ, か かさ, ま メール, 漢字 漢字"
        );
        assert_eq!(labels("ko-KR", &["나무", "가방", "까치", "하늘"]), "ㄱ 가방, ㄴ 나무, ㅎ 하늘");
        // A character of several sounds stands under the one that the collation takes: `重` under `Z`.
        let chinese = ["安全", "邮件", "中文", "重置", "密码", "登录", "Outlook"];
        assert_eq!(labels("zh-CN", &chinese), "A 安全, D 登录, M 密码, Y 邮件, Z 中文, O Outlook");
        let chinese = ["一般", "中文", "安全", "電子郵件", "登入"];
        assert_eq!(labels("zh-TW", &chinese), "1劃 一般, 4劃 中文, 6劃 安全, 12劃 登入, 13劃 電子郵件");
    }

    proptest::proptest! {
        #[test]
        fn every_letter_stands_once(titles in proptest::collection::vec("\\PC{0,6}", 0..20)) {
            let found = letters(&Locale::parse("cs-CZ").unwrap(), titles.iter().map(String::as_str));
            let labels: BTreeSet<&str> = found.iter().map(|letter| letter.label.as_str()).collect();
            assert_eq!(labels.len(), found.len());
            assert_eq!(found.first().map(|letter| letter.start), (!titles.is_empty()).then_some(0));
        }
    }
}
