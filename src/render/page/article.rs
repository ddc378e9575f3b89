//! The page of an article.

use anyhow::Result;

use crate::catalog::{Article, IdentityIndex, LocaleIndex};
use crate::render::feedback::Addresses;
use crate::render::frame::{self, Frame};
use crate::render::host::Headings;
use crate::render::href::{From, encode_path};
use crate::render::links::{RELATED, article_links, section_links, toc_links};
use crate::render::plan::PageKey;
use crate::render::prepare::Listed;
use crate::render::rendered_article::RenderedArticle;
use crate::render::site::Site;
use crate::render::source_text::SourceText;
use crate::render::translated::Translated;
use crate::render::{json_ld, robots};
use crate::theme::{Body, Template, context};

/// A section shows all its articles beside each of them where they are no more than this, and their titles and addresses
/// no longer.
const WHOLE_SECTION: usize = 60;
const WHOLE_SECTION_BYTES: usize = 2 << 10;

/// Of a larger section so many are shown, the nearest in reading order.
const NEAREST: usize = 10;

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, translated: &Translated) -> Result<Vec<u8>> {
    let identity = translated.identity;
    let Some(shown) = site.catalog.shown(identity, locale) else {
        anyhow::bail!("the article has no page in this locale");
    };
    let article = &site.catalog.articles[shown];
    let from = From::Folder(site.article_folder(locale, identity));
    let source = SourceText::new(site, article, shown);
    let mut rendered = RenderedArticle::new(site, shown, locale, &from, Headings::Linked);
    let is_own = article.locale == locale;
    let home = site.locale(locale).bundle.text("home", &[])?.text;
    let sections = site.locale(locale).sections.path_of(identity);
    // Before the source stands under the blocks: it is not what the article says.
    let seen = json_ld::Shown {
        title_html: &rendered.title_html,
        body: &rendered.body,
        home: &home,
        sections: &sections,
    };
    let json_ld = is_own.then(|| json_ld::text(site, shown, seen)).transpose()?;
    if let Some(source) = &source {
        rendered.add_source(site, source, locale, &from);
    }
    let further = FurtherReading::new(site, article, locale, &from);
    let edit = edit(site, article);
    let addresses = Addresses::new(site, locale, shown);
    let description = rendered.description();
    let mut frame = Frame::new("article", locale, from.clone(), &article.title);
    frame.detail = site.locale(locale).title_details.get(&identity).map(String::as_str);
    frame.description = description.as_deref();
    frame.canonical = Some(site.address(&site.article_folder(article.locale, identity)));
    frame.robots = robots::rule(site, PageKey::Article(locale, identity));
    frame.text_locale = article.locale;
    frame.ready = Some(translated.of_page(site, &from, locale, shown)?);
    frame.breadcrumbs = frame::breadcrumbs(site, &from, locale, &home, &sections);
    let body = context::Article {
        sections: &further.sections,
        articles: &further.articles,
        previous: further.previous,
        next: further.next,
        related: &further.related,
        section: further.section,
        edit: edit.as_deref(),
        feedback: addresses.feedback(),
        contact: addresses.contact(),
        json_ld: json_ld.as_deref(),
        ..rendered.context()
    };
    frame.render(site, Template::Article, Body::Article(&body))
}

/// Where the article can be changed.
fn edit(site: &Site<'_>, article: &Article) -> Option<String> {
    let template = site.options.edit.as_deref()?;
    Some(template.replace("{path}", &encode_path(&article.file.path)))
}

/// What leads on from the page: the section it heads, its neighbours, what is related.
#[derive(Default)]
struct FurtherReading<'a> {
    sections: Vec<context::Section<'a>>,
    articles: Vec<context::ArticleLink<'a>>,
    previous: Option<context::ArticleLink<'a>>,
    next: Option<context::ArticleLink<'a>>,
    related: Vec<context::ArticleLink<'a>>,
    section: Option<context::SectionArticles<'a>>,
}

impl<'a> FurtherReading<'a> {
    fn new(site: &'a Site<'_>, article: &Article, reader: LocaleIndex, from: &From) -> Self {
        let identity = article.identity;
        let mut further = Self::default();
        let prepared = site.locale(reader);
        if let Some(section) = prepared.sections.headed_by(site.catalog, identity) {
            let listed = section.articles.iter().map(|&entry| prepared.listed[entry]);
            further.articles = toc_links(site, from, reader, listed);
            further.sections = section_links(site, from, reader, &section.below);
        } else {
            further.section = section_articles(site, identity, reader, from);
        }
        let navigation = &site.catalog.navigation;
        let has_page = |other| site.catalog.shown(other, reader).is_some();
        let link =
            |other: Option<IdentityIndex>| toc_links(site, from, reader, listed(site, reader, other)).pop();
        further.previous = link(navigation.previous(identity, has_page));
        further.next = link(navigation.next(identity, has_page));
        // The articles of a section are related to its page anyway.
        if further.articles.is_empty() {
            let related = site.catalog.related(identity, site.related(identity), reader, RELATED);
            further.related = article_links(site, from, reader, listed(site, reader, related));
        }
        further
    }
}

/// The section that an article stands in, and its articles: all, or the nearest of many.
fn section_articles<'a>(
    site: &'a Site<'_>,
    identity: IdentityIndex,
    reader: LocaleIndex,
    from: &From,
) -> Option<context::SectionArticles<'a>> {
    let prepared = site.locale(reader);
    let (number, section) = prepared.sections.of(identity)?;
    let place = section.articles.iter().position(|&entry| prepared.listed[entry].identity == identity)?;
    let bytes = |&entry: &usize| {
        let Listed { article, identity, .. } = prepared.listed[entry];
        site.catalog.articles[article].title.len() + site.catalog.identities[identity].url.len()
    };
    let count = section.articles.len();
    let is_whole =
        count <= WHOLE_SECTION && section.articles.iter().map(bytes).sum::<usize>() <= WHOLE_SECTION_BYTES;
    let start =
        if is_whole { 0 } else { place.saturating_sub(NEAREST / 2).min(count.saturating_sub(NEAREST)) };
    let shown = section.articles.iter().skip(start).take(if is_whole { count } else { NEAREST });
    let articles = toc_links(site, from, reader, shown.map(|&entry| prepared.listed[entry]));
    if articles.len() < 2 {
        return None;
    }
    let section = section_links(site, from, reader, &[number]).pop()?;
    Some(context::SectionArticles { section, articles, current: place - start })
}

/// Articles as lines of a list: those that readers of the locale can open.
fn listed<'a>(
    site: &'a Site<'_>,
    reader: LocaleIndex,
    articles: impl IntoIterator<Item = IdentityIndex> + 'a,
) -> impl Iterator<Item = Listed> + 'a {
    articles.into_iter().filter_map(move |identity| {
        let article = site.catalog.shown(identity, reader)?;
        Some(Listed { identity, article, is_index: false })
    })
}
