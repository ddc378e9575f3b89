//! What is open while a document is made: sinks, which HTML goes to, frames, which are elements in them, and the leaf
//! block that is being read. Only data; `tree` and `leaf` open and close.

use crate::markdown::document::BlockKind;
use crate::markdown::element::{Element, Model};
use crate::markdown::markup::Markup;

/// Elements open at once; deeper ones keep their text only. Browsers stop at 512.
pub(in crate::markdown) const MAX_DEPTH: usize = 200;

/// Where HTML goes.
#[derive(Debug)]
pub(super) struct Sink {
    pub(super) kind: SinkKind,
    pub(super) markup: Markup,
    pub(super) stack: Vec<Frame>,
    /// Plain text of a lookup or of an image's alternative.
    pub(super) text: String,
    pub(super) edge: Edge,
}

/// What was written last, as far as the end of a line behind it is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Edge {
    #[default]
    Other,
    /// A letter that lines are joined at.
    Wide,
    /// The end of a line behind such a letter, and the number of the hole that is written for it.
    LineEnd(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum SinkKind {
    Body,
    /// The document's title: holds lines only.
    Title,
    Footnote,
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
pub(in crate::markdown) enum Node {
    Element(Element),
    Link(u32),
    Heading(u32),
    /// A span that is not written, and what holds an image and others in its place.
    Span,
    Picture,
    /// `data-ttu-id`: a translated stretch; where its text starts.
    Translation(usize),
    /// `data-stu-id`: the source of one; where its text starts.
    Source(usize),
    /// A group of tabs, written as `<div>`: where the first starts; and one of them, written as `<details>`.
    TabGroup(usize),
    Tab,
    /// `:::row:::` and so on: index of the directive.
    Directive(u32),
    /// What the mark of this number opens.
    Block(u32, Element),
    /// Text that describes an image, inside a figure: index of the directive.
    Description(u32),
}

impl Node {
    /// The element whose place it takes.
    pub(in crate::markdown) fn element(self) -> Element {
        match self {
            Self::Element(element) | Self::Block(_, element) => element,
            Self::Link(_) => Element::A,
            Self::Heading(_) => Element::H2,
            Self::Span | Self::Translation(_) | Self::Source(_) => Element::Span,
            Self::Picture => Element::Picture,
            Self::TabGroup(_) | Self::Directive(_) => Element::Div,
            Self::Tab => Element::Details,
            Self::Description(_) => Element::Figcaption,
        }
    }
}

/// Who opened an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Origin {
    /// Markdown or an extension: a raw end tag never closes its blocks.
    Markdown,
    /// A raw tag.
    Raw,
    /// Nobody: it was needed between two others.
    Implied,
}

/// A frame that can be closed if it is still open.
#[derive(Clone, Copy, Debug)]
pub(in crate::markdown) struct FrameRef {
    pub(super) sink: usize,
    pub(super) index: usize,
    pub(super) id: u32,
}

impl Frame {
    pub(super) fn model(&self) -> Model {
        self.node.element().model()
    }

    pub(super) fn is_link(&self) -> bool {
        matches!(self.node, Node::Link(_))
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
pub(in crate::markdown) enum Lines {
    /// A Markdown paragraph: all text needs a `<p>`.
    Paragraph,
    /// A block of raw HTML: text outside raw elements needs a `<p>`.
    Raw,
    /// Anything else: a heading, a table cell, a list item.
    #[default]
    Bare,
}

/// The leaf block that is being read.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) kind: BlockKind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the Markdown block ends.
    pub(super) limit: usize,
    /// Where its text starts in the document's text.
    pub(super) text: usize,
    pub(super) links: u32,
    pub(super) images: u32,
    pub(super) lookups: u32,
    /// Raw elements known to have no end tag in the rest of the block.
    pub(super) endless: Vec<Box<str>>,
}

/// A paragraph that is one bold run. Places are in the HTML and the holes of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) struct BoldRun {
    /// Where the paragraph starts.
    pub(in crate::markdown) paragraph: (u32, u32),
    /// Where the content of the run starts and ends.
    pub(in crate::markdown) content: (u32, u32),
    pub(in crate::markdown) end: (u32, u32),
}
