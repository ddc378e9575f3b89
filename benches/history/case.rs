//! A translation and its hand-backs, wherever they were kept. Data only.

use std::sync::Arc;

use faqtory::markdown::Dialect;

/// One translation through time.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Which it is among those of its path and locale.
    pub name: String,
    pub source_locale: String,
    pub locale: String,
    /// Of both articles, below the folders of their locales.
    pub path: String,
    pub dialect: Dialect,
    /// The oldest first.
    pub versions: Vec<Version>,
}

/// What was handed back, and the source that it was made from.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub source: Arc<str>,
    pub translation: Arc<str>,
}
