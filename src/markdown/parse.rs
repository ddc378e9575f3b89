//! One walk over the events of CommonMark: what each means, in which order things are opened and closed.
//! The modules beside it do the work; this one keeps no HTML and knows no extension by itself.

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::element::Element;
use super::ext;
use super::ext::bold::Bold;
use super::ext::directive::Places;
use super::frame::{FrameRef, Lines, Origin, Sink, SinkKind};
use super::leaf::Leaf;
use super::markup::{Markup, Part};
use super::tag::RawBlock;
use super::{BlockKind, Document, Flaw, FlawKind};
use crate::diagnostic::Span;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// The state of the walk. Offsets are bytes of `source` until [`Parser::span`] makes them places in the file.
#[derive(Debug, Default)]
pub(super) struct Parser<'t> {
    pub(super) source: &'t str,
    pub(super) places: Places<'t>,
    pub(super) document: Document,
    pub(super) sinks: Vec<Sink>,
    /// Number of the last frame.
    pub(super) frames: u32,
    pub(super) leaf: Option<Leaf>,
    pub(super) lines: Lines,
    /// Attributes of the next `<p>`.
    pub(super) paragraph_class: &'static str,
    /// Parts of lines before this offset were taken by an extension.
    pub(super) skip_until: usize,
    /// Where things end that are closed now.
    pub(super) here: usize,
    /// Where the raw end tag at hand ends.
    pub(super) tag_end: Option<usize>,
    /// Where the last event ended.
    pub(super) last_end: usize,
    /// The raw element whose content is left out.
    pub(super) suppressed: Option<Box<str>>,
    pub(super) raw: RawBlock,
    pub(super) bold: Bold,
    pub(super) translation: Option<Span>,
    pub(super) lookup_source: Option<Span>,
    pub(super) lookups: Vec<Markup>,
    pub(super) notes: ext::footnote::Notes,
    pub(super) title: Markup,
    pub(super) anchor_names: BTreeSet<Box<str>>,
    pub(super) slugs: BTreeMap<String, u32>,
    /// Level of the last written heading.
    pub(super) level: u8,
    pub(super) tab_groups: u32,
    pub(super) marks: Vec<Mark>,
    /// Open quotes, lists, items and footnotes.
    pub(super) containers: usize,
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    /// The element of the cells at hand.
    pub(super) cell: Option<Element>,
    /// The definition that the link at hand refers to.
    pub(super) definition: Option<Range<usize>>,
}

/// An open tag of Markdown.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    frame: Option<FrameRef>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    Title,
    TabTitle,
    /// A quote, a list or an item.
    Container,
    /// An item that nothing stands in yet.
    NewItem,
    Note,
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
    Nothing,
}

pub(super) fn parse(text: &str, body_start: usize) -> Document {
    let body = text.get(body_start..).unwrap_or("");
    let start = text.len() - body.len();
    let bom = if body.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (source, places) = ext::directive::lay_out(&body[bom..], start + bom);
    let mut parser = Parser { source: &source, places, level: 1, ..Parser::default() };
    parser.push_sink(SinkKind::Body);
    parser.markup().html.reserve(source.len() + source.len() / 4);
    parser.document.text.reserve(source.len());
    let mut events = pulldown_cmark::Parser::new_ext(&source, OPTIONS).into_offset_iter();
    while let Some((event, range)) = events.next() {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = &event {
            parser.definition = match link_type {
                LinkType::Inline | LinkType::Autolink | LinkType::Email => None,
                _ => events.reference_definitions().get(id).map(|definition| definition.span.clone()),
            };
        }
        parser.event(event, range);
    }
    parser.finish()
}

