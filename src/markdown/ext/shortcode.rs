//! What stands in the place of shortcodes: text, links, images, videos. Reads no syntax.

use std::ops::Range;

use super::video;
use crate::markdown::builder::{DocumentBuilder, Lines, Origin};
use crate::markdown::document::{BlockKind, FlawKind};
use crate::markdown::element::Element;
use crate::markdown::entities::decoded;
use crate::markdown::markup::{Hole, Message};
use crate::markdown::syntax::{Address, Picture, Piece};

/// Writes one that is a block of its own.
pub(in crate::markdown) fn write_alone(
    builder: &mut DocumentBuilder<'_>,
    piece: &Piece<'_>,
    range: &Range<usize>,
) {
    builder.open_leaf(BlockKind::Paragraph, range);
    builder.set_lines(Lines::Paragraph);
    builder.fill_leaf();
    match piece {
        Piece::Image(picture) => figure(builder, picture, range),
        Piece::Video(_) => {
            builder.set_paragraph_class(" class=\"video\"");
            write(builder, piece, range);
            builder.set_paragraph_class("");
        }
        _ => write(builder, piece, range),
    }
    builder.end_leaf();
    builder.set_lines(Lines::Bare);
}

/// Writes one in a line.
pub(in crate::markdown) fn write(builder: &mut DocumentBuilder<'_>, piece: &Piece<'_>, range: &Range<usize>) {
    match piece {
        Piece::Nothing => {}
        Piece::Literal(before, inside, behind) => builder.write_text(&[*before, *inside, *behind].concat()),
        Piece::Text(text) => builder.write_text(&decoded(text)),
        Piece::Unknown(name, words) => {
            builder.flaw(FlawKind::UnknownShortcode { name: (*name).into() }, range.clone());
            builder.write_text(&decoded(&words.join(" ")));
        }
        Piece::Unclosed(name, end) => {
            let (name, end) = ((*name).into(), end.as_str().into());
            builder.flaw(FlawKind::UnclosedDirective { name, end }, range.clone());
        }
        Piece::Image(picture) => image(builder, picture, range),
        Piece::Link(address, words) => link(builder, address, words.as_deref(), range),
        Piece::LinkEnd => {
            builder.set_tag_end(Some(range.end));
            builder.close_raw(|element| element == Element::A);
            builder.set_tag_end(None);
        }
        Piece::Video(address) => player(builder, address, range),
    }
}

fn new_link(builder: &mut DocumentBuilder<'_>, address: &Address<'_>, range: &Range<usize>) -> u32 {
    let index = builder.new_link(&decoded(&address.url), "", range, range.clone());
    builder.end_link(index, Some(builder.map().place(&address.range)));
    index
}

/// A link with its text, or the beginning of one.
fn link(builder: &mut DocumentBuilder<'_>, address: &Address<'_>, words: Option<&str>, range: &Range<usize>) {
    if builder.is_in_alt() {
        return builder.write_text(&decoded(words.unwrap_or("")));
    }
    let index = new_link(builder, address, range);
    let origin = if words.is_some() { Origin::Markdown } else { Origin::Raw };
    let frame = builder.open_link(index, origin);
    if let Some(words) = words {
        builder.write_text(&decoded(words));
        builder.close(frame);
    }
}

fn player(builder: &mut DocumentBuilder<'_>, address: &Address<'_>, range: &Range<usize>) {
    if builder.is_in_alt() {
        return;
    }
    if !video::is_allowed(&address.url) {
        let host = video::host(&address.url).into();
        builder.flaw(FlawKind::UnknownVideoHost { host }, range.clone());
        return builder.write_text(&address.url);
    }
    let index = new_link(builder, address, range);
    if let Some(link) = builder.open_link(index, Origin::Markdown) {
        builder.write_message(Message::VideoPlay);
        builder.close(Some(link));
    }
}

/// An image with a title and a caption, which are shown.
fn figure(builder: &mut DocumentBuilder<'_>, picture: &Picture<'_>, range: &Range<usize>) {
    builder.set_lines(Lines::Bare);
    let figure = builder.open(Element::Figure, Origin::Markdown, " class=\"image\"");
    if figure.is_none() || picture.title.is_empty() && picture.caption.is_empty() {
        builder.close(figure);
        return image(builder, picture, range);
    }
    image(builder, &Picture { title: "", caption: "", ..picture.clone() }, range);
    builder.close_lines();
    let caption = builder.open(Element::Figcaption, Origin::Markdown, "");
    words(builder, picture);
    builder.close(caption);
    builder.close(figure);
}

fn image(builder: &mut DocumentBuilder<'_>, picture: &Picture<'_>, range: &Range<usize>) {
    if builder.is_in_alt() {
        return builder.write_text(&decoded(picture.alt));
    }
    let link = picture.link.as_ref().map(|address| new_link(builder, address, range));
    let frame = link.and_then(|link| builder.open_link(link, Origin::Markdown));
    let fits = builder.place(Element::Img, Origin::Markdown);
    let index = builder.new_image(&decoded(&picture.source.url), "", range, range.clone());
    let alt = [picture.alt, picture.caption, picture.title].into_iter().find(|words| !words.is_empty());
    builder.describe_image(index, &decoded(alt.unwrap_or("")));
    builder.place_image(index, builder.map().place(&picture.source.range));
    builder.judge_image(index);
    if fits {
        builder.write_hole(Hole::Image(index));
    }
    builder.close(frame);
    if !(picture.title.is_empty() && picture.caption.is_empty()) {
        builder.write_text(" ");
        words(builder, picture);
    }
}

fn words(builder: &mut DocumentBuilder<'_>, picture: &Picture<'_>) {
    if !picture.title.is_empty() {
        let title = builder.open(Element::Strong, Origin::Markdown, "");
        builder.write_text(&decoded(picture.title));
        builder.close(title);
        builder.write_text(" ");
    }
    builder.write_text(&decoded(picture.caption));
}
