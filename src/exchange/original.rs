//! What a package is made from: a source, and the translation that was made from an older version of it. Only data.

use crate::markdown::Syntax;

use super::unit::TargetState;

/// A source that is to be translated.
#[derive(Clone, Copy, Debug)]
pub struct Original<'a> {
    pub syntax: Syntax,
    /// As stored, with its BOM and its line ends.
    pub source: &'a str,
    pub older: Option<Older<'a>>,
}

/// A translation that there is already, with the version of the source that it was made from.
#[derive(Clone, Copy, Debug)]
pub struct Older<'a> {
    pub source: &'a str,
    pub translation: &'a str,
    pub made: Made,
}

/// How a text was translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    ByHuman,
    ByMachine,
    Unknown,
}

impl Made {
    /// That of a text that still holds.
    pub(super) fn state(self) -> TargetState {
        match self {
            Self::ByHuman => TargetState::Final,
            Self::ByMachine => TargetState::NeedsReview,
            Self::Unknown => TargetState::Translated,
        }
    }
}
