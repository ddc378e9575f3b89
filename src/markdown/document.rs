//! What a Markdown text holds: its plain text and blocks, and the headings, links and images in them. Only data; `parse`
//! makes it and `html` writes it.

use super::element::Element;
use super::markup::{Markup, MarkupRange};
use super::part::{IncludeForm, Part};
use super::syntax::{ForeignSyntax, Syntax};
use crate::diagnostic::Span;

/// One Markdown text, parsed once. A pure function of the text: includes and links are not resolved in it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Plain text of the body, one line per block, without `sxs-lookup` source text.
    pub text: String,
    /// The leaf blocks of the body in reading order.
    pub blocks: Vec<Block>,
    pub headings: Vec<Heading>,
    /// Anchors written in the body outside headings (`<a name>`, `<a id>`, `id="…"`), the first of each name.
    pub anchors: Vec<Anchor>,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    /// The definitions that references lead to, in order; the first of each name.
    pub definitions: Vec<Definition>,
    pub includes: Vec<Include>,
    /// The blocks of code that say what they hold, in order.
    pub codes: Vec<Code>,
    /// Translation and source text of bilingual articles (`sxs-lookup` spans), in order.
    pub lookups: Vec<Lookup>,
    /// The names of the footnotes that are shown, as written.
    pub footnotes: Vec<Box<str>>,
    /// HTML comments, whole (`<!-- … -->`). They are not written.
    pub comments: Vec<Span>,
    pub flaws: Vec<Flaw>,
    /// What looks like markup and is shown as written, in order.
    pub strays: Vec<Stray>,
    /// What it was read as.
    pub syntax: Syntax,
    pub(super) html: DocumentHtml,
}

/// The HTML of a document, with holes for what only the site knows.
#[derive(Clone, Debug, Default)]
pub(super) struct DocumentHtml {
    pub(super) markup: Markup,
    /// The body without its title, footnotes included.
    pub(super) body: MarkupRange,
    pub(super) title: MarkupRange,
    /// One for each of [`Document::lookups`].
    pub(super) lookups: Vec<MarkupRange>,
    /// The content of the first paragraph.
    pub(super) lead: Option<MarkupRange>,
    /// Index into [`Document::headings`].
    pub(super) title_heading: Option<u32>,
    /// Further attributes of images, as HTML, by index of the image.
    pub(super) image_extras: Vec<(u32, Box<str>)>,
    pub(super) media: Vec<Media>,
}

/// Audio or video.
#[derive(Clone, Debug)]
pub(super) struct Media {
    pub(super) element: Element,
    /// As HTML.
    pub(super) attributes: Box<str>,
    /// Index into [`Document::images`].
    pub(super) poster: Option<u32>,
    pub(super) sources: Vec<MediaPart>,
    pub(super) tracks: Vec<MediaPart>,
}

/// A file that audio or video is read from.
#[derive(Clone, Debug)]
pub(super) struct MediaPart {
    /// Index into [`Document::links`].
    pub(super) link: u32,
    /// As HTML.
    pub(super) attributes: Box<str>,
}

impl Document {
    /// The code of one of [`Document::blocks`], if that says what it holds.
    pub fn code(&self, block: usize) -> Option<&Code> {
        let found = self.codes.binary_search_by_key(&block, |code| code.block as usize).ok()?;
        self.codes.get(found)
    }

    /// The last block that begins at a place of the file or before it.
    pub fn block_at(&self, at: usize) -> Option<&Block> {
        self.blocks[..self.blocks.partition_point(|block| block.span.start as usize <= at)].last()
    }

    /// The source text of a bilingual block that a place of the file is in.
    pub fn source_text_at(&self, at: usize) -> Option<Span> {
        let after = self.lookups.partition_point(|lookup| lookup.source.start as usize <= at);
        let source = self.lookups[..after].last().map(|lookup| lookup.source);
        source.filter(|source| at < source.end as usize)
    }

    /// The first heading of level 1 that stands at the top level: the title, which the body does not repeat.
    pub fn title_heading(&self) -> Option<&Heading> {
        self.html.title_heading.and_then(|index| self.headings.get(index as usize))
    }
}

/// A block of code with the name of its language, or with marked lines.
#[derive(Clone, Debug)]
pub struct Code {
    /// Index into [`Document::blocks`].
    pub block: u32,
    /// As written; empty if it has none.
    pub language: Box<str>,
    /// The code with its line ends.
    pub text: Box<str>,
    /// In any order.
    pub marks: Box<[MarkedLines]>,
}

/// Lines of code that are marked: the first and the last, from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedLines {
    pub first: u32,
    pub last: u32,
    pub kind: LineMark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineMark {
    Marked,
    Inserted,
    Deleted,
}

/// One leaf block: the unit that translations are aligned by.
#[derive(Clone, Debug)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// Byte range of the block's text in [`Document::text`].
    pub text: Span,
    /// Index ranges into `links`, `images` and `lookups`.
    pub links: (u32, u32),
    pub images: (u32, u32),
    pub lookups: (u32, u32),
}

