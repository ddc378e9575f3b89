//! What was read for an earlier catalog, for files whose bytes are the same. Reads nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::contents::Catalog;
use super::model::{File, HeadingName};
use super::options::Options;
use crate::indexed::ArticleIndex;
use crate::layout::Placed;
use crate::markdown::Syntax;

/// The files of an earlier catalog, by path.
#[derive(Debug, Default)]
pub(super) struct ReusableFiles(BTreeMap<Arc<str>, (Box<File>, Option<ReusableNames>)>);

/// The names of an article's headings, as they were.
#[derive(Debug)]
pub(super) struct ReusableNames {
    pub(super) names: Vec<HeadingName>,
    /// The path of the original they were taken from.
    pub(super) original: Option<Arc<str>>,
}

impl ReusableFiles {
    /// None, if texts are read in another way now.
    pub(super) fn of(catalog: Catalog, options: &Options) -> Self {
        if catalog.shortcodes != options.shortcodes {
            return Self::default();
        }
        let path_of = |article: ArticleIndex| catalog.articles[article].file.path.clone();
        let originals: Vec<Option<Arc<str>>> =
            catalog.articles.indices().map(|article| catalog.original(article).map(path_of)).collect();
        let articles = catalog.articles.into_iter().zip(originals).map(|(article, original)| {
            let names = ReusableNames { names: article.headings, original };
            (article.file.path.clone(), (article.file, Some(names)))
        });
        let includes = catalog.includes.into_iter();
        let includes = includes.map(|file| (file.path.clone(), (Box::new(file), None)));
        Self(articles.chain(includes).collect())
    }

    /// Whether the file at this path can be reused: it holds these bytes, and they mean the same.
    pub(super) fn has(&self, path: &str, syntax: Syntax, bytes: &[u8]) -> bool {
        let same = |file: &File| {
            file.not_utf8.is_none() && file.document.syntax == syntax && file.text.as_bytes() == bytes
        };
        self.0.get(path).is_some_and(|(file, _)| same(file))
    }

    /// The file, where it belongs now.
    pub(super) fn take(&mut self, placed: &Placed) -> Option<(Box<File>, Option<ReusableNames>)> {
        let (mut file, names) = self.0.remove(&placed.path)?;
        file.path = placed.path.clone();
        file.docset = placed.docset;
        file.below.clone_from(&placed.below);
        file.id.clone_from(&placed.id);
        file.locale = None;
        Some((file, names))
    }
}
