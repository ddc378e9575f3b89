//! How often each term stands in each field of each article.

use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IndexVec, LocaleIndex};

use super::fold::Folding;
use super::terms::Terms;
use super::text::{self, FIELDS, Field};
use super::words::Divider;

/// Articles that one thread reads into one table of terms: enough for the table to pay, few enough to share out.
const GROUP: usize = 192;

/// How often a term stands in an article, by field; 255 at the most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) term: u32,
    pub(super) document: u32,
    pub(super) counts: [u8; FIELDS],
}

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
) -> Collected {
    let groups: Vec<Group> =
        documents.par_chunks(GROUP).map(|group| read(catalog, group, *folding)).collect();
    let mut terms = Terms::new();
    let mut postings = Vec::with_capacity(groups.iter().map(|group| group.postings.len()).sum());
    let mut lengths = Vec::with_capacity(documents.len());
    for group in groups {
        let first = lengths.len() as u32;
        let numbers: Vec<u32> =
            (0..group.terms.len()).map(|own| terms.number(group.terms.get(own)) as u32).collect();
        postings.extend(group.postings.into_iter().map(|posting| Posting {
            term: numbers[posting.term as usize],
            document: posting.document + first,
            counts: posting.counts,
        }));
        lengths.extend(group.lengths);
    }
    Collected { terms, postings, lengths, ids: ids(catalog, locale, documents) }
}

/// The terms of some documents, which are numbered from 0 here.
struct Group {
    terms: Terms,
    postings: Vec<Posting>,
    lengths: Vec<[u32; FIELDS]>,
}

fn read(catalog: &Catalog, documents: &[ArticleIndex], folding: Folding) -> Group {
    let mut divider = Divider::new(folding);
    let (mut terms, mut postings, mut lengths) = (Terms::new(), Vec::new(), Vec::new());
    // By term: where the posting of the document at hand is, if it has one.
    let mut open: Vec<u32> = Vec::new();
    for (document, &article) in documents.iter().enumerate() {
        let mut length = [0_u32; FIELDS];
        let first = postings.len();
        text::fields(catalog, &catalog.articles[article], &mut |field: Field, text: &str| {
            let field = field as usize;
            divider.divide(text, &mut |term| {
                let term = terms.number(term);
                length[field] += 1;
                if term == open.len() {
                    open.push(u32::MAX);
                }
                let at = open[term] as usize;
                if at == u32::MAX as usize || at < first {
                    open[term] = postings.len() as u32;
                    let mut counts = [0; FIELDS];
                    counts[field] = 1;
                    postings.push(Posting { term: term as u32, document: document as u32, counts });
                } else {
                    let count: &mut u8 = &mut postings[at].counts[field];
                    *count = count.saturating_add(1);
                }
            });
        });
        lengths.push(length);
    }
    Group { terms, postings, lengths }
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
