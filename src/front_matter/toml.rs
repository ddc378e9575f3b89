//! Finds TOML front matter between two lines of `+++` and reads it into keys and values with positions. Knows no key.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Number, Value as Json};
use toml::de::{DeTable, DeValue};

use super::data::Format;
use super::fence::{Block, Fences, is_damaged};
use super::keys;
use super::line::{Line, lines};
use super::scan;
use super::value::{KeyValue, MAX_BLOCK_BYTES, MAX_DEPTH, Scalar, SyntaxError, TOO_DEEP, Value};
use crate::diagnostic::{Span, Spanned};

type Located<T> = toml::Spanned<T>;

/// What the parser says of a key that stands twice.
pub(super) const DOUBLE: &str = "duplicate key";

/// Dots that a block may have: each dot of a key is a table in a table, which are dropped one within the other.
const MAX_DOTS: usize = 1024;

/// The block that begins with the line `+++` at `start`.
pub(super) fn find(text: &str, start: usize) -> Option<Block> {
    let opening = lines(text, start).next()?;
    let closing = lines(text, opening.end).find(|line| line.content.trim_end() == "+++");
    let Some(closing) = closing else { return unclosed(text, start, opening.end) };
    Some(Block {
        format: Format::Toml,
        span: start..closing.start + closing.content.len(),
        content: opening.end..closing.start,
        body_start: closing.end,
        fences: Fences::Closed,
    })
}

/// A block between two lines of `＋＋＋` or the like.
pub(super) fn between_damaged(text: &str, start: usize, content: usize) -> Option<Block> {
    let opening = text.get(start..content)?;
    let block = unclosed(text, start, content).filter(|_| opening.contains(['+', '＋']))?;
    let has_end = block.content.end < block.body_start;
    has_end.then_some(Block { fences: Fences::Damaged, ..block })
}

/// Where a damaged block really ends, if it ran on to a line `+++` of the article: no key stands behind its first blank
/// line.
pub(super) fn early_end(text: &str, block: &Block) -> Option<Block> {
    let shorter = unclosed(text, block.span.start, block.content.start)?;
    let rest = text.get(shorter.content.end..block.content.end).filter(|_| block.fences == Fences::Closed)?;
    let content = text.get(block.content.clone())?;
    let may_be_value =
        content.contains("\"\"\"") || content.contains("'''") || rest.lines().any(is_start_of_entry);
    let is_apart = rest.lines().next().is_some_and(|line| line.trim().is_empty()) && !rest.trim().is_empty();
    (is_apart && !may_be_value).then_some(shorter)
}

/// The block up to the first line that is not of TOML.
fn unclosed(text: &str, start: usize, content: usize) -> Option<Block> {
    let mut end = content;
    for line in lines(text, content) {
        if is_start_of_entry(line.content) || is_continued(&line) && line.start == end {
            end = line.end;
        } else if !line.content.trim().is_empty() {
            break;
        }
    }
    if !has_known_key(text, &(content..end)) {
        return None;
    }
    let fence = lines(text, end).next().filter(|line| is_damaged(line.content));
    let body_start = fence.map_or(end, |line| line.end);
    let (span, content) = (start..body_start, content..end);
    Some(Block { format: Format::Toml, span, content, body_start, fences: Fences::Unclosed })
}

/// Whether any line holds a key that is known.
pub(super) fn has_known_key(text: &str, content: &Range<usize>) -> bool {
    salvage(text, content).iter().any(|entry| keys::known(&entry.key.value).is_some())
}

/// `key = …` or `[table]`.
fn is_start_of_entry(line: &str) -> bool {
    let is_key = |key: &str| {
        let key = key.trim().trim_matches(['"', '\'']);
        key.starts_with(char::is_alphabetic) && !key.contains(char::is_whitespace)
    };
    table(line).is_some() || line.split_once(['=', '＝']).is_some_and(|(key, _)| is_key(key))
}

/// A comment, or an indented or closing line of a value. A comment looks like a heading, but for its place.
fn is_continued(line: &Line<'_>) -> bool {
    line.content.starts_with([' ', '\t', ']', '}', '#']) && !line.content.trim().is_empty()
}

/// The name in `[name]` and `[[name]]`.
pub(super) fn table(line: &str) -> Option<&str> {
    let line = line.split(" #").next().unwrap_or(line).trim();
    let name = line.strip_prefix('[')?.strip_suffix(']')?;
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name).trim();
    let is_plain =
        |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '"' | '\'');
    (!name.is_empty() && name.chars().all(is_plain)).then_some(name)
}

