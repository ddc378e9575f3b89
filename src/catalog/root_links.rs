//! Links that begin at a root: `/x`, and absolute addresses, those of this site among them. Follows no relative path.

use std::borrow::Cow;

use super::contents::Catalog;
use super::identity::url_path;
use super::link::{Base, Resolved, Spelling, Target};
use super::own_url::{OwnUrl, Owner};
use super::redirect::RedirectChain;
use super::reference::{LinkParts, folder, join, split, strip_folded, without_extension};
use crate::indexed::{IdentityIndex, LocaleIndex};
use crate::layout::{self, Docset, DocsetKind};

/// Where root-relative links of an Open Publishing repository lead outside of it.
const PUBLISHING_ROOT: &str = "https://learn.microsoft.com/{locale}";

impl<N> Catalog<N> {
    /// An address of the web; `after` is what stands behind its two slashes.
    pub(super) fn resolve_web<'l>(
        &self,
        base: Base<'_>,
        written: &'l str,
        after: &'l str,
        chain: &mut RedirectChain,
    ) -> Resolved<'l> {
        let own = self.own_url(after);
        if let Some(found) = own.and_then(|own| self.resolve_own(base, own, chain)) {
            return found;
        }
        // What goes round in a circle here would do so there.
        if chain.is_lost() || own.is_some_and(|own| self.is_dead(own)) {
            return Resolved::new(Target::Missing);
        }
        let url = if written.starts_with("//") {
            Cow::Owned(format!("https:{written}"))
        } else {
            Cow::Borrowed(written)
        };
        Resolved::new(Target::External(url))
    }

    /// An absolute URL of this site. Below its own base, a locale's folder is that locale.
    fn resolve_own<'l>(
        &self,
        base: Base<'_>,
        own: OwnUrl<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let parts = split(own.path);
        if let Some(asset) = self.static_asset(base, &parts.path) {
            return Some(self.asset_link(asset, &parts.path, &parts));
        }
        if own.owner == Owner::Others {
            return self.resolve_path(base, parts, chain);
        }
        let (named, below) = self.strip_locale(base.reader, &parts.path);
        let found = self.resolve_path(Base { reader: named, ..base }, parts.at(below.to_owned()), chain);
        let found = found.or_else(|| self.made_at(named, &parts.path, &parts))?;
        Some(self.of_reader(base, named, found))
    }

    /// `/x`: below the folder that the site is published in, where it says that folder, else below the root.
    pub(super) fn resolve_from_root<'l>(
        &self,
        base: Base<'_>,
        from_root: &str,
        parts: &LinkParts<'l>,
        written: &'l str,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let docset = &self.docsets[base.file.docset];
        // Links of an Open Publishing repository begin at the root of another host.
        let own = self.own_folder().filter(|_| docset.kind != DocsetKind::Published);
        for folder in docset.site_path.as_deref().into_iter().chain(own) {
            let Some(below) = strip_folded(from_root, folder) else { continue };
            let found = self.resolve_root(base, below, parts.at(parts.path.clone()), written, chain);
            if let Some(found) = found {
                return Some(found);
            }
        }
        self.resolve_root(base, from_root, parts.at(parts.path.clone()), written, chain)
    }

    /// `/x`: below the docset's public path, else at the root of the site, else on the site that holds this one.
    pub(super) fn resolve_root<'l>(
        &self,
        base: Base<'_>,
        whole: &str,
        parts: LinkParts<'l>,
        written: &'l str,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let (named, from_root) = self.strip_locale(base.reader, whole);
        let found =
            self.resolve_root_of(Base { reader: named, ..base }, whole, from_root, parts, written, chain)?;
        Some(self.of_reader(base, named, found))
    }

    /// The same for a reader of the locale that it names; `from_root` is the path without that.
    fn resolve_root_of<'l>(
        &self,
        base: Base<'_>,
        whole: &str,
        from_root: &str,
        parts: LinkParts<'l>,
        written: &'l str,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let docset = &self.docsets[base.file.docset];
        let asset = self.static_asset(base, whole).or_else(|| self.static_asset(base, from_root));
        let of_asset = asset.map(|asset| self.asset_link(asset, from_root, &parts));
        if of_asset.as_ref().is_some_and(|found| matches!(found.target, Target::Asset(_))) {
            return of_asset;
        }
        let own = |docset: &Docset| {
            let public = docset.base_path.as_deref()?;
            let below = strip_folded(from_root, public)?;
            Some(format!("{}{below}", docset.prefix))
        };
        let own = own(docset).or_else(|| self.docsets.iter().find_map(own));
        let is_published = docset.kind == DocsetKind::Published;
        if own.is_some() || !is_published {
            let is_own = own.is_some();
            let path = own.unwrap_or_else(|| docset.of_site(from_root));
            // A redirect leads to what this project has, unless it names a folder that is none of it.
            let is_redirect = is_published && !chain.followed.is_empty();
            let folder = path.rsplit_once('/').filter(|_| is_redirect).map(|(folder, _)| folder.to_owned());
            let is_here = || {
                folder.as_deref().is_none_or(|folder| {
                    let is_top = folder == docset.prefix.trim_end_matches('/');
                    is_top || self.index.folders.contains_key(&url_path(folder))
                })
            };
            let made = || (!is_published).then(|| self.made_at(base.reader, whole, &parts)).flatten();
            let found = self.resolve_path(base, parts.at(path), chain);
            // A page that the site makes is not gone.
            let is_redirected = found.as_ref().is_some_and(|found| found.spelling == Spelling::Redirected);
            if is_redirected && let Some(made) = made() {
                return Some(made);
            }
            if found.is_some() || chain.is_lost() || is_redirect && is_here() {
                return found;
            }
            let file = layout::join(&docset.site, whole);
            let found = of_asset
                .or_else(|| (!is_published).then(|| self.resolve_file(base, &file, &parts, chain)).flatten())
                .or_else(made);
            if found.is_some() || !is_published && (is_own || self.index.external_root.is_none()) {
                return found;
            }
        }
        let root = self.index.external_root.as_deref().unwrap_or(PUBLISHING_ROOT);
        let slug = self.locales[base.reader].locale.slug();
        let url = format!("{}{written}", root.replace("{locale}", slug).trim_end_matches('/'));
        Some(Resolved::new(Target::External(Cow::Owned(url))))
    }

    /// What a link that names a locale means: where the reader's own locale has the article or the section, it leads there.
    /// The home of a locale, and an article's own translations, are what such a link is for.
    pub(super) fn of_reader<'l>(
        &self,
        base: Base<'_>,
        named: LocaleIndex,
        found: Resolved<'l>,
    ) -> Resolved<'l> {
        let locale = base.reader;
        if named == locale {
            return found;
        }
        let own = |identity: IdentityIndex| {
            let own = self.identities[identity].translations[locale]?;
            (self.shown(identity, locale) == Some(own)).then_some(own)
        };
        match &found.target {
            Target::Article { article, .. } => {
                let identity = self.articles[*article].identity;
                let is_itself = base.article.is_some_and(|article| article.identity == identity);
                let Some(article) = own(identity).filter(|_| !is_itself) else { return found };
                let fragment = self.fragment_in(article, found.fragment.name());
                let target = Target::Article { locale, article };
                let spelling = match found.spelling {
                    Spelling::Redirected => Spelling::Redirected,
                    _ => Spelling::OtherLocale(named),
                };
                Resolved { target, fragment, spelling, ..found }
            }
            Target::Section { url, .. } => {
                let articles = self.index.folders.get(url);
                if !articles.is_some_and(|articles| articles.iter().any(|&identity| own(identity).is_some()))
                {
                    return found;
                }
                let target = Target::Section { locale, url: url.clone() };
                Resolved { target, spelling: Spelling::OtherLocale(named), ..found }
            }
            _ => found,
        }
    }

    /// A link that is relative to the file or to its page, where the site makes by itself what it leads to.
    pub(super) fn made_beside<'l>(&self, base: Base<'_>, parts: &LinkParts<'l>) -> Option<Resolved<'l>> {
        let docset = &self.docsets[base.file.docset];
        if docset.kind == DocsetKind::Published {
            return None;
        }
        let slug = self.locales[base.reader].locale.slug();
        let below = &base.file.below;
        [folder(below), without_extension(below)].into_iter().find_map(|place| {
            let path = join(&format!("{slug}/{}{place}", docset.prefix), &parts.path)?;
            self.made_at(base.reader, &path, parts)
        })
    }
}
