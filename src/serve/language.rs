//! Which locale a reader gets whose browser says what languages it wants. Knows nothing but locales.

use crate::locale::Locale;

/// Entries of the header that are read; browsers send a handful.
const MOST: usize = 32;

/// The first of `locales` that the header `Accept-Language` wants most.
pub(super) fn best<'l>(header: &str, locales: &[&'l Locale]) -> Option<&'l Locale> {
    let mut wanted: Vec<(u16, Locale)> = header.split(',').take(MOST).filter_map(entry).collect();
    // Stable: of equal weights the first counts.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.iter().find_map(|(_, tag)| closest(tag, locales))
}

/// `he-IL;q=0.8`: a tag and its weight in thousandths; none for what is not wanted.
fn entry(written: &str) -> Option<(u16, Locale)> {
    let (tag, weight) = written.split_once(';').unwrap_or((written, "q=1"));
    let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
    let thousandths = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
    Some((thousandths, Locale::parse(tag).ok()?)).filter(|(weight, _)| *weight > 0)
}

/// The locale itself, else one of the same language and script: of the same likely region first.
fn closest<'l>(wanted: &Locale, locales: &[&'l Locale]) -> Option<&'l Locale> {
    let same =
        |locale: &&&Locale| locale.language() == wanted.language() && locale.script() == wanted.script();
    let of_region = |locale: &&&Locale| same(locale) && locale.region() == wanted.region();
    let exact = locales.iter().find(|locale| **locale == wanted);
    exact.or_else(|| locales.iter().find(of_region)).or_else(|| locales.iter().find(same)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(header: &str) -> Option<String> {
        let locales = ["en-US", "fr-CA", "fr-FR", "he-IL", "sr-Latn-RS", "zh-CN", "zh-TW"]
            .map(|tag| Locale::parse(tag).unwrap());
        let locales: Vec<&Locale> = locales.iter().collect();
        best(header, &locales).map(|locale| locale.tag().to_owned())
    }

    #[test]
    fn weights_then_order() {
        assert_eq!(chosen("de, fr;q=0.5, he;q=0.8").as_deref(), Some("he-IL"));
        assert_eq!(chosen("fr-CA,fr").as_deref(), Some("fr-CA"));
        assert_eq!(chosen("fr").as_deref(), Some("fr-FR"));
        assert_eq!(chosen("he;q=0, en").as_deref(), Some("en-US"));
    }

    #[test]
    fn scripts_are_not_mixed() {
        assert_eq!(chosen("sr"), None);
        assert_eq!(chosen("zh-Hant-HK").as_deref(), Some("zh-TW"));
        assert_eq!(chosen("iw").as_deref(), Some("he-IL"));
    }

    #[test]
    fn nonsense_is_nothing() {
        assert_eq!(chosen("*"), None);
        assert_eq!(chosen(";;q=,,,q=1;en;q=x"), None);
        assert_eq!(chosen(&"x,".repeat(100_000)), None);
    }
}
