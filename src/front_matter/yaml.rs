//! Reads a block of YAML into keys and values with positions, by serde-saphyr under a tight budget. Knows no key.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};

use super::value::{KeyValue, MAX_BLOCK_BYTES, Scalar, Value, YamlError};
use crate::diagnostic::{Span, Spanned};

/// Reads the YAML in `text[block]`. A block without keys gives none.
pub(super) fn read<'a>(text: &'a str, block: &Range<usize>) -> Result<Vec<KeyValue<'a>>, YamlError> {
    let yaml = text.get(block.clone()).unwrap_or_default();
    let Pairs(pairs) = serde_saphyr::from_str_with_options(yaml, options())
        .map_err(|error| yaml_error(&error, yaml, block.start))?;
    let key_value = |(key, node): (Located<Option<String>>, Located<Node>)| {
        let key_at = place(&key.referenced, block);
        let name = key.value.ok_or_else(|| YamlError { message: NO_KEY.to_owned(), span: key_at })?;
        let key = string(text, name, key_at);
        let at = place(&node.referenced, block);
        let value = match node.value {
            // The place of nothing is the end of its key: the parser's is on the next line.
            Node::Typed(Json::Null) if at.is_empty() => Value::Scalar(Scalar::nothing(key.span.end as usize)),
            other => value(text, other, at, block),
        };
        Ok(KeyValue { key: Spanned::new(key.text, key.span), value })
    };
    pairs.into_iter().map(key_value).collect()
}

/// What YAML itself drops at the end of a value: no-break spaces belong to it.
const YAML_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

const NO_KEY: &str = "a colon without a key before it";

type Located<T> = serde_saphyr::Spanned<T>;

fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        with_snippet: false,
        // Both keys are needed, to say that there are two.
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::LastWins,
        merge_keys: serde_saphyr::options::MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: serde_saphyr::options::NonFiniteFloatPolicy::AsString,
        strict_booleans: true,
        budget: serde_saphyr::budget! {
            max_aliases: 0,
            max_anchors: 0,
            max_depth: 16,
            max_nodes: 4096,
            max_documents: 1,
            max_total_scalar_bytes: MAX_BLOCK_BYTES,
        },
    }
}

/// The span of a place in the block, trimmed to it.
fn place(location: &serde_saphyr::Location, block: &Range<usize>) -> Span {
    let span = location.span();
    let offset = |bytes: Option<u64>| bytes.and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or_default();
    let start = (block.start + offset(span.byte_offset())).min(block.end);
    Span::new(start, (start + offset(span.byte_len())).min(block.end))
}

fn value<'a>(text: &'a str, node: Node, at: Span, block: &Range<usize>) -> Value<'a> {
    match node {
        Node::Text(decoded) => Value::Scalar(string(text, decoded, at)),
        Node::Typed(json) => {
            let trimmed = at.slice(text).trim_end_matches(YAML_SPACE);
            let written = Scalar { text: Cow::Borrowed(trimmed), span: at, typed: None };
            let exact = is_exact(&written.text, &json);
            Value::Scalar(Scalar { typed: exact.then_some(json), ..written })
        }
        Node::List(items) => {
            let item = |item: Located<Node>| value(text, item.value, place(&item.referenced, block), block);
            Value::List(items.into_iter().map(item).collect())
        }
        Node::Map(map) => Value::Map(map),
    }
}

/// A number that would not be written like this again (`0123`, `1_000`, twenty digits) is a text.
fn is_exact(written: &str, json: &Json) -> bool {
    let digits = written.trim_start_matches(['+', '-']).as_bytes();
    match json {
        Json::Number(number) => {
            let huge = number.is_f64() && digits.iter().all(u8::is_ascii_digit);
            let padded = matches!(digits, [b'0', b'0'..=b'9', ..]) || written.contains('_');
            !huge && !padded
        }
        _ => true,
    }
}

