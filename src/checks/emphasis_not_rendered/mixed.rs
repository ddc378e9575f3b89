//! Marks of bold and italic text that a translation engine mixed up or took apart: `**_a_* _`, `_*a**`, `* * a * *`.
//! Finds where they stand; says nothing.

use std::ops::Range;

use crate::checks::check::WrittenBlock;

/// Whether both marks touch somewhere, or two asterisks have a space between them: few files come further.
pub(super) fn may_be(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'*', bytes).any(|at| {
        let is_beside = at > 0 && bytes[at - 1] == b'_';
        is_beside || bytes[at + 1..].starts_with(b"_") || bytes[at + 1..].starts_with(b" *")
    })
}

/// Where text stands between marks that do not match, in the order of the text.
pub(super) fn of(prose: &WrittenBlock<'_>) -> Vec<Range<usize>> {
    let text = prose.text;
    if memchr::memchr(b'*', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let clusters = clusters(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, open) in clusters.iter().enumerate() {
        let is_done = found.last().is_some_and(|last| open.start < last.end);
        if is_done || !is_opening(text, open) || prose.is_literal(open.start) {
            continue;
        }
        let mut ahead = clusters[at + 1..].iter().take(MOST_CLUSTERS);
        let Some(close) = ahead.find(|close| close.len() > 1) else { continue };
        if close.start - open.end > MOST_BYTES {
            continue;
        }
        if is_broken(text, open, close) {
            found.push(open.start..close.end);
        }
    }
    found
}

/// Marks that are looked at behind opening ones, and bytes.
const MOST_CLUSTERS: usize = 4;
const MOST_BYTES: usize = 200;

fn marks(cluster: &str) -> impl Iterator<Item = u8> {
    cluster.bytes().filter(|byte| *byte != b' ')
}

/// Runs of `*` and `_` with single spaces between them.
fn clusters(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_mark = |at: usize| matches!(bytes.get(at), Some(b'*' | b'_'));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = memchr::memchr2(b'*', b'_', &bytes[at..]).map(|next| at + next) {
        let mut end = start;
        while is_mark(end) || end > start && bytes.get(end) == Some(&b' ') && is_mark(end + 1) {
            end += 1;
        }
        // An escaped mark is meant to be shown.
        if !text[..start].ends_with('\\') {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// Two marks of both kinds that touch the text behind them, or `* * ` within a line.
fn is_opening(text: &str, open: &Range<usize>) -> bool {
    let written = &text[open.clone()];
    let before = text[..open.start].chars().next_back();
    let behind = text[open.end..].chars().next();
    let is_apart = before.is_none_or(|c| !c.is_alphanumeric());
    if written == "* *" {
        return before == Some(' ') && behind == Some(' ') && !text[..open.start].trim().is_empty();
    }
    let has_both = written.contains('*') && written.contains('_');
    has_both && !written.contains(' ') && is_apart && behind.is_some_and(char::is_alphanumeric)
}

/// Whether the marks behind the text are not those before it in reverse.
fn is_broken(text: &str, open: &Range<usize>, close: &Range<usize>) -> bool {
    let (opening, closing) = (&text[open.clone()], &text[close.clone()]);
    let inner = &text[open.end..close.start];
    if inner.contains('\n') || inner.trim().is_empty() {
        return false;
    }
    if opening == "* *" {
        return closing == "* *" && inner.starts_with(' ') && inner.ends_with(' ');
    }
    // Others may begin behind the right ones.
    let is_reverse =
        closing.len() >= opening.len() && opening.bytes().rev().eq(closing.bytes().take(opening.len()));
    let behind = text[close.end..].chars().next();
    marks(opening).count() == marks(closing).count()
        && !is_reverse
        && !inner.ends_with(char::is_whitespace)
        && behind.is_none_or(|c| !c.is_alphanumeric())
}
