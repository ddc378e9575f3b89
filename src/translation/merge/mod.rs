//! The three-way merge of a translation: what of it still holds for a new version of its source, and what is to be translated.
//! Pure; never guesses, and translates nothing.

mod carry;
mod definitions;
mod draft;
mod front;
mod markers;
mod pairing;
mod parts;
mod placed;
mod reuse;
mod state;
mod unit;

use crate::alignment::{self, Alignment};
use crate::line_end;
use crate::markdown::Syntax;

pub use markers::{Mark, Marker, markers};
use pairing::Pair;
pub use state::BlockState;
pub(crate) use unit::{Article, Unit, UnitKind, is_atx};

/// The draft of a new translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The whole file.
    pub draft: String,
    /// The blocks of the new source in order; list items and table cells are blocks of their own.
    pub blocks: Vec<MergedBlock>,
}

/// One block of the new source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedBlock {
    pub state: BlockState,
    /// As it is written in the new source.
    pub source: String,
    /// The block of the old source that it was made from.
    pub origin: Option<String>,
    /// What the old translation has for it, or for the block that it was made from.
    pub previous: Option<String>,
    /// What the draft has for it, where that is a translation.
    pub translation: Option<String>,
    /// Words of the source, outside code and addresses.
    pub words: usize,
}

impl Merge {
    /// Merges whole files: two versions of a source, and the translation that was made from the first.
    pub fn new(syntax: Syntax, old_source: &str, new_source: &str, old_translation: &str) -> Self {
        let texts = [old_source, new_source, old_translation].map(line_end::normal);
        let [old, new, own] = texts.each_ref().map(|text| Article::parse(text, syntax));
        let alignment = alignment::blocks(&old.document, &own.document);
        let translations: Vec<Option<usize>> = one_to_one(&old, &own, &alignment);
        let translation = |at: usize| {
            let found: Option<usize> = translations.get(at).copied().flatten();
            found.map(|found| &*own.units[found].content)
        };
        let pairs = pairing::pairs(&new.units, &old.units, &translation);
        let parts = parts::Parts { old: &old, new: &new, own: &own, translations: &translations };
        let front = front::merged(old.text, new.text, own.text, &Mark::Changed.comment(syntax.form));
        let (body, reused) = reuse::settled(&parts, &pairs);
        let blocks = new.units.iter().enumerate().map(|(at, unit)| {
            let previous = pairs[at].old().and_then(|old| translations[old]);
            MergedBlock {
                state: BlockState::of(pairs[at], reused[at].as_deref()),
                source: new.written(unit),
                origin: pairs[at].old().map(|at| old.written(&old.units[at])),
                previous: previous.map(|at| own.written(&own.units[at])),
                translation: reused[at].clone(),
                words: unit.words,
            }
        });
        let blocks = blocks.collect();
        let (bom, end) = (bom(old_translation), line_end::of_first_line(old_translation));
        let draft = (front + &body).replace('\n', end);
        Self { draft: format!("{bom}{draft}"), blocks }
    }

    /// Words of the new source, outside code and addresses.
    pub fn words(&self) -> usize {
        self.blocks.iter().map(|block| block.words).sum()
    }

    /// Those of them that have a translation.
    pub fn reused_words(&self) -> usize {
        let reused = self.blocks.iter().filter(|block| block.state == BlockState::Reused);
        reused.map(|block| block.words).sum()
    }
}

/// The words of an article, outside code and addresses.
pub fn words(syntax: Syntax, text: &str) -> usize {
    Article::parse(&line_end::normal(text), syntax).units.iter().map(|unit| unit.words).sum()
}

/// The words of a version, outside code and addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangedWords {
    pub all: usize,
    /// Those in blocks that the older version does not have.
    pub new: usize,
}

/// The words of a plain text, outside addresses.
pub(crate) fn count(text: &str) -> usize {
    super::words::count(text)
}

/// How many words of a version are not in blocks of an older one.
pub fn changed_words(syntax: Syntax, old: &str, new: &str) -> ChangedWords {
    let texts = [old, new].map(line_end::normal);
    let [old, new] = texts.each_ref().map(|text| Article::parse(text, syntax));
    // Without translations all are the same: a block that stands there twice now is as equal as before.
    let pairs = pairing::pairs(&new.units, &old.units, &|_| None);
    let is_new = |pair: &Pair| matches!(pair, Pair::Changed(_) | Pair::New);
    let changed = new.units.iter().zip(&pairs).filter(|(_, pair)| is_new(pair));
    ChangedWords {
        all: new.units.iter().map(|unit| unit.words).sum(),
        new: changed.map(|(unit, _)| unit.words).sum(),
    }
}

/// How many blocks of a translation read otherwise in a newer one although their source is equal. Sources and translations are each the
/// older one and the newer one.
pub fn reworded(syntax: Syntax, sources: [&str; 2], translations: [&str; 2]) -> usize {
    let kept = Merge::new(syntax, sources[0], sources[1], translations[0]);
    let today = Merge::new(syntax, sources[1], sources[1], translations[1]);
    let words = |text: &Option<String>| text.as_deref().map(unit::joined);
    let is_other = |(kept, today): &(&MergedBlock, &MergedBlock)| {
        let (kept, today) = (words(&kept.translation), words(&today.previous));
        kept.is_some() && today.is_some() && kept != today
    };
    kept.blocks.iter().zip(&today.blocks).filter(|(kept, _)| kept.words > 0).filter(is_other).count()
}

/// By unit of the source the unit of the translation that is certainly made from it alone.
fn one_to_one(source: &Article<'_>, own: &Article<'_>, alignment: &Alignment) -> Vec<Option<usize>> {
    let mut made_from: Vec<usize> = vec![0; source.document.blocks.len()];
    for block in 0..own.document.blocks.len() {
        for from in alignment.source_of(block) {
            made_from[from] += 1;
        }
    }
    let scale = (source.length(), own.length());
    let (placed, known) = (placed::by_place(source, own), placed::by_evidence(source, own));
    let one = |(at, unit): (usize, &Unit)| {
        let block = alignment.translation_of(unit.block)?;
        let is_alone =
            alignment.source_of(block) == (unit.block..unit.block + 1) && made_from[unit.block] == 1;
        let found = own.position(block).filter(|_| is_alone)?;
        let is_certain = placed[at] == Some(found) || known.get(&at) == Some(&found);
        let beside = |at: usize| [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let is_left = |at: usize| made_from.get(at) == Some(&0);
        let is_added = |at: usize| at < own.document.blocks.len() && alignment.source_of(at).is_empty();
        let has_rest = beside(unit.block).any(is_left) || beside(block).any(is_added);
        let is_whole =
            !has_rest || is_in_scale(source.plain(unit).len(), own.plain(&own.units[found]).len(), scale);
        (is_certain && is_whole && own.units[found].kind.is_like(unit.kind)).then_some(found)
    };
    source.units.iter().enumerate().map(one).collect()
}

/// Whether a translation is as long as one of a text of this length is here, and not that of a part of it, or of more.
fn is_in_scale(source: usize, own: usize, scale: (usize, usize)) -> bool {
    const SLACK: usize = 20;
    let expected = source.saturating_mul(scale.1.max(1)) / scale.0.max(1);
    own <= expected + expected / 2 + SLACK && own + own / 2 + SLACK >= expected
}

fn bom(text: &str) -> &'static str {
    if text.starts_with('\u{feff}') { "\u{feff}" } else { "" }
}

#[cfg(test)]
mod tests;
