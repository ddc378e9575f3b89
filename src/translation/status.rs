//! What `faqtory status` reports: the coverage of every locale, and the state of every article in it. Data only; words
//! and columns are made elsewhere.

use std::collections::BTreeMap;

use crate::catalog::{ArticleIndex, Catalog, Identity, Idx, LocaleIndex};
use crate::locale::Locale;

use super::places::Places;
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
    /// Every translation that is missing or not current, by article ID, then by locale.
    pub due: Vec<DueStatus>,
    /// By index into [`Status::due`], where somebody asked.
    pub details: BTreeMap<usize, DueDetails>,
    /// Translations whose originals of that time may lie in the part of the history that a shallow clone lacks.
    pub without_history: usize,
}

/// What takes a while to find out of a translation that is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DueDetails {
    /// The hash of the original of today.
    pub source_hash: String,
    /// Words of the original.
    pub words: usize,
    /// Those of them that are to be translated, in blocks that have changed or are new.
    pub new_words: usize,
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

/// One translation that is missing or not current.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueStatus {
    /// Index into [`Status::articles`].
    pub article: usize,
    /// Index into [`Status::locales`].
    pub locale: usize,
    pub state: DueState,
    /// The file of the translation, where there is one.
    pub path: Option<String>,
    /// Where it is, or would be where others of its locale show how; none where that is not certain.
    pub target: Option<String>,
    /// The file of the original, else of the newest hand-off among the locales.
    pub source: Option<String>,
    /// The hash that the translation has.
    pub recorded_hash: Option<String>,
    /// As written in the original, else in the translation.
    pub priority: Option<String>,
    pub behind: Option<Behind>,
}

/// What is not current in a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    Missing,
    Outdated,
    Untracked,
    Touched,
    Orphaned,
}

impl DueState {
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Outdated => "outdated",
            Self::Untracked => "untracked",
            Self::Touched => "touched",
            Self::Orphaned => "orphaned",
        }
    }
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
    /// Translations made by people that a machine has replaced, where git knows.
    pub replaced: usize,
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
        let places = Places::new(catalog);
        let due = listed().enumerate().flat_map(|(article, identity)| {
            let one = |locale: LocaleIndex| due(catalog, translations, behind, &places, identity, locale);
            let all: Vec<DueStatus> = catalog.locales.indices().filter_map(one).collect();
            all.into_iter().map(move |one| DueStatus { article, ..one })
        });
        Self {
            source: catalog.source.map(|source| catalog.locales[source].locale.clone()),
            basis: translations.basis,
            locales: locales.collect(),
            articles: listed().filter_map(|identity| of_article(catalog, translations, identity)).collect(),
            due: due.collect(),
            details: BTreeMap::new(),
            without_history: 0,
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
        let Coverage { current, touched, outdated, untracked, missing, .. } = self.coverage;
        current + touched + outdated + untracked + missing
    }

    /// Translations that say what their originals say: all that are current or touched.
    pub fn up_to_date(&self) -> usize {
        self.coverage.current + self.coverage.touched
    }

    /// How many of a hundred are up to date, rounded down so that only a whole is called one; none where nothing is wanted.
    pub fn percent(&self) -> Option<usize> {
        (self.up_to_date() * 100).checked_div(self.wanted())
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
        replaced: catalog
            .identities
            .iter()
            .filter_map(|identity| identity.translations[locale])
            .filter(|&article| translations.replaced(article).is_some())
            .count(),
    }
}

/// What a locale lacks of an article ID, or has that is not current.
fn due(
    catalog: &Catalog,
    translations: &Translations,
    behind: &AllBehind,
    places: &Places,
    identity: &Identity,
    locale: LocaleIndex,
) -> Option<DueStatus> {
    let own = identity.translations[locale];
    let original = catalog.source.and_then(|source| identity.translations[source]);
    let (state, from) = match own.map(|own| translations.state(own)) {
        None if catalog.source.is_some() => (DueState::Missing, Some(original?)),
        None => (DueState::Missing, identity.translations.iter().flatten().next().copied()),
        Some(State::Outdated { newest }) => (DueState::Outdated, Some(newest)),
        Some(State::Touched { newest }) => (DueState::Touched, Some(newest)),
        Some(State::Untracked) => (DueState::Untracked, original),
        Some(State::Orphaned) => (DueState::Orphaned, None),
        Some(State::Source | State::Current) => return None,
    };
    let file = |article: ArticleIndex| &catalog.articles[article].file;
    let path = own.map(|own| file(own).path.to_string());
    let source = from.map(|from| file(from).path.to_string());
    let priority = |article: ArticleIndex| file(article).front_matter.priority.as_ref();
    let written = from.and_then(priority).or_else(|| own.and_then(priority));
    Some(DueStatus {
        article: 0,
        locale: locale.position(),
        state,
        target: path.clone().or_else(|| places.of(locale, source.as_deref()?)),
        path,
        source,
        recorded_hash: own.and_then(|own| Some(file(own).front_matter.source_hash.as_ref()?.value.clone())),
        priority: written.map(|priority| priority.value.clone()),
        behind: own.and_then(|own| behind.get(&own).copied()),
    })
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
