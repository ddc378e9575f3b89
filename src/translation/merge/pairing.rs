//! Finds for each unit of the new source the one of the old source that it was. Of translations it only knows which are the same.

use std::collections::BTreeMap;

use super::super::words;
use super::unit::{Unit, UnitKind};

/// What became of a unit of the new source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    /// Equal to this unit of the old source.
    Equal(usize),
    /// Equal but for addresses and anchors.
    Readdressed(usize),
    /// Made from this unit by changing words.
    Changed(usize),
    New,
}

impl Pair {
    /// The unit of the old source.
    pub(super) fn old(self) -> Option<usize> {
        match self {
            Self::Equal(old) | Self::Readdressed(old) | Self::Changed(old) => Some(old),
            Self::New => None,
        }
    }
}

/// How many units of the old source are compared with a changed one.
const WINDOW: usize = 12;

/// How many of a hundred words two units must share for one to have been made from the other.
const ALIKE: usize = 40;

/// For each unit of the new source, in order. Of old units that are equal to one another any will do, if all have the same
/// `translation`.
pub(super) fn pairs<'t>(
    new: &[Unit],
    old: &[Unit],
    translation: &dyn Fn(usize) -> Option<&'t str>,
) -> Vec<Pair> {
    let mut pairs = vec![Pair::New; new.len()];
    let mut taken = vec![false; old.len()];
    for (key, make) in
        [(content as fn(&Unit) -> Key<'_>, Pair::Equal as fn(usize) -> Pair), (masked, Pair::Readdressed)]
    {
        for (at, found) in equal(new, old, &pairs, key, translation) {
            pairs[at] = make(found);
            taken[found] = true;
        }
    }
    changed(new, old, &mut pairs, &taken);
    in_place(new, old, &mut pairs);
    pairs
}

type Key<'u> = (UnitKind, &'u str);

fn content(unit: &Unit) -> Key<'_> {
    (unit.kind, &unit.content)
}

fn masked(unit: &Unit) -> Key<'_> {
    (unit.kind, &unit.masked)
}

/// The units that have no pair yet, each with the old one of its key: the only one, any of several that are the same, or the
/// one at its place where both sides have as many.
fn equal<'t>(
    new: &[Unit],
    old: &[Unit],
    pairs: &[Pair],
    key: fn(&Unit) -> Key<'_>,
    translation: &dyn Fn(usize) -> Option<&'t str>,
) -> Vec<(usize, usize)> {
    let mut olds: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (at, unit) in old.iter().enumerate() {
        olds.entry(key(unit)).or_default().push(at);
    }
    let mut news: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (at, unit) in new.iter().enumerate() {
        news.entry(key(unit)).or_default().push(at);
    }
    let mut found = Vec::new();
    for (key, news) in news {
        let Some(olds) = olds.get(&key) else { continue };
        let mut translations = olds.iter().filter_map(|&old| translation(old));
        let first = translations.next();
        let are_same = translations.all(|other| Some(other) == first);
        let any = olds.iter().find(|&&old| translation(old) == first).filter(|_| are_same);
        for (place, &at) in news.iter().enumerate().filter(|(_, at)| pairs[**at] == Pair::New) {
            let at_its_place = olds.get(place).filter(|_| olds.len() == news.len());
            if let Some(&chosen) = at_its_place.or(any).or_else(|| between_neighbours(new, old, at, olds)) {
                found.push((at, chosen));
            }
        }
    }
    found
}

/// The only one of several that stands between the same neighbours.
fn between_neighbours<'o>(new: &[Unit], old: &[Unit], at: usize, olds: &'o [usize]) -> Option<&'o usize> {
    /// Of a block that stands in an article more often, none is looked for.
    const MOST: usize = 8;
    if olds.len() > MOST {
        return None;
    }
    let own = neighbours(new, at);
    let mut same = olds.iter().filter(|&&other| neighbours(old, other) == own);
    same.next().filter(|_| same.next().is_none())
}

fn neighbours(units: &[Unit], at: usize) -> [Option<&str>; 2] {
    let content = |at: usize| units.get(at).map(|unit| &*unit.content);
    [at.checked_sub(1).and_then(content), content(at + 1)]
}

/// Pairs what is left between pairs of equal units, in order, where both share enough words.
fn changed(new: &[Unit], old: &[Unit], pairs: &mut [Pair], taken: &[bool]) {
    let counted: Vec<Counts<'_>> = old
        .iter()
        .zip(taken)
        .map(|(unit, &is_taken)| if is_taken { Counts::new() } else { counts(unit) })
        .collect();
    let mut cursor = 0;
    for at in 0..new.len() {
        match pairs[at] {
            Pair::Equal(found) | Pair::Readdressed(found) => {
                if found >= cursor && found < cursor + 4 * WINDOW {
                    cursor = found + 1;
                }
            }
            Pair::Changed(_) | Pair::New => {
                let free = (cursor..old.len()).take(4 * WINDOW).filter(|&at| !taken[at]).take(WINDOW);
                let own = counts(&new[at]);
                let alike = free.filter(|&other| old[other].kind == new[at].kind).filter_map(|other| {
                    let score = likeness(&own, &counted[other]);
                    (score >= ALIKE).then_some((score, std::cmp::Reverse(other)))
                });
                if let Some((_, std::cmp::Reverse(other))) = alike.max() {
                    pairs[at] = Pair::Changed(other);
                    cursor = other + 1;
                }
            }
        }
    }
}

/// Pairs what is left between neighbours where both sides have as many units of the same kinds.
fn in_place(new: &[Unit], old: &[Unit], pairs: &mut [Pair]) {
    let mut at = 0;
    while at < new.len() {
        let is_left = |pair: &Pair| matches!(pair, Pair::New);
        let end = at + pairs[at..].iter().take_while(|pair| is_left(pair)).count();
        if end == at {
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).map_or(Some(0), |before| pairs[before].old().map(|old| old + 1));
        let after = if end < new.len() { pairs[end].old() } else { Some(old.len()) };
        if let (Some(from), Some(to)) = (before, after)
            && to.checked_sub(from) == Some(end - at)
            && new[at..end].iter().zip(&old[from..to]).all(|(new, old)| new.kind == old.kind)
        {
            for (pair, old) in pairs[at..end].iter_mut().zip(from..to) {
                *pair = Pair::Changed(old);
            }
        }
        at = end;
    }
}

/// How often each word is there.
type Counts<'u> = BTreeMap<&'u str, usize>;

fn counts(unit: &Unit) -> Counts<'_> {
    let mut counts = Counts::new();
    words::each(&unit.content, |word| *counts.entry(word).or_default() += 1);
    counts
}

/// How many of a hundred words both have.
fn likeness(ours: &Counts<'_>, theirs: &Counts<'_>) -> usize {
    let shared: usize =
        ours.iter().map(|(word, &count)| count.min(theirs.get(word).copied().unwrap_or(0))).sum();
    let all: usize = ours.values().chain(theirs.values()).sum();
    (shared * 200).checked_div(all).unwrap_or(0)
}
