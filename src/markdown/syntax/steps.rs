//! Does what extensions say of lines: writes their marks, and opens and ends blocks. Reads nothing.

use std::ops::Range;

use super::lay_out::{Lines, Open};
use super::line::{Cut, End, Line, Step};
use super::mark::{Block, Ending, MarkKind};

/// Blocks in blocks; deeper ones are no blocks of their own.
const MAX_OPEN: usize = 100;

impl<'t> Lines<'t, '_, '_> {
    /// Does what an extension says. Returns how far it has read.
    pub(super) fn step(&mut self, step: Step<'t>, line: &Line<'t>, indent: &Range<usize>) -> usize {
        let until = step.until();
        match step {
            Step::Open { block, title, end, cut, .. } => {
                if end == End::NextTab {
                    self.end_tab(line, indent);
                }
                let title_at = title.as_ref().filter(|title| title.start >= line.content);
                let written = title_at.map_or(until, |title| title.start);
                let mark = self.open_mark(block, line, written, indent);
                if let Some(title) = title {
                    self.out.caption(indent, title, written);
                }
                if self.open.len() < MAX_OPEN {
                    self.open(mark, end, cut, line.indent);
                    if let Some(open) = self.open.last_mut() {
                        open.is_group |= block == Block::Tabs;
                    }
                }
            }
            Step::Close { end, .. } => self.close_innermost(end, indent, line.content..until),
            Step::Attributes { .. } => drop(self.mark(MarkKind::Attributes, line.content..until, indent)),
            Step::Includes { files, .. } => {
                for (path, wanted) in files {
                    self.mark(MarkKind::Include(wanted), path, indent);
                }
            }
            Step::Define { name, title, .. } => self.out.define(name, title),
            Step::Blank { .. } => {
                self.out.indent(indent, line.content);
                self.out.keep(line.content..until);
                self.out.insert("\n\n", until);
            }
            Step::Component { .. } => {
                let written = line.content..until;
                self.mark(MarkKind::Component(written.clone()), written, indent);
            }
            Step::Code { language, content, .. } => self.out.code(indent, language, content),
            Step::Piece { piece, .. } => drop(self.mark(MarkKind::Piece(piece), line.content..until, indent)),
            Step::Phrase { .. } | Step::Drop { .. } => {}
        }
        until
    }

    /// Ends the tab that the next one begins in.
    fn end_tab(&mut self, line: &Line<'t>, indent: &Range<usize>) {
        if self.open.last().is_some_and(|open| open.end == End::NextTab) {
            self.close(self.open.len() - 1, indent, line.content..line.content);
        }
    }

    /// Writes the mark of a block; of a tab that is in no group yet, that of its group before it.
    fn open_mark(&mut self, block: Block<'t>, line: &Line<'t>, written: usize, indent: &Range<usize>) -> u32 {
        if matches!(block, Block::Tab(_)) && !self.is_in_group() {
            let mark = self.mark(MarkKind::Open(Block::Tabs), line.content..line.content, indent);
            self.open(mark, End::Tabs, Cut::None, line.indent);
        }
        self.mark(MarkKind::Open(block), line.content..written, indent)
    }

    /// Ends the innermost block that waits for just this end, else the innermost that it is enough for.
    fn close_innermost(&mut self, end: End, indent: &Range<usize>, written: Range<usize>) {
        let depth = self.depth();
        let exact = self.open.iter().rposition(|open| open.is_ended_in(depth) && open.end == end);
        let any = || self.open.iter().rposition(|open| open.is_ended_in(depth) && open.end.is_met_by(end));
        if let Some(index) = exact.or_else(any) {
            self.close(index, indent, written);
        }
    }

    fn open(&mut self, mark: u32, end: End, cut: Cut, outer: usize) {
        let depth = self.depth();
        let before = self.innermost(depth).map_or(0, |open| open.cut);
        let (column, cut) = match cut {
            Cut::None => (Some(outer), before),
            Cut::Columns(more) => (Some(outer + more), before + more),
        };
        self.open.push(Open { mark, end, depth, outer, column, cut, is_group: end == End::Tabs });
    }

    /// Writes a mark on a line of its own. Returns its number.
    pub(super) fn mark(&mut self, kind: MarkKind<'t>, written: Range<usize>, indent: &Range<usize>) -> u32 {
        self.out.indent(indent, written.start);
        let end = written.end;
        let number = self.out.mark(kind, written);
        self.out.insert("\n", end);
        number
    }

    /// Ends an open block by what is `written`, and before it all that are open in it.
    pub(super) fn close(&mut self, index: usize, indent: &Range<usize>, written: Range<usize>) {
        while self.open.len() > index {
            let Some(open) = self.open.pop() else { return };
            let is_own = self.open.len() == index && !written.is_empty();
            let ending = match open.end {
                End::Dedent(_) | End::Tabs | End::NextTab => Ending::Written,
                _ if is_own => Ending::Written,
                end => Ending::Missing(end.written().into()),
            };
            let range = if self.open.len() == index { written.clone() } else { written.start..written.start };
            self.mark(MarkKind::Close(open.mark, ending), range, indent);
        }
    }
}
