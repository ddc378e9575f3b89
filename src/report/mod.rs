//! Diagnostics in words, one file a format. Prints nothing; lines and columns exist only here.

pub mod difference;
pub mod human;
pub mod json;
pub mod page;
mod place;
pub mod status;
mod table;
pub mod todo;

use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};

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

/// `1 article`, `2 articles`.
pub fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// The texts that diagnostics point into.
pub trait Texts {
    /// The text of the file at `path`, as stored; none if it could not be read.
    fn text(&self, path: &str) -> Option<&str>;
}
