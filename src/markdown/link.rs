//! Links and images as written, from Markdown and from raw HTML, with the place of each destination.

use pulldown_cmark::LinkType;
use std::ops::Range;

use super::element::Element;
use super::frame::{FrameRef, Node, Origin, SinkKind};
use super::leaf::count;
use super::markup::Hole;
use super::parse::{Kind, Parser};
use super::tag::{Tag, image_attributes};
use super::{Flaw, FlawKind, Image, Link, Place, sanitise};
use crate::diagnostic::Span;

impl Parser<'_> {
    /// Readers' text, or source text of a bilingual article.
    pub(super) fn here_is(&self) -> Place {
        let lookup = self.sinks.iter().any(|sink| matches!(sink.kind, SinkKind::Lookup(_)));
        if lookup { Place::Lookup } else { Place::Body }
    }

    pub(super) fn start_link(
        &mut self,
        link_type: LinkType,
        destination: &str,
        title: &str,
        range: &Range<usize>,
    ) -> (Kind, Option<FrameRef>) {
        let in_tab = self.marks.last().is_some_and(|mark| mark.kind == Kind::TabTitle);
        if self.suppressed.is_some() || (in_tab && destination.starts_with("#tab/")) {
            return (Kind::Nothing, None);
        }
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
        let index = self.new_link(destination, title, range, destination_range);
        (Kind::Link(index), self.open_link(index, Origin::Markdown))
    }

    /// The destination in the definition that a reference leads to.
    fn defined(&mut self) -> Option<Range<usize>> {
        let definition = self.definition.take()?;
        let start = definition.start + self.source.get(definition.clone())?.find("]:")? + 2;
        Some(destination_at(self.source, start, definition.end).unwrap_or(definition))
    }

    /// Records a link.
    pub(super) fn new_link(
        &mut self,
        destination: &str,
        title: &str,
        range: &Range<usize>,
        destination_range: Range<usize>,
    ) -> u32 {
        let index = count(&self.document.links);
        self.document.links.push(Link {
            index,
            destination: destination.into(),
            span: self.span(range.clone()),
            destination_span: self.span(destination_range),
            title: title.into(),
            place: self.here_is(),
        });
        index
    }

    pub(super) fn open_link(&mut self, index: u32, origin: Origin) -> Option<FrameRef> {
        if !self.place(Element::A, origin) {
            return None;
        }
        let tag = self.mark();
        self.markup().hole(Hole::LinkStart(index));
        Some(self.push_frame(Node::Link(index), origin, tag))
    }

    /// At the end of `[text](destination)` the destination can be found behind the text.
    pub(super) fn end_link(&mut self, index: u32, range: &Range<usize>) {
        let found = self.destination_in(range);
        if let Some(link) = self.document.links.get_mut(index as usize)
            && let Some(found) = found.filter(|_| link.destination_span == link.span)
        {
            link.destination_span = found;
        }
        self.judge_link(index);
    }

    /// A link whose scheme is not allowed is a flaw.
    pub(super) fn judge_link(&mut self, index: u32) {
        let Some(link) = self.document.links.get(index as usize) else { return };
        if let Some(scheme) = sanitise::unsafe_scheme(&link.destination) {
            let (kind, span) = (FlawKind::UnsafeUrl { scheme: scheme.into() }, link.destination_span);
            self.document.flaws.push(Flaw { kind, span });
        }
    }

    /// The same for an image.
    pub(super) fn judge_image(&mut self, index: u32) {
        let Some(image) = self.document.images.get(index as usize) else { return };
        if let Some(scheme) = sanitise::unsafe_image_scheme(&image.destination) {
            let (kind, span) = (FlawKind::UnsafeUrl { scheme: scheme.into() }, image.destination_span);
            self.document.flaws.push(Flaw { kind, span });
        }
    }

    /// The destination of an inline link or image whose text has just ended.
    fn destination_in(&self, range: &Range<usize>) -> Option<Span> {
        // Without a text the last thing read is the link itself.
        let from = if self.last_end < range.end { self.last_end.max(range.start) } else { range.start };
        let at = self.source.get(from..range.end)?.find("](")?;
        let found = destination_at(self.source, from + at + 2, range.end)?;
        Some(self.span(found))
    }

    pub(super) fn start_image(&mut self, destination: &str, title: &str, range: &Range<usize>) -> Kind {
        if self.suppressed.is_some() {
            return Kind::Nothing;
        }
        let fits = self.place(Element::Img, Origin::Markdown);
        let destination_range = self.defined().unwrap_or(range.clone());
        let index = self.new_image(destination, title, range, destination_range);
        if fits {
            self.markup().hole(Hole::Image(index));
        }
        self.push_sink(SinkKind::Alt);
        Kind::Image(index)
    }

    /// Records an image without its alternative text.
    pub(super) fn new_image(
        &mut self,
        destination: &str,
        title: &str,
        range: &Range<usize>,
        destination_range: Range<usize>,
    ) -> u32 {
        let index = count(&self.document.images);
        self.document.images.push(Image {
            index,
            destination: destination.into(),
            span: self.span(range.clone()),
            destination_span: self.span(destination_range),
            title: title.into(),
            alt: Box::default(),
            place: self.here_is(),
        });
        index
    }

    pub(super) fn end_image(&mut self, index: u32, range: &Range<usize>) {
        self.end_lookup();
        let Some(sink) = self.pop_sink() else { return };
        if self.sink().kind == SinkKind::Alt {
            self.sink().text.push_str(&sink.text);
        }
        let found = self.destination_in(range);
        if let Some(image) = self.document.images.get_mut(index as usize) {
            image.alt = sink.text.trim().into();
            if let (Some(found), true) = (found, image.destination_span == image.span) {
                image.destination_span = found;
            }
        }
        self.judge_image(index);
    }

    pub(super) fn raw_link(&mut self, tag: &Tag<'_>) {
        let Some(destination) = tag.attribute("href").map(str::trim) else { return };
        let title = tag.attribute("title").unwrap_or("");
        let index = self.new_link(destination, title, &tag.range, tag.value_range("href"));
        self.judge_link(index);
        self.open_link(index, Origin::Raw);
    }

    pub(super) fn raw_image(&mut self, tag: &Tag<'_>) {
        let destination = tag.attribute("src").map_or("", str::trim);
        let title = tag.attribute("title").unwrap_or("");
        let fits = self.place(Element::Img, Origin::Raw);
        let index = self.new_image(destination, title, &tag.range, tag.value_range("src"));
        if let Some(image) = self.document.images.get_mut(index as usize) {
            image.alt = tag.attribute("alt").unwrap_or("").trim().into();
        }
        self.judge_image(index);
        let attributes = image_attributes(tag);
        self.image_extra(index, &attributes);
        if fits {
            self.markup().hole(Hole::Image(index));
        }
    }

    /// Further attributes of an image, as HTML.
    pub(super) fn image_extra(&mut self, index: u32, attributes: &str) {
        if !attributes.is_empty() {
            self.document.parts.image_extras.push((index, attributes.into()));
        }
    }
}

/// The destination that starts at or after `start`: in angle brackets, or up to white space or the bracket that
/// closes it.
fn destination_at(source: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let rest = source.get(start..end)?;
    let trimmed = rest.trim_start();
    let start = start + rest.len() - trimmed.len();
    if let Some(inside) = trimmed.strip_prefix('<') {
        return inside.find('>').map(|length| start + 1..start + 1 + length);
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
