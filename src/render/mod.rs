//! Catalog and theme become pages: one file a kind of page. Pure: reads and writes no disk, judges nothing.

mod article;
mod chooser;
mod frame;
mod home;
mod host;
mod href;
mod list;
mod not_found;
mod section;
mod site;
mod words;

use anyhow::{Context as _, Result};

use crate::catalog::{Catalog, IdentityIndex, LocaleIndex};

pub use href::LinkStyle;
pub use site::{Options, Robots, Site};
pub use words::Words;

/// What a page shows; together with the site it says everything about the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKey {
    Chooser,
    /// `/404.html`, in the default locale.
    RootNotFound,
    Home(LocaleIndex),
    NotFound(LocaleIndex),
    /// The list of all articles, pages counted from 1.
    List(LocaleIndex, usize),
    /// Index into the sections of the locale.
    Section(LocaleIndex, usize),
    Article(LocaleIndex, IdentityIndex),
}

impl PageKey {
    /// The locale whose folder the page is in; none for the shared root.
    pub fn locale(self) -> Option<LocaleIndex> {
        match self {
            Self::Chooser | Self::RootNotFound => None,
            Self::Home(locale)
            | Self::NotFound(locale)
            | Self::List(locale, _)
            | Self::Section(locale, _)
            | Self::Article(locale, _) => Some(locale),
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
    for locale in site.catalog.published() {
        let prepared = site.locale(locale);
        keys.push(PageKey::Home(locale));
        keys.push(PageKey::NotFound(locale));
        keys.extend((1..=prepared.lists.len()).map(|number| PageKey::List(locale, number)));
        keys.extend((0..prepared.sections.len()).map(|section| PageKey::Section(locale, section)));
        let pages = prepared.listed.iter().filter(|entry| !entry.is_index);
        keys.extend(pages.map(|entry| PageKey::Article(locale, entry.identity)));
    }
    keys.sort();
    keys
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
        PageKey::Home(locale) | PageKey::NotFound(locale) => site.home_folder(locale),
        PageKey::List(locale, 1) => format!("{}all/", site.home_folder(locale)),
        PageKey::List(locale, number) => format!("{}all/{number}/", site.home_folder(locale)),
        PageKey::Section(locale, section) => {
            format!("{}{}/", site.home_folder(locale), site.locale(locale).sections[section].url)
        }
        PageKey::Article(locale, identity) => site.article_folder(locale, identity),
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
        PageKey::NotFound(locale) => not_found::render(site, locale, key),
        PageKey::Home(locale) => home::render(site, locale),
        PageKey::List(locale, number) => list::render(site, locale, number),
        PageKey::Section(locale, section) => section::render(site, locale, section),
        PageKey::Article(locale, identity) => article::render(site, locale, identity),
    };
    Ok(Page { bytes: bytes.with_context(|| format!("cannot render {path}"))?, path })
}

/// The assets that articles show or link, as indices into [`Catalog::assets`], each once.
pub fn used_assets(catalog: &Catalog) -> Vec<usize> {
    host::used_assets(catalog)
}
