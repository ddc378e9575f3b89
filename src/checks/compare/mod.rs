//! What a translation is compared with, and how they differ in what nobody translates. Finds differences; says nothing
//! about them.

mod command;
mod compared;
mod difference;
mod fact;
mod facts;
mod number;
mod placeholder;
mod places;
mod say;
mod siblings;
mod url;

use std::collections::BTreeMap;

use crate::alignment;
use crate::catalog::{ArticleIndex, Catalog, Identity};
use crate::translation::{Basis, State, Translations};

use url::Addresses;

pub(crate) use command::{has_known_verb, like_command};
pub use compared::{Against, Compared};
pub use difference::Difference;
pub(crate) use difference::differences;
pub use fact::{Extent, Fact};
pub use facts::Facts;
pub(crate) use number::TURNED;
pub(crate) use number::digit;
pub(crate) use places::Places;
pub(crate) use say::{Noun, found, say, say_held_by};
pub(crate) use siblings::odd;
pub(crate) use url::leads_nowhere;

/// Others of one version of the source, at least, whose vote counts.
pub(crate) const VOTES: usize = 3;

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
            let is_sibling = |&article: &ArticleIndex| siblings(catalog, identity, article).next().is_some();
            all().filter(is_sibling).collect()
        }
    };
    let mut known = Addresses::new();
    let facts = |article| Facts::new(catalog, &catalog.articles[article], &mut known);
    wanted.iter().copied().zip(wanted.iter().copied().map(facts)).collect()
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
        let siblings: Vec<&Facts<'_>> =
            siblings(catalog, identity, index).filter_map(|sibling| facts.get(&sibling)).collect();
        return if siblings.len() < VOTES {
            Against::Few { ours, siblings }
        } else {
            Against::Siblings { ours, siblings }
        };
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
