//! What a locale lacks of an article, or has that is not current, and which article it is to be made from. Makes no text.

use std::cmp::Reverse;

use crate::catalog::{Article, ArticleIndex, Catalog, Identity, LocaleIndex};
use crate::front_matter::Date;

use super::{State, Translations};

/// One translation that is missing or not current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub state: DueState,
    /// The translation, where there is one.
    pub own: Option<ArticleIndex>,
    /// The original, else the newest hand-off among the locales; an orphan has none.
    pub from: Option<ArticleIndex>,
}

/// What is not current in a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    Missing,
    Outdated,
    Untracked,
    /// Nothing of it is to be translated.
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

/// What a locale lacks of an article ID, or has that is not current; none where nothing is due.
pub fn due(
    catalog: &Catalog,
    translations: &Translations,
    identity: &Identity,
    locale: LocaleIndex,
) -> Option<Due> {
    let own = identity.translations[locale];
    let original = || match catalog.source {
        Some(source) => identity.translations[source],
        None => newest(catalog, identity),
    };
    let (state, from) = match own.map(|own| translations.state(own)) {
        None => (DueState::Missing, Some(original()?)),
        Some(State::Outdated { newest }) => (DueState::Outdated, Some(newest)),
        Some(State::Touched { newest }) => (DueState::Touched, Some(newest)),
        Some(State::Untracked) => (DueState::Untracked, original()),
        Some(State::Orphaned) => (DueState::Orphaned, None),
        Some(State::Source | State::Current) => return None,
    };
    Some(Due { state, own, from })
}

impl Due {
    /// As written in the original, else in the translation.
    pub(super) fn priority(&self, catalog: &Catalog) -> Option<String> {
        let articles = [self.from, self.own].into_iter().flatten();
        let mut written = articles.filter_map(|it| catalog.articles[it].file.front_matter.priority.as_ref());
        written.next().map(|priority| priority.value.clone())
    }
}

/// The translation handed off last; of several the first.
fn newest(catalog: &Catalog, identity: &Identity) -> Option<ArticleIndex> {
    let articles = identity.translations.iter().flatten().copied();
    articles.max_by_key(|&article| (handed_off(&catalog.articles[article]), Reverse(article)))
}

/// When a translation was handed off.
pub(super) fn handed_off(article: &Article) -> Option<Date> {
    article.file.front_matter.translated.as_ref().map(|date| date.value)
}