/// Reads the TOML in `text[block]`.
pub(super) fn read<'a>(text: &'a str, block: &Range<usize>) -> Result<Vec<KeyValue<'a>>, SyntaxError> {
    let toml = text.get(block.clone()).unwrap_or_default();
    let failure = |message: &str| SyntaxError {
        message: message.to_owned(),
        span: Span::new(block.start, block.start),
    };
    if toml.len() > MAX_BLOCK_BYTES {
        return Err(failure("front matter is longer than 64 KiB"));
    }
    if memchr::memchr_iter(b'.', toml.as_bytes()).count() > MAX_DOTS {
        return Err(failure("front matter has too many values"));
    }
    let table = DeTable::parse(toml).map_err(|error| {
        let place = error.span().unwrap_or_default();
        let start = toml.floor_char_boundary(place.start);
        let line = toml.get(start..).unwrap_or_default().lines().next().unwrap_or_default().trim_end();
        let span = Span::new(block.start + start, block.start + start + line.len());
        SyntaxError { message: error.message().to_owned(), span }
    })?;
    let mut entries = pairs(text, table.into_inner(), block.start, 0)?;
    entries.sort_by_key(|entry| entry.key.span);
    Ok(entries)
}

fn pairs<'a>(
    text: &'a str,
    table: DeTable<'a>,
    base: usize,
    depth: usize,
) -> Result<Vec<KeyValue<'a>>, SyntaxError> {
    let pair = |(key, node): (Located<Cow<'a, str>>, Located<DeValue<'a>>)| {
        let key_at = place(&key, base);
        let key = Scalar::string(text, key.into_inner().into_owned(), key_at);
        if depth >= MAX_DEPTH {
            return Err(SyntaxError { message: TOO_DEEP.to_owned(), span: key_at });
        }
        let value = value(text, node, base, depth)?;
        Ok(KeyValue { key: Spanned::new(key.text, key.span), value })
    };
    table.into_iter().map(pair).collect()
}

fn value<'a>(
    text: &'a str,
    node: Located<DeValue<'a>>,
    base: usize,
    depth: usize,
) -> Result<Value<'a>, SyntaxError> {
    let at = place(&node, base);
    let unquoted = |typed| Value::Scalar(Scalar::unquoted(text, at, typed));
    let float = |written: &str| written.parse().ok().and_then(Number::from_f64).map(Json::Number);
    Ok(match node.into_inner() {
        DeValue::String(decoded) => Value::Scalar(Scalar::string(text, decoded.into_owned(), at)),
        DeValue::Boolean(boolean) => unquoted(Json::Bool(boolean)),
        DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) => unquoted(Json::Number(number.into())),
            Err(_) => as_text(text, at),
        },
        DeValue::Float(written) => float(written.as_str()).map_or_else(|| as_text(text, at), unquoted),
        DeValue::Datetime(_) => as_text(text, at),
        DeValue::Array(_) if depth >= MAX_DEPTH => {
            return Err(SyntaxError { message: TOO_DEEP.to_owned(), span: at });
        }
        DeValue::Array(items) => {
            let items = items.into_iter().map(|item| value(text, item, base, depth + 1));
            Value::List(items.collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => Value::Map(pairs(text, table, base, depth + 1)?),
    })
}

/// What is no type of ours counts as it is written.
fn as_text(text: &str, at: Span) -> Value<'_> {
    Value::Scalar(Scalar { text: Cow::Borrowed(at.slice(text)), span: at, typed: None })
}

fn place<T>(located: &Located<T>, base: usize) -> Span {
    Span::from(located.span()).shifted(base)
}

/// Reads what can be read of damaged TOML. The keys of tables have the name of their table before them.
pub(super) fn salvage<'a>(text: &'a str, block: &Range<usize>) -> Vec<KeyValue<'a>> {
    let mut entries = scan::salvage(text, block, value_at);
    let mut lines = lines(text, block.start).take_while(|line| line.start < block.end).peekable();
    let mut within = None;
    for entry in &mut entries {
        while let Some(line) = lines.next_if(|line| line.start <= entry.key.span.start as usize) {
            within = table(line.content).or(within);
        }
        if let Some(table) = within {
            entry.key.value = Cow::Owned(format!("{table}.{}", entry.key.value));
        }
    }
    entries
}

/// The value that ends with its line, else the one that ends before the next key.
fn value_at<'a>(text: &'a str, range: &Range<usize>) -> Option<(Value<'a>, usize)> {
    let mut rest = lines(text, range.start).take_while(|line| line.start < range.end);
    let first = rest.next()?;
    let line_end = first.start + first.content.len();
    let sound = |end: usize| {
        let written = text.get(range.start..end.min(range.end))?;
        let start = range.start + written.len() - written.trim_start().len();
        let node = DeValue::parse(written.trim()).ok()?;
        Some((value(text, node, start, 0).ok()?, end))
    };
    let is_open = text.get(range.start..line_end)?.trim_start().starts_with(['[', '{', '"', '\'']);
    sound(line_end).or_else(|| {
        let next = rest.find(|line| is_start_of_entry(line.content)).map_or(range.end, |line| line.start);
        if is_open { sound(next) } else { None }
    })
}