/// A string read from `at`, borrowed and with the narrowest span where it stands there unchanged.
fn string(text: &str, decoded: String, at: Span) -> Scalar<'_> {
    let written = at.slice(text);
    let (start, trimmed) = (at.start as usize, written.trim_end_matches(YAML_SPACE));
    let inner = trimmed.get(1..trimmed.len().saturating_sub(1)).unwrap_or_default();
    if trimmed == decoded {
        Scalar { text: Cow::Borrowed(trimmed), span: Span::new(start, start + trimmed.len()), typed: None }
    } else if inner == decoded && trimmed.starts_with(['"', '\'']) {
        Scalar {
            text: Cow::Borrowed(inner),
            span: Span::new(start + 1, start + 1 + inner.len()),
            typed: None,
        }
    } else {
        Scalar { text: Cow::Owned(decoded), span: Span::new(start, start + trimmed.len()), typed: None }
    }
}

fn yaml_error(error: &serde_saphyr::Error, yaml: &str, base: usize) -> YamlError {
    let location = error.location();
    let start = location.map_or(0, |location| {
        let by_bytes = location.span().byte_offset().and_then(|bytes| usize::try_from(bytes).ok());
        by_bytes.unwrap_or_else(|| offset(yaml, location.line(), location.column()))
    });
    let start = yaml.floor_char_boundary(start);
    let rest = yaml.get(start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_end();
    let message = message(&error.without_snippet().to_string());
    YamlError { message, span: Span::new(base + start, base + start + line.len()) }
}

/// The message of the parser without its position, or in our words where it is about its own limits.
fn message(written: &str) -> String {
    const OURS: [(&str, &str); 5] = [
        ("budget breached: Anchors", "`&` starts an anchor, which front matter cannot have"),
        ("budget breached: Aliases", "`*` starts an alias, which front matter cannot have"),
        ("alias references", "`*` starts an alias, which front matter cannot have"),
        ("budget breached: Depth", "values are nested too deeply"),
        ("budget breached", "front matter has too many values"),
    ];
    let ours = OURS.iter().find(|(start, _)| written.starts_with(start)).map(|(_, ours)| *ours);
    let theirs = written.split(" at line ").next().unwrap_or(written);
    ours.unwrap_or(theirs).to_owned()
}

/// The byte at `line` and `column`, both from 1; columns are characters. Clamped to the text.
fn offset(yaml: &str, line: u64, column: u64) -> usize {
    let before = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
    let start: usize = yaml.split_inclusive('\n').take(before).map(str::len).sum();
    let rest = yaml.get(start..).unwrap_or_default();
    let inside = usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX);
    start + rest.char_indices().nth(inside).map_or(rest.len(), |(at, _)| at)
}

/// The pairs of the block, doubles included. A key may be nothing.
struct Pairs(Vec<(Located<Option<String>>, Located<Node>)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("keys with values")
            }
            fn visit_unit<E>(self) -> Result<Pairs, E> {
                Ok(Pairs(Vec::new()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_any(PairsVisitor)
    }
}

/// A value as the parser gives it.
enum Node {
    Text(String),
    Typed(Json),
    List(Vec<Located<Node>>),
    Map(Map<String, Json>),
}

impl From<Node> for Json {
    fn from(node: Node) -> Self {
        match node {
            Node::Text(text) => Self::String(text),
            Node::Typed(json) => json,
            Node::List(items) => Self::Array(items.into_iter().map(|item| item.value.into()).collect()),
            Node::Map(map) => Self::Object(map),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a list or keys with values")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Typed(Json::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Typed(Json::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Typed(Json::Number(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Typed(Json::Number(value.into())))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Node, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("not a number"))?;
        Ok(Node::Typed(Json::Number(number)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut pairs = Map::new();
        while let Some((key, node)) = map.next_entry::<Option<String>, Node>()? {
            let key = key.ok_or_else(|| A::Error::custom(NO_KEY))?;
            if pairs.contains_key(&key) {
                return Err(A::Error::custom(format!("the key `{key}` appears twice")));
            }
            pairs.insert(key, node.into());
        }
        Ok(Node::Map(pairs))
    }
}
