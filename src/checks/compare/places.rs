//! Where a translation should have what a sibling has. Compares nothing.

use std::collections::BTreeMap;

use crate::alignment::{self, Alignment};
use crate::catalog::Article;
use crate::diagnostic::Span;

use super::difference::place;
use super::{Fact, Facts};

/// The places in one translation; each sibling is aligned with it once, when first asked for.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    article: &'a Article,
    siblings: &'a [&'a Facts<'a>],
    alignments: BTreeMap<usize, Alignment>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(article: &'a Article, siblings: &'a [&'a Facts<'a>]) -> Self {
        Self { article, siblings, alignments: BTreeMap::new() }
    }

    /// Where the fact of the sibling with this number should be.
    pub(crate) fn of(&mut self, sibling: usize, fact: &Fact<'_>) -> Span {
        let file = &self.article.file;
        if fact.block.is_none() {
            return file.front_matter.span.map(|span| Span { end: span.start, ..span }).unwrap_or_default();
        }
        let theirs = self.siblings[sibling].document();
        let alignment =
            self.alignments.entry(sibling).or_insert_with(|| alignment::blocks(theirs, &file.document));
        place(fact, alignment, &file.document)
    }
}
