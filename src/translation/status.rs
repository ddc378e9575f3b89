//! What `faqtory status` tells: the coverage of every locale, and the state of every article in it. Data only; words
//! and columns are made elsewhere.

use crate::catalog::{ArticleIndex, Catalog, Identity, LocaleIndex};
use crate::locale::Locale;

use super::{Basis, Coverage, State, Translations};

/// The state of all translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    pub source: Option<Locale>,
    pub basis: Basis,
    /// Every locale with articles, by tag.
    pub locales: Vec<LocaleStatus>,
    /// Every article ID, in order.
    pub articles: Vec<ArticleStatus>,
}

/// The translations of one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleStatus {
    pub locale: Locale,
    pub coverage: Coverage,
    /// Translations made by people, as their front matter says.
    pub human: usize,
    /// Translations made by machines, as their front matter says.
    pub machine: usize,
}

/// One article ID in all locales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleStatus {
    pub id: String,
    /// In the source, else in the first locale that has it.
    pub title: String,
    /// The locale of the title, as an index into [`Status::locales`].
    pub titled_in: usize,
    /// In the order of [`Status::locales`]. `None`: missing, or nothing to translate from.
    pub states: Vec<Option<State>>,
}

impl Status {
    pub fn new(catalog: &Catalog, translations: &Translations) -> Self {
        let locales = (0..catalog.locales.len()).map(|locale| of_locale(catalog, translations, locale));
        Self {
            source: catalog.source.map(|source| catalog.locales[source].locale.clone()),
            basis: translations.basis,
            locales: locales.collect(),
            articles: catalog
                .identities
                .iter()
                .filter_map(|identity| of_article(catalog, translations, identity))
                .collect(),
        }
    }

    /// Whether this is the locale that articles are written in first.
    pub fn is_source(&self, locale: &LocaleStatus) -> bool {
        self.source.as_ref() == Some(&locale.locale)
    }
}

impl LocaleStatus {
    /// Articles that the locale should have: all but the orphaned ones.
    pub fn wanted(&self) -> usize {
        let Coverage { current, outdated, untracked, missing, .. } = self.coverage;
        current + outdated + untracked + missing
    }

    /// How many of a hundred are current, rounded down so that only a whole is called one; none where nothing is wanted.
    pub fn percent(&self) -> Option<usize> {
        (self.coverage.current * 100).checked_div(self.wanted())
    }
}

fn of_locale(catalog: &Catalog, translations: &Translations, locale: LocaleIndex) -> LocaleStatus {
    use crate::front_matter::TranslationType::{Human, Machine};
    let made = |how| {
        let is_made = |&&article: &&ArticleIndex| {
            let written = &catalog.articles[article].file.front_matter.translation_type;
            written.as_ref().is_some_and(|written| written.value == how)
                && translations.state(article) != State::Source
        };
        let articles =
            catalog.identities.iter().filter_map(|identity| identity.translations[locale].as_ref());
        articles.filter(is_made).count()
    };
    LocaleStatus {
        locale: catalog.locales[locale].locale.clone(),
        coverage: translations.coverage(catalog, locale),
        human: made(Human),
        machine: made(Machine),
    }
}

fn of_article(catalog: &Catalog, translations: &Translations, identity: &Identity) -> Option<ArticleStatus> {
    let first = || identity.translations.iter().flatten().next().copied();
    let titled = catalog.source.and_then(|source| identity.translations[source]).or_else(first)?;
    let titled = &catalog.articles[titled];
    let states = identity.translations.iter().map(|article| article.map(|it| translations.state(it)));
    Some(ArticleStatus {
        id: identity.id.to_string(),
        title: titled.title.clone(),
        titled_in: titled.locale,
        states: states.collect(),
    })
}
