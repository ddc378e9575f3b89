//! The state of every translation: exact where the source is at hand, by comparison where it is not. Pure; judges
//! nothing and shows nothing.

mod due;
pub mod merge;
mod places;
mod status;
mod todo;
mod visits;
mod weight;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, Identity, IndexVec, LocaleIndex};
use crate::front_matter::source_hashes;

pub use due::{Due, DueState, due};
pub use status::{
    AllBehind, ArticleStatus, Behind, DueDetails, DueStatus, Listed, LocaleStatus, Status, StatusFacts,
};
pub use todo::{Todo, TodoFacts, TodoList, todo};
pub use visits::visits;
pub use weight::weight;

/// How current every translation is.
#[derive(Clone, Debug)]
pub struct Translations {
    pub basis: Basis,
    states: IndexVec<ArticleIndex, State>,
    /// What was replaced, where git was asked.
    replaced: BTreeMap<ArticleIndex, Replaced>,
}

/// A text that a person translated and a machine has replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Blocks whose source had not changed and that read otherwise now; none where the sources of that time are not known.
    pub reworded: Option<usize>,
}

/// What translations are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The articles of the source locale.
    Source,
    /// Each other: the source is not at hand. The newest hand-off among the locales is the newest version known.
    Siblings,
}

/// The state of one article as a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No translation: an article of the source locale.
    Source,
    /// Made from the newest version known.
    Current,
    /// Made from another version of the source, which differs from the newest one in no word that a translator would change.
    Touched { newest: ArticleIndex },
    /// Made from another version than the newest one known; this translation is of that one. The article of the source
    /// where it is at hand.
    Outdated { newest: ArticleIndex },
    /// It does not say what it was made from.
    Untracked,
    /// The source is there, but not this article.
    Orphaned,
}

/// How many articles of a locale are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Files of the locale.
    pub articles: usize,
    pub current: usize,
    pub touched: usize,
    pub outdated: usize,
    pub untracked: usize,
    /// Articles of the source, or without a source of any locale, that this one lacks.
    pub missing: usize,
    pub orphaned: usize,
}

impl Translations {
    pub fn new(catalog: &Catalog) -> Self {
        let mut states = IndexVec::filled(State::Untracked, catalog.articles.len());
        let judged: Vec<Vec<(ArticleIndex, State)>> =
            catalog.identities.par_iter().map(|identity| judge(catalog, identity)).collect();
        for (article, state) in judged.into_iter().flatten() {
            states[article] = state;
        }
        let basis = if catalog.source.is_some() { Basis::Source } else { Basis::Siblings };
        Self { basis, states, replaced: BTreeMap::new() }
    }

    /// Judges these articles and their translations again, after their texts have changed and nothing else.
    pub fn update(&mut self, catalog: &Catalog, articles: &[ArticleIndex]) {
        for &article in articles {
            let identity = &catalog.identities[catalog.articles[article].identity];
            for (article, state) in judge(catalog, identity) {
                self.states[article] = state;
            }
        }
    }

    /// Takes outdated translations as touched: their sources of today are known to say what they were made from.
    pub fn touch(&mut self, articles: impl IntoIterator<Item = ArticleIndex>) {
        for article in articles {
            if let State::Outdated { newest } = self.states[article] {
                self.states[article] = State::Touched { newest };
            }
        }
    }

    /// Remembers what machines have replaced.
    pub fn replace(&mut self, replaced: BTreeMap<ArticleIndex, Replaced>) {
        self.replaced = replaced;
    }

    /// What a machine has replaced in a translation, as far as git was asked.
    pub fn replaced(&self, article: ArticleIndex) -> Option<Replaced> {
        self.replaced.get(&article).copied()
    }

    pub fn state(&self, article: ArticleIndex) -> State {
        self.states[article]
    }

    /// What a locale has. The source has its articles and zeros.
    pub fn coverage(&self, catalog: &Catalog, locale: LocaleIndex) -> Coverage {
        let mut coverage = Coverage::default();
        for identity in &catalog.identities {
            let Some(article) = identity.translations[locale] else {
                let counts = catalog.source.is_none_or(|source| identity.translations[source].is_some());
                coverage.missing += usize::from(counts);
                continue;
            };
            coverage.articles += 1;
            match self.states[article] {
                State::Source => {}
                State::Current => coverage.current += 1,
                State::Touched { .. } => coverage.touched += 1,
                State::Outdated { .. } => coverage.outdated += 1,
                State::Untracked => coverage.untracked += 1,
                State::Orphaned => coverage.orphaned += 1,
            }
        }
        coverage
    }
}

fn judge(catalog: &Catalog, identity: &Identity) -> Vec<(ArticleIndex, State)> {
    match catalog.source {
        Some(source) => with_source(catalog, identity, source),
        None => among_siblings(catalog, identity),
    }
}

fn with_source(catalog: &Catalog, identity: &Identity, source: LocaleIndex) -> Vec<(ArticleIndex, State)> {
    let original = identity.translations[source];
    // Hashed only where a translation asks for it.
    let hashes = original.filter(|_| identity.translations.iter().flatten().count() > 1);
    let hashes = hashes.map(|original| source_hashes(&catalog.articles[original].file.text));
    let state = |article: ArticleIndex| match (original, hash(catalog, article)) {
        (Some(original), _) if original == article => State::Source,
        (None, _) => State::Orphaned,
        (Some(_), None) => State::Untracked,
        (Some(newest), Some(hash)) => {
            let is_current = hashes.iter().flatten().any(|known| known == hash);
            if is_current { State::Current } else { State::Outdated { newest } }
        }
    };
    identity.translations.iter().flatten().map(|&article| (article, state(article))).collect()
}

/// An article in one locale only is current. Else the hash of the newest hand-off counts; of several hand-offs of one day, the hash that most locales have.
fn among_siblings(catalog: &Catalog, identity: &Identity) -> Vec<(ArticleIndex, State)> {
    let articles = || identity.translations.iter().flatten().copied();
    if let (Some(only), None) = (articles().next(), articles().nth(1)) {
        return vec![(only, State::Current)];
    }
    let mut locales_with: BTreeMap<&str, usize> = BTreeMap::new();
    for hash in articles().filter_map(|article| hash(catalog, article)) {
        *locales_with.entry(hash).or_default() += 1;
    }
    let hashed = articles().filter_map(|article| Some((article, hash(catalog, article)?)));
    let newest = hashed.max_by_key(|&(article, hash)| {
        let translated = catalog.articles[article].file.front_matter.translated.as_ref();
        (translated.map(|date| date.value), locales_with.get(hash).copied(), std::cmp::Reverse(article))
    });
    let state = |article: ArticleIndex| match (hash(catalog, article), newest) {
        (None, _) | (_, None) => State::Untracked,
        (Some(own), Some((_, best))) if own == best => State::Current,
        (Some(_), Some((newest, _))) => State::Outdated { newest },
    };
    articles().map(|article| (article, state(article))).collect()
}

fn hash(catalog: &Catalog, article: ArticleIndex) -> Option<&str> {
    catalog.articles[article].file.front_matter.source_hash.as_ref().map(|hash| hash.value.as_str())
}

#[cfg(test)]
mod tests;
