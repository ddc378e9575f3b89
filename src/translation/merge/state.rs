//! What a block of the new source is in the draft. Decides nothing else.

use super::markers::Mark;
use super::pairing::Pair;

/// What a block of the new source is in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockState {
    /// The old translation of an equal block.
    Reused,
    /// In the words of the source, which has changed them.
    Changed,
    /// In the words of the source, which did not have it.
    New,
}

impl BlockState {
    /// As it is written for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reused => "reused",
            Self::Changed => "changed",
            Self::New => "new",
        }
    }

    /// How it is marked.
    pub(super) fn mark(self) -> Option<Mark> {
        match self {
            Self::Reused => None,
            Self::Changed => Some(Mark::Changed),
            Self::New => Some(Mark::New),
        }
    }

    /// That of a unit that has this of the old translation, or nothing.
    pub(super) fn of(pair: Pair, reused: Option<&str>) -> Self {
        match pair {
            Pair::Equal(_) | Pair::Readdressed(_) if reused.is_some() => Self::Reused,
            Pair::New => Self::New,
            _ => Self::Changed,
        }
    }
}
