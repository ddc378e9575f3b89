//! `:::image type="content" source="…" alt-text="…" lightbox="…" border="true":::` in a line. The form with a long
//! description, which holds blocks, is opened in `directive`.

use super::attributes::{self, Attribute};
use crate::markdown::element::Element;
use crate::markdown::frame::{Node, Origin, SinkKind};
use crate::markdown::markup::Hole;
use crate::markdown::parse::Parser;
use std::ops::Range;

const START: &str = ":::image";

/// The attributes of an image directive at `at`, and where it ends.
pub(super) fn read(source: &str, at: usize) -> Option<(Vec<Attribute<'_>>, usize)> {
    let rest = source.get(at..)?.strip_prefix(":::")?.trim_start_matches([' ', '\t']);
    let name = rest.get(..5)?;
    let after = rest.get(5..)?;
    let ends = after.starts_with(|c: char| c.is_whitespace() || c == ':');
    if !name.eq_ignore_ascii_case(&START[3..]) || !ends {
        return None;
    }
    let (attributes, stopped) = attributes::read(source, source.len() - after.len(), ":::");
    let rest = source.get(stopped..)?;
    Some((attributes, if rest.starts_with(":::") { stopped + 3 } else { stopped }))
}

impl Parser<'_> {
    /// An image directive in a line at `at`. False: there is none.
    pub(in crate::markdown) fn inline_image(&mut self, at: usize) -> bool {
        let limit = self.leaf.as_ref().map_or(self.source.len(), |leaf| leaf.limit);
        let source = self.source;
        let Some((attributes, end)) = source.get(..limit).and_then(|source| read(source, at)) else {
            return false;
        };
        if self.sink().kind != SinkKind::Alt {
            self.write_image(&attributes, &(at..end));
        }
        self.skip_until = end;
        true
    }

    /// An image, in a link to its full size if there is one.
    pub(super) fn write_image(&mut self, attributes: &[Attribute<'_>], range: &Range<usize>) {
        let find = |name: &str| attributes.iter().find(|attribute| attribute.name == name);
        let value = |name: &str| find(name).map_or("", |attribute| attribute.value.trim());
        let place = |name: &str| find(name).map_or(range.clone(), |attribute| attribute.range.clone());
        let fits = self.place(Element::Img, Origin::Markdown);
        let image = self.new_image(value("source"), "", range, place("source"));
        self.judge_image(image);
        let icon = value("type").eq_ignore_ascii_case("icon");
        if let Some(image) = self.document.images.get_mut(image as usize) {
            image.alt = if icon { Box::default() } else { value("alt-text").into() };
        }
        if value("border").eq_ignore_ascii_case("true") {
            self.image_extra(image, " class=\"border\"");
        }
        if !fits {
            return;
        }
        if value("lightbox").is_empty() {
            self.markup().hole(Hole::Image(image));
            return;
        }
        let link = self.new_link(value("lightbox"), "", range, place("lightbox"));
        self.judge_link(link);
        let tag = self.mark();
        self.markup().hole(Hole::LightboxStart(link, image));
        let frame = self.push_frame(Node::Link(link), Origin::Markdown, tag);
        self.markup().hole(Hole::Image(image));
        self.close(Some(frame));
    }
}
