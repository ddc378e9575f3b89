//! Pairs the blocks of a translation with those of its source, and so their headings. Pure; knows two documents and
//! nothing else, no language least of all.
//!
//! Headings come first: those that are certainly the same cut both documents into sections. Within a section, blocks that say the same by what nobody
//! translates (links, images, code) are held fast, and what lies between them is paired in order by kind, length and
//! shared words, as Gale and Church pair sentences. What is left over is paired where it moved to. The work is bounded
//! by a band round the diagonal, so that it grows with the length of the documents, not with its square.

mod feature;
mod order;
mod outline;
mod path;

use crate::markdown::Document;

use feature::Feature;
use path::Step;

/// Which blocks of two documents belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// By block of the translation: the blocks of the source that it translates, as a range of indexes; empty where
    /// there is none. Two blocks of the translation may share one of the source, and the other way round.
    of: Vec<(u32, u32)>,
    /// By block of the source: the first block of the translation that translates it.
    to: Vec<Option<u32>>,
}

impl Alignment {
    /// The blocks of the source that block `index` of the translation translates.
    pub fn source_of(&self, index: usize) -> std::ops::Range<usize> {
        self.of.get(index).map_or(0..0, |&(from, to)| from as usize..to as usize)
    }

    /// The first block of the translation that translates block `index` of the source.
    pub fn translation_of(&self, index: usize) -> Option<usize> {
        self.to.get(index).copied().flatten().map(|block| block as usize)
    }

    fn new(source: usize, translation: usize) -> Self {
        Self { of: vec![(0, 0); translation], to: vec![None; source] }
    }

    fn join(&mut self, step: Step) {
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        for block in step.ours.0..step.ours.1 {
            self.of[block] = (index(step.theirs.0), index(step.theirs.1));
        }
        for block in step.theirs.0..step.theirs.1 {
            self.to[block] = Some(index(step.ours.0));
        }
    }

    fn pair(&mut self, their: &Feature, our: &Feature) {
        self.join(Step { theirs: (their.index, their.index + 1), ours: (our.index, our.index + 1) });
    }
}

/// Pairs the blocks of two documents.
pub fn blocks(source: &Document, translation: &Document) -> Alignment {
    let theirs = feature::of(source);
    let ours = feature::of(translation);
    let scale = feature::scale(&theirs, &ours);
    let mut alignment = Alignment::new(theirs.len(), ours.len());
    let pairs = pairs((source, &theirs), (translation, &ours), scale);
    let mut begin = (0, 0);
    for cut in in_order(&pairs).into_iter().chain([(theirs.len(), ours.len())]) {
        section(&theirs[begin.0..cut.0], &ours[begin.1..cut.1], scale, &mut alignment);
        if let (Some(their), Some(our)) = (theirs.get(cut.0), ours.get(cut.1)) {
            alignment.pair(their, our);
        }
        begin = (cut.0 + 1, cut.1 + 1);
    }
    moved(&theirs, &ours, &mut alignment);
    alignment
}

/// For every heading of `translation`, the heading of `source` that it translates; none where that is not certain.
///
/// An anchor written in the translation decides; after that the level and all that stands below a heading.
pub fn headings(source: &Document, translation: &Document) -> Vec<Option<usize>> {
    if same_outline(source, translation) {
        return (0..translation.headings.len()).map(Some).collect();
    }
    let (theirs, ours) = (feature::of(source), feature::of(translation));
    let scale = feature::scale(&theirs, &ours);
    let heading = |document: &Document, block: usize| {
        document.blocks[block].kind.heading().map(|heading| heading as usize)
    };
    let mut found = vec![None; translation.headings.len()];
    for (their, our) in pairs((source, &theirs), (translation, &ours), scale) {
        if let Some(found) = heading(translation, our).and_then(|our| found.get_mut(our)) {
            *found = heading(source, their);
        }
    }
    found
}

