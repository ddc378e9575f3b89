//! Everything a link can lead to, by folded path. Finds nothing by itself: `resolve` asks.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::Value;

use super::alias::own_site;
use super::anchors::Anchors;
use super::dated;
use super::identity::fold;
use super::invisible::visible;
use super::link_names::NearestNames;
use super::made_pages::MadePages;
use super::model::{Article, CatalogAsset, CatalogLocale, File, Identity};
use super::options::Options;
use super::redirect::Redirect;
use super::reference::{plain_host, without_extension};
use crate::indexed::{
    ArticleIndex, AssetIndex, DocsetIndex, IdentityIndex, IncludeIndex, IndexVec, LocaleIndex, RedirectIndex,
};
use crate::layout::{Docset, DocsetKind, Layout, LayoutName, Role, strip_folder};
use crate::locale::Locale;

/// Hosts that an Open Publishing docset is published on.
const PUBLISHING_HOSTS: [&str; 2] = ["docs.microsoft.com", "learn.microsoft.com"];

/// An include, and the locale that its name gives it.
type IncludeInLocale = (Option<LocaleIndex>, IncludeIndex);

/// Everything a link can lead to, by folded path.
#[derive(Debug, Default)]
pub(crate) struct LinkIndex {
    /// Article ID space: path below a docset of one locale, prefix included, without extension.
    pub(super) articles: BTreeMap<String, IdentityIndex>,
    /// Files of mixed folders, path below the docset.
    pub(super) mixed: BTreeMap<String, ArticleIndex>,
    /// Last step of a path in a folder of Hugo's → the article, where only one has it.
    pub(super) by_name: BTreeMap<String, Option<IdentityIndex>>,
    /// `uid` of an article → that article; of several, the first.
    pub(super) uids: BTreeMap<String, IdentityIndex>,
    /// Docset and path below it.
    pub(super) assets: BTreeMap<(DocsetIndex, String), AssetIndex>,
    /// Files named `name.<locale>.png`, by the path that they have without the locale.
    pub(super) variants: BTreeMap<(DocsetIndex, String), BTreeMap<LocaleIndex, AssetIndex>>,
    /// The static folders.
    pub(super) statics: Vec<DocsetIndex>,
    pub(super) includes: BTreeMap<(DocsetIndex, String), Vec<IncludeInLocale>>,
    /// YAML pages and tables of contents: folded ID-space path of their folder.
    pub(super) sections: BTreeSet<String>,
    /// URL path of every folder → the articles in it and below it.
    pub(super) folders: BTreeMap<String, Vec<IdentityIndex>>,
    /// Folded ID-space path without extension → the redirects there.
    pub(super) redirects: BTreeMap<String, Vec<RedirectIndex>>,
    /// Of every docset, those of the other locales with the same prefix: locale → docset.
    pub(super) siblings: BTreeMap<String, BTreeMap<LocaleIndex, DocsetIndex>>,
    /// `https://host/path` prefixes, folded and without scheme, of this site.
    pub(super) own_bases: Vec<String>,
    /// That of `[site] base_url`: whatever is below it, this site made.
    pub(super) own_site: Option<String>,
    pub(super) external_root: Option<String>,
    pub(super) anchors: Anchors,
    pub(super) nearest: NearestNames,
    pub(super) made: MadePages,
}

/// What links can lead to.
pub(super) struct LinkTargets<'c> {
    pub(super) locales: &'c IndexVec<LocaleIndex, CatalogLocale>,
    pub(super) articles: &'c IndexVec<ArticleIndex, Article>,
    pub(super) identities: &'c IndexVec<IdentityIndex, Identity>,
    pub(super) includes: &'c IndexVec<IncludeIndex, File>,
    pub(super) assets: &'c IndexVec<AssetIndex, CatalogAsset>,
    pub(super) redirects: &'c IndexVec<RedirectIndex, Redirect>,
}

impl LinkIndex {
    pub(super) fn new(targets: &LinkTargets<'_>, layout: &Layout, options: &Options) -> Self {
        let anchors = Anchors::new(targets.articles.len(), targets.includes.len());
        let nearest = NearestNames::new(targets.locales.len(), layout.docsets.len());
        let external_root = options.external_root.clone();
        let made = MadePages::new(targets.locales.len(), options);
        let mut index = Self { external_root, anchors, nearest, made, ..Self::default() };
        index.add_articles(targets, layout);
        // An article with an address of its own is linked by that too.
        for (number, identity) in targets.identities.iter_enumerated() {
            if identity.url != *identity.id {
                index.articles.entry(fold(&identity.url)).or_insert(number);
            }
        }
        for article in targets.articles {
            if let Some(uid) = article.file.front_matter.other.get("uid").and_then(Value::as_str) {
                index.uids.entry(uid.trim().to_owned()).or_insert(article.identity);
            }
        }
        index.add_assets(targets, layout);
        for (number, include) in targets.includes.iter_enumerated() {
            let key = (include.docset, fold(&include.below));
            index.includes.entry(key).or_default().push((include.locale, number));
        }
        for placed in layout.files.iter().filter(|placed| matches!(placed.role, Role::Section | Role::Toc)) {
            let path =
                format!("{}{}", layout.docsets[placed.docset].prefix, without_extension(&placed.below));
            index.sections.insert(fold(&path));
        }
        for (number, identity) in targets.identities.iter_enumerated() {
            for (slash, _) in identity.url.match_indices('/') {
                index.folders.entry(identity.url[..slash].to_owned()).or_default().push(number);
            }
        }
        for (number, redirect) in targets.redirects.iter_enumerated() {
            index.redirects.entry(fold(&redirect.from)).or_default().push(number);
        }
        index.add_siblings(targets, layout);
        index.add_own_bases(layout, options);
        index
    }

