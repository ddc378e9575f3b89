//! The texts of a file with what an older translation has for each. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::carried::Codes;
use crate::exchange::original::Made;
use crate::exchange::unit::{Content, Match, TargetState, Unit};
use crate::line_end;
use crate::translation::merge;

use super::fluent::{self, Plurals};
use super::names;
use super::slot::{Slot, SlotText, TextsFault, TextsForm};

/// A file of texts that is to be translated.
#[derive(Clone, Copy, Debug)]
pub struct TextsOriginal<'a> {
    pub form: &'a TextsForm,
    /// As stored.
    pub source: &'a str,
    /// The version that the translation was made from, where that is known.
    pub older: Option<&'a str>,
    /// The old translation.
    pub translation: Option<&'a str>,
    pub made: Made,
}

/// A text, and what an older translation has for it.
pub(super) struct Versioned {
    pub(super) slot: Slot,
    /// A unit for each of its texts.
    pub(super) units: Vec<Unit>,
    /// How codes are written that may stand in each.
    pub(super) codes: Vec<Codes>,
    /// The old translation as it is written, if it still holds.
    pub(super) reused: Option<String>,
}

/// The units of a file, in its order.
///
/// # Errors
/// A version of it cannot be read.
pub fn text_units(original: &TextsOriginal<'_>) -> Result<Vec<Unit>, TextsFault> {
    let versioned = versioned(original, &line_end::normal(original.source))?;
    Ok(versioned.into_iter().flat_map(|one| one.units).collect())
}

/// All texts of a file whose source with line feeds is given.
pub(super) fn versioned(original: &TextsOriginal<'_>, source: &str) -> Result<Vec<Versioned>, TextsFault> {
    let slots = match original.form {
        TextsForm::Names(file) => names::read(*file, source)?,
        TextsForm::Messages { source: from, target } => {
            fluent::read(source, Plurals::Of { source: from, target })?
        }
    };
    let of_source: BTreeMap<String, Slot> = by_key(as_written(original.form, source)?);
    // A translation that cannot be read has nothing to give.
    let read = |text: &str| {
        let text = line_end::normal(text).into_owned();
        let slots = as_written(original.form, &text).ok()?;
        Some((by_key(slots), text))
    };
    let older = original.older.and_then(read);
    let translation = original.translation.and_then(read);
    let is_known = original.older.is_some();
    let one = |slot: Slot| {
        let before = older.as_ref().and_then(|(slots, _)| slots.get(&slot.key));
        let now = of_source.get(&slot.key);
        let holds = before.zip(now).is_some_and(|(before, now)| is_same(before, now));
        let own = translation.as_ref().and_then(|(slots, text)| Some((slots.get(&slot.key)?, text)));
        let reused = own.filter(|_| holds).map(|(own, text)| text[own.place.clone()].to_owned());
        let mut codes = Vec::new();
        let mut units = Vec::new();
        for text in &slot.texts {
            let own = own.and_then(|(own, _)| form_of(own, &text.form));
            let own = own.map(|own| fluent::renumbered(&own.content, &text.codes));
            let (target, known) =
                own.map_or_else(|| (None, text.codes.clone()), |(own, codes)| (Some(own), codes));
            let is_news = target.as_ref().is_some_and(|target| !target.is_like(&text.content));
            let unit = Unit {
                id: text.id.clone(),
                source: text.content.clone(),
                state: if holds && target.is_some() { original.made.state() } else { TargetState::Initial },
                previous: previous(before, &target, text).filter(|_| !holds && (is_known || is_news)),
                target: target.filter(|_| holds),
                notes: text.notes.clone(),
                words: merge::count(&text.content.text()),
            };
            units.push(unit);
            codes.push(if holds { known } else { text.codes.clone() });
        }
        Versioned { slot, units, codes, reused }
    };
    Ok(slots.into_iter().filter(has_words).map(one).collect())
}

/// Whether there is something to translate.
fn has_words(slot: &Slot) -> bool {
    slot.texts.iter().any(|text| text.content.text().chars().any(char::is_alphabetic))
}

/// The old translation of a text that has changed since, or of which nobody knows what it was made from.
fn previous(before: Option<&Slot>, target: &Option<Content>, text: &SlotText) -> Option<Match> {
    let source = before.and_then(|before| form_of(before, &text.form));
    let source = source.map_or(&text.content, |before| &before.content);
    Some(Match { source: fluent::renumbered(source, &text.codes).0, target: target.clone()? })
}

/// The texts of a file with the forms that are written.
pub(super) fn as_written(form: &TextsForm, text: &str) -> Result<Vec<Slot>, TextsFault> {
    match form {
        TextsForm::Names(file) => names::read(*file, text),
        TextsForm::Messages { .. } => fluent::read(text, Plurals::AsWritten),
    }
}

fn by_key(slots: Vec<Slot>) -> BTreeMap<String, Slot> {
    slots.into_iter().map(|slot| (slot.key.clone(), slot)).collect()
}

/// Whether two versions say the same.
fn is_same(one: &Slot, other: &Slot) -> bool {
    let said = |slot: &Slot| {
        slot.texts.iter().map(|text| (text.form.clone(), text.content.clone())).collect::<Vec<_>>()
    };
    said(one) == said(other) && one.choice == other.choice
}

/// The form of a text, or the only one that it has.
fn form_of<'s>(slot: &'s Slot, form: &str) -> Option<&'s SlotText> {
    let is_it = |text: &&SlotText| text.form == form || slot.texts.len() == 1 && text.form.is_empty();
    slot.texts.iter().find(is_it)
}

/// Messages that a translation has of its own: neither the source nor the version that it was made from has them.
pub(super) fn own_messages(original: &TextsOriginal<'_>, source: &str) -> Vec<String> {
    let (TextsForm::Messages { .. }, Some(translation)) = (original.form, original.translation) else {
        return Vec::new();
    };
    let keys = |text: &str| -> BTreeSet<String> {
        fluent::entries(&line_end::normal(text)).into_iter().flatten().map(|entry| entry.key).collect()
    };
    let known: BTreeSet<String> =
        [Some(source), original.older].into_iter().flatten().flat_map(keys).collect();
    let text = line_end::normal(translation);
    let entries = fluent::entries(&text).unwrap_or_default().into_iter();
    let own = entries.filter(|entry| !known.contains(&entry.key));
    own.map(|entry| text[entry.place].trim_end().to_owned()).collect()
}
