//! What sites of MkDocs write in lines: keys `++ctrl+c++`, marked `==text==`, inserted `^^text^^`, and icons by name, which are
//! pictures without text. Read only where hardly anything else can be meant.

use std::ops::Range;

use crate::markdown::builder::{DocumentBuilder, FrameRef, Origin};
use crate::markdown::element::Element;
use crate::markdown::syntax::{Braces, read_attribute_list};

/// What is longer is text, so that no text is searched over and over.
const MAX_LENGTH: usize = 1000;

/// The elements that are open, and where the signs stand that end them.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Pymdown {
    open: Vec<(usize, Option<FrameRef>)>,
}

/// Whether something may start with this sign.
pub(in crate::markdown) fn starts(sign: u8) -> bool {
    matches!(sign, b':' | b'+' | b'=' | b'^')
}

impl Pymdown {
    /// Takes what stands at `at`. False: it is text.
    pub(in crate::markdown) fn take(&mut self, builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
        let limit = builder.leaf_limit().unwrap_or(at).min(at + MAX_LENGTH);
        let source = builder.source();
        let text = source.get(at..source.floor_char_boundary(limit)).unwrap_or("");
        let before = source.get(..at).and_then(|before| before.chars().next_back());
        match text.as_bytes().first() {
            Some(b':') => take_icon(builder, text, at),
            Some(b'+') => take_keys(builder, text, before, at),
            Some(b'=') => self.take_pair(builder, Element::Mark, text, before, at),
            Some(b'^') => self.take_pair(builder, Element::Ins, text, before, at),
            _ => false,
        }
    }

    /// The signs that begin or end an element.
    fn take_pair(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        element: Element,
        text: &str,
        before: Option<char>,
        at: usize,
    ) -> bool {
        while self.open.last().is_some_and(|(end, _)| *end < at) {
            self.open.pop();
        }
        if let Some((_, frame)) = self.open.pop_if(|(end, _)| *end == at) {
            builder.close(frame);
            builder.take_until(at + 2);
            return true;
        }
        let is_start = !before.is_some_and(|c| c.is_alphanumeric() || text.starts_with(c));
        let Some(length) = pair(text).filter(|_| is_start) else { return false };
        self.open.push((at + length, builder.open(element, Origin::Markdown, "")));
        builder.take_until(at + 2);
        true
    }
}

/// Where the second sign starts of two with a text between.
fn pair(text: &str) -> Option<usize> {
    let sign = text.get(..2).filter(|sign| matches!(*sign, "==" | "^^"))?;
    let inside = text.get(2..)?;
    let length = inside.find(sign)?;
    let (inside, after) = inside.split_at(length);
    let after = after[2..].chars().next();
    let is_text = !inside.starts_with(char::is_whitespace)
        && !inside.ends_with(char::is_whitespace)
        && !inside.is_empty()
        && !inside.contains('`');
    let is_end = !after.is_some_and(|c| c.is_alphanumeric() || sign.starts_with(c));
    (is_text && is_end).then_some(2 + length)
}

/// `:material-account:`, with the attributes behind it.
fn take_icon(builder: &mut DocumentBuilder<'_>, text: &str, at: usize) -> bool {
    const SETS: [&str; 4] = ["material-", "octicons-", "fontawesome-", "simple-"];
    let Some((name, after)) = text.get(1..).and_then(|inside| inside.split_once(':')) else { return false };
    let is_name = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !is_name || !SETS.iter().any(|set| name.starts_with(set)) {
        return false;
    }
    let attributes = read_attribute_list(after, Braces::Both).map_or(0, |(_, length)| length);
    builder.take_until(at + name.len() + 2 + attributes);
    true
}

fn take_keys(builder: &mut DocumentBuilder<'_>, text: &str, before: Option<char>, at: usize) -> bool {
    let is_start = !before.is_some_and(|c| c.is_alphanumeric() || c == '+');
    let Some(keys) = keys(text).filter(|_| is_start) else { return false };
    builder.take_until(at + keys.end + 2);
    for (index, key) in text[keys].split('+').enumerate() {
        if index > 0 {
            builder.write_text("+");
        }
        let frame = builder.open(Element::Kbd, Origin::Markdown, "");
        builder.write_text(&key_name(key));
        builder.close(frame);
    }
    true
}

/// The names of keys between `++`.
fn keys(text: &str) -> Option<Range<usize>> {
    let inside = text.strip_prefix("++")?;
    let length = inside.find("++")?;
    let is_key = |key: &str| {
        let name = key.strip_prefix('"').and_then(|key| key.strip_suffix('"'));
        name.is_some_and(|name| !name.is_empty())
            || !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    let is_end = !inside[length + 2..].starts_with(|c: char| c.is_alphanumeric() || c == '+');
    (is_end && inside[..length].split('+').all(is_key)).then_some(2..2 + length)
}

/// What is written on a key.
fn key_name(key: &str) -> String {
    const NAMES: [(&str, &str); 22] = [
        ("arrow-down", "Down"),
        ("arrow-left", "Left"),
        ("arrow-right", "Right"),
        ("arrow-up", "Up"),
        ("caps-lock", "Caps Lock"),
        ("cmd", "Cmd"),
        ("command", "Cmd"),
        ("control", "Ctrl"),
        ("del", "Del"),
        ("delete", "Del"),
        ("escape", "Esc"),
        ("ins", "Ins"),
        ("insert", "Ins"),
        ("num-lock", "Num Lock"),
        ("option", "Option"),
        ("page-down", "Page Down"),
        ("page-up", "Page Up"),
        ("print-screen", "Print Screen"),
        ("return", "Return"),
        ("scroll-lock", "Scroll Lock"),
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
