//! The states of translations. Data only.

use crate::catalog::ArticleIndex;

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
