//! Saves keys and values from a damaged block of TOML or JSON, wherever in its lines they stand. Knows neither format:
//! how a sound value is read is handed to it.

use std::borrow::Cow;
use std::ops::Range;

use super::keys;
use super::plain;
use super::value::{KeyValue, MAX_BLOCK_BYTES, Scalar, Value};
use crate::diagnostic::{Span, Spanned};

/// Reads the sound value that a range of the text starts with, and says where it ends.
pub(super) type ReadValue = for<'a> fn(&'a str, &Range<usize>) -> Option<(Value<'a>, usize)>;

/// No header has more keys.
const MAX_ENTRIES: usize = 512;

/// Bytes that values are looked for in without finding one: what is damaged all over is not read again and again.
const MAX_FAILED_BYTES: usize = 8 * MAX_BLOCK_BYTES;

/// The longest text that is looked at as a key.
const MAX_KEY_BYTES: usize = 128;

/// A key and the place behind its separator, in bytes of the file.
struct FoundKey {
    key: Range<usize>,
    value: usize,
}

/// Every key with its value. What is written at the start of a line or in quotes is a key; within a line only a known one is.
pub(super) fn salvage<'a>(text: &'a str, block: &Range<usize>, read: ReadValue) -> Vec<KeyValue<'a>> {
    let end = text.floor_char_boundary(block.end.min(block.start + MAX_BLOCK_BYTES));
    let mut entries = Vec::new();
    let mut failed = 0;
    let mut at = block.start;
    while entries.len() < MAX_ENTRIES
        && let Some(found) = next_key(text, at..end)
    {
        let rest = found.value..end;
        let sound = if failed < MAX_FAILED_BYTES { read(text, &rest) } else { None };
        let (value, next) = sound.unwrap_or_else(|| {
            failed += rest.len();
            as_written(text, rest)
        });
        at = next.max(found.value);
        let key = Cow::Borrowed(text.get(found.key.clone()).unwrap_or_default());
        entries.push(KeyValue { key: Spanned::new(key, found.key.into()), value });
    }
    entries
}

/// The first key in `range` that ends at a separator.
fn next_key(text: &str, range: Range<usize>) -> Option<FoundKey> {
    let searched = text.get(range.clone())?;
    let separators = searched.char_indices().filter(|(_, character)| is_separator(*character));
    separators.map(|(at, separator)| (range.start + at, separator)).find_map(|(at, separator)| {
        let from = text.floor_char_boundary(at.saturating_sub(MAX_KEY_BYTES));
        let before = text.get(from..at)?;
        let line = before.rsplit('\n').next()?;
        let is_whole = from == 0 || line.len() < before.len();
        let (name, outside) = named(line.trim_end())?;
        let start = name.as_ptr() as usize - text.as_ptr() as usize;
        let key = start..start + name.len();
        let is_first = is_whole && outside.trim_matches(['{', ',', '"', '\'', ' ', '\t']).is_empty();
        let is_quoted = outside.ends_with(['"', '\'']);
        let is_apart = outside.ends_with(['{', ',', ' ', '\t']);
        let is_key = is_first || is_quoted || is_apart && keys::known(name).is_some();
        let is_key = is_key && key.start >= range.start;
        is_key.then_some(FoundKey { key, value: at + separator.len_utf8() })
    })
}

/// The name that a text ends with, in quotes or not, and what stands before it, the opening quote too.
fn named(line: &str) -> Option<(&str, &str)> {
    let quote = line.chars().next_back().filter(|last| matches!(last, '"' | '\''));
    let (outside, name) = match quote {
        Some(quote) => {
            let inner = line.strip_suffix(quote)?;
            inner.split_at_checked(inner.rfind(quote)? + quote.len_utf8())?
        }
        None => {
            let word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '.');
            line.split_at_checked(line.trim_end_matches(word).len())?
        }
    };
    name.starts_with(char::is_alphabetic).then_some((name, outside))
}

/// What separates a key from its value in any format, and what translation makes of it.
fn is_separator(character: char) -> bool {
    matches!(character, '=' | ':' | '＝' | '：')
}

/// A value that is not sound, up to its closing quote, the next key or the end of the line.
fn as_written(text: &str, range: Range<usize>) -> (Value<'_>, usize) {
    let rest = text.get(range.clone()).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let line_end = range.start + line.len();
    let end = next_key(text, range.start..line_end).map_or(line_end, |next| next.key.start);
    let written = text.get(range.start..end).unwrap_or_default();
    let value = written.trim_start();
    let start = end - value.len();
    let quoted = value.strip_prefix(['"', '\'']).zip(value.chars().next());
    if let Some((inner, quote)) = quoted
        && let Some(length) = inner.find(quote)
    {
        let span = Span::new(start + 1, start + 1 + length);
        let scalar = Scalar { text: Cow::Borrowed(span.slice(text)), span, typed: None };
        return (Value::Scalar(scalar), start + 1 + length + 1);
    }
    let value = value.find(" #").and_then(|comment| value.get(..comment)).unwrap_or(value);
    let is_debris = |character: char| {
        character.is_whitespace() || matches!(character, '"' | '\'' | ',' | '{' | '}' | '[' | ']')
    };
    let left = value.trim_start_matches(is_debris);
    let from = start + value.len() - left.len();
    let span = Span::new(from, from + left.trim_end_matches(is_debris).len());
    let word = span.slice(text);
    let typed = if word.is_empty() { Some(serde_json::Value::Null) } else { plain::resolve(word).flatten() };
    (Value::Scalar(Scalar { text: Cow::Borrowed(word), span, typed }), end)
}
