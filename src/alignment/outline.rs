//! Pairs the headings of two outlines that differ, by all that stands below each. What is not certain is left alone: a link
//! that leads to the top of a page does less harm than one that leads to the wrong section. Pairs no other blocks.

use std::collections::{BTreeMap, BTreeSet};

use crate::markdown::{BlockKind, Document};

use super::feature::{self, Feature};

/// Sections of both sides multiplied, at the most; longer outlines are not compared.
const CELLS: usize = 1 << 16;

/// Hashes of a section at the most: a section with more is known by the first ones.
const TOKENS: usize = 200;

/// What a section without a partner costs.
const GAP: i32 = -15;

/// What it costs that two sections are one.
const MERGE: i32 = -20;

/// By how much the best way must be better than every way that pairs a heading otherwise.
const MARGIN: i32 = 10;

/// What a token that stands in one section only, on both sides, is worth; others are worth less.
const RARE: u32 = 1_000;

/// What a link, an image or a block of code is worth more than a word.
const MARK: u32 = 3;

/// How steps go on: sections of the source and of the translation.
const MOVES: [(usize, usize); 5] = [(1, 1), (2, 1), (1, 2), (1, 0), (0, 1)];

/// A heading, and what is known without its language of all that stands below it up to the next one.
#[derive(Clone, Debug)]
struct Section {
    heading: Feature,
    length: u64,
    /// Blocks of each kind.
    shapes: [i32; feature::SHAPES],
    /// Hash and worth, sorted by hash, each once.
    tokens: Vec<(u32, u32)>,
}

/// Whether two outlines that look the same are not: what a section links to or has for code stands in another section
/// of the source, and nothing of it in that at its own place.
pub(super) fn is_shuffled(source: &Document, translation: &Document) -> bool {
    let (theirs, ours) = (marks(source), marks(translation));
    let mut places: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for &(section, mark) in &theirs {
        places.entry(mark).or_default().insert(section);
    }
    ours.chunk_by(|a, b| a.0 == b.0).any(|of_section| {
        let section = of_section[0].0;
        let known: Vec<&BTreeSet<usize>> =
            of_section.iter().filter_map(|(_, mark)| places.get(mark)).collect();
        !known.is_empty() && known.iter().all(|places| !places.contains(&section))
    })
}

/// The number of the section, and a mark in it.
fn marks(document: &Document) -> Vec<(usize, u32)> {
    let mut marks = Vec::new();
    let mut section = 0;
    for block in &document.blocks {
        section += usize::from(matches!(block.kind, BlockKind::Heading(_)));
        marks.extend(feature::marks(document, block).into_iter().map(|mark| (section, mark)));
    }
    marks
}

/// For every heading of the translation that of the source that it certainly translates, by index of their blocks among
/// the features. `None` where the outlines are too long to be compared.
pub(super) fn certain(
    (source, theirs): (&Document, &[Feature]),
    (translation, ours): (&Document, &[Feature]),
    scale: (u64, u64),
) -> Option<Vec<(usize, usize)>> {
    let (mut theirs, mut ours) = (sections(source, theirs), sections(translation, ours));
    if theirs.len().saturating_mul(ours.len()) > CELLS {
        return None;
    }
    weigh(&mut theirs, &mut ours);
    let claims = claims(&theirs, &ours, scale);
    let mut pairs = claims;
    moved(&theirs, &ours, &mut pairs);
    let blocks = pairs.into_iter().zip(&ours);
    Some(blocks.filter_map(|(their, our)| Some((theirs[their?].heading.index, our.heading.index))).collect())
}

fn sections(document: &Document, features: &[Feature]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (block, feature) in document.blocks.iter().zip(features) {
        if feature.is_heading() {
            let (heading, shapes) = (feature.clone(), [0; feature::SHAPES]);
            sections.push(Section { heading, length: 0, shapes, tokens: Vec::new() });
        }
        let Some(section) = sections.last_mut() else { continue };
        section.length += u64::from(feature.length);
        section.shapes[feature.number()] += 1;
        let room = TOKENS.saturating_sub(section.tokens.len());
        section.tokens.extend(feature.marks.iter().map(|&mark| (mark, MARK)).take(room));
        if block.kind != BlockKind::Code {
            let words = feature::tokens(block.text.slice(&document.text));
            let room = TOKENS.saturating_sub(section.tokens.len());
            section.tokens.extend(words.map(|word| (word, 1)).take(room));
        }
    }
    for section in &mut sections {
        section.tokens.sort_unstable();
        section.tokens.dedup_by_key(|token| token.0);
    }
    sections
}

