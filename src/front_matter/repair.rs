//! Saves what is certain from a block that is not valid YAML: line by line, and key by key where line ends were swallowed.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value as Json;

use super::data::{Flaw, FlawKind};
use super::line::{Line, lines};
use super::value::{KeyValue, MAX_BLOCK_BYTES, Scalar, Value, is_null};
use super::{keys, plain};
use crate::diagnostic::{Span, Spanned};

/// No header has more keys or items.
const MAX_ENTRIES: usize = 512;

/// How much of a line is searched for keys.
const MAX_FOLDED_BYTES: usize = 4096;

/// A key within a line: its place and that of its value, in bytes of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FoundKey {
    key: Range<usize>,
    value: usize,
    colon: char,
}

/// Reads what can be read. A full-width colon behind a known key is a flaw.
pub(super) fn salvage<'a>(text: &'a str, block: &Range<usize>, flaws: &mut Vec<Flaw>) -> Vec<KeyValue<'a>> {
    let mut entries: Vec<KeyValue<'a>> = Vec::new();
    let mut items = 0;
    for line in block_lines(text, block) {
        if entries.len() + items >= MAX_ENTRIES {
            break;
        }
        if let Some(item) = item(line.content) {
            let at = line.start + line.content.len() - item.len();
            items += 1;
            push_item(entries.last_mut(), scalar(item, at));
            continue;
        }
        let found_keys = found_keys(line.content);
        for (found, next) in found_keys.iter().zip(found_keys.iter().skip(1).map(Some).chain([None])) {
            let end = next.map_or(line.content.len(), |next| next.key.start);
            let folded = if found_keys.len() > 1 { Folded::Folded } else { Folded::Alone };
            entries.extend(entry(line, found, end, folded));
            flaws.extend(colon_flaw(line, found));
        }
    }
    entries
}

/// Whether any line holds a key of the pipeline, or starts with one in a foreign script.
pub(super) fn has_key(text: &str, block: &Range<usize>) -> bool {
    block_lines(text, block).any(|line| {
        let key = |found: &FoundKey| line.content.get(found.key.clone()).unwrap_or_default();
        found_keys(line.content).iter().map(key).any(|key| !key.is_ascii() || keys::is_of_the_pipeline(key))
    })
}

/// Whether a line starts with a key that says what kind of page this is, or what its home page shows: one word follows it, or what
/// is written below.
pub(super) fn is_of_page(text: &str, block: &Range<usize>) -> bool {
    block_lines(text, block).any(|line| {
        let value = |key: keys::KeyOfLine<'_>| line.content.get(key.value..).unwrap_or("").trim();
        keys::at_start(line.content)
            .is_some_and(|key| keys::is_of_page(key.written) && !value(key).contains(char::is_whitespace))
    })
}

/// The first line that holds several keys of the pipeline behind full-width colons: `title: … ms.author：…` is one
/// text to YAML.
pub(super) fn folded_line(text: &str, block: &Range<usize>) -> Option<Span> {
    text.get(block.clone()).filter(|yaml| !yaml.is_ascii() && yaml.contains('：'))?;
    let full_width = |line: Line<'_>| found_keys(line.content).iter().skip(1).any(|found| found.colon != ':');
    let line = block_lines(text, block).find(|line| full_width(*line))?;
    Some(Span::new(line.start, line.start + line.content.len()))
}

/// The first known key behind which stands a full-width colon, in a line that has another colon: `title：Error: x` is one
/// long key to YAML.
pub(super) fn hidden_key(text: &str, block: &Range<usize>) -> Option<Span> {
    text.get(block.clone()).filter(|yaml| !yaml.is_ascii() && yaml.contains('：'))?;
    block_lines(text, block).find_map(|line| {
        let key = keys::at_start(line.content).filter(|key| key.colon == '：' && key.value > 0)?;
        let is_known = keys::known(key.written).is_some() && line.content.contains(':');
        is_known.then(|| Span::new(line.start, line.start + key.value))
    })
}

/// How many keys a line holds.
pub(super) fn keys_of_line(line: &str) -> usize {
    found_keys(line).len()
}

/// The lines of the block but comments, as far as a block may reach.
fn block_lines<'a>(text: &'a str, block: &Range<usize>) -> impl Iterator<Item = Line<'a>> {
    let text = text.get(..block.end).unwrap_or(text);
    let end = block.start + MAX_BLOCK_BYTES;
    let lines = lines(text, block.start).take_while(move |line| line.end <= end);
    lines.filter(|line| !line.content.trim_start().starts_with('#'))
}

/// Whether a value shares its line with other keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folded {
    Folded,
    Alone,
}

/// What stands behind the `-` of a list item.
fn item(line: &str) -> Option<&str> {
    let item = line.trim_start().strip_prefix('-')?;
    let starts_well = item.is_empty() || item.starts_with([' ', '\t', '"', '\'']);
    starts_well.then_some(item)
}

/// An item belongs to the key before it, if that has no other value.
fn push_item<'a>(entry: Option<&mut KeyValue<'a>>, item: Scalar<'a>) {
    match entry.map(|entry| &mut entry.value) {
        Some(Value::List(items)) => items.push(Value::Scalar(item)),
        Some(value @ Value::Scalar(_)) => {
            if matches!(value, Value::Scalar(scalar) if !scalar.text.contains(char::is_alphanumeric)) {
                *value = Value::List(vec![Value::Scalar(item)]);
            }
        }
        _ => {}
    }
}

