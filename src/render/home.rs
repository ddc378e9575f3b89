//! The home of a locale: the root index article's text, sections, articles.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::theme::{Body, Template, context};

use super::article::Written;
use super::frame::{self, Frame};
use super::host::Headings;
use super::href::From;
use super::list::{links, list_links};
use super::section::section_links;
use super::site::Site;
use super::{PageKey, robots};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let from = From::Folder(site.home_folder(locale));
    let index = robots::home_index(site, locale);
    let written = index.map(|index| Written::new(site, index.article, locale, &from, Headings::Linked));
    let description = written.as_ref().and_then(Written::description);
    let title = prepared.bundle.text("home", &[])?.text;
    let title = index.map_or(&*title, |index| site.catalog.articles[index.article].title.as_str());
    let lists = list_links(site, &from, locale, None);
    let all = prepared.listed.iter().filter(|entry| !entry.is_index);
    let articles = if lists.is_empty() { links(site, &from, locale, all.copied()) } else { Vec::new() };
    let mut frame = Frame::new("home", locale, from.clone(), title);
    frame.description = description.as_deref();
    frame.canonical = Some(site.address(&site.home_folder(locale)));
    frame.robots = robots::rule(site, PageKey::Home(locale));
    frame.alternates = frame::alternates_of_home(site, locale);
    frame.languages = frame::languages_of_all(site, &from, Some(locale), |locale| site.home_folder(locale));
    let body = context::Home {
        intro: written.as_ref().map(Written::context),
        sections: &section_links(site, &from, locale, &prepared.sections.top),
        articles: &articles,
        count: prepared.listed.iter().filter(|entry| !entry.is_index).count(),
        lists: &lists,
    };
    frame.render(site, Template::Home, Body::Home(&body))
}
