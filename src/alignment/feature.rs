//! What two blocks are compared by. Knows no other block.

use crate::markdown::{Block, BlockKind, Document, Heading, HeadingKind};

/// What is known of a block without its language.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    /// Index of the block in its document.
    pub(super) index: usize,
    shape: Shape,
    /// Characters of its text.
    pub(super) length: u32,
    /// Links and images as hashes, sorted, each once; the whole text of code.
    pub(super) marks: Vec<u32>,
    /// Words that nobody translates as hashes, sorted, each once: names and numbers.
    words: Vec<u32>,
    /// The anchor written in a heading, and what the heading is called.
    anchor: Option<u32>,
    name: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Heading { level: u8, kind: HeadingKind },
    Paragraph,
    ListItem,
    Code,
    TableCell,
    Html,
}

/// Kinds of blocks, and what one more or less of each costs a section.
pub(super) const SHAPES: usize = 6;
pub(super) const SHAPE_COSTS: [i32; SHAPES] = [0, 5, 3, 12, 2, 5];

/// A pair of blocks that nothing but their kind speaks for.
const SAME_KIND: i32 = 20;

/// Hashes of a block at the most: a block with more is known by the first ones.
const HASHES: usize = 200;

/// The features of all blocks.
pub(super) fn of(document: &Document) -> Vec<Feature> {
    let blocks = document.blocks.iter().enumerate();
    blocks.map(|(index, block)| Feature::new(document, index, block)).collect()
}

/// How the lengths of blocks of the source and of the translation compare: by all of their text, or by their mean
/// block where that says less of a difference. Blocks that are missing change the one, merged ones the other.
pub(super) fn scale(theirs: &[Feature], ours: &[Feature]) -> (u64, u64) {
    let length = |blocks: &[Feature]| blocks.iter().map(|block| u64::from(block.length) + 10).sum::<u64>();
    let count = |blocks: &[Feature]| u64::try_from(blocks.len()).unwrap_or(u64::MAX);
    let whole = (length(theirs), length(ours));
    let mean = (whole.0.saturating_mul(count(ours)), whole.1.saturating_mul(count(theirs)));
    let difference = |(a, b): (u64, u64)| a.max(b).saturating_mul(1_000) / a.min(b).max(1);
    if difference(whole) <= difference(mean) { whole } else { mean }
}

/// What a heading is called in its own document: the anchor written in it, else its slug.
pub(super) fn name(heading: &Heading) -> &str {
    heading.anchor.as_ref().map_or(&heading.slug, |anchor| &anchor.name)
}

