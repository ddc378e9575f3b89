//! Which files of names and messages are outdated by the order of their sources alone, as git knows it. Where git does not know, nothing is
//! said.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::said_by_names;
use crate::history::{self, MadeFrom, Memory, Original, Traced};
use crate::messages;
use crate::translation::{DueState, FileKind, TranslatedFile};

use super::changes::hashes;
use super::known::Changes;
use super::loaded::Project;

/// Paths of sources, each with its outdated translations and the hashes of what they were made from.
type Originals<'f> = BTreeMap<&'f str, Vec<(&'f TranslatedFile, &'f str)>>;

impl Project {
    /// Asks git for each repository at once.
    pub(super) fn ask_of_names(&self, memory: &mut Memory, changes: &mut Changes) {
        // Nothing else says what such a file was made from.
        if self.translations.made_from().is_empty() {
            return;
        }
        let files = self.files_of_names(&self.translations);
        let mut repositories: BTreeMap<String, Originals<'_>> = BTreeMap::new();
        for file in &files {
            // What lacks a name has more to be translated than its order.
            let is_asked = file.state == Some(DueState::Outdated) && file.because.is_empty();
            let Some((source, hash)) = file.source.as_deref().zip(file.recorded_hash.as_deref()) else {
                continue;
            };
            if is_asked {
                let originals = repositories.entry(self.repository(source)).or_default();
                originals.entry(source).or_default().push((file, hash));
            }
        }
        for (repository, originals) in &repositories {
            self.ask_of_names_in(repository, originals, memory, changes);
        }
    }

    fn ask_of_names_in(
        &self,
        repository: &str,
        originals: &Originals<'_>,
        memory: &mut Memory,
        changes: &mut Changes,
    ) {
        let asked = originals.iter().map(|(source, files)| Original {
            path: below(repository, source),
            made_from: files.iter().map(|(_, hash)| MadeFrom { hash: Some(hash), commit: None }).collect(),
        });
        let folder = self.root().join(repository);
        // What git does not know is not a fault of the files.
        let Ok(found) = history::trace(&folder, &asked.collect::<Vec<_>>(), &hashes, memory) else { return };
        let pairs =
            originals.iter().flat_map(|(source, files)| files.iter().map(|(file, _)| (*source, *file)));
        let blob = |traced: Option<Traced>| traced?.blob;
        let traced = pairs.zip(found.traced.into_iter().flatten());
        let blobs: Vec<(&str, &TranslatedFile, String)> =
            traced.filter_map(|((source, file), traced)| Some((source, file, blob(traced)?))).collect();
        let names: Vec<String> = blobs.iter().map(|(.., blob)| blob.clone()).collect();
        let texts = history::texts(&folder, &names).unwrap_or_default();
        for (source, file, blob) in blobs {
            let (Some(then), Some(now)) = (texts.get(&blob), self.translated_text(source)) else { continue };
            if said(file.kind, source, then) == said(file.kind, source, now) {
                changes.touched_names.extend(file.path.clone());
            }
        }
    }

    /// The folder of the repository that a file lies in, below the project; none of its letters where that is the project or above.
    pub(super) fn repository(&self, path: &str) -> String {
        let tree = self.root().join(path).parent().and_then(history::work_tree);
        let below = tree.as_deref().and_then(|tree| tree.strip_prefix(self.root()).ok());
        below.map(|below| below.to_string_lossy().replace('\\', "/")).unwrap_or_default()
    }

    /// These paths, each repository's together.
    pub(super) fn by_repository<'p>(
        &self,
        paths: impl Iterator<Item = &'p str>,
    ) -> BTreeMap<String, Vec<&'p str>> {
        let mut folders: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for path in paths {
            folders.entry(path.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default().insert(path);
        }
        let mut repositories: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for paths in folders.into_values() {
            let repository = paths.first().map(|path| self.repository(path)).unwrap_or_default();
            repositories.entry(repository).or_default().extend(paths);
        }
        repositories
    }
}

/// A path below a folder that it lies in.
pub(super) fn below<'p>(folder: &str, path: &'p str) -> &'p str {
    path.strip_prefix(folder).map_or(path, |below| below.trim_start_matches('/'))
}

/// What a file says, whatever the order.
fn said(kind: FileKind, path: &str, text: &str) -> Vec<String> {
    match kind {
        FileKind::Messages => messages::said(text),
        FileKind::Include | FileKind::Names => said_by_names(path, text),
    }
}
