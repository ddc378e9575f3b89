//! The page of a section that no article is the page of: its sections, its articles.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::frame::{self, Frame};
use crate::render::href::From;
use crate::render::links::{foreign, section_links, toc_links};
use crate::render::plan::{PageKey, folder};
use crate::render::robots;
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, number: usize) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let section = &prepared.sections.all[number];
    let from = From::Folder(folder(site, PageKey::Section(locale, number)));
    let home = prepared.bundle.text("home", &[])?.text;
    let articles =
        toc_links(site, &from, locale, section.articles.iter().map(|&entry| prepared.listed[entry]));
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
    let body = context::List {
        articles: &articles,
        groups: &[],
        letters: &[],
        sections: &below,
        pages: &[],
        language,
    };
    frame.render(site, Template::List, Body::List(&body))
}
