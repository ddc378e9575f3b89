//! Pseudo-headings: a paragraph that is one bold run, is followed by a block of its own, does not end in a colon
//! and has at most 120 characters becomes a heading, one level below the last written one.

use crate::markdown::builder::{BoldRun, DocumentBuilder, FrameRef, Node, Origin};
use crate::markdown::element::Element;

/// Longer ones are sentences.
const MAX_CHARACTERS: usize = 120;

/// How far the paragraph at hand has been a bold run and nothing else.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Bold(Progress);

#[derive(Clone, Copy, Debug, Default)]
enum Progress {
    #[default]
    No,
    /// Nothing has been written yet. `placed` is the same as long as that is so.
    Expected {
        paragraph: (u32, u32),
        placed: u32,
    },
    Inside {
        paragraph: (u32, u32),
        content: (u32, u32),
        frame: FrameRef,
    },
    /// Nothing has been written behind the run. `placed` is the same as long as that is so.
    Behind {
        run: BoldRun,
        placed: u32,
    },
    /// The paragraph has ended, as this block; `after` is where the HTML ends.
    Waiting {
        run: BoldRun,
        block: u32,
        after: u32,
    },
}

impl Bold {
    /// At the start of a paragraph.
    pub(in crate::markdown) fn start_paragraph(&mut self, builder: &mut DocumentBuilder<'_>) {
        let fits = |node| matches!(node, Node::Directive(_) | Node::Tab | Node::TabGroup(_));
        self.0 = if builder.is_top_level(fits) {
            Progress::Expected { paragraph: builder.mark(), placed: builder.placed() }
        } else {
            Progress::No
        };
    }

    pub(in crate::markdown) fn start_strong(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
    ) -> Option<FrameRef> {
        let is_first = builder.is_in_body()
            && matches!(self.0, Progress::Expected { placed, .. } if placed == builder.placed());
        let frame = builder.open(Element::Strong, Origin::Markdown, "");
        if let (Progress::Expected { paragraph, .. }, true, Some(frame)) = (self.0, is_first, frame) {
            self.0 = Progress::Inside { paragraph, content: builder.mark(), frame };
        }
        frame
    }

    pub(in crate::markdown) fn end_strong(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        frame: Option<FrameRef>,
    ) {
        builder.close(frame);
        let Progress::Inside { paragraph, content, frame } = self.0 else { return };
        if builder.is_open(frame) {
            return;
        }
        let end = builder.body_end_before("</strong>");
        let run = end.map(|end| BoldRun { paragraph, content, end });
        self.0 = run.map_or(Progress::No, |run| Progress::Behind { run, placed: builder.placed() });
    }

    /// At the end of a paragraph, before its block ends.
    pub(in crate::markdown) fn end_paragraph(&mut self, builder: &mut DocumentBuilder<'_>) {
        let Progress::Behind { run, placed } = self.0 else { return };
        self.0 = Progress::No;
        let text = builder.leaf_text();
        let fits = placed == builder.placed()
            && !text.is_empty()
            && !text.ends_with([':', '：'])
            && text.chars().nth(MAX_CHARACTERS).is_none();
        if fits {
            builder.end_leaf();
            let (after, _) = builder.mark();
            self.0 = Progress::Waiting { run, block: builder.last_block(), after };
        }
    }

    /// A block starts. At the top level the bold run before it, if any, is its heading.
    pub(in crate::markdown) fn start_block(&mut self, builder: &mut DocumentBuilder<'_>) {
        if builder.is_in_container() {
            return;
        }
        let Progress::Waiting { run, block, after } = self.0 else { return };
        self.0 = Progress::No;
        if builder.is_body_at(after) {
            builder.promote(run, block);
        }
    }
}
