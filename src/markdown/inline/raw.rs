//! Finds where raw HTML stands in a text, in which no Markdown is read. Reads no tags.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// Where blocks of raw HTML stand behind a place of a text, in order.
pub(crate) fn raw_html(text: &str, from: usize) -> Vec<Range<usize>> {
    let body = text.get(from..).unwrap_or("");
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(body, options).into_offset_iter();
    let blocks = events.filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)));
    blocks.map(|(_, range)| from + range.start..from + range.end).collect()
}
