//! A catalog of input that has changed a little: files whose bytes are the same are not read again. The catalog is the
//! one that all of the input, read anew, would make.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::front_matter::source_hashes;
use crate::sources::Sources;

use super::absent_source::images_elsewhere;
use super::anchors::{Anchors, name_headings};
use super::contents::Catalog;
use super::model::{Article, File, HeadingName};
use super::options::Options;
use super::parts;
use super::read::{content_id, read_into, title};
use super::reuse::ReusableFiles;
use super::unmade::{self, Language};
use crate::indexed::ArticleIndex;
use crate::layout::NotPlaced;

impl Catalog {
    /// The catalog of what the sources are now.
    #[must_use]
    pub fn update(self, sources: &Sources, options: &Options) -> Self {
        let reusable = ReusableFiles::of(self, options);
        Self::build(sources, options, reusable)
    }

    /// Puts new texts into the places of old ones, where the change concerns nothing but the texts of these articles and
    /// includes. Returns the articles; none where more is concerned, and then nothing is done.
    ///
    /// More is concerned where the front matter, the title or the anchor of the first heading is another: IDs, addresses,
    /// locales, lists and redirects come from these. `changed` are paths.
    pub fn replace(&mut self, sources: &Sources, changed: &[Arc<str>]) -> Option<Vec<ArticleIndex>> {
        let mut articles = Vec::new();
        let mut includes = Vec::new();
        let has_parts = |file: &File| parts::has_any(&file.document);
        for path in changed {
            if self.parts.has(path) || self.file(path).is_some_and(has_parts) {
                return None;
            }
            let bytes = sources.texts.get(path)?;
            if let Some(index) = self.article_at(path) {
                let article = &self.articles[index];
                let file = self.read_again(&article.file, bytes)?;
                let id = &self.identities[article.identity].id;
                let layout = self.docsets[file.docset].layout;
                // A README beside an index is an article only where something links to it.
                let links_readme = names_readme(&article.file.text) || names_readme(&file.text);
                if links_readme
                    || self.is_contested(article, &file)
                    || self.changes_what_is_made(index, &file)
                    || has_parts(&file)
                    || title(&file, id, layout) != article.title
                    || content_id(&file) != content_id(&article.file)
                {
                    return None;
                }
                articles.push((index, file));
            } else {
                let index = self.include_at(path)?;
                let file = self.read_again(&self.includes[index], bytes)?;
                if has_parts(&file) {
                    return None;
                }
                includes.push((index, file));
            }
        }
        for (index, file) in includes {
            self.includes[index] = file;
        }
        let changed: Vec<ArticleIndex> = articles.iter().map(|(index, _)| *index).collect();
        for (index, file) in articles {
            *self.articles[index].file = file;
        }
        self.images_elsewhere = images_elsewhere(self.absent_source.as_ref(), &self.articles, &self.assets);
        self.name_headings_again(&changed);
        self.index.anchors = Anchors::new(self.articles.len(), self.includes.len());
        Some(changed)
    }

    /// Whether several files claim the ID of an article, and the one that translations were made from may be another with this
    /// text.
    fn is_contested(&self, article: &Article, now: &File) -> bool {
        let holder = |other: &Article| self.article_at(other.id_taken_by.as_deref()?);
        let mut holders = self.articles.iter().filter_map(holder);
        let is_claimed = article.id_taken_by.is_some()
            || holders.any(|holder| self.articles[holder].identity == article.identity);
        if !is_claimed || now.front_matter.source_hash.is_some() {
            return false;
        }
        let hashes = [&article.file.text, &now.text].map(|text| source_hashes(text)).concat();
        let mut recorded =
            self.articles.iter().filter_map(|other| other.file.front_matter.source_hash.as_ref());
        recorded.any(|recorded| hashes.contains(&recorded.value))
    }

    /// Whether a translation is none with this text, or other translations are with this text of their source.
    fn changes_what_is_made(&self, index: ArticleIndex, file: &File) -> bool {
        let article = &self.articles[index];
        let locale = |article: &Article| &self.locales[article.locale].locale;
        let is_unmade = |translation: &Article, text: &File, original: &Article, source: &File| {
            let language = Language::of(locale(translation), locale(original));
            unmade::may_be_unmade(text)
                && unmade::reason(&text.document, &source.document, language).is_some()
        };
        if let Some(original) = self.original(index).map(|original| &self.articles[original]) {
            return is_unmade(article, file, original, &original.file);
        }
        let is_of_it =
            |path: &str| path.ends_with(file.below.as_str()) || file.front_matter.article_id.is_some();
        let is_unmade_now = |(path, reason): (&Arc<str>, &NotPlaced)| {
            matches!(reason, NotPlaced::Empty | NotPlaced::Copy) && is_of_it(path)
        };
        let translations = self.identities[article.identity].translations.iter().flatten();
        let mut others = translations.filter(|&&other| other != index).map(|&other| &self.articles[other]);
        Some(article.locale) == self.source
            && (self.not_placed.iter().any(is_unmade_now)
                || others.any(|other| is_unmade(other, &other.file, article, file)))
    }

    /// The file with what it holds now, if its front matter says the same.
    fn read_again(&self, file: &File, bytes: &[u8]) -> Option<File> {
        let mut now = File {
            path: file.path.clone(),
            docset: file.docset,
            below: file.below.clone(),
            id: file.id.clone(),
            locale: file.locale,
            text: String::new(),
            not_utf8: None,
            front_matter: Default::default(),
            document: Default::default(),
        };
        read_into(&mut now, file.document.syntax, &self.shortcodes, bytes);
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
            self.articles[index].headings = self.named_headings(index);
        }
    }

    fn named_headings(&self, article: ArticleIndex) -> Vec<HeadingName> {
        let original = self.original(article).map(|original| &self.articles[original]);
        let source = original.map(|original| (&original.file.document, original.headings.as_slice()));
        name_headings(&self.articles[article].file.document, source)
    }
}

/// Whether a text may link to a README.
fn names_readme(text: &str) -> bool {
    ["README.", "readme.", "Readme."].iter().any(|name| text.contains(name))
}
