//! Writes into front matter which original a translation was made from, and when. Every other byte stays, and where the
//! place is not certain nothing is written.

use super::data::{FlawKind, Format, FrontMatter};
use super::date::{Date, DateForm};
use super::fence::{Fences, after_bom};
use super::keys::{self, Field};
use super::value::KeyValue;
use super::{block, parse};
use crate::diagnostic::Span;
use crate::line_end;
use wanted::{Edit, Wanted};

mod lines;
mod members;
mod wanted;

/// What a translation was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// 40 hexadecimal digits in lower case.
    pub source_hash: &'a str,
    pub translated: Date,
    /// How the translation was made: written as it is, where something is to be written.
    pub translation_type: Option<&'a str>,
    /// The tag of its locale: written where another is.
    pub locale: Option<&'a str>,
    pub on_existing: OnExisting,
}

/// What becomes of a date, or of a value that is not a hash, that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnExisting {
    Keep,
    Replace,
}

/// Why nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What stands in the block cannot be read as it stands.
    Damaged,
    /// It can be read, but is not written one key a line.
    Unusual,
    /// There is a source hash that is not one of ours: it may mean something to another program.
    OtherHash,
}

/// The keys of each style: the hash, the date, how it was made.
const PLAIN: [&str; 3] = ["source_hash", "translated", "translation_type"];
const LEARN: [&str; 3] = ["ms.openlocfilehash", "ms.lasthandoff", "ms.translationtype"];

/// The whole text with the stamp in its front matter, which is made if there is none. The keys are spelt as the file
/// spells them.
///
/// # Errors
/// The place is not certain.
pub fn stamp(text: &str, stamp: Stamp<'_>) -> Result<String, Refusal> {
    let (stored, lines) = (text, line_end::with_line_feeds(text));
    let text = &*lines;
    let front_matter = FrontMatter::parse(text);
    let is_damage = |kind: &FlawKind| matches!(kind, FlawKind::Syntax { .. } | FlawKind::Unclosed);
    if front_matter.flaws.iter().any(|flaw| is_damage(&flaw.kind)) {
        return Err(Refusal::Damaged);
    }
    if front_matter.span.is_none() {
        return proven(stored, with_block(stored, stamp), stamp);
    }
    let block = block::find(text).filter(|block| block.fences == Fences::Closed).ok_or(Refusal::Damaged)?;
    let is_invalid = |field: Field| is_invalid(&front_matter, field);
    if stamp.on_existing == OnExisting::Keep && is_invalid(Field::SourceHash) {
        return Err(Refusal::OtherHash);
    }
    let entries = parse::read(text, block.clone(), &mut Vec::new()).map(|(_, entries)| entries);
    let entries = entries.unwrap_or_default();
    let written = match block.format {
        Format::Yaml => lines::keys(text, &block),
        Format::Toml | Format::Json => {
            entries.iter().map(|entry| entry.key.value.to_ascii_lowercase()).collect()
        }
    };
    let names = names(&written);
    let hash = front_matter.source_hash.as_ref().map(|hash| hash.span.range());
    let value = stamp.source_hash.to_owned();
    let mut wanted = vec![Wanted { field: Field::SourceHash, place: hash, name: names[0], value }];
    let date = front_matter.translated.as_ref().map(|date| date.span);
    if date.is_none() && !is_invalid(Field::Translated) || stamp.on_existing == OnExisting::Replace {
        let value = in_form(stamp.translated, date.map_or("", |date| date.slice(text)));
        let place = date.map(Span::range);
        wanted.push(Wanted { field: Field::Translated, place, name: names[1], value });
    }
    if let Some(written) = stamp.translation_type {
        let place = front_matter.translation_type.as_ref().map(|written| written.span.range());
        wanted.push(Wanted {
            field: Field::TranslationType,
            place,
            name: names[2],
            value: written.to_owned(),
        });
    }
    wanted.extend(stamp.locale.and_then(|tag| locale(&front_matter, tag)));
    let mut edits: Vec<Edit> = match block.format {
        Format::Yaml => wanted.iter().map(|wanted| lines::edit(text, &block, wanted)).collect(),
        Format::Toml | Format::Json => {
            members::edits(text, &block, &entries, &wanted).ok_or(Refusal::Unusual)?
        }
    };
    // Stable: of two new lines, the hash stays the first.
    edits.sort_by_key(|(place, _)| place.start);
    let end = line_end::of_first_line(stored);
    let mut changed = stored.to_owned();
    for (place, value) in edits.into_iter().rev() {
        changed.get(place.clone()).ok_or(Refusal::Unusual)?;
        let value = if end == "\r" { value.replace('\n', end) } else { value };
        changed.replace_range(place, &value);
    }
    proven(stored, changed, stamp)
}

