//! What a file of a package says when it comes back, or why it can't be read, whatever the format. Only data.

use std::fmt;

use crate::locale::Locale;

use super::unit::{Content, TargetState};

/// What a file of a package says when it comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    pub handoff: String,
    pub id: String,
    pub target_locale: Locale,
    pub source_hash: String,
    /// In the order of the file, which need not be that of the source; a unit may be missing, or be there twice.
    pub units: Vec<ReturnedUnit>,
}

/// A unit as the file has it. Of its codes only ID and kind are known: the role is `Other`, and nothing is written.
///
/// A code that is none of the source has the ID 0, and what it looks like in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedUnit {
    pub id: String,
    /// Where it begins in the file that came back, from 1 on.
    pub line: u32,
    /// What the file gives as the source.
    pub source: Content,
    /// None where nothing was translated, or only a part.
    pub target: Option<Content>,
    /// `Initial` where there is no target.
    pub state: TargetState,
}

/// A draft that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedDraft {
    pub handoff: String,
    pub id: String,
    pub target_locale: Locale,
    pub source_hash: String,
    /// Without the comment that says what it is.
    pub text: String,
}

/// Why a file can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From 1 on.
    pub line: u32,
    /// In characters, from 1 on.
    pub column: u32,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for Fault {}
