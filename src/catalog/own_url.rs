//! Absolute URLs that lead into this site: which are some, and below whose base. Looks up no article.

use super::contents::Catalog;
use super::identity::{fold, is_of_root, is_reserved};
use super::link::Base;
use super::reference::{split, strip_folded, without_extension};
use crate::indexed::DocsetIndex;
use crate::layout::{Docset, DocsetKind};
use crate::locale::Locale;

/// An absolute URL of this site.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnUrl<'l> {
    /// What stands behind the base: path, query and fragment.
    pub(super) path: &'l str,
    pub(super) owner: Owner,
}

/// Who serves what is below the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// `[site] base_url` has a path: everything below it is of this site.
    Folder,
    /// A host that may serve other things too.
    Host,
}

impl<N> Catalog<N> {
    /// The part of an absolute URL below this site.
    pub(super) fn own_url<'l>(&self, url: &'l str) -> Option<OwnUrl<'l>> {
        if self.index.own_bases.is_empty() {
            return None;
        }
        let (_, rest) = url.split_once("://")?;
        let (host, path) = rest.split_once('/')?;
        let host = host.strip_prefix("www.").unwrap_or(host);
        let (first, after) = path.split_once('/').unwrap_or((path, ""));
        // `https://learn.microsoft.com/en-us/base/x`: the locale in the middle is the old host's choice.
        let is_tag = || Locale::is_name(first);
        self.index.own_bases.iter().find_map(|base| {
            let (own_host, own_path) = base.split_once('/').unwrap_or((base, ""));
            if !host.eq_ignore_ascii_case(own_host) {
                return None;
            }
            if own_path.is_empty() {
                return Some(OwnUrl { path: if is_tag() { after } else { path }, owner: Owner::Host });
            }
            let is_site = self.index.own_site.as_ref() == Some(base);
            let owner = if is_site { Owner::Folder } else { Owner::Host };
            let below = strip_folded(after, own_path).filter(|_| is_tag());
            let path = below.or_else(|| strip_folded(path, own_path))?;
            Some(OwnUrl { path: path.trim_start_matches('/'), owner })
        })
    }

    /// Whether a file or folder of the root with this name, in lower case, is the site's own, whatever locales it has.
    pub fn is_of_root(&self, name: &str) -> bool {
        name == "status" || is_of_root(name)
    }

    /// Whether a root-relative link of an Open Publishing repository leads below the public path of a docset of this project.
    pub fn is_below_public_path(&self, base: Base<'_>, destination: &str) -> bool {
        let Some(written) = destination.trim().strip_prefix('/') else { return false };
        if self.docsets[base.file.docset].kind != DocsetKind::Published {
            return false;
        }
        let path = split(written).path;
        let (_, below) = self.strip_locale(base.reader, &path);
        let is_public = |docset: &Docset| {
            docset.base_path.as_deref().is_some_and(|public| strip_folded(below, public).is_some())
        };
        self.docsets.iter().any(is_public)
    }

    /// What `[content] base_path` would have to be for a URL that leads out of the site to be an article of a docset.
    pub fn base_path_of<'l>(&self, docset: DocsetIndex, url: &'l str) -> Option<&'l str> {
        let docset = &self.docsets[docset];
        let (_, rest) = url.split_once("://")?;
        let (_, path) = rest.split(['?', '#']).next()?.split_once('/')?;
        let (first, after) = path.split_once('/')?;
        let path = if Locale::is_name(first) { after } else { path };
        (docset.kind == DocsetKind::Published).then_some(())?;
        let slashes = path.match_indices('/').map(|(slash, _)| slash).take(4);
        let is_article = |slash: &usize| {
            let below = fold(&format!("{}{}", docset.prefix, without_extension(&path[slash + 1..])));
            below != docset.prefix && self.index.articles.contains_key(&below)
        };
        slashes.filter(is_article).map(|slash| &path[..slash]).next()
    }

    /// Whether nothing can be at a URL at which no article, section or file was found: the site makes nothing there by
    /// itself either.
    pub(super) fn is_dead(&self, own: OwnUrl<'_>) -> bool {
        let path = own.path.split(['?', '#']).next().unwrap_or("");
        let (_, below) = self.strip_locale(self.default, path);
        let first = below.split('/').next().unwrap_or("");
        let is_made = matches!(first, "" | "open" | "assets" | "status" | "robots.txt");
        own.owner == Owner::Folder && !is_made && !is_reserved(below)
    }
}
