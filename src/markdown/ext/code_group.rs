//! `::: code-group` of VitePress: each block of code in it is a tab, named in the brackets behind its language. Reads no lines.

use std::ops::Range;

use super::tab::{self, Tabs};
use crate::markdown::builder::{DocumentBuilder, FrameRef, Node, Origin};
use crate::markdown::document::BlockKind;
use crate::markdown::element::{Element, Model};
use crate::markdown::syntax::{Block, MarkKind};

/// Opens the tab of a block of code that stands in a group directly. None: it stands elsewhere.
pub(in crate::markdown) fn open_tab(
    builder: &mut DocumentBuilder<'_>,
    tabs: &mut Tabs,
    title: &str,
    range: &Range<usize>,
) -> Option<FrameRef> {
    let is_block = |node: Node| matches!(node.element().model(), Model::Flow | Model::Structure);
    let (_, Node::Block(number, _)) = builder.innermost(is_block)? else { return None };
    if !matches!(builder.map().mark(number)?.kind, MarkKind::Open(Block::Tabs)) {
        return None;
    }
    let group = tabs.number(builder);
    let frame = tab::open_component(builder, group)?;
    let summary = builder.open(Element::Summary, Origin::Markdown, "");
    builder.open_leaf(BlockKind::Paragraph, range);
    builder.fill_leaf();
    builder.write_text(without_icon(title));
    builder.close(summary);
    builder.end_leaf();
    Some(frame)
}

/// A title without the name of an icon that stands behind it: `a.js ~vscode-icons:file~`.
fn without_icon(title: &str) -> &str {
    title.split_once('~').map_or(title, |(title, _)| title).trim()
}
