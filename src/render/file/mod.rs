//! The files that machines read, beside the pages: which there are, where, and with which bytes. Writes no disk.

mod article_json;
mod article_markdown;
mod feed;
mod help;
mod hosting;
mod ids;
mod llms;
mod llms_full;
mod llms_listed;
mod open_search;
mod robots_txt;
mod search;
mod sitemap;
mod xml;

use anyhow::{Context as _, Result};

use crate::catalog::{IdentityIndex, LocaleIndex};
use crate::render::site::Site;

/// A file that is not a page; together with the site it says everything about the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKey {
    Robots,
    /// `/_redirects`, for Netlify and Cloudflare Pages.
    Redirects,
    /// `/staticwebapp.config.json`, for Azure Static Web Apps.
    StaticWebApp,
    /// `/faqtory-help.js`: help inside a product.
    Help,
    /// `/llms.txt`: those of the locales.
    LlmsIndex,
    /// `/llms-full.txt`: those of the locales.
    LlmsFullIndex,
    /// The index of all sitemaps.
    SitemapIndex,
    /// Sitemaps of a locale, counted from 1.
    Sitemap(LocaleIndex, usize),
    Feed(LocaleIndex),
    /// `/he-il/opensearch.xml`: how browsers search the site.
    OpenSearch(LocaleIndex),
    Llms(LocaleIndex),
    /// Articles whole, counted from 1.
    LlmsFull(LocaleIndex, usize),
    /// `/he-il/ids.json`: custom IDs and what they open.
    Ids(LocaleIndex),
    ArticleJson(LocaleIndex, IdentityIndex),
    ArticleMarkdown(LocaleIndex, IdentityIndex),
    /// `/he-il/search/*.js`.
    Search(LocaleIndex, search::Script),
}

impl FileKey {
    /// The locale whose folder the file is in; none for the shared root.
    pub fn locale(self) -> Option<LocaleIndex> {
        match self {
            Self::Robots
            | Self::Redirects
            | Self::StaticWebApp
            | Self::Help
            | Self::LlmsIndex
            | Self::LlmsFullIndex
            | Self::SitemapIndex => None,
            Self::Sitemap(locale, _)
            | Self::Feed(locale)
            | Self::OpenSearch(locale)
            | Self::Llms(locale)
            | Self::LlmsFull(locale, _)
            | Self::Ids(locale)
            | Self::ArticleJson(locale, _)
            | Self::ArticleMarkdown(locale, _)
            | Self::Search(locale, _) => Some(locale),
        }
    }
}

/// Every such file of the site but those of the search, in the order of [`FileKey`]. What needs absolute addresses is left out without a
/// base URL, and so is what would be empty: neither sitemaps nor feeds may be.
pub fn files(site: &Site<'_>) -> Vec<FileKey> {
    let mut keys = vec![FileKey::Robots, FileKey::LlmsIndex];
    if hosting::is_wanted(site) {
        keys.extend([FileKey::Redirects, FileKey::StaticWebApp]);
    }
    if site.options.help {
        keys.push(FileKey::Help);
    }
    if site.options.markdown_files {
        keys.push(FileKey::LlmsFullIndex);
    }
    if sitemap::index_url(site).is_some() {
        keys.push(FileKey::SitemapIndex);
    }
    for locale in site.catalog.published() {
        let prepared = site.locale(locale);
        keys.extend((1..=sitemap::count(site, locale)).map(|number| FileKey::Sitemap(locale, number)));
        if !site.newest(locale).is_empty() {
            keys.push(FileKey::Feed(locale));
        }
        if site.open_search_path(locale).is_some() {
            keys.push(FileKey::OpenSearch(locale));
        }
        keys.push(FileKey::Llms(locale));
        let parts = 1..=llms_full::count(site, locale);
        keys.extend(parts.map(|number| FileKey::LlmsFull(locale, number)));
        keys.push(FileKey::Ids(locale));
        if site.options.article_files || site.options.help {
            keys.extend(prepared.listed.iter().map(|entry| FileKey::ArticleJson(locale, entry.identity)));
        }
        if site.options.markdown_files {
            let articles = prepared.listed.iter();
            keys.extend(articles.map(|entry| FileKey::ArticleMarkdown(locale, entry.identity)));
        }
    }
    keys.sort();
    keys
}

/// The files of a locale's search; they are listed apart from the others since the index has to be built first.
pub fn search(site: &Site<'_>, locale: LocaleIndex) -> Vec<FileKey> {
    search::scripts(site, locale).into_iter().map(|script| FileKey::Search(locale, script)).collect()
}

/// Where a file is written, below the output folder.
pub fn path(site: &Site<'_>, key: FileKey) -> String {
    match key {
        FileKey::Robots => "robots.txt".to_owned(),
        FileKey::Redirects => "_redirects".to_owned(),
        FileKey::StaticWebApp => "staticwebapp.config.json".to_owned(),
        FileKey::Help => help::PATH.to_owned(),
        FileKey::LlmsIndex => "llms.txt".to_owned(),
        FileKey::LlmsFullIndex => "llms-full.txt".to_owned(),
        FileKey::SitemapIndex => "sitemap.xml".to_owned(),
        FileKey::Sitemap(locale, number) => sitemap::path(site, locale, number),
        FileKey::Feed(locale) => site.feed_path(locale),
        FileKey::OpenSearch(locale) => open_search::path(site, locale),
        FileKey::Llms(locale) => llms::path(site, locale),
        FileKey::LlmsFull(locale, number) => llms_full::path(site, locale, number),
        FileKey::Ids(locale) => format!("{}ids.json", site.home_folder(locale)),
        FileKey::ArticleJson(locale, identity) => article_json::path(site, locale, identity),
        FileKey::ArticleMarkdown(locale, identity) => article_markdown::path(site, locale, identity),
        FileKey::Search(locale, script) => search::path(site, locale, script),
    }
}

/// What is in a file.
///
/// # Errors
/// A message bundle without a message that the embedded ones have.
pub fn bytes(site: &Site<'_>, key: FileKey) -> Result<Vec<u8>> {
    let bytes = match key {
        FileKey::Robots => Ok(robots_txt::bytes(site)),
        FileKey::Redirects => Ok(hosting::redirects(site)),
        FileKey::StaticWebApp => hosting::static_web_app(site),
        FileKey::Help => help::bytes(site),
        FileKey::LlmsIndex => llms::index_bytes(site),
        FileKey::LlmsFullIndex => llms::full_index_bytes(site),
        FileKey::SitemapIndex => sitemap::index_bytes(site).map_err(Into::into),
        FileKey::Sitemap(locale, number) => sitemap::bytes(site, locale, number).map_err(Into::into),
        FileKey::Feed(locale) => feed::bytes(site, locale).map_err(Into::into),
        FileKey::OpenSearch(locale) => open_search::bytes(site, locale),
        FileKey::Llms(locale) => llms::bytes(site, locale),
        FileKey::LlmsFull(locale, number) => llms_full::bytes(site, locale, number),
        FileKey::Ids(locale) => ids::bytes(site, locale),
        FileKey::ArticleJson(locale, identity) => article_json::bytes(site, locale, identity),
        FileKey::ArticleMarkdown(locale, identity) => article_markdown::bytes(site, locale, identity),
        FileKey::Search(locale, script) => search::bytes(site, locale, script),
    };
    bytes.with_context(|| format!("cannot write {}", path(site, key)))
}
