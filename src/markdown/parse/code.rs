//! Blocks of code: what their fence says, their caption, and where their text begins and ends. Knows no language.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use super::{Parser, TagKind};
use crate::markdown::builder::{FrameRef, Origin};
use crate::markdown::document::BlockKind;
use crate::markdown::element::Element;
use crate::markdown::entities::decoded;
use crate::markdown::ext::{code_group, code_mark};
use crate::markdown::fence::Fence;
use crate::markdown::syntax::Dialect;

impl<'t> Parser<'t> {
    pub(super) fn start_code(
        &mut self,
        kind: &CodeBlockKind<'_>,
        range: &Range<usize>,
    ) -> (TagKind, Option<FrameRef>) {
        let info = match kind {
            CodeBlockKind::Fenced(info) => &**info,
            CodeBlockKind::Indented => "",
        };
        let written = self.info(kind, range);
        self.fence = Fence::read(info);
        if written != info {
            // An entity may stand for a quote, which would end a title.
            self.fence.title = Fence::read(written).title;
        }
        let title = self.fence.title.as_ref().map_or(&*self.fence.language, |title| &title.text);
        let tab = code_group::open_tab(&mut self.builder, &mut self.tabs, title, range);
        // Between brackets stands a title in groups of code only: other generators have patterns there.
        let title = self.fence.title.as_ref().filter(|_| self.syntax.dialect != Dialect::Plain);
        let is_name = title.is_some_and(|title| written[..title.place.start].ends_with('['));
        if tab.is_some() || is_name {
            self.fence.title = None;
        }
        let (figure, code) = match self.start_figure(written, range) {
            Some((figure, code)) => (Some(figure), code),
            None => (None, range.clone()),
        };
        self.builder.open_leaf(BlockKind::Code, &code);
        let pre = self.builder.open_pre(Origin::Markdown, "");
        let mut attributes = String::new();
        if !self.fence.language.is_empty() {
            attributes = format!(" class=\"language-{}\"", self.fence.language);
        }
        let opened = self.builder.open(Element::Code, Origin::Markdown, &attributes);
        if opened.is_some() && !self.fence.is_plain() {
            self.builder.start_code();
        }
        (TagKind::Code, tab.or(figure).or(pre))
    }

    /// What stands behind the first fence, as it is written.
    fn info(&self, kind: &CodeBlockKind<'_>, range: &Range<usize>) -> &'t str {
        let CodeBlockKind::Fenced(_) = kind else { return "" };
        let line = self.builder.written(range.clone()).lines().next().unwrap_or("").trim();
        let sign = if line.starts_with('`') { '`' } else { '~' };
        line.trim_start_matches(sign).trim()
    }

    /// Opens a figure and writes the title of the code as its caption, a block of its own. The rest is the code.
    fn start_figure(&mut self, info: &str, range: &Range<usize>) -> Option<(FrameRef, Range<usize>)> {
        let title = self.fence.title.take()?;
        let figure = self.builder.open(Element::Figure, Origin::Markdown, " class=\"code\"")?;
        let caption = self.builder.open(Element::Figcaption, Origin::Markdown, "");
        let line = self.builder.written(range.clone()).lines().next().map_or(0, str::len);
        let line = range.start..range.start + line;
        // An escaped info string stands otherwise in the text: then the place is the line.
        let at = self.builder.written(line.clone()).find(info).map(|at| line.start + at);
        let place = at.map_or(line.clone(), |at| at + title.place.start..at + title.place.end);
        self.builder.open_leaf(BlockKind::Paragraph, &place);
        self.builder.write_text(&unescaped(&title.text));
        self.builder.fill_leaf();
        self.builder.end_leaf();
        self.builder.close(caption);
        Some((figure, (line.end + 1).min(range.end)..range.end))
    }

    pub(super) fn end_code(&mut self, frame: Option<FrameRef>) {
        let fence = std::mem::take(&mut self.fence);
        if let Some(text) = self.builder.take_code() {
            let mut marks = fence.marks;
            let text = code_mark::read(self.syntax.dialect, text, &mut marks);
            self.builder.place_code(&fence.language, text, marks);
        }
        self.builder.end_lookup();
        self.builder.close(frame);
        self.builder.end_leaf();
    }
}

/// A title without entities and the signs that escape its quotes.
fn unescaped(title: &str) -> String {
    decoded(title).replace("\\\"", "\"").replace("\\'", "'")
}
