//! The URLs that the pages of the source had without a locale, where its generator gives it none, and where each leads now.
//! Renders nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{
    AliasStart, Article, Catalog, IdentityIndex, LayoutName, LocaleIndex, SitePlace, Unprefixed,
};
use crate::locale::Locale;

use super::old_urls::{Destination, OldUrl};
use super::sections::Section;

/// Those that nothing of the site has, in order: of articles, of sections, and the old ones that articles name from the root
/// of the site; none where they are not asked for. `sections` are those of the source.
pub(super) fn unprefixed(catalog: &Catalog, sections: &[Section]) -> Vec<OldUrl> {
    if catalog.unprefixed == Some(Unprefixed::None) {
        return Vec::new();
    }
    let files: BTreeSet<String> = catalog
        .assets
        .iter()
        .filter(|asset| asset.place == SitePlace::Root)
        .map(|asset| asset.site_path.to_lowercase())
        .collect();
    let is_file = |url: &str| {
        let steps = url.match_indices('/').map(|(slash, _)| &url[..slash]);
        steps.chain([url]).any(|path| files.contains(path))
    };
    let mut urls: BTreeMap<String, Destination> = BTreeMap::new();
    let mut add = |url: String, to: Destination| {
        if !url.is_empty() && !is_of_site(catalog, &url) && !is_file(&url) {
            urls.entry(url).or_insert(to);
        }
    };
    for (url, to) in of_articles(catalog) {
        add(url, to);
    }
    if let Some(source) = catalog.source {
        let sections: BTreeSet<&str> = sections.iter().map(|section| section.url.as_str()).collect();
        let articles: Vec<String> = of_articles(catalog).into_iter().map(|(url, _)| url).collect();
        let above = articles.iter().flat_map(|url| url.match_indices('/').map(|(slash, _)| &url[..slash]));
        for url in above.filter(|url| sections.contains(url)) {
            add(url.to_owned(), Destination::Section(source, url.to_owned()));
        }
    }
    let taken = taken(catalog, sections);
    for (url, to) in of_aliases(catalog, &taken) {
        add(url, to);
    }
    urls.into_iter().map(|(url, to)| OldUrl { url, to }).collect()
}

/// The page of an article for readers of a locale, where it has one there.
fn page(catalog: &Catalog, article: &Article, reader: LocaleIndex) -> Option<Destination> {
    let (locale, article) = catalog.page_for(article.identity, reader).filter(|(at, _)| *at == reader)?;
    Some(Destination::Article { locale, article, fragment: None })
}

/// The URLs of the articles of the source without their locale.
fn of_articles(catalog: &Catalog) -> Vec<(String, Destination)> {
    let Some(source) = catalog.source else { return Vec::new() };
    let articles = catalog.articles.iter();
    let articles = articles.filter(|article| article.locale == source && had_no_locale(catalog, article));
    let url = |article: &Article| {
        Some((catalog.identities[article.identity].url.clone(), page(catalog, article, source)?))
    };
    articles.filter_map(url).collect()
}

/// What articles of the source, else of the default locale, name as old paths from the root. What another article or a
/// section has in the locale is not redirected, so that a link without the locale leads nowhere else.
fn of_aliases(
    catalog: &Catalog,
    taken: &BTreeMap<&str, Option<IdentityIndex>>,
) -> impl Iterator<Item = (String, Destination)> {
    let reader = catalog.source.unwrap_or(catalog.default);
    let articles = catalog.articles.iter().filter(move |article| article.locale == reader);
    articles.flat_map(move |article| {
        let written = article.file.front_matter.redirect_from.iter();
        written.filter_map(move |written| {
            let alias = catalog.alias(&written.value).ok()?;
            let url = catalog.old_url(&alias).filter(|_| alias.start == AliasStart::Root)?;
            let is_own = |holder: &Option<IdentityIndex>| *holder == Some(article.identity);
            let is_free = taken.get(url.as_str()).is_none_or(is_own);
            is_free.then(|| page(catalog, article, reader)).flatten().map(|page| (url, page))
        })
    })
}

/// The URLs of the locale whose old paths are redirected, and the articles that have them; sections are none.
fn taken<'c>(catalog: &'c Catalog, sections: &'c [Section]) -> BTreeMap<&'c str, Option<IdentityIndex>> {
    let reader = catalog.source.unwrap_or(catalog.default);
    let sections = sections.iter().map(|section| (section.url.as_str(), None));
    let articles = catalog.identities.iter_enumerated();
    let articles = articles.filter(|&(identity, _)| catalog.shown(identity, reader).is_some());
    sections.chain(articles.map(|(identity, known)| (known.url.as_str(), Some(identity)))).collect()
}

/// Whether the page of an article of the source had no locale in its URL.
fn had_no_locale(catalog: &Catalog, article: &Article) -> bool {
    let docset = &catalog.docsets[article.file.docset];
    let is_named = || docset.root.rsplit('/').next().is_some_and(Locale::is_name);
    catalog.unprefixed == Some(Unprefixed::Redirect)
        || match docset.layout {
            LayoutName::Hugo | LayoutName::Zola | LayoutName::Docusaurus | LayoutName::MkDocs => true,
            LayoutName::Starlight | LayoutName::VitePress | LayoutName::VuePress | LayoutName::Jekyll => {
                !is_named()
            }
            LayoutName::Learn | LayoutName::Folders | LayoutName::Suffix | LayoutName::Mixed => false,
        }
}

/// Whether the site has something of its own at the first step of a path.
fn is_of_site(catalog: &Catalog, url: &str) -> bool {
    let first = url.split('/').next().unwrap_or(url);
    let is_locale = |locale: LocaleIndex| catalog.locales[locale].locale.slug() == first;
    catalog.is_of_root(first) || catalog.locales.indices().any(is_locale)
}
