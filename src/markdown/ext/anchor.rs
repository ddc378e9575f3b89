//! `<a name="x"></a>`, `<a id="x"></a>` and `## Heading {#x}`: anchors. The first in a heading is the heading's
//! own, any other becomes an empty element of its own. A name counts once.

use std::ops::Range;

use crate::markdown::frame::SinkKind;
use crate::markdown::markup::Hole;
use crate::markdown::parse::Parser;
use crate::markdown::{Anchor, BlockKind, FlawKind, Place, slug};

impl Parser<'_> {
    /// Takes a name that nothing has taken; none, and a flaw, if it is taken. A name that can be no ID is slugged, and a
    /// flaw. Source text of a bilingual article has no anchors.
    pub(in crate::markdown) fn claim_anchor(&mut self, name: &str, range: Range<usize>) -> Option<Anchor> {
        if self.here_is() == Place::Lookup {
            return None;
        }
        let written = name;
        let name = &*slug::anchor(written);
        if name != written {
            let kind = FlawKind::InvalidAnchor { written: written.into(), id: name.into() };
            self.flaw(kind, range.clone());
        }
        if name.is_empty() {
            return None;
        }
        if !self.anchor_names.insert(name.into()) {
            self.flaw(FlawKind::DuplicateAnchor { name: name.into() }, range);
            return None;
        }
        Some(Anchor { name: name.into(), span: self.span(range) })
    }

    /// The anchor of the heading that is being read, or one of its own.
    pub(in crate::markdown) fn place_anchor(&mut self, anchor: Anchor) {
        if let Some(BlockKind::Heading(index)) = self.leaf.as_ref().map(|leaf| leaf.kind)
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
        if self.sink().kind == SinkKind::Alt || self.suppressed.is_some() || !self.leave_structure() {
            self.document.anchors.push(anchor);
            return;
        }
        self.keep_anchor(anchor, Hole::Anchor);
    }

    /// `{#id}` behind a heading.
    pub(in crate::markdown) fn written_id(&mut self, id: Option<&str>, range: &Range<usize>) {
        let Some(id) = id.filter(|id| !id.is_empty()) else { return };
        let written = self.source.get(range.clone()).unwrap_or("");
        let at = written.rfind('{').and_then(|open| {
            let found = written[open..].rfind(&format!("#{id}"))?;
            Some(range.start + open + found + 1)
        });
        let name = at.map_or(range.clone(), |at| at..at + id.len());
        if let Some(anchor) = self.claim_anchor(id, name) {
            self.place_anchor(anchor);
        }
    }
}
