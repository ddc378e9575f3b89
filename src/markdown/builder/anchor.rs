//! Puts anchors where they belong: the first in a heading is the heading's own, any other becomes an empty element. Does
//! not judge their names.

use super::{DocumentBuilder, Hole, count};
use crate::markdown::document::{Anchor, BlockKind};

impl DocumentBuilder<'_> {
    /// The anchor of the heading that is being read, or one of its own.
    pub(in crate::markdown) fn place_anchor(&mut self, anchor: Anchor) {
        if let Some(BlockKind::Heading(index)) = self.leaf_kind()
            && let Some(heading) = self.document.headings.get_mut(index as usize)
            && heading.anchor.is_none()
        {
            heading.anchor = Some(anchor);
            return;
        }
        self.write_anchor(anchor);
    }

    /// An empty element of its own.
    pub(in crate::markdown) fn write_anchor(&mut self, anchor: Anchor) {
        if self.is_in_alt() || self.suppressed().is_some() || !self.leave_structure() {
            self.document.anchors.push(anchor);
            return;
        }
        self.add_anchor(anchor, Hole::Anchor);
    }

    /// Adds an anchor to those of the body, and the hole that writes it.
    pub(in crate::markdown) fn add_anchor(&mut self, anchor: Anchor, hole: fn(u32) -> Hole) {
        let index = count(&self.document.anchors);
        self.document.anchors.push(anchor);
        self.write_hole(hole(index));
    }
}
