//! The names in `toc.yml`. Writes none.

use super::name::Name;
use crate::exchange::texts::slot::TextsFault;
use crate::exchange::texts::yaml::{Text, Value};

/// Keys of what an entry leads to.
const LINKS: [&str; 4] = ["href", "topicHref", "topic", "homepage"];

pub(super) fn names<'v>(text: &str, whole: &'v Value, names: &mut Vec<Name<'v>>) -> Result<(), TextsFault> {
    let top = match whole {
        Value::Map(_) => items(whole),
        other => other.list(),
    };
    let mut open: Vec<(&Value, Option<&str>)> = top.iter().rev().map(|entry| (entry, None)).collect();
    while let Some((entry, above)) = open.pop() {
        let mut own = named(entry);
        let name = own.next();
        if let Some(again) = own.next() {
            return Err(TextsFault::at(text, again.place.start, "the key `name` appears twice"));
        }
        let below = name.map(|name| &*name.value).filter(|name| !name.is_empty()).or(above);
        open.extend(items(entry).iter().rev().map(|child| (child, below)));
        if let Some(name) = name {
            names.push(Name { text: name, key: key(entry), kind: "name in a table of contents", above });
        }
    }
    Ok(())
}

fn named(entry: &Value) -> impl Iterator<Item = &Text> {
    entry.entries().iter().filter(|(key, _)| key.value == "name").filter_map(|(_, value)| value.text())
}

/// The entries below one.
fn items(entry: &Value) -> &[Value] {
    let found = entry.entries().iter().rfind(|(key, value)| key.value == "items" && !value.list().is_empty());
    found.map_or(&[], |(_, value)| value.list())
}

/// What an entry leads to; else what the first below it leads to.
fn key(entry: &Value) -> String {
    let mut prefix = String::new();
    let mut at = entry;
    loop {
        let links = at.entries().iter().filter(|(key, _)| LINKS.contains(&&*key.value));
        let mut links = links.filter_map(|(_, value)| value.text());
        if let Some(link) = links.find(|link| !link.value.is_empty()) {
            return format!("{prefix}{}", link.value);
        }
        let Some(first) = items(at).first() else {
            return format!("{prefix}=");
        };
        prefix.push('>');
        at = first;
    }
}
