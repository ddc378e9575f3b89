//! `<video>` and `<audio>` of raw HTML with their `<source>`s and `<track>`s, as the author wrote them. What is played is decided
//! when the page is written; the text in them is for browsers that can play nothing, and is left out.

use super::Parser;
use super::raw::behind;
use super::tag::{RawTag, allowed_attributes, text};
use crate::markdown::builder::Origin;
use crate::markdown::document::{FlawKind, Media, MediaPart};
use crate::markdown::element::Element;

impl Parser<'_> {
    pub(super) fn start_media(&mut self, element: Element, tag: &RawTag<'_>) {
        self.media = None;
        if self.builder.is_in_link() || !self.builder.place(element, Origin::Raw) {
            self.builder.flaw(FlawKind::RemovedHtml { what: element.name().into() }, tag.range.clone());
        } else {
            let poster = self.poster(tag);
            let attributes = allowed_attributes(element, tag).into();
            let media = Media { element, attributes, poster, sources: Vec::new(), tracks: Vec::new() };
            self.media = Some(self.builder.write_media(media));
            self.media_part(Element::Source, tag, String::new());
        }
        if let Some(autoplay) = tag.tag.attributes.get("autoplay".as_bytes()) {
            let range = tag.block.range(autoplay.span);
            self.builder.flaw(FlawKind::RemovedHtml { what: "autoplay".into() }, range);
        }
        if !tag.tag.self_closing {
            self.builder.suppress_content(element.name(), behind(&self.builder, tag));
        }
    }

    /// A tag between those of audio or video.
    pub(super) fn tag_in_media(&mut self, tag: &RawTag<'_>) {
        if let Some(part @ (Element::Source | Element::Track)) = Element::from_name(text(&tag.tag.name)) {
            self.media_part(part, tag, allowed_attributes(part, tag));
        }
    }

    fn media_part(&mut self, part: Element, tag: &RawTag<'_>, attributes: String) {
        let Some(destination) = tag.attribute("src").map(str::trim) else { return };
        let Some(media) = self.media else { return };
        let link = self.builder.new_link(destination, "", &tag.range, tag.value_range("src"));
        self.builder.judge_link(link);
        self.builder.add_media_part(media, part, MediaPart { link, attributes: attributes.into() });
    }

    fn poster(&mut self, tag: &RawTag<'_>) -> Option<u32> {
        let destination = tag.attribute("poster").map(str::trim).filter(|poster| !poster.is_empty())?;
        let poster = self.builder.new_image(destination, "", &tag.range, tag.value_range("poster"));
        self.builder.judge_image(poster);
        Some(poster)
    }
}
