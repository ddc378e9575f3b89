//! The page of an article, and the text of an index article on the page it heads.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::catalog::{Article, ArticleIndex, HeadingName, IdentityIndex, LocaleIndex};
use crate::front_matter::{Date, TranslationType};
use crate::locale::Locale;
use crate::markdown::{BlockKind, Document, Heading, escape, visible};
use crate::theme::{Body, Template, context};
use crate::translation::State;

use super::frame::{self, Frame};
use super::host::{Headings, PageHost};
use super::href::From;
use super::list::links;
use super::section::section_links;
use super::site::{Listed, Site};
use super::source_text::SourceText;
use super::{PageKey, json_ld, open, robots};

/// Headings from which on a page has a list of its contents.
const CONTENTS_FROM: usize = 3;

/// Related articles at the most.
const RELATED: usize = 5;

/// Characters of a description at the most.
const DESCRIPTION: usize = 160;

/// An article written out, with everything that its context borrows.
#[derive(Debug)]
pub(super) struct Written<'a> {
    article: &'a Article,
    language: context::LanguageRef<'a>,
    title_html: String,
    /// What the title heading is called, if there is one.
    name: Option<&'a HeadingName>,
    body: String,
    contents: Vec<context::ContentsEntry<'a>>,
    notices: Vec<context::Notice<'a>>,
    custom_ids: Vec<context::CustomId<'a>>,
    date: Option<(String, String)>,
    sections: Vec<context::Section<'a>>,
    articles: Vec<context::ArticleLink<'a>>,
    previous: Option<context::ArticleLink<'a>>,
    next: Option<context::ArticleLink<'a>>,
    related: Vec<context::ArticleLink<'a>>,
    /// Where the article can be changed.
    edit: Option<String>,
    json_ld: Option<String>,
    /// Set where the body holds the source of its blocks.
    source: Option<&'a SourceText<'a>>,
    /// Keys of the front matter for themes that show them.
    front_matter: &'a BTreeMap<String, serde_json::Value>,
}

/// No keys, for themes that show none.
static NO_KEYS: BTreeMap<String, serde_json::Value> = BTreeMap::new();

impl<'a> Written<'a> {
    pub(super) fn new(
        site: &'a Site<'a>,
        shown: ArticleIndex,
        reader: LocaleIndex,
        from: &'a From,
        headings: Headings,
    ) -> Self {
        let article = &site.catalog.articles[shown];
        let document = &article.file.document;
        let host = PageHost { headings, ..PageHost::new(site, article, reader, from) };
        let mut title_html = String::new();
        document.write_title(&host, &mut title_html);
        // A heading in which nothing is left to see.
        if !title_html.contains("<img") && visible::line(&title_html).is_empty() {
            title_html.clear();
            escape::text(&mut title_html, &article.title);
        }
        let is_title =
            |heading: &Heading| document.title_heading().is_some_and(|title| std::ptr::eq(title, heading));
        let name = document.headings.iter().position(is_title).and_then(|title| article.headings.get(title));
        let mut body = String::with_capacity(document.text.len() * 2);
        document.write_body(&host, &mut body);
        Self {
            article,
            language: site.language(article.locale),
            title_html,
            name,
            body,
            contents: contents(article),
            notices: notices(site, shown, reader, from),
            custom_ids: custom_ids(site, article, from),
            date: date(site, shown, site.tag(reader)),
            sections: Vec::new(),
            articles: Vec::new(),
            previous: None,
            next: None,
            related: Vec::new(),
            edit: None,
            json_ld: None,
            source: None,
            front_matter: if site.theme.shows_front_matter() {
                &article.file.front_matter.other
            } else {
                &NO_KEYS
            },
        }
    }

