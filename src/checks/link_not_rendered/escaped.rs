//! `\\[text\\](target)` in a translation: its brackets are shown, while other translations of the article have the link.

use std::collections::BTreeSet;

use super::brackets::Brackets;
use super::broken::{Broken, MAX_TARGET, looks_like_target, without_title};
use crate::catalog::{Article, Catalog, File};
use crate::checks::check::{InBlock, in_blocks};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::{Block, StrayKind};

/// All of a file. Where the escape may be meant, as in an article about Markdown, there is none.
pub(super) fn all<'c>(catalog: &Catalog, file: &'c File) -> Vec<(&'c Block, Broken)> {
    let blocks = in_blocks(file, StrayKind::EscapedBracket);
    if blocks.is_empty() {
        return Vec::new();
    }
    let Some(article) = catalog.article_at(&file.path) else { return Vec::new() };
    let links = Links::of_others(catalog, &catalog.articles[article]);
    let mut all = Vec::new();
    for InBlock { block, strays } in blocks {
        let range = block.span.range();
        let Some(whole) = file.text.get(..range.end) else { continue };
        let brackets = Brackets::of(whole, range);
        for bracket in strays {
            if let Some(broken) = broken(whole, &brackets, bracket.start as usize, &links) {
                all.push((block, broken));
            }
        }
    }
    all
}

/// The links of the other translations of an article.
struct Links<'c> {
    targets: BTreeSet<&'c str>,
    /// Whether the source is another article, which escapes no link.
    has_plain_source: bool,
}

impl<'c> Links<'c> {
    fn of_others(catalog: &'c Catalog, article: &Article) -> Self {
        let translations = &catalog.identities[article.identity].translations;
        let mut links = Self { targets: BTreeSet::new(), has_plain_source: false };
        for other in translations.iter().flatten().map(|&other| &catalog.articles[other]) {
            if other.locale == article.locale {
                continue;
            }
            let document = &other.file.document;
            links.targets.extend(document.links.iter().map(|link| &*link.destination));
            links.targets.extend(document.images.iter().map(|image| &*image.destination));
            if catalog.source == Some(other.locale) {
                links.has_plain_source =
                    document.strays.iter().all(|stray| stray.kind != StrayKind::EscapedBracket);
            }
        }
        links
    }
}

/// The link whose `]` stands at a place behind its backslash, and before a `(`.
fn broken(whole: &str, brackets: &Brackets, at: usize, links: &Links<'_>) -> Option<Broken> {
    let text_end = at.checked_sub(1)?;
    let open = brackets.opening(at).filter(|open| at - open < MAX_TARGET)?;
    let start = open.checked_sub(1).filter(|start| whole[*start..].starts_with('\\'))?;
    let close = brackets.closing(at + 1).filter(|close| close - at < MAX_TARGET)?;
    let (text, target) = (whole.get(open + 1..text_end)?, whole.get(at + 2..close)?);
    let address = without_title(target);
    if text.trim().is_empty() || address.contains(char::is_whitespace) || !looks_like_target(address) {
        return None;
    }
    let applicability = match links.targets.contains(address) {
        true => Applicability::Safe,
        false if links.has_plain_source => Applicability::Unsafe,
        false => return None,
    };
    let start = start - usize::from(whole[..start].ends_with('!'));
    let image = if whole[start..].starts_with('!') { "!" } else { "" };
    Some(Broken {
        span: Span::new(start, close + 1),
        reason: "the brackets are escaped",
        right: Some((applicability, format!("{image}[{text}]({target})"))),
    })
}
