//! Makes the place fit for what comes next: a tag is written only where it may stand, and what may not stay open before it is
//! closed. Decides nothing about what a tag means.

use super::DocumentBuilder;
use super::frame::{Lines, MAX_DEPTH, Origin, SinkKind};
use crate::markdown::element::{Element, Model};

impl DocumentBuilder<'_> {
    /// Makes the place fit for an element, by closing or opening others. False: it cannot stand here.
    pub(in crate::markdown) fn place(&mut self, element: Element, origin: Origin) -> bool {
        if self.sink().kind == SinkKind::Alt || self.context.suppressed.is_some() {
            return false;
        }
        let is_block = matches!(element.model(), Model::Flow | Model::Structure);
        if origin == Origin::Raw || origin == Origin::Markdown && is_block {
            self.count_placed();
        }
        match element {
            Element::Li => {
                self.place_in(&[Element::Ul, Element::Ol], origin) || self.place_implied(Element::Ul)
            }
            Element::Dt | Element::Dd => {
                self.place_in(&[Element::Dl], origin) || self.place_implied(Element::Dl)
            }
            Element::Caption | Element::Thead | Element::Tbody | Element::Tfoot => {
                self.place_in(&[Element::Table], origin)
            }
            Element::Tr => {
                let parents = [Element::Table, Element::Thead, Element::Tbody, Element::Tfoot];
                self.place_in(&parents, origin)
            }
            Element::Td | Element::Th => {
                self.place_in(&[Element::Tr], origin) || self.open(Element::Tr, Origin::Implied, "").is_some()
            }
            Element::Rt | Element::Rp => self.place_in_ruby() && self.is_shallow(),
            Element::Summary => self.top_element() == Some(Element::Details),
            Element::Figcaption => self.top_element() == Some(Element::Figure),
            _ if matches!(element.model(), Model::Phrasing | Model::Void) => {
                self.phrasing_context() && self.is_shallow()
            }
            _ => self.flow_context() && self.is_shallow(),
        }
    }

    pub(super) fn is_shallow(&mut self) -> bool {
        self.sink().stack.len() < MAX_DEPTH
    }

    fn place_implied(&mut self, parent: Element) -> bool {
        self.open(parent, Origin::Implied, "").is_some()
    }

    /// Closes down to the nearest of `parents`. False if none is in reach; nothing is closed then.
    fn place_in(&mut self, parents: &[Element], origin: Origin) -> bool {
        let in_table = !matches!(parents, [Element::Ul, ..] | [Element::Dl]);
        for (index, frame) in self.sink().stack.iter().enumerate().rev() {
            let element = frame.node.element();
            if parents.contains(&element) {
                self.close_to(self.sinks.len() - 1, index + 1);
                return true;
            }
            let barrier = match element {
                Element::Table => true,
                Element::Td | Element::Th | Element::Caption => !in_table,
                Element::Blockquote | Element::Details | Element::Figure => true,
                _ => origin != Origin::Markdown && frame.is_locked(),
            };
            if barrier {
                return false;
            }
        }
        false
    }

    /// Closes down to the ruby text that the line stands in. False if there is none; nothing is closed then.
    fn place_in_ruby(&mut self) -> bool {
        let stack = &self.sink().stack;
        let in_line = stack.iter().rposition(|frame| frame.model() != Model::Phrasing || frame.is_link());
        let ruby = stack.iter().rposition(|frame| frame.node.element() == Element::Ruby);
        let Some(ruby) = ruby.filter(|ruby| in_line.is_none_or(|outside| *ruby > outside)) else {
            return false;
        };
        self.count_placed();
        self.close_to(self.sinks.len() - 1, ruby + 1);
        true
    }

    /// Makes the place fit for a block.
    pub(super) fn flow_context(&mut self) -> bool {
        loop {
            let Some(frame) = self.top() else {
                return self.sink().kind != SinkKind::Title;
            };
            match frame.model() {
                Model::Flow => return true,
                Model::Structure if !self.leave_structure() => return false,
                Model::Structure => {}
                _ if frame.is_locked() => return false,
                _ => self.close_to(self.sinks.len() - 1, self.sinks[self.sinks.len() - 1].stack.len() - 1),
            }
        }
    }

    /// Makes the place fit for text and parts of lines. False where there is no such place.
    pub(in crate::markdown) fn phrasing_context(&mut self) -> bool {
        self.count_placed();
        self.line_context()
    }

    fn count_placed(&mut self) {
        if self.sink().kind == SinkKind::Body {
            self.context.placed = self.context.placed.wrapping_add(1);
        }
    }

    /// The same for what is not written itself.
    pub(super) fn line_context(&mut self) -> bool {
        if self.sink().kind == SinkKind::Alt || self.context.suppressed.is_some() {
            return false;
        }
        if !self.leave_structure() {
            return false;
        }
        if self.needs_paragraph() {
            let class = std::mem::take(&mut self.context.paragraph_class);
            self.open(Element::P, Origin::Implied, class);
        }
        true
    }

    /// Directly in a list or table, opens what text there is put in. False: that cannot be.
    pub(super) fn leave_structure(&mut self) -> bool {
        while let Some(frame) = self.top().filter(|frame| frame.model() == Model::Structure) {
            if self.open(frame.node.element().implied_child(), Origin::Implied, "").is_none() {
                return false;
            }
        }
        true
    }

    /// Whether text at this place would stand in no paragraph, but should.
    fn needs_paragraph(&mut self) -> bool {
        let top = self.top();
        let in_flow = top.is_none_or(|frame| frame.model() == Model::Flow);
        if !in_flow || !matches!(self.sink().kind, SinkKind::Body | SinkKind::Footnote) {
            return false;
        }
        match self.context.lines {
            Lines::Paragraph => true,
            Lines::Raw => top.is_none_or(|frame| frame.origin != Origin::Raw),
            Lines::Bare => false,
        }
    }

    fn top_element(&mut self) -> Option<Element> {
        self.top().map(|frame| frame.node.element())
    }
}
