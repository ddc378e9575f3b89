//! What a link means, decided once. Checks judge the answer, render prints it; nobody else reads a destination.

use std::borrow::Cow;

use super::contents::Catalog;
use super::identity::{fold, url_path};
use super::link::{Base, Fragment, Resolved, Spelling, Target};
use super::own_url::{OwnUrl, Owner};
use super::redirect::RedirectChain;
use super::reference::{
    LinkParts, composed, folder, is_generated, join, liquid, scheme, shortcode, split, strip_folded,
    without_extension, without_page_extension,
};
use crate::indexed::{ArticleIndex, DocsetIndex, IdentityIndex, LocaleIndex};
use crate::layout::{self, Docset, DocsetKind, LayoutName};
use crate::markdown::Dialect;

/// Where root-relative links of an Open Publishing repository lead outside of it.
const PUBLISHING_ROOT: &str = "https://learn.microsoft.com/{locale}";

impl<N> Catalog<N> {
    /// What `destination`, written at `base`, means to a reader of `base.reader`.
    pub fn resolve<'l>(&self, base: Base<'_>, destination: &'l str) -> Resolved<'l> {
        self.resolve_after(base, destination, &mut RedirectChain::default())
    }

    pub(super) fn resolve_after<'l>(
        &self,
        base: Base<'_>,
        destination: &'l str,
        chain: &mut RedirectChain,
    ) -> Resolved<'l> {
        let written = destination.trim();
        let plain =
            |target| Resolved { target, query: None, fragment: Fragment::None, spelling: Spelling::Exact };
        if written.is_empty() {
            return plain(Target::Empty);
        }
        let dialect = base.file.document.syntax.dialect;
        if let Some(found) = self.resolve_generated(dialect, base, written, chain) {
            return found.unwrap_or_else(|| plain(Target::Missing));
        }
        if let Some(rest) = written.strip_prefix("//") {
            return plain(Target::External(Cow::Owned(format!("https://{rest}"))));
        }
        match scheme(written) {
            Some("http" | "https") => {
                let own = self.own_url(written);
                let found = own.and_then(|own| self.resolve_own(base, own, chain));
                // What goes round in a circle here would do so there.
                let is_dead = chain.is_lost() || own.is_some_and(|own| self.is_dead(own));
                let otherwise =
                    if is_dead { Target::Missing } else { Target::External(Cow::Borrowed(written)) };
                found.unwrap_or_else(|| plain(otherwise))
            }
            Some(scheme) if scheme.eq_ignore_ascii_case("xref") => self
                .resolve_uid(base, &written[scheme.len() + 1..])
                .unwrap_or_else(|| plain(Target::Special(written))),
            Some(_) => plain(Target::Special(written)),
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
        let (query, fragment, spelling) = (None, Fragment::None, Spelling::Exact);
        let unknown = Resolved { target: Target::Generated, query, fragment, spelling };
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
            let target =
                if parts.fragment.is_some() || parts.query.is_some() { Target::Here } else { Target::Empty };
            let fragment =
                parts.fragment.take().map_or(Fragment::None, |name| self.fragment_here(base, name));
            return Resolved { target, query: parts.query, fragment, spelling: Spelling::Exact };
        }
        let query = parts.query;
        let missing =
            Resolved { target: Target::Missing, query, fragment: Fragment::None, spelling: Spelling::Exact };
        if let Some(from_root) = parts.path.strip_prefix("~/") {
            let path = format!("{}{from_root}", docset.prefix);
            return self.resolve_path(base, LinkParts { path, ..parts }, chain).unwrap_or(missing);
        }
        if let Some(from_root) = parts.path.strip_prefix('/').map(str::to_owned) {
            let found = self.below_site(base, &from_root).and_then(|below| {
                self.resolve_root(base, below, parts.at(parts.path.clone()), written, chain)
            });
            let found = found.or_else(|| self.resolve_root(base, &from_root, parts, written, chain));
            return found.unwrap_or(missing);
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
            Some(self.asset_link(asset, &parts.path, parts.query))
        };
        found
            .or_else(beside)
            .or_else(|| self.resolve_from_page(base, split(written), chain))
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

    /// What a path names below the folder that its site is published in, where it says that folder.
    fn below_site<'p>(&self, base: Base<'_>, from_root: &'p str) -> Option<&'p str> {
        strip_folded(from_root, self.docsets[base.file.docset].site_path.as_deref()?)
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
        let docset = &self.docsets[base.file.docset];
        let (reader, from_root) = self.strip_locale(base.reader, whole);
        let asset = self.static_asset(base, whole).or_else(|| self.static_asset(base, from_root));
        let of_asset = asset.map(|asset| self.asset_link(asset, from_root, parts.query));
        if of_asset.as_ref().is_some_and(|found| matches!(found.target, Target::Asset(_))) {
            return of_asset;
        }
        let base = Base { reader, ..base };
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
            let found = self.resolve_path(base, parts.at(path), chain);
            if found.is_some() || chain.is_lost() || is_redirect && is_here() {
                return found;
            }
            let file = layout::join(&docset.site, whole);
            let found = of_asset
                .or_else(|| (!is_published).then(|| self.resolve_file(base, &file, &parts, chain)).flatten());
            if found.is_some() || !is_published && (is_own || self.index.external_root.is_none()) {
                return found;
            }
        }
        let root = self.index.external_root.as_deref().unwrap_or(PUBLISHING_ROOT);
        let slug = self.locales[base.reader].locale.slug();
        let url = format!("{}{written}", root.replace("{locale}", slug).trim_end_matches('/'));
        let target = Target::External(Cow::Owned(url));
        Some(Resolved { target, query: None, fragment: Fragment::None, spelling: Spelling::Exact })
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
            return Some(self.asset_link(asset, &below, parts.query));
        }
        let path = format!("{}{below}", docset.prefix);
        self.resolve_path(Base { reader, ..base }, LinkParts { path, ..parts }, chain)
    }

    /// An absolute URL of this site. Below the path of its own base, a locale's folder is that locale.
    fn resolve_own<'l>(
        &self,
        base: Base<'_>,
        own: OwnUrl<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let parts = split(own.path);
        if let Some(asset) = self.static_asset(base, &parts.path) {
            return Some(self.asset_link(asset, &parts.path, parts.query));
        }
        if own.owner != Owner::Folder {
            return self.resolve_path(base, parts, chain);
        }
        let (reader, path) = self.strip_locale(base.reader, &parts.path);
        let path = path.to_owned();
        self.resolve_path(Base { reader, ..base }, LinkParts { path, ..parts }, chain)
    }

    /// A path in the space of article IDs: article, asset, section or redirect.
    pub(super) fn resolve_path<'l>(
        &self,
        base: Base<'_>,
        parts: LinkParts<'l>,
        chain: &mut RedirectChain,
    ) -> Option<Resolved<'l>> {
        let path = join("", &parts.path)?;
        let query = parts.query;
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
            let fragment = parts.fragment.map_or(Fragment::None, |name| self.fragment_in(article, name));
            return Some(Resolved { target: Target::Article { locale, article }, query, fragment, spelling });
        }
        let prefix = &self.docsets[base.file.docset].prefix;
        if let Some(below) = path.strip_prefix(prefix.as_str())
            && let Some(asset) = self.asset_in_chain(base, below)
        {
            return Some(self.asset_link(asset, below, query));
        }
        if let Some(redirect) = self.redirect_at(stem, base.reader) {
            return self.follow(base, redirect, parts, chain);
        }
        let target = self.section_at(base.reader, stem)?;
        Some(Resolved { target, query, fragment: Fragment::None, spelling: Spelling::Exact })
    }

    /// The folder at a path, or the one that a YAML page there stands for.
    fn section_at(&self, reader: LocaleIndex, stem: &str) -> Option<Target<'static>> {
        let is_yaml = self.index.sections.contains(&fold(stem));
        let url = url_path(if is_yaml { folder(stem) } else { stem });
        let locale = self.index.folders.get(&url).and_then(|articles| {
            let has_page =
                |&locale: &LocaleIndex| articles.iter().any(|&article| self.shown(article, locale).is_some());
            self.candidates(reader).find(has_page)
        });
        match locale {
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
