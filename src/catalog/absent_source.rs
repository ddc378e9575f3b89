//! What a localised repository takes from that of its source, where that is not here. Reads nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::indexed::{ArticleIndex, AssetIndex, DocsetIndex, IndexVec};
use crate::locale::Locale;

use super::model::{Article, CatalogAsset};

/// Images that a docset shows at the least, and has none of, where they stand in the repository of its source.
const MANY_IMAGES: usize = 50;

/// The docsets that show many images and have none.
pub(super) fn images_elsewhere(
    absent_source: Option<&Locale>,
    articles: &IndexVec<ArticleIndex, Article>,
    assets: &IndexVec<AssetIndex, CatalogAsset>,
) -> BTreeSet<DocsetIndex> {
    if absent_source.is_none() {
        return BTreeSet::new();
    }
    let mut shown: BTreeMap<DocsetIndex, usize> = BTreeMap::new();
    for article in articles {
        *shown.entry(article.file.docset).or_default() += article.file.document.images.len();
    }
    let with_assets: BTreeSet<DocsetIndex> = assets.iter().map(|asset| asset.docset).collect();
    let many =
        shown.into_iter().filter(|(docset, images)| *images >= MANY_IMAGES && !with_assets.contains(docset));
    many.map(|(docset, _)| docset).collect()
}
