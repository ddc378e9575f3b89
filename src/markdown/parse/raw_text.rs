//! Text of raw HTML that is more than that: titles of blocks that begin in it, and blocks of code.

use super::Parser;
use super::raw::behind;
use super::tag::{RawBlock, RawTag};
use crate::markdown::builder::Origin;
use crate::markdown::element::Element;
use crate::markdown::ext::block;
use crate::markdown::sanitise;

impl Parser<'_> {
    pub(super) fn raw_text(&mut self, block: &RawBlock, written: &str, span: html5gum::Span) {
        let (title, rest) = match self.caption(block, written, span.start) {
            Some((title, rest)) => (Some(title), rest),
            None => (None, written),
        };
        if let Some(title) = title {
            let range = block.range(span);
            self.builder.move_to(block.in_source(span.start));
            self.builder.end_leaf();
            let frame = block::start_caption(&mut self.builder, &range);
            self.builder.write_text(title);
            self.builder.fill_leaf();
            self.builder.close(frame);
            self.builder.end_leaf();
        }
        if !rest.trim().is_empty() {
            self.raw_part(block, span.start);
        }
        let start = span.start + (written.len() - rest.len());
        self.html_text(rest, |part| {
            block.range(html5gum::Span { start: start + part.start, end: start + part.end })
        });
    }

    /// The title of a block that begins in raw HTML, and what stands behind it.
    fn caption<'s>(&self, block: &RawBlock, written: &'s str, start: usize) -> Option<(&'s str, &'s str)> {
        let inside = written.strip_prefix('\n')?.trim_start_matches([' ', '\t']);
        let at = start + written.len() - inside.len();
        let (title, rest) = inside.strip_prefix("# ")?.split_once(" #\n")?;
        self.builder.map().is_caption(block.in_source(at)).then_some((title, rest))
    }

    /// Code, which is coloured as between fences where it is a block that says its language and has no tags in it.
    pub(super) fn start_raw_code(&mut self, tag: &RawTag<'_>) {
        let is_block =
            self.builder.innermost(|_| true).is_some_and(|(_, node)| node.element() == Element::Pre);
        let language = tag
            .attribute("class")
            .filter(|_| is_block)
            .and_then(|class| class.split_whitespace().find_map(|class| class.strip_prefix("language-")));
        let has_text_only = |rest: &str| rest.find('<').is_some_and(|at| rest[at..].starts_with("</code"));
        let language = language
            .filter(|language| sanitise::classes(language) == *language)
            .filter(|_| has_text_only(behind(&self.builder, tag)));
        let Some(language) = language else {
            self.builder.open(Element::Code, Origin::Raw, " dir=\"ltr\"");
            return;
        };
        let class = format!(" class=\"language-{language}\"");
        if self.builder.open(Element::Code, Origin::Raw, &class).is_some() {
            self.builder.start_code();
            self.raw_code = Some(language.into());
        }
    }

    pub(super) fn end_raw_code(&mut self) {
        if let Some(language) = self.raw_code.take()
            && let Some(code) = self.builder.take_code()
        {
            self.builder.place_code(&language, code, Vec::new());
        }
    }
}
