//! Every article with a page in a locale, in collation order, and how the list of all of them is split. Renders nothing.

use std::ops::Range;

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, LIST_PAGE, LocaleIndex};
use crate::front_matter::FrontMatter;
use crate::locale::Collation;

/// An article with a page in a locale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    pub(crate) identity: IdentityIndex,
    /// The article shown: in another locale on fallback pages.
    pub(crate) article: ArticleIndex,
    /// Whether it is the text of the home and has no page of its own.
    pub(crate) is_index: bool,
}

impl Listed {
    /// The source of the article, if there is one: what that says of pages holds in every language.
    pub(crate) fn original(&self, catalog: &Catalog) -> ArticleIndex {
        let source = catalog.source.and_then(|source| catalog.identities[self.identity].translations[source]);
        source.unwrap_or(self.article)
    }

    /// The front matter of that one.
    pub(super) fn settings<'c>(&self, catalog: &'c Catalog) -> &'c FrontMatter {
        &catalog.articles[self.original(catalog)].file.front_matter
    }
}

/// Every article with a page in the locale, by the name it has in lists, then by ID.
pub(super) fn listed(catalog: &Catalog, locale: LocaleIndex) -> Vec<Listed> {
    let collation = Collation::new(&catalog.locales[locale].locale);
    let mut keyed: Vec<(Vec<u8>, Listed)> = catalog
        .identities
        .par_indices()
        .filter_map(|identity| {
            let article = catalog.shown(identity, locale)?;
            let is_index = catalog.identities[identity].url.is_empty();
            Some((collation.key(catalog.articles[article].label()), Listed { identity, article, is_index }))
        })
        .collect();
    keyed.sort_by(|(a, one), (b, other)| a.cmp(b).then(one.identity.cmp(&other.identity)));
    keyed.into_iter().map(|(_, listed)| listed).collect()
}

/// The articles on each page of the list of all; empty where one page holds all.
pub(super) fn lists(listed: &[Listed]) -> Vec<Range<usize>> {
    let articles = listed.iter().filter(|entry| !entry.is_index).count();
    if articles <= LIST_PAGE {
        return Vec::new();
    }
    let starts = (0..listed.len()).step_by(LIST_PAGE);
    starts.map(|start| start..listed.len().min(start + LIST_PAGE)).collect()
}
