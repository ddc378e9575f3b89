//! `/xx/all/`: every article of a locale in collation order, page by page; and the lines lists are made of.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::messages::Arg;
use crate::theme::{Body, Template, context};

use super::frame::{self, Frame};
use super::href::From;
use super::site::{Listed, Site};
use super::{PageKey, folder};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, number: usize) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let from = From::Folder(folder(site, PageKey::List(locale, number)));
    let all = prepared.bundle.text("all-articles", &[])?.text;
    let title = match number {
        1 => all.to_string(),
        _ => {
            let number = i64::try_from(number)?;
            let args = [("title", Arg::Text(&all)), ("number", Arg::Number(number))];
            prepared.bundle.text("page-title-number", &args)?.text.to_string()
        }
    };
    let range = prepared.lists.get(number - 1).cloned().unwrap_or(0..prepared.listed.len());
    let articles = links(site, &from, locale, prepared.listed[range].iter().copied());
    let home = prepared.bundle.text("home", &[])?.text;
    let mut frame = Frame::new("list", locale, from.clone(), &title);
    frame.canonical = Some(site.address(&folder(site, PageKey::List(locale, number))));
    frame.languages = frame::languages_of_all(site, &from, Some(locale), |locale| {
        // Another locale may have fewer pages, or none: the first page, or its home.
        let has_list = !site.locale(locale).lists.is_empty();
        if has_list { folder(site, PageKey::List(locale, 1)) } else { site.home_folder(locale) }
    });
    frame.breadcrumbs = frame::breadcrumbs(site, &from, locale, &home, &[]);
    let pages = list_links(site, &from, locale, Some(number));
    let body = context::List { articles: &articles, sections: &[], pages: &pages, language: None };
    frame.render(site, Template::List, Body::List(&body))
}

/// Lines of a list of articles; titles in another language say so.
pub(super) fn links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    listed: impl Iterator<Item = Listed>,
) -> Vec<context::ArticleLink<'a>> {
    let link = |entry: Listed| {
        let article = &site.catalog.articles[entry.article];
        context::ArticleLink {
            title: &article.title,
            detail: site.detail(locale, entry.identity),
            href: from.page(&site.article_folder(locale, entry.identity), site.options.links),
            language: (article.locale != locale).then(|| site.language(article.locale)),
        }
    };
    listed.map(link).collect()
}

/// Links to the pages of the list of all articles.
pub(super) fn list_links<'a>(
    site: &'a Site<'_>,
    from: &From,
    locale: LocaleIndex,
    current: Option<usize>,
) -> Vec<context::ListLink<'a>> {
    let prepared = site.locale(locale);
    let title = |at: usize| site.catalog.articles[prepared.listed[at].article].title.as_str();
    let link = |(index, range): (usize, &std::ops::Range<usize>)| context::ListLink {
        number: index + 1,
        href: from.page(&folder(site, PageKey::List(locale, index + 1)), site.options.links),
        first: title(range.start),
        last: title(range.end - 1),
        current: (current == Some(index + 1)).then_some("page"),
    };
    prepared.lists.iter().enumerate().map(link).collect()
}
