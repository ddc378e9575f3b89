//! The translation of a file of names or messages from what came back: the source with other texts in their places. Reads what it has
//! written again, and refuses what does not say what came back.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::exchange::carried::{Codes, one_line};
use crate::exchange::compose::{Composed, Matched, stored};
use crate::exchange::refusal::{Refusal, RefusalKind};
use crate::exchange::returned::ReturnedUnit;
use crate::exchange::sound;
use crate::exchange::unit::{Code, Content, Piece};
use crate::line_end;

use super::slot::{Slot, TextsForm};
use super::versions::{TextsOriginal, Versioned, as_written, own_messages, versioned};
use super::{fluent, names};

/// What stands in the place of a text.
enum Part<'v> {
    Source,
    Older(&'v str),
    New(Vec<Content>),
}

/// The translation of a file from the units that came back in any order, or all that hinders it.
///
/// # Errors
/// What is wrong with units.
pub fn compose_texts(
    original: &TextsOriginal<'_>,
    returned: &[ReturnedUnit],
) -> Result<Composed, Vec<Refusal>> {
    let source = line_end::normal(original.source);
    // What was handed off could be read.
    let all = versioned(original, &source).unwrap_or_default();
    let matched = Matched::new(all.iter().flat_map(|one| &one.units), returned)?;
    let mut refusals = Vec::new();
    let mut parts = Vec::new();
    for one in &all {
        match part(one, &matched) {
            Ok(part) => parts.push(part),
            Err(found) => refusals.extend(found),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let edits = edits(original.form, &source, &all, &parts);
    let text = crate::exchange::edits::edited(&source, &edits);
    let lost = lost(original.form, &text, &all, &parts);
    if !lost.is_empty() {
        return Err(lost.into_iter().map(|unit| matched.refusal(unit, RefusalKind::NotWritable)).collect());
    }
    let mut text = stored(original.source, original.translation, &edits);
    let end = line_end::of_first_line(&text);
    for own in own_messages(original, &source) {
        let gap = if text.ends_with(end) || text.is_empty() { "" } else { end };
        text += &format!("{gap}{end}{}{end}", own.replace('\n', end));
    }
    Ok(Composed { text, untranslated: matched.untranslated() })
}

fn part<'v>(one: &'v Versioned, matched: &Matched<'_>) -> Result<Part<'v>, Vec<Refusal>> {
    let targets: Vec<Option<&Content>> = one.units.iter().map(|unit| matched.target(unit)).collect();
    let pairs = || one.units.iter().zip(&targets);
    let is_reused = pairs().all(|(unit, target)| match (&unit.target, target) {
        (Some(own), Some(target)) => own.is_like(target),
        _ => false,
    });
    if let Some(written) = one.reused.as_deref().filter(|_| is_reused) {
        return Ok(Part::Older(written));
    }
    let is_untouched = pairs().all(|(unit, target)| target.is_none_or(|target| target.is_like(&unit.source)));
    if is_untouched && one.slot.choice.as_ref().is_none_or(|choice| choice.is_as_written) {
        return Ok(Part::Source);
    }
    let mut refusals = Vec::new();
    let mut contents = Vec::new();
    for (((unit, target), codes), text) in pairs().zip(&one.codes).zip(&one.slot.texts) {
        let Some(target) = target else {
            contents.push(unit.source.clone());
            continue;
        };
        let is_own = unit.target.as_ref().is_some_and(|own| own.is_like(target));
        let wanted = if is_own { &BTreeSet::new() } else { &text.wanted };
        let flaws = sound::flaws(target, &unit.source, codes, wanted);
        refusals.extend(flaws.into_iter().map(|kind| matched.refusal(&unit.id, kind)));
        contents.push((*target).clone().normal());
    }
    if refusals.is_empty() { Ok(Part::New(contents)) } else { Err(refusals) }
}

fn edits(
    form: &TextsForm,
    source: &str,
    all: &[Versioned],
    parts: &[Part<'_>],
) -> Vec<(Range<usize>, String)> {
    let edit = |(one, part): (&Versioned, &Part<'_>)| {
        let place = one.slot.place.clone();
        match part {
            Part::Source => None,
            Part::Older(written) => Some((place, (*written).to_owned())),
            Part::New(contents) => {
                let written = match form {
                    TextsForm::Names(file) => {
                        names::written(*file, &source[place.clone()], &contents.first().map(Content::text)?)
                    }
                    TextsForm::Messages { .. } => {
                        let texts = one.slot.texts.iter().zip(contents).zip(&one.codes);
                        let texts: Vec<(&str, &Content, &Codes)> =
                            texts.map(|((text, content), codes)| (&*text.form, content, codes)).collect();
                        let is_attribute = one.slot.key.contains('.');
                        fluent::written(&one.slot, &texts, if is_attribute { 8 } else { 4 })
                    }
                };
                Some((place, written))
            }
        }
    };
    all.iter().zip(parts).filter_map(edit).collect()
}

/// The IDs of units that are not read as they came back.
fn lost<'v>(form: &TextsForm, text: &str, all: &'v [Versioned], parts: &[Part<'_>]) -> Vec<&'v str> {
    let ids = |one: &'v Versioned| one.units.iter().map(|unit| &*unit.id);
    let is_new = |part: &Part<'_>| matches!(part, Part::New(_));
    let Ok(read) = as_written(form, text) else {
        let new = all.iter().zip(parts).filter(|(_, part)| is_new(part));
        return new.flat_map(|(one, _)| ids(one)).collect();
    };
    // Names may become others; what they lead to stays.
    let read: BTreeMap<&str, &Slot> = read.iter().map(|slot| (&*slot.key, slot)).collect();
    let mut lost = Vec::new();
    for (one, part) in all.iter().zip(parts) {
        let Part::New(contents) = part else { continue };
        let found = read.get(&*one.slot.key).map(|slot| &slot.texts);
        let is_there = found.is_some_and(|found| {
            found.len() == contents.len()
                && found
                    .iter()
                    .zip(contents.iter().zip(&one.codes))
                    .all(|(found, (wanted, codes))| said(&found.content) == said_by(wanted, codes))
        });
        if !is_there {
            lost.extend(ids(one));
        }
    }
    lost
}

/// What a text says with its codes as they are written.
fn said(content: &Content) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        // As braces are written that are text.
        Piece::Code(code) if code.written == "{ \"{\" }" => "{".to_owned(),
        Piece::Code(code) if code.written == "{ \"}\" }" => "}".to_owned(),
        Piece::Code(code) => one_line(&code.written),
    };
    content.0.iter().map(piece).collect()
}

/// The same of a text that came back, whose codes are known by their numbers.
fn said_by(content: &Content, codes: &Codes) -> String {
    let written = |id: u32| codes.0.get(&id).map_or(String::new(), |code| code.open.clone());
    let piece = |piece: &Piece| match piece {
        Piece::Code(code) => Piece::Code(Code { written: written(code.id), ..code.clone() }),
        text => text.clone(),
    };
    said(&Content(content.0.iter().map(piece).collect()))
}