/// Leaves the tokens that stand on both sides: these nobody has translated. The fewer sections have one, the more it is worth.
fn weigh(theirs: &mut [Section], ours: &mut [Section]) {
    let mut sections_with: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (token, _) in theirs.iter().flat_map(|section| &section.tokens) {
        sections_with.entry(*token).or_default().0 += 1;
    }
    for (token, _) in ours.iter().flat_map(|section| &section.tokens) {
        sections_with.entry(*token).or_default().1 += 1;
    }
    for section in theirs.iter_mut().chain(ours) {
        section.tokens.retain_mut(|(token, worth)| {
            let (theirs, ours) = sections_with.get(token).copied().unwrap_or_default();
            *worth = (*worth * RARE).checked_div(theirs.saturating_mul(ours)).unwrap_or(0);
            *worth > 0
        });
    }
}

/// The best way through both outlines, and of it what is certain: by section of the translation that of the source.
fn claims(theirs: &[Section], ours: &[Section], scale: (u64, u64)) -> Vec<Option<usize>> {
    let steps = Steps::new(theirs, ours, scale);
    let (rows, columns) = (theirs.len() + 1, ours.len() + 1);
    let at = |row: usize, column: usize| row * columns + column;
    let mut to = vec![i32::MIN / 2; rows * columns];
    let mut from = to.clone();
    (to[0], from[rows * columns - 1]) = (0, 0);
    for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        for (down, right) in MOVES {
            if let Some(worth) = steps.worth(row, column, (down, right)) {
                let next = at(row + down, column + right);
                to[next] = to[next].max(to[at(row, column)] + worth);
            }
        }
    }
    // By section of the translation the best way of all, and the best one that pairs it with another.
    let mut best: Vec<(i32, Option<usize>)> = vec![(i32::MIN, None); ours.len()];
    let mut other = vec![i32::MIN / 2; ours.len()];
    for (row, column) in (0..rows).rev().flat_map(|row| (0..columns).rev().map(move |column| (row, column))) {
        for (down, right) in MOVES {
            let Some(worth) = steps.worth(row, column, (down, right)) else { continue };
            let onward = worth + from[at(row + down, column + right)];
            from[at(row, column)] = from[at(row, column)].max(onward);
            let whole = to[at(row, column)] + onward;
            for nth in 0..right {
                let claim = (nth == 0 && down > 0).then_some(row);
                let (best, other) = (&mut best[column + nth], &mut other[column + nth]);
                if claim == best.1 && best.0 > i32::MIN {
                    best.0 = best.0.max(whole);
                } else if whole > best.0 {
                    (*best, *other) = ((whole, claim), best.0.max(*other));
                } else {
                    *other = whole.max(*other);
                }
            }
        }
    }
    best.into_iter()
        .zip(other)
        .map(|((best, claim), other)| claim.filter(|_| best - other >= MARGIN))
        .collect()
}

/// What every step is worth.
struct Steps {
    rows: usize,
    columns: usize,
    worth: [Vec<i32>; 3],
}

impl Steps {
    fn new(theirs: &[Section], ours: &[Section], scale: (u64, u64)) -> Self {
        let doubles = |sections: &[Section]| -> Vec<Section> {
            sections.windows(2).filter_map(|pair| Some(pair.first()?.with(pair.last()?))).collect()
        };
        let all = |theirs: &[Section], ours: &[Section], cost: i32| -> Vec<i32> {
            let pairs = theirs.iter().flat_map(|their| ours.iter().map(move |our| (their, our)));
            pairs.map(|(their, our)| our.score(their, scale) + cost).collect()
        };
        let worth =
            [all(theirs, ours, 0), all(&doubles(theirs), ours, MERGE), all(theirs, &doubles(ours), MERGE)];
        Self { rows: theirs.len(), columns: ours.len(), worth }
    }

