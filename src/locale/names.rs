//! What languages are called: in their own language, and in the reader's. Names come from CLDR.

use icu::locale::names::{
    DisplayNamesPreferences, LanguageDisplay, LanguageIdentifierDisplayName,
    LanguageIdentifierDisplayNameOptions,
};
use icu::locale::{LanguageIdentifier, langid};
use writeable::TryWriteable;

use super::Locale;

impl Locale {
    /// The locale that a folder or a part of a file name is called after, or none where the word only looks like a
    /// tag.
    ///
    /// CLDR must have a name for every part (`com`, `api`, `policies`, `xx-YY` have none). A language alone must
    /// also have a name in that language, which distinguishes `he` from `new` (Newari) and `bin` (Bini), and be written as
    /// its canonical code or as one that is retired and nothing else: `iw` is Hebrew, but `in` may be India and `src`,
    /// a longer code of Sardinian, is far more often something else.
    pub fn named(written: &str) -> Option<Self> {
        let locale = Self::parse(written).ok()?;
        let id = &locale.0.id;
        name(id.clone(), &langid!("en"))?;
        if !written.contains(['-', '_']) {
            name(id.clone(), id)?;
            let is_code = written.eq_ignore_ascii_case(locale.tag()) || is_only_retired(written);
            return is_code.then_some(locale);
        }
        Some(locale)
    }

    /// Whether [`Locale::named`] gives a locale, without making one where the answer is plain.
    pub fn is_name(written: &str) -> bool {
        let has_name = |id| name(id, &langid!("en")).is_some();
        let plain = written.contains('-').then(|| written.parse().ok()).flatten();
        plain.is_some_and(has_name) || Self::named(written).is_some()
    }

    /// In its own language, for lists of languages: `עברית (ישראל)`. In English where CLDR does not know that, and
    /// the tag as the last resort.
    pub fn own_name(&self) -> &str {
        let id = &self.0.id;
        self.0.own_name.get_or_init(|| {
            name(id.clone(), id)
                .or_else(|| name(id.clone(), &langid!("en")))
                .unwrap_or_else(|| self.tag().to_owned())
        })
    }

    /// The name of the language in that language, without the region: `עברית`, `srpski (latinica)`. The region stays
    /// where it says which script is meant: `zh-TW` is no `zh`.
    pub fn own_name_of_language(&self) -> String {
        let id = LanguageIdentifier { region: None, ..self.0.id.clone() };
        let is_same_script = |language: Self| language.0.likely.script == self.0.likely.script;
        if Self::parse(&id.to_string()).is_ok_and(is_same_script)
            && let Some(name) = name(id, &self.0.id)
        {
            return name;
        }
        self.own_name().to_owned()
    }

    /// In the language of `reader`: `hebrejščina (Izrael)` for a Slovenian one. The own name where CLDR does not
    /// know it.
    pub fn name_in(&self, reader: &Self) -> String {
        name(self.0.id.clone(), &reader.0.id).unwrap_or_else(|| self.own_name().to_owned())
    }
}

/// Whether a retired code of two letters is not that of a region too.
fn is_only_retired(code: &str) -> bool {
    let region = code.parse().ok().filter(|_| code.len() == 2);
    region.is_some_and(|region| {
        let of_region = LanguageIdentifier { region: Some(region), ..langid!("en") };
        name(of_region, &langid!("en")).is_none()
    })
}

/// None where any part of the name would be a code.
fn name(subject: LanguageIdentifier, reader: &LanguageIdentifier) -> Option<String> {
    let mut options = LanguageIdentifierDisplayNameOptions::default();
    // `português (Portugal)`, not `português europeu`: in a list, the language comes first and the same way.
    options.language_display = Some(LanguageDisplay::Standard);
    // The heavy set: the light one lacks the English names of most languages.
    let preferences = DisplayNamesPreferences::from(reader);
    let name = LanguageIdentifierDisplayName::try_new_heavy(preferences, subject, options).ok()?;
    Some(name.as_borrowed().try_write_to_string().ok()?.into_owned())
}
