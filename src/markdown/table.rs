//! Tables of Markdown: head and body, cells with the alignment of their column as a class.

use pulldown_cmark::Alignment;
use std::ops::Range;

use super::BlockKind;
use super::element::Element;
use super::frame::{FrameRef, Origin};
use super::parse::Parser;

impl Parser<'_> {
    pub(super) fn start_head(&mut self) -> Option<FrameRef> {
        self.column = 0;
        self.cell = Some(Element::Th);
        let head = self.open(Element::Thead, Origin::Markdown, "");
        self.open(Element::Tr, Origin::Markdown, "");
        head
    }

    pub(super) fn start_row(&mut self) -> Option<FrameRef> {
        self.column = 0;
        if self.cell.take() == Some(Element::Th) {
            self.open(Element::Tbody, Origin::Markdown, "");
        }
        self.open(Element::Tr, Origin::Markdown, "")
    }

    pub(super) fn start_cell(&mut self, range: &Range<usize>) -> Option<FrameRef> {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            _ => "",
        };
        self.column += 1;
        self.begin_leaf(BlockKind::TableCell, range);
        self.open(self.cell.unwrap_or(Element::Td), Origin::Markdown, class)
    }
}
