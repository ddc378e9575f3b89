//! Names that their maker translates: the form of each language. Knows no texts.

/// A name, a language, and the beginning of the form that it has there, in small letters.
const FORMS: [(&str, &str, &str); 17] = [
    ("Explorer", "ar", "مستكشف"),
    ("Explorer", "cs", "průzkumn"),
    ("Explorer", "da", "stifinder"),
    ("Explorer", "es", "explorador"),
    ("Explorer", "fi", "resurssienhallin"),
    ("Explorer", "fr", "explorateur"),
    ("Explorer", "he", "סייר"),
    ("Explorer", "hu", "fájlkezelő"),
    ("Explorer", "it", "esplora"),
    ("Explorer", "nb", "filutforsker"),
    ("Explorer", "nl", "verkenner"),
    ("Explorer", "pl", "eksplorator"),
    ("Explorer", "pt", "explorador"),
    ("Explorer", "ru", "проводник"),
    ("Explorer", "sk", "prieskumn"),
    ("Explorer", "sl", "raziskov"),
    ("Explorer", "sv", "utforskaren"),
];

/// Whether a text has the form that a name has in its language.
pub(super) fn has(language: &str, text: &str, name: &str) -> bool {
    let forms = FORMS.iter().filter(|(known, of, _)| *known == name && *of == language);
    forms.into_iter().any(|(_, _, form)| text.to_lowercase().contains(form))
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn forms_of_languages() {
        assert!(has("sl", "Odprite Raziskovalca in mapo", "Explorer"));
        assert!(has("he", "פתח את סייר הקבצים", "Explorer"));
        assert!(!has("sl", "Odprite mapo", "Explorer") && !has("lv", "Raziskovalec", "Explorer"));
        assert!(!has("sl", "Raziskovalec", "Outlook"));
    }
}