impl<'t> Parser<'t> {
    /// The place in the file of a range of the source, on character boundaries.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.source.floor_char_boundary(range.start);
        let end = self.source.floor_char_boundary(range.end).max(start);
        Span::new(self.places.in_file(start), self.places.in_file(end))
    }

    pub(super) fn flaw(&mut self, kind: FlawKind, range: Range<usize>) {
        let span = self.span(range);
        self.document.flaws.push(Flaw { kind, span });
    }

    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        self.here = range.start;
        if is_inline(&event) {
            if range.end > self.skip_until {
                self.begin_inline(&range);
                self.inline(event, &range);
            }
        } else {
            match event {
                Event::Start(tag) => self.start_block(tag, &range),
                Event::End(_) => self.end_block(&range),
                Event::Rule => self.rule(),
                Event::Html(html) => self.raw_line(&html, &range),
                _ => {}
            }
        }
        self.last_end = range.end;
    }

    fn inline(&mut self, event: Event<'t>, range: &Range<usize>) {
        match event {
            Event::Text(text) => self.text_event(&text, range),
            Event::Code(code) => self.code(&code, range),
            Event::InlineHtml(html) => self.raw_inline(&html, range),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::FootnoteReference(name) => self.note_reference(&name),
            Event::TaskListMarker(done) => self.task(if done { ext::task::DONE } else { ext::task::OPEN }),
            Event::Start(tag) => self.start_inline(tag, range),
            Event::End(_) => self.end_inline(range),
            _ => {}
        }
    }

    fn start_inline(&mut self, tag: Tag<'t>, range: &Range<usize>) {
        let (kind, frame) = match tag {
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(link_type, &dest_url, &title, range)
            }
            Tag::Image { dest_url, title, .. } => (self.start_image(&dest_url, &title, range), None),
            Tag::Emphasis => (Kind::Phrasing, self.open(Element::Em, Origin::Markdown, "")),
            Tag::Strikethrough => (Kind::Phrasing, self.open(Element::Del, Origin::Markdown, "")),
            Tag::Strong => (Kind::Strong, self.start_strong()),
            _ => (Kind::Nothing, None),
        };
        self.marks.push(Mark { kind, frame });
    }

    fn end_inline(&mut self, range: &Range<usize>) {
        let Some(mark) = self.marks.pop() else { return };
        self.here = self.last_end;
        match mark.kind {
            Kind::Image(index) => self.end_image(index, range),
            Kind::Link(index) => {
                self.end_link(index, range);
                self.close(mark.frame);
            }
            Kind::Strong => self.end_strong(mark.frame),
            _ => self.close(mark.frame),
        }
    }

    fn start_block(&mut self, tag: Tag<'t>, range: &Range<usize>) {
        if !matches!(tag, Tag::Paragraph | Tag::HtmlBlock) {
            self.item_is_used();
        }
        self.end_leaf();
        if self.containers == 0 && !matches!(tag, Tag::HtmlBlock | Tag::FootnoteDefinition(_)) {
            self.settle_bold();
        }
        let (kind, frame) = match tag {
            Tag::Paragraph => (self.start_paragraph(range), None),
            Tag::Heading { level, id, classes, .. } => {
                self.start_heading(level, id.as_deref(), &classes, range)
            }
            Tag::BlockQuote(_) => (Kind::Container, self.start_quote(range)),
            Tag::CodeBlock(kind) => self.start_code(&kind, range),
            Tag::HtmlBlock => (self.start_raw(range), None),
            Tag::List(start) => (Kind::Container, self.start_list(start)),
            Tag::Item => (Kind::NewItem, self.open(Element::Li, Origin::Markdown, "")),
            Tag::FootnoteDefinition(name) => (self.start_note(&name), None),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                (Kind::Row, self.open_table(Origin::Markdown, ""))
            }
            Tag::TableHead => (Kind::Row, self.start_head()),
            Tag::TableRow => (Kind::Row, self.start_row()),
            Tag::TableCell => (Kind::Cell, self.start_cell(range)),
            _ => (Kind::Nothing, None),
        };
        if matches!(kind, Kind::Container | Kind::NewItem | Kind::Note) {
            self.containers += 1;
        }
        self.marks.push(Mark { kind, frame });
    }

    fn end_block(&mut self, range: &Range<usize>) {
        let Some(mark) = self.marks.pop() else { return };
        self.here = self.last_end.min(range.end);
        if matches!(mark.kind, Kind::Container | Kind::NewItem | Kind::Note) {
            self.containers = self.containers.saturating_sub(1);
        }
        match mark.kind {
            Kind::Raw => self.end_raw(),
            Kind::Directive | Kind::Nothing => {}
            Kind::Paragraph => {
                self.finish_bold();
                self.end_leaf();
            }
            Kind::Title => self.end_title(),
            Kind::Note => self.end_note(),
            Kind::Heading | Kind::Code => {
                self.end_lookup();
                self.close(mark.frame);
                self.end_leaf();
            }
            _ => {
                self.end_leaf();
                self.close(mark.frame);
            }
        }
        self.lines = Lines::Bare;
        self.suppressed = None;
    }

    fn start_paragraph(&mut self, range: &Range<usize>) -> Kind {
        let kind = if self.item_is_used() { BlockKind::ListItem } else { BlockKind::Paragraph };
        if self.start_includes(range) {
            return Kind::Nothing;
        }
        self.begin_leaf(kind, range);
        self.lines = Lines::Paragraph;
        self.paragraph_class = if self.is_video(range) { " class=\"video\"" } else { "" };
        self.expect_bold();
        Kind::Paragraph
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) -> (Kind, Option<FrameRef>) {
        self.begin_leaf(BlockKind::Code, range);
        let frame = self.open_pre(Origin::Markdown, "");
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or(""),
            CodeBlockKind::Indented => "",
        };
        let mut attributes = String::new();
        if !language.is_empty()
            && language.bytes().all(|b| b.is_ascii_alphanumeric() || b"_+#.-".contains(&b))
        {
            attributes = format!(" class=\"language-{language}\"");
        }
        self.open(Element::Code, Origin::Markdown, &attributes);
        (Kind::Code, frame)
    }

    fn start_list(&mut self, start: Option<u64>) -> Option<FrameRef> {
        match start {
            None => self.open(Element::Ul, Origin::Markdown, ""),
            Some(1) => self.open(Element::Ol, Origin::Markdown, ""),
            Some(start) => self.open(Element::Ol, Origin::Markdown, &format!(" start=\"{start}\"")),
        }
    }

    fn rule(&mut self) {
        self.item_is_used();
        self.end_leaf();
        if self.containers == 0 {
            self.settle_bold();
        }
        if !self.end_tabs() && self.place(Element::Hr, Origin::Markdown) {
            self.write("<hr>\n");
        }
    }

    /// Whether the paragraph or text at hand is the first thing in a list item. It is no longer afterwards.
    pub(super) fn item_is_used(&mut self) -> bool {
        match self.marks.last_mut() {
            Some(mark) if mark.kind == Kind::NewItem => {
                mark.kind = Kind::Container;
                true
            }
            _ => false,
        }
    }

    /// A heading is a tab, the title, or a heading.
    fn start_heading(
        &mut self,
        level: HeadingLevel,
        id: Option<&str>,
        classes: &[CowStr<'_>],
        range: &Range<usize>,
    ) -> (Kind, Option<FrameRef>) {
        if let Some(frame) = self.start_tab(range) {
            return (Kind::TabTitle, frame);
        }
        let classes = super::sanitise::classes(&classes.join(" "));
        if level == HeadingLevel::H1 && self.takes_title() {
            self.start_title(range);
            self.written_id(id, range);
            return (Kind::Title, None);
        }
        let frame = self.open_heading(level as u8, &classes, Origin::Markdown, range);
        self.written_id(id, range);
        (Kind::Heading, frame)
    }

    fn finish(mut self) -> Document {
        self.end_leaf();
        self.here = self.source.len();
        while self.sinks.len() > 1 {
            self.pop_sink();
        }
        self.close_to(0, 0);
        self.write_notes();
        let mut markup = self.sinks.pop().map(|sink| sink.markup).unwrap_or_default();
        let body = markup.whole();
        let title = markup.append(&self.title);
        let lookups: Vec<Part> = self.lookups.iter().map(|lookup| markup.append(lookup)).collect();
        markup.html.shrink_to_fit();
        markup.holes.shrink_to_fit();
        let mut document = self.document;
        document.text.shrink_to_fit();
        document.blocks.shrink_to_fit();
        document.headings.shrink_to_fit();
        document.links.shrink_to_fit();
        document.drop_single_stars();
        ext::anchor::number_made_names(&mut document, self.anchor_names);
        let kept = std::mem::take(&mut document.parts);
        document.parts = super::Parts { markup, body, title, lookups, ..kept };
        document
    }
}

/// Whether an event is part of a line.
fn is_inline(event: &Event<'_>) -> bool {
    use pulldown_cmark::TagEnd;
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
        ),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}