/// The keys of one line. More than one are taken as keys only if one of them is not a word that people write.
fn found_keys(line: &str) -> Vec<FoundKey> {
    let Some(first) = keys::at_start(line.trim_start()) else { return Vec::new() };
    let indent = line.len() - line.trim_start().len();
    if indent > 0 && !keys::is_of_the_pipeline(first.written) {
        return Vec::new();
    }
    let first = FoundKey {
        key: indent..indent + first.written.len(),
        value: indent + first.value,
        colon: first.colon,
    };
    let searched = line.get(..line.floor_char_boundary(MAX_FOLDED_BYTES)).unwrap_or(line);
    let further: Vec<FoundKey> = searched
        .char_indices()
        .filter(|(at, character)| *at >= first.value && keys::is_colon(*character))
        .filter_map(|(at, colon)| key_before(line, first.value, at, colon))
        .collect();
    let compound = |found: &FoundKey| line.get(found.key.clone()).is_some_and(|key| key.contains(['.', '_']));
    let folded = further.iter().any(compound);
    [first].into_iter().chain(further.into_iter().filter(|_| folded)).collect()
}

/// The key of the pipeline that ends at the colon at `at`: one word, or two if the first ends in a full stop
/// (`MS. Author`).
fn key_before(line: &str, from: usize, at: usize, colon: char) -> Option<FoundKey> {
    let value = at + colon.len_utf8();
    let ends_well = colon != ':' || line.get(value..)?.chars().next().is_none_or(char::is_whitespace);
    let before = line.get(from..at).filter(|_| ends_well)?;
    let word = before.rsplit(char::is_whitespace).next()?;
    let rest = before.get(..before.len() - word.len())?.trim_end();
    let previous = rest.rsplit(char::is_whitespace).next().filter(|previous| previous.ends_with('.'));
    let two = previous.and_then(|previous| before.get(rest.len() - previous.len()..));
    let key = two.filter(|two| keys::is_of_the_pipeline(two)).or_else(|| {
        Some(word).filter(|word| keys::is_of_the_pipeline(word) || keys::intended(word).is_some())
    })?;
    Some(FoundKey { key: at - key.len()..at, value, colon })
}

/// A found key with its value, which ends at `end`. In a folded line a value is certain if it is a title or one word,
/// or words with commas between: anything else there belongs to a key that nobody recognises.
fn entry<'a>(line: Line<'a>, found: &FoundKey, end: usize, folded: Folded) -> Option<KeyValue<'a>> {
    let key = line.content.get(found.key.clone())?;
    let start = line.start + found.key.start;
    let key_end = line.start + found.key.end;
    let scalar = scalar(line.content.get(found.value..end)?, line.start + found.value);
    let is_prose = found.key.start == 0
        || keys::known(key)
            .is_some_and(|key| matches!(key.field, keys::Field::Title | keys::Field::Description));
    let certain = !scalar.text.contains(':')
        && scalar.text.split(',').all(|part| !part.trim().contains(char::is_whitespace));
    if folded == Folded::Folded && !is_prose && !certain {
        return None;
    }
    let value = if scalar.text.is_empty() && scalar.is_null() { Scalar::nothing(key_end) } else { scalar };
    Some(KeyValue {
        key: Spanned::new(Cow::Borrowed(key), Span::new(start, key_end)),
        value: Value::Scalar(value),
    })
}

fn colon_flaw(line: Line<'_>, found: &FoundKey) -> Option<Flaw> {
    let known = keys::known(line.content.get(found.key.clone())?).filter(|_| found.colon != ':')?;
    let written = line.content.get(found.key.start..found.value)?.to_owned();
    let span = Span::new(line.start + found.key.start, line.start + found.value);
    Some(Flaw { kind: FlawKind::MisspeltKey { written, known: known.name }, span })
}

/// A scalar read leniently: quotes that do not match are dropped. `at` is where `written` starts in the file.
fn scalar(written: &str, at: usize) -> Scalar<'_> {
    let text = written.trim();
    let start = at + written.len() - written.trim_start().len();
    let span = Span::new(start, start + text.len());
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''));
    let Some(quote) = quote else {
        let text = text.find(" #").and_then(|end| text.get(..end)).unwrap_or(text).trim_end();
        let text = if is_block_indicator(text) { "" } else { text };
        let is_nothing = text.is_empty() || is_null(text);
        let typed = if is_nothing { Some(Json::Null) } else { plain::resolve(text).flatten() };
        return Scalar { text: Cow::Borrowed(text), span: Span::new(start, start + text.len()), typed };
    };
    let inner = text.get(1..).and_then(|rest| rest.strip_suffix(quote));
    match inner {
        Some(inner) if !inner.contains([quote, '\\']) => Scalar {
            text: Cow::Borrowed(inner),
            span: Span::new(start + 1, start + 1 + inner.len()),
            typed: None,
        },
        // `"a "b" c"` lost its escapes; `"a" b ""` was split apart by translation.
        _ => {
            let text = match inner.filter(|inner| !inner.ends_with(quote)) {
                Some(inner) if quote == '"' => inner.replace("\\\"", "\""),
                Some(inner) => inner.replace("''", "'"),
                None => text.replace(quote, "").trim().to_owned(),
            };
            Scalar { text: Cow::Owned(text), span, typed: None }
        }
    }
}

/// `|` or `>` with what may follow it: the text it announces stands on other lines.
fn is_block_indicator(text: &str) -> bool {
    text.starts_with(['|', '>']) && text.len() <= 3 && !text.contains(char::is_alphabetic)
}
