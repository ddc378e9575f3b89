//! Finds in plain text what is not to be translated: addresses, placeholders, characters that XML cannot hold. Reads no markup.

use std::ops::Range;

/// Where such things stand in a text, in order.
pub(super) fn literals(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut until = 0;
    for (at, letter) in text.char_indices() {
        if at < until {
            continue;
        }
        let end = match letter {
            'h' | 'w' | 'f' if !is_within_word(text, at) => address(&text[at..]),
            '%' => percent(&text[at..]),
            '{' | '$' => braces(&text[at..]),
            '@' => {
                if let Some(mail) = mail(text, at, until) {
                    until = mail.end;
                    found.push(mail);
                }
                None
            }
            letter if !is_of_xml(letter) => Some(letter.len_utf8()),
            _ => None,
        };
        if let Some(length) = end {
            until = at + length;
            found.push(at..until);
        }
    }
    found
}

/// Whether XML 1.0 can hold a character.
fn is_of_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

fn is_within_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|before| before.is_ascii_alphanumeric())
}

/// How long the address is that a text begins with.
fn address(text: &str) -> Option<usize> {
    let start = ["https://", "http://", "ftp://", "www."].iter().find(|start| text.starts_with(**start))?;
    let is_of_address = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(byte);
    let length = text.bytes().take_while(|byte| is_of_address(byte)).count();
    let found = &text[..length];
    let has_open = found.contains('(');
    let is_behind = |letter: char| ".,;:!?'*_~[]".contains(letter) || letter == ')' && !has_open;
    let found = found.trim_end_matches(is_behind);
    (found.len() > start.len()).then_some(found.len())
}

/// Where the address of a mailbox stands round its sign.
fn mail(text: &str, at: usize, from: usize) -> Option<Range<usize>> {
    let of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"._+-".contains(byte);
    let before = text.as_bytes()[from..at].iter().rev().take_while(|byte| of_name(byte)).count();
    let host = text.as_bytes()[at + 1..]
        .iter()
        .take_while(|&byte| byte.is_ascii_alphanumeric() || b".-".contains(byte));
    let host = text[at + 1..at + 1 + host.count()].trim_end_matches(['.', '-']);
    (before > 0 && host.contains('.')).then(|| at - before..at + 1 + host.len())
}

/// `%s`, `%1$d`, `%(name)s`, `%APPDATA%`.
fn percent(text: &str) -> Option<usize> {
    const MAX_NAME: usize = 64;
    let rest = &text[1..];
    let word = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    if word > 1 && rest.as_bytes()[0].is_ascii_alphabetic() && rest[word..].starts_with('%') {
        return Some(word + 2);
    }
    let near = &rest[..rest.floor_char_boundary(MAX_NAME)];
    let named = near.strip_prefix('(').and_then(|inner| inner.find(')')).map(|end| end + 2);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (digits > 0 && rest[digits..].starts_with('$')).then_some(digits + 1);
    let skip = named.or(numbered).unwrap_or(0);
    let mut letters = rest[skip..].chars();
    let is_kind = letters.next().is_some_and(|kind| "sdifuxX@".contains(kind));
    let ends = letters.next().is_none_or(|next| !next.is_alphanumeric());
    (is_kind && ends).then_some(skip + 2)
}

/// `{0}`, `{name}`, `${name}`.
fn braces(text: &str) -> Option<usize> {
    const MAX_BYTES: usize = 40;
    let skip = if text.starts_with("${") { 2 } else { 1 };
    let inner = text.strip_prefix("${").or_else(|| text.strip_prefix('{'))?;
    let length =
        inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(byte)).count();
    ((1..=MAX_BYTES).contains(&length) && inner[length..].starts_with('}')).then_some(skip + length + 1)
}
