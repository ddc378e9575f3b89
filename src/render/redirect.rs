//! Old URLs: which of them get a page in a locale, and that page, which leads on at once.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::catalog::{ArticleIndex, AssetIndex, Catalog, Fragment, LocaleIndex, RedirectIndex, Target};
use crate::theme::{Body, Template, context};

use super::frame::Frame;
use super::href::{From, encode_fragment};
use super::sections::Sections;
use super::site::{Listed, Site};
use super::{PageKey, folder};

/// An old URL of a locale and where its readers go.
#[derive(Debug)]
pub(super) struct Moved {
    /// Below the locale's folder, no slashes at its ends.
    pub(super) url: String,
    to: To,
}

#[derive(Debug)]
enum To {
    Article {
        locale: LocaleIndex,
        article: ArticleIndex,
        fragment: Option<String>,
    },
    Home(LocaleIndex),
    Section(LocaleIndex, String),
    Asset(AssetIndex),
    /// An absolute URL, percent-encoded.
    External(String),
}

/// What may not stand in an absolute URL as it is.
const URL: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'}');

/// The old URLs that no other page of the locale has, in order; without those that lead nowhere.
pub(super) fn moved(
    catalog: &Catalog,
    locale: LocaleIndex,
    listed: &[Listed],
    sections: &Sections,
) -> Vec<Moved> {
    if catalog.redirects.is_empty() {
        return Vec::new();
    }
    let articles = listed.iter().map(|entry| catalog.identities[entry.identity].url.as_str());
    let taken: BTreeSet<&str> =
        articles.chain(sections.all.iter().map(|section| section.url.as_str())).collect();
    let free = catalog.redirects_for(locale).into_iter().filter(|(url, _)| !taken.contains(url));
    free.filter_map(|(url, redirect)| {
        let resolved = catalog.follow_redirect(redirect, locale).0;
        let to = match resolved.target {
            Target::Article { locale, article } => {
                let fragment = match resolved.fragment {
                    Fragment::Found(id) => Some(id),
                    Fragment::None | Fragment::Missing(_) => None,
                };
                To::Article { locale, article, fragment }
            }
            Target::Home { locale } => To::Home(locale),
            Target::Section { locale, url } => To::Section(locale, url),
            Target::Asset(asset) => To::Asset(asset),
            Target::External(url) => To::External(utf8_percent_encode(&url, URL).to_string()),
            Target::Here | Target::Special(_) | Target::Empty | Target::NotServed(_) | Target::Missing => {
                return None;
            }
        };
        Some(Moved { url: url.to_owned(), to })
    })
    .collect()
}

/// The assets that redirects lead to.
pub(super) fn assets(catalog: &Catalog) -> BTreeSet<AssetIndex> {
    let redirects = catalog.published().flat_map(|locale| {
        let redirects: BTreeMap<&str, RedirectIndex> = catalog.redirects_for(locale);
        redirects.into_values().map(move |redirect| (locale, redirect))
    });
    let asset = |(locale, redirect)| match catalog.follow_redirect(redirect, locale).0.target {
        Target::Asset(asset) => Some(asset),
        _ => None,
    };
    redirects.filter_map(asset).collect()
}

/// Where an old URL leads, written from a page or from the root of the host.
pub(super) fn href(site: &Site<'_>, moved: &Moved, from: &From) -> String {
    match &moved.to {
        To::Article { locale, article, fragment } => {
            let identity = site.catalog.articles[*article].identity;
            let mut href = from.page(&site.article_folder(*locale, identity), site.options.links);
            if let Some(id) = fragment {
                href.push('#');
                href.push_str(&encode_fragment(id));
            }
            href
        }
        To::Home(locale) => from.page(&site.home_folder(*locale), site.options.links),
        To::Section(locale, url) => from.page(&site.section_folder(*locale, url), site.options.links),
        To::Asset(asset) => from.path(&format!("assets/{}", site.catalog.assets[*asset].name)),
        To::External(url) => url.clone(),
    }
}

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, number: usize) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let moved = &site.moved(locale)[number];
    let from = From::Folder(folder(site, PageKey::Redirect(locale, number)));
    let title = prepared.bundle.text("redirect-text", &[])?.text;
    let home;
    let (text, language, canonical) = match &moved.to {
        To::Article { locale: page, article, .. } => {
            let article = &site.catalog.articles[*article];
            let language = (article.locale != locale).then(|| site.language(article.locale));
            let canonical = site.address(&site.article_folder(*page, article.identity));
            (article.title.as_str(), language, canonical)
        }
        To::Home(page) => {
            home = prepared.bundle.text("home", &[])?.text;
            (&*home, None, site.address(&site.home_folder(*page)))
        }
        To::Section(page, url) => {
            let language = (*page != locale).then(|| site.language(*page));
            let title = site.locale(*page).sections.at(url).map_or(url.as_str(), |section| &section.title);
            (title, language, site.address(&site.section_folder(*page, url)))
        }
        To::Asset(asset) => {
            let asset = &site.catalog.assets[*asset];
            let name = asset.below.rsplit('/').next().unwrap_or(&asset.below);
            (name, None, site.address(&format!("assets/{}", asset.name)))
        }
        To::External(url) => (url.as_str(), None, url.clone()),
    };
    let mut frame = Frame::new("redirect", locale, from.clone(), &title);
    frame.canonical = Some(canonical);
    frame.robots = Some("noindex".into());
    let body = context::Redirect { href: href(site, moved, &from), text, language };
    frame.render(site, Template::Redirect, Body::Redirect(&body))
}
