//! How often each term stands in each field of each article of a locale. Divides no text.

use crate::catalog::{ArticleIndex, Catalog, IndexVec, LocaleIndex};

use super::fold::Folding;
use super::gather::{Group, Posting, Reader, gather};
use super::source::SourceTerms;
use super::terms::Terms;
use super::text::{self, FIELDS, Field};

/// What a locale's articles hold.
#[derive(Debug)]
pub(super) struct Collected {
    pub(super) terms: Terms,
    /// In the order of the documents.
    pub(super) postings: Vec<Posting>,
    /// Terms in each field, by document.
    pub(super) lengths: Vec<[u32; FIELDS]>,
    /// Custom IDs and the documents they open, in the order of the IDs.
    pub(super) ids: Vec<(String, Vec<u32>)>,
}

/// Reads all documents of a locale, in parallel.
pub(super) fn collect(
    catalog: &Catalog,
    locale: LocaleIndex,
    documents: &[ArticleIndex],
    folding: &Folding,
    sources: &SourceTerms,
) -> Collected {
    let read = |article: ArticleIndex, reader: &mut Reader<'_>| {
        let article = &catalog.articles[article];
        text::fields(catalog, article, &mut |field, text| reader.read(field, text));
        let Some(source) = text::source(catalog, article) else { return };
        match sources.of(article.identity, folding) {
            Some((postings, length)) => reader.add(&sources.terms, postings, length),
            None => text::blocks(&source.file, |_, text| reader.read(Field::Source, text)),
        }
    };
    let Group { terms, postings, lengths } = gather(documents, *folding, &read);
    Collected { terms, postings, lengths, ids: ids(catalog, locale, documents) }
}

/// Every translation of an article has the custom IDs of all of them.
fn ids(catalog: &Catalog, locale: LocaleIndex, documents: &[ArticleIndex]) -> Vec<(String, Vec<u32>)> {
    let mut numbers = IndexVec::filled(None, catalog.articles.len());
    for (number, &article) in documents.iter().enumerate() {
        numbers[article] = Some(number as u32);
    }
    let opened = catalog.custom_ids.iter().filter_map(|(id, identities)| {
        let own = identities.iter().filter_map(|&identity| catalog.identities[identity].translations[locale]);
        let mut found: Vec<u32> = own.filter_map(|article| numbers[article]).collect();
        found.sort_unstable();
        (!found.is_empty()).then(|| (id.clone(), found))
    });
    opened.collect()
}
