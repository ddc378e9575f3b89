//! The translation of a file from what came back, or what hinders it: the source with other text in the place of its units. Reads
//! what it has written again, and refuses what does not say what came back.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::line_end;
use crate::markdown::{Inline, InlineRole, InlineText};
use crate::translation::merge::UnitKind;

use super::blocks::Blocks;
use super::carried::{Codes, Written, one_line};
use super::edits::edited;
use super::escape::{self, Bounds, Care, Place};
use super::extract::{Extracted, extracted, merged};
use super::front::{self, Value};
use super::original::Original;
use super::refusal::{Refusal, RefusalKind};
use super::returned::ReturnedUnit;
use super::sound;
use super::unit::{CodeKind, Content, Piece, Unit};

/// The translation of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// The whole file.
    pub text: String,
    /// Units that stand in it in the words of the source, as none came back for them.
    pub untranslated: usize,
}

/// The translation of a source from the units that came back in any order, or all that hinders it.
pub fn compose(original: &Original<'_>, returned: &[ReturnedUnit]) -> Result<Composed, Vec<Refusal>> {
    let source = line_end::normal(original.source);
    let merged = merged(original);
    let blocks = Blocks::new(&source, original.syntax);
    let values = front::values(&source, original);
    let extracted = extracted(&blocks, merged.as_ref(), original);
    let units = values.iter().map(|value| &value.unit).chain(extracted.iter().map(|it| &it.unit));
    let matched = Matched::new(units, returned)?;

    let mut refusals = Vec::new();
    let mut texts = BTreeMap::new();
    for value in &values {
        match text_of(value, &matched) {
            Ok(text) => texts.extend(text.map(|text| (value.unit.id.clone(), text))),
            Err(kinds) => {
                refusals.extend(kinds.into_iter().map(|kind| matched.refusal(&value.unit.id, kind)))
            }
        }
    }
    let mut parts = Vec::new();
    for unit in &extracted {
        match Part::new(unit, &matched) {
            Ok(part) => parts.push(part),
            Err(kinds) => refusals.extend(kinds.into_iter().map(|kind| matched.refusal(&unit.unit.id, kind))),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let own = original.older.map(|older| line_end::normal(older.translation));
    let front = front::composed(&source, &values, merged.as_ref().zip(own.as_deref()), &texts);
    let bodies = settled(&blocks, &extracted, &parts);
    let not_writable = |id: &String| matched.refusal(id, RefusalKind::NotWritable);
    let (front, body) = match (front, bodies) {
        (Ok(front), Ok(body)) => (front, body),
        (front, body) => {
            let lost = [front.err().unwrap_or_default(), body.err().unwrap_or_default()].concat();
            return Err(lost.iter().map(not_writable).collect());
        }
    };
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    edits.extend(front.map(|front| (0..blocks.article.body, front)));
    edits.extend(body);
    let translation = original.older.map(|older| older.translation);
    Ok(Composed { text: stored(original.source, translation, &edits), untranslated: matched.untranslated })
}

/// The file as it is stored: with the line ends of the older translation, where there is one.
pub(super) fn stored(source: &str, translation: Option<&str>, edits: &[(Range<usize>, String)]) -> String {
    let text = edited(source, edits);
    let Some(translation) = translation else { return text };
    let end = line_end::of_first_line(translation);
    let bom = if translation.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    format!("{bom}{}", line_end::normal(&text).replace('\n', end))
}

/// The units that came back, by ID.
pub(super) struct Matched<'r> {
    by_id: BTreeMap<&'r str, &'r ReturnedUnit>,
    untranslated: usize,
}

impl<'r> Matched<'r> {
    pub(super) fn new<'u>(
        units: impl Iterator<Item = &'u Unit>,
        returned: &'r [ReturnedUnit],
    ) -> Result<Self, Vec<Refusal>> {
        let mut by_id: BTreeMap<&str, &ReturnedUnit> = BTreeMap::new();
        let mut refusals = Vec::new();
        let mut refuse =
            |unit: &str, line: u32, kind| refusals.push(Refusal { unit: unit.to_owned(), line, kind });
        for unit in returned {
            if by_id.insert(&unit.id, unit).is_some() {
                refuse(&unit.id, unit.line, RefusalKind::UnitTwice);
            }
        }
        let mut known = BTreeSet::new();
        let mut untranslated = 0;
        for unit in units {
            known.insert(&*unit.id);
            match by_id.get(&*unit.id) {
                None => refuse(&unit.id, 0, RefusalKind::UnitMissing),
                Some(own) if !own.source.is_like(&unit.source) => {
                    refuse(&unit.id, own.line, RefusalKind::SourceAltered);
                }
                Some(own) => untranslated += usize::from(own.target.is_none()),
            }
        }
        for unit in returned.iter().filter(|unit| !known.contains(&*unit.id)) {
            refuse(&unit.id, unit.line, RefusalKind::UnknownUnit);
        }
        if refusals.is_empty() { Ok(Self { by_id, untranslated }) } else { Err(refusals) }
    }

    pub(super) fn untranslated(&self) -> usize {
        self.untranslated
    }

    pub(super) fn target(&self, unit: &Unit) -> Option<&Content> {
        self.by_id.get(&*unit.id)?.target.as_ref()
    }

    pub(super) fn refusal(&self, unit: &str, kind: RefusalKind) -> Refusal {
        Refusal { unit: unit.to_owned(), line: self.by_id.get(unit).map_or(0, |unit| unit.line), kind }
    }
}