impl Feature {
    fn new(document: &Document, index: usize, block: &Block) -> Self {
        let text = block.text.slice(&document.text);
        let heading = match block.kind {
            BlockKind::Heading(index) => document.headings.get(index as usize),
            _ => None,
        };
        Self {
            index,
            shape: shape(block.kind, heading),
            length: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
            marks: sorted(marks(document, block)),
            words: sorted(untranslatable(text).map(|word| hash(word.bytes())).take(HASHES).collect()),
            anchor: heading
                .and_then(|heading| heading.anchor.as_ref())
                .map(|anchor| hash(anchor.name.bytes())),
            name: heading.map_or(0, |heading| hash(name(heading).bytes())),
        }
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.shape, Shape::Heading { .. })
    }

    /// The number of its kind, below [`SHAPES`].
    pub(super) fn number(&self) -> usize {
        match self.shape {
            Shape::Heading { .. } => 0,
            Shape::Paragraph => 1,
            Shape::ListItem => 2,
            Shape::Code => 3,
            Shape::TableCell => 4,
            Shape::Html => 5,
        }
    }

    /// How much speaks for a heading being `source` by itself, without its words.
    pub(super) fn heading_score(&self, source: &Self) -> i32 {
        let anchor = match self.anchor {
            Some(_) if self.is_anchored_at(source) => return 500,
            Some(_) => -60,
            None => 0,
        };
        anchor + self.shape_score(source)
    }

    /// Whether the anchor written in the heading is what `source` is called.
    pub(super) fn is_anchored_at(&self, source: &Self) -> bool {
        self.anchor.is_some() && self.anchor == Some(source.name)
    }

    pub(super) fn is_same_kind(&self, other: &Self) -> bool {
        self.shape == other.shape
    }

    /// Whether `self`, a block of the translation, is certainly not `source`: another anchor is written in it, or both
    /// have marks and none of them in common.
    pub(super) fn contradicts(&self, source: &Self) -> bool {
        self.anchor.is_some_and(|anchor| anchor != source.name)
            || !self.marks.is_empty() && !source.marks.is_empty() && shared(&self.marks, &source.marks) == 0
    }

    /// What distinguishes the block from all others: its marks, if it has any; what a heading is called.
    pub(super) fn key(&self) -> Option<(u32, u32)> {
        let fold =
            |hashes: &[u32]| hashes.iter().fold(HASH_START, |all, &one| (all ^ one).wrapping_mul(HASH_STEP));
        match self.shape {
            Shape::Heading { .. } => Some((self.name, u32::MAX)),
            _ if self.marks.is_empty() => None,
            _ => Some((fold(&self.marks), u32::try_from(self.marks.len()).unwrap_or(u32::MAX))),
        }
    }

    /// Whether it and the next block may be one block of the other document.
    pub(super) fn can_merge(&self, next: &Self) -> bool {
        matches!(self.shape, Shape::Paragraph | Shape::ListItem | Shape::Html)
            && self.is_same_kind(next)
            && next.index == self.index + 1
    }

    /// Both as one.
    pub(super) fn merged(&self, next: &Self) -> Self {
        let all = |a: &[u32], b: &[u32]| sorted(a.iter().chain(b).copied().collect());
        Self {
            length: self.length.saturating_add(next.length),
            marks: all(&self.marks, &next.marks),
            words: all(&self.words, &next.words),
            ..self.clone()
        }
    }

    /// How much speaks for `self`, a block of the translation, being `source`; `scale` as
    /// [`scale`] says.
    pub(super) fn score(&self, source: &Self, scale: (u64, u64)) -> i32 {
        if self.anchor.is_some() && self.anchor == Some(source.name) && source.is_heading() {
            return 200;
        }
        // An anchor of another name means another heading of the source, unless the source has renamed it since.
        let anchor = if self.anchor.is_some() { -30 } else { 0 };
        anchor
            + self.shape_score(source)
            + self.length_score(source, scale)
            + set_score(&self.marks, &source.marks, 40)
            + set_score(&self.words, &source.words, 20)
    }

    fn shape_score(&self, source: &Self) -> i32 {
        match (self.shape, source.shape) {
            (Shape::Heading { level: ours, kind: our }, Shape::Heading { level: theirs, kind: their }) => {
                let level = match ours.abs_diff(theirs) {
                    0 => 30,
                    1 => 5,
                    _ => -30,
                };
                level + if our == their { 5 } else { -5 }
            }
            (ours, theirs) if ours == theirs => SAME_KIND,
            // Bold was lost, or won.
            (Shape::Heading { kind: HeadingKind::Pseudo, .. }, Shape::Paragraph)
            | (Shape::Paragraph, Shape::Heading { kind: HeadingKind::Pseudo, .. }) => 0,
            (Shape::Heading { .. }, _) | (_, Shape::Heading { .. }) => -40,
            (Shape::Code, _) | (_, Shape::Code) | (Shape::TableCell, _) | (_, Shape::TableCell) => -25,
            _ => 5,
        }
    }

    /// Translations are longer or shorter than their source by about the same rate everywhere.
    fn length_score(&self, source: &Self, (sources, translations): (u64, u64)) -> i32 {
        let ours = (u64::from(self.length) + 10).saturating_mul(sources.max(1));
        let theirs = (u64::from(source.length) + 10).saturating_mul(translations.max(1));
        let (less, more) = (ours.min(theirs), ours.max(theirs));
        let percent = i32::try_from(more.saturating_mul(100) / less.max(1)).unwrap_or(i32::MAX);
        // 10 for the same length, 0 for half as much again.
        10 - (percent.min(300) - 100) / 5
    }
}

