//! Writes XML line by line, each text so that a reader gets exactly it. Knows no format.

use std::fmt::Write as _;

use super::xml::is_allowed;

/// Attributes in order; those with nothing in them are left out.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document that grows.
#[derive(Debug)]
pub(super) struct Markup {
    out: String,
    open: Vec<&'static str>,
}

impl Markup {
    pub(super) fn new() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// An element that holds others.
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.indent();
        start(&mut self.out, name, attributes);
        self.out.push('\n');
        self.open.push(name);
    }

    pub(super) fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        self.indent();
        end(&mut self.out, name);
        self.out.push('\n');
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        empty(&mut self.out, name, attributes);
        self.out.push('\n');
    }

    /// An element on a line of its own, with what `write` puts into it.
    pub(super) fn line(&mut self, name: &str, attributes: Attributes<'_>, write: impl FnOnce(&mut String)) {
        self.indent();
        start(&mut self.out, name, attributes);
        write(&mut self.out);
        end(&mut self.out, name);
        self.out.push('\n');
    }

    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn indent(&mut self) {
        self.out.extend(self.open.iter().map(|_| "  "));
    }
}

pub(super) fn start(out: &mut String, name: &str, attributes: Attributes<'_>) {
    head(out, name, attributes);
    out.push('>');
}

pub(super) fn empty(out: &mut String, name: &str, attributes: Attributes<'_>) {
    head(out, name, attributes);
    out.push_str("/>");
}

pub(super) fn end(out: &mut String, name: &str) {
    let _ = write!(out, "</{name}>");
}

fn head(out: &mut String, name: &str, attributes: Attributes<'_>) {
    out.push('<');
    out.push_str(name);
    for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = write!(out, " {name}=\"");
        for character in value.chars() {
            match character {
                '"' => out.push_str("&quot;"),
                '\n' => out.push_str("&#10;"),
                '\t' => out.push_str("&#9;"),
                _ => push(out, character),
            }
        }
        out.push('"');
    }
}

/// Writes a text. What XML can't hold becomes U+FFFD.
pub(super) fn text(out: &mut String, text: &str) {
    text.chars().for_each(|character| push(out, character));
}

fn push(out: &mut String, character: char) {
    match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\r' => out.push_str("&#13;"),
        _ if is_allowed(character) => out.push(character),
        _ => out.push(char::REPLACEMENT_CHARACTER),
    }
}
