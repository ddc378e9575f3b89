//! Destinations of links that hold shortcodes or Liquid: where they begin and end. They hold white space, which CommonMark takes
//! between angle brackets only. Says not where they lead.

use std::ops::Range;

use super::tag::Tag;

/// Bytes of the longest destination, so that no text is searched over and over.
const MAX_LENGTH: usize = 1000;

/// The destination that the tag with this number is the first in. Nothing of it stands before `from`.
pub(super) fn around(body: &str, tags: &[Tag<'_>], number: usize, from: usize) -> Option<Range<usize>> {
    let first = &tags.get(number)?.range;
    let from = body.ceil_char_boundary(from.max(first.start.saturating_sub(MAX_LENGTH)));
    let before = body.get(from..first.start)?;
    let start = from + start(before)?;
    let mut at = first.start;
    let mut number = number;
    let mut depth = 0_usize;
    loop {
        if at > start + MAX_LENGTH {
            return None;
        }
        if let Some(tag) = tags.get(number).filter(|tag| tag.range.start == at) {
            if body.get(tag.range.clone())?.contains('\n') {
                return None;
            }
            at = tag.range.end;
            number += 1;
            continue;
        }
        let letter = body.get(at..)?.chars().next();
        match letter {
            Some('(') => depth += 1,
            Some(')') if depth > 0 => depth -= 1,
            Some(letter) if letter != ')' && !letter.is_whitespace() => {}
            None if body.get(..start)?.ends_with('(') => return None,
            _ => return Some(start..at),
        }
        at += letter.map_or(0, char::len_utf8);
    }
}

/// The address between angle brackets, brackets included, that the tag with this number is the first in.
pub(super) fn autolink(body: &str, tags: &[Tag<'_>], number: usize, from: usize) -> Option<Range<usize>> {
    let first = &tags.get(number)?.range;
    let from = body.ceil_char_boundary(from.max(first.start.saturating_sub(MAX_LENGTH)));
    let before = body.get(from..first.start)?;
    let start = from + before.rfind('<')?;
    let scheme = body.get(start + 1..first.start)?;
    let is_address = scheme.is_empty() || scheme.starts_with("https://") || scheme.starts_with("http://");
    let mut at = first.start;
    for tag in tags.get(number..)? {
        let between = body.get(at..tag.range.start)?;
        if between.contains('>') {
            break;
        }
        is_part(between).then_some(())?;
        at = tag.range.end;
        (at - start < MAX_LENGTH).then_some(())?;
    }
    let rest = body.get(at..body.floor_char_boundary(at + MAX_LENGTH))?;
    let last = rest.get(..rest.find('>')?)?;
    (is_address && is_part(scheme) && is_part(last)).then_some(start..at + last.len() + 1)
}

/// Whether a text can be a part of an address between angle brackets.
fn is_part(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
}

/// Where a destination starts in what stands before a tag, all of which it has.
fn start(before: &str) -> Option<usize> {
    let inline = before.rfind("](").map(|at| at + 2);
    let defined = before
        .rfind("]:")
        .filter(|_| before.trim_start().starts_with('['))
        .map(|at| before.len() - before[at + 2..].trim_start().len());
    let start = inline.max(defined)?;
    let inside = before.get(start..)?;
    (!inside.contains(|c: char| c.is_whitespace() || matches!(c, ')' | '<' | '"'))).then_some(start)
}
