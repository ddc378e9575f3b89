//! Which custom IDs have a page, where it is, and which articles each opens. Renders nothing.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, url_path};
use crate::locale::Collation;

/// The longest ID that has a page: what `custom_ids` allows. Digits in `ms.custom` may be more than a file name holds.
const LONGEST: usize = 64;

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

/// The folder of an ID's page, by the rules of [`url_path`]; none where that leaves nothing (`..`) or too much.
pub(crate) fn folder(id: &str) -> Option<String> {
    // The `index` at the end is what `url_path` drops, so that an ID of that name stays.
    let path = url_path(&format!("open/{id}/index"));
    (id.len() <= LONGEST && path != "open").then(|| path + "/")
}

/// The pages of all custom IDs, in the order of their folders. `collation` is that of the default locale.
pub(super) fn pages(catalog: &Catalog, collation: &Collation) -> Vec<CustomIdPage> {
    let ids: Vec<(&String, &Vec<IdentityIndex>)> = catalog.custom_ids.iter().collect();
    let folders: Vec<Option<String>> = ids.par_iter().map(|(id, _)| folder(id)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_that_an_address_can_have_has_a_folder_of_its_own() {
        assert_eq!(folder("9357").as_deref(), Some("open/9357/"));
        assert_eq!(folder("0042").as_deref(), Some("open/0042/"));
        assert_eq!(folder("Getting-Started").as_deref(), Some("open/getting-started/"));
        assert_eq!(
            folder("6F9619FF-8B86-D011-B42D-00C04FC964FF"),
            folder("6f9619ff-8b86-d011-b42d-00c04fc964ff")
        );
        assert_eq!(folder("index").as_deref(), Some("open/index/"));
        assert_eq!(folder("index.html").as_deref(), Some("open/index.html/"));
    }

    #[test]
    fn none_leaves_the_folder() {
        assert_eq!(folder("."), None);
        assert_eq!(folder(".."), None);
        assert_eq!(folder("../../x").as_deref(), Some("open/x/"));
        assert_eq!(folder(&"1".repeat(LONGEST + 1)), None);
    }
}
