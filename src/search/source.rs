//! The terms of the texts that articles were translated from, read once for all locales. Weighs nothing.

use std::ops::Range;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, IndexVec};

use super::fold::Folding;
use super::gather::{Group, Posting, Reader, gather};
use super::terms::Terms;
use super::text::{self, Field};
use super::words::is_of_word;

/// What the originals of all translations hold, folded as where a language has no rules of its own.
#[derive(Debug)]
pub struct SourceTerms {
    pub(super) terms: Terms,
    postings: Vec<Posting>,
    of: IndexVec<IdentityIndex, Option<SourceText>>,
}

#[derive(Clone, Debug)]
struct SourceText {
    postings: Range<usize>,
    /// Terms in it.
    length: u32,
    letters: Letters,
}

/// Which letters stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// Those of ASCII, which every language folds alike.
    Ascii,
    Any,
}

impl SourceTerms {
    /// Reads every original of a translation, in parallel.
    pub fn new(catalog: &Catalog) -> Self {
        let is_translated = |article: &ArticleIndex| {
            let translations = &catalog.identities[catalog.articles[*article].identity].translations;
            translations.iter().flatten().nth(1).is_some()
        };
        let originals = catalog.source.into_iter().flat_map(|source| {
            catalog.identities.iter().filter_map(move |identity| identity.translations[source])
        });
        let originals: Vec<ArticleIndex> = originals.filter(is_translated).collect();
        let read = |article: ArticleIndex, reader: &mut Reader<'_>| {
            let file = &catalog.articles[article].file;
            text::blocks(file, |_, text| reader.read(Field::Source, text));
        };
        let Group { terms, postings, lengths } = gather(&originals, Folding::new(""), &read);
        let mut of = IndexVec::filled(None, catalog.identities.len());
        let mut start = 0;
        for (document, (&article, length)) in originals.iter().zip(&lengths).enumerate() {
            let own = postings[start..].iter().take_while(|posting| posting.document as usize == document);
            let end = start + own.count();
            let article = &catalog.articles[article];
            let is_ascii = article.file.document.text.chars().all(|c| c.is_ascii() || !is_of_word(c));
            of[article.identity] = Some(SourceText {
                postings: start..end,
                length: length[Field::Source as usize],
                letters: if is_ascii { Letters::Ascii } else { Letters::Any },
            });
            start = end;
        }
        Self { terms, postings, of }
    }

    /// The terms of the original of an article as `folding` has them, and their number; none where the language folds
    /// some otherwise.
    pub(super) fn of(&self, identity: IdentityIndex, folding: &Folding) -> Option<(&[Posting], u32)> {
        let text = self.of[identity].as_ref()?;
        let is_alike = text.letters == Letters::Ascii || folding.is_general();
        is_alike.then(|| (&self.postings[text.postings.clone()], text.length))
    }
}
