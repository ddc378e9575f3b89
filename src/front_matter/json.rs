//! Finds JSON front matter, an object at the very start of a file, and reads it into keys and values with positions.
//! Knows no key.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::data::Format;
use super::fence::{Block, Fences};
use super::keys;
use super::line::{Line, lines};
use super::scan;
use super::value::{KeyValue, MAX_BLOCK_BYTES, MAX_DEPTH, Scalar, SyntaxError, TOO_DEEP, Value};
use crate::diagnostic::{Span, Spanned};

/// The block whose brace stands at `start`. A shortcode, an attribute list or a text in braces is none.
pub(super) fn find(text: &str, start: usize) -> Option<Block> {
    let inside = text.get(start + 1..)?.trim_start_matches([' ', '\t']);
    if !inside.starts_with(['"', '}', '\r', '\n']) && !starts_with_key(inside) {
        return None;
    }
    let whole = start..text.len();
    let (end, is_sound) = match first_value(text, &whole) {
        Some(raw) => (start + raw.get().len(), true),
        None => (damaged_end(text, start), false),
    };
    let line = lines(text, text.get(..end)?.rfind('\n').map_or(0, |at| at + 1)).next()?;
    let behind = text.get(end..line.start + line.content.len()).unwrap_or_default();
    let is_alone = behind.trim().is_empty();
    let is_closed = text.get(start..end)?.ends_with('}');
    let content = start..end;
    let is_certain = is_sound && is_alone || has_known_key(text, &content);
    let (body_start, fences) = match (is_closed, is_alone) {
        (true, true) => (line.end, Fences::Closed),
        (true, false) => (end, Fences::OneLine),
        (false, _) => (end, Fences::Unclosed),
    };
    let span = content.clone();
    is_certain.then_some(Block { format: Format::Json, span, content, body_start, fences })
}

/// `title: …`, as JavaScript writes it.
fn starts_with_key(inside: &str) -> bool {
    let end = inside.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(0);
    inside
        .split_at_checked(end)
        .is_some_and(|(key, rest)| rest.trim_start().starts_with(':') && keys::known(key).is_some())
}

/// Whether any line holds a key that is known.
pub(super) fn has_known_key(text: &str, content: &Range<usize>) -> bool {
    salvage(text, content).iter().any(|entry| keys::known(&entry.key.value).is_some())
}

/// Where a damaged object ends: where its braces are even, else at a brace on a line of its own, else where its lines stop
/// looking like those of an object.
fn damaged_end(text: &str, start: usize) -> usize {
    let is_blank = |line: &Line<'_>| line.content.trim().is_empty();
    let member = |line: &Line<'_>| {
        let line = line.content.trim_start();
        line.starts_with(['"', '\'', '{', '}', '[', ']']) || line.contains([':', '：'])
    };
    // What follows a blank line and is no member is the text of the article.
    let block = || {
        let mut is_apart = false;
        lines(text, start).take_while(move |line| {
            let goes_on = is_blank(line) || !is_apart || member(line);
            is_apart = is_blank(line);
            goes_on
        })
    };
    let end = |line: &Line<'_>| line.start + line.content.trim_end().len();
    let mut depth = 0;
    let even = block().find_map(|line| closing(&line, &mut depth));
    let alone = || block().find(|line| line.content.trim_end() == "}").map(|line| end(&line));
    let last = || block().take_while(member).last().map_or(start, |line| end(&line));
    even.or_else(alone).unwrap_or_else(last)
}

