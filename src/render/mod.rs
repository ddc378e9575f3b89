//! Catalog and theme become pages: one file a kind of page. Pure: reads and writes no disk, judges nothing.

mod article;
mod article_json;
mod chooser;
mod details;
mod feed;
pub mod file;
mod frame;
mod home;
mod host;
mod hosting;
mod href;
mod ids;
mod json_ld;
mod list;
mod llms;
mod not_found;
mod open;
mod redirect;
mod robots;
mod search;
mod section;
mod sections;
mod site;
mod sitemap;
mod source_text;
mod words;
mod xml;

use anyhow::{Context as _, Result};

use crate::catalog::{AssetIndex, Catalog, IdentityIndex, LocaleIndex};

pub use href::LinkStyle;
pub use site::{ArticleFiles, Bilingual, Kept, Options, Robots, Search, Site};
pub use words::Words;

/// What a page shows; together with the site it says everything about the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKey {
    Chooser,
    /// `/404.html`, in the default locale.
    RootNotFound,
    /// A custom ID: index into the pages of custom IDs.
    Open(usize),
    Home(LocaleIndex),
    NotFound(LocaleIndex),
    /// The list of all articles, pages counted from 1.
    List(LocaleIndex, usize),
    /// A section that no article is the page of: index into the sections of the locale.
    Section(LocaleIndex, usize),
    Article(LocaleIndex, IdentityIndex),
    /// Index into the old URLs of the locale.
    Redirect(LocaleIndex, usize),
}

impl PageKey {
    /// The locale whose folder the page is in; none for the shared root.
    pub fn locale(self) -> Option<LocaleIndex> {
        match self {
            Self::Chooser | Self::RootNotFound | Self::Open(_) => None,
            Self::Home(locale)
            | Self::NotFound(locale)
            | Self::List(locale, _)
            | Self::Section(locale, _)
            | Self::Article(locale, _)
            | Self::Redirect(locale, _) => Some(locale),
        }
    }
}

/// One file of the site.
#[derive(Debug)]
pub struct Page {
    /// Below the output folder, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Every page of the site, in the order of [`PageKey`].
pub fn plan(site: &Site<'_>) -> Vec<PageKey> {
    let mut keys = vec![PageKey::Chooser, PageKey::RootNotFound];
    keys.extend((0..site.opened.len()).map(PageKey::Open));
    for locale in site.catalog.published() {
        keys.extend(pages_of(site, locale));
        let moved = 0..site.moved(locale).len();
        keys.extend(moved.map(|number| PageKey::Redirect(locale, number)));
    }
    keys.sort();
    keys
}

/// Every page of a locale but those of old addresses.
fn pages_of(site: &Site<'_>, locale: LocaleIndex) -> impl Iterator<Item = PageKey> {
    let prepared = site.locale(locale);
    let lists = (1..=prepared.lists.len()).map(move |number| PageKey::List(locale, number));
    // Where an article is the page of a section, it is among the articles.
    let sections = prepared.sections.all.iter().enumerate().filter(|(_, section)| section.index.is_none());
    let sections = sections.map(move |(section, _)| PageKey::Section(locale, section));
    let articles = prepared.listed.iter().filter(|entry| !entry.is_index);
    let articles = articles.map(move |entry| PageKey::Article(locale, entry.identity));
    let home = [PageKey::Home(locale), PageKey::NotFound(locale)];
    home.into_iter().chain(lists).chain(sections).chain(articles)
}

/// Where a page is written, below the output folder.
pub fn path(site: &Site<'_>, key: PageKey) -> String {
    match key {
        PageKey::RootNotFound => "404.html".to_owned(),
        PageKey::NotFound(locale) => format!("{}404.html", site.home_folder(locale)),
        _ => format!("{}index.html", folder(site, key)),
    }
}

/// The folder of a page below the root, `/` at its end unless it is the root.
fn folder(site: &Site<'_>, key: PageKey) -> String {
    match key {
        PageKey::Chooser | PageKey::RootNotFound => String::new(),
        PageKey::Open(number) => site.opened[number].folder.clone(),
        PageKey::Home(locale) | PageKey::NotFound(locale) => site.home_folder(locale),
        PageKey::List(locale, 1) => format!("{}all/", site.home_folder(locale)),
        PageKey::List(locale, number) => format!("{}all/{number}/", site.home_folder(locale)),
        PageKey::Section(locale, section) => {
            site.section_folder(locale, &site.locale(locale).sections.all[section].url)
        }
        PageKey::Article(locale, identity) => site.article_folder(locale, identity),
        PageKey::Redirect(locale, number) => {
            format!("{}{}/", site.home_folder(locale), site.moved(locale)[number].url)
        }
    }
}

/// Renders one page.
///
/// # Errors
/// A template that does not fit its context: the message names file, line and page.
pub fn page(site: &Site<'_>, key: PageKey) -> Result<Page> {
    let path = path(site, key);
    let bytes = match key {
        PageKey::Chooser => chooser::render(site),
        PageKey::RootNotFound => not_found::render(site, site.catalog.default, key),
        PageKey::Open(number) => open::render(site, &site.opened[number]),
        PageKey::NotFound(locale) => not_found::render(site, locale, key),
        PageKey::Home(locale) => home::render(site, locale),
        PageKey::List(locale, number) => list::render(site, locale, number),
        PageKey::Section(locale, section) => section::render(site, locale, section),
        PageKey::Article(locale, identity) => article::render(site, locale, identity),
        PageKey::Redirect(locale, number) => redirect::render(site, locale, number),
    };
    Ok(Page { bytes: bytes.with_context(|| format!("cannot render {path}"))?, path })
}

/// The assets that articles show or link and redirects lead to, as indices into [`Catalog::assets`], each once.
pub fn used_assets(catalog: &Catalog) -> Vec<AssetIndex> {
    let mut used = redirect::assets(catalog);
    used.extend(host::used_assets(catalog));
    used.into_iter().collect()
}
