//! Keys and values with their positions, before any key has a meaning. Only data; the readers of each format make them.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value as Json;

use crate::diagnostic::{Span, Spanned};

/// A longer block is not parsed, and repaired as far as this; real ones have less than a kilobyte.
pub(super) const MAX_BLOCK_BYTES: usize = 64 * 1024;

/// Values in values; deeper ones are refused.
pub(super) const MAX_DEPTH: usize = 16;

/// What is said of deeper ones.
pub(super) const TOO_DEEP: &str = "values are nested too deeply";

/// A key and what is behind it. Spans are bytes of the whole file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeyValue<'a> {
    pub(super) key: Spanned<Cow<'a, str>>,
    pub(super) value: Value<'a>,
}

/// What ends a value without belonging to it: no-break spaces do belong.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The value of a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Scalar(Scalar<'a>),
    List(Vec<Value<'a>>),
    Map(Vec<KeyValue<'a>>),
}

/// One text, number or the like, as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scalar<'a> {
    /// Without quotes and escapes, otherwise as written: `0123` stays `0123`.
    pub(super) text: Cow<'a, str>,
    /// Where `text` stands, without the quotes. Where the text is not in the file as such (escapes, several
    /// lines) this is the whole value as written.
    pub(super) span: Span,
    /// What an unquoted number, boolean or null is; none for a string.
    pub(super) typed: Option<Json>,
}

impl Scalar<'_> {
    /// The value of `key:`, whose place is where the key ends.
    pub(super) fn nothing(at: usize) -> Self {
        Self { text: Cow::Borrowed(""), span: Span::new(at, at), typed: Some(Json::Null) }
    }

    /// A string read from `at`, borrowed and with the narrowest span where it stands there unchanged. `at` may have
    /// quotes, and white space behind it.
    pub(super) fn string(text: &str, decoded: String, at: Span) -> Scalar<'_> {
        let written = at.slice(text).trim_end_matches(SPACE);
        let start = at.start as usize;
        let within = |quotes: usize| {
            let inner = written.get(quotes..written.len().checked_sub(quotes)?)?;
            // The line end behind the three quotes of TOML is no part of the text.
            let begin = inner.len().checked_sub(decoded.len())?;
            let is_gap = quotes == 0 && begin == 0 || matches!(inner.get(..begin)?, "" | "\n" | "\r\n");
            (is_gap && inner.get(begin..)? == decoded).then_some(quotes + begin)
        };
        let has_quotes = written.starts_with(['"', '\'']);
        let quotes = if has_quotes { [0, 1, 3].as_slice() } else { [0].as_slice() };
        match quotes.iter().find_map(|&quotes| within(quotes)) {
            Some(from) => {
                let span = Span::new(start + from, start + from + decoded.len());
                Scalar { text: Cow::Borrowed(span.slice(text)), span, typed: None }
            }
            None => {
                let span = Span::new(start, start + written.len());
                Scalar { text: Cow::Owned(decoded), span, typed: None }
            }
        }
    }

    /// What stands at `at` without quotes: a number, a boolean, a date. It is a text where the number would not be
    /// written like this again (`0123`, `1_000`, twenty digits).
    pub(super) fn unquoted(text: &str, at: Span, typed: Json) -> Scalar<'_> {
        let written = at.slice(text).trim_end_matches(SPACE);
        let digits = written.trim_start_matches(['+', '-']).as_bytes();
        let is_exact = match &typed {
            Json::Number(number) => {
                let huge = number.is_f64() && digits.iter().all(u8::is_ascii_digit);
                let padded = matches!(digits, [b'0', b'0'..=b'9', ..]) || written.contains('_');
                !huge && !padded
            }
            _ => true,
        };
        Scalar { text: Cow::Borrowed(written), span: at, typed: is_exact.then_some(typed) }
    }

    /// Nothing at all, `~` or `null`.
    pub(super) fn is_null(&self) -> bool {
        self.typed == Some(Json::Null)
    }

    /// Whether it is nothing by the core schema of YAML; other spellings, such as `nUll`, are words.
    pub(super) fn is_nothing(&self) -> bool {
        self.is_null() && (self.text.is_empty() || is_null(&self.text))
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
            Self::Map(pairs) => {
                let pair = |pair: &KeyValue<'_>| (pair.key.value.clone().into_owned(), pair.value.to_json());
                Json::Object(pairs.iter().map(pair).collect())
            }
        }
    }
}

/// Whether a plain scalar of YAML says that there is no value.
pub(super) fn is_null(plain: &str) -> bool {
    matches!(plain, "~" | "null" | "Null" | "NULL")
}

/// Why and where a block cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SyntaxError {
    pub(super) message: String,
    pub(super) span: Span,
}