    pub(super) fn context(&self) -> context::Article<'_> {
        context::Article {
            language: self.language,
            title_html: &self.title_html,
            id: self.name.map(|name| &*name.id),
            alias: self.name.and_then(|name| name.alias.as_deref()),
            body: &self.body,
            contents: &self.contents,
            notices: &self.notices,
            custom_ids: &self.custom_ids,
            date: self.date.as_ref().map(|(iso, text)| context::DateText { iso, text }),
            sections: &self.sections,
            articles: &self.articles,
            previous: self.previous.clone(),
            next: self.next.clone(),
            related: &self.related,
            edit: self.edit.as_deref(),
            json_ld: self.json_ld.as_deref(),
            source: self.source.map(SourceText::language),
            front_matter: self.front_matter,
        }
    }

    /// Writes the body with the source under each block.
    fn add_source(
        &mut self,
        site: &'a Site<'a>,
        source: &'a SourceText<'a>,
        reader: LocaleIndex,
        from: &'a From,
    ) {
        let host = PageHost {
            headings: Headings::Linked,
            source: Some(source),
            ..PageHost::new(site, self.article, reader, from)
        };
        self.body.clear();
        self.article.file.document.write_body(&host, &mut self.body);
        self.source = Some(source);
    }

    /// Adds what leads on from the article's own page: its section, its neighbours, what is related.
    fn lead_on(&mut self, site: &'a Site<'a>, reader: LocaleIndex, from: &From) {
        let identity = self.article.identity;
        let prepared = site.locale(reader);
        if let Some(section) = prepared.sections.headed_by(site.catalog, identity) {
            let listed = section.articles.iter().map(|&entry| prepared.listed[entry]);
            self.articles = links(site, from, reader, listed);
            self.sections = section_links(site, from, reader, &section.below);
        }
        let edit = site.options.edit.as_deref();
        let path = super::href::encode_path(&self.article.file.path);
        self.edit = edit.map(|template| template.replace("{path}", &path));
        let navigation = &site.catalog.navigation;
        let has_page = |other| site.catalog.shown(other, reader).is_some();
        let link =
            |other: Option<IdentityIndex>| links(site, from, reader, listed(site, reader, other)).pop();
        self.previous = link(navigation.previous(identity, has_page));
        self.next = link(navigation.next(identity, has_page));
        // What a section holds is what is related to its page.
        if self.articles.is_empty() {
            let related = site.catalog.related(identity, site.kin(identity), reader, RELATED);
            self.related = links(site, from, reader, listed(site, reader, related));
        }
    }

    /// `description`, else the beginning of the first paragraph.
    pub(super) fn description(&self) -> Option<String> {
        description(self.article)
    }
}

/// `description`, else the beginning of the first paragraph.
pub(super) fn description(article: &Article) -> Option<String> {
    let written = article.file.front_matter.description.as_ref().map(|text| text.value.trim());
    let written = written.filter(|text| !text.is_empty()).map(str::to_owned);
    written.or_else(|| excerpt(&article.file.document))
}

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> Result<Vec<u8>> {
    let Some(shown) = site.catalog.shown(identity, locale) else {
        anyhow::bail!("the article has no page in this locale");
    };
    let article = &site.catalog.articles[shown];
    let from = From::Folder(site.article_folder(locale, identity));
    let source = SourceText::new(site, article, shown);
    let mut written = Written::new(site, shown, locale, &from, Headings::Linked);
    let is_fallback = article.locale != locale;
    if !is_fallback {
        // Before the source stands under the blocks: it is not what the article says.
        written.json_ld = Some(json_ld::text(site, shown, &written.title_html, &written.body)?);
    }
    if let Some(source) = &source {
        written.add_source(site, source, locale, &from);
    }
    written.lead_on(site, locale, &from);
    let description = written.description();
    let home = site.locale(locale).bundle.text("home", &[])?.text;
    let mut frame = Frame::new("article", locale, from.clone(), &article.title);
    frame.description = description.as_deref();
    frame.canonical = Some(site.address(&site.article_folder(article.locale, identity)));
    frame.robots = robots::rule(site, PageKey::Article(locale, identity));
    frame.text_locale = article.locale;
    if !is_fallback {
        frame.alternates = frame::alternates_of_article(site, identity, shown);
    }
    frame.languages = frame::languages_of_article(site, &from, locale, identity);
    let sections = site.locale(locale).sections.path_of(identity);
    frame.breadcrumbs = frame::breadcrumbs(site, &from, locale, &home, &sections);
    frame.render(site, Template::Article, Body::Article(&written.context()))
}

