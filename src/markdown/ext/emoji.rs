//! Emoji by their codes, `:tada:`, where a generator shows the character. Codes that nobody knows are text. Knows characters only:
//! icons are pictures of a theme.

use std::ops::Range;

use crate::markdown::builder::DocumentBuilder;
use crate::markdown::syntax::Dialect;

/// Each code and its character on a line, in the order of bytes: those of GitHub, and flags as `flag_de`.
const CODES: &str = include_str!("emoji/codes.txt");

/// Bytes of the longest code.
const MAX_CODE: usize = 40;

/// Whether a generator reads them without being asked.
pub(in crate::markdown) fn are_read(dialect: Dialect) -> bool {
    matches!(dialect, Dialect::VitePress | Dialect::VuePress | Dialect::MkDocs)
}

/// Whether one stands at a place.
pub(in crate::markdown) fn is_at(builder: &DocumentBuilder<'_>, at: usize) -> bool {
    read(builder.source(), at).is_some()
}

/// Takes the one at a place. False: there is none.
pub(in crate::markdown) fn take(builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
    let Some((character, range)) = read(builder.source(), at) else { return false };
    // Generators name no heading by it.
    builder.write_beside(character);
    builder.take_until(range.end);
    true
}

/// The character of the code between the colons at a place, and where all of it stands. In `std::cat::x` and `10:100:20` there
/// is none.
fn read(source: &str, at: usize) -> Option<(&'static str, Range<usize>)> {
    let (before, rest) = source.split_at_checked(at)?;
    let rest = rest.strip_prefix(':')?;
    let end = rest.bytes().take(MAX_CODE + 1).position(|byte| byte == b':')?;
    let character = named(rest.get(..end)?)?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '/' | '_' | '-');
    let is_behind_one = before.ends_with(':') && ends_with_code(before);
    let is_alone = (is_behind_one || !before.ends_with(is_part))
        && !rest[end + 1..].starts_with(|c: char| c.is_ascii_alphanumeric());
    is_alone.then_some((character, at..at + end + 2))
}

fn ends_with_code(before: &str) -> bool {
    let near = &before.as_bytes()[before.len().saturating_sub(MAX_CODE + 2)..before.len() - 1];
    let start = near.iter().rposition(|&byte| byte == b':');
    start.and_then(|start| std::str::from_utf8(&near[start + 1..]).ok()).and_then(named).is_some()
}

/// The character that a code stands for.
fn named(code: &str) -> Option<&'static str> {
    if code.is_empty()
        || !code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_+-".contains(&b))
    {
        return None;
    }
    let mut rest = CODES;
    while !rest.is_empty() {
        let middle = rest.as_bytes()[..rest.len() / 2].iter().rposition(|&byte| byte == b'\n');
        let start = middle.map_or(0, |end| end + 1);
        let line = rest[start..].lines().next()?;
        let (known, character) = line.split_once(' ')?;
        match code.cmp(known) {
            std::cmp::Ordering::Equal => return Some(character),
            std::cmp::Ordering::Less => rest = &rest[..start],
            std::cmp::Ordering::Greater => rest = &rest[(start + line.len() + 1).min(rest.len())..],
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found() {
        let mut last = "";
        for line in CODES.lines() {
            let (code, character) = line.split_once(' ').unwrap();
            assert!(last < code, "{code}");
            assert!(code.len() <= MAX_CODE, "{code}");
            assert_eq!(named(code), Some(character));
            last = code;
        }
        for unknown in ["", "tad", "tadaa", "zzzz", "+", "Tada", "note", "0"] {
            assert_eq!(named(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn where_one_stands() {
        let found =
            |text: &str| -> Vec<usize> { (0..text.len()).filter(|&at| read(text, at).is_some()).collect() };
        assert_eq!(found("Fertig :tada: 完了:tada:です"), [7, 20]);
        assert_eq!(found(":tada::100: (:+1:)"), [0, 6, 13]);
        assert_eq!(
            found("std::cat::x 10:100:20 http://a:80/:cat:/ :unbekannt: :::tip a_:cat:"),
            [] as [usize; 0]
        );
    }
}
