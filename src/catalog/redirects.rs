//! Redirects are followed, for readers of each locale. Judges nothing; what a target means is for `resolve` to say.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::alias::{Alias, NoAlias, OldPaths};
use super::contents::Catalog;
use super::identity::fold;
use super::link::{Base, Resolved, Spelling, Target};
use super::redirect::{Redirect, RedirectChain, RedirectTo};
use super::redirection_files;
use super::reference::LinkParts;
use crate::indexed::{LocaleIndex, RedirectIndex};

impl<N> Catalog<N> {
    /// The old URLs, below a locale's folder, and the redirect that counts for its readers at each.
    pub fn redirects_for(&self, reader: LocaleIndex) -> BTreeMap<&str, RedirectIndex> {
        let mut by_url: BTreeMap<&str, Vec<RedirectIndex>> = BTreeMap::new();
        for (index, redirect) in self.redirects.iter_enumerated() {
            if let Some(url) = &redirect.url {
                by_url.entry(url).or_default().push(index);
            }
        }
        by_url.into_iter().filter_map(|(url, all)| Some((url, self.preferred(&all, reader)?))).collect()
    }

    /// Reads an old path of an article, as its front matter names it.
    ///
    /// # Errors
    /// No page of the site can have it.
    pub fn alias(&self, written: &str) -> Result<Alias, NoAlias> {
        OldPaths { locales: &self.locales, site: self.index.own_site.as_deref() }.read(written)
    }

    /// The path of the page that an old path has, where one can.
    pub fn old_url(&self, alias: &Alias) -> Option<String> {
        redirection_files::old_url(alias)
    }

    /// Where a redirect leads a reader of `reader`: [`Target::Missing`] for a circle too.
    pub fn follow_redirect(
        &self,
        redirect: RedirectIndex,
        reader: LocaleIndex,
    ) -> (Resolved<'_>, RedirectChain) {
        let mut chain = RedirectChain::default();
        let base = Base { file: &self.redirects[redirect].gone, article: None, reader };
        let parts = LinkParts { path: String::new(), query: None, fragment: None, directive: None };
        let missing = Resolved { spelling: Spelling::Redirected, ..Resolved::new(Target::Missing) };
        let resolved = self.follow(base, redirect, parts, &mut chain).unwrap_or(missing);
        (resolved, chain)
    }

    /// Whether the old path that an article claims is that of a section which readers of `reader` find. In repositories with
    /// redirection files folders have no pages, so what those name is gone.
    pub fn is_section(&self, redirect: RedirectIndex, reader: LocaleIndex) -> bool {
        let Redirect { url, to, .. } = &self.redirects[redirect];
        let is_claimed = matches!(to, RedirectTo::Article(_));
        is_claimed && url.as_ref().is_some_and(|url| self.has_section(url, reader))
    }

    /// Whether a folder has articles for readers of `reader`; by its URL below the folder of the locale.
    pub(super) fn has_section(&self, url: &str, reader: LocaleIndex) -> bool {
        let articles = self.index.folders.get(url);
        articles.is_some_and(|articles| articles.iter().any(|&article| self.shown(article, reader).is_some()))
    }

    /// The redirect at a path without extension that counts for `reader`.
    pub(super) fn redirect_at(&self, stem: &str, reader: LocaleIndex) -> Option<RedirectIndex> {
        if self.redirects.is_empty() {
            return None;
        }
        let at = |path: &str| self.preferred(self.index.redirects.get(path)?, reader);
        let folded = fold(stem);
        at(&folded).or_else(|| at(&format!("{folded}/index")))
    }

    /// Of the redirects of one path that of the reader's own locale, else by the fallback chain, else the first.
    fn preferred(&self, redirects: &[RedirectIndex], reader: LocaleIndex) -> Option<RedirectIndex> {
        let of = |locale: &LocaleIndex| {
            redirects.iter().copied().find(|&index| self.redirects[index].gone.locale == Some(*locale))
        };
        let mut chain = std::iter::once(&reader).chain(&self.locales[reader].fallback);
        chain.find_map(of).or(redirects.first().copied())
    }

    /// Goes on by a redirect; `parts` are those of the link that led to it.
    pub(super) fn follow<'l>(
        &self,
        base: Base<'_>,
        redirect: RedirectIndex,
        parts: LinkParts<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        if !chain.enter(redirect) {
            return None;
        }
        let redirect = &self.redirects[redirect];
        let next = match &redirect.to {
            RedirectTo::Article(identity) => {
                let (locale, article) = self.page_for(*identity, base.reader)?;
                Resolved::new(Target::Article { locale, article })
            }
            RedirectTo::Url(url) => {
                let base = Base { file: &redirect.gone, article: None, reader: base.reader };
                self.resolve_after(base, url, chain).into_owned()
            }
        };
        if matches!(
            next.target,
            Target::Missing | Target::Generated | Target::Empty | Target::Here | Target::Special(_)
        ) {
            return None;
        }
        let fragment = match (&next.target, parts.fragment) {
            (Target::Article { article, .. }, Some(name)) => self.fragment_in(*article, Some(name)),
            _ => next.fragment,
        };
        let query = parts.query.map(Cow::Borrowed).or(next.query);
        let directive = parts.directive.map(Cow::Borrowed).or(next.directive);
        Some(Resolved { query, fragment, directive, spelling: Spelling::Redirected, ..next })
    }
}
