//! The names that a wrong link is compared with. Compares none.

use std::sync::{Arc, OnceLock};

use super::names::Names;
use crate::indexed::{DocsetIndex, IndexVec, LocaleIndex};

/// The names that a wrong one is compared with, put in order when the first is asked for: most projects have no wrong one.
#[derive(Debug, Default)]
pub(crate) struct NearestNames {
    /// Articles of each locale.
    pub(super) articles: IndexVec<LocaleIndex, LinkNames>,
    /// Articles of mixed folders, whatever their locale.
    pub(super) mixed: LinkNames,
    /// Assets of each docset.
    pub(super) assets: IndexVec<DocsetIndex, LinkNames>,
    /// Includes of each docset.
    pub(super) includes: IndexVec<DocsetIndex, OnceLock<Names<Arc<str>>>>,
}

impl NearestNames {
    pub(super) fn new(locales: usize, docsets: usize) -> Self {
        Self {
            articles: std::iter::repeat_with(LinkNames::default).take(locales).collect(),
            mixed: LinkNames::default(),
            assets: std::iter::repeat_with(LinkNames::default).take(docsets).collect(),
            includes: std::iter::repeat_with(OnceLock::new).take(docsets).collect(),
        }
    }
}

/// Paths below a docset, by what a link may name of them.
#[derive(Debug, Default)]
pub(super) struct LinkNames {
    stems: OnceLock<Names<Box<str>>>,
    whole: OnceLock<Names<Box<str>>>,
}

/// What a link names of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum LinkNameForm {
    /// The last step without `.md`.
    Stem,
    /// The last step as it is.
    Whole,
}

impl LinkNames {
    /// The names of the paths `below`, which are always the same.
    pub(super) fn get<'p>(
        &self,
        form: LinkNameForm,
        below: impl Iterator<Item = &'p str>,
    ) -> &Names<Box<str>> {
        match form {
            LinkNameForm::Stem => {
                self.stems.get_or_init(|| Names::new(below.map(|path| (stem(last_step(path)), path.into()))))
            }
            LinkNameForm::Whole => {
                self.whole.get_or_init(|| Names::new(below.map(|path| (last_step(path), path.into()))))
            }
        }
    }
}

pub(super) fn last_step(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

pub(super) fn stem(name: &str) -> &str {
    name.strip_suffix(".md").unwrap_or(name)
}
