//! How two lists of facts differ. Knows two lists and which blocks belong together.

use std::collections::BTreeMap;

use crate::alignment::Alignment;
use crate::diagnostic::Span;
use crate::markdown::Document;

use super::Fact;

/// How a translation differs in one fact from its source, or from all its siblings.
#[derive(Clone, Copy, Debug)]
pub enum Difference<'f> {
    /// The others have it; where it should stand in the translation.
    Missing { theirs: &'f Fact<'f>, at: Span },
    /// The translation has it.
    Added { ours: &'f Fact<'f> },
    /// Both have one here, but not the same.
    Changed { ours: &'f Fact<'f>, theirs: &'f Fact<'f> },
    /// All siblings have it as often as each other, but not as often as the translation.
    Times { fact: &'f Fact<'f>, ours: usize, theirs: usize },
}

/// The facts that only one side has, in the order of the translation's text. What has only moved is no difference.
pub(crate) fn differences<'f>(
    ours: &'f [Fact<'f>],
    theirs: &'f [Fact<'f>],
    alignment: &Alignment,
    document: &Document,
) -> Vec<Difference<'f>> {
    if ours.iter().map(|fact| &fact.key).eq(theirs.iter().map(|fact| &fact.key)) {
        return Vec::new();
    }
    let mut by_key: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, fact) in ours.iter().enumerate() {
        by_key.entry(&fact.key).or_default().0.push(index);
    }
    for (index, fact) in theirs.iter().enumerate() {
        by_key.entry(&fact.key).or_default().1.push(index);
    }
    // Where a fact of the source stands in the translation.
    let block = |their: usize| theirs[their].block.and_then(|block| alignment.translation_of(block));
    let (mut added, mut missing) = (Vec::new(), Vec::new());
    for (mut our, mut their) in by_key.into_values().filter(|(our, their)| our.len() != their.len()) {
        // Those that stand in blocks of one pair belong together; of the others as many as there are.
        let mut places: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        our.iter().for_each(|&index| *places.entry(ours[index].block).or_default() += 1);
        their.retain(|&index| match places.get_mut(&block(index)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        our.retain(|&index| match places.get_mut(&ours[index].block) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        });
        let same = our.len().min(their.len());
        added.extend(our.drain(same..));
        missing.extend(their.drain(same..));
    }
    missing.sort_unstable();
    added.sort_unstable_by(|a, b| b.cmp(a));
    // By block, the last one first.
    let mut free: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    added.into_iter().for_each(|our| free.entry(ours[our].block).or_default().push(our));
    let mut found: Vec<(Span, Difference<'f>)> = Vec::new();
    for their in missing {
        let fact = &theirs[their];
        let here = block(their);
        let instead = free
            .get_mut(&here)
            .filter(|_| here.is_some() == fact.block.is_some())
            .and_then(|left| left.pop_if(|our| ours[*our].name() == fact.name()));
        match instead {
            Some(our) => {
                found.push((ours[our].span, Difference::Changed { ours: &ours[our], theirs: fact }));
            }
            None => {
                let at = place(fact, alignment, document);
                found.push((at, Difference::Missing { theirs: fact, at }));
            }
        }
    }
    let left = free.into_values().flatten();
    found.extend(left.map(|our| (ours[our].span, Difference::Added { ours: &ours[our] })));
    found.sort_by_key(|(span, _)| *span);
    found.into_iter().map(|(_, difference)| difference).collect()
}

/// Where a fact of the source should stand: in the block that translates its own, else in the last one before.
pub(super) fn place(theirs: &Fact<'_>, alignment: &Alignment, document: &Document) -> Span {
    let before = theirs.block.into_iter().flat_map(|block| (0..=block).rev()).take(LOOK_BACK);
    let found = before.filter_map(|block| alignment.translation_of(block)).next();
    found.and_then(|block| document.blocks.get(block)).map_or(Span::default(), |block| block.span)
}

/// Blocks that are looked at for a place.
const LOOK_BACK: usize = 50;
