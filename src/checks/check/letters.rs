//! Which characters are letters, and what scripts do with spaces. Knows no words.

use icu::properties::CodePointMapData;
use icu::properties::props::LineBreak;

/// Whether a letter is of a script without spaces between words: lines may break at it in any case, or a zero-width space
/// says where they may.
pub(crate) fn has_no_spaces(letter: char) -> bool {
    let breaks = || CodePointMapData::<LineBreak>::new().get(letter);
    !letter.is_ascii()
        && (matches!(
            breaks(),
            LineBreak::ComplexContext
                | LineBreak::Ideographic
                | LineBreak::ConditionalJapaneseStarter
                | LineBreak::Nonstarter
        ) || matches!(letter, '\u{f00}'..='\u{fff}'))
}

/// As [`char::is_alphabetic`], which looks through a long table for each letter beyond ASCII: here the common scripts need
/// none.
pub(crate) fn is_alphabetic(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphabetic(),
        // Latin, Cyrillic, Hebrew, Thai, Hiragana, Han, Hangul.
        '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{2c1}'
        | '\u{400}'..='\u{481}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{e01}'..='\u{e3a}'
        | '\u{3041}'..='\u{3096}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => true,
        // Dashes, quotation marks and spaces.
        '\u{2000}'..='\u{2070}' => false,
        _ => letter.is_alphabetic(),
    }
}

/// As [`char::is_alphanumeric`], in the same way.
pub(crate) fn is_alphanumeric(letter: char) -> bool {
    is_alphabetic(letter) || !matches!(letter, '\u{2000}'..='\u{206f}') && letter.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::{is_alphabetic, is_alphanumeric};

    #[test]
    fn letters_are_those_of_unicode() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(letter), letter.is_alphabetic(), "{letter:?}");
            assert_eq!(is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
        }
    }
}
