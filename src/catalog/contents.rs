//! The catalog itself: all that it holds, and how it is looked up. Resolves no link.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assets::{Content, ImageHosts, Types};
use crate::front_matter::Order;
use crate::markdown::Shortcodes;
use crate::sources::{LinkFault, NotIncluded};

use super::index::LinkIndex;
use super::link::Base;
use super::model::{Article, CatalogAsset, CatalogLocale, File, Identity, SourceCopy, Toc, Unreadable};
use super::navigation::Navigation;
use super::options::{Published, Scheme, Unprefixed, Untranslated};
use super::parts::{NamedText, Parts};
use super::redirect::Redirect;
use crate::indexed::{
    ArticleIndex, AssetIndex, DocsetIndex, IdentityIndex, IncludeIndex, IndexVec, LocaleIndex, RedirectIndex,
    TocIndex,
};
use crate::layout::{Docset, LayoutName, NotPlaced};
use crate::locale::Locale;

/// All input, understood.
#[derive(Debug)]
pub struct Catalog<N = Navigation> {
    /// The layouts that the articles are arranged in.
    pub layouts: BTreeSet<LayoutName>,
    /// The file of a generator that names the source locale.
    pub source_named_by: Option<Arc<str>>,
    /// The locale that articles were put into whose place says none.
    pub assumed: Option<Locale>,
    /// The source locale that a file of a generator names, where it has no articles here.
    pub absent_source: Option<Locale>,
    /// Docsets whose images stand in the repository of the source, which is not here.
    pub images_elsewhere: BTreeSet<DocsetIndex>,
    /// Articles with a recorded source hash.
    pub hashed: usize,
    /// Files that are no part of any article, by path, and why.
    pub not_placed: BTreeMap<Arc<str>, NotPlaced>,
    /// Copies of sources that nobody has translated, by path. They are not placed either.
    pub copies: BTreeMap<Arc<str>, SourceCopy>,
    /// Every locale with articles, by tag.
    pub locales: IndexVec<LocaleIndex, CatalogLocale>,
    /// The source locale, if it has articles here.
    pub source: Option<LocaleIndex>,
    pub default: LocaleIndex,
    /// Every article, by path.
    pub articles: IndexVec<ArticleIndex, Article>,
    /// Every article ID, in order.
    pub identities: IndexVec<IdentityIndex, Identity>,
    pub includes: IndexVec<IncludeIndex, File>,
    /// Texts of programs that articles include, by path.
    pub(super) named_texts: BTreeMap<Arc<str>, NamedText>,
    /// Files that articles include and that are not shown, by path.
    pub(super) refused_includes: BTreeMap<Arc<str>, NotIncluded>,
    /// What is included of files that is not all of one.
    pub(super) parts: Parts,
    pub assets: IndexVec<AssetIndex, CatalogAsset>,
    pub docsets: IndexVec<DocsetIndex, Docset>,
    /// Tables of contents, by path.
    pub tocs: IndexVec<TocIndex, Toc>,
    /// What they say together; `()` until they are merged.
    pub navigation: N,
    /// What could not be read at all: path and what is wrong.
    pub unreadable: Vec<Unreadable>,
    /// Symbolic links that are not followed, by path, and why.
    pub refused_links: BTreeMap<Arc<str>, LinkFault>,
    /// Custom ID → the articles that have it.
    pub custom_ids: BTreeMap<String, Vec<IdentityIndex>>,
    /// Paths whose article is gone: those of redirection files by path, then those that articles claim.
    pub redirects: IndexVec<RedirectIndex, Redirect>,
    /// The redirection files, by path: texts as stored.
    pub(crate) redirect_files: BTreeMap<Arc<str>, String>,
    /// The types of files that are served.
    pub types: Types,
    /// Where images of articles may come from.
    pub image_hosts: ImageHosts,
    /// Schemes that links may have beside the known ones, in lower case.
    pub schemes: Vec<Scheme>,
    /// What the texts were read with.
    pub(super) shortcodes: Shortcodes,
    pub(crate) unprefixed: Option<Unprefixed>,
    pub(crate) index: LinkIndex,
    pub(crate) untranslated: Untranslated,
}

impl<N> Catalog<N> {
    /// The article that the page of `identity` in `locale` shows: its own, else by the fallback chain.
    pub fn shown(&self, identity: IdentityIndex, locale: LocaleIndex) -> Option<ArticleIndex> {
        let translations = &self.identities[identity].translations;
        let is_published = |locale: LocaleIndex| self.locales[locale].published == Published::Yes;
        if !is_published(locale) {
            return None;
        }
        translations[locale].or_else(|| {
            // What is in preparation is not shown under another address either.
            let chain = self.locales[locale].fallback.iter().filter(|&&other| is_published(other));
            (self.untranslated == Untranslated::Fallback)
                .then(|| chain.copied().find_map(|other| translations[other]))
                .flatten()
        })
    }

    /// Where a reader of `locale` is sent for `identity`: the locale's own page, else the one of the fallback chain, the
    /// source, the default locale or the first that has it. The locale of the page and the article it shows.
    pub fn page_for(
        &self,
        identity: IdentityIndex,
        locale: LocaleIndex,
    ) -> Option<(LocaleIndex, ArticleIndex)> {
        self.candidates(locale).find_map(|candidate| Some((candidate, self.shown(identity, candidate)?)))
    }

