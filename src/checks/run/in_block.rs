//! What looks like markup and was not read as such, block by block. Judges nothing.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind, StrayKind};

/// The strays of one kind in one block of running text.
#[derive(Debug)]
pub(in crate::checks) struct InBlock<'c> {
    pub(in crate::checks) block: &'c Block,
    pub(in crate::checks) strays: Vec<Span>,
}

/// Every block of a file with strays of this kind, in order.
pub(in crate::checks) fn in_blocks(file: &File, kind: StrayKind) -> Vec<InBlock<'_>> {
    let blocks = &file.document.blocks;
    let mut found: Vec<InBlock<'_>> = Vec::new();
    for stray in file.document.strays.iter().filter(|stray| stray.kind == kind) {
        let after = blocks.partition_point(|block| block.span.start <= stray.span.start);
        let holder = blocks[..after].last().filter(|block| stray.span.end <= block.span.end);
        let Some(block) = holder.filter(|block| block.kind != BlockKind::Code) else { continue };
        match found.last_mut() {
            Some(last) if last.block.span == block.span => last.strays.push(stray.span),
            _ => found.push(InBlock { block, strays: vec![stray.span] }),
        }
    }
    found
}