/// Links and images of a block as hashes, and the whole text of code.
pub(super) fn marks(document: &Document, block: &Block) -> Vec<u32> {
    let range =
        |(from, to): (u32, u32), length: usize| (from as usize).min(length)..(to as usize).min(length);
    let links = &document.links[range(block.links, document.links.len())];
    let images = &document.images[range(block.images, document.images.len())];
    let links = links.iter().map(|link| place(&link.destination));
    let mut marks: Vec<u32> = links.chain(images.iter().map(|image| place(&image.destination))).collect();
    if block.kind == BlockKind::Code {
        marks.push(hash(block.text.slice(&document.text).trim().bytes()));
    }
    marks
}

fn shape(kind: BlockKind, heading: Option<&Heading>) -> Shape {
    match (kind, heading) {
        (BlockKind::Heading(_), Some(heading)) => Shape::Heading { level: heading.level, kind: heading.kind },
        (BlockKind::Heading(_) | BlockKind::Paragraph, _) => Shape::Paragraph,
        (BlockKind::ListItem, _) => Shape::ListItem,
        (BlockKind::Code, _) => Shape::Code,
        (BlockKind::TableCell, _) => Shape::TableCell,
        (BlockKind::Html, _) => Shape::Html,
    }
}

/// The words that stay as they are in most languages: of two bytes or more, with a capital letter or a digit of ASCII. Most texts
/// have few of those, so the words are found around them.
fn untranslatable(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let next = move || {
        let at = rest.bytes().position(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())?;
        let start = rest[..at].trim_end_matches(char::is_alphanumeric).len();
        let after = rest[at..].trim_start_matches(char::is_alphanumeric);
        let word = &rest[start..rest.len() - after.len()];
        rest = after;
        Some(word)
    };
    std::iter::from_fn(next).filter(|word| word.len() > 1)
}

/// Hashes of the words of a text with what stands in them (`base_url`, `index.html`), short ones left out unless they
/// are numbers.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = u32> {
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let counts = |word: &&str| word.len() > 2 || word.bytes().any(|byte| byte.is_ascii_digit());
    words.filter(counts).map(|word| hash(word.bytes()))
}

/// Where a link leads, without what depends on the language: `/he-il/`, scheme, letter case.
fn place(destination: &str) -> u32 {
    let rest = destination.split_once("://").map_or(destination, |(_, rest)| rest);
    let is_tag = |step: &&str| {
        let bytes = step.as_bytes();
        bytes.len() == 5
            && bytes[2] == b'-'
            && bytes.iter().enumerate().all(|(at, byte)| at == 2 || byte.is_ascii_alphabetic())
    };
    let steps = rest.split('/').filter(|step| !is_tag(step));
    hash(steps.flat_map(|step| step.bytes().chain([b'/'])).map(|byte| byte.to_ascii_lowercase()))
}

/// FNV-1a.
const HASH_START: u32 = 0x811c_9dc5;
const HASH_STEP: u32 = 0x0100_0193;

fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(HASH_START, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(HASH_STEP))
}

fn sorted(mut hashes: Vec<u32>) -> Vec<u32> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(HASHES);
    hashes
}

/// How many stand in both.
fn shared(ours: &[u32], theirs: &[u32]) -> usize {
    let (mut our, mut their, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (ours.get(our), theirs.get(their)) {
        count += usize::from(a == b);
        our += usize::from(a <= b);
        their += usize::from(b <= a);
    }
    count
}

/// `worth` where both are the same and not empty, down to less than nothing where none stands in both.
fn set_score(ours: &[u32], theirs: &[u32], worth: i32) -> i32 {
    let all = ours.len() + theirs.len();
    if all == 0 {
        return 0;
    }
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX / 100);
    let alike = worth * count(2 * shared(ours, theirs)) / count(all);
    alike - if ours.is_empty() || theirs.is_empty() { worth / 8 } else { worth / 4 }
}
