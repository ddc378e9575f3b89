//! `/xx/all/`: every article of a locale in collation order, page by page.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::messages::Arg;
use crate::render::frame::{self, Frame};
use crate::render::href::From;
use crate::render::links::{article_links, letter_id, letter_links, list_links};
use crate::render::plan::{PageKey, folder};
use crate::render::prepare::Letter;
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

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
    let articles = article_links(site, &from, locale, prepared.listed[range.clone()].iter().copied());
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
    let groups = groups(&prepared.letters, range.start, &articles);
    let body = context::List {
        articles: if groups.is_empty() { &articles } else { &[] },
        groups: &groups,
        letters: &letter_links(site, &from, locale),
        sections: &[],
        pages: &pages,
        language: None,
    };
    frame.render(site, Template::List, Body::List(&body))
}

/// The articles of the page that begins at `start`, by the letters of the list.
fn groups<'a>(
    letters: &'a [Letter],
    start: usize,
    articles: &'a [context::ArticleLink<'a>],
) -> Vec<context::LetterGroup<'a>> {
    let ends = letters.iter().skip(1).map(|letter| letter.start).chain([usize::MAX]);
    let group = |((number, letter), end): ((usize, &'a Letter), usize)| {
        let on_page = |at: usize| at.saturating_sub(start).min(articles.len());
        let articles = &articles[on_page(letter.start)..on_page(end)];
        (!articles.is_empty()).then(|| context::LetterGroup {
            label: &letter.label,
            id: letter_id(number),
            articles,
        })
    };
    letters.iter().enumerate().zip(ends).filter_map(group).collect()
}
