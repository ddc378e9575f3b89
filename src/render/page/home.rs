//! The home of a locale: the root index article's text, sections, articles.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::front_matter::Date;
use crate::render::frame::{self, Frame};
use crate::render::host::Headings;
use crate::render::href::From;
use crate::render::links::{article_links, letter_links, list_links, section_links};
use crate::render::notices::shown_date;
use crate::render::plan::PageKey;
use crate::render::prepare::{Listed, newest_first};
use crate::render::rendered_article::RenderedArticle;
use crate::render::robots;
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

/// So many articles a reader sees at one look: what was changed among them needs no list of its own.
const FEW: usize = 30;

/// Articles at the most that were changed last.
const NEWEST: usize = 5;

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
    let newest = newest(site, locale);
    let dates: Vec<String> = newest.iter().map(|(date, _)| long(site, locale, *date)).collect();
    let mut newest_links = article_links(site, &from, locale, newest.iter().map(|(_, entry)| *entry));
    for (link, date) in newest_links.iter_mut().zip(&dates) {
        link.detail = Some(date);
    }
    let body = context::Home {
        intro: intro.as_ref().map(RenderedArticle::context),
        featured: &article_links(site, &from, locale, prepared.featured.iter().copied()),
        newest: &newest_links,
        sections: &section_links(site, &from, locale, &prepared.sections.top),
        articles: &articles,
        count: prepared.listed.iter().filter(|entry| !entry.is_index).count(),
        lists: &lists,
        letters: &letter_links(site, &from, locale),
    };
    frame.render(site, Template::Home, Body::Home(&body))
}

/// What was changed last in the locale's own articles, by the dates that they show; none where there is nothing to choose by.
fn newest(site: &Site<'_>, locale: LocaleIndex) -> Vec<(Date, Listed)> {
    let listed = &site.locale(locale).listed;
    if listed.len() <= FEW {
        return Vec::new();
    }
    let own = listed
        .iter()
        .filter(|entry| !entry.is_index && site.catalog.articles[entry.article].locale == locale);
    let mut dated = newest_first(own.filter_map(|entry| Some((shown_date(site, entry.article)?, *entry))));
    let day = |at: usize| dated.get(at).map(|(date, _)| *date);
    if day(NEWEST).is_some() && day(NEWEST) == day(0) {
        return Vec::new();
    }
    dated.truncate(NEWEST);
    dated
}

fn long(site: &Site<'_>, locale: LocaleIndex, date: Date) -> String {
    site.tag(locale).long_date(date.year, date.month, date.day)
}
