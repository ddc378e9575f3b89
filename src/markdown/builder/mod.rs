//! A document under construction: its HTML, its plain text and its lists of links, headings and so on grow together.
//! Knows no events of CommonMark and no syntax; whoever adds to a document does so through the methods of this module, so
//! what the page shows and what its plain text holds cannot differ.

mod anchor;
mod frame;
mod heading;
mod leaf;
mod line_end;
mod link;
mod place;
mod sink;
mod tree;

use std::ops::Range;

use super::document::{Document, DocumentHtml, Flaw, FlawKind, Placement, StrayKind};
use super::ext::lookup::Lookups;
use super::markup::{Hole, Markup, MarkupRange, Message};
use super::slug::Slugs;
use super::syntax::SourceMap;
use crate::diagnostic::Span;
pub(super) use frame::{BoldRun, FrameRef, Lines, Node, Origin, SinkKind};
use frame::{Leaf, Sink};

/// Offsets are bytes of `source` until [`DocumentBuilder::span`] makes them those of the file.
#[derive(Debug)]
pub(super) struct DocumentBuilder<'t> {
    source: &'t str,
    map: SourceMap<'t>,
    document: Document,
    /// Never empty: the first is the body.
    sinks: Vec<Sink>,
    /// Number of the last frame.
    frames: u32,
    leaf: Option<Leaf>,
    headings: Headings,
    lookups: Lookups,
    cursor: Cursor,
    context: Context,
}

/// What is known of the headings so far.
#[derive(Debug)]
struct Headings {
    title: Markup,
    slugs: Slugs,
    /// Where tags that are shown as written stand in the document's text.
    tags: Vec<Range<usize>>,
    /// Level of the last written one.
    level: u8,
}

/// Where the walk is in the source.
#[derive(Debug, Default)]
struct Cursor {
    /// Where things end that are closed now.
    here: usize,
    /// Where the raw end tag at hand ends.
    tag_end: Option<usize>,
    /// Parts of lines before this offset were taken by an extension.
    taken: usize,
}

/// What decides how the next text is written.
#[derive(Debug, Default)]
struct Context {
    lines: Lines,
    /// Attributes of the next `<p>`.
    paragraph_class: &'static str,
    /// The raw element whose content is left out.
    suppressed: Option<Box<str>>,
    /// The text of the block of code that is being read, where it is written when the page is.
    code: Option<String>,
    /// Open quotes, lists, items and footnotes.
    containers: usize,
    /// How often something was placed in the body.
    placed: u32,
}

impl<'t> DocumentBuilder<'t> {
    pub(super) fn new(source: &'t str, map: SourceMap<'t>) -> Self {
        let mut builder = Self {
            source,
            map,
            document: Document::default(),
            sinks: Vec::new(),
            frames: 0,
            leaf: None,
            headings: Headings {
                title: Markup::default(),
                slugs: Slugs::default(),
                tags: Vec::new(),
                level: 1,
            },
            lookups: Lookups::default(),
            cursor: Cursor::default(),
            context: Context::default(),
        };
        builder.push_sink(SinkKind::Body);
        builder.markup().html.reserve(source.len() + source.len() / 4);
        builder.document.text.reserve(source.len());
        builder
    }

