//! Keeps every element of a page properly nested, whatever the author wrote: a tag is written only where it may
//! stand, what may not stay open is closed, and an end tag closes only what is open. So the HTML is well-formed
//! by construction and needs no cleaning afterwards. Decides nothing about what a tag means.

use super::element::{Element, Model};
use super::frame::{Frame, FrameRef, Lines, MAX_DEPTH, Node, Origin, Sink, SinkKind};
use super::markup::{Hole, Markup, Message};
use super::parse::Parser;

impl Parser<'_> {
    pub(super) fn sink(&mut self) -> &mut Sink {
        if self.sinks.is_empty() {
            self.push_sink(SinkKind::Body);
        }
        let last = self.sinks.len() - 1;
        &mut self.sinks[last]
    }

    pub(super) fn markup(&mut self) -> &mut Markup {
        &mut self.sink().markup
    }

    pub(super) fn write(&mut self, html: &str) {
        self.markup().html.push_str(html);
    }

    pub(super) fn push_sink(&mut self, kind: SinkKind) {
        self.sinks.push(Sink { kind, markup: Markup::default(), stack: Vec::new(), text: String::new() });
    }

    /// Closes everything in the last sink and takes it off.
    pub(super) fn pop_sink(&mut self) -> Option<Sink> {
        self.close_to(self.sinks.len().checked_sub(1)?, 0);
        self.sinks.pop()
    }

    pub(super) fn top(&mut self) -> Option<Frame> {
        self.sink().stack.last().copied()
    }

    fn top_element(&mut self) -> Option<Element> {
        self.top().map(|frame| frame.node.element())
    }

    /// Opens an element where it may stand; `attributes` are HTML. None: it may not, nothing was written.
    pub(super) fn open(&mut self, element: Element, origin: Origin, attributes: &str) -> Option<FrameRef> {
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

    /// Opens a table inside the region that scrolls.
    pub(super) fn open_table(&mut self, origin: Origin, attributes: &str) -> Option<FrameRef> {
        self.open_region(Element::Table, origin, "<div class=\"table\"", Message::Table, attributes)
    }

    /// Opens preformatted text, which scrolls.
    pub(super) fn open_pre(&mut self, origin: Origin, attributes: &str) -> Option<FrameRef> {
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
        self.write(start);
        self.write(" tabindex=\"0\" role=\"group\" aria-label=\"");
        self.markup().hole(Hole::Message(name));
        self.write("\"");
        if element == Element::Table {
            self.write("><table");
        }
        self.write(attributes);
        self.write(">");
        Some(self.push_frame(Node::Element(element), origin, tag))
    }

    /// Where the next thing will be written.
    pub(super) fn mark(&mut self) -> (u32, u32) {
        let markup = self.markup();
        (markup.end(), markup.count())
    }

    pub(super) fn push_frame(&mut self, node: Node, origin: Origin, tag: (u32, u32)) -> FrameRef {
        self.frames = self.frames.wrapping_add(1);
        let id = self.frames;
        let content = self.mark();
        let sink = self.sinks.len().saturating_sub(1);
        let stack = &mut self.sink().stack;
        stack.push(Frame { id, node, origin, tag, content });
        FrameRef { sink, index: stack.len() - 1, id }
    }

    /// Makes the place fit for an element, by closing or opening others. False: it cannot stand here.
    pub(super) fn place(&mut self, element: Element, origin: Origin) -> bool {
        if self.sink().kind == SinkKind::Alt || self.suppressed.is_some() {
            return false;
        }
        if origin == Origin::Raw {
            self.interrupt_bold();
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
            Element::Summary => self.top_element() == Some(Element::Details),
            Element::Figcaption => self.top_element() == Some(Element::Figure),
            _ if matches!(element.model(), Model::Phrasing | Model::Void) => {
                self.phrasing_context() && self.has_room()
            }
            _ => self.flow_context() && self.has_room(),
        }
    }

    fn has_room(&mut self) -> bool {
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
    pub(super) fn phrasing_context(&mut self) -> bool {
        self.interrupt_bold();
        self.line_context()
    }

    /// The same for what is not written itself.
    pub(super) fn line_context(&mut self) -> bool {
        if self.sink().kind == SinkKind::Alt || self.suppressed.is_some() {
            return false;
        }
        if !self.leave_structure() {
            return false;
        }
        if self.needs_paragraph() {
            let class = std::mem::take(&mut self.paragraph_class);
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
        if !in_flow || !matches!(self.sink().kind, SinkKind::Body | SinkKind::Note) {
            return false;
        }
        match self.lines {
            Lines::Paragraph => true,
            Lines::Raw => top.is_none_or(|frame| frame.origin != Origin::Raw),
            Lines::Bare => false,
        }
    }

    /// Closes what cannot last beyond the end of a block: parts of lines and paragraphs.
    pub(super) fn close_lines(&mut self) {
        while let Some(frame) = self.top() {
            if matches!(frame.model(), Model::Flow | Model::Structure) || frame.is_locked() {
                return;
            }
            self.close_to(self.sinks.len() - 1, self.sinks[self.sinks.len() - 1].stack.len() - 1);
        }
    }

    /// Closes the frame, and all in it, if it is still open.
    pub(super) fn close(&mut self, frame: Option<FrameRef>) {
        let Some(FrameRef { sink, index, id }) = frame else { return };
        let open = self.sinks.get(sink).and_then(|sink| sink.stack.get(index));
        if open.is_some_and(|frame| frame.id == id) {
            self.close_to(sink, index);
        }
    }

    /// Closes by a raw end tag. False if there is no such element to close.
    pub(super) fn close_raw(&mut self, fits: impl Fn(Element) -> bool) -> bool {
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

    /// Closes a frame of the last sink by the end that was made for it.
    pub(super) fn close_own(&mut self, index: usize) {
        let sink = self.sinks.len() - 1;
        self.close_to(sink, index + 1);
        if let Some(frame) = self.sink().stack.pop() {
            self.write_end(sink, &frame);
        }
    }

    /// The frame was opened as one thing and is now another.
    pub(super) fn replace_frame(&mut self, frame: FrameRef, node: Node) {
        if let Some(open) = self.sinks.get_mut(frame.sink).and_then(|sink| sink.stack.get_mut(frame.index))
            && open.id == frame.id
        {
            open.node = node;
        }
    }

    fn write_end(&mut self, sink: usize, frame: &Frame) {
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
            Node::TabGroup(_) | Node::Directive(_) => markup.html.push_str("</div>\n"),
            Node::Tab => markup.html.push_str("</details>\n"),
            Node::Description(_) => markup.html.push_str("</figcaption></figure>\n"),
            Node::Heading(_) | Node::Span | Node::Translation(_) | Node::Source(_) => {}
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
