//! The names in `.pages` of MkDocs: that of the folder, and those of what it lists. Writes none.

use super::name::Name;
use crate::exchange::texts::yaml::Value;

pub(super) fn names<'v>(whole: &'v Value, names: &mut Vec<Name<'v>>) {
    for (key, value) in whole.entries() {
        match (&*key.value, value) {
            ("title", Value::Text(text)) => {
                names.push(Name { text, key: "=".to_owned(), kind: "name of a folder", above: None });
            }
            ("nav" | "arrange", Value::List(items)) => listed(items, None, names),
            _ => {}
        }
    }
}

/// `- Name: page.md`, and `- Name:` with a list.
fn listed<'v>(items: &'v [Value], above: Option<&'v str>, names: &mut Vec<Name<'v>>) {
    for (text, value) in items.iter().flat_map(Value::entries) {
        names.push(Name { text, key: key(value), kind: "name in a navigation", above });
        listed(value.list(), Some(&text.value), names);
    }
}

/// What a name leads to; else what the first below it leads to.
fn key(value: &Value) -> String {
    let mut prefix = String::new();
    let mut at = Some(value);
    while let Some(value) = at {
        if let Some(text) = value.text() {
            return format!("{prefix}{}", text.value);
        }
        prefix.push('>');
        let first = value.list().first();
        at = first.map(|first| first.entries().first().map_or(first, |(_, value)| value));
    }
    prefix
}
