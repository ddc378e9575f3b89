//! Absolute URLs that lead into this site: which are some, and below whose base. Looks up no article.

use super::contents::Catalog;
use super::identity::is_reserved;
use super::reference::strip_folded;
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
