//! The page of an old URL, which redirects at once.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::frame::Frame;
use crate::render::href::From;
use crate::render::links::old_url_link;
use crate::render::plan::{PageKey, folder};
use crate::render::prepare::{Destination, OldUrl};
use crate::render::site::Site;
use crate::theme::{Body, Template, context};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, key: PageKey, old: &OldUrl) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let from = From::Folder(folder(site, key));
    let title = prepared.bundle.text("redirect-text", &[])?.text;
    let home;
    let (text, language, canonical) = match &old.to {
        Destination::Article { locale: page, article, .. } => {
            let article = &site.catalog.articles[*article];
            let language = (article.locale != locale).then(|| site.language(article.locale));
            let canonical = site.address(&site.article_folder(*page, article.identity));
            (article.title.as_str(), language, canonical)
        }
        Destination::Home(page) => {
            home = prepared.bundle.text("home", &[])?.text;
            (&*home, None, site.address(&site.home_folder(*page)))
        }
        Destination::Section(page, url) => {
            let language = (*page != locale).then(|| site.language(*page));
            let title = site.locale(*page).sections.at(url).map_or(url.as_str(), |section| &section.title);
            (title, language, site.address(&site.section_folder(*page, url)))
        }
        Destination::Made(path) => (path.trim_end_matches('/'), None, site.address(path)),
        Destination::Asset(asset) => {
            let asset = &site.catalog.assets[*asset];
            let name = asset.below.rsplit('/').next().unwrap_or(&asset.below);
            (name, None, site.address(&asset.site_path))
        }
        Destination::External(url) => (url.as_str(), None, url.clone()),
    };
    let mut frame = Frame::new("redirect", locale, from.clone(), &title);
    frame.canonical = Some(canonical);
    frame.robots = Some("noindex".into());
    let body = context::Redirect { href: old_url_link(site, old, &from), text, language };
    frame.render(site, Template::Redirect, Body::Redirect(&body))
}
