//! The front matter of a draft: what is translated from the old translation where its source is equal, what is not from the new
//! source. The source hash stays that of the old translation, as the draft is not finished. Reads no body.

use crate::front_matter::{Entries, Entry, Format, FrontMatter, Role, entries};

use super::markers::Mark;

/// With its fences, and the line end behind them. `marker` is a comment of the text.
pub(super) fn merged(old: &str, new: &str, own: &str, marker: &str) -> String {
    let said = |text: &str| {
        let read = FrontMatter::parse(text);
        [read.title, read.description, read.label].map(|value| value.map(|value| value.value))
    };
    // What cannot be read key by key is not divided; that it has changed is marked below it.
    let kept = || {
        let block = &own[..FrontMatter::parse(own).body_start as usize];
        let gap = if block.is_empty() || block.ends_with('\n') { "" } else { "\n" };
        if said(old) == said(new) { block.to_owned() } else { format!("{block}{gap}{marker}\n") }
    };
    let (Some(before), Some(now), Some(there)) = (entries(old), entries(new), entries(own)) else {
        return kept();
    };
    let is_mixed = now.format != there.format && !now.entries.is_empty() && !there.entries.is_empty();
    if is_mixed || now.entries.is_empty() && before.entries.is_empty() {
        return kept();
    }
    let format = if now.entries.is_empty() { there.format } else { now.format };
    let fence = if format == Format::Toml { "+++\n" } else { "---\n" };
    let texts = (Side { text: new, entries: &now }, Side { text: own, entries: &there });
    let mut lines: Vec<String> = Vec::new();
    if let Some(first) = now.entries.first() {
        lines.extend(Some(new[now.content.start..first.lines.start].to_owned()));
    }
    for entry in &now.entries {
        lines.push(one(entry, before.get(&entry.key), texts));
    }
    let is_its_own = |entry: &&Entry| before.get(&entry.key).is_none() && now.get(&entry.key).is_none();
    let added: String = there.entries.iter().filter(is_its_own).map(|entry| texts.1.lines(entry)).collect();
    // Behind the header of a table, a key would be the table's.
    let table = lines.iter().position(|lines| format == Format::Toml && lines.starts_with('['));
    lines.insert(table.unwrap_or(lines.len()), added);
    let lines = lines.concat();
    if lines.trim().is_empty() { String::new() } else { format!("{fence}{lines}{fence}") }
}

/// A file and its keys.
#[derive(Clone, Copy)]
struct Side<'a> {
    text: &'a str,
    entries: &'a Entries,
}

impl Side<'_> {
    fn lines(&self, entry: &Entry) -> String {
        let lines = &self.text[entry.lines.clone()];
        if lines.ends_with('\n') { lines.to_owned() } else { format!("{lines}\n") }
    }
}

/// The lines of one key of the new source.
fn one(entry: &Entry, before: Option<&Entry>, (new, own): (Side<'_>, Side<'_>)) -> String {
    let there = own.entries.get(&entry.key);
    let is_equal = before.is_some_and(|before| before.value == entry.value);
    let is_translated = there.is_some_and(|there| before.is_none_or(|before| before.value != there.value));
    let marked = |mark: Mark| mark.line() + &new.lines(entry);
    match (entry.role, there) {
        (Role::Shared, _) => new.lines(entry),
        (Role::OfTranslation, there) => there.map_or_else(|| new.lines(entry), |there| own.lines(there)),
        (Role::Text | Role::Address | Role::Other, Some(there)) if is_equal => own.lines(there),
        (Role::Text, Some(there)) if !has_words(entry) || there.value == entry.value => new.lines(entry),
        (Role::Text, _) if !has_words(entry) => new.lines(entry),
        (Role::Text, _) => marked(if before.is_some() { Mark::Changed } else { Mark::New }),
        (Role::Other, Some(_)) if is_translated && has_words(entry) => marked(Mark::Changed),
        (Role::Other, None) if before.is_none() && entry.is_said() => marked(Mark::New),
        _ => new.lines(entry),
    }
}

fn has_words(entry: &Entry) -> bool {
    entry.value.to_string().chars().any(char::is_alphabetic)
}
