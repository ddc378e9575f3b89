//! How many quotes are open, and the lists in them. Data only.

/// How far the content of the last list item is indented, outside of quotes and in each of those that are open.
pub(super) struct Quotes(Vec<usize>);

impl Quotes {
    pub(super) fn new() -> Self {
        Self(vec![0])
    }

    pub(super) fn depth(&self) -> usize {
        self.0.len() - 1
    }

    /// So many are open.
    pub(super) fn set_depth(&mut self, depth: usize) {
        self.0.resize(depth + 1, 0);
    }

    pub(super) fn list_in(&self, depth: usize) -> usize {
        self.0.get(depth).copied().unwrap_or(0)
    }

    pub(super) fn list(&mut self) -> &mut usize {
        let last = self.depth();
        &mut self.0[last]
    }
}
