//! Where HTML goes: the body, or what is made apart from it, such as a footnote. Decides nothing about what may stand there.

use super::frame::{Edge, Sink, SinkKind};
use super::{DocumentBuilder, Hole, Markup, Message};

impl DocumentBuilder<'_> {
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

    pub(in crate::markdown) fn push_sink(&mut self, kind: SinkKind) {
        let (markup, edge) = (Markup::default(), Edge::default());
        self.sinks.push(Sink { kind, markup, stack: Vec::new(), text: String::new(), edge });
    }

    /// Closes everything in the last sink and takes it off.
    pub(super) fn pop_sink(&mut self) -> Option<Sink> {
        self.close_to(self.sinks.len().checked_sub(1)?, 0);
        self.sinks.pop()
    }

    /// Takes the last sink off, as [`DocumentBuilder::pop_sink`] does, and returns its HTML only.
    pub(in crate::markdown) fn pop_markup(&mut self) -> Option<Markup> {
        self.pop_sink().map(|sink| sink.markup)
    }

    /// Where the next thing will be written.
    pub(in crate::markdown) fn mark(&mut self) -> (u32, u32) {
        let markup = self.markup();
        (markup.end(), markup.count())
    }

    /// Appends tags, or pieces of them, and white space. Text is written by `write_text` and `write_message` only.
    pub(in crate::markdown) fn write_tag(&mut self, html: &str) {
        self.markup().html.push_str(html);
    }

    /// Text of the interface, or an attribute that holds such. It is not text of the document.
    pub(in crate::markdown) fn write_message(&mut self, message: Message) {
        self.write_hole(Hole::Message(message));
    }

    /// Leaves a place to be filled in when the page is written.
    pub(in crate::markdown) fn write_hole(&mut self, hole: Hole) {
        let sink = self.sink();
        if matches!(
            hole,
            Hole::Image(_)
                | Hole::Media(_)
                | Hole::Include(_)
                | Hole::Message(_)
                | Hole::FootnoteReference(..)
        ) {
            sink.edge = Edge::Other;
        }
        sink.markup.hole(hole);
    }

    /// Appends HTML that was made apart, such as that of a footnote.
    pub(in crate::markdown) fn append(&mut self, markup: &Markup) {
        self.markup().append(markup);
    }

    /// Adds attributes to a start tag that was written last; nothing if it was another one.
    pub(in crate::markdown) fn amend_tag(&mut self, tag: &str, attributes: &str) {
        let html = &mut self.markup().html;
        if html.ends_with(tag) {
            html.truncate(html.len() - 1);
            html.push_str(attributes);
            html.push('>');
        }
    }

    /// Whether what is read now is the alternative text of an image.
    pub(in crate::markdown) fn is_in_alt(&self) -> bool {
        self.sinks.last().is_some_and(|sink| sink.kind == SinkKind::Alt)
    }

    /// Whether what is read now is source text of a bilingual article.
    pub(in crate::markdown) fn is_in_lookup(&self) -> bool {
        self.sinks.last().is_some_and(|sink| matches!(sink.kind, SinkKind::Lookup(_)))
    }

    pub(in crate::markdown) fn is_in_body(&self) -> bool {
        self.sinks.last().is_some_and(|sink| sink.kind == SinkKind::Body)
    }
}
