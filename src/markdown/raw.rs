//! Raw HTML: its tags are read with html5gum and opened and closed like those of Markdown, if they may be there
//! at all. Nothing of what the author wrote is copied unread.

use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::ops::Range;

use super::element::{self, Element};
use super::frame::{Lines, MAX_DEPTH, Node, Origin, SinkKind};
use super::leaf::count;
use super::markup::Hole;
use super::parse::{Kind, Parser};
use super::tag::{RawBlock, Tag, kept_attributes, text};
use super::{Anchor, BlockKind, FlawKind};

/// A tag with more attributes in quotes is shown as text: html5gum calls itself for each, and its stack would end.
const MAX_ATTRIBUTES: usize = 500;

impl Parser<'_> {
    pub(super) fn start_raw(&mut self, range: &Range<usize>) -> Kind {
        if self.directive(range.start) {
            return Kind::Directive;
        }
        self.raw.clear();
        self.begin_leaf(BlockKind::Html, range);
        self.lines = Lines::Raw;
        Kind::Raw
    }

    pub(super) fn raw_line(&mut self, html: &str, range: &Range<usize>) {
        if self.marks.last().is_some_and(|mark| mark.kind == Kind::Raw) {
            self.raw.push(html, range.start);
        }
        if let Some(leaf) = &mut self.leaf {
            leaf.end = range.end;
        }
    }

    pub(super) fn end_raw(&mut self) {
        let block = std::mem::take(&mut self.raw);
        self.tokens(&block);
        self.end_leaf();
        self.raw = block;
    }

    /// A tag or comment inside a paragraph.
    pub(super) fn raw_inline(&mut self, html: &str, range: &Range<usize>) {
        if let Some(name) = html.strip_prefix("</").and_then(|rest| rest.strip_suffix('>')) {
            let name = name.trim_ascii_end().to_ascii_lowercase();
            self.end_tag(&name, html, range.end);
            return;
        }
        let mut block = std::mem::take(&mut self.raw);
        block.clear();
        let mut at = range.start;
        for line in html.split_inclusive('\n') {
            // Between lines stand the marks of quotes.
            let rest = self.source.get(at..range.end).unwrap_or("");
            at += rest.find(line.trim_end()).unwrap_or(0);
            block.push(line, at);
            at = (at + line.len()).min(range.end);
        }
        self.tokens(&block);
        self.raw = block;
    }

    fn tokens(&mut self, block: &RawBlock) {
        if attributes(&block.html) > MAX_ATTRIBUTES {
            self.raw_part(block, 0);
            self.write_text(block.html.trim_end());
            return;
        }
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut read = 0;
        for Ok(token) in Tokenizer::new_with_emitter(block.html.as_str(), emitter) {
            match token {
                Token::StartTag(tag) => {
                    read = tag.span.end;
                    self.raw_part(block, tag.span.start);
                    let range = block.range(tag.span);
                    self.start_tag(&Tag { tag, block, range });
                }
                Token::EndTag(tag) => {
                    read = tag.span.end;
                    self.raw_part(block, tag.span.start);
                    let written = block.html.get(tag.span.start..tag.span.end).unwrap_or("");
                    self.end_tag(text(&tag.name), written, block.range(tag.span).end);
                }
                Token::String(string) => {
                    read = string.span.end;
                    let string_text = text(&string.value);
                    if !string_text.trim().is_empty() {
                        self.raw_part(block, string.span.start);
                    }
                    self.write_text(string_text);
                }
                Token::Comment(comment) => {
                    read = comment.span.end;
                    self.comment(block, comment.span);
                }
                Token::Doctype(doctype) => read = doctype.span.end,
                Token::Error(_) => {}
            }
        }
        if let Some(rest) = block.html.get(read..).filter(|rest| !rest.trim().is_empty()) {
            self.raw_part(block, read);
            self.write_text(rest.trim_end());
        }
    }

    /// Before anything in raw HTML: there is a leaf block for it, and it starts no new block of its own.
    fn raw_part(&mut self, block: &RawBlock, at: usize) {
        self.here = block.in_source(at);
        if self.lines == Lines::Raw {
            if self.containers == 0 {
                self.settle_bold();
            }
            if self.leaf.is_none() {
                let end = block.in_source(block.html.len());
                self.begin_leaf(BlockKind::Html, &(self.here..end.max(self.here)));
            }
            if let Some(leaf) = &mut self.leaf {
                leaf.end = leaf.limit;
            }
        }
    }

    fn comment(&mut self, block: &RawBlock, span: html5gum::Span) {
        let range = block.range(span);
        if block.html.get(span.start..).is_some_and(|html| html.starts_with("<!--")) {
            let span = self.span(range);
            self.document.comments.push(span);
        }
    }

    fn start_tag(&mut self, tag: &Tag<'_>) {
        if self.suppressed.is_some() {
            return;
        }
        let name = text(&tag.tag.name);
        let Some(element) = Element::from_name(name) else {
            if element::is_html(name) {
                self.flaw(FlawKind::RemovedHtml { what: name.into() }, tag.range.clone());
                self.suppress(name, tag);
            } else {
                let written = tag.block.html.get(tag.tag.span.start..tag.tag.span.end).unwrap_or("");
                let name = written.get(1..=name.len()).unwrap_or(name);
                self.flaw(FlawKind::PlaceholderAsHtml { name: name.into() }, tag.range.clone());
                self.write_text(written);
            }
            return;
        };
        for (name, value) in &tag.tag.attributes {
            let name = text(name);
            if name == "style" || name.starts_with("on") {
                self.flaw(FlawKind::RemovedHtml { what: name.into() }, tag.block.range(value.span));
            }
        }
        self.allowed_tag(element, tag);
    }

    fn allowed_tag(&mut self, element: Element, tag: &Tag<'_>) {
        if self.sink().kind == SinkKind::Alt && element != Element::Span {
            return;
        }
        match element {
            Element::A => {
                self.anchors_of(tag, "name");
                self.anchors_of(tag, "id");
                self.raw_link(tag);
            }
            Element::Img => {
                self.anchors_of(tag, "id");
                self.raw_image(tag);
            }
            Element::Br | Element::Wbr => {
                self.anchors_of(tag, "id");
                self.line_break(if element == Element::Br { "<br>" } else { "<wbr>" });
            }
            Element::Hr => {
                if self.place(element, Origin::Raw) {
                    self.write("<hr>\n");
                }
            }
            Element::Span => self.raw_span(tag),
            _ => match element.heading_level() {
                Some(level) => {
                    self.open_heading(level, "", Origin::Raw, &tag.range);
                    self.lines = if self.lines == Lines::Raw { Lines::Raw } else { Lines::Bare };
                    self.anchors_of(tag, "id");
                }
                None => self.raw_element(element, tag),
            },
        }
    }

    fn raw_element(&mut self, element: Element, tag: &Tag<'_>) {
        if self.leaf.as_ref().is_some_and(|leaf| leaf.kind == BlockKind::Html) {
            // Cells, items and paragraphs of raw HTML are one block, but not one word.
            self.plain(" ");
        }
        let attributes = kept_attributes(element, tag);
        match element {
            Element::Table => drop(self.open_table(Origin::Raw, &attributes)),
            Element::Pre => drop(self.open_pre(Origin::Raw, &attributes)),
            Element::Code => drop(self.open(element, Origin::Raw, " dir=\"ltr\"")),
            _ => match self.new_anchor(tag, "id") {
                Some(anchor) if self.place(element, Origin::Raw) => {
                    let mark = self.mark();
                    self.write("<");
                    self.write(element.name());
                    self.keep_anchor(anchor, Hole::AnchorId);
                    self.write(&attributes);
                    self.write(">");
                    self.push_frame(Node::Element(element), Origin::Raw, mark);
                }
                Some(anchor) => self.write_anchor(anchor),
                None => drop(self.open(element, Origin::Raw, &attributes)),
            },
        }
    }

    fn raw_span(&mut self, tag: &Tag<'_>) {
        let end = tag.range.end;
        let lookup = |class: &str| class.split_whitespace().any(|name| name == "sxs-lookup");
        if tag.attribute("data-ttu-id").is_some() {
            self.unwritten(Node::Translation(end));
        } else if tag.attribute("data-stu-id").is_some() {
            self.unwritten(Node::Source(end));
        } else if tag.attribute("class").is_some_and(lookup) {
            self.start_lookup(end);
        } else {
            self.anchors_of(tag, "id");
            let attributes = kept_attributes(Element::Span, tag);
            if attributes.is_empty() {
                self.unwritten(Node::Span);
            } else {
                self.open(Element::Span, Origin::Raw, &attributes);
            }
        }
    }

    /// Opens what is not written, where it may stand.
    fn unwritten(&mut self, node: Node) {
        if self.sink().stack.len() < MAX_DEPTH && (self.line_context() || self.sink().kind == SinkKind::Alt) {
            let mark = self.mark();
            self.push_frame(node, Origin::Raw, mark);
        }
    }

    fn end_tag(&mut self, name: &str, written: &str, end: usize) {
        if let Some(suppressed) = &self.suppressed {
            if **suppressed == *name {
                self.suppressed = None;
            }
            return;
        }
        let Some(element) = Element::from_name(name) else {
            if !element::is_html(name) {
                self.write_text(written);
            }
            return;
        };
        self.tag_end = Some(end);
        if element == Element::Br {
            self.line_break("<br>");
        } else if element.heading_level().is_some() {
            self.close_raw(|open| open.heading_level().is_some());
        } else if !self.close_raw(|open| open == element) && element == Element::Span {
            self.end_lookup();
        }
        self.tag_end = None;
    }

    /// Leaves out the content of a removed element, if it is no text and the element ends in this block.
    fn suppress(&mut self, name: &str, tag: &Tag<'_>) {
        if !element::drops_content(name) {
            return;
        }
        let rest = if self.lines == Lines::Raw {
            tag.block.html.get(tag.tag.span.end..)
        } else {
            let limit = self.leaf.as_ref().map_or(tag.range.end, |leaf| leaf.limit);
            self.source.get(tag.range.end..limit.max(tag.range.end))
        };
        let Some(leaf) = &mut self.leaf else { return };
        if leaf.endless.iter().any(|known| **known == *name) {
            return;
        }
        if has_end(rest.unwrap_or(""), name) {
            self.suppressed = Some(name.into());
        } else {
            leaf.endless.push(name.into());
        }
    }

    /// Takes an anchor out of an attribute; a second one of the same name is a flaw, and none.
    pub(super) fn new_anchor(&mut self, tag: &Tag<'_>, attribute: &str) -> Option<Anchor> {
        let name = tag.attribute(attribute).map(str::trim).filter(|name| !name.is_empty())?;
        self.claim_anchor(name, tag.value_range(attribute))
    }

    fn anchors_of(&mut self, tag: &Tag<'_>, attribute: &str) {
        if let Some(anchor) = self.new_anchor(tag, attribute) {
            self.place_anchor(anchor);
        }
    }

    /// Keeps an anchor as one of the body's own.
    pub(super) fn keep_anchor(&mut self, anchor: Anchor, hole: fn(u32) -> Hole) {
        let index = count(&self.document.anchors);
        self.document.anchors.push(anchor);
        self.markup().hole(hole(index));
    }
}