    /// Every article by its path, by its ID where that is another, and by its name as stored where that has a locale.
    fn add_articles(&mut self, targets: &LinkTargets<'_>, layout: &Layout) {
        let paths = |article: &Article| {
            let docset = &layout.docsets[article.file.docset];
            let file = &article.file;
            let in_docset = |below: &str| fold(&format!("{}{below}", docset.prefix));
            let names_locale = matches!(docset.kind, DocsetKind::Mixed | DocsetKind::Suffixed);
            let stored = names_locale.then(|| strip_folder(&file.path, &docset.root)).flatten();
            let stored = stored.map(without_extension).map(in_docset);
            let dated = dated::paths(article, docset).into_iter().map(|dated| in_docset(&dated));
            let others = file.id.as_deref().map(in_docset).into_iter().chain(stored).chain(dated);
            (in_docset(without_extension(&file.below)), others.collect::<Vec<_>>())
        };
        let paths: Vec<(String, Vec<String>)> = targets.articles.par_iter().map(paths).collect();
        for ((number, article), (path, others)) in targets.articles.iter_enumerated().zip(paths) {
            let is_mixed = layout.docsets[article.file.docset].kind == DocsetKind::Mixed;
            for path in std::iter::once(path).chain(others) {
                if is_mixed {
                    self.mixed.entry(path).or_insert(number);
                } else {
                    if layout.docsets[article.file.docset].layout == LayoutName::Hugo {
                        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
                        let holder = self.by_name.entry(name).or_insert(Some(article.identity));
                        *holder = holder.filter(|holder| *holder == article.identity);
                    }
                    self.articles.entry(path).or_insert(article.identity);
                }
            }
        }
    }

    fn add_assets(&mut self, targets: &LinkTargets<'_>, layout: &Layout) {
        let mut locales: BTreeMap<&str, Option<LocaleIndex>> = BTreeMap::new();
        for (number, asset) in targets.assets.iter_enumerated() {
            self.assets.entry((asset.docset, fold(&asset.below))).or_insert(number);
            let Some((below, tag)) = of_locale(&asset.below) else { continue };
            let locale = locales.entry(tag).or_insert_with(|| {
                let locale = Locale::named(tag)?;
                targets.locales.position(|entry| entry.locale.same_content(&locale))
            });
            if let Some(locale) = *locale {
                let variants = self.variants.entry((asset.docset, fold(&below))).or_default();
                variants.entry(locale).or_insert(number);
            }
        }
        // As links to articles do, those to files find a name without what nobody sees in it.
        for (number, asset) in targets.assets.iter_enumerated() {
            if let Some(found) = visible(&asset.below) {
                self.assets.entry((asset.docset, fold(&found.plain))).or_insert(number);
            }
        }
        let is_static = |(_, docset): &(DocsetIndex, &Docset)| docset.kind == DocsetKind::Static;
        self.statics = layout.docsets.iter_enumerated().filter(is_static).map(|(number, _)| number).collect();
    }

    fn add_siblings(&mut self, targets: &LinkTargets<'_>, layout: &Layout) {
        let locales: BTreeMap<&Locale, LocaleIndex> =
            targets.locales.iter_enumerated().map(|(number, entry)| (&entry.locale, number)).collect();
        for (number, docset) in layout.docsets.iter_enumerated() {
            if let Some(&locale) = docset.locale.as_ref().and_then(|locale| locales.get(locale)) {
                self.siblings.entry(docset.prefix.clone()).or_default().insert(locale, number);
            }
        }
    }

    fn add_own_bases(&mut self, layout: &Layout, options: &Options) {
        for docset in &layout.docsets {
            let Some(base) = docset.base_path.as_ref().filter(|_| docset.kind == DocsetKind::Published)
            else {
                continue;
            };
            self.own_bases.extend(PUBLISHING_HOSTS.iter().map(|host| fold(&format!("{host}/{base}"))));
        }
        if let Some(address) = own_site(options.base_url.as_deref()) {
            let address = fold(address);
            let (host, path) = address.split_once('/').unwrap_or((&address, ""));
            let site = format!("{}/{path}", plain_host(host)).trim_end_matches('/').to_owned();
            self.own_bases.push(site.clone());
            self.own_site = Some(site);
        }
        self.own_bases.sort();
        self.own_bases.dedup();
    }
}

/// `img/name.fr.png`: the path without what may be a locale, and that.
fn of_locale(below: &str) -> Option<(String, &str)> {
    let (stem, extension) = below.rsplit_once('.')?;
    let (name, tag) = stem.rsplit_once('.')?;
    let is_name = !name.is_empty() && !name.ends_with('/') && !tag.contains('/');
    is_name.then(|| (format!("{name}.{extension}"), tag))
}
