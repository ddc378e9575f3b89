//! Whether a sentence is English, by the words that nearly every English sentence has. Knows no other language.

use super::letters::is_alphabetic;

/// Words of English that are none in the other languages written in Latin letters, in order.
const ENGLISH: [&str; 49] = [
    "about",
    "after",
    "and",
    "another",
    "because",
    "been",
    "before",
    "between",
    "cannot",
    "does",
    "during",
    "each",
    "every",
    "following",
    "from",
    "has",
    "how",
    "if",
    "into",
    "its",
    "only",
    "select",
    "should",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "until",
    "using",
    "want",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "with",
    "within",
    "without",
    "you",
    "your",
];

/// Words of English that are words of other languages too, in order.
const SHARED: [&str; 27] = [
    "a", "all", "an", "any", "are", "as", "at", "be", "but", "by", "can", "for", "have", "in", "is", "it",
    "no", "not", "of", "on", "or", "other", "so", "to", "was", "we", "will",
];

/// Words of a sentence, at the least: fewer may be a name or a label.
const WORDS: usize = 6;

/// Of so many words one is in the lists, at the least.
const RATE: usize = 4;

/// Whether this is a sentence in English.
pub(crate) fn is_english(sentence: &str) -> bool {
    if !sentence.is_ascii() && sentence.chars().any(|letter| !letter.is_ascii() && is_alphabetic(letter)) {
        return false;
    }
    let (mut words, mut english, mut shared) = (0, 0, 0);
    for word in words_of(sentence) {
        words += 1;
        if is_word(&ENGLISH, word) || is_negation(word) {
            english += 1;
        } else if is_word(&SHARED, word) {
            shared += 1;
        }
    }
    words >= WORDS && english > 0 && (english + shared) * RATE >= words
}

/// Whether a sentence has so many words that are frequent in English that it may be in English.
pub(crate) fn may_be_english(sentence: &str) -> bool {
    let (mut words, mut shared) = (0, 0);
    for word in words_of(sentence) {
        if is_word(&ENGLISH, word) {
            return true;
        }
        words += 1;
        shared += usize::from(is_word(&SHARED, word));
    }
    shared * RARE >= words
}

/// Of so many words of another language less than one looks like a frequent one of English.
const RARE: usize = 6;

/// Whether a list in order has the word in small letters.
fn is_word(list: &[&str], word: &str) -> bool {
    let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    list.binary_search_by(|known| known.bytes().cmp(small())).is_ok()
}

/// `can't`, with either apostrophe.
fn is_negation(word: &str) -> bool {
    let ends = |with: &str| {
        let start = word.len().checked_sub(with.len());
        start.and_then(|start| word.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(with))
    };
    ends("n't") || ends("n’t")
}

pub(crate) fn words_of(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|letter: char| !is_alphabetic(letter) && !matches!(letter, '\'' | '’'));
    words.filter(|word| word.contains(is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        assert!(ENGLISH.is_sorted() && SHARED.is_sorted());
    }

    #[test]
    fn english_and_others() {
        let english = [
            "Select the three dots, then select the plan you want.",
            "You can't rename a domain after you have added it.",
            "A site without articles has no pages and no index.",
        ];
        for sentence in english {
            assert!(is_english(sentence), "{sentence}");
        }
        let others = [
            "Restart your computer.",
            "Microsoft Teams Admin Center Exchange Online Azure Active Directory",
            "Open de map en kies in de lijst of het is opgeslagen",
            "Pilih menu di atas untuk membuka semua artikel dalam bahasa",
            "On a une page par langue, non par article ni par section",
            "Se non si vede in alto la barra, premere il tasto in basso",
            "For at se alle artikler kan man have en liste at se i",
            "Select the menu und dann auf Öffnen klicken, was auch immer",
        ];
        for sentence in others {
            assert!(!is_english(sentence), "{sentence}");
        }
    }
}
