//! How many of what, in numbers and in words. Counts nothing but severities.

use std::fmt;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::translation::Behind;

/// How many of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub suggestions: usize,
}

impl Counts {
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        Self::of_severities(diagnostics.iter().map(|diagnostic| diagnostic.severity))
    }

    pub fn of_severities(severities: impl IntoIterator<Item = Severity>) -> Self {
        let mut counts = Self::default();
        for severity in severities {
            match severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Suggestion => counts.suggestions += 1,
            }
        }
        counts
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
pub(crate) struct Summary {
    pub articles: usize,
    /// Findings that comments silence.
    pub allowed: usize,
    /// Findings that the baseline holds back.
    pub held_back: usize,
    /// Findings of the baseline that no longer occur.
    pub gone: usize,
}

impl Summary {
    /// `; 3 suppressed by comments; 5 in the baseline`; nothing where there are none.
    pub(crate) fn suppressed(self) -> String {
        let counts = [(self.allowed, "suppressed by comments"), (self.held_back, "in the baseline")];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        counts.map(|(count, words)| format!("; {count} {words}")).collect()
    }
}

/// `1 article`, `2 articles`.
pub(crate) fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// `2 commits, 40 days behind`: what has happened to the source since.
pub(super) fn distance(behind: Behind) -> String {
    match (behind.commits, behind.days) {
        (0, _) => "changed, not committed yet".to_owned(),
        (commits, 0) => format!("{} behind, of the same day", plural(commits, "commit")),
        (commits, days) => format!(
            "{}, {} behind",
            plural(commits, "commit"),
            plural(usize::try_from(days).unwrap_or(usize::MAX), "day")
        ),
    }
}

/// The days alone, as a column shows them.
pub(super) fn days(behind: Behind) -> String {
    match (behind.commits, behind.days) {
        (0, _) => "not committed".to_owned(),
        (_, 0) => "same day".to_owned(),
        (_, days) => days.to_string(),
    }
}
