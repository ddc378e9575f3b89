//! Which translations git shows to be older than their sources. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::history;

use super::loaded::Project;
use super::name_changes::below;

impl Project {
    /// Of pairs of a translation and its source, by their paths, the translations whose sources were changed after they were. What is not
    /// committed is the youngest.
    pub(super) fn older_than_their_sources<'p>(&self, pairs: &[(&'p str, &'p str)]) -> BTreeSet<&'p str> {
        let times = self.last_changes(pairs.iter().flat_map(|&(own, source)| [own, source]));
        let is_older = |&&(own, source): &&(&str, &str)| match (times.get(own), times.get(source)) {
            (Some(own), Some(source)) => source > own,
            _ => false,
        };
        pairs.iter().filter(is_older).map(|&(own, _)| own).collect()
    }

    /// When each of these files was changed last, where git knows it. It is asked once for each repository.
    fn last_changes<'p>(&self, paths: impl Iterator<Item = &'p str>) -> BTreeMap<&'p str, u64> {
        let mut times = BTreeMap::new();
        for (repository, paths) in self.by_repository(paths) {
            let below: Vec<&str> = paths.iter().map(|path| below(&repository, path)).collect();
            let Ok(found) = history::last_changes(&self.root().join(&repository), &below) else { continue };
            for (path, last) in paths.into_iter().zip(found) {
                let is_it = |blob: &str| {
                    let text = self.translated_text(path).unwrap_or_default();
                    history::is_text_of(blob, text)
                };
                let seconds = last.filter(|(_, blob)| is_it(blob)).map_or(u64::MAX, |(seconds, _)| seconds);
                times.insert(path, seconds);
            }
        }
        times
    }
}
