//! What git knows of outdated includes: which of their sources have changed in no word, and how many words of the others. Where git
//! does not know, nothing is said.

use std::collections::BTreeMap;

use crate::catalog::{DocsetIndex, File, IncludeIndex};
use crate::history::{self, MadeFrom, Memory, Original, Traced};
use crate::translation::{DueState, merge, weight};

use super::changes::hashes;
use super::known::Changes;
use super::loaded::Project;

/// Includes of the source, each with its outdated translations.
type Originals = BTreeMap<IncludeIndex, Vec<IncludeIndex>>;

impl Project {
    /// Asks git for each folder of includes at once.
    pub(super) fn ask_of_includes(&self, memory: &mut Memory, changes: &mut Changes) {
        let mut docsets: BTreeMap<DocsetIndex, Originals> = BTreeMap::new();
        for include in self.catalog.includes.indices() {
            let state = self.translations.include_state(include);
            if matches!(state, Some(DueState::Outdated | DueState::Touched))
                && let Some(original) = self.translations.original_of_include(&self.catalog, include)
            {
                let originals = docsets.entry(self.catalog.includes[original].docset).or_default();
                originals.entry(original).or_default().push(include);
            }
        }
        for (docset, originals) in docsets {
            self.ask_of_folder(docset, &originals, memory, changes);
        }
    }

    fn ask_of_folder(
        &self,
        docset: DocsetIndex,
        originals: &Originals,
        memory: &mut Memory,
        changes: &mut Changes,
    ) {
        let file = |include: IncludeIndex| &self.catalog.includes[include];
        let made_from = |&include: &IncludeIndex| {
            let front_matter = &file(include).front_matter;
            MadeFrom {
                hash: self.recorded_of_include(file(include)),
                commit: front_matter.source_commit.as_ref().map(|commit| commit.value.as_str()),
            }
        };
        let asked = originals.iter().map(|(&original, translations)| Original {
            path: self.below_docset(file(original)),
            made_from: translations.iter().map(made_from).collect(),
        });
        let folder = self.folder(docset);
        // What git does not know is not a fault of the includes.
        let Ok(found) = history::trace(&folder, &asked.collect::<Vec<_>>(), &hashes, memory) else { return };
        let pairs = originals.iter().flat_map(|(original, own)| own.iter().map(|own| (*original, *own)));
        let blob = |traced: Option<Traced>| traced?.blob;
        let traced = pairs.zip(found.traced.into_iter().flatten());
        let blobs: Vec<(IncludeIndex, IncludeIndex, String)> =
            traced.filter_map(|((original, own), traced)| Some((original, own, blob(traced)?))).collect();
        let names: Vec<String> = blobs.iter().map(|(.., blob)| blob.clone()).collect();
        let texts = history::texts(&folder, &names).unwrap_or_default();
        // Many locales may be made from one version.
        let mut known: BTreeMap<(IncludeIndex, String), (bool, merge::ChangedWords)> = BTreeMap::new();
        for (original, own, blob) in blobs {
            let (Some(then), now) = (texts.get(&blob), file(original)) else { continue };
            let syntax = now.document.syntax;
            let (is_touched, words) = *known.entry((original, blob)).or_insert_with(|| {
                let is_same = weight(syntax, then) == weight(syntax, &now.text);
                (is_same, merge::changed_words(syntax, then, &now.text))
            });
            if is_touched {
                changes.touched_includes.insert(own);
            }
            changes.include_words.insert(own, words);
        }
    }

    fn recorded_of_include<'p>(&'p self, file: &'p File) -> Option<&'p str> {
        let own = file.front_matter.source_hash.as_ref().map(|hash| hash.value.as_str());
        own.or_else(|| self.translations.made_from().get(&file.path))
    }
}
