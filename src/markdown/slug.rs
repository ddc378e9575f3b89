//! Slugs of headings and titles. Knows nothing about which slugs are taken.

use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;

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
    use super::github;

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
}
