//! The commits that sources got their texts with. Git is asked once for each repository.

use std::collections::BTreeMap;

use crate::history;
use crate::project::loaded::Project;
use crate::project::name_changes::below;

use super::packed::GatheredFile;

impl Project {
    /// Says of each file which commit its source is from, where git knows its text.
    pub(super) fn add_commits(&self, files: &mut [GatheredFile]) {
        let texts: BTreeMap<&str, &str> =
            files.iter().map(|file| (&*file.entry.source, &*file.texts.source)).collect();
        let mut commits: BTreeMap<String, String> = BTreeMap::new();
        for (repository, paths) in self.by_repository(texts.keys().copied()) {
            let asked: Vec<(&str, &str)> =
                paths.iter().map(|&path| (below(&repository, path), texts[path])).collect();
            let found = history::commits(&self.root().join(&repository), &asked).unwrap_or_default();
            let known =
                paths.iter().zip(found).filter_map(|(path, commit)| Some(((*path).to_owned(), commit?)));
            commits.extend(known);
        }
        for file in files {
            file.entry.source_commit = commits.get(&file.entry.source).cloned();
        }
    }
}
