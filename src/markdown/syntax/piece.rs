//! What stands in the place of a shortcode that opens no block. Data only: `shortcodes` decides it, `ext` writes it.

use std::borrow::Cow;
use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Piece<'t> {
    Nothing,
    /// Three texts, shown one after the other, also in code.
    Literal(&'static str, &'t str, &'static str),
    Text(Cow<'t, str>),
    /// It is not known what comes of it: its name, and what is written in it for readers.
    Unknown(&'t str, Vec<&'t str>),
    /// A block that has no end: its name, and the end that it should have.
    Unclosed(&'t str, String),
    Image(Picture<'t>),
    /// A link with its text; without one the text is that of the document up to [`Piece::LinkEnd`].
    Link(Address<'t>, Option<Cow<'t, str>>),
    LinkEnd,
    Video(Address<'t>),
}

/// A destination, and where it stands in the Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Address<'t> {
    pub(in crate::markdown) url: Cow<'t, str>,
    pub(in crate::markdown) range: Range<usize>,
}

/// An image and what is said of it; empty where nothing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Picture<'t> {
    pub(in crate::markdown) source: Address<'t>,
    pub(in crate::markdown) alt: &'t str,
    pub(in crate::markdown) title: &'t str,
    pub(in crate::markdown) caption: &'t str,
    pub(in crate::markdown) link: Option<Address<'t>>,
}
