//! What a change of marks does to its block: read again, it says the same or not. Changes nothing.

use crate::catalog::File;
use crate::checks::check::InBlock;
use crate::diagnostic::Span;
use crate::markdown::{Document, StrayKind};

/// How many strays of a kind fewer the block has with `right` at `span`, if it says the same and leads to the same places.
pub(super) fn leaves(
    file: &File,
    found: &InBlock<'_>,
    kind: StrayKind,
    span: Span,
    right: &str,
) -> Option<usize> {
    let (old, new) = InBlock::with(found.block, file, span, right);
    let (old, new) = (Document::parse(old, 0), Document::parse(&new, 0));
    let strays = |document: &Document| document.strays.iter().filter(|stray| stray.kind == kind).count();
    let is_text = |c: &char| !c.is_whitespace() && !matches!(c, '*' | '_' | '~');
    let letters = |text: &str| text.chars().filter(is_text).collect::<String>();
    let targets = |document: &Document| {
        let links = document.links.iter().map(|link| link.destination.clone());
        links.chain(document.images.iter().map(|image| image.destination.clone())).collect::<Vec<_>>()
    };
    let is_same = letters(&new.text) == letters(&old.text) && targets(&new) == targets(&old);
    strays(&old).checked_sub(strays(&new)).filter(|_| is_same)
}
