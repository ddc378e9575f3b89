//! From a text to a document: lays out what a dialect writes and gives the events of CommonMark to the parser.

use pulldown_cmark::{Event, LinkType, Options, Tag};
use std::ops::Range;

use super::Parser;
use crate::front_matter::FrontMatter;
use crate::line_end::with_line_feeds;
use crate::markdown::builder::DocumentBuilder;
use crate::markdown::document::{Definition, Document};
use crate::markdown::ext::definition;
use crate::markdown::ext::footnote::Footnotes;
use crate::markdown::part::Part;
use crate::markdown::syntax::{self, Known, Shortcodes, SourceMap, Syntax};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

impl Document {
    /// Reads `text`, a whole file as stored, whose Markdown starts at byte `body_start`.
    ///
    /// Never fails: what is wrong becomes a [`Flaw`](super::Flaw). All spans are places in `text`.
    pub fn parse(text: &str, body_start: usize) -> Self {
        Self::parse_as(Syntax::default(), text, body_start)
    }

    /// The same for a text that is written in a dialect.
    pub fn parse_as(syntax: Syntax, text: &str, body_start: usize) -> Self {
        let body_start = u32::try_from(body_start).unwrap_or(u32::MAX);
        let front_matter = FrontMatter { body_start, ..FrontMatter::default() };
        Self::parse_with(syntax, &Shortcodes::new(), &front_matter, text)
    }

    /// The same for a text with its front matter, whose project says what shortcodes become.
    pub fn parse_with(
        syntax: Syntax,
        shortcodes: &Shortcodes,
        front_matter: &FrontMatter,
        text: &str,
    ) -> Self {
        Self::parse_part(syntax, shortcodes, front_matter, &Part::default(), text)
    }

    /// The same for a part of a text, where `text` ends, and which is given what the part says.
    pub fn parse_part(
        syntax: Syntax,
        shortcodes: &Shortcodes,
        front_matter: &FrontMatter,
        part: &Part,
        text: &str,
    ) -> Self {
        let text = &*with_line_feeds(text);
        let body = text.get(front_matter.body_start as usize..).unwrap_or("");
        let start = text.len() - body.strip_prefix('\u{feff}').unwrap_or(body).len();
        let (source, map) = syntax::lay_out(syntax, Known { shortcodes, front_matter, part }, text, start);
        let title = front_matter.value("title");
        Self::of_source(syntax, title.as_deref(), front_matter, &source, map)
    }

    /// Lines of a text as a block of code, with what stands behind its fence.
    pub fn of_code(syntax: Syntax, text: &str, lines: &[Range<usize>], info: &str) -> Self {
        let (source, map) = syntax::of_code(text, lines, info);
        Self::of_source(syntax, None, &FrontMatter::default(), &source, map)
    }

    fn of_source(
        syntax: Syntax,
        title: Option<&str>,
        front_matter: &FrontMatter,
        source: &str,
        map: SourceMap<'_>,
    ) -> Self {
        let mut parser = Parser::new(syntax, title, front_matter, DocumentBuilder::new(source, map));
        let mut options = OPTIONS;
        options.set(Options::ENABLE_DEFINITION_LIST, definition::are_in(syntax.dialect, source));
        parser.footnotes = Footnotes::of(source, options);
        let mut events = pulldown_cmark::Parser::new_ext(source, options).into_offset_iter();
        while let Some((event, range)) = events.next() {
            if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = &event {
                parser.definition = match link_type {
                    LinkType::Inline | LinkType::Autolink | LinkType::Email => None,
                    _ => events.reference_definitions().get(id).map(|definition| definition.span.clone()),
                };
            }
            parser.event(event, range);
        }
        let definitions = events.reference_definitions().iter();
        let definitions = definitions.map(|(label, definition)| Definition {
            label: label.into(),
            destination: (&*definition.dest).into(),
            span: parser.builder.span(definition.span.clone()),
        });
        let mut definitions: Vec<Definition> = definitions.collect();
        definitions.sort_by_key(|definition| definition.span);
        Self { syntax, definitions, ..parser.finish() }
    }
}
