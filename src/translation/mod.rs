//! The state of every translation: exact where the source is at hand, by comparison where it is not. Pure; judges
//! nothing and shows nothing.

mod due;
mod files;
mod handoffs;
mod includes;
mod made_from;
pub mod merge;
mod newest;
mod places;
mod state;
mod status;
mod todo;
mod visits;
mod weight;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, Identity, IncludeIndex, IndexVec, LocaleIndex};
use crate::front_matter::source_hashes;

pub use due::{Due, due};
pub use files::{FileKind, TranslatedFile, count, count_words, named_files};
pub use handoffs::{
    HandedOff, HandedOffKind, Handoff, HandoffOrder, InProgress, in_progress, mark_in_progress,
};
use includes::Includes;
pub use includes::{Cause, Included};
pub use made_from::{MADE_FROM, MadeFrom};
use newest::newest;
pub use state::{DueState, State};
pub use status::{
    AllBehind, ArticleStatus, Behind, DueDetails, DueStatus, Listed, LocaleStatus, Status, StatusFacts,
};
pub use todo::{Todo, TodoFacts, TodoList, todo};
pub use visits::{visits, visits_of};
pub use weight::weight;

/// How current every translation is.
#[derive(Clone, Debug)]
pub struct Translations {
    pub basis: Basis,
    states: IndexVec<ArticleIndex, State>,
    /// What was replaced, where git was asked.
    replaced: BTreeMap<ArticleIndex, Replaced>,
    includes: Includes,
    made_from: MadeFrom,
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
    /// Their states, if nothing but front matter says what files were made from.
    pub fn new(catalog: &Catalog) -> Self {
        Self::with(catalog, MadeFrom::default())
    }

    pub fn with(catalog: &Catalog, made_from: MadeFrom) -> Self {
        let mut states = IndexVec::filled(State::Untracked, catalog.articles.len());
        let judged: Vec<Vec<(ArticleIndex, State)>> =
            catalog.identities.par_iter().map(|identity| judge(catalog, identity)).collect();
        for (article, state) in judged.into_iter().flatten() {
            states[article] = state;
        }
        let basis = if catalog.source.is_some() { Basis::Source } else { Basis::Siblings };
        let includes = Includes::new(catalog, &states, &made_from);
        Self { basis, states, replaced: BTreeMap::new(), includes, made_from }
    }

    /// Judges these articles and their translations again, after their texts and those of includes have changed and nothing else.
    pub fn update(&mut self, catalog: &Catalog, articles: &[ArticleIndex]) {
        for &article in articles {
            let identity = &catalog.identities[catalog.articles[article].identity];
            for (article, state) in judge(catalog, identity) {
                self.states[article] = state;
            }
        }
        self.includes = Includes::new(catalog, &self.states, &self.made_from);
    }

    /// Takes outdated translations as touched: their sources of today are known to say what they were made from.
    pub fn touch(
        &mut self,
        catalog: &Catalog,
        articles: impl IntoIterator<Item = ArticleIndex>,
        includes: impl IntoIterator<Item = IncludeIndex>,
    ) {
        for article in articles {
            if let State::Outdated { newest } = self.states[article] {
                self.states[article] = State::Touched { newest };
            }
        }
        self.includes.touch(includes);
        self.includes.settle(catalog, &self.states);
    }

    /// Remembers what machines have replaced.
    pub fn replace(&mut self, replaced: BTreeMap<ArticleIndex, Replaced>) {
        self.replaced = replaced;
    }

    /// What a machine has replaced in a translation, as far as git was asked.
    pub fn replaced(&self, article: ArticleIndex) -> Option<Replaced> {
        self.replaced.get(&article).copied()
    }

    /// The state of all that its page shows: outdated too where something is that it includes.
    pub fn state(&self, article: ArticleIndex) -> State {
        match (self.states[article], self.includes.outdated_by(article)) {
            (State::Current | State::Touched { .. }, Some(newest)) => State::Outdated { newest },
            (own, _) => own,
        }
    }

    /// Whether what its page shows has changed in the original since it was translated. What was never translated of it has not.
    pub fn has_changed(&self, catalog: &Catalog, article: ArticleIndex) -> bool {
        let reader = catalog.articles[article].locale;
        matches!(self.states[article], State::Outdated { .. })
            || self.causes(article).iter().any(|cause| cause.is_change(catalog, reader))
    }

    /// The state of its own text, whatever it includes.
    pub fn own_state(&self, article: ArticleIndex) -> State {
        self.states[article]
    }

    /// What outdates an article, beside its own source: files that it includes.
    pub fn causes(&self, article: ArticleIndex) -> &[Cause] {
        self.includes.causes(article)
    }

    /// The paths of the files that outdate a translation, if that is not its own source alone.
    fn because(&self, catalog: &Catalog, due: &Due) -> Vec<String> {
        let Some(own) = due.own.filter(|_| due.state == DueState::Outdated) else { return Vec::new() };
        let causes = self.causes(own);
        let source = match self.own_state(own) {
            State::Outdated { newest } if !causes.is_empty() => Some(&catalog.articles[newest].file.path),
            _ => None,
        };
        source
            .into_iter()
            .chain(causes.iter().map(|cause| &cause.path))
            .map(|path| path.to_string())
            .collect()
    }

    /// The state of an include; none for a source, and for what is current.
    pub fn include_state(&self, include: IncludeIndex) -> Option<DueState> {
        self.includes.state(include)
    }

    /// The include of the source that another is a translation of.
    pub fn original_of_include(&self, catalog: &Catalog, include: IncludeIndex) -> Option<IncludeIndex> {
        self.includes.original(catalog, include)
    }

    /// The includes of all locales but the source, whether they are there or not.
    pub fn include_files(&self, catalog: &Catalog) -> Vec<TranslatedFile> {
        self.includes.files(catalog, &self.made_from)
    }

    /// What files were made from that do not say it themselves.
    pub fn made_from(&self) -> &MadeFrom {
        &self.made_from
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
            match self.state(article) {
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
    let newest = newest(articles().filter_map(|article| {
        let translated = catalog.articles[article].file.front_matter.translated.as_ref();
        Some((article, hash(catalog, article)?, translated.map(|date| date.value)))
    }));
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
