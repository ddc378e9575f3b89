//! What a translation is compared with, and how they differ in what nobody translates. Finds differences; says nothing
//! about them.

mod compared;
mod difference;
mod fact;
mod facts;
mod number;
mod placeholder;
mod say;
mod siblings;
mod url;

use std::collections::BTreeMap;

use crate::alignment;
use crate::catalog::{ArticleIndex, Catalog, Identity};
use crate::translation::{Basis, State, Translations};

pub use compared::{Against, Compared};
pub use difference::Difference;
pub(crate) use difference::differences;
pub use fact::Fact;
pub use facts::Facts;
pub(crate) use say::{Noun, say, say_where};
pub(crate) use siblings::{Odd, odd};

/// Translations of one version of the source, at least, that are compared with each other.
const SIBLINGS: usize = 4;

/// The facts of those articles of one ID that are compared with others.
pub(super) fn facts<'c>(
    catalog: &'c Catalog,
    translations: &Translations,
    identity: &Identity,
) -> BTreeMap<ArticleIndex, Facts<'c>> {
    let all = || identity.translations.iter().flatten().copied();
    let wanted: Vec<ArticleIndex> = match translations.basis {
        Basis::Source => {
            let current: Vec<ArticleIndex> =
                all().filter(|&article| translations.state(article) == State::Current).collect();
            let source = all().filter(|&article| translations.state(article) == State::Source);
            if current.is_empty() { current } else { source.chain(current).collect() }
        }
        Basis::Siblings => {
            let is_sibling =
                |&article: &ArticleIndex| siblings(catalog, identity, article).count() + 1 >= SIBLINGS;
            all().filter(is_sibling).collect()
        }
    };
    wanted.into_iter().map(|article| (article, Facts::new(catalog, &catalog.articles[article]))).collect()
}

/// What the article `index` is compared with.
pub(super) fn against<'c>(
    catalog: &'c Catalog,
    translations: &Translations,
    identity: &Identity,
    index: ArticleIndex,
    facts: &'c BTreeMap<ArticleIndex, Facts<'c>>,
) -> Against<'c> {
    let Some(ours) = facts.get(&index) else { return Against::Nothing };
    if translations.basis == Basis::Siblings {
        let siblings = siblings(catalog, identity, index).filter_map(|sibling| facts.get(&sibling)).collect();
        return Against::Siblings { ours, siblings };
    }
    let source = catalog.source.and_then(|source| identity.translations[source]);
    match source.filter(|&source| source != index).and_then(|source| facts.get(&source)) {
        None => Against::Nothing,
        Some(source) => {
            let alignment = alignment::blocks(source.document(), ours.document());
            Against::Source { ours, source, alignment }
        }
    }
}

/// The other translations of the same version of the source.
fn siblings<'c>(
    catalog: &'c Catalog,
    identity: &'c Identity,
    index: ArticleIndex,
) -> impl Iterator<Item = ArticleIndex> + 'c {
    let hash = move |article: ArticleIndex| {
        catalog.articles[article].file.front_matter.source_hash.as_ref().map(|hash| hash.value.as_str())
    };
    let own = hash(index);
    let others = identity.translations.iter().flatten().copied();
    others.filter(move |&other| other != index && own.is_some() && hash(other) == own)
}
