//! `/xx/<path>/index.json` (`[api] articles = true`): an article as data, for help that is shown inside a product.
//!
//! ```json
//! {"id": "reset", "lang": "he-IL", "dir": "rtl", "title": "…", "description": "…",
//!  "url": "https://help.example.com/he-il/reset/", "html": "<p>…</p>",
//!  "custom_ids": ["9357"], "date": "2026-03-08", "translation_type": "machine", "state": "outdated", "fallback": false,
//!  "notices": [{"kind": "machine", "text": "…"}, {"kind": "outdated", "text": "…"}],
//!  "section": {"title": "…", "url": "https://help.example.com/he-il/account/"},
//!  "related": [{"title": "…", "lang": "he-IL", "url": "https://help.example.com/he-il/email/"}],
//!  "translations": [{"lang": "en-US", "url": "https://help.example.com/en-us/reset/"}]}
//! ```
//!
//! Every field is always there; `description`, `date`, `translation_type` (`human`, `machine`) and `section` may be `null`.
//! `state` is that of the translation that the folder's locale should have, `missing` where the article is a `fallback` in another
//! language; `notices` say the same to readers, in theirs.
//! `lang` is the language of title and text: not that of the folder where the article is a fallback. `html` is the
//! body without its title, safe to show, with the classes of coloured code; its links and pictures are relative to the
//! folder of this file. `url` is the page in this folder, absolute with `[site] base_url`, else root-relative.
//! `translations` are all locales that have the article in their own language, this one too.

use anyhow::Result;
use serde::Serialize;

use crate::catalog::{IdentityIndex, LocaleIndex};
use crate::front_matter::TranslationType;
use crate::messages::Arg;
use crate::render::feedback::state;
use crate::render::host::Headings;
use crate::render::href::From;
use crate::render::links::RELATED;
use crate::render::prepare::description;
use crate::render::rendered_article::RenderedArticle;
use crate::render::site::Site;
use crate::theme::context;

#[derive(Debug, Serialize)]
struct ArticleJson<'a> {
    id: &'a str,
    lang: &'a str,
    dir: &'a str,
    title: &'a str,
    description: Option<String>,
    url: String,
    html: &'a str,
    custom_ids: Vec<&'a str>,
    date: Option<&'a str>,
    translation_type: Option<&'static str>,
    state: &'static str,
    fallback: bool,
    notices: Vec<Notice>,
    section: Option<Section<'a>>,
    related: Vec<Related<'a>>,
    translations: Vec<Translation<'a>>,
}

#[derive(Debug, Serialize)]
struct Notice {
    kind: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct Section<'a> {
    title: &'a str,
    url: String,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    title: &'a str,
    lang: &'a str,
    url: String,
}

#[derive(Debug, Serialize)]
struct Translation<'a> {
    lang: &'a str,
    url: String,
}

/// `he-il/reset/index.json`.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> String {
    format!("{}index.json", site.article_folder(locale, identity))
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> Result<Vec<u8>> {
    let Some(index) = site.catalog.shown(identity, locale) else {
        anyhow::bail!("the article has no page in this locale");
    };
    let article = &site.catalog.articles[index];
    let folder = site.article_folder(locale, identity);
    let from = From::Folder(folder.clone());
    let rendered = RenderedArticle::new(site, index, locale, &from, Headings::Plain);
    let shown = rendered.context();
    let made_by = article.file.front_matter.translation_type.as_ref().map(|made| made.value);
    let known = &site.catalog.identities[identity];
    let own = site.catalog.published().filter(|&locale| known.translations[locale].is_some());
    let json = ArticleJson {
        id: &known.id,
        lang: shown.language.tag,
        dir: shown.language.dir,
        title: &article.title,
        description: description(article),
        url: site.address(&folder),
        html: shown.body,
        custom_ids: shown.custom_ids.iter().map(|id| id.id).collect(),
        date: shown.date.map(|date| date.iso),
        translation_type: made_by.map(|made| match made {
            TranslationType::Human => "human",
            TranslationType::Machine => "machine",
        }),
        state: state(site, index, locale),
        fallback: article.locale != locale,
        notices: notices(site, locale, shown.notices)?,
        section: section(site, locale, identity),
        related: related(site, locale, identity),
        translations: own
            .map(|locale| Translation {
                lang: site.tag(locale).tag(),
                url: site.address(&site.article_folder(locale, identity)),
            })
            .collect(),
    };
    Ok(serde_json::to_vec(&json)?)
}

/// What the reader should know, in the words of the page.
fn notices(site: &Site<'_>, reader: LocaleIndex, notices: &[context::Notice<'_>]) -> Result<Vec<Notice>> {
    let bundle = &site.locale(reader).bundle;
    let said = |notice: &context::Notice<'_>| {
        let language = notice.language.map_or("", |language| language.name);
        let text = bundle.text(&format!("notice-{}", notice.kind), &[("language", Arg::Text(language))])?;
        Ok(Notice { kind: notice.kind, text: text.text })
    };
    notices.iter().map(said).collect()
}

/// The innermost section that the article stands in.
fn section<'a>(site: &'a Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> Option<Section<'a>> {
    let (_, section) = site.locale(locale).sections.of(identity)?;
    Some(Section { title: &section.title, url: site.address(&site.section_folder(locale, &section.url)) })
}

fn related<'a>(site: &'a Site<'_>, locale: LocaleIndex, identity: IdentityIndex) -> Vec<Related<'a>> {
    let related = site.catalog.related(identity, site.related(identity), locale, RELATED).into_iter();
    let one = |other: IdentityIndex| {
        let article = &site.catalog.articles[site.catalog.shown(other, locale)?];
        let url = site.address(&site.article_folder(locale, other));
        Some(Related { title: &article.title, lang: site.tag(article.locale).tag(), url })
    };
    related.filter_map(one).collect()
}
