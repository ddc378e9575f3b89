//! The state of one article as a translation. Data only.

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
