//! Old paths of an article, as its front matter names them. Redirects nobody.

use super::model::CatalogLocale;
use super::reference::{scheme, without_extension};
use crate::indexed::{IndexVec, LocaleIndex};

/// An old path of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alias<'w> {
    /// Below the folder of a locale, without its extension.
    pub path: &'w str,
    /// The locale that it begins with.
    pub locale: Option<LocaleIndex>,
    pub start: AliasStart,
}

/// Where an old path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasStart {
    /// At the root of the old site: it begins with a slash and with no locale.
    Root,
    Locale,
}

/// Reads an old path as written; none where no page of the site can have it: an address of another site, one with a query, a
/// path that leads out of the site, the home.
pub fn alias<'w>(written: &'w str, locales: &IndexVec<LocaleIndex, CatalogLocale>) -> Option<Alias<'w>> {
    let written = written.trim();
    let is_address = scheme(written).is_some() || written.starts_with("//") || written.contains(['?', '#']);
    let mut steps = written.split(['/', '\\']);
    if is_address || steps.any(|step| step == "..") {
        return None;
    }
    let path = written.trim_matches('/');
    let (first, below) = path.split_once('/').unwrap_or((path, ""));
    let locale = locales.position(|entry| entry.locale.slug().eq_ignore_ascii_case(first));
    let path = if locale.is_some() { below } else { path };
    let is_of_root = written.starts_with('/') && locale.is_none();
    let start = if is_of_root { AliasStart::Root } else { AliasStart::Locale };
    Some(Alias { path: without_extension(path), locale, start }).filter(|alias| !alias.path.is_empty())
}
