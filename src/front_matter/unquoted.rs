//! Values of YAML that lack quotes: what a parser takes for a tag or a comment is text to their authors. Reads no block.

use std::borrow::Cow;

use super::data::{Flaw, FlawKind, Taken};
use super::keys::{self, Field};
use super::value::{KeyValue, Scalar, Value};
use crate::diagnostic::Span;

/// Gives values back what was taken for a tag, and notes where a title or the like ends in what is taken for a comment.
pub(super) fn find<'a>(text: &'a str, entries: &mut [KeyValue<'a>], flaws: &mut Vec<Flaw>) {
    for entry in entries {
        let Value::Scalar(scalar) = &mut entry.value else { continue };
        let from = entry.key.span.end as usize;
        let known = keys::known(&entry.key.value).map(|key| key.field);
        let is_prose = matches!(known, Some(Field::Title | Field::Description | Field::Label));
        let (taken, span) = if let Some(whole) = tagged(text, from, scalar) {
            *scalar = Scalar { text: Cow::Borrowed(whole.slice(text)), span: whole, typed: None };
            (Taken::Tag, whole)
        } else if let Some(whole) = commented(text, from, scalar).filter(|_| is_prose) {
            (Taken::Comment, whole)
        } else {
            continue;
        };
        let key = entry.key.value.clone().into_owned();
        flaws.push(Flaw { kind: FlawKind::Unquoted { key, taken }, span });
    }
}

/// A value with the tag before it, if that is none of YAML's own. `from` is where its key ends.
fn tagged(text: &str, from: usize, scalar: &Scalar<'_>) -> Option<Span> {
    let written = behind_colon(line_from(text, from)?)?.trim();
    if !written.starts_with('!') || written.starts_with("!!") {
        return None;
    }
    let start = written.as_ptr() as usize - text.as_ptr() as usize;
    let ends_here = (scalar.span.end as usize) <= start + written.len();
    let comment = written.find(" #").and_then(|at| written.get(..at)).unwrap_or(written).trim_end();
    ends_here.then(|| Span::new(start, start + comment.len()))
}

/// A plain value with the comment behind it, if that begins as no comment does: `#1`, `#general`.
fn commented(text: &str, from: usize, scalar: &Scalar<'_>) -> Option<Span> {
    let rest = if scalar.is_nothing() {
        behind_colon(line_from(text, from)?)?
    } else {
        line_from(text, scalar.span.end as usize)?
    };
    let comment = rest.trim();
    let is_apart = rest.starts_with([' ', '\t']) && comment.starts_with('#');
    let begins_as_text = comment.chars().nth(1).is_some_and(char::is_alphanumeric);
    if !is_apart || !begins_as_text {
        return None;
    }
    let at = comment.as_ptr() as usize - text.as_ptr() as usize;
    let start = if scalar.is_nothing() { at } else { scalar.span.start as usize };
    Some(Span::new(start, at + comment.len()))
}

/// What stands behind the quote and the colon of a key.
fn behind_colon(line: &str) -> Option<&str> {
    line.trim_start_matches(['"', '\'']).trim_start().strip_prefix(':')
}

/// What stands in the line behind a place.
fn line_from(text: &str, at: usize) -> Option<&str> {
    text.get(at..)?.lines().next()
}
