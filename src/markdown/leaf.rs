//! Leaf blocks and their text: the plain text of a document, the headings in it and what belongs to each block.

use std::ops::Range;

use super::element::{Element, Model};
use super::frame::{Frame, FrameRef, Lines, Node, Origin, SinkKind};
use super::markup::{Hole, Part};
use super::parse::{Kind, Parser};
use super::{Block, BlockKind, FlawKind, Heading, HeadingKind, escape, slug};
use crate::diagnostic::Span;

/// The leaf block that is being read.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) kind: BlockKind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the Markdown block ends.
    pub(super) limit: usize,
    /// Where its text starts in the document's text.
    text: usize,
    links: u32,
    images: u32,
    lookups: u32,
    /// Raw elements known to have no end tag in the rest of the block.
    pub(super) endless: Vec<Box<str>>,
}

/// The length of a vector as an index of the data model.
pub(super) fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

impl Parser<'_> {
    pub(super) fn begin_leaf(&mut self, kind: BlockKind, range: &Range<usize>) {
        self.end_leaf();
        self.leaf = Some(Leaf {
            kind,
            start: range.start,
            end: range.start,
            limit: range.end,
            text: self.document.text.len(),
            links: count(&self.document.links),
            images: count(&self.document.images),
            lookups: count(&self.document.lookups),
            endless: Vec::new(),
        });
    }

    /// A leaf block inside an element that was opened for it.
    pub(super) fn begin_leaf_here(&mut self, kind: BlockKind, range: &Range<usize>) {
        debug_assert!(self.leaf.is_none());
        self.begin_leaf(kind, range);
    }

    /// Every part of a line stands in a leaf block; in a list item it starts here.
    pub(super) fn begin_inline(&mut self, range: &Range<usize>) {
        if self.leaf.is_none() {
            let kind = if self.item_is_used() { BlockKind::ListItem } else { BlockKind::Paragraph };
            self.begin_leaf(kind, range);
        }
        if let Some(leaf) = &mut self.leaf {
            leaf.end = leaf.end.max(range.end);
            leaf.limit = leaf.limit.max(range.end);
        }
    }

    /// The text of the leaf block so far.
    pub(super) fn leaf_text(&self) -> &str {
        let start = self.leaf.as_ref().map_or(self.document.text.len(), |leaf| leaf.text);
        self.document.text.get(start..).unwrap_or("").trim()
    }

    pub(super) fn end_leaf(&mut self) {
        if self.leaf.is_none() {
            return;
        }
        self.end_lookup();
        self.close_lines();
        let Some(leaf) = self.leaf.take() else { return };
        let document = &mut self.document;
        document.text.truncate(leaf.text + document.text.get(leaf.text..).unwrap_or("").trim_end().len());
        let block = Block {
            kind: leaf.kind,
            span: Span::default(),
            text: Span::new(leaf.text, document.text.len()),
            links: (leaf.links, count(&document.links)),
            images: (leaf.images, count(&document.images)),
            lookups: (leaf.lookups, count(&document.lookups)),
        };
        let holds = |(from, to): (u32, u32)| from < to;
        let empty = block.text.is_empty()
            && !(holds(block.links) || holds(block.images) || holds(block.lookups))
            && !matches!(block.kind, BlockKind::Heading(_));
        if empty {
            return;
        }
        document.text.push('\n');
        let span = self.span(leaf.start..leaf.end);
        let index = count(&self.document.blocks);
        self.document.blocks.push(Block { span, ..block });
        if self.top().is_none_or(|frame| frame.model() == Model::Flow) {
            self.markup().hole(Hole::Block(index));
        }
    }

    /// Text without markup: to the page, and to the text of what it stands in.
    pub(super) fn write_text(&mut self, text: &str) {
        if self.suppressed.is_some() {
            return;
        }
        if self.sink().kind == SinkKind::Alt {
            self.sink().text.push_str(text);
            return;
        }
        if text.bytes().all(|b| b.is_ascii_whitespace()) && !self.in_line() {
            return;
        }
        if self.phrasing_context() {
            escape::text(&mut self.markup().html, text);
            self.plain(text);
        }
    }

    /// Whether white space means anything here.
    fn in_line(&mut self) -> bool {
        match self.top() {
            None => self.sink().kind != SinkKind::Body,
            Some(frame) => match frame.model() {
                Model::Structure => false,
                Model::Flow => self.lines == Lines::Bare || frame.origin == Origin::Raw,
                _ => true,
            },
        }
    }

    /// Appends to the plain text of the block, or of the lookup.
    pub(super) fn plain(&mut self, text: &str) {
        let Some(start) = self.leaf.as_ref().map(|leaf| leaf.text) else { return };
        match self.sinks.last_mut() {
            Some(sink) if matches!(sink.kind, SinkKind::Lookup(_)) => push_line(&mut sink.text, text),
            _ if self.document.text.len() == start => push_line(&mut self.document.text, text.trim_start()),
            _ => push_line(&mut self.document.text, text),
        }
    }

    /// Text as CommonMark gives it. Extensions in lines are found in it.
    pub(super) fn text_event(&mut self, text: &str, range: &Range<usize>) {
        if self.marks.last().is_some_and(|mark| mark.kind == Kind::Code) {
            let written = self.places.as_written(text, range);
            self.write_text(written.unwrap_or(text));
            return;
        }
        if text.len() != range.len() {
            self.write_text(text);
            return;
        }
        self.note_strays(text, range);
        let mut done = range.start.max(self.skip_until).min(range.end);
        let mut at = done;
        while let Some(found) = self.next_extension(at, range.end) {
            self.write_text(text.get(done - range.start..found - range.start).unwrap_or(""));
            done = found;
            at = found + 1;
            if self.extension(found) {
                done = self.skip_until.clamp(found, range.end);
                at = done;
            }
        }
        self.write_text(text.get(done - range.start..).unwrap_or(""));
    }

    /// The next place before `end` where an extension may start.
    fn next_extension(&self, mut from: usize, end: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        loop {
            let at = from + memchr::memchr2(b'[', b':', bytes.get(from..end)?)?;
            let starts = match bytes[at] {
                b'[' => bytes.get(at + 1) == Some(&b'!'),
                _ => bytes[at..].starts_with(b":::"),
            };
            let escaped = at > 0 && bytes[at - 1] == b'\\';
            if starts && !escaped {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// An extension in a line. False: it is text.
    fn extension(&mut self, at: usize) -> bool {
        if self.source.as_bytes()[at] == b':' {
            return self.inline_image(at) || self.stray_directive(at);
        }
        self.inline_include(at) || self.inline_video(at) || self.stray_word(at)
    }

    pub(super) fn code(&mut self, code: &str, range: &Range<usize>) {
        // Line ends in code are spaces, but CR LF would be two.
        let one_line;
        let mut code = code;
        if self.source.get(range.clone()).is_some_and(|written| written.contains('\n')) {
            one_line = code.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            code = &one_line;
        }
        if self.sink().kind == SinkKind::Alt {
            self.sink().text.push_str(code);
        } else if self.phrasing_context() {
            self.write("<code dir=\"ltr\">");
            escape::text(&mut self.markup().html, code);
            self.write("</code>");
            self.plain(code);
        }
    }

    /// A soft or hard line break inside a paragraph; nothing at its start.
    pub(super) fn line_break(&mut self, html: &str) {
        if self.sink().kind == SinkKind::Alt {
            self.sink().text.push(' ');
        } else if self.in_line() && self.phrasing_context() {
            self.write(html);
            self.plain("\n");
        }
    }

    /// Opens a heading; the number of the heading is that of the next one.
    pub(super) fn open_heading(
        &mut self,
        level: u8,
        classes: &str,
        origin: Origin,
        range: &Range<usize>,
    ) -> Option<FrameRef> {
        self.end_leaf();
        if !self.place(Element::H2, origin) {
            self.begin_leaf(BlockKind::Paragraph, range);
            return None;
        }
        let tag = self.mark();
        let index = self.new_heading(level.clamp(2, 6), range);
        self.write(["<h2", "<h3", "<h4", "<h5", "<h6"][usize::from(level.clamp(2, 6) - 2)]);
        self.markup().hole(Hole::HeadingId(index));
        if !classes.is_empty() {
            self.write(" class=\"");
            self.write(classes);
            self.write("\"");
        }
        self.write(">");
        self.markup().hole(Hole::HeadingAlias(index));
        let frame = self.push_frame(Node::Heading(index), origin, tag);
        self.begin_leaf(BlockKind::Heading(index), range);
        Some(frame)
    }

    fn new_heading(&mut self, level: u8, range: &Range<usize>) -> u32 {
        let index = count(&self.document.headings);
        let heading = Heading {
            kind: HeadingKind::Written,
            level,
            text: Box::default(),
            span: self.span(range.start..range.end),
            anchor: None,
            slug: Box::default(),
        };
        self.document.headings.push(heading);
        index
    }

    /// Whether a heading of level 1 here is the document's title.
    pub(super) fn takes_title(&mut self) -> bool {
        let sink_is_body = self.sinks.len() == 1;
        let directives = |frame: &Frame| matches!(frame.node, Node::Directive(_));
        self.containers == 0
            && sink_is_body
            && self.document.parts.title_heading.is_none()
            && self.sink().stack.iter().all(directives)
    }

    pub(super) fn start_title(&mut self, range: &Range<usize>) {
        self.flow_context();
        let index = self.new_heading(1, range);
        self.begin_leaf(BlockKind::Heading(index), range);
        self.push_sink(SinkKind::Title);
    }

    pub(super) fn end_title(&mut self) {
        self.end_lookup();
        let Some(sink) = self.pop_sink() else { return };
        let Some(&Leaf { kind: BlockKind::Heading(index), .. }) = self.leaf.as_ref() else { return };
        if self.finish_heading(index, sink.markup.html.is_empty() && sink.markup.holes.is_empty()) {
            self.title = sink.markup;
            self.document.parts.title_heading = Some(index);
            self.markup().hole(Hole::Title);
        }
        self.end_leaf();
    }

    /// Gives a heading its text and slug. False: it was empty and is no heading.
    fn finish_heading(&mut self, index: u32, empty: bool) -> bool {
        let text: Box<str> = self.leaf_text().into();
        if empty && text.is_empty() {
            if let Some(Heading { anchor: Some(anchor), .. }) = self.document.headings.pop() {
                self.write_anchor(anchor);
            }
            // An element that ends the text of the heading, as another heading in it does, has made a block of it.
            let block = self.document.blocks.last_mut().map(|block| &mut block.kind);
            let leaf = self.leaf.as_mut().map(|leaf| &mut leaf.kind);
            for kind in block.into_iter().chain(leaf) {
                if *kind == BlockKind::Heading(index) {
                    *kind = BlockKind::Paragraph;
                }
            }
            return false;
        }
        let slug = self.unique_slug(&text);
        if let Some(heading) = self.document.headings.get_mut(index as usize) {
            heading.text = text;
            heading.slug = slug;
            self.level = heading.level;
        }
        true
    }

    /// A slug that no earlier heading of the document has.
    pub(super) fn unique_slug(&mut self, text: &str) -> Box<str> {
        let mut base = slug::github(text);
        if slug::is_of_page(&base) {
            base = slug::anchor(&base).into_owned();
        }
        if base.is_empty() {
            base.push_str("section");
        }
        let mut slug = base.clone();
        while self.slugs.contains_key(&slug) {
            let repeated = self.slugs.entry(base.clone()).or_default();
            *repeated += 1;
            slug = format!("{base}-{repeated}");
        }
        self.slugs.insert(slug.clone(), 0);
        slug.into()
    }

    /// What the end of an element means to the rest.
    pub(super) fn closed(&mut self, sink: usize, frame: &Frame) {
        match frame.node {
            Node::Heading(index) => self.end_heading(sink, index, frame),
            Node::Link(index) if frame.origin == Origin::Raw => {
                let end = self.tag_end.unwrap_or(self.here);
                let end = self.span(end..end).end;
                if let Some(link) = self.document.links.get_mut(index as usize) {
                    link.span.end = link.span.end.max(end);
                }
            }
            Node::Translation(start) => self.translation = Some(self.span(start..self.here)),
            Node::Source(start) => self.lookup_source = Some(self.span(start..self.here)),
            Node::Directive(index) | Node::Description(index) => self.check_directive_end(index),
            Node::TabGroup(start) => {
                let line = self.source.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
                self.flaw(FlawKind::UnclosedDirective { name: "tab".into() }, start..start + line);
            }
            Node::Element(Element::P) => self.remember_lead(sink, frame),
            _ => {}
        }
    }

    fn end_heading(&mut self, sink: usize, index: u32, frame: &Frame) {
        let markup = &self.sinks[sink].markup;
        let empty = markup.end() == frame.content.0 && markup.count() == frame.content.1;
        if empty && self.leaf_text().is_empty() {
            self.sinks[sink].markup.cut(frame.tag.0, frame.tag.1);
            self.finish_heading(index, true);
            return;
        }
        let level = self.document.headings.get(index as usize).map_or(2, |heading| heading.level);
        let end = ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"];
        self.sinks[sink].markup.html.push_str(end[usize::from(level.clamp(2, 6) - 2)]);
        self.finish_heading(index, false);
        if frame.origin == Origin::Raw {
            self.end_leaf();
        }
    }

    /// Keeps the content of the first paragraph, for those that include this document inside a sentence.
    fn remember_lead(&mut self, sink: usize, frame: &Frame) {
        if sink == 0 && self.containers == 0 && self.document.parts.lead.is_none() {
            let markup = &self.sinks[sink].markup;
            let end = markup.end().saturating_sub(u32::try_from("</p>\n".len()).unwrap_or(0));
            let html = (frame.content.0, end);
            if html.0 < html.1 {
                self.document.parts.lead = Some(Part { html, holes: (frame.content.1, markup.count()) });
            }
        }
    }
}

/// Appends text with its line ends as spaces.
fn push_line(plain: &mut String, text: &str) {
    let mut rest = text;
    while let Some(end) = memchr::memchr(b'\n', rest.as_bytes()) {
        let line = &rest[..end];
        plain.push_str(line.strip_suffix('\r').unwrap_or(line));
        plain.push(' ');
        rest = &rest[end + 1..];
    }
    plain.push_str(rest.strip_suffix('\r').unwrap_or(rest));
}
