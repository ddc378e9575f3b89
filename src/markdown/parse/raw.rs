//! Raw HTML: its tags are read with html5gum and opened and closed like those of Markdown, if they may be there
//! at all. Nothing of what the author wrote is copied unread.

use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::ops::Range;

use super::tag::{RawBlock, RawTag, allowed_attributes, text};
use super::{Parser, TagKind};
use crate::markdown::builder::{DocumentBuilder, Lines, Node, Origin};
use crate::markdown::document::{Anchor, BlockKind, FlawKind};
use crate::markdown::element::{self, Element};
use crate::markdown::markup::Hole;
use crate::markdown::syntax::{ForeignSyntax, vue};

/// A tag with more attributes in quotes is shown as text: html5gum calls itself for each, and its stack would end.
const MAX_ATTRIBUTES: usize = 500;

impl Parser<'_> {
    pub(super) fn start_raw(&mut self, range: &Range<usize>) -> TagKind {
        if let Some(number) = self.builder.map().mark_at(range.start) {
            self.mark(number);
            return TagKind::Directive;
        }
        self.raw.clear();
        self.builder.open_leaf(BlockKind::Html, range);
        self.builder.set_lines(Lines::Raw);
        TagKind::Raw
    }

    pub(super) fn raw_line(&mut self, html: &str, range: &Range<usize>) {
        if self.open_tags.last().is_some_and(|tag| tag.kind == TagKind::Raw) {
            self.raw.push(html, range.start);
        }
        self.builder.set_leaf_end(range.end);
    }

    pub(super) fn end_raw(&mut self) {
        let block = std::mem::take(&mut self.raw);
        self.tokens(&block);
        self.builder.end_leaf();
        self.raw = block;
    }

    /// A tag or comment inside a paragraph.
    pub(super) fn raw_inline(&mut self, html: &str, range: &Range<usize>) {
        if self.inline_mark(html, range) || self.is_mdx() && self.take_component(range.start) {
            return;
        }
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
            let rest = self.builder.source().get(at..range.end).unwrap_or("");
            at += rest.find(line.trim_end()).unwrap_or(0);
            block.push(line, at);
            at = (at + line.len()).min(range.end);
        }
        self.tokens(&block);
        self.raw = block;
    }

    pub(super) fn tokens(&mut self, block: &RawBlock) {
        if attributes(&block.html) > MAX_ATTRIBUTES {
            self.raw_part(block, 0);
            self.builder.write_text(block.html.trim_end());
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
                    self.start_tag(&RawTag { tag, block, range });
                }
                Token::EndTag(tag) => {
                    read = tag.span.end;
                    if self.builder.map().is_inserted(&block.range(tag.span)) {
                        continue;
                    }
                    self.raw_part(block, tag.span.start);
                    let written = block.html.get(tag.span.start..tag.span.end).unwrap_or("");
                    self.end_tag(text(&tag.name), written, block.range(tag.span).end);
                }
                Token::String(string) => {
                    read = string.span.end;
                    self.raw_text(block, text(&string.value), string.span);
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
            self.builder.write_text(rest.trim_end());
        }
    }

    /// Before anything in raw HTML: there is a leaf block for it, and it starts no new block of its own.
    pub(super) fn raw_part(&mut self, block: &RawBlock, at: usize) {
        let here = block.in_source(at);
        self.builder.move_to(here);
        if self.builder.lines() == Lines::Raw {
            self.bold.start_block(&mut self.builder);
            if self.builder.leaf_kind().is_none() {
                let end = block.in_source(block.html.len());
                self.builder.open_leaf(BlockKind::Html, &(here..end.max(here)));
            }
            self.builder.fill_leaf();
        }
    }

    fn comment(&mut self, block: &RawBlock, span: html5gum::Span) {
        let range = block.range(span);
        if let Some(number) = self.builder.map().mark_at(range.start) {
            self.raw_part(block, span.start);
            return self.mark(number);
        }
        let Some(html) = block.html.get(span.start..).filter(|html| html.starts_with("<!--")) else { return };
        if self.is_vue() && vue::is_include(html) {
            self.builder.flaw(FlawKind::ForeignSyntax { kind: ForeignSyntax::Include }, range.clone());
        }
        self.builder.comment(range);
    }

    fn start_tag(&mut self, tag: &RawTag<'_>) {
        if let Some(suppressed) = self.builder.suppressed() {
            if matches!(suppressed, "audio" | "video") {
                self.tag_in_media(tag);
            }
            return;
        }
        // A component may have the name of an element, but for its capital.
        if self.raw_component(tag.block, tag.tag.span) {
            return;
        }
        let name = text(&tag.tag.name);
        let Some(element) = Element::from_name(name) else {
            if element::is_html(name) {
                // Those of a page of Vue are none of its text.
                if !(self.is_vue() && matches!(name, "script" | "style")) {
                    self.builder.flaw(FlawKind::RemovedHtml { what: name.into() }, tag.range.clone());
                }
                self.suppress(name, tag);
            } else {
                let written = tag.block.html.get(tag.tag.span.start..tag.tag.span.end).unwrap_or("");
                let name = written.get(1..=name.len()).unwrap_or(name);
                let as_written = self.builder.map().as_written(written, &tag.range);
                let written = as_written.as_deref().unwrap_or(written);
                self.builder.flaw(FlawKind::PlaceholderAsHtml { name: name.into() }, tag.range.clone());
                self.builder.write_beside(written);
            }
            return;
        };
        for (name, value) in &tag.tag.attributes {
            let name = text(name);
            if name == "style" || name.starts_with("on") {
                self.builder.flaw(FlawKind::RemovedHtml { what: name.into() }, tag.block.range(value.span));
            }
        }
        self.allowed_tag(element, tag);
        if self.is_vue() {
            self.note_directives(tag);
        }
    }

    fn allowed_tag(&mut self, element: Element, tag: &RawTag<'_>) {
        if self.builder.is_in_alt() && element != Element::Span {
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
                self.builder.line_break(if element == Element::Br { "<br>" } else { "<wbr>" });
            }
            Element::Hr => {
                self.anchors_of(tag, "id");
                if self.builder.place(element, Origin::Raw) {
                    self.builder.write_tag("<hr>\n");
                }
            }
            Element::Span => self.raw_span(tag),
            Element::Audio | Element::Video => {
                self.anchors_of(tag, "id");
                self.start_media(element, tag);
            }
            Element::Picture => self.builder.open_unwritten(Node::Picture),
            // One of a picture gives way to its image.
            Element::Source if self.builder.innermost(|node| node == Node::Picture).is_some() => {}
            Element::Source | Element::Track => {
                self.builder.flaw(FlawKind::RemovedHtml { what: element.name().into() }, tag.range.clone());
            }
            // Without a direction it says nothing.
            Element::Bdo if !allowed_attributes(element, tag).contains(" dir=") => {}
            _ => match element.heading_level() {
                Some(level) => {
                    self.builder.open_heading(level, "", Origin::Raw, &tag.range);
                    if self.builder.lines() != Lines::Raw {
                        self.builder.set_lines(Lines::Bare);
                    }
                    self.anchors_of(tag, "id");
                }
                None => self.raw_element(element, tag),
            },
        }
    }

    fn raw_element(&mut self, element: Element, tag: &RawTag<'_>) {
        if self.builder.leaf_kind() == Some(BlockKind::Html) {
            self.builder.separate_words();
        }
        let attributes = allowed_attributes(element, tag);
        if matches!(element, Element::Table | Element::Pre | Element::Code) {
            self.anchors_of(tag, "id");
        }
        match element {
            Element::Table => drop(self.builder.open_table(Origin::Raw, &attributes)),
            Element::Pre => drop(self.builder.open_pre(Origin::Raw, &attributes)),
            Element::Code => self.start_raw_code(tag),
            _ => match self.new_anchor(tag, "id") {
                Some(anchor) if self.builder.place(element, Origin::Raw) => {
                    let mark = self.builder.mark();
                    self.builder.write_tag("<");
                    self.builder.write_tag(element.name());
                    self.builder.add_anchor(anchor, Hole::AnchorId);
                    self.builder.write_tag(&attributes);
                    self.builder.write_tag(">");
                    self.builder.push_frame(Node::Element(element), Origin::Raw, mark);
                }
                Some(anchor) => self.builder.write_anchor(anchor),
                None => drop(self.builder.open(element, Origin::Raw, &attributes)),
            },
        }
    }

    fn raw_span(&mut self, tag: &RawTag<'_>) {
        let end = tag.range.end;
        let lookup = |class: &str| class.split_whitespace().any(|name| name == "sxs-lookup");
        if tag.attribute("data-ttu-id").is_some() {
            self.builder.open_unwritten(Node::Translation(end));
        } else if tag.attribute("data-stu-id").is_some() {
            self.builder.open_unwritten(Node::Source(end));
        } else if tag.attribute("class").is_some_and(lookup) {
            self.builder.start_lookup(end);
        } else {
            self.anchors_of(tag, "id");
            let attributes = allowed_attributes(Element::Span, tag);
            if attributes.is_empty() {
                self.builder.open_unwritten(Node::Span);
            } else {
                self.builder.open(Element::Span, Origin::Raw, &attributes);
            }
        }
    }

    fn end_tag(&mut self, name: &str, written: &str, end: usize) {
        if let Some(suppressed) = self.builder.suppressed() {
            if suppressed == name {
                self.builder.suppress(None);
            }
            return;
        }
        if self.end_component(written, end) {
            return;
        }
        let Some(element) = Element::from_name(name) else {
            if !element::is_html(name) {
                self.builder.write_beside(written);
            }
            return;
        };
        self.end_raw_code();
        self.builder.set_tag_end(Some(end));
        if element == Element::Br {
            self.builder.line_break("<br>");
        } else if element.heading_level().is_some() {
            self.builder.close_raw(|open| open.heading_level().is_some());
        } else if !self.builder.close_raw(|open| open == element) && element == Element::Span {
            self.builder.end_lookup();
        }
        self.builder.set_tag_end(None);
    }

    /// Leaves out the content of a removed element, if it is not text and the element ends in this block.
    fn suppress(&mut self, name: &str, tag: &RawTag<'_>) {
        if !element::drops_content(name) {
            return;
        }
        let rest = behind(&self.builder, tag);
        self.builder.suppress_content(name, rest);
    }

    /// Takes an anchor out of an attribute; a second one of the same name is a flaw, and none.
    fn new_anchor(&mut self, tag: &RawTag<'_>, attribute: &str) -> Option<Anchor> {
        let name = tag.attribute(attribute).map(str::trim).filter(|name| !name.is_empty())?;
        self.anchors.claim(&mut self.builder, name, tag.value_range(attribute))
    }

    fn anchors_of(&mut self, tag: &RawTag<'_>, attribute: &str) {
        if let Some(anchor) = self.new_anchor(tag, attribute) {
            self.builder.place_anchor(anchor);
        }
    }
}

/// What stands behind a tag in its block.
pub(super) fn behind<'r>(builder: &DocumentBuilder<'r>, tag: &'r RawTag<'_>) -> &'r str {
    if builder.lines() == Lines::Raw {
        return tag.block.html.get(tag.tag.span.end..).unwrap_or("");
    }
    let limit = builder.leaf_limit().unwrap_or(tag.range.end);
    builder.written(tag.range.end..limit.max(tag.range.end))
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
