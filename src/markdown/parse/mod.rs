//! One walk over the events of CommonMark: what each means, in which order things are opened and closed. The builder and
//! the extensions do the work; here no HTML is written.

mod attributes;
mod code;
mod component;
mod foreign;
mod heading;
mod link;
mod mark;
mod media;
mod open_tag;
mod raw;
mod raw_text;
mod read;
mod stray;
mod table;
mod tag;
mod text;
mod vue;

use pulldown_cmark::{Event, Tag};
use std::ops::Range;

use super::builder::{DocumentBuilder, FrameRef, Lines, Origin};
use super::document::Document;
use super::element::Element;
use super::ext::anchor::Anchors;
use super::ext::attribute_list::{AttributeLists, Target};
use super::ext::bold::Bold;
use super::ext::component::Components;
use super::ext::footnote::Footnotes;
use super::ext::pymdown::Pymdown;
use super::ext::tab::Tabs;
use super::ext::task::TaskState;
use super::ext::{tab, task};
use super::fence::Fence;
use super::syntax::Syntax;
use crate::front_matter::FrontMatter;
use open_tag::{OpenTag, TagKind};
use table::Columns;
use tag::RawBlock;

/// The state of the walk. What an extension stores is private to that extension.
struct Parser<'t> {
    syntax: Syntax,
    /// What the front matter calls the article.
    title: Option<&'t str>,
    front_matter: &'t FrontMatter,
    builder: DocumentBuilder<'t>,
    open_tags: Vec<OpenTag>,
    /// Where the last event ended.
    last_end: usize,
    /// Where the list item ends that began last: lines that stand in no paragraph go on up to there.
    item_end: usize,
    /// The definition that the link at hand refers to.
    definition: Option<Range<usize>>,
    /// Where the syntax of another generator ends that was noted last.
    foreign_until: usize,
    raw: RawBlock,
    /// The element whose text no generator evaluates.
    verbatim: Option<FrameRef>,
    /// The language of the block of code of raw HTML that is read.
    raw_code: Option<Box<str>>,
    /// The audio or video whose content is read.
    media: Option<u32>,
    columns: Columns,
    anchors: Anchors,
    attributes: AttributeLists,
    bold: Bold,
    components: Components,
    /// What the block of code at hand says of itself.
    fence: Fence,
    footnotes: Footnotes,
    tabs: Tabs,
    pymdown: Pymdown,
}

impl<'t> Parser<'t> {
    fn new(
        syntax: Syntax,
        title: Option<&'t str>,
        front_matter: &'t FrontMatter,
        builder: DocumentBuilder<'t>,
    ) -> Self {
        Self {
            syntax,
            title,
            front_matter,
            builder,
            open_tags: Vec::new(),
            last_end: 0,
            item_end: 0,
            definition: None,
            foreign_until: 0,
            raw: RawBlock::default(),
            verbatim: None,
            raw_code: None,
            media: None,
            columns: Columns::default(),
            anchors: Anchors::default(),
            attributes: AttributeLists::new(syntax.dialect),
            bold: Bold::default(),
            components: Components::default(),
            fence: Fence::default(),
            footnotes: Footnotes::default(),
            tabs: Tabs::default(),
            pymdown: Pymdown::default(),
        }
    }

    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        if self.footnotes.leaves_out(range.start) {
            return;
        }
        self.builder.move_to(range.start);
        if is_inline(&event) {
            if range.end > self.builder.taken_until() {
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
            Event::Code(code) => {
                self.code(&code, range);
                self.attributes.set_target(Target::Other, range.end);
            }
            Event::InlineHtml(html) => self.raw_inline(&html, range),
            Event::SoftBreak => self.builder.soft_break(),
            Event::HardBreak => self.builder.line_break("<br>\n"),
            Event::FootnoteReference(name) => self.footnotes.refer(&mut self.builder, &name),
            Event::TaskListMarker(done) => {
                let state = if done { TaskState::Done } else { TaskState::Open };
                task::write(&mut self.builder, state);
            }
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
            Tag::Emphasis => (TagKind::Phrasing, self.builder.open(Element::Em, Origin::Markdown, "")),
            Tag::Strikethrough => (TagKind::Phrasing, self.builder.open(Element::Del, Origin::Markdown, "")),
            Tag::Strong => {
                self.note_bold(range);
                (TagKind::Strong, self.bold.start_strong(&mut self.builder))
            }
            _ => (TagKind::Nothing, None),
        };
        self.open_tags.push(OpenTag { kind, frame });
    }

    fn end_inline(&mut self, range: &Range<usize>) {
        let Some(tag) = self.open_tags.pop() else { return };
        self.builder.move_to(self.last_end);
        let target = match tag.kind {
            TagKind::Image(index) => {
                self.end_image(index, range);
                Target::Image(index)
            }
            TagKind::Link(index) => {
                self.end_link(index, range);
                self.builder.close(tag.frame);
                Target::Link(index)
            }
            TagKind::Strong => {
                self.bold.end_strong(&mut self.builder, tag.frame);
                Target::Other
            }
            _ => {
                self.builder.close(tag.frame);
                Target::Other
            }
        };
        self.attributes.set_target(target, range.end);
    }

