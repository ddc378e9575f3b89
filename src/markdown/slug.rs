//! Slugs of headings and titles, and names of anchors as IDs. Knows no document: which slugs it has is counted in a value of
//! its own.

use std::borrow::Cow;
use std::collections::BTreeMap;

use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;
use percent_encoding::percent_decode_str;

/// IDs that elements of the page itself have.
const OWN: [&str; 18] = [
    "_all",
    "_content",
    "_contents",
    "_copy",
    "_fallback",
    "_featured",
    "_find",
    "_inside",
    "_intro",
    "_languages",
    "_letters",
    "_missing",
    "_newest",
    "_none",
    "_pages",
    "_related",
    "_section",
    "_source",
];

/// GitHub's slug of a heading: lower case, everything dropped but letters, marks, decimal digits, connector
/// punctuation (`_`), hyphens and spaces, and then each space a hyphen. Empty if nothing remains.
///
/// The rule is `/[^\p{Word}\- ]/u` of html-pipeline's table of contents filter.
pub fn github(text: &str) -> String {
    let text = text.trim();
    let mut slug = String::with_capacity(text.len());
    if text.is_ascii() {
        for byte in text.bytes() {
            match byte {
                b' ' | b'\n' | b'\t' => slug.push('-'),
                b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                    slug.push(byte.to_ascii_lowercase() as char);
                }
                _ => {}
            }
        }
        return slug;
    }
    let categories = CodePointMapData::<GeneralCategory>::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            ' ' | '\n' | '\t' => slug.push('-'),
            '-' => slug.push('-'),
            _ if is_word(categories.get(letter)) => slug.push(letter),
            _ => {}
        }
    }
    slug
}

/// The ID of an anchor of this name: as written where that can be an ID and stands in a URL as it is, else slugged like a
/// heading. Empty if nothing remains.
pub fn anchor(name: &str) -> Cow<'_, str> {
    // Most names are plain.
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if (is_plain || name.chars().all(stands_in_id)) && !is_of_page(name) {
        return Cow::Borrowed(name);
    }
    let slug = github(&percent_decode_str(name).decode_utf8_lossy());
    Cow::Owned(if is_of_page(&slug) { slug.trim_start_matches('_').to_owned() } else { slug })
}

/// The slugs that headings of a document have.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    /// Each with the last number that was put behind it.
    taken: BTreeMap<String, u32>,
}

impl Slugs {
    /// A slug of the text that no earlier heading has.
    pub(super) fn unique(&mut self, text: &str) -> Box<str> {
        let mut base = github(text);
        if is_of_page(&base) {
            base = anchor(&base).into_owned();
        }
        if base.is_empty() {
            base.push_str("section");
        }
        let mut slug = base.clone();
        while self.taken.contains_key(&slug) {
            let repeated = self.taken.entry(base.clone()).or_default();
            *repeated += 1;
            slug = format!("{base}-{repeated}");
        }
        self.taken.insert(slug.clone(), 0);
        slug.into()
    }
}

/// Whether the page has an element of this ID that no author wrote: one of the theme, or a footnote.
pub fn is_of_page(id: &str) -> bool {
    match id.as_bytes().first() {
        Some(b'_') => OWN.contains(&id),
        Some(b'f') => {
            let number = id.strip_prefix("fn:").or_else(|| id.strip_prefix("fnref:"));
            number.is_some_and(|it| it.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b':')))
        }
        _ => false,
    }
}

/// Whether a character can be part of an ID, and of the fragment of a URL without being encoded. Those that join letters
/// are part of words, all others that nobody sees are none.
fn stands_in_id(letter: char) -> bool {
    if letter.is_ascii() {
        let is_special =
            matches!(letter, '"' | '#' | '%' | '<' | '>' | '[' | '\\' | ']' | '^' | '`' | '{' | '|' | '}');
        return letter.is_ascii_graphic() && !is_special;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(letter);
    match category {
        GeneralCategory::Format => matches!(letter, '\u{200c}' | '\u{200d}'),
        GeneralCategory::Control | GeneralCategory::Unassigned => false,
        _ => !letter.is_whitespace() && letter != char::REPLACEMENT_CHARACTER,
    }
}

fn is_word(category: GeneralCategory) -> bool {
    use GeneralCategory as C;
    matches!(
        category,
        C::UppercaseLetter
            | C::LowercaseLetter
            | C::TitlecaseLetter
            | C::ModifierLetter
            | C::OtherLetter
            | C::NonspacingMark
            | C::SpacingMark
            | C::EnclosingMark
            | C::DecimalNumber
            | C::ConnectorPunctuation
    )
}

#[cfg(test)]
mod tests {
    use super::{anchor, github};

    #[test]
    fn github_rule() {
        assert_eq!(github("Self-service password reset (SSPR)"), "self-service-password-reset-sspr");
        assert_eq!(github("What's new in C++ & C#?"), "whats-new-in-c--c");
        assert_eq!(github("snake_case  two spaces"), "snake_case--two-spaces");
        assert_eq!(github("כיצד לאפס סיסמה?"), "כיצד-לאפס-סיסמה");
        assert_eq!(github("Ölçü № 5 – “quoted”"), "ölçü--5--quoted");
        assert_eq!(github("รีเซ็ตรหัสผ่าน"), "รีเซ็ตรหัสผ่าน");
        assert_eq!(github("???"), "");
    }

    #[test]
    fn what_can_be_an_id_stays() {
        for name in
            ["a", "A.b:c", "what's-new", "_Toc123", "סיסמה", "می\u{200c}خواهم", "№-5", "(x)&y", "fn-1"]
        {
            assert_eq!(anchor(name), name);
        }
    }

    #[test]
    fn what_cannot_be_an_id_is_slugged() {
        for (name, id) in [
            ("a b", "a-b"),
            ("A\tB", "a-b"),
            ("a\u{a0}b", "ab"),
            ("a%20b", "a-b"),
            ("%zz", "zz"),
            ("a#b", "ab"),
            ("{x}", "x"),
            ("\u{202e}abc", "abc"),
            ("a\u{ad}\u{200b}b", "ab"),
            ("a\0\u{fffd}\u{ffff}b", "ab"),
            ("_copy", "copy"),
            ("fn:1", "fn1"),
            ("fnref:2-1:3", "fnref2-13"),
            ("fnref:3-second", "fnref:3-second"),
            ("<", ""),
            (" ", ""),
        ] {
            assert_eq!(anchor(name), id, "{name:?}");
        }
    }

    #[test]
    fn a_name_is_cleaned_once() {
        for name in ["a b", "_copy", "__copy", "%5fcopy", "fn:fn:1", "%2520", "\u{130}", "fnref: x"] {
            assert_eq!(anchor(&anchor(name)), anchor(name), "{name:?}");
        }
    }
}
