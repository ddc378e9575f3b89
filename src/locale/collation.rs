//! The order of titles in lists.

use std::fmt;

use icu::collator::options::CollatorOptions;
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{Collator, CollatorBorrowed, CollatorPreferences};

use super::Locale;

/// The order in which a locale's readers expect titles. Numbers sort by value: `Office 9` before `Office 10`.
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    pub fn new(locale: &Locale) -> Self {
        let mut preferences = CollatorPreferences::from(&locale.0.id);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Self(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// The same for what tells letters apart, accents and case aside; the key of a text begins with that of its first letter.
    pub fn letter_key(&self, text: &str) -> Vec<u8> {
        // The level of letters ends with this byte, which none of them has.
        const END_OF_LEVEL: u8 = 1;
        let mut key = self.key(text);
        if self.0.is_some() {
            key.truncate(key.iter().position(|&byte| byte == END_OF_LEVEL).unwrap_or(key.len()));
        }
        key
    }

    /// Bytes that compare as the texts are to be ordered. Texts that differ in nothing a reader sees have equal
    /// keys: add a second key, such as the path.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 2);
        match &self.0 {
            Some(collator) => {
                // Writing to a `Vec` cannot fail.
                let Ok(()) = collator.write_sort_key_to(text, &mut key);
            }
            None => key.extend_from_slice(text.as_bytes()),
        }
        key
    }
}

impl fmt::Debug for Collation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Collation")
    }
}
