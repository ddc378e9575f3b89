//! What git knows of translations that are not current: how far they are behind, and whether a word has changed. Where git does not know,
//! nothing is said. What was found out is kept in `.faqtory/cache/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, DocsetIndex, File};
use crate::edit;
use crate::front_matter::source_hashes;
use crate::history::{self, MadeFrom, Memory, Original, Shallow, Traced};
use crate::translation::{AllBehind, Basis, Behind, Replaced, State, merge, weight};

use super::loaded::Project;

/// What git knows of all translations that are not current.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) behind: AllBehind,
    /// Those whose originals have changed in no word.
    pub(super) touched: BTreeSet<ArticleIndex>,
    /// The text that each was made from, as an object of git in the folder of its docset.
    made_from: BTreeMap<ArticleIndex, (DocsetIndex, String)>,
    /// Those of people that machines have replaced.
    pub(super) replaced: BTreeMap<ArticleIndex, Replaced>,
    /// How many were made from a text that may lie in the part of the history that this clone lacks.
    pub(super) without_history: usize,
}

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
    /// Asks git for each folder of originals at once.
    pub(super) fn changes(&self, cache: Cache) -> Changes {
        let mut changes = Changes::default();
        if self.translations.basis == Basis::Siblings {
            return changes;
        }
        let folder = edit::Folder::open(self.root());
        let is_own = [MEMORY, IGNORE].into_iter().all(|path| folder.has_no_link(path));
        let known = Memory::read(&folder.text(MEMORY).filter(|_| is_own).unwrap_or_default());
        let mut memory = known.clone();
        self.ask_all(&mut memory, &mut changes);
        changes.replaced = self.replaced(&mut memory);
        if memory != known && cache == Cache::Written && is_own {
            // Only makes the next time faster: a disk that refuses is no fault. Nothing of a cache belongs in git.
            let _ = folder.create(IGNORE, b"*\n");
            let _ = folder.put(MEMORY, memory.written().as_bytes());
        }
        changes
    }

    fn ask_all(&self, memory: &mut Memory, changes: &mut Changes) {
        let mut docsets: BTreeMap<DocsetIndex, Originals> = BTreeMap::new();
        let mut is_any = false;
        for article in self.catalog.articles.indices() {
            let docset = self.catalog.articles[article].file.docset;
            match self.translations.state(article) {
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
        let root = &self.catalog.docsets[docset].root;
        let folder = self.root().join(root);
        let original = |(original, translations): (&ArticleIndex, &Vec<ArticleIndex>)| {
            let made_from = |&article: &ArticleIndex| MadeFrom {
                hash: self.recorded(article),
                commit: self.file(article).front_matter.source_commit.as_ref().map(|it| it.value.as_str()),
            };
            let path: &str = &self.file(*original).path;
            let path = path.strip_prefix(root.as_str()).unwrap_or(path).trim_start_matches('/');
            Original { path, made_from: translations.iter().map(made_from).collect() }
        };
        let asked: Vec<Original<'_>> = originals.iter().map(original).collect();
        let hashes = |text: &str| source_hashes(text).to_vec();
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
            let folder = self.root().join(&self.catalog.docsets[docset].root);
            texts.extend(history::texts(&folder, &Vec::from_iter(blobs)).unwrap_or_default());
        }
        let count = |(&article, (_, blob)): (&ArticleIndex, &(DocsetIndex, String))| {
            let (State::Outdated { newest } | State::Touched { newest }) = self.translations.state(article)
            else {
                return None;
            };
            let file = self.file(newest);
            Some((article, merge::changed_words(file.document.syntax, texts.get(blob)?, &file.text)))
        };
        changes.made_from.par_iter().filter_map(count).collect()
    }

    /// When each of these files was changed last, where git knows it; what is not committed is the youngest.
    pub(super) fn last_changes(&self, articles: &BTreeSet<ArticleIndex>) -> BTreeMap<ArticleIndex, u64> {
        let mut docsets: BTreeMap<DocsetIndex, Vec<ArticleIndex>> = BTreeMap::new();
        for &article in articles {
            docsets.entry(self.file(article).docset).or_default().push(article);
        }
        let mut times = BTreeMap::new();
        for (docset, articles) in docsets {
            let root = &self.catalog.docsets[docset].root;
            let below = |&article: &ArticleIndex| {
                let path: &str = &self.file(article).path;
                path.strip_prefix(root.as_str()).unwrap_or(path).trim_start_matches('/')
            };
            let paths: Vec<&str> = articles.iter().map(below).collect();
            let Ok(found) = history::last_changes(&self.root().join(root), &paths) else { continue };
            for (article, last) in articles.into_iter().zip(found) {
                let text = &self.file(article).text;
                let with_lf = text.replace("\r\n", "\n");
                let is_it = |blob: &str| {
                    [text, &with_lf].iter().any(|text| history::object_name(text.as_bytes()) == blob)
                };
                let seconds = last.filter(|(_, blob)| is_it(blob)).map_or(u64::MAX, |(seconds, _)| seconds);
                times.insert(article, seconds);
            }
        }
        times
    }

    pub(super) fn file(&self, article: ArticleIndex) -> &File {
        &self.catalog.articles[article].file
    }

    /// The source hash that a translation has.
    pub(super) fn recorded(&self, article: ArticleIndex) -> Option<&str> {
        self.file(article).front_matter.source_hash.as_ref().map(|hash| hash.value.as_str())
    }
}
