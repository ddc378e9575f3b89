//! Tabs: `# [Windows](#tab/windows)` … `# [macOS](#tab/macos)` … `***`. A group of `<details>` of which one is open,
//! so that it works without script.

use std::ops::Range;

use crate::markdown::BlockKind;
use crate::markdown::element::{Element, Model};
use crate::markdown::frame::{FrameRef, Node, Origin};
use crate::markdown::markup::Hole;
use crate::markdown::parse::Parser;

impl Parser<'_> {
    /// A heading that is the title of a tab opens it; none if it is a heading.
    pub(in crate::markdown) fn start_tab(&mut self, range: &Range<usize>) -> Option<Option<FrameRef>> {
        if !is_tab_title(self.source.get(range.clone())?) {
            return None;
        }
        match self.open_group() {
            Some(group) => self.close_to(self.sinks.len() - 1, group + 1),
            None => {
                if !self.place(Element::Div, Origin::Markdown) {
                    return None;
                }
                let tag = self.mark();
                self.write("<div class=\"tabs\">\n");
                self.push_frame(Node::TabGroup(range.start), Origin::Markdown, tag);
                self.tab_groups += 1;
            }
        }
        let first = self.top().is_some_and(|group| group.content.0 == self.markup().end());
        let tag = self.mark();
        self.write("<details class=\"tab\" name=\"tabs-");
        let group = self.tab_groups;
        self.markup().hole(Hole::Tabs(group));
        self.write(if first { "\" open>" } else { "\">" });
        self.push_frame(Node::Tab, Origin::Markdown, tag);
        let summary = self.open(Element::Summary, Origin::Markdown, "");
        self.begin_leaf_here(BlockKind::Paragraph, range);
        Some(summary)
    }

    /// The place of the group whose tab is the innermost block here.
    fn open_group(&mut self) -> Option<usize> {
        let stack = &self.sink().stack;
        let tab = stack.iter().rposition(|frame| matches!(frame.model(), Model::Flow | Model::Structure))?;
        if stack[tab].node == Node::Tab { tab.checked_sub(1) } else { None }
    }

    /// A rule ends the tabs it stands in. False: it is a rule.
    pub(in crate::markdown) fn end_tabs(&mut self) -> bool {
        let Some(group) = self.open_group() else { return false };
        self.close_own(group);
        true
    }
}

/// `# [title](#tab/name)` and nothing else.
fn is_tab_title(written: &str) -> bool {
    let written = written.trim().trim_matches('#').trim();
    written.starts_with('[')
        && written.split_once("](#tab/").is_some_and(|(_, name)| name.find(')') == Some(name.len() - 1))
}
