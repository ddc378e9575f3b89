//! Leaf blocks and their text: what is written as text to the page goes to the plain text of the document too, by the
//! same methods.

use std::ops::Range;

use super::frame::{Edge, Leaf, Lines, Origin, SinkKind};
use super::{DocumentBuilder, Hole, count};
use crate::diagnostic::Span;
use crate::markdown::document::{Block, BlockKind, Code, MarkedLines, Placement, Stray, StrayKind};
use crate::markdown::element::Model;
use crate::markdown::escape;

/// Code of so many characters stays in one line: it would break behind a hyphen, as `--out` does.
const SHORT: usize = 24;

impl DocumentBuilder<'_> {
    /// Starts a leaf block, which ends with the Markdown block of this range at the latest.
    pub(in crate::markdown) fn open_leaf(&mut self, kind: BlockKind, range: &Range<usize>) {
        self.end_leaf();
        self.sink().edge = Edge::Other;
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

    /// A part of a line belongs to the leaf block.
    pub(in crate::markdown) fn extend_leaf(&mut self, end: usize) {
        if let Some(leaf) = &mut self.leaf {
            leaf.end = leaf.end.max(end);
            leaf.limit = leaf.limit.max(end);
        }
    }

    /// The leaf block has been read up to `end`.
    pub(in crate::markdown) fn set_leaf_end(&mut self, end: usize) {
        if let Some(leaf) = &mut self.leaf {
            leaf.end = end;
        }
    }

    /// The leaf block takes all of its Markdown block.
    pub(in crate::markdown) fn fill_leaf(&mut self) {
        if let Some(leaf) = &mut self.leaf {
            leaf.end = leaf.limit;
        }
    }

    pub(in crate::markdown) fn leaf_kind(&self) -> Option<BlockKind> {
        self.leaf.as_ref().map(|leaf| leaf.kind)
    }

    /// Where the Markdown block ends that the leaf block is part of.
    pub(in crate::markdown) fn leaf_limit(&self) -> Option<usize> {
        self.leaf.as_ref().map(|leaf| leaf.limit)
    }

    /// The text of the leaf block so far.
    pub(in crate::markdown) fn leaf_text(&self) -> &str {
        self.document.text.get(self.leaf_start()..).unwrap_or("").trim()
    }

    /// Where the text of the leaf block starts in the document's text.
    pub(super) fn leaf_start(&self) -> usize {
        self.leaf.as_ref().map_or(self.document.text.len(), |leaf| leaf.text)
    }

    /// The alternative texts of the images in the leaf block.
    pub(super) fn leaf_alt(&self) -> String {
        let first = self.leaf.as_ref().map_or(u32::MAX, |leaf| leaf.images) as usize;
        let images = self.document.images.get(first..).unwrap_or(&[]).iter();
        let seen = images.filter(|image| image.placement == Placement::Body && !image.alt.is_empty());
        seen.map(|image| &*image.alt).collect::<Vec<_>>().join(" ")
    }

    pub(in crate::markdown) fn end_leaf(&mut self) {
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
            self.write_hole(Hole::Block(index));
        }
    }

    /// The number of the last block that has ended.
    pub(in crate::markdown) fn last_block(&self) -> u32 {
        count(&self.document.blocks).saturating_sub(1)
    }

    /// Text without markup: to the page, and to the text of what it stands in.
    pub(in crate::markdown) fn write_text(&mut self, text: &str) {
        if self.suppressed().is_some() {
            return;
        }
        if self.sink().kind == SinkKind::Alt {
            self.pass_edge(text);
            self.sink().text.push_str(text);
            return;
        }
        if text.bytes().all(|b| b.is_ascii_whitespace()) && !self.in_line() {
            return;
        }
        if !self.phrasing_context() {
            return;
        }
        if let Some(code) = &mut self.context.code {
            return code.push_str(text);
        }
        if memchr::memchr(b'\n', text.as_bytes()).is_some() && !text.is_ascii() && !self.is_in_code() {
            self.write_lines(text);
        } else {
            self.write_piece(text);
        }
    }

    pub(super) fn write_piece(&mut self, text: &str) {
        self.pass_edge(text);
        escape::text(&mut self.markup().html, text);
        self.plain(text);
    }

    /// Text that is no part of the name of the heading that it stands in, such as a tag that is no element.
    pub(in crate::markdown) fn write_beside(&mut self, tag: &str) {
        let start = self.document.text.len();
        self.write_text(tag);
        let written = start..self.document.text.len();
        if !written.is_empty() {
            self.headings.tags.push(written);
        }
    }

    /// From here on text is that of a block of code, which is not written yet.
    pub(in crate::markdown) fn start_code(&mut self) {
        self.context.code = Some(String::new());
    }

    /// Ends that text; none if it was not held back.
    pub(in crate::markdown) fn take_code(&mut self) -> Option<String> {
        self.context.code.take()
    }

    /// Places the text of a block of code; what it looks like is known when the page is written.
    pub(in crate::markdown) fn place_code(&mut self, language: &str, text: String, marks: Vec<MarkedLines>) {
        if text.trim().is_empty() {
            return;
        }
        self.plain(&text);
        let index = count(&self.document.codes);
        let block = count(&self.document.blocks);
        let (language, text) = (language.into(), text.into());
        self.document.codes.push(Code { block, language, text, marks: marks.into() });
        self.write_hole(Hole::Code(index));
    }

    /// Text that is code, in a line.
    pub(in crate::markdown) fn write_code(&mut self, code: &str) {
        if self.is_in_alt() {
            self.sink().text.push_str(code);
            self.sink().edge = Edge::Other;
        } else if self.phrasing_context() {
            self.sink().edge = Edge::Other;
            let is_short =
                code.chars().nth(SHORT).is_none() && code.contains(|sign: char| !sign.is_alphanumeric());
            self.write_tag(if is_short {
                "<code class=\"short\" dir=\"ltr\">"
            } else {
                "<code dir=\"ltr\">"
            });
            escape::text(&mut self.markup().html, code);
            self.write_tag("</code>");
            self.plain(code);
        }
    }

    /// A line break inside a paragraph that is written as HTML; nothing at its start.
    pub(in crate::markdown) fn line_break(&mut self, html: &str) {
        self.sink().edge = Edge::Other;
        if self.is_in_alt() {
            self.sink().text.push(' ');
        } else if self.in_line() && self.phrasing_context() {
            self.write_tag(html);
            let start = self.document.text.len();
            self.plain("\n");
            // A slug does not know line breaks.
            if self.document.text.len() > start {
                self.headings.tags.push(start..self.document.text.len());
            }
        }
    }

    /// Cells, items and paragraphs of raw HTML are one block, but not one word.
    pub(in crate::markdown) fn separate_words(&mut self) {
        self.plain(" ");
    }

    /// Whether white space means anything here.
    pub(super) fn in_line(&mut self) -> bool {
        match self.top() {
            None => !self.is_in_body(),
            Some(frame) => match frame.model() {
                Model::Structure => false,
                Model::Flow => self.context.lines == Lines::Bare || frame.origin == Origin::Raw,
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

    /// From here on text is source text of a bilingual article; `start` is where it starts.
    pub(in crate::markdown) fn start_lookup(&mut self, start: usize) {
        let inside = self.sinks.iter().any(|sink| matches!(sink.kind, SinkKind::Lookup(_)));
        if !inside && self.suppressed().is_none() {
            self.lookups.start();
            self.push_sink(SinkKind::Lookup(start));
        }
    }

    /// Ends the source text that is being read, if any; at the end of its block at the latest.
    pub(in crate::markdown) fn end_lookup(&mut self) {
        let SinkKind::Lookup(start) = self.sink().kind else { return };
        let Some(sink) = self.pop_sink() else { return };
        let whole = self.span(start..self.cursor.here.max(start));
        let lookup = self.lookups.end(whole, &sink.text, sink.markup);
        self.document.lookups.push(lookup);
    }

    /// Leaves out the content of a removed element, if it ends in `rest`, which is what follows it in its block.
    pub(in crate::markdown) fn suppress_content(&mut self, name: &str, rest: &str) {
        let Some(leaf) = &mut self.leaf else { return };
        if leaf.endless.iter().any(|known| **known == *name) {
            return;
        }
        if has_end(rest, name) {
            self.context.suppressed = Some(name.into());
        } else {
            leaf.endless.push(name.into());
        }
    }

    /// Notes characters that look like markup and are shown as written. Stars come one by one or in runs; a run grows as
    /// they come.
    pub(in crate::markdown) fn note_stray(&mut self, kind: StrayKind, range: Range<usize>) {
        let source = self.source().as_bytes();
        let goes_on = matches!(kind, StrayKind::Stars | StrayKind::Mark)
            && range.start.checked_sub(1).is_some_and(|before| source.get(before) == source.get(range.start));
        let span = self.span(range);
        match self.document.strays.last_mut() {
            Some(last) if goes_on && last.kind == kind && last.span.end == span.start => {
                last.span.end = span.end;
            }
            _ => self.document.strays.push(Stray { kind, span }),
        }
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
