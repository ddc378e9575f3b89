//! What a block of the new source is in the draft. Decides nothing else.

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
    /// As it is written in markers and for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reused => "reused",
            Self::Changed => "changed",
            Self::New => "new",
        }
    }

    /// That of a unit that has these lines of the old translation, or none.
    pub(super) fn of(pair: Pair, reused: Option<&Vec<String>>) -> Self {
        match pair {
            Pair::Equal(_) | Pair::Readdressed(_) if reused.is_some() => Self::Reused,
            Pair::New => Self::New,
            _ => Self::Changed,
        }
    }
}
