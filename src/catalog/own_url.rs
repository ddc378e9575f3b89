//! Absolute URLs that lead into this site: which are some, and below whose base. Looks up no article.

use super::contents::Catalog;
use super::identity::{fold, is_of_root};
use super::link::Base;
use super::reference::{plain_host, split, strip_folded, without_extension};
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
    /// This site, as `[site] base_url` has a path.
    Folder,
    /// This site, on a host that may serve other things too.
    Host,
    /// The site that an Open Publishing docset is a part of.
    Others,
}

impl<N> Catalog<N> {
    /// The part of an absolute URL below this site; `after` is what stands behind its two slashes.
    pub(super) fn own_url<'l>(&self, after: &'l str) -> Option<OwnUrl<'l>> {
        if self.index.own_bases.is_empty() {
            return None;
        }
        let end = memchr::memchr3(b'/', b'?', b'#', after.as_bytes()).unwrap_or(after.len());
        let (host, path) = after.split_at(end);
        let host = plain_host(host);
        let path = path.strip_prefix('/').unwrap_or(path);
        self.index.own_bases.iter().find_map(|base| {
            let (own_host, own_path) = base.split_at_checked(host.len())?;
            if !host.eq_ignore_ascii_case(own_host) || !matches!(own_path.as_bytes(), [] | [b'/', ..]) {
                return None;
            }
            let own_path = own_path.strip_prefix('/').unwrap_or(own_path);
            let is_site = self.index.own_site.as_ref() == Some(base);
            if own_path.is_empty() {
                return Some(OwnUrl { path, owner: if is_site { Owner::Host } else { Owner::Others } });
            }
            // `https://learn.microsoft.com/en-us/base/x`: the locale in the middle is the old host's choice.
            let (first, below_first) = path.split_once('/').unwrap_or((path, ""));
            let below = strip_folded(below_first, own_path).filter(|_| Locale::is_name(first));
            let path = below.or_else(|| strip_folded(path, own_path))?;
            let owner = if is_site { Owner::Folder } else { Owner::Others };
            Some(OwnUrl { path: path.trim_start_matches('/'), owner })
        })
    }

    /// The folder of the host that `[site] base_url` names.
    pub(super) fn own_folder(&self) -> Option<&str> {
        self.index.own_site.as_deref()?.split_once('/').map(|(_, folder)| folder)
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

    /// Whether nothing can be at a URL at which this site has nothing. A host may serve other things, but not beside what is
    /// here.
    pub(super) fn is_dead(&self, own: OwnUrl<'_>) -> bool {
        let path = fold(&split(own.path).path);
        let first = path.split('/').next().unwrap_or("");
        match own.owner {
            Owner::Others => false,
            Owner::Folder => true,
            Owner::Host => {
                let is_locale = |locale| self.locales[locale].locale.slug().eq_ignore_ascii_case(first);
                let is_folder = self.index.folders.contains_key(first);
                is_folder || is_of_root(&path) || self.published().any(is_locale) || self.is_static(first)
            }
        }
    }

    /// Whether a static folder has a folder of this name.
    fn is_static(&self, name: &str) -> bool {
        let start = format!("{name}/");
        let has = |&docset: &DocsetIndex| {
            let mut from = self.index.assets.range((docset, start.clone())..);
            from.next().is_some_and(|((other, path), _)| *other == docset && path.starts_with(&start))
        };
        self.index.statics.iter().any(has)
    }
}
