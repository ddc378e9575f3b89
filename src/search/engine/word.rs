//! A word of a query. Knows no index.

use super::decode::Units;
use super::like::End;

/// How a script divides words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Spaced,
    Unspaced,
}

/// A word of a query.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: Units,
    /// Of the last word the end may not be typed yet.
    pub(super) end: End,
    pub(super) script: Script,
    /// The word, and what remains of it without prefixes.
    pub(super) forms: Vec<Units>,
    /// Whether the index has no such word.
    pub(super) is_unknown: bool,
}
