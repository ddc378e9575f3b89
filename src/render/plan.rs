//! Which pages a site has, and where each is written. Renders nothing.

use crate::catalog::{IdentityIndex, LocaleIndex};

use super::options::Search;
use super::site::Site;

/// The URL path of the search below a locale's folder.
const SEARCH: &str = "search";

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
    /// The search as a page.
    Search(LocaleIndex),
    /// The list of all articles, pages counted from 1.
    List(LocaleIndex, usize),
    /// A section that no article is the page of: index into the sections of the locale.
    Section(LocaleIndex, usize),
    /// The articles of a custom ID that has several: index into the lists of the locale.
    CustomIdList(LocaleIndex, usize),
    Article(LocaleIndex, IdentityIndex),
    /// Index into the old URLs of the locale.
    Redirect(LocaleIndex, usize),
    /// Index into the URLs of the source without a locale.
    Unprefixed(usize),
}

impl PageKey {
    /// The locale whose folder the page is in; none for the shared root.
    pub fn locale(self) -> Option<LocaleIndex> {
        match self {
            Self::Chooser | Self::RootNotFound | Self::Open(_) | Self::Unprefixed(_) => None,
            Self::Home(locale)
            | Self::NotFound(locale)
            | Self::Search(locale)
            | Self::List(locale, _)
            | Self::Section(locale, _)
            | Self::CustomIdList(locale, _)
            | Self::Article(locale, _)
            | Self::Redirect(locale, _) => Some(locale),
        }
    }

    /// The article whose page it is.
    pub fn article(self) -> Option<IdentityIndex> {
        match self {
            Self::Article(_, identity) => Some(identity),
            _ => None,
        }
    }
}

/// Every page of the site, in the order of [`PageKey`].
pub fn plan(site: &Site<'_>) -> Vec<PageKey> {
    let mut keys = vec![PageKey::Chooser, PageKey::RootNotFound];
    keys.extend((0..site.custom_id_pages().len()).map(PageKey::Open));
    for locale in site.catalog.published() {
        keys.extend(pages_of(site, locale));
        let lists = 0..site.locale(locale).custom_id_lists.len();
        keys.extend(lists.map(|list| PageKey::CustomIdList(locale, list)));
        let old_urls = 0..site.old_urls(locale).len();
        keys.extend(old_urls.map(|number| PageKey::Redirect(locale, number)));
    }
    keys.extend((0..site.unprefixed().len()).map(PageKey::Unprefixed));
    keys.sort();
    keys
}

/// Every page of a locale but those of old addresses and of custom IDs.
pub(super) fn pages_of(site: &Site<'_>, locale: LocaleIndex) -> impl Iterator<Item = PageKey> {
    let prepared = site.locale(locale);
    let lists = (1..=prepared.lists.len()).map(move |number| PageKey::List(locale, number));
    // Where an article is the page of a section, it is among the articles.
    let sections = prepared.sections.all.iter().enumerate().filter(|(_, section)| section.index.is_none());
    let sections = sections.map(move |(section, _)| PageKey::Section(locale, section));
    let articles = prepared.listed.iter().filter(|entry| !entry.is_index);
    let articles = articles.map(move |entry| PageKey::Article(locale, entry.identity));
    let home = [PageKey::Home(locale), PageKey::NotFound(locale)];
    let search = has_search_page(site, locale).then_some(PageKey::Search(locale));
    home.into_iter().chain(search).chain(lists).chain(sections).chain(articles)
}

/// Whether the search has a page that no article or section of the locale takes the place of: there it stands in theirs.
fn has_search_page(site: &Site<'_>, locale: LocaleIndex) -> bool {
    let prepared = site.locale(locale);
    let is_taken = prepared.sections.at(SEARCH).is_some()
        || prepared.listed.iter().any(|entry| site.catalog.identities[entry.identity].url == SEARCH);
    site.options.search == Search::On && !is_taken
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
pub(super) fn folder(site: &Site<'_>, key: PageKey) -> String {
    match key {
        PageKey::Chooser | PageKey::RootNotFound => String::new(),
        PageKey::Open(number) => site.custom_id_pages()[number].folder.clone(),
        PageKey::Home(locale) | PageKey::NotFound(locale) => site.home_folder(locale),
        PageKey::Search(locale) => site.section_folder(locale, SEARCH),
        PageKey::List(locale, 1) => format!("{}all/", site.home_folder(locale)),
        PageKey::List(locale, number) => format!("{}all/{number}/", site.home_folder(locale)),
        PageKey::Section(locale, section) => {
            site.section_folder(locale, &site.locale(locale).sections.all[section].url)
        }
        PageKey::CustomIdList(locale, list) => {
            site.section_folder(locale, &site.locale(locale).custom_id_lists[list].url)
        }
        PageKey::Article(locale, identity) => site.article_folder(locale, identity),
        PageKey::Unprefixed(number) => format!("{}/", site.unprefixed()[number].url),
        PageKey::Redirect(locale, number) => {
            format!("{}{}/", site.home_folder(locale), site.old_urls(locale)[number].url)
        }
    }
}
