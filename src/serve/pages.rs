//! Which page or file of the site is at a path, and what is in it: by the same functions as `faqtory build`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};
use rayon::prelude::*;

use crate::assets::{self, Content};
use crate::catalog::{Article, AssetIndex, LocaleIndex};
use crate::front_matter::Draft;
use crate::render::file::{self, FileKey};
use crate::render::{self, PageKey, Site};

/// Everything of the site but its search, by path below its root.
#[derive(Debug)]
pub(super) struct Pages(BTreeMap<String, Key>);

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Page(PageKey),
    File(FileKey),
    /// Index into the assets of the theme.
    Theme(usize),
    /// Index into the assets of the catalog.
    Asset(AssetIndex),
}

impl Pages {
    pub(super) fn new(site: &Site<'_>) -> Self {
        let pages = render::plan(site).into_par_iter().map(|key| (render::path(site, key), Key::Page(key)));
        let mut all: BTreeMap<String, Key> = pages.collect();
        all.extend(file::files(site).into_iter().map(|key| (file::path(site, key), Key::File(key))));
        let assets = site.catalog.assets.iter_enumerated().filter(|(_, asset)| asset.is_served());
        all.extend(assets.map(|(index, asset)| (asset.site_path.clone(), Key::Asset(index))));
        let assets = site.theme.assets().iter().enumerate();
        all.extend(assets.map(|(index, asset)| (format!("assets/{}", asset.name), Key::Theme(index))));
        Self(all)
    }

    /// What a request for a decoded path, without the slash at its beginning, gets.
    pub(super) fn at(&self, site: &Site<'_>, path: &str) -> Found {
        if let Some(key) = search(site, path) {
            return Found::Key(Key::File(key));
        }
        if let Some(&key) = self.0.get(path) {
            return Found::Key(key);
        }
        let folder = path.trim_end_matches('/');
        let index = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
        match self.0.get(&index) {
            Some(&key) if path.is_empty() || path.ends_with('/') => Found::Key(key),
            Some(_) => Found::Folder,
            None => Found::Nothing,
        }
    }

    /// Every path, in order.
    #[cfg(test)]
    pub(super) fn paths(&self) -> impl Iterator<Item = (&str, Key)> {
        self.0.iter().map(|(path, key)| (path.as_str(), *key))
    }
}

/// The file of a locale's search at a path. The index is made when a part of it is requested.
fn search(site: &Site<'_>, path: &str) -> Option<FileKey> {
    let (slug, _) = path.split_once("/search/")?;
    let mut published = site.catalog.published();
    let locale = published.find(|&locale| site.catalog.locales[locale].locale.slug() == slug)?;
    file::search(site, locale).into_iter().find(|&key| file::path(site, key) == path)
}

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Key(Key),
    /// A page, if a slash is put at the end.
    Folder,
    Nothing,
}

/// The bytes of a page or file.
///
/// # Errors
/// A template that does not fit, or an asset that cannot be read any more.
pub(super) fn bytes(site: &Site<'_>, key: Key) -> Result<Vec<u8>> {
    match key {
        Key::Page(key) => Ok(render::page(site, key)?.bytes),
        Key::File(key) => file::bytes(site, key),
        Key::Theme(index) => Ok(site.theme.assets()[index].bytes.to_vec()),
        Key::Asset(index) => {
            let asset = &site.catalog.assets[index];
            match &asset.content {
                Content::Cleaned(cleaned) => Ok(cleaned.bytes.clone()),
                Content::Sound | Content::Refused(_) => {
                    fs::read(&asset.source).with_context(|| format!("cannot read {}", asset.source.display()))
                }
            }
        }
    }
}

/// The 404 page for a path: that of the locale whose folder it is in.
pub(super) fn not_found(site: &Site<'_>, path: &str) -> PageKey {
    let folder = path.split('/').next().unwrap_or(path);
    let of = |locale: &LocaleIndex| site.catalog.locales[*locale].locale.slug() == folder;
    site.catalog.published().find(of).map_or(PageKey::RootNotFound, PageKey::NotFound)
}

/// The article that a page shows.
pub(super) fn article<'a>(site: &Site<'a>, key: PageKey) -> Option<&'a Article> {
    let PageKey::Article(locale, identity) = key else {
        let PageKey::Home(locale) = key else { return None };
        let catalog = site.catalog;
        let root = catalog.identities.position(|identity| identity.url.is_empty())?;
        return catalog.shown(root, locale).map(|article| &catalog.articles[article]);
    };
    site.catalog.shown(identity, locale).map(|article| &site.catalog.articles[article])
}

/// Whether readers of the published site do not see the article yet.
pub(super) fn is_draft(article: &Article) -> bool {
    article.file.front_matter.draft == Draft::Draft
}

/// The media type of a file by its name: what only the site itself writes, else what it serves.
pub(super) fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = assets::extension(name);
    match extension.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" if name == "feed.xml" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml",
        "wasm" => "application/wasm",
        "md" => "text/plain; charset=utf-8",
        _ if name == "_redirects" => "text/plain; charset=utf-8",
        _ => assets::media_type(&extension).unwrap_or("application/octet-stream"),
    }
}
