//! The units of a source: values of its front matter, then its blocks, with what an older translation has for them. Writes nothing.

use std::collections::BTreeSet;

use crate::line_end;
use crate::translation::merge::{BlockState, Merge, MergedBlock, Unit as Block};

use super::blocks::{Blocks, Inner};
use super::carried::{Codes, Written, carried};
use super::front;
use super::ids::Ids;
use super::notes::Notes;
use super::original::{Made, Original};
use super::unit::{Content, Match, TargetState, Unit};

/// All units of a source: values of the front matter that are translated, then blocks.
pub fn units(original: &Original<'_>) -> Vec<Unit> {
    let source = line_end::normal(original.source);
    let merged = merged(original);
    let front = front::values(&source, original).into_iter().map(|value| value.unit);
    let blocks = Blocks::new(&source, original.syntax);
    front.chain(extracted(&blocks, merged.as_ref(), original).into_iter().map(|it| it.unit)).collect()
}

/// The merge with the older version, where there is one.
pub(super) fn merged(original: &Original<'_>) -> Option<Merge> {
    let older = original.older?;
    Some(Merge::new(original.syntax, older.source, original.source, older.translation))
}

/// A unit that is a block.
pub(super) struct Extracted {
    pub(super) unit: Unit,
    /// Among the blocks of the article.
    pub(super) block: usize,
    pub(super) inner: Inner,
    /// How its codes are written: in the older translation, where that still holds, else in the source.
    pub(super) codes: Codes,
    /// Those that a translation of it must have.
    pub(super) wanted: BTreeSet<u32>,
    /// What the older translation has for it, as it is written there.
    pub(super) reused: Option<String>,
}

/// The blocks that are units.
pub(super) fn extracted(
    blocks: &Blocks<'_>,
    merged: Option<&Merge>,
    original: &Original<'_>,
) -> Vec<Extracted> {
    let mut ids = Ids::default();
    let mut notes = Notes::default();
    let mut found = Vec::new();
    for (at, block) in blocks.article.units.iter().enumerate() {
        let Some(inner) = blocks.inner(block).filter(Inner::has_words) else { continue };
        let codes = Codes::of(blocks.article.text, &inner.pieces).without_prefix(block);
        let older = merged.and_then(|merged| merged.blocks.get(at)).zip(original.older);
        let older = older.map(|(merged, older)| versions(blocks, block, merged, &codes, older.made));
        let Older { target, state, previous, reused } = older.unwrap_or_default();
        let (reused, own) =
            reused.map_or((None, Codes::default()), |(written, codes)| (Some(written), codes));
        let ruling = if reused.is_some() { &own } else { &codes };
        let is_wanted = |code: &Written| !code.is_emphasis();
        let wanted = ruling.0.iter().filter(|(_, code)| is_wanted(code)).map(|(&id, _)| id).collect();
        let codes = own.with(&codes);
        let unit = Unit {
            id: ids.next(&inner.content),
            source: inner.content.clone(),
            target,
            state,
            previous,
            notes: notes.of(blocks, block, &inner),
            words: block.words,
        };
        found.push(Extracted { unit, block: at, inner, codes, wanted, reused });
    }
    found
}

/// What an older translation has for a block.
struct Older {
    target: Option<Content>,
    state: TargetState,
    previous: Option<Match>,
    reused: Option<(String, Codes)>,
}

impl Default for Older {
    fn default() -> Self {
        Self { target: None, state: TargetState::Initial, previous: None, reused: None }
    }
}

fn versions(blocks: &Blocks<'_>, block: &Block, merged: &MergedBlock, codes: &Codes, made: Made) -> Older {
    if let (BlockState::Reused, Some(written)) = (merged.state, &merged.translation) {
        let (target, codes) = carried(codes, written, &blocks.pieces(written, block));
        let reused = Some((written.clone(), codes));
        return Older { target: Some(target), state: made.state(), previous: None, reused };
    }
    let pair = merged.origin.as_ref().zip(merged.previous.as_ref());
    let previous = pair.map(|(source, target)| Match {
        source: carried(codes, source, &blocks.pieces(source, block)).0,
        target: carried(codes, target, &blocks.pieces(target, block)).0,
    });
    Older { previous, ..Older::default() }
}
