//! The text of an article as HTML, with its contents list, notices, IDs and date. Knows no kind of page.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Article, ArticleIndex, HeadingName, LocaleIndex};
use crate::markdown::{Heading, escape, visible};
use crate::theme::context;

use super::host::{Headings, PageHost};
use super::href::From;
use super::links::custom_id_link;
use super::notices::{date, notices};
use super::prepare::description;
use super::site::Site;
use super::source_text::SourceText;

/// Headings from which on a page has a list of its contents.
const CONTENTS_FROM: usize = 3;

/// An article as HTML, with everything that its context borrows.
#[derive(Debug)]
pub(super) struct RenderedArticle<'a> {
    article: &'a Article,
    language: context::LanguageRef<'a>,
    pub(super) title_html: String,
    /// The anchor of the title heading, if there is one.
    name: Option<&'a HeadingName>,
    pub(super) body: String,
    contents: Vec<context::ContentsEntry<'a>>,
    notices: Vec<context::Notice<'a>>,
    custom_ids: Vec<context::CustomId<'a>>,
    date: Option<(String, String)>,
    /// Set where the body holds the source of its blocks.
    source: Option<&'a SourceText<'a>>,
    /// Keys of the front matter for themes that show them.
    front_matter: &'a BTreeMap<String, serde_json::Value>,
}

/// No keys, for themes that show none.
static NO_FRONT_MATTER: BTreeMap<String, serde_json::Value> = BTreeMap::new();

impl<'a> RenderedArticle<'a> {
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
            custom_ids: custom_ids(site, article, from, reader),
            date: date(site, shown, site.tag(reader)),
            source: None,
            front_matter: if site.theme.shows_front_matter() {
                &article.file.front_matter.other
            } else {
                &NO_FRONT_MATTER
            },
        }
    }

    /// The article as templates see it; what leads on from its own page is added there.
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
            sections: &[],
            articles: &[],
            previous: None,
            next: None,
            related: &[],
            section: None,
            edit: None,
            feedback: None,
            contact: None,
            json_ld: None,
            source: self.source.map(SourceText::language),
            front_matter: self.front_matter,
        }
    }

    /// Writes the body with the source under each block.
    pub(super) fn add_source(
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

    /// `description`, else the beginning of the first paragraph.
    pub(super) fn description(&self) -> Option<String> {
        description(self.article)
    }
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

fn custom_ids<'a>(
    site: &Site<'_>,
    article: &'a Article,
    from: &From,
    reader: LocaleIndex,
) -> Vec<context::CustomId<'a>> {
    let mut seen = BTreeSet::new();
    let written = article.file.front_matter.custom_ids.iter().map(|id| id.value.as_str());
    let once = written.filter(|id| seen.insert(*id));
    once.map(|id| context::CustomId { id, href: custom_id_link(site, id, from, reader) }).collect()
}
