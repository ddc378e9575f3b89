//! Opens and closes elements so that all are properly nested, whatever the author wrote: an end tag closes only what is open,
//! and what is open in it first. So the HTML is well-formed by construction and needs no cleaning afterwards.

use super::frame::{Frame, FrameRef, Node, Origin};
use super::{DocumentBuilder, Hole, Markup, Message};
use crate::markdown::document::FlawKind;
use crate::markdown::element::{Element, Model};
use crate::markdown::syntax::MarkKind;

impl DocumentBuilder<'_> {
    /// Whether what is read now stands in no quote or list, and in no element but those that `fits` names.
    pub(in crate::markdown) fn is_top_level(&self, fits: fn(Node) -> bool) -> bool {
        !self.is_in_container()
            && self.sinks.len() == 1
            && self.sinks.iter().all(|sink| sink.stack.iter().all(|frame| fits(frame.node)))
    }

    pub(in crate::markdown) fn is_in_link(&self) -> bool {
        let is_link = |frame: &Frame| matches!(frame.node, Node::Link(_));
        self.sinks.last().is_some_and(|sink| sink.stack.iter().any(is_link))
    }

    /// The depth and the node of the innermost frame of the last sink that fits.
    pub(in crate::markdown) fn innermost(&self, fits: impl Fn(Node) -> bool) -> Option<(usize, Node)> {
        let stack = &self.sinks.last()?.stack;
        let index = stack.iter().rposition(|frame| fits(frame.node))?;
        Some((index, stack[index].node))
    }

    /// The innermost element that is open.
    pub(in crate::markdown) fn top_frame(&self) -> Option<FrameRef> {
        let sink = self.sinks.len().checked_sub(1)?;
        let stack = &self.sinks.get(sink)?.stack;
        let index = stack.len().checked_sub(1)?;
        Some(FrameRef { sink, index, id: stack.get(index)?.id })
    }

    pub(in crate::markdown) fn is_open(&self, frame: FrameRef) -> bool {
        let open = self.sinks.get(frame.sink).and_then(|sink| sink.stack.get(frame.index));
        open.is_some_and(|open| open.id == frame.id)
    }

    /// Whether the element is a part of a line.
    pub(in crate::markdown) fn is_in_line(&self, frame: FrameRef) -> bool {
        let open = self.sinks.get(frame.sink).and_then(|sink| sink.stack.get(frame.index));
        open.is_some_and(|open| open.id == frame.id && open.model() == Model::Phrasing)
    }

    /// Whether the innermost element holds no HTML yet.
    pub(in crate::markdown) fn is_top_empty(&mut self) -> bool {
        let end = self.markup().end();
        self.top().is_some_and(|frame| frame.content.0 == end)
    }

    pub(super) fn top(&mut self) -> Option<Frame> {
        self.sink().stack.last().copied()
    }

    /// Opens an element where it may stand; `attributes` are HTML. None: it may not, nothing was written.
    pub(in crate::markdown) fn open(
        &mut self,
        element: Element,
        origin: Origin,
        attributes: &str,
    ) -> Option<FrameRef> {
        if !self.place(element, origin) {
            return None;
        }
        let tag = self.mark();
        let html = &mut self.markup().html;
        html.push('<');
        html.push_str(element.name());
        html.push_str(attributes);
        html.push('>');
        Some(self.push_frame(Node::Element(element), origin, tag))
    }

    /// Opens what is not written itself, where it may stand.
    pub(in crate::markdown) fn open_unwritten(&mut self, node: Node) {
        if self.is_shallow() && (self.line_context() || self.is_in_alt()) {
            let mark = self.mark();
            self.push_frame(node, Origin::Raw, mark);
        }
    }

    /// Opens a table inside the region that scrolls.
    pub(in crate::markdown) fn open_table(&mut self, origin: Origin, attributes: &str) -> Option<FrameRef> {
        self.open_region(Element::Table, origin, "<div class=\"table\"", Message::Table, attributes)
    }

    /// Opens preformatted text, which scrolls.
    pub(in crate::markdown) fn open_pre(&mut self, origin: Origin, attributes: &str) -> Option<FrameRef> {
        self.open_region(Element::Pre, origin, "<pre dir=\"ltr\"", Message::CodeBlock, attributes)
    }

    /// A named group that can be scrolled with the keyboard. No landmark: pages have many of them.
    fn open_region(
        &mut self,
        element: Element,
        origin: Origin,
        start: &str,
        name: Message,
        attributes: &str,
    ) -> Option<FrameRef> {
        if !self.place(element, origin) {
            return None;
        }
        let tag = self.mark();
        self.write_tag(start);
        self.write_tag(" tabindex=\"0\" role=\"group\" aria-label=\"");
        self.write_message(name);
        self.write_tag("\"");
        if element == Element::Table {
            self.write_tag("><table");
        }
        self.write_tag(attributes);
        self.write_tag(">");
        Some(self.push_frame(Node::Element(element), origin, tag))
    }

    pub(in crate::markdown) fn push_frame(
        &mut self,
        node: Node,
        origin: Origin,
        tag: (u32, u32),
    ) -> FrameRef {
        self.frames = self.frames.wrapping_add(1);
        let id = self.frames;
        let content = self.mark();
        let sink = self.sinks.len().saturating_sub(1);
        self.forget_edge(node);
        let stack = &mut self.sink().stack;
        stack.push(Frame { id, node, origin, tag, content });
        FrameRef { sink, index: stack.len() - 1, id }
    }

    /// Closes what cannot last beyond the end of a block: parts of lines and paragraphs.
    pub(in crate::markdown) fn close_lines(&mut self) {
        while let Some(frame) = self.top() {
            if matches!(frame.model(), Model::Flow | Model::Structure) || frame.is_locked() {
                return;
            }
            self.close_to(self.sinks.len() - 1, self.sinks[self.sinks.len() - 1].stack.len() - 1);
        }
    }

    /// Closes the frame, and all in it, if it is still open.
    pub(in crate::markdown) fn close(&mut self, frame: Option<FrameRef>) {
        if let Some(frame) = frame.filter(|frame| self.is_open(*frame)) {
            self.close_to(frame.sink, frame.index);
        }
    }

    /// Closes by a raw end tag. False if there is no such element to close.
    pub(in crate::markdown) fn close_raw(&mut self, fits: impl Fn(Element) -> bool) -> bool {
        let found = self
            .sink()
            .stack
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, frame)| !frame.is_locked())
            .find(|(_, frame)| frame.origin == Origin::Raw && fits(frame.node.element()))
            .map(|(index, _)| index);
        if let Some(index) = found {
            self.close_to(self.sinks.len() - 1, index);
        }
        found.is_some()
    }

    /// Closes frames of a sink until `length` are left.
    pub(super) fn close_to(&mut self, sink: usize, length: usize) {
        while let Some(frame) = self
            .sinks
            .get_mut(sink)
            .and_then(|sink| if sink.stack.len() > length { sink.stack.pop() } else { None })
        {
            self.write_end(sink, &frame);
            self.closed(sink, &frame);
        }
    }

    /// Closes what is open in a frame of the last sink.
    pub(in crate::markdown) fn close_inside(&mut self, index: usize) {
        self.close_to(self.sinks.len().saturating_sub(1), index + 1);
    }

    /// Closes a frame of the last sink by the end that was made for it.
    pub(in crate::markdown) fn close_own(&mut self, index: usize) {
        let sink = self.sinks.len().saturating_sub(1);
        self.close_inside(index);
        if let Some(frame) = self.sink().stack.pop() {
            self.write_end(sink, &frame);
        }
    }

    /// The frame was opened as one thing and is now another.
    pub(in crate::markdown) fn replace_frame(&mut self, frame: FrameRef, node: Node) {
        if let Some(open) = self.sinks.get_mut(frame.sink).and_then(|sink| sink.stack.get_mut(frame.index))
            && open.id == frame.id
        {
            open.node = node;
        }
    }

    /// What the end of an element means to the rest of the document.
    fn closed(&mut self, sink: usize, frame: &Frame) {
        match frame.node {
            Node::Heading(index) => self.end_heading(sink, index, frame),
            Node::Link(index) if frame.origin == Origin::Raw => self.extend_link(index),
            Node::Translation(start) => {
                let span = self.span(start..self.cursor.here);
                self.lookups.set_translation(span);
            }
            Node::Source(start) => {
                let span = self.span(start..self.cursor.here);
                self.lookups.set_source(span);
            }
            Node::Directive(number) | Node::Description(number) => {
                let Some(mark) = self.map.mark(number) else { return };
                let MarkKind::Directive { name, .. } = mark.kind else { return };
                let end = format!(":::{name}-end:::").into();
                self.flaw(FlawKind::UnclosedDirective { name: name.into(), end }, mark.range());
            }
            Node::TabGroup(start) => {
                let line = self.source.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
                let flaw = FlawKind::UnclosedDirective { name: "tab".into(), end: "***".into() };
                self.flaw(flaw, start..start + line);
            }
            Node::Element(Element::P) => self.remember_lead(sink, frame),
            _ => {}
        }
    }

    fn write_end(&mut self, sink: usize, frame: &Frame) {
        self.forget_edge(frame.node);
        let markup = &mut self.sinks[sink].markup;
        let empty = frame.content.0 == markup.end();
        match frame.node {
            Node::Link(_) if empty && frame.content.1 == markup.count() => {
                markup.cut(frame.tag.0, frame.tag.1);
            }
            Node::Link(_) => markup.hole(Hole::LinkEnd),
            Node::Element(Element::P) if empty && only_anchors(markup, frame) => unwrap(markup, frame),
            Node::Element(Element::Table) => markup.html.push_str("</table></div>\n"),
            Node::Element(element) => {
                markup.html.push_str("</");
                markup.html.push_str(element.name());
                markup.html.push_str(if element.model() == Model::Phrasing { ">" } else { ">\n" });
            }
            Node::Block(_, element) => {
                markup.html.push_str("</");
                markup.html.push_str(element.name());
                markup.html.push_str(">\n");
            }
            Node::TabGroup(_) | Node::Directive(_) => markup.html.push_str("</div>\n"),
            Node::Tab => markup.html.push_str("</details>\n"),
            Node::Description(_) => markup.html.push_str("</figcaption></figure>\n"),
            Node::Heading(_) | Node::Span | Node::Picture | Node::Translation(_) | Node::Source(_) => {}
        }
    }
}

fn only_anchors(markup: &Markup, frame: &Frame) -> bool {
    markup.holes.iter().skip(frame.content.1 as usize).all(|(_, hole)| matches!(hole, Hole::Anchor(_)))
}

/// Takes the start tag of an element away that holds nothing but anchors.
fn unwrap(markup: &mut Markup, frame: &Frame) {
    markup.html.truncate(frame.tag.0 as usize);
    for (at, _) in markup.holes.iter_mut().skip(frame.tag.1 as usize) {
        *at = frame.tag.0;
    }
}
