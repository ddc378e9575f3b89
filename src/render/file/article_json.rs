//! `/xx/<path>/index.json` (`[api] articles = true`): an article as data, for help that is shown inside a product.
//!
//! ```json
//! {"id": "reset", "lang": "he-IL", "dir": "rtl", "title": "…", "description": "…",
//!  "url": "https://help.example.com/he-il/reset/", "html": "<p>…</p>",
//!  "custom_ids": ["9357"], "date": "2026-03-08", "translation_type": "machine",
//!  "translations": [{"lang": "en-US", "url": "https://help.example.com/en-us/reset/"}]}
//! ```
//!
//! Every field is always there; `description`, `date` and `translation_type` (`human`, `machine`) may be `null`.
//! `lang` is the language of title and text: not that of the folder where the article is a fallback. `html` is the
//! body without its title, safe to show, with the classes of coloured code; its links and pictures are relative to the
//! folder of this file. `url` is the page in this folder, absolute with `[site] base_url`, else root-relative.
//! `translations` are all locales that have the article in their own language, this one too.

use anyhow::Result;
use serde::Serialize;

use crate::catalog::{IdentityIndex, LocaleIndex};
use crate::front_matter::TranslationType;
use crate::render::host::Headings;
use crate::render::href::From;
use crate::render::prepare::description;
use crate::render::rendered_article::RenderedArticle;
use crate::render::site::Site;

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
    translations: Vec<Translation<'a>>,
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
    let Some(shown) = site.catalog.shown(identity, locale) else {
        anyhow::bail!("the article has no page in this locale");
    };
    let article = &site.catalog.articles[shown];
    let folder = site.article_folder(locale, identity);
    let from = From::Folder(folder.clone());
    let rendered = RenderedArticle::new(site, shown, locale, &from, Headings::Plain);
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
        translations: own
            .map(|locale| Translation {
                lang: site.tag(locale).tag(),
                url: site.address(&site.article_folder(locale, identity)),
            })
            .collect(),
    };
    Ok(serde_json::to_vec(&json)?)
}
