//! Headings: their tags, text and slugs, the document's title, and bold paragraphs that are headings after all. Knows not how
//! they are written in Markdown.

use std::ops::Range;

use super::frame::{BoldRun, Frame, FrameRef, Leaf, Node, Origin, SinkKind};
use super::{DocumentBuilder, Hole, Markup, MarkupRange, count};
use crate::markdown::document::{Anchor, BlockKind, Heading, HeadingKind};
use crate::markdown::element::Element;

impl DocumentBuilder<'_> {
    /// Opens a heading; the number of the heading is that of the next one.
    pub(in crate::markdown) fn open_heading(
        &mut self,
        level: u8,
        classes: &str,
        origin: Origin,
        range: &Range<usize>,
    ) -> Option<FrameRef> {
        self.end_leaf();
        if !self.place(Element::H2, origin) {
            self.open_leaf(BlockKind::Paragraph, range);
            return None;
        }
        let tag = self.mark();
        let index = self.new_heading(level.clamp(2, 6), range);
        self.write_tag(start_tag(level));
        self.write_hole(Hole::HeadingId(index));
        if !classes.is_empty() {
            self.write_tag(" class=\"");
            self.write_tag(classes);
            self.write_tag("\"");
        }
        self.write_tag(">");
        self.write_hole(Hole::HeadingAlias(index));
        let frame = self.push_frame(Node::Heading(index), origin, tag);
        self.open_leaf(BlockKind::Heading(index), range);
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
    pub(in crate::markdown) fn takes_title(&self) -> bool {
        self.document.html.title_heading.is_none()
            && self.is_top_level(|node| matches!(node, Node::Directive(_) | Node::Block(..)))
    }

    /// Whether nothing that is read stands before.
    pub(in crate::markdown) fn is_first_block(&self) -> bool {
        self.document.blocks.is_empty()
    }

    pub(in crate::markdown) fn start_title(&mut self, range: &Range<usize>) {
        self.flow_context();
        let index = self.new_heading(1, range);
        self.open_leaf(BlockKind::Heading(index), range);
        self.push_sink(SinkKind::Title);
    }

    pub(in crate::markdown) fn end_title(&mut self) {
        self.end_lookup();
        let Some(sink) = self.pop_sink() else { return };
        let Some(&Leaf { kind: BlockKind::Heading(index), .. }) = self.leaf.as_ref() else { return };
        if self.finish_heading(index, sink.markup.html.is_empty() && sink.markup.holes.is_empty()) {
            self.headings.title = sink.markup;
            self.document.html.title_heading = Some(index);
            self.write_hole(Hole::Title);
        }
        self.end_leaf();
    }

    /// Gives a heading its text and slug. False: it was empty and is not a heading.
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
        let text = if text.is_empty() { self.leaf_alt().into() } else { text };
        let slug = self.unique_slug(&text, self.leaf_start()..self.document.text.len());
        if let Some(heading) = self.document.headings.get_mut(index as usize) {
            heading.text = text;
            heading.slug = slug;
            self.headings.level = heading.level;
        }
        true
    }

    /// A slug of the text of a heading, which stands in this part of the document's text, without the tags in it that are
    /// shown as written: generators that know their elements, and those that take them out, make none of them.
    fn unique_slug(&mut self, text: &str, part: Range<usize>) -> Box<str> {
        let from = self.headings.tags.partition_point(|tag| tag.start < part.start);
        let tags = self.headings.tags.get(from..).unwrap_or(&[]);
        if tags.first().is_none_or(|tag| tag.start >= part.end) {
            return self.headings.slugs.unique(text);
        }
        let mut bare = String::with_capacity(part.len());
        let mut at = part.start;
        for tag in tags.iter().take_while(|tag| tag.start < part.end) {
            bare.push_str(self.document.text.get(at..tag.start).unwrap_or(""));
            at = tag.end;
        }
        bare.push_str(self.document.text.get(at..part.end).unwrap_or(""));
        self.headings.slugs.unique(&bare)
    }

    /// Makes a bold paragraph, which is the block of this number, a heading one level below the last written one.
    pub(in crate::markdown) fn promote(&mut self, run: BoldRun, block: u32) {
        let index = count(&self.document.headings);
        let level = (self.headings.level + 1).clamp(2, 6);
        let Some(found) = self.document.blocks.get_mut(block as usize) else { return };
        found.kind = BlockKind::Heading(index);
        let (text, span) = (found.text, found.span);
        let span_of_text = text.range();
        let text: Box<str> = text.slice(&self.document.text).trim().into();
        let slug = self.unique_slug(&text, span_of_text);
        let anchor = self.rewrite(run, level, index, block);
        self.document.headings.push(Heading { kind: HeadingKind::Pseudo, level, text, span, anchor, slug });
        if self.document.html.lead.is_some_and(|lead| lead.html.0 >= run.paragraph.0) {
            self.document.html.lead = None;
        }
    }

    /// Writes the paragraph anew as a heading; returns the anchor that stood in it.
    fn rewrite(&mut self, run: BoldRun, level: u8, index: u32, block: u32) -> Option<Anchor> {
        let BoldRun { paragraph, content, end } = run;
        let mut inside = Markup::default();
        let mut anchors = Vec::new();
        let old = &self.sinks[0].markup;
        inside.html.push_str(old.html.get(content.0 as usize..end.0 as usize).unwrap_or(""));
        let holes = old.holes.get(paragraph.1 as usize..).unwrap_or(&[]);
        for (number, &(at, hole)) in (paragraph.1..).zip(holes) {
            match hole {
                Hole::Anchor(anchor) => anchors.push(anchor),
                _ if (content.1..end.1).contains(&number) => inside.holes.push((at - content.0, hole)),
                _ => {}
            }
        }
        let anchor = anchors.first().and_then(|&first| {
            let last = self.document.anchors.len().checked_sub(anchors.len())?;
            (last == first as usize).then(|| self.document.anchors.remove(last))
        });
        let taken = u32::from(anchor.is_some());
        let markup = &mut self.sinks[0].markup;
        markup.cut(paragraph.0, paragraph.1);
        markup.html.push_str(start_tag(level));
        markup.hole(Hole::HeadingId(index));
        markup.html.push('>');
        markup.hole(Hole::HeadingAlias(index));
        for &other in anchors.iter().skip(taken as usize) {
            markup.hole(Hole::Anchor(other - taken));
        }
        markup.append(&inside);
        markup.html.push_str(end_tag(level));
        markup.hole(Hole::Block(block));
        anchor
    }

    /// Where the content of an element of the body ended whose end tag was written last.
    pub(in crate::markdown) fn body_end_before(&self, tag: &str) -> Option<(u32, u32)> {
        let markup = &self.sinks.first()?.markup;
        let html = markup.html.strip_suffix(tag)?;
        Some((count(html.as_bytes()), markup.count()))
    }

    /// Whether the body is being read, and nothing was written to it since.
    pub(in crate::markdown) fn is_body_at(&self, end: u32) -> bool {
        matches!(&*self.sinks, [body] if body.markup.end() == end)
    }

    pub(super) fn end_heading(&mut self, sink: usize, index: u32, frame: &Frame) {
        let markup = &self.sinks[sink].markup;
        let empty = markup.end() == frame.content.0 && markup.count() == frame.content.1;
        if empty && self.leaf_text().is_empty() {
            self.sinks[sink].markup.cut(frame.tag.0, frame.tag.1);
            self.finish_heading(index, true);
            return;
        }
        let level = self.document.headings.get(index as usize).map_or(2, |heading| heading.level);
        self.sinks[sink].markup.html.push_str(end_tag(level));
        self.finish_heading(index, false);
        if frame.origin == Origin::Raw {
            self.end_leaf();
        }
    }

    /// Remembers the content of the first paragraph, for those that include this document inside a sentence.
    pub(super) fn remember_lead(&mut self, sink: usize, frame: &Frame) {
        if sink == 0 && !self.is_in_container() && self.document.html.lead.is_none() {
            let markup = &self.sinks[sink].markup;
            let end = markup.end().saturating_sub(u32::try_from("</p>\n".len()).unwrap_or(0));
            let html = (frame.content.0, end);
            if html.0 < html.1 {
                self.document.html.lead =
                    Some(MarkupRange { html, holes: (frame.content.1, markup.count()) });
            }
        }
    }
}

fn start_tag(level: u8) -> &'static str {
    ["<h2", "<h3", "<h4", "<h5", "<h6"][usize::from(level.clamp(2, 6) - 2)]
}

fn end_tag(level: u8) -> &'static str {
    ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(level.clamp(2, 6) - 2)]
}
