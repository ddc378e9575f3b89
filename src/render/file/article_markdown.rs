//! `/xx/<path>/index.md` (`[api] markdown = true`): an article as Markdown, for programs that read no HTML.
//!
//! ```markdown
//! ---
//! title: "…"
//! lang: "he-IL"
//! canonical: "https://help.example.com/he-il/reset/"
//! state: outdated
//! translation_type: machine
//! date: 2026-03-08
//! ---
//!
//! # …
//! ```
//!
//! `canonical` is the page that search engines show, there with `[site] base_url`; `state` is that of the translation that the folder's
//! locale should have, `missing` where the article is in another language. Links are relative to the folder of the file, as on the page.

use std::fmt::Write as _;

use anyhow::Result;

use crate::catalog::{ArticleIndex, IdentityIndex, LocaleIndex};
use crate::front_matter::{TranslationType, double_quoted};
use crate::render::feedback::state;
use crate::render::host::Headings;
use crate::render::href::From;
use crate::render::markdown_text::markdown;
use crate::render::rendered_article::RenderedArticle;
use crate::render::site::Site;

/// `he-il/reset/index.md`.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> String {
    format!("{}index.md", site.article_folder(locale, identity))
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> Result<Vec<u8>> {
    let Some(index) = site.catalog.shown(identity, locale) else {
        anyhow::bail!("the article has no page in this locale");
    };
    let article = &site.catalog.articles[index];
    let from = From::Folder(site.article_folder(locale, identity));
    let rendered = RenderedArticle::new(site, index, locale, &from, Headings::Plain);
    let shown = rendered.context();
    let mut text = format!("---\ntitle: {}\n", double_quoted(&article.title));
    let _ = writeln!(text, "lang: {}", double_quoted(shown.language.tag));
    if site.options.base_url.is_some() {
        let canonical = site.address(&site.article_folder(article.locale, identity));
        let _ = writeln!(text, "canonical: {}", double_quoted(&canonical));
    }
    let _ = writeln!(text, "state: {}", state(site, index, locale));
    match article.file.front_matter.translation_type.as_ref().map(|made| made.value) {
        Some(TranslationType::Human) => text.push_str("translation_type: human\n"),
        Some(TranslationType::Machine) => text.push_str("translation_type: machine\n"),
        None => {}
    }
    if let Some(date) = shown.date {
        let _ = writeln!(text, "date: {}", date.iso);
    }
    let (title, body) = written(&rendered);
    let _ = write!(text, "---\n\n{title}");
    if !body.trim().is_empty() {
        let _ = write!(text, "\n{body}");
    }
    Ok(text.into_bytes())
}

/// The title, a heading, and the text of an article in its own language, with links relative to another folder than its own.
pub(super) fn text(
    site: &Site<'_>,
    locale: LocaleIndex,
    article: ArticleIndex,
    from: &From,
) -> (String, String) {
    written(&RenderedArticle::new(site, article, locale, from, Headings::Plain))
}

fn written(rendered: &RenderedArticle<'_>) -> (String, String) {
    let title = markdown(&format!("<h1>{}</h1>", rendered.title_html));
    (title, markdown(&rendered.body))
}
