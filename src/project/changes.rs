//! What git knows of translations that are not current: how far they are behind, and whether a word has changed. Where git does not know,
//! nothing is said. What was found out is kept in `.faqtory/cache/`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, DocsetIndex, File};
use crate::edit;
use crate::front_matter::source_hashes;
use crate::history::{self, MadeFrom, Memory, Original, Shallow, Traced};
use crate::translation::{Basis, Behind, State, merge, weight};

use super::known::Changes;
use super::loaded::Project;

/// Originals, each with its translations that are not current.
type Originals = BTreeMap<ArticleIndex, Vec<ArticleIndex>>;

/// What becomes of the cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cache {
    Read,
    Written,
}

/// Below the project.
const MEMORY: &str = ".faqtory/cache/history";
const IGNORE: &str = ".faqtory/cache/.gitignore";

impl Project {
    /// What git knows, asked now unless it was asked before.
    pub(super) fn changes(&self, cache: Cache) -> Cow<'_, Changes> {
        self.changes.as_ref().map_or_else(|| Cow::Owned(self.ask_git(cache)), Cow::Borrowed)
    }

    /// Asks git for each folder of originals at once.
    pub(super) fn ask_git(&self, cache: Cache) -> Changes {
        let mut changes = Changes::default();
        if self.translations.basis == Basis::Siblings {
            return changes;
        }
        let known = self.remembered();
        let mut memory = Memory::read(&known);
        self.ask_of_sources(&mut memory, &mut changes);
        changes.replaced = self.replaced(&mut memory);
        let written = memory.written().filter(|written| cache == Cache::Written && *written != known);
        if let Some(written) = written {
            let folder = edit::Folder::open(self.root());
            if [MEMORY, IGNORE].into_iter().all(|path| folder.has_no_link(path)) {
                // Only makes the next time faster: a disk that refuses is no fault. Nothing of a cache belongs in git.
                let _ = folder.create(IGNORE, b"*\n");
                let _ = folder.put(MEMORY, written.as_bytes());
            }
        }
        changes
    }

    /// What git knows of those whose originals have changed in no word. Where it was not asked yet it is asked for nothing else.
    pub(super) fn touched(&self) -> Cow<'_, Changes> {
        if let Some(known) = &self.changes {
            return Cow::Borrowed(known);
        }
        let mut changes = Changes::default();
        if self.translations.basis == Basis::Source {
            self.ask_of_sources(&mut Memory::read(&self.remembered()), &mut changes);
        }
        Cow::Owned(changes)
    }

    fn ask_of_sources(&self, memory: &mut Memory, changes: &mut Changes) {
        self.ask_all(memory, changes);
        self.ask_of_includes(memory, changes);
        self.ask_of_names(memory, changes);
    }

    fn remembered(&self) -> String {
        edit::own_text(self.root(), MEMORY).unwrap_or_default()
    }

    fn ask_all(&self, memory: &mut Memory, changes: &mut Changes) {
        let mut docsets: BTreeMap<DocsetIndex, Originals> = BTreeMap::new();
        let mut is_any = false;
        for article in self.catalog.articles.indices() {
            let docset = self.catalog.articles[article].file.docset;
            match self.translations.own_state(article) {
                State::Outdated { newest } | State::Touched { newest } => {
                    is_any = true;
                    let docset = docsets.entry(self.catalog.articles[newest].file.docset).or_default();
                    docset.entry(newest).or_default().push(article);
                }
                // Every original is asked for, so that the answer to the same question is remembered.
                State::Source => drop(docsets.entry(docset).or_default().entry(article).or_default()),
                _ => {}
            }
        }
        if !is_any {
            return;
        }
        for (docset, originals) in docsets.iter().filter(|(_, it)| it.values().any(|own| !own.is_empty())) {
            self.ask(*docset, originals, memory, changes);
        }
    }

    /// Of the originals in one docset.
    fn ask(&self, docset: DocsetIndex, originals: &Originals, memory: &mut Memory, changes: &mut Changes) {
        let folder = self.folder(docset);
        let original = |(original, translations): (&ArticleIndex, &Vec<ArticleIndex>)| {
            let made_from = |&article: &ArticleIndex| MadeFrom {
                hash: self.recorded(article),
                commit: self.file(article).front_matter.source_commit.as_ref().map(|it| it.value.as_str()),
            };
            Original { path: self.below(*original), made_from: translations.iter().map(made_from).collect() }
        };
        let asked: Vec<Original<'_>> = originals.iter().map(original).collect();
        // What git does not know is not a fault of the articles.
        let Ok(found) = history::trace(&folder, &asked, &hashes, memory) else { return };
        let articles = originals.iter().flat_map(|(original, own)| own.iter().map(|own| (*original, *own)));
        let mut versions: BTreeSet<(ArticleIndex, String)> = BTreeSet::new();
        for ((original, article), traced) in articles.zip(found.traced.into_iter().flatten()) {
            let blob = traced.as_ref().and_then(|traced: &Traced| traced.blob.clone());
            if let Some(Traced { distance, .. }) = traced {
                changes.behind.insert(article, Behind { commits: distance.commits, days: distance.days });
            }
            match blob {
                Some(blob) => {
                    versions.insert((original, blob.clone()));
                    changes.made_from.insert(article, (docset, blob));
                }
                None => {
                    let is_lost = found.shallow == Shallow::Shallow && self.recorded(article).is_some();
                    changes.without_history += usize::from(is_lost);
                }
            }
        }
        let same = self.without_changed_words(&folder, versions, memory);
        for (original, translations) in originals {
            let is_touched = |own: &&ArticleIndex| {
                let made_from = changes.made_from.get(own);
                made_from.is_some_and(|(_, blob)| same.contains(&(*original, blob.clone())))
            };
            changes.touched.extend(translations.iter().filter(is_touched));
        }
    }

    /// Those texts of originals that weigh what the original of today weighs.
    fn without_changed_words(
        &self,
        folder: &Path,
        versions: BTreeSet<(ArticleIndex, String)>,
        memory: &mut Memory,
    ) -> BTreeSet<(ArticleIndex, String)> {
        let originals: BTreeSet<ArticleIndex> = versions.iter().map(|(original, _)| *original).collect();
        let of_today = |original: ArticleIndex| {
            let file = self.file(original);
            (original, weight(file.document.syntax, &file.text))
        };
        let today: BTreeMap<ArticleIndex, String> = originals.into_par_iter().map(of_today).collect();
        let is_unknown = |(original, blob): &&(ArticleIndex, String)| {
            today.get(original).is_some_and(|weight| memory.weighs(blob, weight).is_none())
        };
        let unknown: Vec<(ArticleIndex, String)> = versions.iter().filter(is_unknown).cloned().collect();
        let blobs: Vec<String> = unknown.iter().map(|(_, blob)| blob.clone()).collect();
        let texts = history::texts(folder, &blobs).unwrap_or_default();
        let weighed = |(original, blob): (ArticleIndex, String)| {
            let text = texts.get(&blob)?;
            Some((weight(self.file(original).document.syntax, text), blob))
        };
        for (weight, blob) in unknown.into_par_iter().filter_map(weighed).collect::<Vec<_>>() {
            memory.weigh(&blob, weight);
        }
        let is_same = |(original, blob): &(ArticleIndex, String)| {
            today.get(original).is_some_and(|weight| memory.weighs(blob, weight) == Some(true))
        };
        versions.into_iter().filter(is_same).collect()
    }

    /// How many words of each original are to be translated, in blocks that have changed since; nothing where the text of that
    /// time is not known.
    pub(super) fn changed_words(&self, changes: &Changes) -> BTreeMap<ArticleIndex, merge::ChangedWords> {
        let mut folders: BTreeMap<DocsetIndex, BTreeSet<String>> = BTreeMap::new();
        for (docset, blob) in changes.made_from.values() {
            folders.entry(*docset).or_default().insert(blob.clone());
        }
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for (docset, blobs) in folders {
            texts.extend(history::texts(&self.folder(docset), &Vec::from_iter(blobs)).unwrap_or_default());
        }
        let newest = |article: ArticleIndex| match self.translations.own_state(article) {
            State::Outdated { newest } | State::Touched { newest } => Some(newest),
            _ => None,
        };
        let pairs = changes.made_from.iter();
        let pairs: Vec<(ArticleIndex, (ArticleIndex, &str))> = pairs
            .filter_map(|(&article, (_, blob))| Some((article, (newest(article)?, blob.as_str()))))
            .collect();
        // Forty locales may be made from one version.
        let versions: BTreeSet<(ArticleIndex, &str)> = pairs.iter().map(|&(_, version)| version).collect();
        let count = |(newest, blob): (ArticleIndex, &'_ str)| {
            let file = self.file(newest);
            let changed = merge::changed_words(file.document.syntax, texts.get(blob)?, &file.text);
            Some(((newest, blob.to_owned()), changed))
        };
        let counted: BTreeMap<(ArticleIndex, String), merge::ChangedWords> =
            versions.into_par_iter().filter_map(count).collect();
        let of = |(newest, blob): (ArticleIndex, &str)| counted.get(&(newest, blob.to_owned())).copied();
        pairs.into_iter().filter_map(|(article, version)| Some((article, of(version)?))).collect()
    }

    pub(super) fn file(&self, article: ArticleIndex) -> &File {
        &self.catalog.articles[article].file
    }

    /// The folder of a docset on this machine.
    pub(super) fn folder(&self, docset: DocsetIndex) -> PathBuf {
        self.root().join(&self.catalog.docsets[docset].root)
    }

    /// The path of an article below the folder of its docset.
    pub(super) fn below(&self, article: ArticleIndex) -> &str {
        self.below_docset(self.file(article))
    }

    /// The path of a file below the folder of its docset.
    pub(super) fn below_docset<'f>(&self, file: &'f File) -> &'f str {
        let below = file.path.strip_prefix(self.catalog.docsets[file.docset].root.as_str());
        below.and_then(|below| below.strip_prefix('/')).unwrap_or(&file.path)
    }

    /// The source hash that a translation has.
    pub(super) fn recorded(&self, article: ArticleIndex) -> Option<&str> {
        self.file(article).front_matter.source_hash.as_ref().map(|hash| hash.value.as_str())
    }
}

/// All hashes that a text goes by.
pub(super) fn hashes(text: &str) -> Vec<String> {
    source_hashes(text).to_vec()
}