    /// Of a step from this cell on, if it stays inside.
    fn worth(&self, row: usize, column: usize, (down, right): (usize, usize)) -> Option<i32> {
        if row + down > self.rows || column + right > self.columns {
            return None;
        }
        let [pairs, theirs, ours] = &self.worth;
        match (down, right) {
            (1, 1) => pairs.get(row * self.columns + column).copied(),
            (2, 1) => theirs.get(row * self.columns + column).copied(),
            (1, 2) => ours.get(row * (self.columns - 1) + column).copied(),
            _ => Some(GAP),
        }
    }
}

/// Pairs what is left on both sides by the anchor that is written, or by tokens that stand nowhere else, all of them in the
/// other.
fn moved(theirs: &[Section], ours: &[Section], pairs: &mut [Option<usize>]) {
    let mut place: BTreeMap<u32, usize> = BTreeMap::new();
    let rare = |section: &Section| {
        let rare = section.tokens.iter().filter(|(_, worth)| *worth >= RARE);
        rare.map(|&(token, worth)| (token, worth / RARE)).collect::<Vec<_>>()
    };
    for (at, section) in theirs.iter().enumerate() {
        place.extend(rare(section).into_iter().map(|(token, _)| (token, at)));
    }
    let mut taken: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    let mut claims: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, section) in ours.iter().enumerate().filter(|(at, _)| pairs[*at].is_none()) {
        if let Some(their) = theirs.iter().position(|their| section.heading.is_anchored_at(&their.heading)) {
            claims.entry(their).or_default().push(at);
            continue;
        }
        let tokens = rare(section);
        let mut places = tokens.iter().filter_map(|(token, _)| place.get(token).copied());
        let Some(first) = places.next() else { continue };
        let worth: u32 = tokens.iter().map(|(_, worth)| worth).sum();
        if worth >= MARK && places.all(|other| other == first) {
            claims.entry(first).or_default().push(at);
        }
    }
    for (their, ours_of_it) in claims {
        if let [our] = ours_of_it[..]
            && !taken.contains(&their)
            && (ours[our].heading.is_same_kind(&theirs[their].heading)
                || ours[our].heading.is_anchored_at(&theirs[their].heading))
        {
            pairs[our] = Some(their);
            taken.insert(their);
        }
    }
}

impl Section {
    /// Both as one, below the heading of the first.
    fn with(&self, next: &Self) -> Self {
        let mut both = self.clone();
        both.length += next.length;
        both.shapes.iter_mut().zip(next.shapes).for_each(|(all, more)| *all += more);
        both.tokens.extend(&next.tokens);
        both.tokens.sort_unstable();
        both.tokens.dedup_by_key(|token| token.0);
        both
    }

    /// How much speaks for `self`, of the translation, being `source`.
    fn score(&self, source: &Self, (sources, translations): (u64, u64)) -> i32 {
        let ours = (self.length + 20).saturating_mul(sources.max(1));
        let theirs = (source.length + 20).saturating_mul(translations.max(1));
        let percent = ours.max(theirs).saturating_mul(100) / ours.min(theirs).max(1);
        let length = 10 - (i32::try_from(percent.min(300)).unwrap_or(300) - 100) / 5;
        let shapes = self.shapes.iter().zip(source.shapes).zip(feature::SHAPE_COSTS);
        let shape: i32 = shapes.map(|((ours, theirs), cost)| (ours - theirs).abs().min(4) * cost).sum();
        self.heading.heading_score(&source.heading) + length - shape.min(40) + self.likeness(source)
    }

    /// From -30, with no token alike, to 50, with all alike; near 0 where there are few.
    fn likeness(&self, source: &Self) -> i32 {
        let sum = |tokens: &[(u32, u32)]| tokens.iter().map(|token| u64::from(token.1)).sum::<u64>();
        let all = sum(&self.tokens) + sum(&source.tokens);
        let (mut our, mut their, mut alike) = (0, 0, 0_u64);
        while let (Some(a), Some(b)) = (self.tokens.get(our), source.tokens.get(their)) {
            alike += if a.0 == b.0 { u64::from(a.1.min(b.1)) } else { 0 };
            our += usize::from(a.0 <= b.0);
            their += usize::from(b.0 <= a.0);
        }
        // Both sums are far below what an i64 holds: a section has `TOKENS` tokens.
        let (all, alike) = (i64::try_from(all).unwrap_or(0), i64::try_from(2 * alike).unwrap_or(0));
        let worth = (80 * alike - 30 * all) / (all + i64::from(RARE));
        i32::try_from(worth).unwrap_or(0)
    }
}
