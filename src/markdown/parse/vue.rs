//! Expressions that say what the front matter says, and `{{ … }}` of Vue. Runs nothing: of what is not known it says where it stands.

use std::borrow::Cow;
use std::ops::Range;

use super::Parser;
use super::tag::RawTag;
use crate::markdown::builder::Node;
use crate::markdown::document::FlawKind;
use crate::markdown::syntax::{Block, Dialect, MarkKind};

/// Bytes of the longest expression that is looked for, and of the longest value that is written for each.
const MAX_LENGTH: usize = 1000;

impl Parser<'_> {
    pub(super) fn is_vue(&self) -> bool {
        matches!(self.syntax.dialect, Dialect::VitePress | Dialect::VuePress)
    }

    /// What an expression shows as text, if it is known.
    pub(super) fn shown<'e>(&self, expression: &'e str) -> Option<Cow<'e, str>> {
        self.components.shown(expression).or_else(|| self.said(expression.trim()).map(Cow::Owned))
    }

    /// `frontmatter.title` and the like.
    fn said(&self, expression: &str) -> Option<String> {
        let objects: &[&str] = match self.syntax.dialect {
            Dialect::VitePress => &["$frontmatter."],
            Dialect::VuePress => &["$frontmatter.", "$page.frontmatter."],
            _ => &["frontmatter.", "frontMatter."],
        };
        let key = objects.iter().find_map(|object| expression.strip_prefix(object))?;
        let is_key = key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
        self.front_matter.value(key).filter(|value| is_key && value.len() <= MAX_LENGTH)
    }

    /// `{{ … }}` in a line. False: it is text.
    pub(super) fn take_interpolation(&mut self, at: usize, limit: usize) -> bool {
        let Some(length) = interpolation(self.builder.written(at..limit)) else { return false };
        if self.is_verbatim() {
            return false;
        }
        let inside = self.builder.written(at + 2..at + length - 2);
        self.write_expression(inside, at..at + length);
        self.builder.take_until(at + length);
        true
    }

    /// Text of raw HTML; `at` says where a part of it stands.
    pub(super) fn html_text(&mut self, text: &str, at: impl Fn(Range<usize>) -> Range<usize>) {
        let mut done = 0;
        if self.is_vue() && text.contains("{{") && !self.is_verbatim() {
            for (start, _) in text.match_indices("{{") {
                let Some(length) = interpolation(&text[start..]).filter(|_| start >= done) else { continue };
                self.builder.write_text(&text[done..start]);
                done = start + length;
                self.write_expression(&text[start + 2..done - 2], at(start..done));
            }
        }
        self.builder.write_text(&text[done..]);
    }

    fn write_expression(&mut self, expression: &str, range: Range<usize>) {
        match self.shown(expression) {
            Some(shown) => self.builder.write_text(&shown),
            None => self.builder.flaw(FlawKind::UnknownExpression, range),
        }
    }

    /// An element of a page of Vue: one that is shown as it is written, or whose content an expression says.
    pub(super) fn note_directives(&mut self, tag: &RawTag<'_>) {
        if tag.attribute("v-pre").is_some() && !self.is_verbatim() {
            self.verbatim = self.builder.top_frame();
        }
        if tag.attribute("v-text").or_else(|| tag.attribute("v-html")).is_some() {
            self.builder.flaw(FlawKind::UnknownExpression, tag.range.clone());
        }
    }

    /// Whether braces are text here.
    fn is_verbatim(&self) -> bool {
        let is_block = |node| match node {
            Node::Block(number, _) => {
                let mark = self.builder.map().mark(number);
                mark.is_some_and(|mark| matches!(mark.kind, MarkKind::Open(Block::Verbatim)))
            }
            _ => false,
        };
        self.verbatim.is_some_and(|frame| self.builder.is_open(frame))
            || self.builder.innermost(is_block).is_some()
    }
}

/// The length of the expression in double braces that a text begins with.
fn interpolation(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("{{")?;
    let near = inside.get(..inside.floor_char_boundary(MAX_LENGTH))?;
    Some(near.find("}}")? + 4)
}
