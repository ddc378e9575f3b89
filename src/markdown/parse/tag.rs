//! Raw HTML as written: its lines, the places of its tags and attributes, and what of them may stay.

use html5gum::StartTag;
use std::ops::Range;

use crate::markdown::element::Element;
use crate::markdown::syntax::SHORTCODE;
use crate::markdown::{escape, sanitise};

/// A block of raw HTML, line by line without the marks of the quotes and lists it stands in.
#[derive(Debug, Default)]
pub(super) struct RawBlock {
    pub(super) html: String,
    /// Where each line starts: in `html` and in the source.
    lines: Vec<(usize, usize)>,
    /// Where all of it stands in the source, if it is not written so.
    whole: Option<Range<usize>>,
}

impl RawBlock {
    /// HTML that stands for what is written at a place of the source.
    pub(super) fn at(html: String, range: Range<usize>) -> Self {
        Self { html, lines: Vec::new(), whole: Some(range) }
    }

    pub(super) fn clear(&mut self) {
        self.html.clear();
        self.lines.clear();
    }

    pub(super) fn push(&mut self, html: &str, start: usize) {
        self.lines.push((self.html.len(), start));
        self.html.push_str(html);
    }

    /// The place in the source of a place in `html`.
    pub(super) fn in_source(&self, at: usize) -> usize {
        if let Some(whole) = &self.whole {
            return if at < self.html.len() { whole.start } else { whole.end };
        }
        let line = self.lines.partition_point(|&(start, _)| start <= at);
        match line.checked_sub(1).and_then(|line| self.lines.get(line)) {
            Some(&(start, source)) => source + (at - start),
            None => at,
        }
    }

    pub(super) fn range(&self, span: html5gum::Span) -> Range<usize> {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let start = self.in_source(span.start);
        let end = if span.end > span.start { self.in_source(span.end - 1) + 1 } else { start };
        start..end.max(start)
    }
}

/// The bytes of html5gum as text: the input was text, so they are.
pub(super) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or("")
}

/// A start tag with what is needed to find its attributes in the source.
pub(super) struct RawTag<'a> {
    pub(super) tag: StartTag<usize>,
    pub(super) block: &'a RawBlock,
    pub(super) range: Range<usize>,
}

impl RawTag<'_> {
    /// The value of an attribute. None where it holds a shortcode: only the generator knows it.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.laid_out(name).filter(|value| !value.contains(SHORTCODE))
    }

    /// The value of an attribute, with marks for the shortcodes in it.
    pub(super) fn laid_out(&self, name: &str) -> Option<&str> {
        self.tag.attributes.get(name.as_bytes()).map(|value| text(value))
    }

    /// The place of an attribute's value without its quotes.
    pub(super) fn value_range(&self, name: &str) -> Range<usize> {
        let Some(attribute) = self.tag.attributes.get(name.as_bytes()) else { return self.range.clone() };
        let length = attribute.value.len();
        let span = attribute.span;
        let written = self.block.html.get(span.start..span.end.min(self.block.html.len())).unwrap_or("");
        let Some(equals) = written.find('=') else { return self.block.range(span) };
        let value = written[equals + 1..].trim_start();
        let start = span.start + written.len() - value.len();
        let (start, end) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let end = value[1..].find(quote).unwrap_or(value.len() - 1);
                (start + 1, start + 1 + end)
            }
            _ => (start, start + value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
        };
        if length == 0 { self.block.range(span) } else { self.block.range(html5gum::Span { start, end }) }
    }
}

/// The attributes that may stay, as HTML.
pub(super) fn allowed_attributes(element: Element, tag: &RawTag<'_>) -> String {
    let mut html = String::new();
    for (name, value) in &tag.tag.attributes {
        let (name, value) = (text(name), text(value));
        if value.contains(SHORTCODE) || !sanitise::allows(element.name(), name, value) {
            continue;
        }
        html.push(' ');
        html.push_str(name);
        if !matches!(name, "open" | "default") {
            html.push_str("=\"");
            escape::attribute(&mut html, value);
            html.push('"');
        }
    }
    html
}
