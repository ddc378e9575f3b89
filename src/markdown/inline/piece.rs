//! The pieces of a block. Only data.

use std::ops::Range;

/// A piece of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inline {
    /// Where it is written.
    pub(crate) range: Range<usize>,
    pub(crate) kind: InlineKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum InlineKind {
    /// As readers see it.
    Text(String),
    /// What begins a pair, and how the text within it is written.
    Open(InlineCode, InlineText),
    /// What ends the pair of the same number.
    Close(InlineCode),
    Alone(InlineCode),
}

/// Markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InlineCode {
    /// From 1 on in the order of the text; both ends of a pair have the same.
    pub(crate) number: u32,
    pub(crate) role: InlineRole,
    /// The label of a link that has no other than its text.
    pub(crate) label: Option<Range<usize>>,
}

/// What markup does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum InlineRole {
    Link,
    Image,
    Bold,
    Italic,
    Struck,
    Code,
    Break,
    /// Plain text that is not to be translated.
    Literal,
    Other,
}

/// As what a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InlineText {
    Markdown,
    /// Of raw HTML, between tags.
    Html,
    /// The title of a link, up to this quote.
    Title(char),
    /// The value of an attribute, up to this quote.
    Attribute(char),
}

/// As what a block is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InlineForm {
    Markdown,
    /// Raw HTML, where no Markdown is read.
    Html,
}
