//! The page of a folder: the text of its index article, its sections, its articles.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::theme::{Body, Template, context};

use super::article::Written;
use super::frame::{self, Frame};
use super::href::From;
use super::list::links;
use super::site::{Section, Site};
use super::{PageKey, folder, robots};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, number: usize) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let section = &prepared.sections[number];
    let from = From::Folder(folder(site, PageKey::Section(locale, number)));
    let written = section.index.map(|index| Written::new(site, index.article, locale, &from));
    let description = written.as_ref().and_then(Written::description);
    let home = prepared.bundle.text("home", &[])?.text;
    let articles = links(site, &from, locale, section.articles.iter().map(|&entry| prepared.listed[entry]));
    let below = section_links(site, &from, locale, Some(&section.url));
    let mut frame = Frame::new("section", locale, from.clone(), &section.title);
    frame.description = description.as_deref();
    frame.canonical = Some(site.address(&folder(site, PageKey::Section(locale, number))));
    frame.robots = robots::rule(site, PageKey::Section(locale, number));
    frame.languages = frame::languages_of_all(site, &from, Some(locale), |other| {
        let has = site.locale(other).sections.iter().any(|theirs| theirs.url == section.url);
        let home = site.home_folder(other);
        if has { format!("{home}{}/", section.url) } else { home }
    });
    frame.breadcrumbs = frame::breadcrumbs(site, &from, locale, &home, &section.url);
    let intro = written.as_ref().map(Written::context);
    let body = context::List { articles: &articles, sections: &below, pages: &[], intro };
    frame.render(site, Template::List, Body::List(&body))
}

/// The sections directly below `parent`, or below the home.
pub(super) fn section_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    parent: Option<&str>,
) -> Vec<context::Section<'a>> {
    let is_below = |section: &&Section| section.url.rsplit_once('/').map(|(folder, _)| folder) == parent;
    let link = |section: &'a Section| context::Section {
        title: &section.title,
        href: from.page(&format!("{}{}/", site.home_folder(locale), section.url), site.options.links),
        count: section.count,
    };
    site.locale(locale).sections.iter().filter(is_below).map(link).collect()
}
