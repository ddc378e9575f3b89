//! Which custom IDs have a page, where it is, and which articles each opens, in all locales and in one. Renders nothing.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, LocaleIndex, custom_id_folder};
use crate::locale::Collation;

use super::listed::Listed;
use super::sections::Sections;

/// The page of a custom ID.
#[derive(Debug)]
pub(crate) struct CustomIdPage {
    /// Below the root: `open/9357/`.
    pub(crate) folder: String,
    /// The IDs that have this folder, in order: more than one where they differ in letter case only.
    pub(crate) ids: Vec<String>,
    /// The articles with a page in any locale, by title in the default locale.
    pub(crate) identities: Vec<IdentityIndex>,
}

/// The pages of all custom IDs, in the order of their folders. `collation` is that of the default locale.
pub(super) fn pages(catalog: &Catalog, collation: &Collation) -> Vec<CustomIdPage> {
    let ids: Vec<(&String, &Vec<IdentityIndex>)> = catalog.custom_ids.iter().collect();
    let folders: Vec<Option<String>> = ids.par_iter().map(|(id, _)| custom_id_folder(id)).collect();
    let mut pages: BTreeMap<String, CustomIdPage> = BTreeMap::new();
    for ((id, identities), folder) in ids.into_iter().zip(folders) {
        let Some(folder) = folder else { continue };
        let has_page = |identity: &IdentityIndex| catalog.page_for(*identity, catalog.default).is_some();
        let shown = identities.iter().copied().filter(has_page);
        let page = pages.entry(folder).or_insert_with_key(|folder| CustomIdPage {
            folder: folder.clone(),
            ids: Vec::new(),
            identities: Vec::new(),
        });
        page.ids.push(id.clone());
        page.identities.extend(shown);
    }
    let mut pages: Vec<CustomIdPage> =
        pages.into_values().filter(|page| !page.identities.is_empty()).collect();
    pages.par_iter_mut().for_each(|CustomIdPage { identities, .. }| {
        identities.sort_unstable();
        identities.dedup();
        if identities.len() > 1 {
            identities.sort_by_cached_key(|&identity| {
                headline(catalog, identity).map(|article| collation.key(&catalog.articles[article].title))
            });
        }
    });
    pages
}

/// The article whose title stands for all its translations: what a reader of the default locale gets.
fn headline(catalog: &Catalog, identity: IdentityIndex) -> Option<ArticleIndex> {
    catalog.page_for(identity, catalog.default).map(|(_, article)| article)
}

/// The list of a custom ID that opens several articles in one locale.
#[derive(Debug)]
pub(crate) struct CustomIdList {
    /// Index into the pages of custom IDs.
    pub(crate) page: usize,
    /// Below the locale's folder, no slashes at its ends: `open/9357`.
    pub(crate) url: String,
    /// Indices into what the locale lists: what is written in it first, each in collation order of the titles.
    pub(crate) entries: Vec<usize>,
}

/// The lists of a locale, in the order of the pages; none where an article or a section has the address.
pub(super) fn lists(
    catalog: &Catalog,
    locale: LocaleIndex,
    pages: &[CustomIdPage],
    listed: &[Listed],
    sections: &Sections,
) -> Vec<CustomIdList> {
    let places: BTreeMap<IdentityIndex, usize> =
        listed.iter().enumerate().map(|(place, entry)| (entry.identity, place)).collect();
    let articles = listed.iter().map(|entry| catalog.identities[entry.identity].url.as_str());
    let taken: BTreeSet<&str> = articles
        .chain(sections.all.iter().map(|section| section.url.as_str()))
        .filter(|url| url.starts_with("open/"))
        .collect();
    let is_fallback = |place: usize| catalog.articles[listed[place].article].locale != locale;
    let list = |(page, opens): (usize, &CustomIdPage)| {
        let mut entries: Vec<usize> =
            opens.identities.iter().filter_map(|identity| places.get(identity).copied()).collect();
        entries.sort_unstable_by_key(|&place| (is_fallback(place), place));
        let url = opens.folder.trim_end_matches('/');
        let is_list = entries.len() > 1 && !taken.contains(url);
        is_list.then(|| CustomIdList { page, url: url.to_owned(), entries })
    };
    let several = pages.iter().enumerate().filter(|(_, page)| page.identities.len() > 1);
    several.filter_map(list).collect()
}
