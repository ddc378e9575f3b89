//! Which assets a site needs. Reads no asset.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::{AssetIndex, Catalog, RedirectIndex, SitePlace, Target};

/// The assets that articles show or link and redirects lead to, and those of static folders, as indices into
/// [`Catalog::assets`], each once.
pub fn used_assets(catalog: &Catalog) -> Vec<AssetIndex> {
    let mut used = of_redirects(catalog);
    let is_at_root = |asset: &AssetIndex| {
        let asset = &catalog.assets[*asset];
        asset.place == SitePlace::Root && asset.is_served()
    };
    used.extend(catalog.assets.indices().filter(is_at_root));
    used.extend(of_articles(catalog));
    used.into_iter().collect()
}

/// The assets that articles and their includes show or link, and their icons.
fn of_articles(catalog: &Catalog) -> BTreeSet<AssetIndex> {
    catalog
        .articles
        .par_iter()
        .flat_map_iter(|article| catalog.files_of(article))
        .flat_map_iter(|base| {
            let document = &base.file.document;
            let images = document.images.iter().map(|image| &*image.destination);
            let links = document.links.iter().map(|link| &*link.destination);
            let icon = base.file.front_matter.icon.iter().map(|icon| &*icon.value);
            images.chain(links).chain(icon).filter_map(move |destination| {
                match catalog.resolve(base, destination).target {
                    Target::Asset(asset) => Some(asset),
                    _ => None,
                }
            })
        })
        .collect()
}

/// The assets that redirects lead to.
fn of_redirects(catalog: &Catalog) -> BTreeSet<AssetIndex> {
    let redirects = catalog.published().flat_map(|locale| {
        let redirects: BTreeMap<&str, RedirectIndex> = catalog.redirects_for(locale);
        redirects.into_values().map(move |redirect| (locale, redirect))
    });
    let asset = |(locale, redirect)| match catalog.follow_redirect(redirect, locale).0.target {
        Target::Asset(asset) => Some(asset),
        _ => None,
    };
    redirects.filter_map(asset).collect()
}
