//! The page of a section that no article is the page of: its sections, its articles.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::theme::{Body, Template, context};

use super::frame::{self, Frame};
use super::href::From;
use super::list::links;
use super::sections::Section;
use super::site::Site;
use super::{PageKey, folder, robots};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, number: usize) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let section = &prepared.sections.all[number];
    let from = From::Folder(folder(site, PageKey::Section(locale, number)));
    let home = prepared.bundle.text("home", &[])?.text;
    let articles = links(site, &from, locale, section.articles.iter().map(|&entry| prepared.listed[entry]));
    let below = section_links(site, &from, locale, &section.below);
    let mut frame = Frame::new("section", locale, from.clone(), &section.title);
    frame.text_locale = section.title_locale;
    frame.canonical = Some(site.address(&folder(site, PageKey::Section(locale, number))));
    frame.robots = robots::rule(site, PageKey::Section(locale, number));
    frame.languages = frame::languages_of_all(site, &from, Some(locale), |other| {
        let has = site.locale(other).sections.at(&section.url).is_some();
        if has { site.section_folder(other, &section.url) } else { site.home_folder(other) }
    });
    frame.breadcrumbs =
        frame::breadcrumbs(site, &from, locale, &home, &prepared.sections.path_above(section));
    let language = foreign(site, locale, section);
    let body = context::List { articles: &articles, sections: &below, pages: &[], language };
    frame.render(site, Template::List, Body::List(&body))
}

/// Links to sections, as a list of a page shows them.
pub(super) fn section_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    sections: &[usize],
) -> Vec<context::Section<'a>> {
    let link = |&section: &usize| {
        let section = &site.locale(locale).sections.all[section];
        context::Section {
            title: &section.title,
            href: from.page(&site.section_folder(locale, &section.url), site.options.links),
            count: section.count,
            language: foreign(site, locale, section),
        }
    };
    sections.iter().map(link).collect()
}

/// The language of a section's title, where it is another one than the interface's.
pub(super) fn foreign<'a>(
    site: &'a Site<'_>,
    locale: LocaleIndex,
    section: &Section,
) -> Option<context::LanguageRef<'a>> {
    (section.title_locale != locale).then(|| site.language(section.title_locale))
}
