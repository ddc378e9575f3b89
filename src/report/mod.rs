//! Diagnostics in words, one file a format. Prints nothing; lines and columns exist only here.

mod cap;
pub mod difference;
pub mod github;
pub mod human;
pub mod json;
pub mod junit;
pub mod page;
pub mod patch;
mod place;
pub mod sarif;
mod snippet;
pub mod statistics;
pub mod status;
mod table;
pub mod todo;
pub mod visible;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};
use crate::translation::Behind;

pub use cap::Capped;

/// Plain text as HTML, in an element or between double quotes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// How many of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub suggestions: usize,
}

impl Counts {
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count =
            |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            suggestions: count(Severity::Suggestion),
        }
    }
}

impl fmt::Display for Counts {
    /// `1 error, 2 warnings, 0 suggestions`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (errors, warnings) = (plural(self.errors, "error"), plural(self.warnings, "warning"));
        write!(formatter, "{errors}, {warnings}, {}", plural(self.suggestions, "suggestion"))
    }
}

/// What a run has to say beside its findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub articles: usize,
    /// Findings that comments silence.
    pub allowed: usize,
    /// Findings that the baseline holds back.
    pub held_back: usize,
    /// Findings of the baseline that no longer occur.
    pub gone: usize,
}

/// `1 article`, `2 articles`.
pub fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// `2 commits, 40 days`.
fn distance(behind: Behind) -> String {
    format!(
        "{}, {}",
        plural(behind.commits, "commit"),
        plural(usize::try_from(behind.days).unwrap_or(usize::MAX), "day")
    )
}

/// The texts that diagnostics point into.
pub trait Texts {
    /// The text of the file at `path`, as stored; none if it could not be read.
    fn text(&self, path: &str) -> Option<&str>;
}
