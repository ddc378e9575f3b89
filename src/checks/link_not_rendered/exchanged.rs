//! Links with one bracket in the place of another, or without the last one.

use super::brackets::Brackets;
use super::broken::{Broken, MAX_TARGET, looks_like_target};
use crate::diagnostic::{Applicability, Span};

/// `[text](https://x` without an end: the address ends with the word.
pub(super) fn unclosed(
    whole: &str,
    start: Option<usize>,
    label: Option<&str>,
    inside: usize,
) -> Option<Broken> {
    let rest = whole.get(inside..)?;
    if let Some(broken) = square_at_end(rest, start?, label?, inside) {
        return Some(broken);
    }
    let word = rest.trim_start();
    let is_address = ["http://", "https://"]
        .iter()
        .any(|scheme| word.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let (start, label) = (start?, label.filter(|_| is_address)?);
    let skipped = rest.len() - word.len();
    let word = &word[..word.floor_char_boundary(MAX_TARGET)];
    let word = word.split(char::is_whitespace).next()?.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let end = inside + skipped + word.len();
    let right = Some((Applicability::Unsafe, format!("{}]({word})", label.replacen('［', "[", 1))));
    Some(Broken { span: Span::new(start, end), reason: "the closing `)` is missing", right })
}

/// `[text](b.md]`.
fn square_at_end(rest: &str, start: usize, label: &str, inside: usize) -> Option<Broken> {
    let end = rest[..rest.floor_char_boundary(MAX_TARGET)].find(|c: char| c == ']' || c.is_whitespace())?;
    let target = &rest[..end];
    if !rest[end..].starts_with(']') || target.contains(['(', '[']) || !looks_like_target(target) {
        return None;
    }
    let right = Some((Applicability::Unsafe, format!("{}]({target})", label.replacen('［', "[", 1))));
    Some(Broken {
        span: Span::new(start, inside + end + 1),
        reason: "a `]` stands for the closing `)`",
        right,
    })
}

/// `[text][b.md]`.
pub(super) fn square_for_round(whole: &str, start: Option<usize>, at: usize) -> Option<Broken> {
    let start = start?;
    let rest = whole.get(at..)?.strip_prefix("][")?;
    let end = rest[..rest.floor_char_boundary(MAX_TARGET)].find(['[', ']', '\n'])?;
    let target = rest[..end].trim();
    if !rest[end..].starts_with(']') || target.contains(char::is_whitespace) || !looks_like_target(target) {
        return None;
    }
    let right = Some((Applicability::Unsafe, format!("{}]({target})", &whole[start..at])));
    let reason = "the target stands in square brackets";
    Some(Broken { span: Span::new(start, at + 2 + end + 1), reason, right })
}

/// `[text)(b.md)`.
pub(super) fn round_for_square(whole: &str, brackets: &Brackets, at: usize) -> Option<Broken> {
    let inside = at + 2;
    let close = brackets.closing(at + 1).filter(|close| close - inside < MAX_TARGET)?;
    let target = whole[inside..close].trim();
    if !looks_like_target(target) || target.contains(char::is_whitespace) {
        return None;
    }
    let near = &whole[whole.ceil_char_boundary(at.saturating_sub(MAX_TARGET))..at];
    let text = near.rsplit_once(['[', ']', '(', ')', '\n']).map(|(_, text)| text)?;
    let open = at - text.len() - 1;
    if !whole[open..].starts_with('[') || text.trim().is_empty() {
        return None;
    }
    let start = open - usize::from(whole[..open].ends_with('!'));
    let right = Some((Applicability::Unsafe, format!("{}]({target})", &whole[start..at])));
    Some(Broken { span: Span::new(start, close + 1), reason: "a `)` stands for the `]`", right })
}

/// `(text)[https://x]`, white space between and within or not.
pub(super) fn reversed(whole: &str, start: Option<usize>, at: usize) -> Option<Broken> {
    let open = start?;
    let label = whole[..open].trim_end().strip_suffix(')')?;
    let target = whole.get(open + 1..at).filter(|target| target.len() < MAX_TARGET)?.trim();
    let is_address = target.starts_with("http://") || target.starts_with("https://");
    let is_near = whole[..open].ends_with(')') && target.contains('.') && looks_like_target(target);
    if !is_address && !is_near || target.contains(char::is_whitespace) {
        return None;
    }
    let near = &label[label.ceil_char_boundary(label.len().saturating_sub(MAX_TARGET))..];
    let text = near.rsplit_once('(').map(|(_, text)| text).filter(|text| !text.contains('\n'))?;
    let span = Span::new(label.len() - text.len() - 1, at + 1);
    let right = Some((Applicability::Unsafe, format!("[{text}]({target})")));
    Some(Broken { span, reason: "the brackets are in the wrong order", right })
}
