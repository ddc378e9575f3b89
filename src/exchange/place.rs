//! Which unit a place of a composed translation is of. Composes nothing.

use crate::front_matter::entries;
use crate::line_end;
use crate::translation::merge::Article;

use super::blocks::Blocks;
use super::extract::{extracted, units};
use super::original::Original;

/// The ID of the unit that stands at a byte of a translation; none where that is not certain.
pub fn unit_at(original: &Original<'_>, translation: &str, at: usize) -> Option<String> {
    let at = line_end::normal(translation.get(..at)?).len();
    let text = line_end::normal(translation);
    let own = Article::parse(&text, original.syntax);
    if at < own.body {
        let entries = entries(&text)?;
        let key = &entries.entries.iter().find(|entry| entry.lines.contains(&at))?.key;
        let is_of =
            |id: &str| id.strip_prefix(&**key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        return units(original).into_iter().map(|unit| unit.id).find(|id| is_of(id));
    }
    let source = line_end::normal(original.source);
    let blocks = Blocks::new(&source, original.syntax);
    if blocks.article.units.len() != own.units.len() {
        return None;
    }
    let block = own.units.partition_point(|unit| unit.span.start <= at).checked_sub(1)?;
    let found = extracted(&blocks, None, original).into_iter().find(|found| found.block == block);
    found.map(|found| found.unit.id)
}
