//! The findings of `faqtory check`, one file a format. What the formats are made of stands here.

mod by_locale;
mod cap;
mod fingerprint;
pub(crate) mod github;
pub(crate) mod gitlab;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod sarif;
pub(crate) mod states;

use std::collections::BTreeSet;

use anyhow::Result;

use crate::diagnostic::{Diagnostic, Severity};

use super::{Colour, Rendered, Summary, Texts};

/// What a check of a project has found.
pub(crate) struct CheckReport<'a> {
    pub diagnostics: &'a [Diagnostic],
    pub summary: Summary,
    pub texts: &'a dyn Texts,
    /// All checks.
    pub rules: &'a [Rule],
    /// What leads from the root of the repository to the folder checked; ends in `/`, or is empty.
    pub prefix: &'a str,
    pub states: StatesOfTranslations,
    /// What a change did, where only what it brought is reported.
    pub change: Option<Change<'a>>,
    pub colour: Colour,
}

impl CheckReport<'_> {
    /// Whether a finding is a state of a translation that people see counted.
    fn counts(&self, diagnostic: &Diagnostic) -> bool {
        self.states == StatesOfTranslations::Counted && states::is_state(diagnostic)
    }
}

/// A change whose findings are reported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change<'a> {
    /// Files that it touched, from the folder checked.
    pub files: &'a BTreeSet<String>,
    /// Translations whose sources it changed in no word.
    pub merely_touched: usize,
}

/// What the report for people says of translations that are missing, outdated or the like, where that is no more than a
/// suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatesOfTranslations {
    /// Each is a finding.
    Shown,
    /// How many there are in each locale.
    Counted,
}

pub(crate) type Render = fn(&CheckReport<'_>) -> Result<Rendered>;

/// A check, as a report describes it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    pub summary: &'static str,
    /// Markdown.
    pub explanation: &'static str,
}
