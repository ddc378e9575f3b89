//! The URLs that the pages of the source had without a locale, where its generator gives it none, and where each leads now.
//! Renders nothing.

use std::collections::BTreeSet;

use crate::catalog::{Article, Catalog, LayoutName, LocaleIndex, SitePlace, Unprefixed};
use crate::locale::Locale;

use super::old_urls::{Destination, OldUrl};

/// Those that nothing of the site has, in order, and the locale of the source; none where they are not asked for.
pub(super) fn unprefixed(catalog: &Catalog) -> Vec<OldUrl> {
    let Some(source) = catalog.source.filter(|_| catalog.unprefixed != Some(Unprefixed::None)) else {
        return Vec::new();
    };
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
    let mut urls: Vec<OldUrl> = catalog
        .articles
        .iter_enumerated()
        .filter(|(_, article)| article.locale == source && had_no_locale(catalog, article))
        .filter_map(|(index, article)| {
            let url = &catalog.identities[article.identity].url;
            let (locale, _) = catalog.page_for(article.identity, source).filter(|(at, _)| *at == source)?;
            let is_free = !url.is_empty() && !is_of_site(catalog, url) && !is_file(url);
            let to = Destination::Article { locale, article: index, fragment: None };
            is_free.then(|| OldUrl { url: url.clone(), to })
        })
        .collect();
    urls.sort_by(|a, b| a.url.cmp(&b.url));
    urls
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
