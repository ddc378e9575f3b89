//! The names that a wrong link is compared with. Compares none.

use std::sync::{Arc, OnceLock};

use super::names::Names;
use crate::indexed::{DocsetIndex, IndexVec, LocaleIndex};

/// The names that a wrong one is compared with, put in order when the first is asked for: most projects have no wrong one.
#[derive(Debug, Default)]
pub(crate) struct NearestNames {
    /// Articles of each locale.
    pub(super) articles: IndexVec<LocaleIndex, OnceLock<LinkNames>>,
    /// Articles of mixed folders, whatever their locale.
    pub(super) mixed: OnceLock<LinkNames>,
    /// Assets of each docset.
    pub(super) assets: IndexVec<DocsetIndex, OnceLock<LinkNames>>,
    /// Includes of each docset.
    pub(super) includes: IndexVec<DocsetIndex, OnceLock<Names<Arc<str>>>>,
}

impl NearestNames {
    pub(super) fn new(locales: usize, docsets: usize) -> Self {
        Self {
            articles: std::iter::repeat_with(OnceLock::new).take(locales).collect(),
            mixed: OnceLock::new(),
            assets: std::iter::repeat_with(OnceLock::new).take(docsets).collect(),
            includes: std::iter::repeat_with(OnceLock::new).take(docsets).collect(),
        }
    }
}

/// Paths below a docset by their last steps: without `.md`, and as they are.
#[derive(Debug)]
pub(super) struct LinkNames {
    pub(super) stems: Names<Box<str>>,
    pub(super) whole: Names<Box<str>>,
}

impl LinkNames {
    pub(super) fn new<'p>(below: impl Iterator<Item = &'p str> + Clone) -> Self {
        let stems = below.clone().map(|path| (stem(last_step(path)), path.into()));
        let whole = below.map(|path| (last_step(path), path.into()));
        Self { stems: Names::new(stems), whole: Names::new(whole) }
    }
}

pub(super) fn last_step(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

pub(super) fn stem(name: &str) -> &str {
    name.strip_suffix(".md").unwrap_or(name)
}
