//! Who has a name in a block, in an order that brings the same names together. Judges nothing.

/// A name in a block of one member of a group. In order by the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Holder<'c> {
    /// The first letters as a number, in the order of the names: tells nearly all apart in one step.
    beginning: u64,
    pub(super) name: &'c str,
    pub(super) member: usize,
}

impl<'c> Holder<'c> {
    pub(super) fn new(name: &'c str, member: usize) -> Self {
        let mut first = [0; 8];
        first.iter_mut().zip(name.bytes()).for_each(|(to, byte)| *to = byte);
        Self { beginning: u64::from_be_bytes(first), name, member }
    }

    /// Whether two have the same name.
    pub(super) fn have_same(&self, other: &Self) -> bool {
        self.beginning == other.beginning && self.name == other.name
    }
}
