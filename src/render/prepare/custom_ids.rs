//! Which custom IDs have a page, where it is, and which articles each opens. Renders nothing.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, custom_id_folder};
use crate::locale::Collation;

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
pub(crate) fn headline(catalog: &Catalog, identity: IdentityIndex) -> Option<ArticleIndex> {
    catalog.page_for(identity, catalog.default).map(|(_, article)| article)
}
