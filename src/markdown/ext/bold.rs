//! Pseudo-headings: a paragraph that is one bold run, is followed by a block of its own, does not end in a colon
//! and has at most 120 characters becomes a heading, one level below the last written one.

use crate::markdown::element::Element;
use crate::markdown::frame::{Frame, FrameRef, Node, Origin, SinkKind};
use crate::markdown::leaf::count;
use crate::markdown::markup::{Hole, Markup};
use crate::markdown::parse::Parser;
use crate::markdown::{BlockKind, Heading, HeadingKind};

/// Longer ones are sentences.
const MAX_CHARACTERS: usize = 120;

/// How far a paragraph has been a bold run and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::markdown) enum Bold {
    #[default]
    No,
    /// Nothing has been written yet; where the paragraph starts in HTML and holes.
    Expected { paragraph: (u32, u32) },
    /// Inside the run; where its content starts.
    Inside { paragraph: (u32, u32), content: (u32, u32) },
    /// Behind the run; where its content ended.
    Behind { paragraph: (u32, u32), content: (u32, u32), end: (u32, u32) },
    /// The paragraph has ended; where the HTML ends, and the number of its block.
    Waiting { paragraph: (u32, u32), content: (u32, u32), end: (u32, u32), after: u32, block: u32 },
}

impl Parser<'_> {
    /// At the start of a paragraph.
    pub(in crate::markdown) fn expect_bold(&mut self) {
        let transparent = |node| matches!(node, Node::Directive(_) | Node::Tab | Node::TabGroup(_));
        let top_level = self.containers == 0
            && self.sinks.len() == 1
            && self.sink().stack.iter().all(|frame| transparent(frame.node));
        self.bold = if top_level { Bold::Expected { paragraph: self.mark() } } else { Bold::No };
    }

    /// Something that is not bold was met outside the run.
    pub(in crate::markdown) fn interrupt_bold(&mut self) {
        if matches!(self.bold, Bold::Expected { .. } | Bold::Behind { .. })
            && self.sink().kind == SinkKind::Body
        {
            self.bold = Bold::No;
        }
    }

    pub(in crate::markdown) fn start_strong(&mut self) -> Option<FrameRef> {
        let before = self.bold;
        let in_body = self.sink().kind == SinkKind::Body;
        let frame = self.open(Element::Strong, Origin::Markdown, "");
        if let (Bold::Expected { paragraph }, true, true) = (before, in_body, frame.is_some()) {
            self.bold = Bold::Inside { paragraph, content: self.mark() };
        }
        frame
    }

    pub(in crate::markdown) fn end_strong(&mut self, frame: Option<FrameRef>) {
        let Bold::Inside { paragraph, content } = self.bold else { return self.close(frame) };
        let run = |open: &Frame| open.node == Node::Element(Element::Strong) && open.content == content;
        let in_run = |parser: &Self| parser.sinks.first().is_some_and(|body| body.stack.iter().any(run));
        self.close(frame);
        if !in_run(self) {
            let markup = &self.sinks[0].markup;
            let end = markup.html.strip_suffix("</strong>").map(|html| count(html.as_bytes()));
            self.bold =
                end.map_or(Bold::No, |end| Bold::Behind { paragraph, content, end: (end, markup.count()) });
        }
    }

    /// At the end of a paragraph, before its block ends.
    pub(in crate::markdown) fn finish_bold(&mut self) {
        let Bold::Behind { paragraph, content, end } = self.bold else { return };
        self.bold = Bold::No;
        let text = self.leaf_text();
        let fits =
            !text.is_empty() && !text.ends_with([':', '：']) && text.chars().nth(MAX_CHARACTERS).is_none();
        if fits {
            self.end_leaf();
            let after = self.markup().end();
            let block = count(&self.document.blocks).saturating_sub(1);
            self.bold = Bold::Waiting { paragraph, content, end, after, block };
        }
    }

    /// A block starts at the top level: the bold run before it, if any, is its heading.
    pub(in crate::markdown) fn settle_bold(&mut self) {
        let Bold::Waiting { paragraph, content, end, after, block } = self.bold else { return };
        self.bold = Bold::No;
        if self.sinks.len() != 1 || self.markup().end() != after {
            return;
        }
        let index = count(&self.document.headings);
        let level = (self.level + 1).clamp(2, 6);
        let Some(found) = self.document.blocks.get_mut(block as usize) else { return };
        found.kind = BlockKind::Heading(index);
        let (text, span) = (found.text, found.span);
        let text: Box<str> = text.slice(&self.document.text).trim().into();
        let slug = self.unique_slug(&text);
        let anchor = self.rewrite(paragraph, content, end, level, index, block);
        self.document.headings.push(Heading { kind: HeadingKind::Pseudo, level, text, span, anchor, slug });
        if self.document.parts.lead.is_some_and(|lead| lead.html.0 >= paragraph.0) {
            self.document.parts.lead = None;
        }
    }

    /// Writes the paragraph anew as a heading; returns the anchor that stood in it.
    fn rewrite(
        &mut self,
        paragraph: (u32, u32),
        content: (u32, u32),
        end: (u32, u32),
        level: u8,
        index: u32,
        block: u32,
    ) -> Option<crate::markdown::Anchor> {
        let mut run = Markup::default();
        let mut anchors = Vec::new();
        let old = &self.sinks[0].markup;
        run.html.push_str(old.html.get(content.0 as usize..end.0 as usize).unwrap_or(""));
        let holes = old.holes.get(paragraph.1 as usize..).unwrap_or(&[]);
        for (number, &(at, hole)) in (paragraph.1..).zip(holes) {
            match hole {
                Hole::Anchor(anchor) => anchors.push(anchor),
                _ if (content.1..end.1).contains(&number) => run.holes.push((at - content.0, hole)),
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
        markup.html.push_str(["<h2", "<h3", "<h4", "<h5", "<h6"][usize::from(level - 2)]);
        markup.hole(Hole::HeadingId(index));
        markup.html.push('>');
        markup.hole(Hole::HeadingAlias(index));
        for &other in anchors.iter().skip(taken as usize) {
            markup.hole(Hole::Anchor(other - taken));
        }
        markup.append(&run);
        markup.html.push_str(["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(level - 2)]);
        markup.hole(Hole::Block(block));
        anchor
    }
}
