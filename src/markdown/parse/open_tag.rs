//! The tags of Markdown that are open. Data only.

use crate::markdown::builder::FrameRef;

/// An open tag of Markdown.
pub(super) struct OpenTag {
    pub(super) kind: TagKind,
    pub(super) frame: Option<FrameRef>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TagKind {
    Paragraph,
    Heading,
    Title,
    TabTitle,
    /// A quote, a list or an item.
    Container,
    /// An item that nothing stands in yet.
    NewItem,
    Footnote,
    Row,
    Cell,
    Code,
    Raw,
    Directive,
    /// Emphasis and the like.
    Phrasing,
    Strong,
    Link(u32),
    Image(u32),
    /// Nothing is open for it.
    Nothing,
}
