//! Texts within single values: custom IDs, hashes, pieces of a list. Knows no keys and reports nothing.

use super::value::Scalar;
use crate::diagnostic::Spanned;

/// The 40 hexadecimal digits of a SHA-1, in lower case.
pub(super) fn hash(text: &str) -> Option<String> {
    let text = text.trim();
    let hex = text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then(|| text.to_ascii_lowercase())
}

/// The pieces of a list written as one text, without the quotes, brackets and white space around each. Pieces
/// without a letter or digit do not count.
pub(super) fn pieces<'s>(
    scalar: &'s Scalar<'_>,
    separates: fn(char) -> bool,
) -> impl Iterator<Item = Spanned<&'s str>> {
    let mut next = 0;
    scalar.text.split_inclusive(separates).filter_map(move |written| {
        let start = next;
        next += written.len();
        let left = written.trim_start_matches(is_wrapping);
        let piece = left.trim_end_matches(|character| separates(character) || is_wrapping(character));
        let from = start + written.len() - left.len();
        let span = scalar.part(from..from + piece.len());
        piece.contains(char::is_alphanumeric).then(|| Spanned::new(piece, span))
    })
}

/// Commas and semicolons of any script.
pub(super) fn is_comma(character: char) -> bool {
    matches!(character, ',' | ';' | '，' | '、' | '；' | '،' | '؛')
}

/// What stands between the custom IDs of one text.
pub(super) fn is_id_separator(character: char) -> bool {
    is_comma(character) || character == '/' || character.is_whitespace()
}

fn is_wrapping(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '(' | ')' | '[' | ']' | '{' | '}' | '"' | '\'' | '“' | '”' | '„' | '«' | '»')
}

/// What is a custom ID in `ms.custom`: digits, or a GUID.
pub(super) fn is_custom_id(piece: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let guid = piece.len() == 36
        && piece.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    !piece.is_empty() && (digits(piece) || guid)
}

/// Digits of another script, or with a character among them that nobody sees: meant for a custom ID, and none.
pub(super) fn is_damaged_id(piece: &str) -> bool {
    let is_unseen =
        |character: char| matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let is_of_id = |character: char| character.is_numeric() || is_unseen(character);
    !piece.is_ascii() && piece.chars().all(is_of_id)
}

/// What may stand in `custom_ids`: `[A-Za-z0-9._-]{1,64}`.
pub(super) fn may_be_custom_id(piece: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    (1..=64).contains(&piece.len()) && piece.bytes().all(allowed)
}
