//! What a heading is: a tab, the title of the document, or a heading. Knows of the front matter only what it calls the article.

use pulldown_cmark::{CowStr, HeadingLevel};
use std::ops::Range;

use super::{Parser, TagKind};
use crate::markdown::builder::{FrameRef, Origin};
use crate::markdown::ext::block;
use crate::markdown::sanitise;
use crate::markdown::syntax::Dialect;

impl Parser<'_> {
    pub(super) fn start_heading(
        &mut self,
        level: HeadingLevel,
        id: Option<&str>,
        classes: &[CowStr<'_>],
        range: &Range<usize>,
    ) -> (TagKind, Option<FrameRef>) {
        if self.builder.map().is_caption(range.start) {
            return (TagKind::TabTitle, block::start_caption(&mut self.builder, range));
        }
        if let Some(frame) = self.tabs.start(&mut self.builder, range) {
            return (TagKind::TabTitle, frame);
        }
        let classes = sanitise::classes(&classes.join(" "));
        if level == HeadingLevel::H1 && self.is_title(range) {
            self.builder.start_title(range);
            self.anchors.place_heading_id(&mut self.builder, id, range);
            return (TagKind::Title, None);
        }
        let frame = self.builder.open_heading(level as u8, &classes, Origin::Markdown, range);
        self.anchors.place_heading_id(&mut self.builder, id, range);
        (TagKind::Heading, frame)
    }

    /// Whether a heading of level 1 is the title: the first one, wherever it stands, if nothing else names the document.
    /// Generators that have a title leave a heading within the text where it is, and some of them every heading.
    fn is_title(&self, range: &Range<usize>) -> bool {
        let title = self.title.map(str::trim).filter(|title| !title.is_empty());
        let map = self.builder.map();
        self.builder.takes_title()
            && match (self.syntax.dialect, title) {
                (Dialect::Plain, _) | (_, None) => true,
                _ if map.is_headline(range.start) => true,
                (dialect, Some(title)) => {
                    let written = self.builder.source().get(range.clone()).unwrap_or("");
                    let is_text = dialect.is_headed_by_front_matter() && !is_same(written, title);
                    self.builder.is_first_block() && !is_text
                }
            }
    }
}

/// Whether a heading, as written, says no other words than a title.
fn is_same(heading: &str, title: &str) -> bool {
    let heading = heading.trim_end().trim_end_matches('#').trim_end();
    let attributes = heading.strip_suffix('}').and_then(|rest| rest.rsplit_once('{'));
    let text =
        attributes.filter(|(_, list)| list.starts_with(['#', '.', ':'])).map_or(heading, |(text, _)| text);
    letters(text).eq(letters(title))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}
