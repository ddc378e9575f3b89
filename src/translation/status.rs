//! What `faqtory status` reports: the coverage of every locale, and the state of every article in it. Data only; words
//! and columns are made elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, Identity, IdentityIndex, Idx, LocaleIndex};
use crate::front_matter::{Date, TranslationType, source_hashes};
use crate::locale::Locale;

use super::due::{Due, due};
use super::files::TranslatedFile;
use super::handoffs::InProgress;
use super::merge::{self, ChangedWords};
use super::places::Places;
use super::state::DueState;
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
    /// The translations that are missing or not current, by article ID, then by locale: all of them, or those that git knows to be
    /// behind and those in progress.
    pub due: Vec<DueStatus>,
    /// Includes, names and messages in every locale but the source, where somebody asked.
    pub files: Vec<TranslatedFile>,
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

impl Behind {
    /// The one that is behind by more days, else by more commits.
    fn max_by_days(self, other: Self) -> Self {
        std::cmp::max_by_key(self, other, |behind| (behind.days, behind.commits))
    }
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
    /// Since when it is with translators.
    pub in_progress_since: Option<Date>,
    /// Where somebody asked.
    pub details: Option<DueDetails>,
    /// The files that outdate it, if that is not its own source alone.
    pub because: Vec<String>,
}

/// What is known beside the articles.
#[derive(Clone, Copy, Debug)]
pub struct StatusFacts<'a> {
    pub behind: &'a AllBehind,
    pub in_progress: &'a InProgress,
    /// As in [`Status`].
    pub without_history: usize,
    pub listed: Listed<'a>,
    /// As in [`Status`].
    pub files: &'a [TranslatedFile],
}

/// Which translations that are due are listed.
#[derive(Clone, Copy, Debug)]
pub enum Listed<'a> {
    /// Those that git knows to be behind, and those in progress.
    Behind,
    /// All, with their words, which takes longer. Given are those of outdated ones that git knows to have changed.
    All(&'a BTreeMap<ArticleIndex, ChangedWords>),
}

