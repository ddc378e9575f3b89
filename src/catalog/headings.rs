//! The headings of all articles get their names: those of the source first, then those of its translations. Names no
//! heading itself.

use rayon::prelude::*;

use super::anchors::name_headings;
use super::identify::Identified;
use super::model::HeadingName;
use super::reuse::ReusableNames;
use crate::indexed::{ArticleIndex, IndexVec, LocaleIndex};

/// The names of the headings of every article. They stay as they were where neither the article nor its original has
/// changed.
pub(super) fn heading_names(
    identified: &Identified,
    source: Option<LocaleIndex>,
) -> IndexVec<ArticleIndex, Vec<HeadingName>> {
    let Identified { articles, identities, .. } = identified;
    let originals: IndexVec<ArticleIndex, Option<ArticleIndex>> = articles
        .iter()
        .map(|article| identities[article.identity].original(article.localised.locale, source))
        .collect();
    let reusable = |index: ArticleIndex| articles[index].localised.names.as_ref();
    let unchanged = |index: ArticleIndex| -> Option<&ReusableNames> {
        let original = originals[index];
        let original_path = original.map(|original| &articles[original].localised.file.path);
        let is_reused =
            original.is_none_or(|original| reusable(original).is_some_and(|names| names.original.is_none()));
        reusable(index).filter(|names| is_reused && names.original.as_ref() == original_path)
    };
    let mut all: IndexVec<ArticleIndex, Vec<HeadingName>> = IndexVec::filled(Vec::new(), articles.len());
    for is_translation in [false, true] {
        let chosen: Vec<ArticleIndex> =
            articles.indices().filter(|&index| originals[index].is_some() == is_translation).collect();
        let name = |&index: &ArticleIndex| match unchanged(index) {
            Some(reused) => reused.names.clone(),
            None => {
                let source = originals[index]
                    .map(|original| (&articles[original].localised.file.document, all[original].as_slice()));
                name_headings(&articles[index].localised.file.document, source)
            }
        };
        let names: Vec<Vec<HeadingName>> = chosen.par_iter().map(name).collect();
        for (index, names) in chosen.into_iter().zip(names) {
            all[index] = names;
        }
    }
    all
}
