//! What `faqtory status` tells: the coverage of every locale, and the state of every article in it. Data only; words
//! and columns are made elsewhere.

use std::collections::BTreeMap;

use crate::catalog::{ArticleIndex, Catalog, Identity, Idx, LocaleIndex};
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
    /// Every outdated translation, by article ID, then by locale.
    pub outdated: Vec<OutdatedStatus>,
}

/// How far an outdated translation is behind its original, as git knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Commits that have changed the original since it was translated.
    pub commits: usize,
    /// Days between the version that was translated and the last of them.
    pub days: u64,
}

/// What git knows of outdated translations, by article.
pub type AllBehind = BTreeMap<ArticleIndex, Behind>;

/// One outdated translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutdatedStatus {
    /// Index into [`Status::articles`].
    pub article: usize,
    /// Index into [`Status::locales`].
    pub locale: usize,
    /// The file of the translation.
    pub path: String,
    /// The file of the original, else of the newest hand-off among the locales.
    pub source: String,
    pub behind: Option<Behind>,
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
    /// The translation that is behind by most days, where git knows.
    pub most_behind: Option<Behind>,
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
    pub fn new(catalog: &Catalog, translations: &Translations, behind: &AllBehind) -> Self {
        let locales = catalog.locales.indices().map(|locale| {
            let mut status = of_locale(catalog, translations, locale);
            let own = behind.iter().filter(|(article, _)| catalog.articles[**article].locale == locale);
            status.most_behind =
                own.map(|(_, behind)| *behind).max_by_key(|behind| (behind.days, behind.commits));
            status
        });
        let listed = || catalog.identities.iter().filter(|it| it.translations.iter().any(Option::is_some));
        let outdated = listed().enumerate().flat_map(|(article, identity)| {
            let translated = identity.translations.iter_enumerated();
            translated.filter_map(move |(locale, own)| {
                let own = (*own)?;
                let State::Outdated { newest } = translations.state(own) else { return None };
                let path = |article: ArticleIndex| catalog.articles[article].file.path.to_string();
                let (path, source, behind) = (path(own), path(newest), behind.get(&own).copied());
                Some(OutdatedStatus { article, locale: locale.position(), path, source, behind })
            })
        });
        Self {
            source: catalog.source.map(|source| catalog.locales[source].locale.clone()),
            basis: translations.basis,
            locales: locales.collect(),
            articles: listed().filter_map(|identity| of_article(catalog, translations, identity)).collect(),
            outdated: outdated.collect(),
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
        most_behind: None,
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
        titled_in: titled.locale.position(),
        states: states.collect(),
    })
}
