//! Which file beside the articles a path leads to: below a docset, at the root of the site, beside the file that it is written
//! in; and which of its variants for locales. Decides nothing about articles.

use std::borrow::Cow;

use super::contents::Catalog;
use super::identity::fold;
use super::link::{Base, Fragment, Resolved, Spelling, Target};
use super::reference::{LinkParts, composed, folder, join};
use crate::indexed::{AssetIndex, DocsetIndex};
use crate::layout;

/// With this Learn says that an image is to be enlarged.
const LIGHTBOX: &str = "lightbox";

impl<N> Catalog<N> {
    /// The file at a path below the docset of `base.file`, else below those of its fallback chain.
    pub(super) fn asset_in_chain(&self, base: Base<'_>, below: &str) -> Option<AssetIndex> {
        self.in_chain(base, below, |docset, below| self.asset_at(base, docset, below))
    }

    /// The file at a path below the root of the site: of the static folders of the own site first.
    pub(super) fn static_asset(&self, base: Base<'_>, from_root: &str) -> Option<AssetIndex> {
        if self.index.statics.is_empty() {
            return None;
        }
        let below = join("", from_root)?;
        let site = &self.docsets[base.file.docset].site;
        let is_own = |docset: &&DocsetIndex| self.docsets[**docset].site == *site;
        let (own, others): (Vec<_>, Vec<_>) = self.index.statics.iter().partition(is_own);
        own.into_iter().chain(others).find_map(|&docset| self.asset_at(base, docset, &below))
    }

    /// The file at a path from the folder of `base.file`, wherever it stands; else from where that folder is in the docsets of
    /// its fallback chain.
    pub(super) fn asset_beside(&self, base: Base<'_>, path: &str) -> Option<AssetIndex> {
        self.in_chain(base, path, |docset, path| {
            let above = layout::join(&self.docsets[docset].root, folder(&base.file.below));
            let path = join(&above, path)?;
            let (docset, below) = layout::owner(&self.docsets, &path)?;
            self.asset_at(base, docset, below)
        })
    }

    /// The file at a path below a docset: `name.<locale>.png` where there is one for the locale that the link is written in.
    pub(super) fn asset_at(&self, base: Base<'_>, docset: DocsetIndex, below: &str) -> Option<AssetIndex> {
        let key = (docset, fold(below));
        let plain = self.index.assets.get(&key).copied();
        let Some(variants) = self.index.variants.get(&key) else { return plain };
        let locale = base.file.locale.unwrap_or(base.reader);
        let chain = std::iter::once(&locale).chain(&self.locales[locale].fallback);
        let of_locale = |locale| {
            let of_source = || plain.filter(|_| Some(locale) == self.source);
            variants.get(&locale).copied().or_else(of_source)
        };
        let found = chain.copied().find_map(of_locale);
        found.or(plain).or_else(|| of_locale(self.source?)).or_else(|| variants.values().next().copied())
    }

    /// `written` is the path of the link, as it is looked up.
    pub(super) fn asset_link<'l>(
        &self,
        asset: AssetIndex,
        written: &str,
        parts: &LinkParts<'l>,
    ) -> Resolved<'l> {
        let there = &self.assets[asset];
        let actual = composed(Cow::Borrowed(&there.below));
        let differs = actual != written && fold(&actual) == fold(written);
        let spelling = if differs { Spelling::OtherCase(actual) } else { Spelling::Exact };
        let target = if there.is_served() { Target::Asset(asset) } else { Target::NotServed(asset) };
        let fragment = parts.fragment.clone().filter(|name| name != LIGHTBOX);
        let fragment = fragment.map_or(Fragment::None, Fragment::OfFile);
        Resolved { spelling, ..parts.link(target, fragment) }
    }
}
