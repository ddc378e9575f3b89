//! What a link means, decided once. Checks judge the answer, render prints it; nobody else reads a destination.

use std::borrow::Cow;

use super::contents::Catalog;
use super::fragments::top;
use super::identity::{fold, url_path};
use super::invisible::{self, Kept};
use super::link::{Base, Fragment, Resolved, Spelling, Target};
use super::redirect::RedirectChain;
use super::reference::{
    LinkParts, after_slashes, composed, folder, is_generated, join, liquid, scheme, shortcode, split,
    without_extension, without_page_extension,
};
use crate::indexed::{ArticleIndex, DocsetIndex, IdentityIndex, LocaleIndex};
use crate::layout::{self, Docset, DocsetKind, LayoutName};
use crate::markdown::Dialect;

impl<N> Catalog<N> {
    /// What `destination`, written at `base`, means to a reader of `base.reader`.
    pub fn resolve<'l>(&self, base: Base<'_>, destination: &'l str) -> Resolved<'l> {
        let found = self.resolve_after(base, destination, &mut RedirectChain::default());
        if invisible::may_stand_in(destination) && !invisible::is_meant(&found, destination) {
            self.resolve_visible(base, destination).unwrap_or(found)
        } else {
            found
        }
    }

    /// What the destination means without the characters in it that nobody sees.
    fn resolve_visible(&self, base: Base<'_>, destination: &str) -> Option<Resolved<'static>> {
        let mut best = None;
        // With joiners and without, words of some languages are the same.
        let is_flaw = invisible::without(destination, Kept::Joiners).is_some();
        for reading in invisible::readings(destination) {
            let chain = &mut RedirectChain::default();
            let found = self.resolve_after(base, &reading.plain, chain).into_owned();
            let (is_lost, is_whole) =
                (found.target == Target::Missing, !matches!(found.fragment, Fragment::Missing(_)));
            let found = Resolved { invisible: Some(reading).filter(|_| is_flaw), ..found };
            if !is_lost && is_whole {
                return Some(found);
            }
            best = best.or(Some(found).filter(|_| !is_lost));
        }
        best
    }

    pub(super) fn resolve_after<'l>(
        &self,
        base: Base<'_>,
        destination: &'l str,
        chain: &mut RedirectChain,
    ) -> Resolved<'l> {
        let written = destination.trim();
        if written.is_empty() {
            return Resolved::new(Target::Empty);
        }
        let dialect = base.file.document.syntax.dialect;
        if let Some(found) = self.resolve_generated(dialect, base, written, chain) {
            return found.unwrap_or_else(|| Resolved::new(Target::Missing));
        }
        let (scheme, after) = match (written.strip_prefix("//"), scheme(written)) {
            (Some(after), _) => (Some("https"), after),
            (None, scheme @ Some("https")) => (scheme, after_slashes(written).unwrap_or("")),
            (None, scheme) => (scheme, ""),
        };
        match scheme {
            Some("https") => self.resolve_web(base, written, after, chain),
            Some(scheme) if scheme.eq_ignore_ascii_case("xref") => self
                .resolve_uid(base, &written[scheme.len() + 1..])
                .unwrap_or_else(|| Resolved::new(Target::Special(Cow::Borrowed(written)))),
            Some(_) => Resolved::new(Target::Special(Cow::Borrowed(written))),
            None => self.resolve_local(base, written, chain),
        }
    }

    /// A destination that holds shortcodes or Liquid. None for any other.
    fn resolve_generated<'l>(
        &self,
        dialect: Dialect,
        base: Base<'_>,
        written: &'l str,
        chain: &mut RedirectChain,
    ) -> Option<Option<Resolved<'l>>> {
        if !is_generated(written) {
            return None;
        }
        let unknown = Resolved::new(Target::Generated);
        match dialect {
            Dialect::Hugo => match shortcode(written) {
                Some(shortcode) => Some(self.resolve_shortcode(base, &shortcode, chain)),
                None => (written.contains("{{<") || written.contains("{{%")).then_some(Some(unknown)),
            },
            Dialect::Jekyll => match liquid(written) {
                Some(liquid) => Some(self.resolve_liquid(base, &liquid, written, chain)),
                None => Some(Some(unknown)),
            },
            Dialect::Zola => written.contains('(').then_some(Some(unknown)),
            _ => None,
        }
    }

    pub(super) fn resolve_local<'l>(
        &self,
        base: Base<'_>,
        written: &'l str,
        chain: &mut RedirectChain,
    ) -> Resolved<'l> {
        let mut parts = split(written);
        let docset = &self.docsets[base.file.docset];
        parts.path = docset.without_alias(parts.path);
        if parts.path.is_empty() {
            let is_here = parts.fragment.is_some() || parts.query.is_some() || parts.directive.is_some();
            let target = if is_here { Target::Here } else { Target::Empty };
            let fragment =
                parts.fragment.take().map_or(Fragment::None, |name| self.fragment_here(base, name));
            return parts.link(target, fragment);
        }
        let missing = parts.link(Target::Missing, Fragment::None);
        if let Some(from_root) = parts.path.strip_prefix("~/") {
            let path = format!("{}{from_root}", docset.prefix);
            return self.resolve_path(base, LinkParts { path, ..parts }, chain).unwrap_or(missing);
        }
        if let Some(from_root) = parts.path.strip_prefix('/') {
            return self.resolve_from_root(base, from_root, &parts, written, chain).unwrap_or(missing);
        }
        if docset.layout != LayoutName::Learn
            && let Some(found) = self.resolve_marked(base, &parts, chain)
        {
            return found.unwrap_or(missing);
        }
        let folder = format!("{}{}", docset.prefix, folder(&base.file.below));
        let found = match join(&folder, &parts.path) {
            Some(path) => self.resolve_path(base, LinkParts { path, ..parts }, chain),
            None => self.resolve_outside_docset(base, parts, chain),
        };
        let beside = || {
            let parts = split(written);
            let asset = self.asset_beside(base, &parts.path)?;
            Some(self.asset_link(asset, &parts.path, &parts))
        };
        found
            .or_else(beside)
            .or_else(|| self.resolve_from_page(base, split(written), chain))
            .or_else(|| self.made_beside(base, &split(written)))
            .unwrap_or(missing)
    }

    /// A link that is relative to the page, `x/a/`, rather than to the file, `x/a.md`: readers' browsers take it so, and
    /// generators other than that of Learn make folders of pages.
    fn resolve_from_page<'l>(
        &self,
        base: Base<'_>,
        parts: LinkParts<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let docset = &self.docsets[base.file.docset];
        let stem = without_extension(&base.file.below);
        let is_page = docset.layout.makes_folders() && base.file.id.is_none() && !stem.ends_with("index");
        let is_file = without_extension(&parts.path) != parts.path;
        let path = join(&format!("{}{stem}", docset.prefix), &parts.path)?;
        (is_page && !is_file).then(|| self.resolve_path(base, parts.at(path), chain)).flatten()
    }

    /// A path that climbs out of its docset: into one of another locale, or to a file beside them.
    fn resolve_outside_docset<'l>(
        &self,
        base: Base<'_>,
        parts: LinkParts<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let path = join(folder(&base.file.path), &parts.path)?;
        let owner = |docset: &Docset| layout::strip_folder(&path, &docset.root).map(str::to_owned);
        let (number, below) =
            self.docsets.iter_enumerated().find_map(|(number, docset)| Some((number, owner(docset)?)))?;
        let docset = &self.docsets[number];
        let reader = docset
            .locale
            .as_ref()
            .and_then(|locale| self.locales.position(|entry| entry.locale == *locale))
            .unwrap_or(base.reader);
        if let Some(asset) = self.asset_at(base, number, &below) {
            return Some(self.asset_link(asset, &below, &parts));
        }
        let path = format!("{}{below}", docset.prefix);
        let found = self.resolve_path(Base { reader, ..base }, LinkParts { path, ..parts }, chain)?;
        Some(self.of_reader(base, reader, found))
    }

    /// A path in the space of article IDs: article, asset, section or redirect.
    pub(super) fn resolve_path<'l>(
        &self,
        base: Base<'_>,
        parts: LinkParts<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let path = join("", &parts.path)?;
        let is_learn = self.docsets[base.file.docset].layout == LayoutName::Learn;
        let stem = without_extension(&path);
        let page = without_page_extension(stem).filter(|_| !is_learn && stem == path);
        let stem = page.unwrap_or(stem);
        // `x/index.html` is where the page of `x` is.
        let of_page = || self.identity_at(base, page?.strip_suffix("/index")?);
        if let Some((identity, own)) = self.identity_at(base, stem).or_else(of_page) {
            let (locale, article) = self.page_for(identity, base.reader)?;
            let own = own.unwrap_or(article);
            let spelling = self.spelling(own, stem);
            let fragment = self.fragment_in(article, parts.fragment.clone());
            return Some(Resolved { spelling, ..parts.link(Target::Article { locale, article }, fragment) });
        }
        let prefix = &self.docsets[base.file.docset].prefix;
        if let Some(below) = path.strip_prefix(prefix.as_str())
            && let Some(asset) = self.asset_in_chain(base, below)
        {
            return Some(self.asset_link(asset, below, &parts));
        }
        let redirect = self.redirect_at(stem, base.reader);
        if let Some(redirect) = redirect.filter(|&redirect| !self.is_section(redirect, base.reader)) {
            return self.follow(base, redirect, parts, chain);
        }
        let target = self.section_at(base.reader, stem)?;
        // What a YAML page holds is not read, so nobody knows which of its anchors the section lacks.
        let name = parts.fragment.clone().filter(|_| !self.is_yaml_page(stem));
        Some(parts.link(target, name.map_or(Fragment::None, top)))
    }

    fn is_yaml_page(&self, stem: &str) -> bool {
        self.index.sections.contains(&fold(stem))
    }

    /// The folder at a path, or the one that a YAML page there stands for.
    fn section_at(&self, reader: LocaleIndex, stem: &str) -> Option<Target<'static>> {
        let is_yaml = self.is_yaml_page(stem);
        let url = url_path(if is_yaml { folder(stem) } else { stem });
        match self.candidates(reader).find(|&locale| self.has_section(&url, locale)) {
            Some(locale) => Some(Target::Section { locale, url }),
            None => (is_yaml || url.is_empty()).then_some(Target::Home { locale: reader }),
        }
    }

    /// The article at a path without extension, and the file of the mixed folder that was meant.
    fn identity_at(&self, base: Base<'_>, stem: &str) -> Option<(IdentityIndex, Option<ArticleIndex>)> {
        let folded = fold(stem.trim_end_matches('/'));
        let index = if folded.is_empty() { "index".to_owned() } else { format!("{folded}/index") };
        let mixed = || {
            let article = self.index.mixed.get(&folded).or_else(|| self.index.mixed.get(&index)).copied()?;
            Some((self.articles[article].identity, Some(article)))
        };
        if self.docsets[base.file.docset].kind == DocsetKind::Mixed
            && let Some(found) = mixed()
        {
            return Some(found);
        }
        let found = self.index.articles.get(&folded).or_else(|| self.index.articles.get(&index));
        found.map(|&identity| (identity, None)).or_else(mixed)
    }

    fn spelling(&self, article: ArticleIndex, stem: &str) -> Spelling {
        let file = &self.articles[article].file;
        let docset = &self.docsets[file.docset];
        let actual = format!("{}{}", docset.prefix, without_extension(&file.below));
        let actual = composed(Cow::Owned(actual));
        let written = stem.trim_end_matches('/');
        let differs = actual != written && fold(&actual) == fold(written);
        if differs { Spelling::OtherCase(file.below.clone()) } else { Spelling::Exact }
    }

    /// Asks the docset of `base.file`, then those of its fallback chain.
    pub(super) fn in_chain<'t, T>(
        &self,
        base: Base<'_>,
        below: &str,
        find: impl Fn(DocsetIndex, &str) -> Option<T> + 't,
    ) -> Option<T> {
        if let Some(found) = find(base.file.docset, below) {
            return Some(found);
        }
        let locale = base.file.locale.unwrap_or(base.reader);
        let siblings = self.index.siblings.get(&self.docsets[base.file.docset].prefix)?;
        let chain = self.locales[locale].fallback.iter().chain(&self.source);
        chain.filter_map(|other| siblings.get(other)).find_map(|&docset| find(docset, below))
    }

    /// `/he-il/x` is the page of that locale, if the site has it.
    pub(super) fn strip_locale<'p>(&self, reader: LocaleIndex, path: &'p str) -> (LocaleIndex, &'p str) {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let named = self.locales.position(|entry| entry.locale.slug().eq_ignore_ascii_case(first));
        named.map_or((reader, path), |locale| (locale, rest))
    }
}

#[cfg(test)]
mod tests;
