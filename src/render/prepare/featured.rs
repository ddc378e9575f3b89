//! The articles that the home page of a locale begins with. Renders nothing.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::catalog::{Catalog, FEATURED};
use crate::translation::visits_of;

use super::listed::Listed;

/// Up to so many articles there are, those that are read most follow the featured ones.
const WITH_VISITED: usize = 6;

/// The featured articles in the order that they ask for, then in that of their titles; behind them, where `visits` are known, those
/// that are read most.
pub(super) fn featured(
    catalog: &Catalog,
    listed: &[Listed],
    visits: Option<&BTreeMap<String, u64>>,
) -> Vec<Listed> {
    let articles = || listed.iter().filter(|entry| !entry.is_index);
    let mut found: Vec<_> = articles()
        .filter_map(|entry| Some((entry.settings(catalog).featured.as_ref()?.value, *entry)))
        .collect();
    found.sort_by_key(|(place, _)| *place);
    let mut found: Vec<Listed> = found.into_iter().take(FEATURED).map(|(_, entry)| entry).collect();
    let Some(visits) = visits else { return found };
    let is_new = |entry: &&Listed| entry.settings(catalog).featured.is_none();
    let count = |entry: &Listed| visits_of(visits, &catalog.identities[entry.identity]);
    let visited = articles().filter(is_new).map(|entry| (count(entry), *entry));
    let mut visited: Vec<_> = visited.filter(|(count, _)| *count > 0).collect();
    visited.sort_by_key(|(count, entry)| (Reverse(*count), entry.identity));
    let room = WITH_VISITED.saturating_sub(found.len());
    found.extend(visited.into_iter().take(room).map(|(_, entry)| entry));
    found
}