    fn start_block(&mut self, tag: Tag<'t>, range: &Range<usize>) {
        if !matches!(tag, Tag::Paragraph | Tag::HtmlBlock) {
            self.take_item_start();
        }
        self.builder.end_leaf();
        if let Tag::FootnoteDefinition(name) = &tag
            && !self.footnotes.start(&mut self.builder, name, range)
        {
            return;
        }
        if !matches!(tag, Tag::HtmlBlock | Tag::FootnoteDefinition(_)) {
            self.bold.start_block(&mut self.builder);
        }
        let attributes = self.block_attributes(&tag, range);
        let (kind, frame) = match tag {
            Tag::Paragraph => self.start_paragraph(&attributes, range),
            Tag::Heading { level, id, classes, attrs } => {
                let id = id.as_deref().or_else(|| self.attributes.heading_id(&attrs));
                let opened = self.start_heading(level, id, &classes, range);
                attributes.place_id(&mut self.builder, &mut self.anchors);
                opened
            }
            Tag::BlockQuote(_) => (TagKind::Container, self.start_quote(&attributes, range)),
            Tag::CodeBlock(kind) => self.start_code(&kind, range),
            Tag::HtmlBlock => (self.start_raw(range), None),
            Tag::List(start) => (TagKind::Container, self.start_list(start)),
            Tag::Item => {
                self.item_end = range.end;
                (TagKind::NewItem, self.builder.open(Element::Li, Origin::Markdown, ""))
            }
            Tag::DefinitionList => (TagKind::Container, self.builder.open(Element::Dl, Origin::Markdown, "")),
            Tag::DefinitionListTitle => {
                (TagKind::NewItem, self.builder.open(Element::Dt, Origin::Markdown, ""))
            }
            Tag::DefinitionListDefinition => {
                (TagKind::NewItem, self.builder.open(Element::Dd, Origin::Markdown, ""))
            }
            Tag::FootnoteDefinition(_) => (TagKind::Footnote, None),
            Tag::Table(alignments) => {
                self.columns.start_table(alignments);
                (TagKind::Row, self.builder.open_table(Origin::Markdown, ""))
            }
            Tag::TableHead => (TagKind::Row, self.columns.start_head(&mut self.builder)),
            Tag::TableRow => (TagKind::Row, self.columns.start_row(&mut self.builder)),
            Tag::TableCell => (TagKind::Cell, self.columns.start_cell(&mut self.builder, range)),
            _ => (TagKind::Nothing, None),
        };
        if matches!(kind, TagKind::Container | TagKind::NewItem | TagKind::Footnote) {
            self.builder.enter_container();
        }
        self.open_tags.push(OpenTag { kind, frame });
    }

    fn end_block(&mut self, range: &Range<usize>) {
        let Some(tag) = self.open_tags.pop() else { return };
        self.builder.move_to(self.last_end.min(range.end));
        if matches!(tag.kind, TagKind::Container | TagKind::NewItem | TagKind::Footnote) {
            self.builder.leave_container();
        }
        match tag.kind {
            TagKind::Raw => self.end_raw(),
            TagKind::Directive => {}
            TagKind::Nothing => self.builder.close(tag.frame),
            TagKind::Paragraph => {
                self.bold.end_paragraph(&mut self.builder);
                self.builder.end_leaf();
                self.builder.close(tag.frame);
            }
            TagKind::Title => self.builder.end_title(),
            TagKind::Footnote => self.footnotes.end(&mut self.builder),
            TagKind::Code => self.end_code(tag.frame),
            TagKind::Heading => {
                self.builder.end_lookup();
                self.builder.close(tag.frame);
                self.builder.end_leaf();
            }
            _ => {
                self.builder.end_leaf();
                self.builder.close(tag.frame);
            }
        }
        self.builder.set_lines(Lines::Bare);
        self.builder.suppress(None);
    }

    fn start_list(&mut self, start: Option<u64>) -> Option<FrameRef> {
        match start {
            None => self.builder.open(Element::Ul, Origin::Markdown, ""),
            Some(1) => self.builder.open(Element::Ol, Origin::Markdown, ""),
            Some(start) => self.builder.open(Element::Ol, Origin::Markdown, &format!(" start=\"{start}\"")),
        }
    }

    fn rule(&mut self) {
        self.take_item_start();
        self.builder.end_leaf();
        self.bold.start_block(&mut self.builder);
        if !tab::end(&mut self.builder) && self.builder.place(Element::Hr, Origin::Markdown) {
            self.builder.write_tag("<hr>\n");
        }
    }

    /// Whether the paragraph or text at hand is the first thing in a list item. It is no longer afterwards.
    fn take_item_start(&mut self) -> bool {
        match self.open_tags.last_mut() {
            Some(tag) if tag.kind == TagKind::NewItem => {
                tag.kind = TagKind::Container;
                true
            }
            _ => false,
        }
    }

    fn finish(mut self) -> Document {
        self.builder.close_all();
        let footnotes = self.footnotes.names();
        self.footnotes.write(&mut self.builder);
        let mut document = self.builder.finish();
        document.footnotes = footnotes;
        self.anchors.number_slugs(&mut document);
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
