//! What a catalog holds: locales, files, articles, their IDs, assets. Data only.

use std::path::PathBuf;
use std::sync::Arc;

use crate::assets::{self, Content, NotServed};
use crate::front_matter::FrontMatter;
use crate::locale::Locale;
use crate::markdown::Document;

use super::encoding::NotUtf8;
use super::identity::{Conflict, UrlFlaw};
use super::options::Published;
use super::site_nav::NameTranslations;
use super::toc::{TocFlaw, TocNode};
use crate::indexed::{ArticleIndex, DocsetIndex, IdentityIndex, IndexVec, LocaleIndex};

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

/// A Markdown file, or a table of contents.
#[derive(Clone, Debug)]
pub struct File {
    /// Below the project's folder.
    pub path: Arc<str>,
    pub docset: DocsetIndex,
    /// Below the docset's root, without the locale of `name.<locale>.md`.
    pub below: String,
    /// Its article ID below the docset, where that is not `below` without its extension.
    pub id: Option<Box<str>>,
    /// None for includes and tables of contents of a mixed folder.
    pub locale: Option<LocaleIndex>,
    /// As stored, BOM included; bytes that are no UTF-8 became `?`. UTF-16 is decoded: its places are not those of the file.
    pub text: String,
    /// Set where the file is not written in UTF-8.
    pub not_utf8: Option<NotUtf8>,
    pub front_matter: FrontMatter,
    pub document: Document,
}

impl File {
    /// The title in the front matter, else the first heading; none where the file says neither.
    pub fn written_title(&self) -> Option<&str> {
        let title = self.front_matter.title.as_ref().map(|title| title.value.trim());
        let heading = self.document.title_heading().or(self.document.headings.first());
        title.into_iter().chain(heading.map(|heading| heading.text.trim())).find(|title| !title.is_empty())
    }
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

impl Article {
    /// What navigation and lists call the article: its label, else its title.
    pub fn label(&self) -> &str {
        self.file.front_matter.label.as_ref().map_or(&self.title, |label| &label.value)
    }
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

impl Identity {
    /// The article of the source that the one of `locale` is a translation of.
    pub(super) fn original(&self, locale: LocaleIndex, source: Option<LocaleIndex>) -> Option<ArticleIndex> {
        self.translations[source.filter(|&source| source != locale)?]
    }
}

/// A file beside the articles. It is copied into the site when something shows or links it; those of static folders always are.
#[derive(Clone, Debug)]
pub struct CatalogAsset {
    pub path: Arc<str>,
    pub docset: DocsetIndex,
    pub below: String,
    /// Where the site holds it, below its root: `assets/name.<hash>.png`, or as in its static folder.
    pub site_path: String,
    pub place: SitePlace,
    pub size: Option<(u32, u32)>,
    /// Where it stands on this machine.
    pub source: PathBuf,
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

    pub fn is_image(&self) -> bool {
        assets::is_image(&assets::extension(&self.site_path))
    }
}

/// Which path of the site a file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SitePlace {
    /// One among the assets.
    Assets,
    /// The one that it has in its static folder.
    Root,
    /// One among the assets, as it cannot have that of its static folder.
    Taken(PathConflict),
}

/// Why a file cannot have the path that it has in its static folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathConflict {
    /// The site makes something there.
    Site,
    /// The file at this path has it, or a folder of it.
    File(Arc<str>),
    /// Some host or system would take a file of this name for another one.
    Name,
}

/// A copy of its source that nobody has translated.
#[derive(Clone, Debug)]
pub struct SourceCopy {
    pub locale: LocaleIndex,
    /// The path of the source.
    pub original: Arc<str>,
    pub text: String,
}

/// A table of contents.
#[derive(Clone, Debug)]
pub struct Toc {
    /// Front matter and document are empty.
    pub file: File,
    pub nodes: Vec<TocNode>,
    /// What names in it are in other locales.
    pub(super) translations: NameTranslations,
    /// What was left out of them, in order.
    pub flaws: Vec<TocFlaw>,
}

/// A file that nothing could be made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub path: Arc<str>,
    pub reason: String,
}

/// The ID of a heading on its page, and another name that leads to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingName {
    pub id: Box<str>,
    /// The slug of the translated text, where it is another one and free.
    pub alias: Option<Box<str>>,
}
