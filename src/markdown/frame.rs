//! What is open while a page is made: sinks, which HTML goes to, and frames, which are elements in them.
//! Only data; `tree` opens and closes.

use super::element::{Element, Model};
use super::markup::Markup;

/// Elements open at once; deeper ones keep their text only. Browsers stop at 512.
pub(super) const MAX_DEPTH: usize = 200;

/// Where HTML goes.
#[derive(Debug)]
pub(super) struct Sink {
    pub(super) kind: SinkKind,
    pub(super) markup: Markup,
    pub(super) stack: Vec<Frame>,
    /// Plain text of a lookup or of an image's alternative.
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SinkKind {
    Body,
    /// The document's title: holds lines only.
    Title,
    /// A footnote.
    Note,
    /// Source text of a bilingual article, and where it starts.
    Lookup(usize),
    /// Alternative text of an image: plain text only.
    Alt,
}

/// An open element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) id: u32,
    pub(super) node: Node,
    pub(super) origin: Origin,
    /// Where the start tag starts, and the number of holes before it.
    pub(super) tag: (u32, u32),
    /// Where the content starts, and the number of holes before it.
    pub(super) content: (u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Element(Element),
    Link(u32),
    Heading(u32),
    /// A span that is not written.
    Span,
    /// `data-ttu-id`: a translated stretch; where its text starts.
    Translation(usize),
    /// `data-stu-id`: the source of one; where its text starts.
    Source(usize),
    /// A group of tabs, written as `<div>`: where the first starts; and one of them, written as `<details>`.
    TabGroup(usize),
    Tab,
    /// `:::row:::` and so on: index of the directive.
    Directive(u32),
    /// Text that describes an image, inside a figure: index of the directive.
    Description(u32),
}

impl Node {
    /// The element whose place it takes.
    pub(super) fn element(self) -> Element {
        match self {
            Self::Element(element) => element,
            Self::Link(_) => Element::A,
            Self::Heading(_) => Element::H2,
            Self::Span | Self::Translation(_) | Self::Source(_) => Element::Span,
            Self::TabGroup(_) | Self::Directive(_) => Element::Div,
            Self::Tab => Element::Details,
            Self::Description(_) => Element::Figcaption,
        }
    }
}

/// Who opened an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Markdown or an extension: a raw end tag never closes its blocks.
    Markdown,
    /// A raw tag.
    Raw,
    /// Nobody: it was needed between two others.
    Implied,
}

/// A frame that can be closed if it is still open.
#[derive(Clone, Copy, Debug)]
pub(super) struct FrameRef {
    pub(super) sink: usize,
    pub(super) index: usize,
    pub(super) id: u32,
}

impl Frame {
    pub(super) fn model(&self) -> Model {
        self.node.element().model()
    }

    /// Whether raw tags must leave it open.
    pub(super) fn is_locked(&self) -> bool {
        self.origin == Origin::Markdown
            && self.model() != Model::Phrasing
            && self.node != Node::Element(Element::P)
    }
}

/// What the lines being read stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Lines {
    /// A Markdown paragraph: all text needs a `<p>`.
    Paragraph,
    /// A block of raw HTML: text outside raw elements needs a `<p>`.
    Raw,
    /// Anything else: a heading, a table cell, a list item.
    #[default]
    Bare,
}
