//! The marks in a text, which CommonMark gives as HTML: hands each to the extension that writes what it stands for.

use std::ops::Range;

use super::Parser;
use crate::markdown::builder::Lines;
use crate::markdown::ext::{block, directive, include, shortcode};
use crate::markdown::syntax::{DirectiveRole, LINE, MarkKind};

impl Parser<'_> {
    pub(super) fn mark(&mut self, number: u32) {
        let builder = &mut self.builder;
        let Some(mark) = builder.map().mark(number) else { return };
        let range = mark.range();
        match &mark.kind {
            &MarkKind::Directive { role, name } => {
                if role != DirectiveRole::End {
                    self.bold.start_block(builder);
                }
                directive::write(builder, number, role, name, range);
            }
            MarkKind::Attributes => self.attributes.mark(number),
            MarkKind::Include(wanted) => {
                let wanted = wanted.clone();
                include::write(builder, &mut self.tabs, &range, &wanted);
            }
            &MarkKind::Open(opened) => {
                self.bold.start_block(builder);
                block::open(builder, &mut self.tabs, number, opened);
            }
            MarkKind::Close(open, ending) => {
                let ending = ending.clone();
                block::close(builder, *open, ending);
            }
            MarkKind::Component(written) => {
                let (written, place) = (builder.map().written(mark), builder.map().place(written));
                self.component_mark(written, place, &range);
            }
            MarkKind::Piece(piece) => {
                let piece = piece.clone();
                if builder.lines() == Lines::Raw {
                    shortcode::write(builder, &piece, &range);
                } else {
                    self.bold.start_block(builder);
                    shortcode::write_alone(builder, &piece, &range);
                }
            }
        }
    }

    /// A mark in a line, or what stands before one at its beginning. False: it is HTML.
    pub(super) fn inline_mark(&mut self, html: &str, range: &Range<usize>) -> bool {
        if html == LINE && self.builder.map().is_inserted(range) {
            return true;
        }
        let Some(number) = self.builder.map().mark_at(range.start) else { return false };
        match self.builder.map().mark(number).map(|mark| &mark.kind) {
            Some(MarkKind::Piece(piece)) => {
                let piece = piece.clone();
                shortcode::write(&mut self.builder, &piece, range);
            }
            _ => self.mark(number),
        }
        true
    }
}