    /// The locales whose pages a reader of `locale` is sent to, the best first.
    pub(crate) fn candidates(&self, locale: LocaleIndex) -> impl Iterator<Item = LocaleIndex> + '_ {
        let chain = self.locales[locale].fallback.iter().copied();
        std::iter::once(locale)
            .chain(chain)
            .chain(self.source)
            .chain(std::iter::once(self.default))
            .chain(self.locales.indices())
    }

    /// The place of an article in its folder: as it says itself, else as its original does.
    pub(crate) fn order(&self, article: ArticleIndex) -> Option<Order> {
        let order = |article: ArticleIndex| self.articles[article].file.front_matter.order.as_ref();
        let of_original = || self.original(article).and_then(order);
        order(article).or_else(of_original).map(|order| order.value)
    }

    /// Whether there is no source because several locales have articles without any source hash.
    pub fn source_is_unknown(&self) -> bool {
        let hashed = |locale: LocaleIndex| {
            let mut own = self.articles.iter().filter(|article| article.locale == locale);
            own.any(|article| article.file.front_matter.source_hash.is_some())
        };
        self.source.is_none() && self.locales.indices().filter(|&locale| !hashed(locale)).count() > 1
    }

    /// Locales with pages, in order.
    pub fn published(&self) -> impl Iterator<Item = LocaleIndex> + '_ {
        self.locales.indices().filter(|&locale| self.locales[locale].published == Published::Yes)
    }

    /// The files that an article's page is made of: its own, then its includes, each once, however deep.
    pub fn files_of<'c>(&'c self, article: &'c Article) -> Vec<Base<'c>> {
        let base = |file| Base { file, article: Some(article), reader: article.locale };
        let mut files = vec![base(&article.file)];
        let mut known = BTreeSet::new();
        let mut next = 0;
        while let Some(current) = files.get(next).copied() {
            next += 1;
            for include in &current.file.document.includes {
                if let Some(file) = self.include(current, include)
                    && file.path != article.file.path
                    && known.insert(std::ptr::from_ref(file))
                {
                    files.push(base(file));
                }
            }
        }
        files
    }

    /// The Markdown file at `path`.
    pub fn file(&self, path: &str) -> Option<&File> {
        let article = self.article_at(path).map(|index| &*self.articles[index].file);
        article.or_else(|| self.include_at(path).map(|index| &self.includes[index]))
    }

    /// The article whose file is at `path`.
    pub(crate) fn article_at(&self, path: &str) -> Option<ArticleIndex> {
        self.articles.binary_search_by(|article| (*article.file.path).cmp(path))
    }

    /// The include whose file is at `path`; they are in the order of their paths, as the articles are.
    pub(crate) fn include_at(&self, path: &str) -> Option<IncludeIndex> {
        self.includes.binary_search_by(|include| (*include.path).cmp(path))
    }

    /// The text of the Markdown file, table of contents, redirection file or cleaned image at `path`.
    pub fn text(&self, path: &str) -> Option<&str> {
        let toc = || self.tocs.binary_search_by(|toc| (*toc.file.path).cmp(path));
        let toc = || toc().map(|index| &self.tocs[index].file);
        let file = self.file(path).or_else(toc).map(|file| file.text.as_str());
        let named = || self.named_texts.get(path).map(|named| &*named.text);
        let redirects = || self.redirect_files.get(path).map(String::as_str);
        file.or_else(redirects).or_else(|| self.cleaned_text(path)).or_else(named)
    }

    /// The text of the file at `path` as it is stored, if something was taken out of it.
    fn cleaned_text(&self, path: &str) -> Option<&str> {
        // In the order of their paths.
        let asset = self.assets.binary_search_by(|asset| (*asset.path).cmp(path))?;
        match &self.assets[asset].content {
            Content::Cleaned(cleaned) => Some(&cleaned.text),
            _ => None,
        }
    }

    /// Every Markdown file: articles, then includes.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.articles.iter().map(|article| &*article.file).chain(&self.includes)
    }

    /// The article of the source that this one is a translation of.
    pub(super) fn original(&self, article: ArticleIndex) -> Option<ArticleIndex> {
        let article = &self.articles[article];
        self.identities[article.identity].original(article.locale, self.source)
    }
}

impl Catalog<()> {
    /// The whole catalog.
    pub(super) fn with_navigation(self, navigation: Navigation) -> Catalog {
        let Self {
            source,
            default,
            locales,
            articles,
            identities,
            includes,
            named_texts,
            parts,
            assets,
            docsets,
            tocs,
            ..
        } = self;
        Catalog {
            layouts: self.layouts,
            source_named_by: self.source_named_by,
            assumed: self.assumed,
            absent_source: self.absent_source,
            images_elsewhere: self.images_elsewhere,
            hashed: self.hashed,
            not_placed: self.not_placed,
            copies: self.copies,
            locales,
            source,
            default,
            articles,
            identities,
            includes,
            named_texts,
            refused_includes: self.refused_includes,
            parts,
            assets,
            docsets,
            tocs,
            navigation,
            unreadable: self.unreadable,
            refused_links: self.refused_links,
            custom_ids: self.custom_ids,
            redirects: self.redirects,
            redirect_files: self.redirect_files,
            types: self.types,
            image_hosts: self.image_hosts,
            schemes: self.schemes,
            shortcodes: self.shortcodes,
            unprefixed: self.unprefixed,
            index: self.index,
            untranslated: self.untranslated,
        }
    }
}
