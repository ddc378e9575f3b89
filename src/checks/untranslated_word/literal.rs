//! Words that stand as they are: parts of commands, messages of errors, names of commands and attributes, names with a year.
//! Compares nothing.

use std::ops::Range;

/// What the text of an error stands behind.
const ERRORS: [&str; 2] = ["ErrorMessage", "ErrorDetails"];

/// Words that lead to the name of a command or an attribute.
const LEADS: [&str; 4] = ["הפקודה", "פקודה", "התכונה", "והתכונה"];

/// English terms that other languages have taken over as they are.
const TERMS: [&str; 2] = ["webhook", "webhooks"];

/// Whether a word stands in a command or a message in its line that is not marked as code.
pub(super) fn is_code(text: &str, word: &Range<usize>) -> bool {
    let start = text[..word.start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[word.end..].find('\n').map_or(text.len(), |newline| word.end + newline);
    // Longer lines are paragraphs.
    let start = text.ceil_char_boundary(start.max(word.start.saturating_sub(LONGEST)));
    let end = text.floor_char_boundary(end.min(word.end + LONGEST));
    let before = &text[start..word.start];
    let is_error = ERRORS.iter().any(|sign| {
        let behind = before.rfind(sign).map(|at| &before[at + sign.len()..]);
        behind.is_some_and(|behind| !behind.contains("**"))
    });
    is_error || command_start(before).is_some_and(|at| has_argument(&text[start + at..end]))
}

/// Bytes on each side of a word that are looked at.
const LONGEST: usize = 300;

/// Where a `Verb-Noun` begins.
fn command_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'-', bytes).find_map(|dash| {
        let verb = bytes[..dash].iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let is_verb = verb > 1 && bytes[dash - verb].is_ascii_uppercase();
        let is_noun = bytes.get(dash + 1).is_some_and(u8::is_ascii_uppercase);
        (is_verb && is_noun).then_some(dash - verb)
    })
}

/// Whether a pipe, a parameter or a variable follows.
fn has_argument(text: &str) -> bool {
    let is_parameter = |(at, _): (usize, &str)| text[at + 2..].starts_with(|c: char| c.is_ascii_uppercase());
    text.contains(" | ") || text.contains("$_") || text.match_indices(" -").any(is_parameter)
}

/// Whether a word is a name by what is beside it, or a term.
pub(super) fn is_named(text: &str, word: &Range<usize>) -> bool {
    let shown = &text[word.clone()];
    let before = text[..word.start].trim_end_matches([' ', '*', '\u{a0}']);
    let lead = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_build = ["build", "builds"].contains(&shown) && is_version(lead);
    TERMS.contains(&&*shown.to_ascii_lowercase()) || LEADS.contains(&lead) || is_build || has_year(text, word)
}

/// Hebrew for “version”, in any form.
fn is_version(word: &str) -> bool {
    let bare = word.trim_start_matches(['ה', 'ב', 'ל', 'ו', 'מ', 'ש', 'כ']);
    bare.starts_with("גירס") || bare.starts_with("גרס")
}

/// `Summit Edition 2020`: a year stands behind it, or behind the next word.
fn has_year(text: &str, word: &Range<usize>) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut next = text[word.end..].strip_prefix(' ').unwrap_or_default().split([' ', ']', ',', '.']);
    let is_capital = |word: &str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let first = next.next().unwrap_or_default();
    is_capital(&text[word.clone()])
        && (is_year(first) || is_capital(first) && next.next().is_some_and(is_year))
}
