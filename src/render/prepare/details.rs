//! What distinguishes articles of one title, wherever titles stand in a list. Renders nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, IdentityIndex};

use super::description::{description, shortened};
use super::listed::Listed;
use super::sections::Sections;

/// Characters of a line at the most.
const LONGEST: usize = 110;

/// What does not stand before the ellipsis.
const DROPPED: &[char] = &['…', ',', ';', ':', '.', ' '];

/// What tells an article from others of its title, if it has that.
type Way<'w> = &'w dyn Fn(&Listed) -> Option<String>;

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

/// A few words for every article whose whole title another one has too: its section where those differ, else the first of its IDs
/// where those do, else its address.
pub(super) fn of_titles(
    catalog: &Catalog,
    listed: &[Listed],
    sections: &Sections,
) -> BTreeMap<IdentityIndex, String> {
    let mut by_title: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    for entry in listed.iter().filter(|entry| !entry.is_index) {
        by_title.entry(&catalog.articles[entry.article].title).or_default().push(entry);
    }
    let section = |entry: &Listed| sections.of(entry.identity).map(|(_, section)| section.title.clone());
    let id = |entry: &Listed| {
        let ids = &catalog.articles[entry.article].file.front_matter.custom_ids;
        ids.first().map(|id| id.value.clone())
    };
    let address = |entry: &Listed| Some(catalog.identities[entry.identity].url.clone());
    let mut details = BTreeMap::new();
    for run in by_title.into_values().filter(|run| run.len() > 1) {
        let ways: [Way<'_>; 3] = [&section, &id, &address];
        let words = ways.into_iter().find_map(|way| {
            let words: Vec<String> = run.iter().map(|entry| way(entry)).collect::<Option<_>>()?;
            (words.iter().collect::<BTreeSet<_>>().len() == words.len()).then_some(words)
        });
        details.extend(run.iter().map(|entry| entry.identity).zip(words.into_iter().flatten()));
    }
    details
}
