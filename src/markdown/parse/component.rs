//! Components and expressions as they come: in marks, in raw HTML and in text. Finds their tags; what they become is written in
//! `ext::component`.

use std::borrow::Cow;
use std::ops::Range;

use super::tag::RawBlock;
use super::{Parser, TagKind};
use crate::diagnostic::Span;
use crate::markdown::builder::Lines;
use crate::markdown::document::FlawKind;
use crate::markdown::element;
use crate::markdown::entities::decoded;
use crate::markdown::escape;
use crate::markdown::ext::component::{self, Component, Position, Said};
use crate::markdown::syntax::{self, Form, Tag, TagForm, Value};

impl Parser<'_> {
    /// Whether tags may be components in this text.
    pub(super) fn has_components(&self) -> bool {
        self.is_mdx() || self.is_vue()
    }

    pub(super) fn is_mdx(&self) -> bool {
        self.syntax.form == Form::Mdx
    }

    /// What a mark stands for: a tag, an expression or statements. `place` is where it is written in the file.
    pub(super) fn component_mark(&mut self, written: &str, place: Span, range: &Range<usize>) {
        let start = place.start as usize;
        let position = if self.open_tags.last().is_some_and(|tag| tag.kind == TagKind::Paragraph) {
            Position::Line
        } else {
            Position::Block
        };
        match written.as_bytes().first() {
            Some(b'<') => {
                let Some(tag) = Tag::read(written) else { return };
                let at = |range: Range<usize>| Span::new(start + range.start, start + range.end);
                if is_written_by_component(&tag) {
                    let component = self.component(&tag, position, place, range, &at);
                    self.run_component(&component);
                } else if element::drops_content(tag.name) {
                    self.builder.flaw_at(FlawKind::RemovedHtml { what: tag.name.into() }, place);
                } else if position == Position::Line {
                    self.html_of(&tag, range);
                } else {
                    self.builder.end_leaf();
                    self.builder.set_lines(Lines::Raw);
                    self.html_of(&tag, range);
                    self.builder.end_leaf();
                    self.builder.set_lines(Lines::Bare);
                }
            }
            Some(b'{') => {
                let inside = written.get(1..written.len().saturating_sub(1)).unwrap_or("");
                match self.shown(inside) {
                    Some(shown) if shown.trim().is_empty() => {}
                    Some(shown) => component::paragraph(&mut self.builder, range, &shown),
                    None => self.builder.flaw_at(FlawKind::UnknownExpression, place),
                }
            }
            _ => self.components.define(written, start),
        }
    }

    /// A tag or an expression in a line at a place of the source. False: it is text.
    pub(super) fn take_component(&mut self, at: usize) -> bool {
        let limit = self.builder.leaf_limit().unwrap_or(self.builder.source().len()).max(self.item_end);
        let Some(written) = self.builder.source().get(at..limit) else { return false };
        if !self.has_components() {
            return false;
        }
        if written.starts_with("{{") && !self.is_mdx() {
            return self.take_interpolation(at, limit);
        }
        if written.starts_with('{') {
            let Some(length) = syntax::braces(written) else { return false };
            let inside = written.get(1..length - 1).unwrap_or("");
            match self.shown(inside) {
                Some(shown) => self.builder.write_text(&shown),
                None => {
                    let span = self.builder.span(at..at + length);
                    self.builder.flaw_at(FlawKind::UnknownExpression, span);
                }
            }
            self.builder.take_until(at + length);
            return true;
        }
        let Some(tag) = Tag::read(written) else { return false };
        let range = at..at + tag.length;
        if is_written_by_component(&tag) {
            let span = self.builder.span(range.clone());
            let place = |range: Range<usize>| self.builder.span(at + range.start..at + range.end);
            let component = self.component(&tag, Position::Line, span, &range, &place);
            self.builder.take_until(range.end);
            self.run_component(&component)
        } else if self.is_mdx() && !tag.is_html() || self.is_vue() && element::is_html(tag.name) {
            self.builder.take_until(range.end);
            self.html_of(&tag, &range);
            true
        } else {
            false
        }
    }

    /// A start tag of raw HTML that no element has. False: it is text.
    pub(super) fn raw_component(&mut self, block: &RawBlock, span: html5gum::Span) -> bool {
        if !self.has_components() {
            return false;
        }
        let written = block.html.get(span.start..).unwrap_or("");
        let Some(tag) = Tag::read(written) else { return false };
        if !syntax::is_component(&tag) {
            return false;
        }
        let range = block.range(span);
        let position = if self.builder.lines() == Lines::Raw { Position::Block } else { Position::Line };
        let place = self.builder.span(range.clone());
        let at = |range: Range<usize>| {
            let (start, end) = (span.start + range.start, span.start + range.end);
            self.builder.span(block.range(html5gum::Span { start, end }))
        };
        let component = self.component(&tag, position, place, &range, &at);
        self.run_component(&component)
    }

    /// An end tag of raw HTML that no element has, or that of a link that a component began. False: it is text.
    pub(super) fn end_component(&mut self, written: &str, end: usize) -> bool {
        let Some(tag) = Tag::read(written).filter(|_| self.has_components()) else { return false };
        let is_link = || tag.name == "a" && self.components.is_open(&self.builder, tag.name);
        (syntax::is_component(&tag) || is_link()) && self.end_named(tag.name, end)
    }

    /// Ends the innermost component of a name, whose tag ends here. False: it is text.
    fn end_named(&mut self, name: &str, end: usize) -> bool {
        if !self.components.end(&mut self.builder, name) {
            return false;
        }
        // What two components show is not one word.
        let next = self.builder.source().get(end..).unwrap_or("").strip_prefix('<').unwrap_or("");
        if next.starts_with(|first: char| first.is_ascii_uppercase()) {
            self.builder.write_text(" ");
        }
        true
    }

    /// False: it is text.
    fn run_component(&mut self, component: &Component<'_>) -> bool {
        if self.builder.suppressed().is_some() {
            return true;
        }
        if component.form == TagForm::End {
            return self.end_named(component.name, component.range.end);
        }
        if component.position == Position::Block {
            self.bold.start_block(&mut self.builder);
        }
        self.components.start(&mut self.builder, &mut self.tabs, component);
        true
    }

    fn component<'a>(
        &self,
        tag: &Tag<'a>,
        position: Position,
        span: Span,
        range: &Range<usize>,
        at: &dyn Fn(Range<usize>) -> Span,
    ) -> Component<'a> {
        let attributes = tag.attributes.iter().map(|attribute| {
            let value = match attribute.value {
                Value::Bare => Some(Cow::Borrowed("")),
                Value::Text(text) => Some(decoded(text)),
                Value::Expression(expression) if attribute.name == "src" => self.components.path(expression),
                Value::Expression(expression) if attribute.name == "values" => {
                    Some(Cow::Borrowed(expression))
                }
                Value::Expression(expression) => self.shown(expression),
            };
            Said { name: attribute.name, value, span: at(attribute.range.clone()) }
        });
        Component {
            name: tag.name,
            form: tag.form,
            attributes: attributes.collect(),
            position,
            span,
            range: range.clone(),
        }
    }

    /// An element of HTML whose attributes are not all written as HTML: those that are known are read, the others are left out.
    fn html_of(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let mut html = String::from(if tag.form == TagForm::End { "</" } else { "<" });
        html.push_str(tag.name);
        for attribute in &tag.attributes {
            let value = match attribute.value {
                Value::Bare => Some(Cow::Borrowed("")),
                Value::Text(text) => Some(decoded(text)),
                Value::Expression(expression) => self.shown(expression),
            };
            let is_plain = attribute.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if let Some(value) = value.filter(|_| is_plain && !attribute.name.is_empty()) {
                html.push(' ');
                html.push_str(attribute.name);
                html.push_str("=\"");
                escape::attribute(&mut html, &value);
                html.push('"');
            }
        }
        html.push('>');
        self.tokens(&RawBlock::at(html, range.clone()));
    }
}

/// Whether a tag is written by `ext::component`: links and images are where their addresses are no HTML.
fn is_written_by_component(tag: &Tag<'_>) -> bool {
    syntax::is_component(tag) || matches!(tag.name, "a" | "img") && !tag.is_html()
}