/// What came back for a value of the front matter.
fn text_of(value: &Value, matched: &Matched<'_>) -> Result<Option<String>, Vec<RefusalKind>> {
    let Some(target) = matched.target(&value.unit) else { return Ok(None) };
    let flaws = sound::flaws(target, &value.unit.source, &Codes::default(), &BTreeSet::new());
    if flaws.is_empty() { Ok(Some(target.clone().normal().text())) } else { Err(flaws) }
}

/// What stands in the place of a unit.
enum Part<'e> {
    Source,
    /// What the older translation has.
    Older(&'e str),
    /// What came back, and how its codes are written.
    New(Content, &'e Codes),
}

impl<'e> Part<'e> {
    fn new(unit: &'e Extracted, matched: &Matched<'_>) -> Result<Self, Vec<RefusalKind>> {
        let Some(target) = matched.target(&unit.unit) else { return Ok(Self::Source) };
        // Where both say the same, addresses may differ.
        let is_reused = unit.unit.target.as_ref().is_some_and(|reused| reused.is_like(target));
        if let Some(written) = unit.reused.as_deref().filter(|_| is_reused) {
            return Ok(Self::Older(written));
        }
        if target.is_like(&unit.unit.source) {
            return Ok(Self::Source);
        }
        let flaws = sound::flaws(target, &unit.unit.source, &unit.codes, &unit.wanted);
        if flaws.is_empty() { Ok(Self::New(target.clone().normal(), &unit.codes)) } else { Err(flaws) }
    }
}

/// The places of the source where other text stands, and the text; the IDs of units that are not read as they came back.
fn settled(
    blocks: &Blocks<'_>,
    units: &[Extracted],
    parts: &[Part<'_>],
) -> Result<Vec<(Range<usize>, String)>, Vec<String>> {
    let mut cares = vec![Care::Least; parts.len()];
    loop {
        let edits = edits(blocks, units, parts, &cares);
        let unsound = unsound(blocks, units, parts, &edits);
        if unsound.is_empty() {
            return Ok(edits.into_iter().map(|edit| (edit.range, edit.text)).collect());
        }
        let mut lost = Vec::new();
        for at in unsound {
            match cares[at].next() {
                Some(care) => cares[at] = care,
                None => lost.push(units[at].unit.id.clone()),
            }
        }
        if !lost.is_empty() {
            return Err(lost);
        }
    }
}

/// A change of the source.
struct Edit {
    range: Range<usize>,
    text: String,
    /// The unit that it is made for.
    unit: usize,
}

fn edits(blocks: &Blocks<'_>, units: &[Extracted], parts: &[Part<'_>], cares: &[Care]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, (unit, part)) in units.iter().zip(parts).enumerate() {
        let block = &blocks.article.units[unit.block];
        let (range, text) = match part {
            Part::Source => continue,
            Part::Older(written) => (block.span.clone(), with_prefix(written, &block.prefix)),
            Part::New(content, codes) => {
                let bounds = match block.kind {
                    UnitKind::TableCell => Bounds::Cell,
                    UnitKind::Heading(_) if unit.inner.range.start > block.span.start => Bounds::Heading,
                    _ => Bounds::Line,
                };
                let form = if blocks.is_raw(block) { InlineText::Html } else { InlineText::Markdown };
                let place = Place {
                    care: cares[at],
                    document: blocks.article.document.syntax.form,
                    form,
                    bounds,
                    prefix: &block.prefix,
                };
                (unit.inner.range.clone(), escape::written(content, codes, place))
            }
        };
        edits.push(Edit { range, text, unit: at });
    }
    edits
}

