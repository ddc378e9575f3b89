//! Tables of Markdown: head and body, cells with the alignment of their column as a class.

use pulldown_cmark::Alignment;
use std::ops::Range;

use crate::markdown::builder::{DocumentBuilder, FrameRef, Origin};
use crate::markdown::document::BlockKind;
use crate::markdown::element::Element;

/// The columns of the table at hand.
#[derive(Default)]
pub(super) struct Columns {
    alignments: Vec<Alignment>,
    /// Number of the next cell in its row.
    next: usize,
    /// The element of the cells at hand.
    cell: Option<Element>,
}

impl Columns {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.alignments = alignments;
    }

    pub(super) fn start_head(&mut self, builder: &mut DocumentBuilder<'_>) -> Option<FrameRef> {
        self.next = 0;
        self.cell = Some(Element::Th);
        let head = builder.open(Element::Thead, Origin::Markdown, "");
        builder.open(Element::Tr, Origin::Markdown, "");
        head
    }

    pub(super) fn start_row(&mut self, builder: &mut DocumentBuilder<'_>) -> Option<FrameRef> {
        self.next = 0;
        if self.cell.take() == Some(Element::Th) {
            builder.open(Element::Tbody, Origin::Markdown, "");
        }
        builder.open(Element::Tr, Origin::Markdown, "")
    }

    pub(super) fn start_cell(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        range: &Range<usize>,
    ) -> Option<FrameRef> {
        let class = match self.alignments.get(self.next) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            _ => "",
        };
        self.next += 1;
        builder.open_leaf(BlockKind::TableCell, range);
        builder.open(self.cell.unwrap_or(Element::Td), Origin::Markdown, class)
    }
}
