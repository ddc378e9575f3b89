//! The names that a wrong link is compared with, and what was found so far. Knows no link.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::names::Names;
use super::reference::without_extension;
use super::slip::Name;
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
    /// What was asked for, with the answer: one wrong link often stands in many files.
    answers: Mutex<BTreeMap<Question, Option<NearPath>>>,
}

/// A name as it is written, and what it is a name of.
type Question = (LinkNameForm, Box<str>);

/// The slips between two names, and the path that has the other one.
pub(super) type NearPath = (usize, Box<str>);

/// Slips at the most between what was written and what is offered.
pub(super) const MAX_SLIPS: usize = 3;

/// What a link names of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LinkNameForm {
    /// The last step without `.md`.
    Stem,
    /// The last step as it is.
    Whole,
}

impl LinkNames {
    /// The nearest of the paths `below`, which are always the same, to the name that is written.
    pub(super) fn nearest<'p>(
        &self,
        form: LinkNameForm,
        written: &str,
        below: impl Iterator<Item = &'p str>,
    ) -> Option<NearPath> {
        // An answer is whole or not there.
        let answers = || self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let question = (form, Box::from(written));
        if let Some(answer) = answers().get(&question) {
            return answer.clone();
        }
        let most = MAX_SLIPS.min(written.chars().count() / 4);
        let answer = self.get(form, below).nearest(&Name::new(written), most);
        let answer = answer.map(|(slips, path)| (slips, path.clone()));
        answers().insert(question, answer.clone());
        answer
    }

    fn get<'p>(&self, form: LinkNameForm, below: impl Iterator<Item = &'p str>) -> &Names<Box<str>> {
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
    without_extension(name)
}
