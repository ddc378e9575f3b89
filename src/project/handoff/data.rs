//! What a hand-off is asked for, and what it answers. Only data.

use std::path::{Path, PathBuf};

use crate::exchange::Format;
use crate::front_matter::Date;
use crate::translation::{DueState, HandedOff};

/// What to hand off.
#[derive(Clone, Copy, Debug)]
pub struct HandoffRequest<'a> {
    /// As the user wrote them.
    pub locales: &'a [String],
    pub states: &'a [DueState],
    /// Article IDs, or paths of articles, includes, names and messages; all if none.
    pub articles: &'a [String],
    pub format: Format,
    pub new_locales: NewLocales,
    /// The folder of the package; one in the working directory with the name of the hand-off if none.
    pub out: Option<&'a Path>,
    pub today: Date,
}

/// What becomes of locales that nothing in the project is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewLocales {
    /// A tag may be mistyped.
    Refused,
    /// All of the source is handed off for them.
    Begun,
}

/// What was handed off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOffPackage {
    /// None where there was nothing to hand off.
    pub package: Option<Package>,
    /// What is in progress already, with the same text.
    pub in_progress: Vec<InProgressFile>,
    /// What could not be handed off, and why.
    pub refused: Vec<(String, String)>,
    /// What is not in the package of a file that is, and why.
    pub left_out: Vec<(String, String)>,
}

/// A package that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The name of the hand-off.
    pub name: String,
    pub folder: PathBuf,
    pub files: Vec<HandedOff>,
    /// Whether git ignores what is remembered of it.
    pub is_ignored: bool,
}

/// What was handed off before and has not come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InProgressFile {
    pub id: String,
    /// Its tag.
    pub locale: String,
    pub since: Date,
    pub handoff: String,
}