    pub(super) fn source(&self) -> &'t str {
        self.source
    }

    /// A part of the source; empty where it is not text.
    pub(super) fn written(&self, range: Range<usize>) -> &'t str {
        self.source.get(range).unwrap_or("")
    }

    pub(super) fn map(&self) -> &SourceMap<'t> {
        &self.map
    }

    /// The place in the file of a range of the source, on character boundaries.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.source.floor_char_boundary(range.start);
        let end = self.source.floor_char_boundary(range.end).max(start);
        let (start, end) = (self.map.in_file(start), self.map.in_file(end));
        // What stands in front matter may be shown in another order.
        Span::new(start.min(end), start.max(end))
    }

    pub(super) fn flaw(&mut self, kind: FlawKind, range: Range<usize>) {
        let span = self.span(range);
        self.document.flaws.push(Flaw { kind, span });
    }

    /// Takes the last flaw back if it is of this kind.
    pub(super) fn forget_flaw(&mut self, kind: &FlawKind) {
        self.document.flaws.pop_if(|flaw| flaw.kind == *kind);
    }

    pub(super) fn flaw_at(&mut self, kind: FlawKind, span: Span) {
        self.document.flaws.push(Flaw { kind, span });
    }

    /// Whether the last flaw is one of this range.
    pub(super) fn is_flawed(&self, range: Range<usize>) -> bool {
        let span = self.span(range);
        self.document.flaws.last().is_some_and(|flaw| flaw.span == span)
    }

    /// Notes an HTML comment.
    pub(super) fn comment(&mut self, range: Range<usize>) {
        let span = self.span(range);
        self.document.comments.push(span);
    }

    /// From here on things are closed at this offset.
    pub(super) fn move_to(&mut self, offset: usize) {
        self.cursor.here = offset;
    }

    /// The raw end tag at hand ends at this offset; none behind it.
    pub(super) fn set_tag_end(&mut self, end: Option<usize>) {
        self.cursor.tag_end = end;
    }

    /// An extension has taken the source up to an offset: it is not read as part of a line again.
    pub(super) fn take_until(&mut self, end: usize) {
        self.cursor.taken = end;
    }

    /// Where the source starts that no extension has taken.
    pub(super) fn taken_until(&self) -> usize {
        self.cursor.taken
    }

    pub(super) fn lines(&self) -> Lines {
        self.context.lines
    }

    pub(super) fn set_lines(&mut self, lines: Lines) {
        self.context.lines = lines;
    }

    /// Attributes of the `<p>` that the next text opens.
    pub(super) fn set_paragraph_class(&mut self, attributes: &'static str) {
        self.context.paragraph_class = attributes;
    }

    pub(super) fn enter_container(&mut self) {
        self.context.containers += 1;
    }

    pub(super) fn leave_container(&mut self) {
        self.context.containers = self.context.containers.saturating_sub(1);
    }

    pub(super) fn is_in_container(&self) -> bool {
        self.context.containers > 0
    }

    /// The raw element whose content is left out.
    pub(super) fn suppressed(&self) -> Option<&str> {
        self.context.suppressed.as_deref()
    }

    pub(super) fn suppress(&mut self, name: Option<Box<str>>) {
        self.context.suppressed = name;
    }

    /// Changes whenever something is placed in the body: what had the same number before and after was empty.
    pub(super) fn placed(&self) -> u32 {
        self.context.placed
    }

    /// Readers' text, or source text of a bilingual article.
    pub(super) fn placement(&self) -> Placement {
        let lookup = self.sinks.iter().any(|sink| matches!(sink.kind, SinkKind::Lookup(_)));
        if lookup { Placement::Lookup } else { Placement::Body }
    }

    /// The body is complete: closes all that is open in it.
    pub(super) fn close_all(&mut self) {
        self.end_leaf();
        self.cursor.here = self.source.len();
        while self.sinks.len() > 1 {
            self.pop_sink();
        }
        self.close_to(0, 0);
    }

    pub(super) fn finish(mut self) -> Document {
        let mut markup = self.sinks.pop().map(|sink| sink.markup).unwrap_or_default();
        let body = markup.whole();
        let title = markup.append(&self.headings.title);
        let lookups: Vec<MarkupRange> =
            self.lookups.into_markups().iter().map(|lookup| markup.append(lookup)).collect();
        markup.html.shrink_to_fit();
        markup.holes.shrink_to_fit();
        let mut document = self.document;
        // One star alone says nothing: it marks notes, masks and products.
        document
            .strays
            .retain(|stray| stray.kind != StrayKind::Stars || stray.span.end - stray.span.start > 1);
        document.strays.shrink_to_fit();
        document.text.shrink_to_fit();
        document.blocks.shrink_to_fit();
        document.headings.shrink_to_fit();
        document.links.shrink_to_fit();
        let html = std::mem::take(&mut document.html);
        document.html = DocumentHtml { markup, body, title, lookups, ..html };
        document
    }
}

/// The length of a vector as an index of the data model.
fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}
