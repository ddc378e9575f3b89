//! Configuration in YAML as values: tags say nothing but where they stand for a variable, aliases are followed, and of
//! several documents the first counts. Knows no key.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScalarStyle, Tag};
use serde_json::{Map, Value};

/// Values at the most, those that aliases repeat included.
const MAX_VALUES: usize = 100_000;

/// Values in each other at the most.
const MAX_DEPTH: usize = 64;

/// Reads the first document that says anything.
///
/// # Errors
/// What is wrong with the text.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    let mut reader = Reader::default();
    for event in Parser::new_from_str(text) {
        let (event, _) = event.map_err(|error| error.to_string())?;
        let is_end = matches!(event, Event::DocumentEnd);
        reader.event(event)?;
        if is_end && !reader.root.is_null() {
            break;
        }
    }
    Ok(reader.root)
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    root: Value,
    anchors: BTreeMap<usize, Value>,
    values: usize,
}

/// A list or a map that is not at its end.
struct Open {
    value: Value,
    /// The key whose value comes next.
    key: Option<String>,
    /// What `<<` brings into a map.
    merged: Vec<Value>,
    anchor: usize,
    stands_for: StandsFor,
}

/// What a tag makes of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StandsFor {
    Itself,
    /// `!ENV [NAME, default]`: the default.
    Variable,
}

impl StandsFor {
    fn of(tag: Option<&Tag>) -> Self {
        if tag.is_some_and(|tag| tag.suffix() == "ENV") { Self::Variable } else { Self::Itself }
    }
}

impl Reader {
    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = match StandsFor::of(tag.as_deref()) {
                    StandsFor::Variable => Value::Null,
                    StandsFor::Itself if style == ScalarStyle::Plain => plain(&text),
                    StandsFor::Itself => Value::String(text.into_owned()),
                };
                self.put(value, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.open(Value::Array(Vec::new()), anchor, StandsFor::of(tag.as_deref()))
            }
            Event::MappingStart(_, anchor, _) => {
                self.open(Value::Object(Map::new()), anchor, StandsFor::Itself)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(anchor) => {
                let value = self.anchors.get(&anchor).cloned().unwrap_or_default();
                self.count(&value, self.open.len())?;
                self.put(value, 0)
            }
            _ => Ok(()),
        }
    }

    /// Counts what an alias repeats.
    fn count(&mut self, value: &Value, depth: usize) -> Result<(), String> {
        self.values += 1;
        self.limit(depth)?;
        match value {
            Value::Array(items) => items.iter().try_for_each(|item| self.count(item, depth + 1)),
            Value::Object(members) => members.values().try_for_each(|member| self.count(member, depth + 1)),
            _ => Ok(()),
        }
    }

    fn limit(&self, depth: usize) -> Result<(), String> {
        match () {
            () if depth > MAX_DEPTH => Err("values are nested too deeply".to_owned()),
            () if self.values > MAX_VALUES => Err("there are too many values".to_owned()),
            () => Ok(()),
        }
    }

    fn open(&mut self, value: Value, anchor: usize, stands_for: StandsFor) -> Result<(), String> {
        self.open.push(Open { value, key: None, merged: Vec::new(), anchor, stands_for });
        self.limit(self.open.len())
    }

    fn close(&mut self) -> Result<(), String> {
        let Some(Open { mut value, merged, anchor, stands_for, .. }) = self.open.pop() else { return Ok(()) };
        if let Value::Object(members) = &mut value {
            for (key, member) in merged.into_iter().flat_map(maps).flatten() {
                members.entry(key).or_insert(member);
            }
        }
        let value = match value {
            Value::Array(mut items) if stands_for == StandsFor::Variable => {
                if items.len() > 1 {
                    items.pop().unwrap_or_default()
                } else {
                    Value::Null
                }
            }
            value => value,
        };
        self.put(value, anchor)
    }

    /// Puts a value where it belongs: into the list or the map around it, as a key, or as the whole.
    fn put(&mut self, value: Value, anchor: usize) -> Result<(), String> {
        self.values += 1;
        self.limit(self.open.len())?;
        if anchor > 0 {
            self.count(&value, self.open.len())?;
            self.anchors.insert(anchor, value.clone());
        }
        match self.open.last_mut() {
            None => self.root = value,
            Some(Open { value: Value::Array(items), .. }) => items.push(value),
            Some(Open { value: Value::Object(members), key, merged, .. }) => match key.take() {
                None => *key = Some(key_text(value)),
                Some(name) if name == "<<" => merged.push(value),
                Some(name) => drop(members.insert(name, value)),
            },
            Some(_) => {}
        }
        Ok(())
    }
}

/// The maps that `<<` names: one, or a list of them.
fn maps(value: Value) -> Vec<Map<String, Value>> {
    match value {
        Value::Object(members) => vec![members],
        Value::Array(items) => items.into_iter().flat_map(maps).collect(),
        _ => Vec::new(),
    }
}

fn key_text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// What stands without quotes. `no` is Norwegian here, not a truth value.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => number.into(),
            _ => Value::String(text.to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn json(text: &str) -> String {
        parse(text).unwrap().to_string()
    }

    #[test]
    fn tags_of_programs_are_survived() {
        let text = "a: !!python/name:material.extensions.emoji.twemoji\n\
                    b: !ENV [CI, false]\nc: !ENV NAME\nd: !relative $config_dir\n\
                    e: !!python/object/apply:pymdownx.slugs.slugify\n  kwds:\n    case: lower\n";
        assert_eq!(
            json(text),
            r#"{"a":null,"b":false,"c":null,"d":"$config_dir","e":{"kwds":{"case":"lower"}}}"#
        );
    }

    #[test]
    fn aliases_are_followed_and_maps_merged() {
        let text = "a: &x {l: no, w: 1}\nb: *x\nc:\n  <<: *x\n  w: 2\nd:\n  <<: [*x, {z: 3}]\n";
        assert_eq!(
            json(text),
            r#"{"a":{"l":"no","w":1},"b":{"l":"no","w":1},"c":{"l":"no","w":2},"d":{"l":"no","w":1,"z":3}}"#
        );
    }

    #[test]
    fn the_first_document_counts() {
        assert_eq!(json("# nothing\n---\na: 1\n---\na: 2\n"), r#"{"a":1}"#);
        assert_eq!(json(""), "null");
    }

    #[test]
    fn what_aliases_repeat_is_bounded() {
        let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for number in 1..9 {
            let before = format!("*a{}", number - 1);
            text += &format!("a{number}: &a{number} [{}]\n", vec![before; 10].join(", "));
        }
        assert_eq!(parse(&text), Err("there are too many values".to_owned()));
        assert!(parse(&"[".repeat(1000)).is_err());
        assert!(parse("a: [").is_err());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[a&*:<!\\[\\]{}, \n-]{0,60}") {
            let _ = parse(&text);
        }
    }
}
