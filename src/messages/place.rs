//! Where the culprit of a syntax error stands: the parser stops where it cannot go on, which may be lines later. Reads no file.

use std::ops::Range;

use crate::diagnostic::Span;

/// The place in an entry that its error, found at `stopped`, is about: where the entry ends before a brace is closed, that
/// brace and what stands in it, else what the parser stopped at.
pub(super) fn of_error(entry: &str, stopped: Range<usize>) -> Span {
    let end = entry.trim_end().len();
    // The parser counts bytes, and may stop inside a character.
    let from = entry.floor_char_boundary(stopped.start);
    let ends_line = entry.get(from..).is_none_or(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']));
    if from < end && !ends_line {
        return Span::new(from, entry.ceil_char_boundary(stopped.end));
    }
    let before = entry.get(..from.min(end)).unwrap_or(entry).trim_end();
    let start = open_brace(before).unwrap_or_else(|| before.rfind('\n').map_or(0, |line| line + 1));
    Span::new(start, before.len())
}

/// The last brace that is not closed. Braces in quotes are text.
fn open_brace(text: &str) -> Option<usize> {
    let (mut open, mut is_quoted, mut is_escaped) = (Vec::new(), false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' if !open.is_empty() => is_quoted = !is_quoted,
            '\n' => is_quoted = false,
            '{' if !is_quoted => open.push(at),
            '}' if !is_quoted => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use fluent::FluentResource;

    use super::*;

    fn culprit(entry: &str) -> &str {
        let (_, errors) = FluentResource::try_new(entry.to_owned()).expect_err("an error");
        of_error(entry, errors[0].pos.start..errors[0].pos.end).slice(entry)
    }

    #[test]
    fn the_brace_that_is_not_closed() {
        assert_eq!(culprit("a = { $x\n"), "{ $x");
        assert_eq!(culprit("a = שלום { $x\n\n"), "{ $x");
        assert_eq!(culprit("a = { $x\n    more\n\n\n"), "m");
        assert_eq!(culprit("a = { \"}\" } { $x ->\n  [one] x\n"), "{ $x ->\n  [one] x");
        assert_eq!(culprit("a\n\n"), "a");
    }

    proptest::proptest! {
        #[test]
        fn any_place_is_in_the_entry(entry in "(\\PC|[{}\"\\\\\n]){0,40}", from in 0_usize..60, more in 0_usize..9) {
            let span = of_error(&entry, from..from + more);
            proptest::prop_assert!(entry.get(span.range()).is_some());
        }
    }
}
