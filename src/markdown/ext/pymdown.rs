//! What sites of MkDocs write in lines: keys `++ctrl+c++`, marked `==text==`, inserted `^^text^^`, `H~2~O`, `x^2^`, and icons by name,
//! which are pictures without text. Read only where hardly anything else can be meant.

use std::ops::Range;

use crate::markdown::builder::{DocumentBuilder, FrameRef, Origin};
use crate::markdown::element::Element;
use crate::markdown::syntax::{Braces, read_attribute_list};

/// What is longer is text, so that no text is searched over and over.
const MAX_LENGTH: usize = 1000;

/// The elements that are open, and the signs that end them.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Pymdown {
    open: Vec<(Range<usize>, Option<FrameRef>)>,
}

/// What stands at a place.
enum Found<'t> {
    /// Its name without that of its set, and how many bytes it takes.
    Icon(&'t str, usize),
    /// The names between the signs.
    Keys(&'t str),
    /// An element, the length of its sign, and where the second sign starts.
    Start(Element, usize, usize),
    /// The sign that ends the innermost element.
    End(usize),
}

/// Whether something may start with this byte.
pub(in crate::markdown) fn starts(sign: u8) -> bool {
    matches!(sign, b':' | b'+' | b'=' | b'^' | b'~')
}

impl Pymdown {
    /// Whether something stands at a place.
    pub(in crate::markdown) fn is_at(&self, builder: &DocumentBuilder<'_>, at: usize) -> bool {
        self.find(builder, at).is_some()
    }

    fn find<'t>(&self, builder: &DocumentBuilder<'t>, at: usize) -> Option<Found<'t>> {
        if builder.is_in_alt() {
            return None;
        }
        if let Some((end, _)) = self.open.last().filter(|(end, _)| end.start == at) {
            return Some(Found::End(end.len()));
        }
        let source = builder.source();
        let limit = builder.leaf_limit()?.min(at + MAX_LENGTH);
        let text = source.get(at..source.floor_char_boundary(limit))?;
        let before = source.get(..at)?.chars().next_back();
        match text.as_bytes().first()? {
            b':' => icon(text).map(|(name, length)| Found::Icon(name, length)),
            b'+' => keys(text, before).map(Found::Keys),
            b'=' => pair(text, "==", before).map(|end| Found::Start(Element::Mark, 2, end)),
            b'^' => pair(text, "^^", before)
                .map(|end| Found::Start(Element::Ins, 2, end))
                .or_else(|| script(text, before).map(|end| Found::Start(Element::Sup, 1, end))),
            b'~' => script(text, before).map(|end| Found::Start(Element::Sub, 1, end)),
            _ => None,
        }
    }

    /// Takes what stands at `at`. False: it is text.
    pub(in crate::markdown) fn take(&mut self, builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
        let Some(found) = self.find(builder, at) else { return false };
        let length = match found {
            Found::Icon(name, length) => {
                if is_alone(builder, at, length) {
                    builder.write_text(&shown(name));
                }
                length
            }
            Found::Keys(names) => {
                write_keys(builder, names);
                names.len() + 4
            }
            Found::Start(element, length, end) => {
                self.open.retain(|(end, _)| end.start > at);
                let frame = builder.open(element, Origin::Markdown, "");
                self.open.push((at + end..at + end + length, frame));
                length
            }
            Found::End(length) => {
                let frame = self.open.pop().and_then(|(_, frame)| frame);
                builder.close(frame);
                length
            }
        };
        builder.take_until(at + length);
        true
    }
}

/// Where the second of two signs starts with a text between.
fn pair(text: &str, sign: &str, before: Option<char>) -> Option<usize> {
    let inside = text.strip_prefix(sign)?;
    let length = inside.find(sign)?;
    let (inside, after) = inside.split_at(length);
    let is_text = !inside.is_empty()
        && !inside.starts_with(char::is_whitespace)
        && !inside.ends_with(char::is_whitespace)
        && !inside.contains('`');
    let is_edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || sign.starts_with(c));
    (is_text && is_edge(before) && is_edge(after[sign.len()..].chars().next())).then_some(sign.len() + length)
}

/// Where the second sign starts of a subscript or superscript, which is a few letters or digits.
fn script(text: &str, before: Option<char>) -> Option<usize> {
    let sign = text.chars().next()?;
    let inside = &text[1..];
    let length = inside.find(sign)?;
    let is_script = |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '−' | '.' | ',' | '(' | ')');
    let is_word = length > 0 && length <= 20 && inside[..length].chars().all(is_script);
    let is_behind_word = before.is_some_and(|c| c.is_alphanumeric() || c == ')');
    (is_word && is_behind_word && !inside[length + 1..].starts_with(sign)).then_some(1 + length)
}

