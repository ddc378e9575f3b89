//! `:::image type="content" source="…" alt-text="…" lightbox="…" border="true":::` in a line. The form with a long
//! description, which holds blocks, is opened in `directive`.

use std::ops::Range;

use super::attributes::{self, Attribute};
use crate::markdown::builder::{DocumentBuilder, Node, Origin};
use crate::markdown::element::Element;
use crate::markdown::entities::decoded;
use crate::markdown::markup::Hole;

const START: &str = ":::image";

/// The attributes of an image directive at `at`, and where it ends.
fn read(source: &str, at: usize) -> Option<(Vec<Attribute<'_>>, usize)> {
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

/// Takes an image directive in a line at `at`. False: there is none.
pub(in crate::markdown) fn take(builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
    let source = builder.source();
    let limit = builder.leaf_limit().unwrap_or(source.len());
    let Some((attributes, end)) = source.get(..limit).and_then(|source| read(source, at)) else {
        return false;
    };
    if !builder.is_in_alt() {
        write(builder, &attributes, &(at..end));
    }
    builder.take_until(end);
    true
}

/// An image, in a link to its full size if there is one.
pub(super) fn write(builder: &mut DocumentBuilder<'_>, attributes: &[Attribute<'_>], range: &Range<usize>) {
    let find = |name: &str| attributes.iter().find(|attribute| attribute.name == name);
    let value = |name: &str| decoded(find(name).map_or("", |attribute| attribute.value.trim()));
    let place = |name: &str| find(name).map_or(range.clone(), |attribute| attribute.range.clone());
    let fits = builder.place(Element::Img, Origin::Markdown);
    let image = builder.new_image(&value("source"), "", range, place("source"));
    builder.judge_image(image);
    let alt = value("alt-text");
    let icon = value("type").eq_ignore_ascii_case("icon");
    builder.describe_image(image, if icon { "" } else { &alt });
    if value("border").eq_ignore_ascii_case("true") {
        builder.extend_image(image, " class=\"border\"");
    }
    if !fits {
        return;
    }
    if value("lightbox").is_empty() {
        builder.write_hole(Hole::Image(image));
        return;
    }
    let link = builder.new_link(&value("lightbox"), "", range, place("lightbox"));
    builder.judge_link(link);
    let tag = builder.mark();
    builder.write_hole(Hole::LightboxStart(link, image));
    let frame = builder.push_frame(Node::Link(link), Origin::Markdown, tag);
    builder.write_hole(Hole::Image(image));
    builder.close(Some(frame));
}
