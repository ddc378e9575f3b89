//! A fast reader for the plain shape nearly all front matter has: `key: value` lines and lists of scalars. Gives
//! exactly what `yaml::read` gives, or nothing, when the block holds anything else.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value as Json;

use super::value::{KeyValue, Scalar, Value};
use crate::diagnostic::{Span, Spanned};

/// Longer blocks are rare, and doubles are searched key by key.
const MAX_BYTES: usize = 4096;

/// Reads the YAML in `text[block]`; none where only a YAML parser can be sure.
pub(super) fn read<'a>(text: &'a str, block: &Range<usize>) -> Option<Vec<KeyValue<'a>>> {
    let yaml = text.get(block.clone())?;
    if yaml.len() > MAX_BYTES {
        return None;
    }
    let mut entries: Vec<KeyValue<'a>> = Vec::with_capacity(24);
    let mut at = block.start;
    for line in yaml.split_inclusive('\n') {
        let content = line.strip_suffix('\n').unwrap_or(line);
        let content = content.strip_suffix('\r').unwrap_or(content);
        let has_control = content.bytes().fold(false, |found, byte| found | (byte < b' ' || byte == 0x7f));
        if has_control || !content.is_ascii() && content.chars().any(is_odd) {
            return None;
        }
        if let Some(item) = content.strip_prefix("- ") {
            let item = Value::Scalar(scalar(item, at + 2)?);
            match &mut entries.last_mut()?.value {
                Value::List(items) => items.push(item),
                value @ Value::Scalar(_) if is_nothing(value) => *value = Value::List(vec![item]),
                _ => return None,
            }
        } else {
            let entry = pair(content, at)?;
            if entries.iter().any(|other| other.key.value == entry.key.value) {
                return None;
            }
            entries.push(entry);
        }
        at += line.len();
    }
    Some(entries)
}

/// Line ends of Unicode, controls and a BOM inside the block: the parser shall judge.
fn is_odd(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn is_nothing(value: &Value<'_>) -> bool {
    matches!(value, Value::Scalar(scalar) if scalar.text.is_empty() && scalar.is_null())
}

/// `key:` or `key: value`, with a key of letters, digits, `.`, `_` and `-` that starts with a letter.
fn pair(line: &str, at: usize) -> Option<KeyValue<'_>> {
    let (key, rest) = line.split_once(':')?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let starts_well = key.bytes().next().is_some_and(|first| first.is_ascii_alphabetic());
    if !starts_well || !key.bytes().all(plain) || resolve(key) != Some(None) {
        return None;
    }
    let end = at + key.len();
    let value = if rest.trim_matches(' ').is_empty() {
        Scalar::nothing(end)
    } else {
        scalar(rest.strip_prefix(' ')?, end + 2)?
    };
    Some(KeyValue { key: Spanned::new(Cow::Borrowed(key), Span::new(at, end)), value: Value::Scalar(value) })
}

/// A scalar on one line: plain and without any indicator, or in quotes and without escapes. `at` is where `written`
/// starts in the file.
fn scalar(written: &str, at: usize) -> Option<Scalar<'_>> {
    let value = written.trim_end_matches(' ');
    let text = value.trim_start_matches(' ');
    let start = at + value.len() - text.len();
    let first = *text.as_bytes().first()?;
    if let b'"' | b'\'' = first {
        let inner = text.get(1..)?.strip_suffix(char::from(first))?;
        if inner.bytes().any(|byte| byte == first || byte == b'\\') {
            return None;
        }
        let span = Span::new(start + 1, start + 1 + inner.len());
        return Some(Scalar { text: Cow::Borrowed(inner), span, typed: None });
    }
    let starts_well = first.is_ascii_alphanumeric() || !first.is_ascii() || b"($/_".contains(&first);
    let has_indicator = |text: &str| text.as_bytes().windows(2).any(|pair| matches!(pair, b": " | b" #"));
    if !starts_well || text.ends_with(':') || has_indicator(text) {
        return None;
    }
    let span = Span::new(start, start + text.len());
    Some(Scalar { text: Cow::Borrowed(text), span, typed: resolve(text)? })
}

/// Whether YAML takes a plain scalar for text.
pub fn is_plain_text(text: &str) -> bool {
    resolve(text) == Some(None)
}

/// What YAML takes a plain scalar for: `Some(None)` is a string; none where only a YAML parser can decide.
pub(super) fn resolve(text: &str) -> Option<Option<Json>> {
    const WORDS: [&str; 12] =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "infinity", "nan"];
    let bytes = text.as_bytes();
    if !bytes.first()?.is_ascii_digit() {
        let word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
        return if word { None } else { Some(None) };
    }
    if bytes.len() <= 18 && bytes.iter().all(u8::is_ascii_digit) {
        let leading_zero = bytes.len() > 1 && bytes.starts_with(b"0");
        return if leading_zero { Some(None) } else { Some(Some(text.parse::<u64>().ok()?.into())) };
    }
    // Anything with another character than those of numbers (a date with slashes, a GUID, a word) is a string.
    let decimal = |byte: &u8| byte.is_ascii_digit() || b"_+-.eE:".contains(byte);
    let radix = |rest: &[u8], digits: &[u8]| rest.iter().all(|byte| *byte == b'_' || digits.contains(byte));
    let number = match bytes {
        [b'0', b'x' | b'X', rest @ ..] => radix(rest, b"0123456789abcdefABCDEF"),
        [b'0', b'o' | b'O', rest @ ..] => radix(rest, b"01234567"),
        [b'0', b'b' | b'B', rest @ ..] => radix(rest, b"01"),
        _ => bytes.iter().all(decimal) && !is_iso_date(bytes),
    };
    if number { None } else { Some(None) }
}

/// Four digits, two and two, with `-` between.
fn is_iso_date(bytes: &[u8]) -> bool {
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}
