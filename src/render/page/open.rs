//! The page of a custom ID, `/open/9357/`: its articles in every locale. A script sends the reader on; without scripts the
//! page is a list to choose from.

use anyhow::Result;

use crate::catalog::IdentityIndex;
use crate::messages::Arg;
use crate::render::frame::Frame;
use crate::render::href::From;
use crate::render::prepare::{CustomIdPage, headline};
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

pub(super) fn render(site: &Site<'_>, page: &CustomIdPage) -> Result<Vec<u8>> {
    let locale = site.catalog.default;
    let from = From::Folder(page.folder.clone());
    let id = page.ids.join(", ");
    let title = site.locale(locale).bundle.text("open-title", &[("id", Arg::Text(&id))])?.text;
    let articles: Vec<_> =
        page.identities.iter().filter_map(|&identity| article(site, &from, identity)).collect();
    let mut frame = Frame::new("open", locale, from, &title);
    frame.robots = Some("noindex".into());
    frame.render(site, Template::Open, Body::Open(&context::Open { id: &id, articles: &articles }))
}

fn article<'a>(site: &'a Site<'_>, from: &From, identity: IdentityIndex) -> Option<context::OpenArticle<'a>> {
    let headline = &site.catalog.articles[headline(site.catalog, identity)?];
    let mut translations = Vec::new();
    let mut fallbacks = Vec::new();
    for &locale in site.switcher() {
        let Some(shown) = site.catalog.shown(identity, locale) else { continue };
        let shown = &site.catalog.articles[shown];
        let href = from.page(&site.article_folder(locale, identity), site.options.links);
        let language = site.language(locale);
        if shown.locale == locale {
            translations.push(context::Translation { title: &shown.title, language, href });
        } else {
            fallbacks.push(context::LanguageLink { language, href, current: None });
        }
    }
    Some(context::OpenArticle {
        title: &headline.title,
        detail: site.detail(site.catalog.default, identity),
        language: site.language(headline.locale),
        translations,
        fallbacks,
    })
}
