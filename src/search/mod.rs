//! The search index of each locale: which words stand in which articles, and with which weight. Pure; knows no page
//! and no template, and writes no file: `render` writes its parts.

mod collect;
mod engine;
mod fold;
mod gather;
mod language;
mod shard;
mod source;
mod synonyms;
mod terms;
#[cfg(test)]
mod tests;
mod text;
mod weigh;
mod words;

use std::ops::Range;

use crate::catalog::{ArticleIndex, Catalog, LocaleIndex};

pub use engine::{Engine, Hit};
pub use fold::Folding;
pub use shard::Shard;
pub use source::SourceTerms;
pub use text::text;

/// Bytes of excerpt text after which a chunk of records ends: some six answers, two and a half kilobytes compressed.
const CHUNK_BYTES: usize = 5 << 10;

/// Articles in a chunk of records at the most.
const CHUNK_ARTICLES: usize = 8;

/// What can be searched in one locale.
#[derive(Debug)]
pub struct SearchIndex {
    /// The articles, in the order that numbers them.
    pub documents: Vec<ArticleIndex>,
    /// The words, in the order of UTF-16, and where they stand; each part is fetched on its own.
    pub shards: Vec<Shard>,
    /// The articles of each chunk of records, as ranges of [`Self::documents`].
    pub chunks: Vec<Range<usize>>,
    /// Ten hexadecimal digits that change with the numbers of the articles or with any word.
    pub version: String,
    /// How words of queries are folded: as those of the articles were.
    pub folding: Folding,
    /// Groups of words of one meaning: `word,two words,stem*`, each word folded. The number of a group is that of its term.
    pub synonyms: Vec<String>,
}

impl SearchIndex {
    /// Reads the articles `documents`, all written in `locale`; `synonyms` are groups of words, separated by commas.
    pub fn new(
        catalog: &Catalog,
        locale: LocaleIndex,
        documents: Vec<ArticleIndex>,
        synonyms: &[&str],
        sources: &SourceTerms,
    ) -> Self {
        let folding = Folding::new(catalog.locales[locale].locale.language());
        let collected = collect::collect(catalog, locale, &documents, &folding, sources);
        let mut entries = weigh::weigh(collected);
        let (synonyms, groups) = synonyms::groups(synonyms, &entries, folding);
        let place = entries.partition_point(|entry| entry.term.starts_with(weigh::ID));
        entries.splice(place..place, groups);
        let shards = shard::shards(&entries);
        let mut version = blake3::Hasher::new();
        for shard in &shards {
            version.update(shard.terms.as_bytes()).update(shard.postings.as_bytes());
        }
        for &document in &documents {
            let article = &catalog.articles[document];
            let url = &catalog.identities[article.identity].url;
            version.update(article.title.as_bytes()).update(b"\n").update(url.as_bytes()).update(b"\n");
        }
        let version = version.finalize().to_hex()[..10].to_owned();
        let chunks = chunks(catalog, &documents);
        Self { documents, shards, chunks, version, folding, synonyms }
    }
}

/// Neighbouring articles, grouped until there is enough text for one request.
fn chunks(catalog: &Catalog, documents: &[ArticleIndex]) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (number, &document) in documents.iter().enumerate() {
        bytes += catalog.articles[document].file.document.text.len();
        let end = number + 1;
        if bytes >= CHUNK_BYTES || end - start == CHUNK_ARTICLES || end == documents.len() {
            chunks.push(start..end);
            (start, bytes) = (end, 0);
        }
    }
    chunks
}
