//! The description of an article, and texts cut to a length. Renders nothing.

use crate::catalog::Article;
use crate::markdown::{BlockKind, Document};

/// Characters of a description at the most.
const DESCRIPTION: usize = 160;

/// `description`, else the beginning of the first paragraph.
pub(crate) fn description(article: &Article) -> Option<String> {
    let written = article.file.front_matter.description.as_ref().map(|text| text.value.trim());
    let written = written.filter(|text| !text.is_empty()).map(str::to_owned);
    written.or_else(|| excerpt(&article.file.document))
}

/// The beginning of the first paragraph.
fn excerpt(document: &Document) -> Option<String> {
    let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let mut texts = paragraphs.map(|block| block.text.slice(&document.text).trim());
    let text = texts.find(|text| !text.is_empty())?;
    Some(shortened(text, DESCRIPTION, &[',', ';', ':', ' ']))
}

/// The text, or its first `longest` characters, cut between words; `dropped` does not stand before the ellipsis.
pub(super) fn shortened(text: &str, longest: usize, dropped: &[char]) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let cut = &text[..end];
    let cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words);
    format!("{}…", cut.trim_end_matches(dropped))
}