/// The translations of one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleStatus {
    pub locale: Locale,
    pub coverage: Coverage,
    /// Translations that are due and with translators.
    pub in_progress: usize,
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
    pub fn new(catalog: &Catalog, translations: &Translations, facts: &StatusFacts<'_>) -> Self {
        let mut most: BTreeMap<LocaleIndex, Behind> = BTreeMap::new();
        for (&article, &behind) in facts.behind {
            let known = most.entry(catalog.articles[article].locale).or_insert(behind);
            *known = (*known).max_by_days(behind);
        }
        let locale = |locale| LocaleStatus {
            in_progress: facts.in_progress.keys().filter(|(_, of)| *of == locale).count(),
            ..of_locale(catalog, translations, locale, most.get(&locale).copied())
        };
        let listed = || {
            let all = catalog.identities.iter_enumerated();
            all.filter(|(_, it)| it.translations.iter().any(Option::is_some))
        };
        Self {
            source: catalog.source.map(|source| catalog.locales[source].locale.clone()),
            basis: translations.basis,
            locales: catalog.locales.indices().map(locale).collect(),
            articles: listed().filter_map(|(_, it)| of_article(catalog, translations, it)).collect(),
            due: all_due(catalog, translations, facts, listed()),
            files: facts.files.to_vec(),
            without_history: facts.without_history,
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

fn of_locale(
    catalog: &Catalog,
    translations: &Translations,
    locale: LocaleIndex,
    most_behind: Option<Behind>,
) -> LocaleStatus {
    let (mut human, mut machine, mut replaced) = (0, 0, 0);
    for article in catalog.identities.iter().filter_map(|identity| identity.translations[locale]) {
        let made = catalog.articles[article].file.front_matter.translation_type.as_ref();
        let made = made.filter(|_| translations.state(article) != State::Source).map(|made| made.value);
        human += usize::from(made == Some(TranslationType::Human));
        machine += usize::from(made == Some(TranslationType::Machine));
        replaced += usize::from(translations.replaced(article).is_some());
    }
    LocaleStatus {
        locale: catalog.locales[locale].locale.clone(),
        coverage: translations.coverage(catalog, locale),
        in_progress: 0,
        human,
        machine,
        most_behind,
        replaced,
    }
}

/// One that is listed.
struct Found {
    article: usize,
    locale: LocaleIndex,
    due: Due,
    since: Option<Date>,
}

/// What is due in all locales.
fn all_due<'c>(
    catalog: &Catalog,
    translations: &Translations,
    facts: &StatusFacts<'_>,
    identities: impl Iterator<Item = (IdentityIndex, &'c Identity)>,
) -> Vec<DueStatus> {
    let is_listed = |due: &Due, since: Option<Date>| match facts.listed {
        Listed::All(_) => true,
        Listed::Behind => since.is_some() || due.own.is_some_and(|own| facts.behind.contains_key(&own)),
    };
    // A text costs more than a state: none is made for what is not listed.
    let mut found: Vec<Found> = Vec::new();
    for (article, (index, identity)) in identities.enumerate() {
        let one = |locale| {
            let due = due(catalog, translations, identity, locale)?;
            let since = facts.in_progress.get(&(index, locale)).copied();
            is_listed(&due, since).then_some(Found { article, locale, due, since })
        };
        found.extend(catalog.locales.indices().filter_map(one));
    }
    if found.is_empty() {
        return Vec::new();
    }
    let places = Places::new(catalog);
    let originals = match facts.listed {
        Listed::All(_) => originals(catalog, &found),
        Listed::Behind => BTreeMap::new(),
    };
    let status = |Found { article, locale, due, since }: Found| {
        let file = |article: ArticleIndex| &catalog.articles[article].file;
        let path = due.own.map(|own| file(own).path.to_string());
        let source = due.from.map(|from| file(from).path.to_string());
        let recorded = due.own.and_then(|own| file(own).front_matter.source_hash.as_ref());
        DueStatus {
            article,
            locale: locale.position(),
            state: due.state,
            target: path.clone().or_else(|| places.of(locale, source.as_deref()?)),
            path,
            source,
            recorded_hash: recorded.map(|hash| hash.value.clone()),
            priority: due.priority(catalog),
            behind: due.own.and_then(|own| facts.behind.get(&own).copied()),
            in_progress_since: since,
            details: match facts.listed {
                Listed::All(changed) => details(translations, &due, &originals, changed),
                Listed::Behind => None,
            },
            because: translations.because(catalog, &due),
        }
    };
    found.into_iter().map(status).collect()
}

/// The hash and the words of all originals.
fn originals(catalog: &Catalog, found: &[Found]) -> BTreeMap<ArticleIndex, (String, usize)> {
    let articles: BTreeSet<ArticleIndex> = found.iter().filter_map(|found| found.due.from).collect();
    let one = |article: ArticleIndex| {
        let file = &catalog.articles[article].file;
        let [source_hash, ..] = source_hashes(&file.text);
        (article, (source_hash, merge::words(file.document.syntax, &file.text)))
    };
    articles.into_par_iter().map(one).collect()
}

/// Words of what an article includes are counted there.
fn details(
    translations: &Translations,
    due: &Due,
    originals: &BTreeMap<ArticleIndex, (String, usize)>,
    changed: &BTreeMap<ArticleIndex, ChangedWords>,
) -> Option<DueDetails> {
    let (source_hash, words) = originals.get(&due.from?)?;
    let changed = due.own.and_then(|own| changed.get(&own));
    let own_state = due.own.map(|own| translations.own_state(own));
    let new_words = match own_state {
        Some(State::Current | State::Touched { .. }) => 0,
        _ => changed.map_or(*words, |changed| changed.new),
    };
    Some(DueDetails { source_hash: source_hash.clone(), words: *words, new_words })
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
