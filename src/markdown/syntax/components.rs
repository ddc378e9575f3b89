//! Which tags are components, and which of them are blocks or parts of lines. Names only.

use super::jsx::{Tag, TagForm};
use crate::markdown::element::{self, Element, Model};

/// What a tag is to CommonMark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An element of HTML that is a block.
    Block,
    /// An element that is left out with its content.
    Whole,
    /// A component that blocks may stand in.
    Component,
    /// An element of HTML that holds lines only.
    Lines,
    /// A part of a line.
    Phrase,
    /// No tag that is read here.
    Other,
}

/// Components that are parts of lines.
const PHRASES: [&str; 8] =
    ["Badge", "Icon", "Image", "Link", "LinkButton", "RouterLink", "RouteLink", "Translate"];

pub(super) fn kind(tag: &Tag<'_>) -> Kind {
    let name = tag.name;
    // What it holds is for the head of the page.
    if name == "Head" && tag.form == TagForm::Start {
        return Kind::Whole;
    }
    if is_component(tag) {
        return if PHRASES.contains(&name) { Kind::Phrase } else { Kind::Component };
    }
    if matches!(name, "script" | "style" | "pre" | "textarea") {
        return Kind::Other;
    }
    if element::drops_content(name) {
        return Kind::Whole;
    }
    match Element::from_name(name).map(Element::model) {
        Some(Model::Phrasing | Model::Void) => Kind::Phrase,
        Some(Model::Text) if name != "hr" => Kind::Lines,
        Some(_) => Kind::Block,
        None if element::is_html(name) => Kind::Block,
        None => Kind::Other,
    }
}

/// Whether a tag is that of a component: no name of HTML has a capital in it. One with a dot or a dash alone may be a placeholder.
pub(in crate::markdown) fn is_component(tag: &Tag<'_>) -> bool {
    let name = tag.name;
    let is_written_out = !tag.attributes.is_empty() || tag.form != TagForm::Start;
    name.is_empty()
        || name.starts_with(|first: char| first.is_ascii_uppercase())
        || name.contains(['.', '-']) && is_written_out
}