/// The name of `:material-account:` without that of its set, and its length with the attributes behind it.
fn icon(text: &str) -> Option<(&str, usize)> {
    const SETS: [&str; 7] = [
        "material-",
        "octicons-",
        "fontawesome-brands-",
        "fontawesome-regular-",
        "fontawesome-solid-",
        "fontawesome-",
        "simple-",
    ];
    let (written, after) = text.get(1..)?.split_once(':')?;
    let is_name = written.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let name = SETS.iter().find_map(|set| written.strip_prefix(set)).filter(|_| is_name)?;
    let attributes = read_attribute_list(after, Braces::Both).map_or(0, |(_, length)| length);
    Some((name, written.len() + 2 + attributes))
}

/// Whether an icon is all that its heading, cell, item or link holds: without it nothing would be said.
fn is_alone(builder: &DocumentBuilder<'_>, at: usize, length: usize) -> bool {
    let source = builder.source();
    let start = source.ceil_char_boundary(at.saturating_sub(MAX_LENGTH));
    let before = source.get(start..at).unwrap_or("");
    let before = before.rsplit(['\n', '|', '[']).next().unwrap_or("");
    let before = before.trim_start_matches(|c: char| " \t#>*+-.)".contains(c) || c.is_ascii_digit());
    let end = source.floor_char_boundary(source.len().min(at + length + MAX_LENGTH));
    let after = source.get(at + length..end).unwrap_or("");
    let after = after.split(['\n', '|', ']']).next().unwrap_or("");
    is_of_icons(before) && is_of_icons(after)
}

/// Whether a text holds icons and white space only.
fn is_of_icons(text: &str) -> bool {
    let mut rest = text.trim();
    while let Some((_, length)) = icon(rest) {
        rest = rest.get(length..).unwrap_or("").trim_start();
    }
    rest.is_empty()
}

/// What is shown for an icon that stands alone: the sign that it draws, or its name.
fn shown(name: &str) -> String {
    match name.split('-').next() {
        Some("check") => "✓".to_owned(),
        Some("close" | "xmark" | "times") => "✗".to_owned(),
        _ if matches!(name, "x-12" | "x-16" | "x-24") => "✗".to_owned(),
        _ => name.split('-').filter(|word| word.parse::<u8>().is_err()).collect::<Vec<_>>().join(" "),
    }
}

/// The names of keys between `++`.
fn keys(text: &str, before: Option<char>) -> Option<&str> {
    let inside = text.strip_prefix("++")?;
    let (names, after) = inside.split_once("++")?;
    let is_key = |key: &str| {
        let name = key.strip_prefix('"').and_then(|key| key.strip_suffix('"'));
        name.is_some_and(|name| !name.is_empty())
            || !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    let is_edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '+');
    (is_edge(before) && is_edge(after.chars().next()) && names.split('+').all(is_key)).then_some(names)
}

fn write_keys(builder: &mut DocumentBuilder<'_>, names: &str) {
    for (index, key) in names.split('+').enumerate() {
        if index > 0 {
            builder.write_text("+");
        }
        let frame = builder.open(Element::Kbd, Origin::Markdown, "");
        builder.write_text(&key_name(key));
        builder.close(frame);
    }
}

/// What is written on a key.
fn key_name(key: &str) -> String {
    const NAMES: [(&str, &str); 13] = [
        ("arrow-down", "Down"),
        ("arrow-left", "Left"),
        ("arrow-right", "Right"),
        ("arrow-up", "Up"),
        ("command", "Cmd"),
        ("control", "Ctrl"),
        ("delete", "Del"),
        ("escape", "Esc"),
        ("insert", "Ins"),
        ("pg-down", "Page Down"),
        ("pg-up", "Page Up"),
        ("spacebar", "Space"),
        ("windows", "Win"),
    ];
    if let Some(name) = key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) {
        return name.to_owned();
    }
    let key = key.to_ascii_lowercase();
    if let Some((_, name)) = NAMES.iter().find(|(known, _)| *known == key) {
        return (*name).to_owned();
    }
    let words = key.split(['-', '_']).map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    words.collect::<Vec<_>>().join(" ")
}
