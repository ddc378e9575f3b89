//! What distinguishes articles of one title, wherever titles stand in a list. Renders nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, IdentityIndex};

use super::description::{description, shortened};
use super::listed::Listed;

/// Characters of a line at the most.
const LONGEST: usize = 110;

/// What does not stand before the ellipsis.
const DROPPED: &[char] = &['…', ',', ';', ':', '.', ' '];

/// A line for every article whose title another one has too: its description, and where those are equal as well, its
/// address. `listed` is in the order of the titles.
pub(super) fn of(catalog: &Catalog, listed: &[Listed]) -> BTreeMap<IdentityIndex, String> {
    let title = |entry: &Listed| catalog.articles[entry.article].label();
    let mut details = BTreeMap::new();
    for run in listed.chunk_by(|one, other| title(one) == title(other)).filter(|run| run.len() > 1) {
        let described: Vec<Option<String>> = run
            .iter()
            .map(|entry| {
                description(&catalog.articles[entry.article])
                    .map(|text| shortened(text.trim(), LONGEST, DROPPED))
            })
            .collect();
        let distinct: BTreeSet<&str> = described.iter().flatten().map(String::as_str).collect();
        let is_distinct = distinct.len() == run.len();
        for (entry, described) in run.iter().zip(described) {
            let address = || catalog.identities[entry.identity].url.clone();
            let line = described.filter(|_| is_distinct).unwrap_or_else(address);
            details.insert(entry.identity, line);
        }
    }
    details
}
