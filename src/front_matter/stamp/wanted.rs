//! What a stamp wants written: a key of the block and its value. Places nothing.

use std::ops::Range;

use super::super::keys::Field;

/// A key with its new value.
pub(super) struct Wanted {
    pub(super) field: Field,
    /// Where a sound value of it stands, if there is one.
    pub(super) place: Option<Range<usize>>,
    /// How a new key is spelt.
    pub(super) name: &'static str,
    pub(super) value: String,
}

/// An edit of the text.
pub(super) type Edit = (Range<usize>, String);
