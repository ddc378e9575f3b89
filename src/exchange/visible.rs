//! Whether readers see anything of a text, and which letters nobody may bring. Knows no unit.

use icu::properties::{CodePointMapData, props::GeneralCategory};

/// Letters without a shape, which no category tells from others.
const BLANK: [char; 5] = ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}'];

/// Whether something of it is seen: not only white space, and what has no shape.
pub(super) fn is_visible(text: &str) -> bool {
    use GeneralCategory as Category;
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_seen = |letter: char| {
        let is_hidden = matches!(
            categories.get(letter),
            Category::Control
                | Category::Format
                | Category::SpaceSeparator
                | Category::LineSeparator
                | Category::ParagraphSeparator
                | Category::Unassigned
                | Category::NonspacingMark
                | Category::EnclosingMark
        );
        !is_hidden && !BLANK.contains(&letter)
    };
    text.chars().any(is_seen)
}

/// The first letter that the source does not have and that is no text: a control character, or one that turns the direction of all behind
/// it.
pub(crate) fn unprintable(text: &str, source: &str) -> Option<char> {
    let is_it = |letter: char| {
        let is_control = letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{85}');
        is_control || matches!(letter, '\u{202d}' | '\u{202e}')
    };
    text.chars().find(|letter| is_it(*letter) && !source.contains(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_see() {
        for text in
            ["", " \n", "\u{200b}", "\u{a0}\u{200f}\u{feff}", "\u{3164}", "\u{ad}", "\u{e0041}", "\u{fe0f}"]
        {
            assert!(!is_visible(text), "{text:?}");
        }
        for text in ["a", "–", "ก", "क्", "\u{200f}א", "5", "😀"] {
            assert!(is_visible(text), "{text:?}");
        }
        assert_eq!(unprintable("a\u{202e}b", "a"), Some('\u{202e}'));
        assert_eq!(unprintable("a\u{7}\n\tb\u{200f}\u{2068}", "a"), Some('\u{7}'));
        assert_eq!(unprintable("a\u{202e}", "b\u{202e}"), None);
    }
}