/// Where in the line the braces are even, if they are. A text ends with its line at the latest.
fn closing(line: &Line<'_>, depth: &mut usize) -> Option<usize> {
    let mut is_text = false;
    let mut is_escaped = false;
    for (at, byte) in line.content.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'{' if !is_text => *depth += 1,
            b'}' if !is_text => {
                *depth = depth.saturating_sub(1);
                if *depth == 0 {
                    return Some(line.start + at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Reads the object in `text[block]`.
pub(super) fn read<'a>(text: &'a str, block: &Range<usize>) -> Result<Vec<KeyValue<'a>>, SyntaxError> {
    let json = text.get(block.clone()).unwrap_or_default();
    if json.len() > MAX_BLOCK_BYTES {
        let message = "front matter is longer than 64 KiB".to_owned();
        return Err(SyntaxError { message, span: Span::new(block.start, block.start) });
    }
    serde_json::from_str::<&RawValue>(json).map_err(|error| syntax_error(&error, json, block.start))?;
    pairs(text, json, block.start, 0)
}

fn pairs<'a>(
    text: &'a str,
    json: &'a str,
    base: usize,
    depth: usize,
) -> Result<Vec<KeyValue<'a>>, SyntaxError> {
    let Pairs(pairs) = serde_json::from_str(json).map_err(|error| syntax_error(&error, json, base))?;
    let pair = |(name, node): (&'a RawValue, &'a RawValue)| {
        let key_at = place(text, name.get());
        let key = Scalar::string(text, decoded(name.get(), key_at)?, key_at);
        let value = match value(text, node.get(), depth)? {
            Value::Scalar(scalar) if scalar.is_null() => {
                Value::Scalar(Scalar::nothing(key.span.end as usize))
            }
            other => other,
        };
        Ok(KeyValue { key: Spanned::new(key.text, key.span), value })
    };
    pairs.into_iter().map(pair).collect()
}

fn value<'a>(text: &'a str, json: &'a str, depth: usize) -> Result<Value<'a>, SyntaxError> {
    let at = place(text, json);
    let failed = |error: serde_json::Error| syntax_error(&error, json, at.start as usize);
    if depth >= MAX_DEPTH && json.starts_with(['[', '{']) {
        return Err(SyntaxError { message: TOO_DEEP.to_owned(), span: at });
    }
    Ok(match json.as_bytes().first() {
        Some(b'"') => Value::Scalar(Scalar::string(text, decoded(json, at)?, at)),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json).map_err(failed)?;
            let items = items.into_iter().map(|item| value(text, item.get(), depth + 1));
            Value::List(items.collect::<Result<_, _>>()?)
        }
        Some(b'{') => Value::Map(pairs(text, json, at.start as usize, depth + 1)?),
        _ => {
            let typed: Json = serde_json::from_str(json).map_err(failed)?;
            Value::Scalar(Scalar::unquoted(text, at, typed))
        }
    })
}

fn decoded(json: &str, at: Span) -> Result<String, SyntaxError> {
    serde_json::from_str(json).map_err(|error| syntax_error(&error, json, at.start as usize))
}

/// The place of a part of the text, which is borrowed from it.
fn place(text: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    Span::new(start, (start + part.len()).min(text.len()))
}

fn syntax_error(error: &serde_json::Error, json: &str, base: usize) -> SyntaxError {
    let lines = json.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line: usize = lines.map(str::len).sum();
    let start = json.floor_char_boundary(line + error.column().saturating_sub(1));
    let rest = json.get(start..).unwrap_or_default().lines().next().unwrap_or_default().trim_end();
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
    SyntaxError { message, span: Span::new(base + start, base + start + rest.len()) }
}

/// Reads what can be read of a damaged object.
pub(super) fn salvage<'a>(text: &'a str, block: &Range<usize>) -> Vec<KeyValue<'a>> {
    scan::salvage(text, block, |text, range| {
        let raw = first_value(text, range)?;
        let value = value(text, raw.get(), 0).ok()?;
        Some((value, place(text, raw.get()).end as usize))
    })
}

/// The value that a range of the text starts with.
fn first_value<'a>(text: &'a str, range: &Range<usize>) -> Option<&'a RawValue> {
    let json = text.get(range.clone())?;
    serde_json::Deserializer::from_str(json).into_iter::<&RawValue>().next()?.ok()
}

/// The pairs of an object, doubles included.
struct Pairs<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("keys with values")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}
