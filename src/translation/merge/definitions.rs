//! Definitions of links that stand in a draft as the translation has them. Writes nothing between them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::markdown::Definition;

use super::carry::localised;
use super::parts::Parts;
use super::unit::Article;

/// Where the new source has definitions that are as they were, and what the translation has for each, in order.
#[derive(Debug)]
pub(super) struct Kept<'t>(Vec<(Range<usize>, &'t str)>);

impl<'t> Kept<'t> {
    pub(super) fn new(parts: &Parts<'_, 't>) -> Self {
        let (old, own) = (by_label(parts.old), by_label(parts.own));
        let kept = |now: &Definition| {
            let place = now.span.range();
            let (old, own) = (old.get(&*now.label)?, own.get(&*now.label)?);
            let written = parts.own.text.get(own.span.range())?;
            let is_equal = parts.old.text.get(old.span.range()) == parts.new.text.get(place.clone())
                && !written.contains('\n');
            let is_same = localised(&old.destination, &own.destination, &old.destination).is_some();
            (is_equal && is_same).then_some((place, written))
        };
        Self(parts.new.document.definitions.iter().filter_map(kept).collect())
    }

    /// A part of a new source.
    pub(super) fn text(&self, new: &Article<'_>, part: Range<usize>) -> String {
        let first = self.0.partition_point(|(place, _)| place.start < part.start);
        let (mut text, mut at) = (String::new(), part.start);
        for (place, written) in self.0[first..].iter().take_while(|(place, _)| place.end <= part.end) {
            text.push_str(&new.text[at..place.start]);
            text.push_str(written);
            at = place.end;
        }
        text + &new.text[at..part.end]
    }
}

fn by_label<'a>(article: &'a Article<'_>) -> BTreeMap<&'a str, &'a Definition> {
    article.document.definitions.iter().map(|definition| (&*definition.label, definition)).collect()
}
