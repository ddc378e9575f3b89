//! Records what a text points at: links, images and includes, each with its place and a hole in the HTML. Knows not how
//! they are written in Markdown.

use std::ops::Range;

use super::frame::{FrameRef, Node, Origin, SinkKind};
use super::{DocumentBuilder, Hole, count};
use crate::diagnostic::Span;
use crate::markdown::document::{Flaw, FlawKind, Image, Include, Link, Media, MediaPart};
use crate::markdown::element::Element;
use crate::markdown::part::IncludeForm;
use crate::markdown::part::Part;
use crate::markdown::sanitise;

impl DocumentBuilder<'_> {
    /// Records a link.
    pub(in crate::markdown) fn new_link(
        &mut self,
        destination: &str,
        title: &str,
        range: &Range<usize>,
        destination_range: Range<usize>,
    ) -> u32 {
        let (span, destination_span) = (self.span(range.clone()), self.span(destination_range));
        self.new_link_at(destination, title, span, destination_span)
    }

    /// The same where the places in the file are known.
    pub(in crate::markdown) fn new_link_at(
        &mut self,
        destination: &str,
        title: &str,
        span: Span,
        destination_span: Span,
    ) -> u32 {
        let index = count(&self.document.links);
        self.document.links.push(Link {
            index,
            destination: destination.into(),
            span,
            destination_span,
            title: title.into(),
            placement: self.placement(),
        });
        index
    }

    pub(in crate::markdown) fn open_link(&mut self, index: u32, origin: Origin) -> Option<FrameRef> {
        if !self.place(Element::A, origin) {
            return None;
        }
        let tag = self.mark();
        self.write_hole(Hole::LinkStart(index));
        Some(self.push_frame(Node::Link(index), origin, tag))
    }

    /// The text of a link has ended, and with it where its destination stands may be known.
    pub(in crate::markdown) fn end_link(&mut self, index: u32, destination: Option<Span>) {
        if let Some(link) = self.document.links.get_mut(index as usize)
            && let Some(found) = destination.filter(|_| link.destination_span == link.span)
        {
            link.destination_span = found;
        }
        self.judge_link(index);
    }

    /// The end tag of a raw link is part of it.
    pub(super) fn extend_link(&mut self, index: u32) {
        let end = self.cursor.tag_end.unwrap_or(self.cursor.here);
        let end = self.span(end..end).end;
        if let Some(link) = self.document.links.get_mut(index as usize) {
            link.span.end = link.span.end.max(end);
        }
    }

    /// A link whose scheme is not allowed is a flaw.
    pub(in crate::markdown) fn judge_link(&mut self, index: u32) {
        let Some(link) = self.document.links.get(index as usize) else { return };
        if let Some(scheme) = sanitise::unsafe_scheme(&link.destination) {
            let (kind, span) = (FlawKind::UnsafeUrl { scheme: scheme.into() }, link.destination_span);
            self.document.flaws.push(Flaw { kind, span });
        }
    }

    /// The same for an image.
    pub(in crate::markdown) fn judge_image(&mut self, index: u32) {
        let Some(image) = self.document.images.get(index as usize) else { return };
        if let Some(scheme) = sanitise::unsafe_image_scheme(&image.destination) {
            let (kind, span) = (FlawKind::UnsafeUrl { scheme: scheme.into() }, image.destination_span);
            self.document.flaws.push(Flaw { kind, span });
        }
    }

    /// Records an image and reads its alternative text from here on.
    pub(in crate::markdown) fn start_image(
        &mut self,
        destination: &str,
        title: &str,
        range: &Range<usize>,
        destination_range: Range<usize>,
    ) -> u32 {
        let fits = self.place(Element::Img, Origin::Markdown);
        let index = self.new_image(destination, title, range, destination_range);
        if fits {
            self.write_hole(Hole::Image(index));
        }
        self.push_sink(SinkKind::Alt);
        index
    }

    /// Records an image without its alternative text.
    pub(in crate::markdown) fn new_image(
        &mut self,
        destination: &str,
        title: &str,
        range: &Range<usize>,
        destination_range: Range<usize>,
    ) -> u32 {
        let (span, destination_span) = (self.span(range.clone()), self.span(destination_range));
        self.new_image_at(destination, title, span, destination_span)
    }

    /// The same where the places in the file are known.
    pub(in crate::markdown) fn new_image_at(
        &mut self,
        destination: &str,
        title: &str,
        span: Span,
        destination_span: Span,
    ) -> u32 {
        let index = count(&self.document.images);
        self.document.images.push(Image {
            index,
            destination: destination.into(),
            span,
            destination_span,
            title: title.into(),
            alt: Box::default(),
            placement: self.placement(),
        });
        index
    }

    /// The alternative text of an image has ended, and with it where its destination stands may be known.
    pub(in crate::markdown) fn end_image(&mut self, index: u32, destination: Option<Span>) {
        self.end_lookup();
        let Some(sink) = self.pop_sink() else { return };
        if self.is_in_alt() {
            self.sink().text.push_str(&sink.text);
        }
        if let Some(image) = self.document.images.get_mut(index as usize) {
            image.alt = sink.text.trim().into();
            if let (Some(found), true) = (destination, image.destination_span == image.span) {
                image.destination_span = found;
            }
        }
        self.judge_image(index);
    }

    /// Says where the destination of an image stands.
    pub(in crate::markdown) fn place_image(&mut self, index: u32, destination: Span) {
        if let Some(image) = self.document.images.get_mut(index as usize) {
            image.destination_span = destination;
        }
    }

    /// Says that a link is written where its destination is.
    pub(in crate::markdown) fn narrow_link(&mut self, index: u32) {
        if let Some(link) = self.document.links.get_mut(index as usize) {
            link.span = link.destination_span;
        }
    }

    /// Gives an image its alternative text.
    pub(in crate::markdown) fn describe_image(&mut self, index: u32, alt: &str) {
        if let Some(image) = self.document.images.get_mut(index as usize) {
            image.alt = alt.into();
        }
    }

    /// Gives a link a title, unless it has one.
    pub(in crate::markdown) fn entitle_link(&mut self, index: u32, title: &str) {
        if let Some(link) = self.document.links.get_mut(index as usize).filter(|link| link.title.is_empty()) {
            link.title = title.into();
        }
    }

    /// The same for an image.
    pub(in crate::markdown) fn entitle_image(&mut self, index: u32, title: &str) {
        if let Some(image) =
            self.document.images.get_mut(index as usize).filter(|image| image.title.is_empty())
        {
            image.title = title.into();
        }
    }

    /// Further attributes of an image, as HTML.
    pub(in crate::markdown) fn extend_image(&mut self, index: u32, attributes: &str) {
        if !attributes.is_empty() {
            self.document.html.image_extras.push((index, attributes.into()));
        }
    }

    /// Writes audio or video, whose files are added afterwards.
    pub(in crate::markdown) fn write_media(&mut self, media: Media) -> u32 {
        let index = count(&self.document.html.media);
        self.document.html.media.push(media);
        self.write_hole(Hole::Media(index));
        index
    }

    /// Adds a file to audio or video: a track, or a source.
    pub(in crate::markdown) fn add_media_part(&mut self, media: u32, kind: Element, part: MediaPart) {
        let Some(media) = self.document.html.media.get_mut(media as usize) else { return };
        if kind == Element::Track { media.tracks.push(part) } else { media.sources.push(part) }
    }

    /// Records an include, whose text stands here.
    pub(in crate::markdown) fn include(
        &mut self,
        whole: Range<usize>,
        path: Range<usize>,
        part: Part,
        form: IncludeForm,
    ) {
        let written = self.written(path.clone());
        let (span, path_span) = (self.span(whole), self.span(path));
        let path = written.into();
        self.include_file(Include { index: 0, path, part, span, path_span, form });
    }

    /// The same for one that is written elsewhere; it gets its index.
    pub(in crate::markdown) fn include_file(&mut self, include: Include) {
        let index = count(&self.document.includes);
        self.document.includes.push(Include { index, ..include });
        self.write_hole(Hole::Include(index));
    }
}
