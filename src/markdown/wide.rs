//! Letters of East Asia, beside which the end of a line is no space. Knows letters only, no text.

use icu::properties::props::{EastAsianWidth, EmojiPresentation, Script};
use icu::properties::{CodePointMapData, CodePointSetData};

/// The first that is wide and not Hangul.
const FIRST: char = '\u{20a9}';

/// Whether the end of a line between this letter and another such one is no space, by the rules of CSS Text 3 for segment
/// breaks: both are full-width, wide or half-width, and neither is Hangul, which has spaces between words, or an emoji.
pub(super) fn joins_lines(letter: char) -> bool {
    if letter < FIRST {
        return false;
    }
    let width = CodePointMapData::<EastAsianWidth>::new().get(letter);
    matches!(width, EastAsianWidth::Wide | EastAsianWidth::Fullwidth | EastAsianWidth::Halfwidth)
        && CodePointMapData::<Script>::new().get(letter) != Script::Hangul
        && !CodePointSetData::new::<EmojiPresentation>().contains(letter)
}

#[cfg(test)]
mod tests {
    use super::joins_lines;

    #[test]
    fn letters() {
        for letter in "漢字かなカナㄅ。、「」！：（）　Ａｱ｡㊗𠮷".chars() {
            assert!(joins_lines(letter), "{letter}");
        }
        for letter in "aé. “”…한ᄀﾡภาษไทيע😀👍⌚±①".chars() {
            assert!(!joins_lines(letter), "{letter}");
        }
    }
}