/// Lines with what they begin with where they stand.
fn with_prefix(written: &str, prefix: &str) -> String {
    let mut lines = written.split('\n');
    let first = lines.next().unwrap_or("").to_owned();
    lines.fold(first, |text, line| {
        let prefix = if line.is_empty() { prefix.trim_end() } else { prefix };
        text + "\n" + prefix + line
    })
}

/// The units whose text is not read as it came back, or after which others are not read as they were.
fn unsound(blocks: &Blocks<'_>, units: &[Extracted], parts: &[Part<'_>], edits: &[Edit]) -> Vec<usize> {
    let is_new = |edit: &&Edit| matches!(parts[edit.unit], Part::New(..));
    if !edits.iter().any(|edit| is_new(&edit)) {
        return Vec::new();
    }
    let source = &blocks.article;
    let mut text = String::with_capacity(source.text.len());
    let mut places = BTreeMap::new();
    let mut at = source.body;
    for edit in edits {
        text.push_str(&source.text[at..edit.range.start]);
        let span = &source.units[units[edit.unit].block].span;
        let start = text.len() - (edit.range.start - span.start);
        text.push_str(&edit.text);
        places.insert(edit.unit, start..text.len() + (span.end - edit.range.end));
        at = edit.range.end;
    }
    text.push_str(&source.text[at..]);
    let found = Blocks::body(&text, source.document.syntax);
    let mut unsound = Vec::new();
    for edit in edits.iter().filter(is_new) {
        let Part::New(content, codes) = &parts[edit.unit] else { continue };
        let place = &places[&edit.unit];
        let from = found.article.units.partition_point(|unit| unit.span.end <= place.start);
        let is_sound = match found.article.units.get(from) {
            Some(unit) if place.start <= unit.span.start && unit.span.end <= place.end => {
                let inner = found.inner(unit);
                let is_alone =
                    found.article.units.get(from + 1).is_none_or(|next| place.end <= next.span.start);
                is_alone && inner.is_some_and(|inner| seen(&text, &inner.pieces) == wanted(content, codes))
            }
            _ => false,
        };
        if !is_sound {
            unsound.push(edit.unit);
        }
    }
    let is_divided = found.article.units.len() != source.units.len();
    if unsound.is_empty() && is_divided {
        unsound = edits.iter().filter(is_new).map(|edit| edit.unit).collect();
    }
    unsound
}

/// What is read in a block, as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Seen {
    /// With what is not to be translated in it.
    Text(String),
    /// How it is written; emphasis may be written in any way.
    Code(CodeKind, String),
}

fn seen(text: &str, pieces: &[Inline]) -> Vec<Seen> {
    wanted(&Content::of(text, pieces), &Codes::of(text, pieces))
}

fn wanted(content: &Content, codes: &Codes) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    let mut is_broken = false;
    for piece in &content.0 {
        let text = match piece {
            Piece::Text(text) => text,
            Piece::Code(code) => {
                let Some(written) = codes.0.get(&code.id) else { continue };
                if written.role == InlineRole::Literal {
                    &written.open
                } else {
                    is_broken = written.role == InlineRole::Break;
                    if is_broken && let Some(Seen::Text(before)) = seen.last_mut() {
                        before.truncate(before.trim_end_matches(' ').len());
                    }
                    seen.push(Seen::Code(code.kind, shown(code.kind, written)));
                    continue;
                }
            }
        };
        // White space beside the end of a line is none.
        let text = if std::mem::take(&mut is_broken) { text.trim_start_matches(' ') } else { text };
        match seen.last_mut() {
            Some(Seen::Text(before)) => before.push_str(text),
            _ => seen.push(Seen::Text(text.to_owned())),
        }
    }
    seen.retain(|seen| !matches!(seen, Seen::Text(text) if text.is_empty()));
    seen
}

fn shown(kind: CodeKind, written: &Written) -> String {
    match kind {
        _ if written.is_emphasis() => format!("{:?}", written.role),
        CodeKind::Close => one_line(written.close.as_deref().unwrap_or_default()),
        _ => one_line(&written.open),
    }
}
