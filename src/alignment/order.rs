//! Blocks that are held fast: each differs from all others, on both sides. Compares nothing else.

use std::collections::BTreeMap;

use super::feature::Feature;

/// Pairs of blocks with a key that no other block of either side has.
pub(super) fn unique(theirs: &[&Feature], ours: &[&Feature]) -> Vec<(usize, usize)> {
    /// Where a key stands: how often and where last, on each side.
    #[derive(Default)]
    struct Seen {
        theirs: (u32, usize),
        ours: (u32, usize),
    }
    let mut seen: BTreeMap<(u32, u32), Seen> = BTreeMap::new();
    for (at, key) in theirs.iter().enumerate().filter_map(|(at, block)| Some((at, block.key()?))) {
        let place = &mut seen.entry(key).or_default().theirs;
        *place = (place.0 + 1, at);
    }
    for (at, key) in ours.iter().enumerate().filter_map(|(at, block)| Some((at, block.key()?))) {
        let place = &mut seen.entry(key).or_default().ours;
        *place = (place.0 + 1, at);
    }
    let once = seen.into_values().filter(|seen| seen.theirs.0 == 1 && seen.ours.0 == 1);
    let mut pairs: Vec<(usize, usize)> = once.map(|seen| (seen.theirs.1, seen.ours.1)).collect();
    pairs.retain(|&(their, our)| theirs[their].is_same_kind(ours[our]));
    pairs.sort_unstable();
    pairs
}

/// The longest chain of such pairs that stands in one order on both sides; `pairs` are sorted.
pub(super) fn chain(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best chain of every length, and what each pair follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut follows: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, &(_, our)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < our);
        follows.push(length.checked_sub(1).map(|before| ends[before]));
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(index) = next {
        chain.push(pairs[index]);
        next = follows[index];
    }
    chain.reverse();
    chain
}
