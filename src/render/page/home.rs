//! The home of a locale: the root index article's text, sections, articles.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::frame::{self, Frame};
use crate::render::host::Headings;
use crate::render::href::From;
use crate::render::links::{article_links, list_links, section_links};
use crate::render::plan::PageKey;
use crate::render::rendered_article::RenderedArticle;
use crate::render::robots;
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let from = From::Folder(site.home_folder(locale));
    let index = robots::home_index(site, locale);
    let mut intro =
        index.map(|index| RenderedArticle::new(site, index.article, locale, &from, Headings::Linked));
    let description = intro.as_ref().and_then(RenderedArticle::description);
    let title = prepared.bundle.text("home", &[])?.text;
    let of_index = index.and_then(|index| site.catalog.articles[index.article].file.written_title());
    let title = of_index.unwrap_or(&title);
    // The name of a file is no title of a home; that of the site is.
    if let Some(intro) = intro.as_mut().filter(|_| of_index.is_none()) {
        intro.title_html.clear();
    }
    let lists = list_links(site, &from, locale, None);
    let all = prepared.listed.iter().filter(|entry| !entry.is_index);
    let articles =
        if lists.is_empty() { article_links(site, &from, locale, all.copied()) } else { Vec::new() };
    let mut frame = Frame::new("home", locale, from.clone(), title);
    frame.description = description.as_deref();
    frame.canonical = Some(site.address(&site.home_folder(locale)));
    frame.robots = robots::rule(site, PageKey::Home(locale));
    frame.alternates = frame::alternates_of_home(site, locale);
    frame.languages = frame::languages_of_all(site, &from, Some(locale), |locale| site.home_folder(locale));
    let body = context::Home {
        intro: intro.as_ref().map(RenderedArticle::context),
        sections: &section_links(site, &from, locale, &prepared.sections.top),
        articles: &articles,
        count: prepared.listed.iter().filter(|entry| !entry.is_index).count(),
        lists: &lists,
    };
    frame.render(site, Template::Home, Body::Home(&body))
}
