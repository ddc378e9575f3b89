//! The quotes that lines stand in: what is written in a quote is read as lines are, and a block ends with the quote that it began in.
//! Reads no other syntax.

use std::ops::Range;

use super::fence::{Fence, list_indent};
use super::lay_out::{Lines, Open};
use super::line::{End, Line};
use super::margin::FREE;

/// Bytes of the signs of quotes behind which lines are read: they are repeated on each line that is added.
const MAX_SIGNS: usize = 64;

impl Open {
    /// Whether its end may be written in so many quotes. Shortcodes know none.
    pub(super) fn is_ended_in(&self, depth: usize) -> bool {
        self.depth == depth || matches!(self.end, End::Tag(_))
    }
}

impl<'t> Lines<'t, '_, '_> {
    /// What a line is behind the signs of the quotes that it stands in, and what is left of the white space before that. Ends what
    /// the line is not a part of.
    pub(super) fn behind_quotes(&mut self, whole: Line<'t>) -> (Line<'t>, Range<usize>) {
        let depth = self.enter(&whole);
        let mut line = whole;
        for level in 0..depth {
            let indent = self.indent(level, &line);
            self.quotes.set_depth(level);
            let list = self.quotes.list();
            *list = list_indent(*list, line.indent, line.text());
            line = line.quoted();
            self.out.in_quote(indent.start..line.start);
        }
        self.quotes.set_depth(depth);
        let is_left = |open: &Open| open.depth > depth && !open.is_ended_in(depth);
        if let Some(index) = self.open.iter().position(is_left) {
            self.leave(index, &line);
        }
        let indent = if line.is_blank() { line.content..line.content } else { self.indent(depth, &line) };
        (line, indent)
    }

    /// How many quotes a line stands in. Code goes on in those that it began in.
    fn enter(&mut self, line: &Line<'t>) -> usize {
        let before = self.depth();
        let most = if self.fence.is_open() { before } else { usize::MAX };
        let depth = self.signs(*line, most);
        if !self.fence.is_open() || depth == before {
            return depth;
        }
        self.fence = Fence::default();
        self.signs(*line, usize::MAX)
    }

    /// The signs of quotes that a line begins with.
    fn signs(&self, line: Line<'t>, most: usize) -> usize {
        let start = line.start;
        let (mut depth, mut line) = (0, line);
        while depth < most && line.start - start < MAX_SIGNS && self.is_quote(depth, &line) {
            line = line.quoted();
            depth += 1;
        }
        depth
    }

    fn is_quote(&self, depth: usize, line: &Line<'t>) -> bool {
        let list = self.quotes.list_in(depth);
        let is_code = || self.margin.has_code() && line.indent > list.max(self.column(depth)) + FREE;
        line.text().starts_with('>') && !is_code()
    }

    pub(super) fn depth(&self) -> usize {
        self.quotes.depth()
    }
}
