//! Keys and values with their positions, before any key has a meaning. Only data; `plain`, `yaml` and `repair` read them.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value as Json};

use crate::diagnostic::{Span, Spanned};

/// A longer block is not read as YAML, and repaired as far as this; real ones have less than a kilobyte.
pub(super) const MAX_BLOCK_BYTES: usize = 64 * 1024;

/// A key and what is behind it. Spans are bytes of the whole file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeyValue<'a> {
    pub(super) key: Spanned<Cow<'a, str>>,
    pub(super) value: Value<'a>,
}

/// The value of a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Scalar(Scalar<'a>),
    List(Vec<Value<'a>>),
    Map(Map<String, Json>),
}

/// One text, number or the like, as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scalar<'a> {
    /// Without quotes and escapes, otherwise as written: `0123` stays `0123`.
    pub(super) text: Cow<'a, str>,
    /// Where `text` stands, without the quotes. Where the text is not in the file as such (escapes, several
    /// lines) this is the whole value as written.
    pub(super) span: Span,
    /// What YAML takes an unquoted number, boolean or null for; none for a string.
    pub(super) typed: Option<Json>,
}

impl Scalar<'_> {
    /// The value of `key:`, whose place is where the key ends.
    pub(super) fn nothing(at: usize) -> Self {
        Self { text: Cow::Borrowed(""), span: Span::new(at, at), typed: Some(Json::Null) }
    }

    /// Nothing at all, `~` or `null`.
    pub(super) fn is_null(&self) -> bool {
        self.typed == Some(Json::Null)
    }

    /// Where a part of the text stands: exact if the text stands in the file as it is, else the whole value.
    pub(super) fn part(&self, part: Range<usize>) -> Span {
        match self.text {
            Cow::Borrowed(_) => Span::from(part).shifted(self.span.start as usize),
            Cow::Owned(_) => self.span,
        }
    }
}

impl Value<'_> {
    /// The value as templates get it.
    pub(super) fn to_json(&self) -> Json {
        match self {
            Self::Scalar(scalar) => {
                scalar.typed.clone().unwrap_or_else(|| Json::String(scalar.text.clone().into_owned()))
            }
            Self::List(items) => Json::Array(items.iter().map(Value::to_json).collect()),
            Self::Map(map) => Json::Object(map.clone()),
        }
    }
}

/// Why and where YAML cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct YamlError {
    pub(super) message: String,
    pub(super) span: Span,
}