/// Headings that are certainly the same, by index of their blocks.
fn pairs(
    (source, theirs): (&Document, &[Feature]),
    (translation, ours): (&Document, &[Feature]),
    scale: (u64, u64),
) -> Vec<(usize, usize)> {
    if same_outline(source, translation) {
        return heads(theirs).into_iter().zip(heads(ours)).collect();
    }
    outline::certain((source, theirs), (translation, ours), scale).unwrap_or_default()
}

/// The longest chain of pairs that stands in one order on both sides.
fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut pairs = pairs.to_vec();
    pairs.sort_unstable();
    order::chain(&pairs)
}

/// Whether both outlines are the same, and no written anchor, link or code says otherwise.
fn same_outline(source: &Document, translation: &Document) -> bool {
    let same = |(our, their): (&crate::markdown::Heading, &crate::markdown::Heading)| {
        our.level == their.level
            && our.kind == their.kind
            && our.anchor.as_ref().is_none_or(|anchor| *anchor.name == *feature::name(their))
    };
    source.headings.len() == translation.headings.len()
        && translation.headings.iter().zip(&source.headings).all(same)
        && !outline::is_shuffled(source, translation)
}

/// The blocks that are headings.
fn heads(features: &[Feature]) -> Vec<usize> {
    (0..features.len()).filter(|&at| features[at].is_heading()).collect()
}

/// Pairs a stretch of both documents: one to one where nothing speaks against it.
fn section(theirs: &[Feature], ours: &[Feature], scale: (u64, u64), alignment: &mut Alignment) {
    let alike = |(their, our): (&Feature, &Feature)| our.is_same_kind(their) && !our.contradicts(their);
    if theirs.len() == ours.len() && theirs.iter().zip(ours).all(alike) {
        theirs.iter().zip(ours).for_each(|(their, our)| alignment.pair(their, our));
        return;
    }
    let (mut theirs, mut ours): (Vec<&Feature>, Vec<&Feature>) =
        (theirs.iter().collect(), ours.iter().collect());
    let unique = order::unique(&theirs, &ours);
    let chain = order::chain(&unique);
    // What says the same in another order has been moved.
    let is_moved = |pair: &&(usize, usize)| chain.binary_search(pair).is_err();
    let moved: Vec<(&Feature, &Feature)> =
        unique.iter().filter(is_moved).map(|&(their, our)| (theirs[their], ours[our])).collect();
    let fixed: Vec<(usize, usize)> =
        chain.iter().map(|&(their, our)| (theirs[their].index, ours[our].index)).collect();
    for &(their, our) in &moved {
        alignment.pair(their, our);
    }
    theirs.retain(|block| alignment.to[block.index].is_none());
    ours.retain(|block| alignment.source_of(block.index).is_empty());
    let (mut theirs, mut ours) = (theirs.as_slice(), ours.as_slice());
    for (their, our) in fixed {
        let (before, after) = theirs.split_at(theirs.partition_point(|block| block.index < their));
        let (our_before, our_after) = ours.split_at(ours.partition_point(|block| block.index < our));
        path::best(before, our_before, scale).into_iter().for_each(|step| alignment.join(step));
        if let ([their, after @ ..], [our, our_after @ ..]) = (after, our_after) {
            alignment.pair(their, our);
            (theirs, ours) = (after, our_after);
        }
    }
    path::best(theirs, ours, scale).into_iter().for_each(|step| alignment.join(step));
}

/// Pairs what is left over on both sides and says the same: it stands in another section.
fn moved(theirs: &[Feature], ours: &[Feature], alignment: &mut Alignment) {
    let their_rest: Vec<&Feature> =
        theirs.iter().filter(|block| alignment.to[block.index].is_none()).collect();
    let our_rest: Vec<&Feature> =
        ours.iter().filter(|block| alignment.source_of(block.index).is_empty()).collect();
    for (their, our) in order::unique(&their_rest, &our_rest) {
        alignment.pair(their_rest[their], our_rest[our]);
    }
}

#[cfg(test)]
mod tests;