/// Whether `</name` stands in the text.
fn has_end(html: &str, name: &str) -> bool {
    html.match_indices("</").any(|(at, _)| {
        html.as_bytes()
            .get(at + 2..at + 2 + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// Attributes in quotes that a tag of this HTML has at the most; rather too many than too few.
fn attributes(html: &str) -> usize {
    // Nearly all HTML has fewer equals signs than that.
    let all = html.bytes().filter(|byte| *byte == b'=').count();
    if all <= MAX_ATTRIBUTES {
        return all;
    }
    // A `<` in a comment or a value begins no tag, and one in a tag does not end it: both are followed at once. Counts of
    // a tag that is read, and of one in whose value in either quotes the place lies.
    let (mut tag, mut quoted) = (None, [None; 2]);
    let (mut most, mut before) = (0, b' ');
    for (at, byte) in html.bytes().enumerate() {
        let closed = match byte {
            b'"' => quoted[0].take(),
            b'\'' => quoted[1].take(),
            _ => None,
        };
        match byte {
            b'"' | b'\'' if before == b'=' => {
                let opened = tag.take().map(|count| count + 1);
                let quotes = &mut quoted[usize::from(byte == b'\'')];
                *quotes = opened.max(*quotes);
                most = most.max(opened.unwrap_or(0));
            }
            b'<' if html
                .as_bytes()
                .get(at + 1)
                .is_some_and(|next| *next == b'/' || next.is_ascii_alphabetic()) =>
            {
                tag = tag.max(Some(0));
            }
            b'>' => tag = None,
            _ => {}
        }
        tag = tag.max(closed);
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    most
}
