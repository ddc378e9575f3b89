//! Tabs: `# [Windows](#tab/windows)` … `# [macOS](#tab/macos)` … `***`. A group of `<details>` of which one is open,
//! so that it works without script.

use std::ops::Range;

use crate::markdown::builder::{DocumentBuilder, FrameRef, Node, Origin};
use crate::markdown::document::BlockKind;
use crate::markdown::element::{Element, Model};
use crate::markdown::markup::Hole;

/// Counts the groups of tabs, each of which has a number of its own.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Tabs {
    groups: u32,
    /// Those that may be open, each with its number: a tab may hold another group.
    open: Vec<(Node, u32)>,
}

impl Tabs {
    /// A heading that is the title of a tab opens it; none if it is a heading.
    pub(in crate::markdown) fn start(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        range: &Range<usize>,
    ) -> Option<Option<FrameRef>> {
        if !is_tab_title(builder.source().get(range.clone())?) {
            return None;
        }
        match open_group(builder) {
            Some(group) => builder.close_inside(group),
            None => {
                if !builder.place(Element::Div, Origin::Markdown) {
                    return None;
                }
                let tag = builder.mark();
                builder.write_tag("<div class=\"tabs\">\n");
                builder.push_frame(Node::TabGroup(range.start), Origin::Markdown, tag);
                self.begin(Node::TabGroup(range.start));
            }
        }
        let group = self.number(builder);
        open_details(builder, group, Node::Tab);
        let summary = builder.open(Element::Summary, Origin::Markdown, "");
        builder.open_leaf(BlockKind::Paragraph, range);
        Some(summary)
    }
}

impl Tabs {
    /// Opens the group that the mark of this number stands for.
    pub(super) fn open_group(&mut self, builder: &mut DocumentBuilder<'_>, number: u32) {
        if !builder.place(Element::Div, Origin::Markdown) {
            return;
        }
        let tag = builder.mark();
        builder.write_tag("<div class=\"tabs\">\n");
        builder.push_frame(Node::Block(number, Element::Div), Origin::Markdown, tag);
        self.begin(Node::Block(number, Element::Div));
    }

    /// Opens a tab of the innermost group.
    pub(super) fn open_tab(&mut self, builder: &mut DocumentBuilder<'_>, number: u32) {
        if builder.place(Element::Details, Origin::Markdown) {
            let group = self.number(builder);
            open_details(builder, group, Node::Block(number, Element::Details));
        }
    }

    fn begin(&mut self, group: Node) {
        self.groups += 1;
        self.open.push((group, self.groups));
    }

    /// The number of the innermost group that is open; of the last one if none is.
    pub(super) fn number(&mut self, builder: &DocumentBuilder<'_>) -> u32 {
        while let Some(&(group, number)) = self.open.last() {
            if builder.innermost(|node| node == group).is_some() {
                return number;
            }
            self.open.pop();
        }
        self.groups
    }

    /// Opens a group for components. Returns its number too.
    pub(super) fn open_group_of_components(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
    ) -> Option<(FrameRef, u32)> {
        let frame = builder.open(Element::Div, Origin::Markdown, " class=\"tabs\"")?;
        self.groups += 1;
        Some((frame, self.groups))
    }
}

/// Opens a tab of the group of a number.
pub(super) fn open_component(builder: &mut DocumentBuilder<'_>, group: u32) -> Option<FrameRef> {
    let fits = builder.place(Element::Details, Origin::Markdown);
    fits.then(|| open_details(builder, group, Node::Element(Element::Details)))
}

fn open_details(builder: &mut DocumentBuilder<'_>, group: u32, node: Node) -> FrameRef {
    let first = builder.is_top_empty();
    let tag = builder.mark();
    builder.write_tag("<details class=\"tab\" name=\"tabs-");
    builder.write_hole(Hole::Tabs(group));
    builder.write_tag(if first { "\" open>" } else { "\">" });
    builder.push_frame(node, Origin::Markdown, tag)
}

/// A rule ends the tabs it stands in. False: it is a rule.
pub(in crate::markdown) fn end(builder: &mut DocumentBuilder<'_>) -> bool {
    let Some(group) = open_group(builder) else { return false };
    builder.close_own(group);
    true
}

/// The depth of the group whose tab is the innermost block here.
fn open_group(builder: &DocumentBuilder<'_>) -> Option<usize> {
    let is_block = |node: Node| matches!(node.element().model(), Model::Flow | Model::Structure);
    let (tab, node) = builder.innermost(is_block)?;
    if node == Node::Tab { tab.checked_sub(1) } else { None }
}

/// `# [title](#tab/name)` and nothing else.
fn is_tab_title(written: &str) -> bool {
    let written = written.trim().trim_matches('#').trim();
    written.starts_with('[')
        && written.split_once("](#tab/").is_some_and(|(_, name)| name.find(')') == Some(name.len() - 1))
}