/// Whether the value of a field cannot be read.
fn is_invalid(front_matter: &FrontMatter, field: Field) -> bool {
    front_matter.flaws.iter().any(|flaw| match &flaw.kind {
        FlawKind::InvalidValue { key, .. } | FlawKind::InvalidDate { key, .. } => {
            keys::known(key).is_some_and(|key| key.field == field)
        }
        _ => false,
    })
}

/// The locale, where another one stands, spelt as that is.
fn locale(front_matter: &FrontMatter, tag: &str) -> Option<Wanted> {
    let there = front_matter.locale.as_ref().filter(|there| !there.value.eq_ignore_ascii_case(tag))?;
    let is_lower = !there.value.contains(|letter: char| letter.is_ascii_uppercase());
    let value = if is_lower { tag.to_ascii_lowercase() } else { tag.to_owned() };
    Some(Wanted { field: Field::Locale, place: Some(there.span.range()), name: "locale", value })
}

/// The date, written as the one that is there.
fn in_form(date: Date, there: &str) -> String {
    let Date { year, month, day } = date;
    match Date::parse(there) {
        Some((_, DateForm::MonthFirst)) => format!("{month:02}/{day:02}/{year:04}"),
        _ => date.iso(),
    }
}

/// How the file spells its keys: those of Microsoft Learn if it has such, and no plain one that could be spelt so.
fn names(written: &[String]) -> [&'static str; 3] {
    const BOTH: [&str; 10] = [
        "locale",
        "custom_ids",
        "date",
        "translation_type",
        "source_hash",
        "source_commit",
        "translated",
        "topic",
        "collection",
        "service",
    ];
    let is_plain = written.iter().any(|key| BOTH.contains(&key.as_str()));
    let is_learn = written.iter().any(|key| key.starts_with("ms."));
    if written.iter().any(|key| key == LEARN[0]) || is_learn && !is_plain { LEARN } else { PLAIN }
}

/// The text with a block of its own before it.
fn with_block(text: &str, stamp: Stamp<'_>) -> String {
    let (bom, body) = text.split_at(after_bom(text));
    let end = line_end::of_first_line(text);
    let (hash, date) = (stamp.source_hash, stamp.translated);
    let gap = if body.is_empty() || body.starts_with(['\r', '\n']) { "" } else { end };
    let made = stamp.translation_type.map(|made| format!("{}: {made}{end}", PLAIN[2])).unwrap_or_default();
    format!("{bom}---{end}{}: {hash}{end}{}: {date}{end}{made}---{end}{gap}{body}", PLAIN[0], PLAIN[1])
}

/// The changed text, if it has the stamp and all that it had before.
fn proven(before: &str, after: String, stamp: Stamp<'_>) -> Result<String, Refusal> {
    let (old, new) = (FrontMatter::parse(before), FrontMatter::parse(&after));
    let hash = new.source_hash.as_ref().is_some_and(|hash| hash.value == stamp.source_hash);
    let date = new.translated.as_ref().map(|date| date.value);
    let is_date = date == Some(stamp.translated)
        || stamp.on_existing == OnExisting::Keep && date == old.translated.as_ref().map(|date| date.value);
    let body = |text: &str, start: u32| {
        text.get(start as usize..).map(|body| body.trim_start_matches(['\r', '\n']).to_owned())
    };
    let is_body = body(before, old.body_start) == body(&after, new.body_start);
    let is_rest = meaning(before, stamp) == meaning(&after, stamp) && new.flaws.len() <= old.flaws.len();
    if hash && is_date && is_body && is_rest { Ok(after) } else { Err(Refusal::Unusual) }
}

/// Every key that is not a part of a stamp, with its value.
fn meaning(text: &str, stamp: Stamp<'_>) -> Vec<(String, serde_json::Value)> {
    let is_stamp = |entry: &KeyValue<'_>| {
        let field = keys::known(&entry.key.value).map(|key| key.field);
        match field {
            Some(Field::SourceHash | Field::Translated) => true,
            Some(Field::TranslationType) => stamp.translation_type.is_some(),
            Some(Field::Locale | Field::Language) => stamp.locale.is_some(),
            _ => false,
        }
    };
    let lines = line_end::with_line_feeds(text);
    let entries = block::find(&lines).and_then(|block| parse::read(&lines, block, &mut Vec::new()));
    let entries = entries.map(|(_, entries)| entries).unwrap_or_default();
    let others = entries.into_iter().filter(|entry| !is_stamp(entry));
    others.map(|entry| (entry.key.value.clone().into_owned(), entry.value.to_json())).collect()
}

#[cfg(test)]
mod tests;
