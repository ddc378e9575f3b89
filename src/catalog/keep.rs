//! A catalog of input that has changed a little: what was read of files whose text is equal is kept. The catalog is the
//! one that all of the input, read anew, would make.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::sources::Sources;

use super::anchors::{Anchors, HeadingName, name_headings};
use super::build::{content_id, read_into, title};
use super::layout::Placed;
use super::{ArticleIndex, Catalog, File, IndexVec, Options};

/// What is kept of an earlier catalog, by path.
#[derive(Debug, Default)]
pub(super) struct Kept(BTreeMap<Arc<str>, (Box<File>, Option<KeptNames>)>);

/// The names of an article's headings, as they were.
#[derive(Debug)]
pub(super) struct KeptNames {
    names: Vec<HeadingName>,
    /// The path of the original they were taken from.
    original: Option<Arc<str>>,
}

impl Kept {
    fn of(catalog: Catalog) -> Self {
        let originals = originals(&catalog);
        let original =
            |article: Option<ArticleIndex>| article.map(|it| catalog.articles[it].file.path.clone());
        let originals: Vec<Option<Arc<str>>> = originals.into_iter().map(original).collect();
        let articles = catalog.articles.into_iter().zip(originals).map(|(article, original)| {
            let names = KeptNames { names: article.headings, original };
            (article.file.path.clone(), (article.file, Some(names)))
        });
        let includes = catalog.includes.into_iter();
        let includes = includes.map(|file| (file.path.clone(), (Box::new(file), None)));
        Self(articles.chain(includes).collect())
    }

    /// Whether the file at this path is kept and holds these bytes.
    pub(super) fn has(&self, path: &str, bytes: &[u8]) -> bool {
        let same = |file: &File| file.not_utf8.is_none() && file.text.as_bytes() == bytes;
        self.0.get(path).is_some_and(|(file, _)| same(file))
    }

    /// The kept file, where it belongs now.
    pub(super) fn take(&mut self, placed: &Placed) -> Option<(Box<File>, Option<KeptNames>)> {
        let (mut file, names) = self.0.remove(&placed.path)?;
        file.path = placed.path.clone();
        file.docset = placed.docset;
        file.below.clone_from(&placed.below);
        file.locale = None;
        Some((file, names))
    }
}

impl Catalog {
    /// The catalog of what the sources are now.
    #[must_use]
    pub fn update(self, sources: &Sources, options: &Options) -> Self {
        Self::with(Kept::of(self), sources, options)
    }

    /// Puts new texts into the places of old ones, where the change concerns nothing but the texts of these articles and
    /// includes. Returns the articles; none where more is concerned, and then nothing is done.
    ///
    /// More is concerned where the front matter, the title or the anchor of the first heading is another: IDs, addresses,
    /// locales, lists and redirects come from these. `changed` are paths.
    pub fn replace(&mut self, sources: &Sources, changed: &[Arc<str>]) -> Option<Vec<ArticleIndex>> {
        let mut articles = Vec::new();
        let mut includes = Vec::new();
        for path in changed {
            let bytes = sources.texts.get(path)?;
            if let Some(index) = self.article_at(path) {
                let article = &self.articles[index];
                let file = self.read_again(&article.file, bytes)?;
                let id = &self.identities[article.identity].id;
                if title(&file, id) != article.title || content_id(&file) != content_id(&article.file) {
                    return None;
                }
                articles.push((index, file));
            } else {
                let index = self.include_at(path)?;
                includes.push((index, self.read_again(&self.includes[index], bytes)?));
            }
        }
        for (index, file) in includes {
            self.includes[index] = file;
        }
        let changed: Vec<ArticleIndex> = articles.iter().map(|(index, _)| *index).collect();
        for (index, file) in articles {
            *self.articles[index].file = file;
        }
        self.name_headings_again(&changed);
        self.index.anchors = Anchors::new(self.articles.len(), self.includes.len());
        Some(changed)
    }

    /// The file with what it holds now, if its front matter says the same.
    fn read_again(&self, file: &File, bytes: &[u8]) -> Option<File> {
        let mut now = File {
            path: file.path.clone(),
            docset: file.docset,
            below: file.below.clone(),
            locale: file.locale,
            text: String::new(),
            not_utf8: None,
            front_matter: Default::default(),
            document: Default::default(),
        };
        read_into(&mut now, bytes);
        (now.front_matter == file.front_matter).then_some(now)
    }

    /// Names the headings of these articles and of the translations of those that are originals.
    fn name_headings_again(&mut self, changed: &[ArticleIndex]) {
        let is_original = |&&index: &&ArticleIndex| self.original(index).is_none();
        let first: BTreeSet<ArticleIndex> = changed.iter().filter(is_original).copied().collect();
        let translations = first.iter().filter(|&&index| Some(self.articles[index].locale) == self.source);
        let translations = translations.flat_map(|&index| {
            let identity = self.articles[index].identity;
            self.identities[identity].translations.iter().flatten().copied()
        });
        let then: BTreeSet<ArticleIndex> =
            translations.chain(changed.iter().copied()).filter(|index| !first.contains(index)).collect();
        for index in first.into_iter().chain(then) {
            self.articles[index].headings = named(self, index, self.original(index));
        }
    }

    /// The article of the source that this one is a translation of.
    fn original(&self, article: ArticleIndex) -> Option<ArticleIndex> {
        let article = &self.articles[article];
        let source = self.source.filter(|&source| source != article.locale)?;
        self.identities[article.identity].translations[source]
    }
}

fn originals(catalog: &Catalog) -> IndexVec<ArticleIndex, Option<ArticleIndex>> {
    catalog.articles.indices().map(|article| catalog.original(article)).collect()
}

fn named(catalog: &Catalog, article: ArticleIndex, original: Option<ArticleIndex>) -> Vec<HeadingName> {
    let original = original.map(|original| &catalog.articles[original]);
    let source = original.map(|original| (&original.file.document, original.headings.as_slice()));
    name_headings(&catalog.articles[article].file.document, source)
}

/// The source's headings first, then those of the translations by them. Names stay as they were where neither the article
/// nor its original has changed.
pub(super) fn name_all_headings(catalog: &mut Catalog, kept: &IndexVec<ArticleIndex, Option<KeptNames>>) {
    let originals = originals(catalog);
    let is_same = |index: ArticleIndex| {
        let original = originals[index];
        let original_path = original.map(|original| &catalog.articles[original].file.path);
        let is_kept = original
            .is_none_or(|original| kept[original].as_ref().is_some_and(|names| names.original.is_none()));
        kept[index].as_ref().filter(|names| is_kept && names.original.as_ref() == original_path)
    };
    let same: IndexVec<ArticleIndex, Option<&KeptNames>> = originals.indices().map(is_same).collect();
    for is_translation in [false, true] {
        let chosen: Vec<ArticleIndex> =
            originals.indices().filter(|&index| originals[index].is_some() == is_translation).collect();
        let names: Vec<_> = chosen
            .par_iter()
            .map(|&index| match same[index] {
                Some(kept) => kept.names.clone(),
                None => named(catalog, index, originals[index]),
            })
            .collect();
        for (index, headings) in chosen.into_iter().zip(names) {
            catalog.articles[index].headings = headings;
        }
    }
}
