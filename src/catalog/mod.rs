//! What exists: articles × locales, their IDs and URLs, includes, assets, tables of contents, redirects, and where
//! links lead. Pure; judges nothing, prints nothing.

mod anchors;
mod build;
mod encoding;
mod identity;
mod images;
mod index;
mod indexed;
mod keep;
mod layout;
mod locales;
mod names;
mod navigation;
mod nearest;
mod own_url;
mod publishing;
mod redirects;
mod reference;
mod related;
mod resolve;
mod slip;
mod toc;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::{Content, ImageHosts, NotServed, Types};
use crate::front_matter::FrontMatter;
use crate::locale::Locale;
use crate::markdown::Document;

pub use crate::sources::LinkFault;
pub use anchors::HeadingName;
pub use encoding::{NotUtf8, decode};
pub(crate) use identity::url_path;
pub use identity::{Conflict, UrlFlaw};
pub use images::Picture;
pub use indexed::{
    ArticleIndex, AssetIndex, DocsetIndex, IdentityIndex, Idx, IncludeIndex, IndexVec, LocaleIndex,
    RedirectIndex, SectionIndex, TocIndex,
};
pub use layout::{Docset, DocsetKind, LayoutOptions};
pub use navigation::{Navigation, TocItem, TocPlace, TocSection};
pub use redirects::{Redirect, RedirectTo, Trail, TrailEnd};
pub use resolve::{Base, Fragment, Resolved, Spelling, Target};
pub(crate) use slip::Name;
pub use toc::{TocFlaw, TocFlawKind, TocNode};

/// All input, understood.
#[derive(Debug)]
pub struct Catalog {
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
    pub assets: IndexVec<AssetIndex, CatalogAsset>,
    pub docsets: IndexVec<DocsetIndex, Docset>,
    /// Tables of contents, by path.
    pub tocs: IndexVec<TocIndex, Toc>,
    /// What they say together.
    pub navigation: Navigation,
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
    pub(crate) index: index::Index,
    pub(crate) untranslated: Untranslated,
}

/// What a locale does about an article it lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Untranslated {
    /// Show the article in the first language of the fallback chain.
    #[default]
    Fallback,
    /// Have no page; links lead to the original.
    Omit,
}

/// What the catalog is told beside the sources.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub source_locale: Option<Locale>,
    pub default_locale: Option<Locale>,
    /// `[locales.<tag>] path`: folder and locale.
    pub folders: Vec<(String, Locale)>,
    /// `[locales.<tag>] fallback`.
    pub fallbacks: BTreeMap<Locale, Vec<Locale>>,
    /// Locales that have no pages yet: `publish = false`.
    pub unpublished: Vec<Locale>,
    /// Locales as configured: what their `-u-` extensions say about dates counts.
    pub configured: Vec<Locale>,
    pub base_path: Option<String>,
    /// Absolute URLs under it are links into this site.
    pub base_url: Option<String>,
    /// Where root-relative links of other sites lead; `{locale}` is replaced.
    pub external_root: Option<String>,
    pub types: Types,
    pub image_hosts: ImageHosts,
    pub untranslated: Untranslated,
    pub drafts: Drafts,
}

/// Whether articles with `draft: true` are part of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    #[default]
    Excluded,
    Included,
}

/// A locale and where its missing articles come from.
#[derive(Clone, Debug)]
pub struct CatalogLocale {
    pub locale: Locale,
    /// The fallback chain without the locale itself: configured, else ICU's with the source last.
    pub fallback: Vec<LocaleIndex>,
    pub published: Published,
    /// Number of articles written in this locale.
    pub articles: usize,
}

/// `publish = false` keeps a locale that is in preparation out of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "bool")]
#[schemars(with = "bool", rename = "Publish")]
pub enum Published {
    #[default]
    Yes,
    InPreparation,
}

impl From<bool> for Published {
    fn from(publish: bool) -> Self {
        if publish { Self::Yes } else { Self::InPreparation }
    }
}

/// A Markdown file, or a table of contents.
#[derive(Clone, Debug)]
pub struct File {
    /// Below the project's folder.
    pub path: Arc<str>,
    pub docset: DocsetIndex,
    /// Below the docset's root, without the locale of `name.<locale>.md`.
    pub below: String,
    /// None for includes and tables of contents of a mixed folder.
    pub locale: Option<LocaleIndex>,
    /// As stored, BOM included; bytes that are no UTF-8 became `?`. UTF-16 is decoded: its places are not those of the file.
    pub text: String,
    /// Set where the file is not written in UTF-8.
    pub not_utf8: Option<NotUtf8>,
    pub front_matter: FrontMatter,
    pub document: Document,
}

/// One Markdown file in one locale.
#[derive(Clone, Debug)]
pub struct Article {
    /// Boxed: a hundred thousand of them are moved as the catalog grows.
    pub file: Box<File>,
    pub locale: LocaleIndex,
    pub identity: IdentityIndex,
    /// Plain text: front matter, else the title heading, else another heading, else the ID.
    pub title: String,
    /// IDs of the headings, in the order of the document.
    pub headings: Vec<HeadingName>,
    /// The path of the file that has the ID this one claims.
    pub id_taken_by: Option<Arc<str>>,
    /// How the locale was found.
    pub locale_origin: LocaleOrigin,
}

/// Where the locale of an article is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocaleOrigin {
    /// The path or the publishing configuration.
    Place,
    FrontMatter,
    /// Nowhere: the default was taken.
    Assumed,
}

/// An article ID and its translations.
#[derive(Clone, Debug)]
pub struct Identity {
    pub id: Arc<str>,
    /// Path of the page below a locale's folder, `/` between steps, none at the ends; empty for the locale's home.
    pub url: String,
    /// What is wrong with the path that was written.
    pub flaw: Option<UrlFlaw>,
    /// Set where another has the URL that the ID asks for.
    pub conflict: Option<Conflict>,
    /// The article of every locale.
    pub translations: IndexVec<LocaleIndex, Option<ArticleIndex>>,
}

/// A file that is copied into the site when something shows or links it.
#[derive(Clone, Debug)]
pub struct CatalogAsset {
    pub path: Arc<str>,
    pub docset: DocsetIndex,
    pub below: String,
    /// File name in the site: `name.<hash>.png`.
    pub name: String,
    pub size: Option<(u32, u32)>,
    /// Where it stands on this machine.
    pub source: std::path::PathBuf,
    /// Whether the site may hold it.
    pub served: Result<(), NotServed>,
    /// What was found in it.
    pub content: Content,
}

impl CatalogAsset {
    /// Whether the site may hold it.
    pub fn is_served(&self) -> bool {
        self.served.is_ok()
    }
}

/// A table of contents.
#[derive(Clone, Debug)]
pub struct Toc {
    /// Front matter and document are empty.
    pub file: File,
    pub nodes: Vec<TocNode>,
    /// What was left out of them, in order.
    pub flaws: Vec<TocFlaw>,
}

/// A file that nothing could be made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub path: Arc<str>,
    pub reason: String,
}

impl Catalog {
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
                if let Some(file) = self.include(current, &include.path)
                    && file.path != article.file.path
                    && known.insert(&*file.path)
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
        file.or_else(|| self.redirect_files.get(path).map(String::as_str)).or_else(|| self.cleaned_text(path))
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
}