/// Headings of level 2 and 3, where there are enough of them.
fn contents(article: &Article) -> Vec<context::ContentsEntry<'_>> {
    let headings = article.file.document.headings.iter().zip(&article.headings);
    let entries: Vec<_> = headings
        .filter(|(heading, _)| matches!(heading.level, 2 | 3) && !heading.text.trim().is_empty())
        .map(|(heading, name)| context::ContentsEntry {
            id: &name.id,
            text: heading.text.trim(),
            level: heading.level,
        })
        .collect();
    if entries.len() < CONTENTS_FROM { Vec::new() } else { entries }
}

fn custom_ids<'a>(site: &Site<'_>, article: &'a Article, from: &From) -> Vec<context::CustomId<'a>> {
    let mut seen = BTreeSet::new();
    let written = article.file.front_matter.custom_ids.iter().map(|id| id.value.as_str());
    let once = written.filter(|id| seen.insert(*id));
    once.map(|id| context::CustomId { id, href: open::list_href(site, id, from) }).collect()
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

/// The date that readers see. That of a translation is copied from its original: where the original has changed since,
/// it says nothing of this text, and the date of the translation stands for it.
pub(super) fn shown_date(site: &Site<'_>, shown: ArticleIndex) -> Option<Date> {
    let front_matter = &site.catalog.articles[shown].file.front_matter;
    let date = match site.translations.state(shown) {
        State::Outdated { .. } => &front_matter.translated,
        _ => &front_matter.date,
    };
    date.as_ref().map(|date| date.value)
}

fn date(site: &Site<'_>, shown: ArticleIndex, reader: &Locale) -> Option<(String, String)> {
    let date = shown_date(site, shown)?;
    Some((date.iso(), reader.long_date(date.year, date.month, date.day)))
}

/// What the reader should know: that the text is in another language, that a machine wrote it, that the original has
/// changed since.
fn notices<'a>(
    site: &'a Site<'_>,
    shown: ArticleIndex,
    reader: LocaleIndex,
    from: &From,
) -> Vec<context::Notice<'a>> {
    let article = &site.catalog.articles[shown];
    let mut notices = Vec::new();
    if article.locale != reader {
        // The text may itself be a translation: then its page is not the original.
        let is_original = site.catalog.source.is_none_or(|source| source == article.locale);
        let folder = site.article_folder(article.locale, article.identity);
        notices.push(context::Notice {
            kind: "fallback",
            language: Some(site.language(article.locale)),
            href: is_original.then(|| from.page(&folder, site.options.links)),
        });
    }
    let original = original(site, article, from);
    let (mut href, language) = original.map_or((None, None), |(href, language)| (Some(href), language));
    let made_by = article.file.front_matter.translation_type.as_ref().map(|made| made.value);
    if made_by == Some(TranslationType::Machine) {
        notices.push(context::Notice { kind: "machine", language, href: href.take() });
    }
    if matches!(site.translations.state(shown), State::Outdated { .. }) {
        // One link to the original is enough.
        notices.push(context::Notice { kind: "outdated", language, href });
    }
    notices
}

/// Where the article's original stands: on this site, else where the configuration says.
fn original<'a>(
    site: &'a Site<'_>,
    article: &Article,
    from: &From,
) -> Option<(String, Option<context::LanguageRef<'a>>)> {
    let catalog = site.catalog;
    let source = catalog.source.filter(|&source| source != article.locale);
    let here = source.filter(|&source| catalog.identities[article.identity].translations[source].is_some());
    if let Some(source) = here {
        let folder = site.article_folder(source, article.identity);
        return Some((from.page(&folder, site.options.links), Some(site.language(source))));
    }
    let template = site.options.original.as_deref()?;
    let path = super::href::encode_path(&catalog.identities[article.identity].url);
    let locale = source.map_or("en-us", |source| site.tag(source).slug());
    Some((
        template.replace("{locale}", locale).replace("{path}", &path),
        source.map(|source| site.language(source)),
    ))
}

/// The beginning of the first paragraph, cut between words.
fn excerpt(document: &Document) -> Option<String> {
    let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let text =
        paragraphs.map(|block| block.text.slice(&document.text).trim()).find(|text| !text.is_empty())?;
    let Some((end, _)) = text.char_indices().nth(DESCRIPTION) else {
        return Some(text.to_owned());
    };
    let cut = &text[..end];
    let cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words);
    Some(format!("{}…", cut.trim_end_matches([',', ';', ':', ' '])))
}
