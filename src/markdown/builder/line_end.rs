//! Ends of lines in running text. White space is shown for one, unless it stands between two letters of East Asia: what is
//! written for it is a hole until the next text is known. Writes no other text.

use super::frame::{Edge, Node, SinkKind};
use super::{DocumentBuilder, Hole};
use crate::markdown::element::{Element, Model};
use crate::markdown::wide::joins_lines;

impl DocumentBuilder<'_> {
    /// The end of a line of a paragraph, which goes on in the next; nothing at its start.
    pub(in crate::markdown) fn soft_break(&mut self) {
        if self.is_in_alt() {
            self.sink().text.push(' ');
            self.sink().edge = match self.sink().edge {
                Edge::Wide => Edge::LineEnd(0),
                _ => Edge::Other,
            };
        } else if self.in_line() && self.phrasing_context() {
            self.write_line_end();
        }
    }

    /// Text in which lines end, as that of raw HTML does.
    pub(super) fn write_lines(&mut self, text: &str) {
        let mut lines = text.split('\n').peekable();
        while let Some(line) = lines.next() {
            // White space round the end of a line goes with it.
            let from = line.trim_start();
            let is_joined = matches!(self.sink().edge, Edge::LineEnd(_)) && from.starts_with(joins_lines);
            let line = if is_joined { from } else { line };
            let to = line.trim_end();
            let has_end = lines.peek().is_some();
            self.write_piece(if has_end && to.ends_with(joins_lines) { to } else { line });
            if has_end {
                self.write_line_end();
            }
        }
    }

    fn write_line_end(&mut self) {
        let sink = self.sink();
        if sink.edge == Edge::Wide {
            sink.edge = Edge::LineEnd(sink.markup.holes.len());
            sink.markup.hole(Hole::LineEnd);
        } else {
            sink.edge = Edge::Other;
            sink.markup.html.push('\n');
        }
        self.plain("\n");
    }

    /// Joins the line that has ended with this text, which comes next, where both are letters of East Asia.
    pub(super) fn pass_edge(&mut self, text: &str) {
        let Some(last) = text.chars().next_back() else { return };
        let edge = self.sink().edge;
        if edge == Edge::Other && last.is_ascii() {
            return;
        }
        if let Edge::LineEnd(hole) = edge
            && text.starts_with(joins_lines)
            && !self.is_in_code()
        {
            self.join_lines(hole);
        }
        let is_wide = joins_lines(last) && !self.is_in_code();
        self.sink().edge = if is_wide { Edge::Wide } else { Edge::Other };
    }

    fn join_lines(&mut self, hole: usize) {
        let sink = self.sink();
        match sink.markup.holes.get_mut(hole) {
            Some((_, written)) if *written == Hole::LineEnd => *written = Hole::JoinedLines,
            _ => {}
        }
        let text = match sink.kind {
            SinkKind::Alt | SinkKind::Lookup(_) => &mut sink.text,
            _ => &mut self.document.text,
        };
        if text.ends_with(' ') {
            text.pop();
        }
    }

    /// Lines are not joined over the start or the end of a block.
    pub(super) fn forget_edge(&mut self, node: Node) {
        if node.element().model() != Model::Phrasing {
            self.sink().edge = Edge::Other;
        }
    }

    /// Whether text here is code, whose white space is the author's.
    pub(super) fn is_in_code(&self) -> bool {
        let is_code = |element| matches!(element, Element::Pre | Element::Code | Element::Kbd);
        self.innermost(|node| is_code(node.element())).is_some()
    }
}
