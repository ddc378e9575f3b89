//! The names in files that name sections, and where each stands. Knows no translation of them.

mod name;
mod pages;
mod toc;
mod translations;

use std::collections::BTreeMap;

use crate::exchange::carried::Codes;
use crate::exchange::ids::Ids;
use crate::exchange::unit::{Content, Note, NoteKind};
use crate::front_matter::{double_quoted, is_plain_value};

use super::slot::{NamesFile, Slot, SlotText, TextsFault};
use super::yaml;
use name::Name;

/// The names of a text with line feeds, in order.
pub(super) fn read(file: NamesFile, text: &str) -> Result<Vec<Slot>, TextsFault> {
    let whole = yaml::read(text)?;
    let mut names = Vec::new();
    match file {
        NamesFile::Toc => toc::names(text, &whole, &mut names)?,
        NamesFile::Pages => pages::names(&whole, &mut names),
        NamesFile::Translations => translations::names(&whole, &mut names),
    }
    let mut keys: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids = Ids::default();
    let slot = |name: Name<'_>| {
        if name.text.is_block {
            return Err(TextsFault::at(text, name.text.place.start, "a name as a block of lines"));
        }
        let number = keys.entry(name.key.clone()).or_default();
        *number += 1;
        let content = Content::plain(&name.text.value);
        let kind = Note { kind: NoteKind::Kind, text: name.kind.to_owned() };
        let place = name.above.map(|above| Note { kind: NoteKind::Place, text: above.to_owned() });
        Ok(Slot {
            key: format!("{number} {}", name.key),
            place: name.text.place.clone(),
            texts: vec![SlotText {
                id: ids.next(&content),
                form: String::new(),
                content,
                codes: Codes::default(),
                wanted: Default::default(),
                notes: std::iter::once(kind).chain(place).collect(),
            }],
            choice: None,
        })
    };
    names.into_iter().filter(|name| !name.text.value.is_empty()).map(slot).collect()
}

/// A name in the quotes that the source has, if it needs no others.
pub(super) fn written(file: NamesFile, source: &str, name: &str) -> String {
    let is_simple = !name.chars().any(char::is_control);
    match source.chars().next() {
        _ if file == NamesFile::Translations => serde_json::Value::from(name).to_string(),
        Some('\'') if is_simple => format!("'{}'", name.replace('\'', "''")),
        Some('"') | Some('\'') => double_quoted(name),
        _ if is_plain_value(name) => name.to_owned(),
        _ => double_quoted(name),
    }
}
