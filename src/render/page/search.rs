//! `/xx/search/`: the search as a page, which `search.js` makes. Without a script it is the list of all articles.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::frame::{self, Frame};
use crate::render::href::From;
use crate::render::links::{article_links, letter_links, list_links};
use crate::render::plan::{PageKey, folder};
use crate::render::robots;
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let key = PageKey::Search(locale);
    let from = From::Folder(folder(site, key));
    let title = prepared.bundle.text("search", &[])?.text;
    let home = prepared.bundle.text("home", &[])?.text;
    let mut frame = Frame::new("search-page", locale, from.clone(), &title);
    frame.robots = robots::rule(site, key);
    frame.languages =
        frame::languages_of_all(site, &from, Some(locale), |locale| folder(site, PageKey::Search(locale)));
    frame.breadcrumbs = frame::breadcrumbs(site, &from, locale, &home, &[]);
    let pages = list_links(site, &from, locale, None);
    let listed = prepared.listed.iter().filter(|entry| !entry.is_index).copied();
    let articles = if pages.is_empty() { article_links(site, &from, locale, listed) } else { Vec::new() };
    let body = context::List {
        articles: &articles,
        groups: &[],
        letters: &letter_links(site, &from, locale),
        sections: &[],
        pages: &pages,
        language: None,
    };
    frame.render(site, Template::Search, Body::List(&body))
}
