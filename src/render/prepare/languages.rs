//! What the languages of a site are called. Renders nothing.

use anyhow::Result;

use crate::catalog::{Catalog, CatalogLocale, IndexVec, LocaleIndex};
use crate::locale::Locale;
use crate::theme::context;

/// The name of a locale's language.
#[derive(Debug)]
pub(crate) struct LanguageName {
    /// In lists of languages.
    short: String,
    /// The context of templates, serialised once.
    value: tera::Value,
}

impl LanguageName {
    pub(crate) fn of<'a>(&'a self, locale: &'a Locale) -> context::LanguageRef<'a> {
        context::LanguageRef::new(language(locale, locale.own_name(), &self.short), &self.value)
    }
}

/// A language as templates see it.
pub(crate) fn language<'a>(locale: &'a Locale, name: &'a str, short: &'a str) -> context::Language<'a> {
    context::Language { tag: locale.tag(), dir: locale.direction().name(), name, short }
}

/// The names of all locales.
pub(super) fn names(catalog: &Catalog) -> Result<IndexVec<LocaleIndex, LanguageName>> {
    let name = |(entry, short): (&CatalogLocale, String)| {
        let language = language(&entry.locale, entry.locale.own_name(), &short);
        let value = tera::Value::try_from_serializable(&language)?;
        Ok(LanguageName { short, value })
    };
    catalog.locales.iter().zip(short_names(catalog)).map(name).collect()
}

/// The own names, without the region where one locale alone has the language.
fn short_names(catalog: &Catalog) -> Vec<String> {
    let names: Vec<String> =
        catalog.locales.iter().map(|entry| entry.locale.own_name_of_language()).collect();
    let is_alone = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
    let short = |(entry, name): (&CatalogLocale, &String)| {
        if is_alone(name) { name.clone() } else { entry.locale.own_name().to_owned() }
    };
    catalog.locales.iter().zip(&names).map(short).collect()
}
