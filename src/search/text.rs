//! Which texts of an article are searched, and which of them a result shows.

use crate::catalog::{Article, ArticleIndex, Catalog, File};
use crate::markdown::{BlockKind, Document};

/// Bytes of text that a result can quote from.
const EXCERPT_BYTES: usize = 24 << 10;

/// A part of an article, by what its words are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Heading,
    Body,
    /// What it is called elsewhere: source title, article ID, anchors, keywords.
    Name,
    /// The text of its source.
    Source,
}

/// How many fields there are.
pub(super) const FIELDS: usize = 5;

/// Calls `read` with every text of the article, its includes among them, but that of its source.
pub(super) fn fields(catalog: &Catalog, article: &Article, read: &mut impl FnMut(Field, &str)) {
    read(Field::Title, &article.title);
    let identity = &catalog.identities[article.identity];
    read(Field::Name, &identity.id);
    let front_matter = &article.file.front_matter;
    if let Some(description) = &front_matter.description {
        read(Field::Body, &description.value);
    }
    front_matter.tags.iter().for_each(|tag| read(Field::Name, &tag.value));
    for base in catalog.files_of(article) {
        blocks(base.file, |kind, text| match kind {
            BlockKind::Heading(_) => read(Field::Heading, text),
            _ => read(Field::Body, text),
        });
        base.file.document.images.iter().for_each(|image| read(Field::Body, &image.alt));
        let anchors = base.file.document.headings.iter().filter_map(|heading| heading.anchor.as_ref());
        anchors.for_each(|anchor| read(Field::Name, &anchor.name));
        base.file.document.lookups.iter().for_each(|lookup| read(Field::Source, &lookup.source_text));
    }
    if let Some(source) = source(catalog, article) {
        read(Field::Name, &source.title);
    }
}

/// The article that this one is a translation of; its blocks are searched too.
pub(super) fn source<'c>(catalog: &'c Catalog, article: &Article) -> Option<&'c Article> {
    let source = catalog.source.filter(|source| *source != article.locale)?;
    catalog.identities[article.identity].translations[source].map(|source| &catalog.articles[source])
}

/// Every block but the title.
pub(super) fn blocks<'f>(file: &'f File, mut read: impl FnMut(BlockKind, &'f str)) {
    let document: &Document = &file.document;
    let is_title = |kind| match kind {
        BlockKind::Heading(index) => {
            let title = document.title_heading();
            title.is_some_and(|title| std::ptr::eq(title, &raw const document.headings[index as usize]))
        }
        _ => false,
    };
    for block in &document.blocks {
        if is_title(block.kind) {
            continue;
        }
        // A heading without words has those of its images.
        let heading = block.kind.heading().filter(|_| block.text.is_empty());
        let heading = heading.and_then(|index| document.headings.get(index as usize));
        read(block.kind, heading.map_or(block.text.slice(&document.text), |heading| &heading.text));
    }
}

/// The text of an article that a result quotes from: a line each block, without the title.
pub fn text(catalog: &Catalog, article: ArticleIndex) -> String {
    let article = &catalog.articles[article];
    let mut all = String::with_capacity(article.file.document.text.len());
    for base in catalog.files_of(article) {
        blocks(base.file, |_, text| {
            let text = text.trim();
            if !text.is_empty() && all.len() + text.len() <= EXCERPT_BYTES {
                if !all.is_empty() {
                    all.push('\n');
                }
                all.push_str(text);
            }
        });
    }
    all
}
