//! Counts the terms of documents, whatever texts those have. Knows no article.

use rayon::prelude::*;

use crate::catalog::ArticleIndex;

use super::fold::Folding;
use super::terms::Terms;
use super::text::{FIELDS, Field};
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

/// The terms of some documents, which are numbered from 0 here.
pub(super) struct Group {
    pub(super) terms: Terms,
    /// In the order of the documents.
    pub(super) postings: Vec<Posting>,
    /// Terms in each field, by document.
    pub(super) lengths: Vec<[u32; FIELDS]>,
}

/// Reads documents with `read`, in parallel.
pub(super) fn gather(
    documents: &[ArticleIndex],
    folding: Folding,
    read: &(impl Fn(ArticleIndex, &mut Reader<'_>) + Sync),
) -> Group {
    let group = |documents: &[ArticleIndex]| {
        let mut divider = Divider::new(folding);
        let mut reader = Reader::new(&mut divider);
        documents.iter().for_each(|&article| {
            reader.begin();
            read(article, &mut reader);
        });
        reader.group
    };
    let groups: Vec<Group> = documents.par_chunks(GROUP).map(group).collect();
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
    Group { terms, postings, lengths }
}

/// Counts the terms of one document after the other.
pub(super) struct Reader<'d> {
    divider: &'d mut Divider,
    group: Group,
    /// By term: where the posting of the document at hand is, if it has one.
    open: Vec<u32>,
    /// By term of the sources: its number here plus one, 0 where it has none.
    numbers: Vec<u32>,
    /// Where the postings of the document at hand begin.
    first: usize,
}

impl<'d> Reader<'d> {
    fn new(divider: &'d mut Divider) -> Self {
        let group = Group { terms: Terms::new(), postings: Vec::new(), lengths: Vec::new() };
        Self { divider, group, open: Vec::new(), numbers: Vec::new(), first: 0 }
    }

    fn begin(&mut self) {
        self.first = self.group.postings.len();
        self.group.lengths.push([0; FIELDS]);
    }

    /// Counts the terms of a text.
    pub(super) fn read(&mut self, field: Field, text: &str) {
        let Self { divider, group, open, first, .. } = self;
        divider.divide(text, &mut |term| {
            let term = group.terms.number(term);
            group.count(open, *first, term, (field, 1));
            group.lengthen(field, 1);
        });
    }

    /// Adds what the source of the document holds, `length` terms.
    pub(super) fn add(&mut self, terms: &Terms, postings: &[Posting], length: u32) {
        self.numbers.resize(terms.len(), 0);
        for posting in postings {
            let number = &mut self.numbers[posting.term as usize];
            if *number == 0 {
                *number = self.group.terms.number(terms.get(posting.term as usize)) as u32 + 1;
            }
            let times = posting.counts[Field::Source as usize];
            self.group.count(&mut self.open, self.first, *number as usize - 1, (Field::Source, times));
        }
        self.group.lengthen(Field::Source, length);
    }
}

impl Group {
    /// Counts a term of the document at hand, whose postings begin at `first`.
    fn count(&mut self, open: &mut Vec<u32>, first: usize, term: usize, (field, times): (Field, u8)) {
        if term >= open.len() {
            open.resize(term + 1, u32::MAX);
        }
        let at = open[term] as usize;
        if at == u32::MAX as usize || at < first {
            open[term] = self.postings.len() as u32;
            let mut counts = [0; FIELDS];
            counts[field as usize] = times;
            let document = self.lengths.len() as u32 - 1;
            self.postings.push(Posting { term: term as u32, document, counts });
        } else {
            let count: &mut u8 = &mut self.postings[at].counts[field as usize];
            *count = count.saturating_add(times);
        }
    }

    fn lengthen(&mut self, field: Field, terms: u32) {
        if let Some(length) = self.lengths.last_mut() {
            length[field as usize] += terms;
        }
    }
}
