//! The blocks that attribute lists change. Decides nothing about what a list says.

use pulldown_cmark::Tag;
use std::ops::Range;

use super::{Parser, TagKind};
use crate::markdown::builder::{FrameRef, Lines};
use crate::markdown::document::BlockKind;
use crate::markdown::ext::attribute_list::BlockAttributes;
use crate::markdown::ext::{alert, include, video};

impl Parser<'_> {
    /// What the attribute lists before and behind a block say of it. The ID of a heading is left to the heading.
    pub(super) fn block_attributes(&mut self, tag: &Tag<'_>, range: &Range<usize>) -> BlockAttributes {
        let has_attributes = matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::List(_)
                | Tag::CodeBlock(_)
                | Tag::Table(_)
                | Tag::DefinitionList
        );
        if !has_attributes {
            return BlockAttributes::default();
        }
        let attributes = self.attributes.start_block(&self.builder, range);
        if !matches!(tag, Tag::Heading { .. }) {
            attributes.place_id(&mut self.builder, &mut self.anchors);
        }
        attributes
    }

    /// A quote is an alert, or a quote.
    pub(super) fn start_quote(
        &mut self,
        attributes: &BlockAttributes,
        range: &Range<usize>,
    ) -> Option<FrameRef> {
        let frame = self.attributes.open_alert(&mut self.builder, attributes);
        frame.or_else(|| alert::open_quote(&mut self.builder, self.syntax.dialect, range))
    }

    pub(super) fn start_paragraph(
        &mut self,
        attributes: &BlockAttributes,
        range: &Range<usize>,
    ) -> (TagKind, Option<FrameRef>) {
        let kind = if self.take_item_start() { BlockKind::ListItem } else { BlockKind::Paragraph };
        let is_title = self.attributes.takes_title();
        let frame = self.attributes.open_alert(&mut self.builder, attributes);
        if include::take_paragraph(&mut self.builder, range) {
            return (TagKind::Nothing, frame);
        }
        self.builder.open_leaf(kind, range);
        self.builder.set_lines(Lines::Paragraph);
        let is_video = video::starts(self.builder.source(), range);
        let is_title = is_title || self.attributes.takes_title();
        self.builder.set_paragraph_class(match (is_video, is_title) {
            (true, _) => " class=\"video\"",
            (_, true) => " class=\"alert-title\"",
            _ => "",
        });
        self.bold.start_paragraph(&mut self.builder);
        (TagKind::Paragraph, frame)
    }
}
