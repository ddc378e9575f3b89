//! `<a name="x"></a>`, `<a id="x"></a>` and `## Heading {#x}`: anchors. The first in a heading is the heading's
//! own, any other becomes an empty element of its own. A name counts once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::markdown::frame::SinkKind;
use crate::markdown::markup::Hole;
use crate::markdown::parse::Parser;
use crate::markdown::{Anchor, BlockKind, Document, FlawKind, Place, slug};

impl Parser<'_> {
    /// Takes a name that nothing has taken; none, and a flaw, if it is taken. A name that can be no ID is slugged, and a
    /// flaw; [`number_made_names`] sees to it that no other has the slug. Source text of a bilingual article has no anchors.
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
        if !self.anchor_names.insert(written.into()) {
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

/// Makes the IDs of invalid names differ from all others: valid names keep theirs, wherever they stand.
pub(in crate::markdown) fn number_made_names(document: &mut Document, mut taken: BTreeSet<Box<str>>) {
    let mut ids: BTreeMap<Box<str>, Box<str>> = BTreeMap::new();
    let mut repeated: BTreeMap<Box<str>, u32> = BTreeMap::new();
    let mut renamed = BTreeMap::new();
    for flaw in &mut document.flaws {
        let FlawKind::InvalidAnchor { written, id } = &mut flaw.kind else { continue };
        if id.is_empty() {
            continue;
        }
        if let Some(known) = ids.get(written) {
            id.clone_from(known);
            continue;
        }
        let base = id.clone();
        while !taken.insert(id.clone()) {
            let number = repeated.entry(base.clone()).or_default();
            *number += 1;
            *id = format!("{base}-{number}").into();
        }
        ids.insert(written.clone(), id.clone());
        if *id != base {
            renamed.insert(flaw.span, id.clone());
        }
    }
    if renamed.is_empty() {
        return;
    }
    let of_headings = document.headings.iter_mut().filter_map(|heading| heading.anchor.as_mut());
    for anchor in of_headings.chain(&mut document.anchors) {
        if let Some(id) = renamed.remove(&anchor.span) {
            anchor.name = id;
        }
    }
}
