//! Writes audio and video: what is the site's own is played on the page, what is elsewhere becomes a link. Nothing of it is loaded
//! from another host, or before the reader asks for it.

use super::{Writer, shown};
use crate::markdown::document::{Document, Media, MediaPart};
use crate::markdown::element::Element;
use crate::markdown::host::Host;
use crate::markdown::markup::Message;
use crate::markdown::{escape, sanitise};

impl Writer<'_> {
    pub(super) fn media(&mut self, document: &Document, index: u32, host: &dyn Host) {
        let Some(media) = document.html.media.get(index as usize) else { return };
        // In a link nothing can be played, or followed.
        if self.links.contains(&true) {
            return;
        }
        let sources = own(document, &media.sources, host);
        if sources.is_empty() {
            return self.media_link(document, media, host);
        }
        self.out.push('<');
        self.out.push_str(media.element.name());
        self.out.push_str(" controls preload=\"metadata\"");
        self.out.push_str(&media.attributes);
        let poster = media.poster.and_then(|poster| document.images.get(poster as usize));
        if let Some(poster) = poster.and_then(|poster| shown(poster, host)) {
            self.attribute(" poster=\"", &poster.src);
        }
        self.out.push('>');
        for (tag, parts) in
            [("<source src=\"", sources), ("<track src=\"", own(document, &media.tracks, host))]
        {
            for (url, part) in parts {
                self.attribute(tag, &url);
                self.out.push_str(&part.attributes);
                self.out.push('>');
            }
        }
        self.out.push_str("</");
        self.out.push_str(media.element.name());
        self.out.push('>');
    }

    /// A link to the first source; nothing if that leads nowhere.
    fn media_link(&mut self, document: &Document, media: &Media, host: &dyn Host) {
        let source = media.sources.first().and_then(|source| document.links.get(source.link as usize));
        let Some(source) = source else { return };
        self.link_start(source, host, "");
        if self.links.pop() == Some(true) {
            let is_audio = media.element == Element::Audio;
            self.message(if is_audio { Message::AudioPlay } else { Message::VideoPlay }, host);
            self.out.push_str("</a>");
        }
    }

    fn attribute(&mut self, start: &str, url: &str) {
        self.out.push_str(start);
        escape::url(self.out, url);
        self.out.push('"');
    }
}

/// The parts that are files of the site, with their addresses.
fn own<'d>(document: &Document, parts: &'d [MediaPart], host: &dyn Host) -> Vec<(String, &'d MediaPart)> {
    let address = |part: &MediaPart| {
        let link = document.links.get(part.link as usize)?;
        let is_safe = |url: &str| sanitise::unsafe_scheme(url).is_none();
        host.media(link).filter(|url| is_safe(&link.destination) && is_safe(url))
    };
    parts.iter().filter_map(|part| Some((address(part)?, part))).collect()
}
