//! Links that are no paths but say by a mark what they are: `xref:`, `ref` of Hugo, `@/`, `@site/`. Decides nothing about
//! paths.

use super::contents::Catalog;
use super::identity::fold;
use super::link::{Base, Resolved, Target};
use super::redirect::RedirectChain;
use super::reference::{LinkParts, Liquid, Shortcode, folder, join, split, without_extension};
use crate::layout::{self, DocsetKind};

impl<N> Catalog<N> {
    /// `xref:help.billing` is the article whose front matter has that `uid`. What stands behind a question mark tells how the
    /// link is to look.
    pub(super) fn resolve_uid<'l>(&self, base: Base<'_>, written: &'l str) -> Option<Resolved<'l>> {
        let parts = split(written);
        let (locale, article) = self.page_for(*self.index.uids.get(parts.path.trim())?, base.reader)?;
        let fragment = self.fragment_in(article, parts.fragment);
        Some(Resolved { fragment, ..Resolved::new(Target::Article { locale, article }) })
    }

    /// A `ref` of Hugo: from the folder of articles, from the file's own, or the only article of that name.
    pub(super) fn resolve_shortcode<'l>(
        &self,
        base: Base<'_>,
        shortcode: &Shortcode<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let mut parts = split(shortcode.path);
        if parts.fragment.is_none() {
            parts.fragment = split(shortcode.rest).fragment;
        }
        let named = match shortcode.language {
            Some(tag) => Some(self.locales.position(|entry| entry.locale.slug().eq_ignore_ascii_case(tag))?),
            None => None,
        };
        let base = Base { reader: named.unwrap_or(base.reader), ..base };
        if parts.path.is_empty() {
            return Some(self.resolve_local(base, shortcode.path, chain));
        }
        let docset = &self.docsets[base.file.docset];
        if let Some(below) = parts.path.strip_prefix('/') {
            return self.resolve_path(base, parts.at(format!("{}{below}", docset.prefix)), chain);
        }
        let beside = join(&format!("{}{}", docset.prefix, folder(&base.file.below)), &parts.path);
        let found = beside.and_then(|path| self.resolve_path(base, parts.at(path), chain));
        let from_root = format!("{}{}", docset.prefix, parts.path);
        let found = found.or_else(|| self.resolve_path(base, parts.at(from_root), chain));
        found.or_else(|| {
            let identity = (*self.index.by_name.get(&fold(without_extension(&parts.path)))?)?;
            let (locale, article) = self.page_for(identity, base.reader)?;
            let fragment = self.fragment_in(article, parts.fragment.clone());
            Some(parts.link(Target::Article { locale, article }, fragment))
        })
    }

    /// A path from the root of the site that Liquid writes.
    pub(super) fn resolve_liquid<'l>(
        &self,
        base: Base<'_>,
        liquid: &Liquid<'l>,
        written: &'l str,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let (head, tail) = (split(liquid.path), split(liquid.rest));
        let path = head.path + &tail.path;
        let below = path.trim_start_matches('/').to_owned();
        let query = head.query.or(tail.query);
        let fragment = head.fragment.or(tail.fragment);
        let directive = head.directive.or(tail.directive);
        let parts = LinkParts { path: format!("/{below}"), query, fragment, directive };
        let docset = &self.docsets[base.file.docset];
        let of_file = self.resolve_path(base, parts.at(format!("{}{below}", docset.prefix)), chain);
        of_file.or_else(|| self.resolve_root(base, &below, parts, written, chain))
    }

    /// `@/x` is below the folder of articles, and `@site/x` below that of the whole site. None for any other path.
    pub(super) fn resolve_marked<'l>(
        &self,
        base: Base<'_>,
        parts: &LinkParts<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Option<Resolved<'l>>> {
        let docset = &self.docsets[base.file.docset];
        if let Some(below) = parts.path.strip_prefix("@/") {
            let path = format!("{}{below}", docset.prefix);
            return Some(self.resolve_path(base, parts.at(path), chain));
        }
        let below = parts.path.strip_prefix("@site/")?;
        Some(self.resolve_file(base, &layout::join(&docset.site, below), parts, chain))
    }

    /// A path of a file, from the project's folder.
    pub(super) fn resolve_file<'l>(
        &self,
        base: Base<'_>,
        path: &str,
        parts: &LinkParts<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let path = join("", path)?;
        let (number, below) = layout::owner(&self.docsets, &path)?;
        if let Some(asset) = self.asset_at(base, number, below) {
            return Some(self.asset_link(asset, below, parts));
        }
        let docset = &self.docsets[number];
        (docset.kind != DocsetKind::Static).then_some(())?;
        self.resolve_path(base, parts.at(format!("{}{below}", docset.prefix)), chain)
    }
}
