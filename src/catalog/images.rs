//! What a page shows of an image, decided once: checks report what is not shown, render shows the rest, and the page's own
//! Content-Security-Policy lets exactly that through.

use std::borrow::Cow;

use super::contents::Catalog;
use super::link::Target;
use super::model::CatalogAsset;
use crate::indexed::AssetIndex;

/// What a page shows of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture<'l> {
    Asset(AssetIndex),
    /// Of another site, or written out in the URL.
    Url(Cow<'l, str>),
    /// Its alternative text.
    None,
}

impl Catalog {
    /// What a page shows of an image that leads to `target`.
    pub fn picture<'l>(&self, target: Target<'l>) -> Picture<'l> {
        match target {
            Target::Asset(asset) => Picture::Asset(asset),
            Target::External(url) if self.image_hosts.allow(&url) => Picture::Url(url),
            // Which data is a picture the Markdown knows.
            Target::Special(url) if url.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) => {
                Picture::Url(url)
            }
            _ => Picture::None,
        }
    }

    /// The file of the project that an image leads to, where it is one.
    pub fn image_file(&self, target: Target<'_>) -> Option<&CatalogAsset> {
        let Picture::Asset(asset) = self.picture(target) else { return None };
        let asset = &self.assets[asset];
        asset.is_image().then_some(asset)
    }
}
