//! What scripts do with spaces. Knows no words.

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
