//! What looks like markup and was not read as such, block by block. Judges nothing.

use std::ops::Range;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind, StrayKind};

/// The strays of one kind in one block of running text.
#[derive(Debug)]
pub(crate) struct InBlock<'c> {
    pub(crate) block: &'c Block,
    pub(crate) strays: Vec<Span>,
}

/// Bytes on each side of a fix that are read again to see what it does. A block may hold as many flaws as it is long.
const AROUND: usize = 400;

impl InBlock<'_> {
    /// The text of the block round `span`, as it is and with `right` in place of the span.
    pub(crate) fn with<'f>(block: &Block, file: &'f File, span: Span, right: &str) -> (&'f str, String) {
        let text = &file.text;
        let (span, block) = (span.range(), block.span.range());
        let start = text.ceil_char_boundary(span.start.saturating_sub(AROUND)).max(block.start);
        let end = text.floor_char_boundary(span.end + AROUND).min(block.end);
        let piece = |range: Range<usize>| text.get(range).unwrap_or("");
        let new = [piece(start..span.start), right, piece(span.end..end)].concat();
        (piece(start..end), new)
    }
}

/// Every block of a file with strays of this kind, in order.
pub(crate) fn in_blocks(file: &File, kind: StrayKind) -> Vec<InBlock<'_>> {
    let mut found: Vec<InBlock<'_>> = Vec::new();
    for stray in file.document.strays.iter().filter(|stray| stray.kind == kind) {
        let holder = file.document.block_at(stray.span.start as usize);
        let holder = holder.filter(|block| stray.span.end <= block.span.end);
        let Some(block) = holder.filter(|block| block.kind != BlockKind::Code) else { continue };
        match found.last_mut() {
            Some(last) if last.block.span == block.span => last.strays.push(stray.span),
            _ => found.push(InBlock { block, strays: vec![stray.span] }),
        }
    }
    found
}
