//! Blocks that a dialect opens and ends by marks: alerts, details, tabs and divisions. Reads no syntax.

use std::ops::Range;

use super::{alert, tab};
use crate::markdown::builder::{DocumentBuilder, FrameRef, Node, Origin};
use crate::markdown::document::{BlockKind, FlawKind};
use crate::markdown::element::Element;
use crate::markdown::markup::Message;
use crate::markdown::syntax::{Block, Caption, Ending, MarkKind, Openness};

/// Opens what the mark of this number stands for.
pub(in crate::markdown) fn open(
    builder: &mut DocumentBuilder<'_>,
    tabs: &mut tab::Tabs,
    number: u32,
    block: Block<'_>,
) {
    match block {
        Block::Alert(alert, caption) => {
            let attributes = format!(" class=\"alert {}\" role=\"note\"", alert::class(alert));
            if element(builder, number, Element::Div, &attributes) && caption == Caption::Default {
                alert::write_title(builder, alert);
            }
        }
        Block::Details(openness, alert, caption) => {
            let class =
                alert.map_or(String::new(), |alert| format!(" class=\"alert {}\"", alert::class(alert)));
            let open = if openness == Openness::Open { " open" } else { "" };
            let is_open = element(builder, number, Element::Details, &format!("{class}{open}"));
            if is_open && caption != Caption::Written {
                builder.write_tag("<summary>");
                builder.write_message(alert.map_or(Message::Details, Message::Alert));
                builder.write_tag("</summary>\n");
            }
        }
        Block::Tabs => tabs.open_group(builder, number),
        Block::Tab(_) => tabs.open_tab(builder, number),
        Block::Verbatim => {
            element(builder, number, Element::Div, " class=\"zone\"");
        }
        Block::Division(class) => {
            element(builder, number, Element::Div, &format!(" class=\"{class}\""));
        }
        Block::Unknown(name, _) => {
            flaw(builder, number, FlawKind::UnknownDirective { name: name.into() });
            element(builder, number, Element::Div, " class=\"zone\"");
        }
    }
}

fn element(builder: &mut DocumentBuilder<'_>, number: u32, element: Element, attributes: &str) -> bool {
    if !builder.place(element, Origin::Markdown) {
        return false;
    }
    let tag = builder.mark();
    builder.write_tag("<");
    builder.write_tag(element.name());
    builder.write_tag(attributes);
    builder.write_tag(">\n");
    builder.push_frame(Node::Block(number, element), Origin::Markdown, tag);
    true
}

/// Opens the title of the block at hand, which is text of the document.
pub(in crate::markdown) fn start_caption(
    builder: &mut DocumentBuilder<'_>,
    range: &Range<usize>,
) -> Option<FrameRef> {
    let (_, node) = builder.innermost(|_| true)?;
    let is_summary = node.element() == Element::Details;
    let is_alert = matches!(node, Node::Block(number, _) if is_alert(builder, number));
    let frame = match (is_summary, is_alert) {
        (true, _) => builder.open(Element::Summary, Origin::Markdown, ""),
        (_, true) => builder.open(Element::P, Origin::Markdown, " class=\"alert-title\""),
        _ => builder.open(Element::P, Origin::Markdown, ""),
    };
    builder.open_leaf(BlockKind::Paragraph, range);
    frame
}

fn is_alert(builder: &DocumentBuilder<'_>, number: u32) -> bool {
    let mark = builder.map().mark(number);
    mark.is_some_and(|mark| matches!(mark.kind, MarkKind::Open(Block::Alert(..))))
}

/// Ends the block of the mark of this number, if it is still open.
pub(in crate::markdown) fn close(builder: &mut DocumentBuilder<'_>, number: u32, ending: Ending) {
    let is_own = |node| matches!(node, Node::Block(open, _) if open == number);
    if let Some((index, _)) = builder.innermost(is_own) {
        builder.close_own(index);
    }
    if let Ending::Missing(end) = ending
        && let Some(mark) = builder.map().mark(number)
    {
        let written = builder.map().written(mark).trim_start_matches(|c: char| c.is_ascii_punctuation());
        let written = written.trim_start();
        let length = written.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(written.len());
        let name = written[..length].into();
        builder.flaw(FlawKind::UnclosedDirective { name, end }, mark.range());
    }
}

fn flaw(builder: &mut DocumentBuilder<'_>, number: u32, kind: FlawKind) {
    if let Some(mark) = builder.map().mark(number) {
        let range = mark.range();
        builder.flaw(kind, range);
    }
}
