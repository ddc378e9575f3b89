//! `:::row:::`, `:::column span="2":::`, `:::zone pivot="x":::`, `:::moniker range="x":::` and images with a long
//! description. Their lines are found in `source`; here they become elements.

use std::ops::Range;

use super::attributes::{self, Attribute};
use super::image;
use crate::markdown::builder::{DocumentBuilder, Node, Origin};
use crate::markdown::document::FlawKind;
use crate::markdown::element::Element;
use crate::markdown::syntax::{DirectiveRole, MarkKind, read_directive};

/// What the directive of this number means where its mark stands.
pub(in crate::markdown) fn write(
    builder: &mut DocumentBuilder<'_>,
    number: u32,
    role: DirectiveRole,
    name: &str,
    range: Range<usize>,
) {
    match role {
        DirectiveRole::End => end(builder, name, range),
        DirectiveRole::Unknown => builder.flaw(FlawKind::UnknownDirective { name: name.into() }, range),
        _ => {
            let line = builder.written(range.clone());
            let start = range.start + line.find(name).unwrap_or(0);
            let line = builder.source().get(..range.end).unwrap_or("");
            let (attributes, _) = attributes::read(line, start + name.len(), ":::");
            open(builder, number, role, &attributes, &range);
        }
    }
}

fn open(
    builder: &mut DocumentBuilder<'_>,
    number: u32,
    role: DirectiveRole,
    attributes: &[Attribute<'_>],
    range: &Range<usize>,
) {
    if role == DirectiveRole::Image {
        if !builder.place(Element::Figure, Origin::Markdown) {
            return;
        }
        let tag = builder.mark();
        builder.write_tag("<figure class=\"image\">");
        let figure = builder.push_frame(Node::Element(Element::Figure), Origin::Markdown, tag);
        image::write(builder, attributes, range);
        builder.close_lines();
        builder.write_tag("<figcaption>");
        builder.replace_frame(figure, Node::Description(number));
        return;
    }
    let span = attributes::value(attributes, "span");
    let columns = span.and_then(|span| span.trim().parse::<u8>().ok()).filter(|n| (1..=12).contains(n));
    let class = match (role, columns) {
        (DirectiveRole::Row, _) => "row".to_owned(),
        (DirectiveRole::Column, Some(columns)) => format!("column column-{columns}"),
        (DirectiveRole::Column, None) => "column".to_owned(),
        _ => "zone".to_owned(),
    };
    if builder.place(Element::Div, Origin::Markdown) {
        let tag = builder.mark();
        builder.write_tag("<div class=\"");
        builder.write_tag(&class);
        builder.write_tag("\">\n");
        builder.push_frame(Node::Directive(number), Origin::Markdown, tag);
    }
}

fn end(builder: &mut DocumentBuilder<'_>, name: &str, range: Range<usize>) {
    let Some(opened) = name.to_ascii_lowercase().strip_suffix("-end").map(str::to_owned) else { return };
    let found = builder.innermost(|node| {
        let (Node::Directive(number) | Node::Description(number)) = node else { return false };
        let kind = builder.map().mark(number).map(|mark| &mark.kind);
        matches!(kind, Some(MarkKind::Directive { name, .. }) if name.eq_ignore_ascii_case(&opened))
    });
    match found {
        Some((index, _)) => builder.close_own(index),
        None if matches!(opened.as_str(), "row" | "column" | "zone" | "moniker" | "image") => {
            builder.flaw(FlawKind::UnknownDirective { name: name.into() }, range);
        }
        None => {}
    }
}

/// `:::name` at the start of a line inside a quote or list: a flaw, not shown.
pub(in crate::markdown) fn take_stray(builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
    let before = builder.source().get(..at).unwrap_or("").trim_end_matches([' ', '\t', '>']);
    let item = before.ends_with(['-', '*', '+', '.', ')']);
    if !(before.is_empty() || before.ends_with('\n') || item) {
        return false;
    }
    let line = builder.source().get(at..).unwrap_or("").lines().next().unwrap_or("");
    let end = at + line.trim_end().len();
    let Some(directive) = read_directive(builder.source(), at, end - at, 0) else { return false };
    let name = directive.name;
    if directive.role != DirectiveRole::End {
        builder.flaw(FlawKind::UnknownDirective { name: name.into() }, at..end);
    }
    builder.take_until(end);
    true
}
