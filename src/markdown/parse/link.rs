//! Links and images as written, from Markdown and from raw HTML, with the place of each destination.

use pulldown_cmark::LinkType;
use std::borrow::Cow;
use std::ops::Range;

use super::raw::behind;
use super::tag::{RawTag, allowed_attributes};
use super::{Parser, TagKind};
use crate::diagnostic::Span;
use crate::markdown::builder::{FrameRef, Origin};
use crate::markdown::document::FlawKind;
use crate::markdown::element::Element;
use crate::markdown::markup::Hole;
use crate::markdown::syntax::SHORTCODE;

impl Parser<'_> {
    pub(super) fn start_link(
        &mut self,
        link_type: LinkType,
        destination: &str,
        title: &str,
        range: &Range<usize>,
    ) -> (TagKind, Option<FrameRef>) {
        let in_tab = self.open_tags.last().is_some_and(|tag| tag.kind == TagKind::TabTitle);
        if self.builder.suppressed().is_some() || (in_tab && destination.starts_with("#tab/")) {
            return (TagKind::Nothing, None);
        }
        self.forget_wiki_link(range);
        let destination_range = match link_type {
            LinkType::Autolink | LinkType::Email => range.start + 1..range.end.saturating_sub(1),
            _ => self.defined().unwrap_or(range.clone()),
        };
        let mailto;
        let destination = if link_type == LinkType::Email {
            mailto = format!("mailto:{destination}");
            &mailto
        } else {
            destination
        };
        let index = self.builder.new_link(destination, &unmarked(title), range, destination_range);
        (TagKind::Link(index), self.builder.open_link(index, Origin::Markdown))
    }

    /// The destination in the definition that a reference leads to.
    fn defined(&mut self) -> Option<Range<usize>> {
        let definition = self.definition.take()?;
        let start = definition.start + self.builder.source().get(definition.clone())?.find("]:")? + 2;
        Some(destination_at(self.builder.source(), start, definition.end).unwrap_or(definition))
    }

    /// At the end of `[text](destination)` the destination can be found behind the text.
    pub(super) fn end_link(&mut self, index: u32, range: &Range<usize>) {
        self.builder.end_link(index, self.destination_in(range));
        if self.builder.map().is_of_front_matter(range.start) {
            self.builder.narrow_link(index);
        }
    }

    /// The destination of an inline link or image whose text has just ended.
    fn destination_in(&self, range: &Range<usize>) -> Option<Span> {
        // Without a text the last thing read is the link itself.
        let from = if self.last_end < range.end { self.last_end.max(range.start) } else { range.start };
        let at = self.builder.source().get(from..range.end)?.find("](")?;
        let found = destination_at(self.builder.source(), from + at + 2, range.end)?;
        Some(self.builder.span(found))
    }

    pub(super) fn start_image(&mut self, destination: &str, title: &str, range: &Range<usize>) -> TagKind {
        if self.builder.suppressed().is_some() {
            return TagKind::Nothing;
        }
        let destination_range = self.defined().unwrap_or(range.clone());
        TagKind::Image(self.builder.start_image(destination, &unmarked(title), range, destination_range))
    }

    pub(super) fn end_image(&mut self, index: u32, range: &Range<usize>) {
        self.builder.end_image(index, self.destination_in(range));
    }

    /// The value of an attribute, shortcodes in it as they are written.
    fn attribute<'a>(&self, tag: &'a RawTag<'_>, name: &str) -> Option<Cow<'a, str>> {
        let value = tag.laid_out(name)?;
        let written = self.builder.map().as_written(value, &tag.value_range(name));
        Some(written.map_or(Cow::Borrowed(value), |written| Cow::Owned(written.into_owned())))
    }

    pub(super) fn raw_link(&mut self, tag: &RawTag<'_>) {
        let Some(destination) = self.attribute(tag, "href") else { return };
        if matches!(destination.trim(), "" | "#") && self.is_anchor_only(tag) {
            return;
        }
        let title = tag.attribute("title").unwrap_or("");
        let place = tag.value_range("href");
        let index = self.builder.new_link(destination.trim(), title, &tag.range, place);
        self.builder.judge_link(index);
        self.builder.open_link(index, Origin::Raw);
    }

    /// Whether a link without a target is how an editor writes an anchor: it has a name, and nothing to click on.
    fn is_anchor_only(&self, tag: &RawTag<'_>) -> bool {
        let has = |name| tag.attribute(name).is_some_and(|value| !value.trim().is_empty());
        let ends = |rest: &str| rest.get(..3).is_some_and(|end| end.eq_ignore_ascii_case("</a"));
        (has("id") || has("name")) && (tag.tag.self_closing || ends(behind(&self.builder, tag).trim_start()))
    }

    pub(super) fn raw_image(&mut self, tag: &RawTag<'_>) {
        let is_bound = || [":src", "v-bind:src"].iter().any(|name| tag.attribute(name).is_some());
        if self.is_vue() && tag.attribute("src").is_none() && is_bound() {
            self.builder.flaw(FlawKind::UnknownExpression, tag.range.clone());
            return;
        }
        let destination = self.attribute(tag, "src").unwrap_or_default();
        let title = tag.attribute("title").unwrap_or("");
        let fits = self.builder.place(Element::Img, Origin::Raw);
        let index = self.builder.new_image(destination.trim(), title, &tag.range, tag.value_range("src"));
        self.builder.describe_image(index, tag.attribute("alt").unwrap_or("").trim());
        self.builder.judge_image(index);
        self.builder.extend_image(index, &allowed_attributes(Element::Img, tag));
        if fits {
            self.builder.write_hole(Hole::Image(index));
        }
    }
}

/// A title without the shortcodes in it.
fn unmarked(title: &str) -> Cow<'_, str> {
    if title.contains(SHORTCODE) { Cow::Owned(title.replace(SHORTCODE, "")) } else { Cow::Borrowed(title) }
}

/// The destination that starts at or after `start`: in angle brackets, or up to white space or the bracket that
/// closes it.
fn destination_at(source: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let rest = source.get(start..end)?;
    let trimmed = rest.trim_start();
    let start = start + rest.len() - trimmed.len();
    if let Some(inside) = trimmed.strip_prefix('<') {
        let mut escaped = false;
        let length = inside.bytes().position(|letter| {
            let is_end = letter == b'>' && !escaped;
            escaped = letter == b'\\' && !escaped;
            is_end
        });
        return length.map(|length| start + 1..start + 1 + length);
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, letter) in trimmed.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + at),
            ')' => depth -= 1,
            _ if letter.is_ascii_whitespace() => return Some(start..start + at),
            _ => {}
        }
    }
    Some(start..start + trimmed.len())
}
