//! Where a stamp stands in TOML and JSON, whose values know their places. Reads no value.

use super::super::data::Format;
use super::super::fence::Block;
use super::super::keys;
use super::super::line::lines;
use super::super::toml;
use super::super::value::{KeyValue, Value};
use super::wanted::{Edit, Wanted};
use crate::line_end;

/// What to put where: into the values that are there, the others as members of their own. None where a value is neither a
/// text nor a number.
pub(super) fn edits(
    text: &str,
    block: &Block,
    entries: &[KeyValue<'_>],
    wanted: &[Wanted],
) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    let mut new = Vec::new();
    for wanted in wanted {
        let is_key = |entry: &&KeyValue<'_>| {
            keys::known(&entry.key.value).is_some_and(|key| key.field == wanted.field)
        };
        match (&wanted.place, entries.iter().find(is_key)) {
            (Some(place), _) => edits.push((place.clone(), wanted.value.clone())),
            (None, Some(entry)) => edits.push(replaced(text, entry, &wanted.value)?),
            (None, None) => new.push(wanted),
        }
    }
    if !new.is_empty() {
        edits.push(if block.format == Format::Toml {
            lines_of(text, block, &new)
        } else {
            members(text, block, &new)
        });
    }
    Some(edits)
}

/// The new text within the quotes of the old one, or with quotes in the place of a number.
fn replaced(text: &str, entry: &KeyValue<'_>, new: &str) -> Option<Edit> {
    let Value::Scalar(scalar) = &entry.value else { return None };
    let place = scalar.span.range();
    let before = text.get(..place.start)?;
    let is_quoted = scalar.typed.is_none() && before.ends_with(['"', '\'']);
    (is_quoted || !place.is_empty())
        .then(|| (place, if is_quoted { new.to_owned() } else { format!("\"{new}\"") }))
}

/// Lines of TOML before the first table: behind it, they would be the table's.
fn lines_of(text: &str, block: &Block, new: &[&Wanted]) -> Edit {
    let within = lines(text, block.content.start).take_while(|line| line.start < block.content.end);
    let own = within.take_while(|line| toml::table(line.content).is_none());
    let last = own.filter(|line| !line.content.trim().is_empty()).last();
    let at = last.map_or(block.content.start, |line| line.end);
    let end = line_end::of_first_line(text);
    let line = |wanted: &&Wanted| {
        let Wanted { name, value, .. } = wanted;
        let key = if name.contains('.') { format!("\"{name}\"") } else { (*name).to_owned() };
        format!("{key} = \"{value}\"{end}")
    };
    (at..at, new.iter().map(line).collect())
}

/// Members of the object behind its last one, set apart as the first one is.
fn members(text: &str, block: &Block, new: &[&Wanted]) -> Edit {
    let inside = text.get(block.content.start + 1..block.content.end.saturating_sub(1)).unwrap_or_default();
    let gap = inside.get(..inside.len() - inside.trim_start().len()).unwrap_or_default();
    let member = |wanted: &&Wanted| format!("\"{}\": \"{}\"", wanted.name, wanted.value);
    let members: Vec<String> = new.iter().map(member).collect();
    let is_empty = inside.trim().is_empty();
    let gap = if is_empty || gap.is_empty() { " " } else { gap };
    let at = block.content.start + 1 + if is_empty { 0 } else { inside.trim_end().len() };
    let comma = if is_empty { String::new() } else { format!(",{gap}") };
    (at..at, format!("{comma}{}", members.join(&format!(",{gap}"))))
}