impl Block {
    /// Whether source text stands in it, beside its translation.
    pub fn is_bilingual(&self) -> bool {
        self.lookups.0 != self.lookups.1
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Index into [`Document::headings`].
    Heading(u32),
    Paragraph,
    /// Text directly in a list item (the item's first paragraph), a term or a definition.
    ListItem,
    Code,
    TableCell,
    Html,
}

impl BlockKind {
    /// The index into [`Document::headings`] of one.
    pub fn heading(self) -> Option<u32> {
        match self {
            Self::Heading(index) => Some(index),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingKind {
    /// `#` or underlined.
    Written,
    /// A paragraph that is one bold run and introduces what follows.
    Pseudo,
}

/// A heading or pseudo-heading.
#[derive(Clone, Debug)]
pub struct Heading {
    pub kind: HeadingKind,
    /// As shown on the page, 1 to 6. Only the document's title has 1.
    pub level: u8,
    pub text: Box<str>,
    pub span: Span,
    /// The anchor written in the heading: `<a name="…"></a>` or `{#…}`.
    pub anchor: Option<Anchor>,
    /// GitHub's slug of the text, with `-1`, `-2` … where the document repeats it.
    pub slug: Box<str>,
}

impl Heading {
    /// Whether the heading asks something.
    pub fn is_question(&self) -> bool {
        is_question(&self.text)
    }
}

/// Whether a text ends in a question mark of any script (`?`, `؟`, `？`, U+037E).
pub fn is_question(text: &str) -> bool {
    text.trim_end().ends_with(['?', '\u{61f}', '\u{ff1f}', '\u{37e}'])
}

/// A name that a fragment can lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub name: Box<str>,
    /// The place of the name itself.
    pub span: Span,
}

/// Whether something stands in the text that readers see, or in the source text of a bilingual article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    Body,
    Lookup,
}

/// A link as written.
#[derive(Clone, Debug)]
pub struct Link {
    /// Index in [`Document::links`].
    pub index: u32,
    /// Destination with Markdown escapes and entities resolved, percent-encoding kept.
    pub destination: Box<str>,
    /// The whole link, `[text](destination)`.
    pub span: Span,
    /// The destination alone, where its place is known; else the whole link.
    pub destination_span: Span,
    pub title: Box<str>,
    pub placement: Placement,
}

/// `[label]: destination`.
#[derive(Clone, Debug)]
pub struct Definition {
    pub label: Box<str>,
    pub destination: Box<str>,
    /// The whole definition.
    pub span: Span,
}

/// An image as written (`![]()`, `<img>`, `:::image:::`).
#[derive(Clone, Debug)]
pub struct Image {
    pub index: u32,
    pub destination: Box<str>,
    pub span: Span,
    pub destination_span: Span,
    pub title: Box<str>,
    /// Alternative text; empty for decorative images.
    pub alt: Box<str>,
    pub placement: Placement,
}

/// `[!INCLUDE [title](path)]`, and what other generators write for it.
#[derive(Clone, Debug)]
pub struct Include {
    pub index: u32,
    pub path: Box<str>,
    /// What of the file is shown.
    pub part: Part,
    pub span: Span,
    pub path_span: Span,
    pub form: IncludeForm,
}

impl Include {
    /// Whether it is Markdown, and all of a file.
    pub fn is_whole(&self) -> bool {
        self.part.is_whole() && !matches!(self.form, IncludeForm::Code(_))
    }
}

/// A stretch of translation and the source text it was made from.
#[derive(Clone, Debug)]
pub struct Lookup {
    pub translation: Span,
    pub source: Span,
    /// Plain text of the source.
    pub source_text: Box<str>,
}

/// Something in the text that is not as it should be. Checks turn flaws into diagnostics.
#[derive(Clone, Debug)]
pub struct Flaw {
    pub kind: FlawKind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// `<domainguid>`: looks like a tag, is not an HTML element; shown as written.
    PlaceholderAsHtml { name: Box<str> },
    /// An HTML element or attribute that the sanitiser took out.
    RemovedHtml { what: Box<str> },
    /// `> [!WORD]` with a word that is not an alert.
    UnknownAlert { word: Box<str> },
    /// `:::name` or `[!NAME …]` that means nothing here; its content is shown.
    UnknownDirective { name: Box<str> },
    /// A component whose name means nothing here.
    UnknownComponent { name: Box<str>, shown: ShownOf },
    /// `{expression}` whose value is not known; it is left out.
    UnknownExpression,
    /// A shortcode or Liquid that is not known; its content is shown, and what is written in it for readers.
    UnknownShortcode { name: Box<str> },
    /// `:::row:::` or another block that never ends, and the line that would end it.
    UnclosedDirective { name: Box<str>, end: Box<str> },
    /// A link or image whose scheme is not allowed (`javascript:`).
    UnsafeUrl { scheme: Box<str> },
    /// `[!VIDEO]` with a host that is not allowed.
    UnknownVideoHost { host: Box<str> },
    /// A second anchor of the same name; the first one has it.
    DuplicateAnchor { name: Box<str> },
    /// An anchor whose name can be no ID, and the one it has in its place: none if that is empty.
    InvalidAnchor { written: Box<str>, id: Box<str> },
    /// The definition of a footnote that nothing shown refers to; it is left out.
    UnusedFootnote { name: Box<str> },
    /// Bold text without a letter or digit.
    BoldWithoutWords,
    /// What another generator would read, shown as written.
    ForeignSyntax { kind: ForeignSyntax },
}

/// What of a component is shown whose name means nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownOf {
    /// It has neither content nor words in its tag.
    Nothing,
    /// What stands in it, and the words in its tag.
    Text,
}

/// Characters shown as written that look like markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stray {
    pub kind: StrayKind,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrayKind {
    /// A run of two `*` or more.
    Stars,
    /// A run of `_` or `~`, or a single `*`, beside a character that is none of ASCII.
    Mark,
    /// A `]`, or a `)` before a `(`.
    Bracket,
    /// A `]` behind a backslash and before a `(`.
    EscapedBracket,
    /// `http://` or `https://` outside of links.
    Address,
}
