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
