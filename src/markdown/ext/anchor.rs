//! `<a name="x"></a>`, `<a id="x"></a>` and `## Heading {#x}`: anchors. The first in a heading is the heading's
//! own, any other becomes an empty element of its own. A name counts once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::markdown::builder::DocumentBuilder;
use crate::markdown::document::{Anchor, Document, FlawKind, Placement};
use crate::markdown::slug;

/// The names of anchors so far, as written.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Anchors {
    names: BTreeSet<Box<str>>,
}

impl Anchors {
    /// Takes a name that nothing has taken; none, and a flaw, if it is taken. A name that can be no ID is slugged, and a
    /// flaw; [`Anchors::number_slugs`] sees to it that no other has the slug. Source text of a bilingual article has no
    /// anchors.
    pub(in crate::markdown) fn claim(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        name: &str,
        range: Range<usize>,
    ) -> Option<Anchor> {
        if builder.placement() == Placement::Lookup {
            return None;
        }
        let written = name;
        let name = &*slug::anchor(written);
        if name != written {
            let kind = FlawKind::InvalidAnchor { written: written.into(), id: name.into() };
            builder.flaw(kind, range.clone());
        }
        if name.is_empty() {
            return None;
        }
        if !self.names.insert(written.into()) {
            builder.flaw(FlawKind::DuplicateAnchor { name: name.into() }, range);
            return None;
        }
        Some(Anchor { name: name.into(), span: builder.span(range) })
    }

    /// `{#id}` behind a heading.
    pub(in crate::markdown) fn place_heading_id(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        id: Option<&str>,
        range: &Range<usize>,
    ) {
        let Some(id) = id.filter(|id| !id.is_empty()) else { return };
        let written = builder.written(range.clone());
        let at = written.rfind('{').and_then(|open| {
            let found = written[open..].rfind(&format!("#{id}"))?;
            Some(range.start + open + found + 1)
        });
        let name = at.map_or(range.clone(), |at| at..at + id.len());
        if let Some(anchor) = self.claim(builder, id, name) {
            builder.place_anchor(anchor);
        }
    }

    /// Makes the slugs of invalid names differ from all other IDs: valid names keep theirs, wherever they stand.
    pub(in crate::markdown) fn number_slugs(mut self, document: &mut Document) {
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
            while !self.names.insert(id.clone()) {
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
}
