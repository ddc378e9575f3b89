//! The values of front matter that are translated, as units, and the front matter with their translations. Reads no body.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::front_matter::{Entries, Entry, FrontMatter, Role, entries, rewritten};
use crate::line_end;
use crate::translation::merge::{self, Merge};

use super::original::{Made, Original};
use super::unit::{Content, Note, NoteKind, TargetState, Unit};

/// A unit that is a value of the front matter, or an item of one that is a list.
pub(super) struct Value {
    pub(super) unit: Unit,
    key: String,
    /// Which item of a list it is.
    item: usize,
    /// As the source has it.
    text: String,
}

/// The values of a source with line feeds that are translated.
pub(super) fn values(source: &str, original: &Original<'_>) -> Vec<Value> {
    let Some(now) = entries(source) else { return Vec::new() };
    let versions =
        original.older.map(|older| (line_end::normal(older.source), line_end::normal(older.translation)));
    let versions = versions.and_then(|(source, own)| entries(&source).zip(entries(&own)));
    let made = original.older.map(|older| older.made);
    let mut found = Vec::new();
    for entry in now.entries.iter().filter(|entry| entry.role == Role::Text) {
        let Some(texts) = texts(&entry.value) else { continue };
        let older = versions.as_ref().and_then(|(before, own)| older(entry, before, own));
        for (at, text) in texts.iter().enumerate().filter(|(_, text)| has_words(text)) {
            let id =
                if entry.value.is_array() { format!("{}.{}", entry.key, at + 1) } else { entry.key.clone() };
            let target = older.as_ref().and_then(|texts| texts.get(at)).map(|text| Content::plain(text));
            let reused = made.filter(|_| target.is_some());
            let unit = Unit {
                id: name(&id),
                source: Content::plain(text),
                state: reused.map_or(TargetState::Initial, Made::state),
                target,
                previous: None,
                notes: notes(&entry.key),
                words: merge::count(text),
            };
            found.push(Value { unit, key: entry.key.clone(), item: at, text: (*text).to_owned() });
        }
    }
    found
}

/// What it is, and how long it may be.
fn notes(key: &str) -> Vec<Note> {
    // What search engines show of either.
    let shown = match &*key.to_ascii_lowercase() {
        "title" => Some(60),
        "description" => Some(160),
        _ => None,
    };
    let length = shown.map(|shown| Note {
        kind: NoteKind::Length,
        text: format!("search engines show {shown} characters at the most"),
    });
    std::iter::once(Note { kind: NoteKind::Kind, text: format!("front matter: {key}") })
        .chain(length)
        .collect()
}

/// The texts of the older translation for a key whose value has not changed since.
fn older<'e>(entry: &Entry, before: &Entries, own: &'e Entries) -> Option<Vec<&'e str>> {
    let there = own.get(&entry.key)?;
    let is_equal = before.get(&entry.key).is_some_and(|before| before.value == entry.value);
    let texts = texts(&there.value).filter(|_| is_equal)?;
    (texts.len() == self::texts(&entry.value)?.len()).then_some(texts)
}

/// A text, or a list of texts.
fn texts(value: &Json) -> Option<Vec<&str>> {
    match value {
        Json::String(text) => Some(vec![text]),
        Json::Array(items) => items.iter().map(Json::as_str).collect(),
        _ => None,
    }
}

fn has_words(text: &str) -> bool {
    let is_hidden = |letter: char| {
        letter.is_control() && !letter.is_whitespace() || letter > '\u{fffd}' && letter < '\u{10000}'
    };
    text.chars().any(char::is_alphabetic) && !text.chars().any(is_hidden)
}

/// A key as a name of XML.
fn name(key: &str) -> String {
    let of_name =
        |letter: char| if letter.is_alphanumeric() || "._-".contains(letter) { letter } else { '_' };
    key.chars().map(of_name).collect()
}

/// The front matter with texts in the place of its values, by the IDs of units: that of the source, or what the merge makes of it. None
/// where it is the source's; the IDs of units that cannot be written where there are such.
pub(super) fn composed(
    source: &str,
    values: &[Value],
    merged: Option<(&Merge, &str)>,
    targets: &BTreeMap<String, String>,
) -> Result<Option<String>, Vec<String>> {
    let block = |text: &str| text[..FrontMatter::parse(text).body_start as usize].to_owned();
    let own = block(source);
    let draft = merged.map(|(merged, _)| without_markers(&block(&line_end::normal(&merged.draft))));
    let draft = draft.filter(|draft| entries(draft).is_some() || values.is_empty());
    let mut front = draft.unwrap_or_else(|| own.clone());
    let mut lost = Vec::new();
    for of_key in values.chunk_by(|one, next| one.key == next.key) {
        if let Some(changed) = with_key(source, &front, of_key, merged.map(|(_, own)| own), targets) {
            front = changed;
        } else {
            lost.extend(of_key.iter().map(|value| value.unit.id.clone()));
        }
    }
    if !lost.is_empty() {
        return Err(lost);
    }
    Ok(Some(front).filter(|front| *front != own))
}

/// The front matter with the texts of one key.
fn with_key(
    source: &str,
    front: &str,
    values: &[Value],
    older: Option<&str>,
    targets: &BTreeMap<String, String>,
) -> Option<String> {
    let key = &values.first()?.key;
    let read = entries(source)?;
    let entry = read.get(key)?;
    let lines = &source[entry.lines.clone()];
    let mut wanted = entry.value.clone();
    for value in values {
        let Some(text) = targets.get(&value.unit.id) else { continue };
        // White space that came back otherwise is the source's.
        let text = if *text == value.unit.source.text() { &value.text } else { text };
        replace(&mut wanted, value.item, text);
    }
    let older = older.and_then(|own| Some((own, entries(own)?)));
    let as_before = older.as_ref().and_then(|(own, read)| {
        let there = read.get(key)?;
        let is_equal = texts(&there.value).map(plain) == texts(&wanted).map(plain);
        is_equal.then(|| &own[there.lines.clone()])
    });
    let written = match as_before {
        Some(lines) => lines.to_owned(),
        None if wanted == entry.value => lines.to_owned(),
        None => rewritten(read.format, lines, &wanted)?,
    };
    let base = entries(front)?;
    let place = base.get(key)?.lines.clone();
    let gap = if written.ends_with('\n') { "" } else { "\n" };
    Some(format!("{}{written}{gap}{}", &front[..place.start], &front[place.end..]))
}

fn plain(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(|text| Content::plain(text).text()).collect()
}

/// A text, or an item of a list, becomes another.
fn replace(value: &mut Json, item: usize, text: &str) {
    let place = match value {
        Json::Array(items) => items.get_mut(item),
        value => Some(value),
    };
    if let Some(place) = place {
        *place = Json::String(text.to_owned());
    }
}

/// Without what marks the keys of a draft.
fn without_markers(front: &str) -> String {
    front.split_inclusive('\n').filter(|line| !line.starts_with("# faqtory: ")).collect()
}
