//! Finds front matter and reads it: YAML the fast way, any format by its parser, or by repair. Says where it is damaged; knows no key.

use std::ops::Range;

use super::data::{Flaw, FlawKind, Format, FrontMatter};
use super::fence::{Block, Fences, after_bom};
use super::line::{Line, lines};
use super::value::{KeyValue, MAX_BLOCK_BYTES, SyntaxError};
use super::{block, fields, json, plain, repair, toml, unquoted, yaml};
use crate::diagnostic::Span;
use crate::line_end::with_line_feeds;

/// What is said of a second block behind the first one.
pub const SECOND_BLOCK: &str = "a second block of front matter follows the first one";

impl FrontMatter {
    /// Reads the front matter of a whole file as stored (a BOM, line ends of any kind). Whatever is damaged is a [`Flaw`], and
    /// all that can be made out with certainty is there all the same.
    pub fn parse(text: &str) -> Self {
        let text = &*with_line_feeds(text);
        let start = after_bom(text);
        let Some(block) = block::find(text) else { return Self::missing(start) };
        let mut flaws = Vec::new();
        if text.get(start..block.span.start).is_some_and(|before| !before.is_empty()) {
            let message = "front matter must start on the first line".to_owned();
            flaws.push(Flaw { kind: FlawKind::Syntax { message }, span: (start..block.span.start).into() });
        }
        let Some((mut block, mut entries)) = read(text, block, &mut flaws) else {
            return Self::missing(start);
        };
        if let Some(second) = block::second(text, &block) {
            let message = SECOND_BLOCK.to_owned();
            let fence = Span::new(second.span.start, second.content.start);
            if let Some((second, more)) = read(text, second, &mut flaws) {
                flaws.push(Flaw { kind: FlawKind::Syntax { message }, span: fence });
                entries.extend(more);
                (block.span.end, block.body_start) = (second.span.end, second.body_start);
            }
        }
        let (span, format) = (Span::from(block.span), block.format);
        let mut front_matter = Self {
            span: Some(span),
            format,
            body_start: Span::new(0, block.body_start).end,
            flaws,
            ..Self::default()
        };
        fields::fill(&mut front_matter, &entries);
        let is_double = |flaw: &Flaw| matches!(flaw.kind, FlawKind::DuplicateKey { .. });
        if front_matter.flaws.iter().any(is_double) {
            // To TOML a double is an error; one finding says it.
            let is_same =
                |kind: &FlawKind| matches!(kind, FlawKind::Syntax { message } if message == toml::DOUBLE);
            front_matter.flaws.retain(|flaw| !is_same(&flaw.kind));
        }
        front_matter.flaws.sort_by_key(|flaw| flaw.span);
        front_matter
    }

    fn missing(start: usize) -> Self {
        let flaw = Flaw { kind: FlawKind::Missing, span: Span::new(start, start) };
        Self { body_start: flaw.span.end, flaws: vec![flaw], ..Self::default() }
    }
}

/// The keys and values of a block: read by its parser, else saved line by line. None if this is no front matter, but text
/// between two thematic breaks.
pub(super) fn read<'a>(
    text: &'a str,
    block: Block,
    flaws: &mut Vec<Flaw>,
) -> Option<(Block, Vec<KeyValue<'a>>)> {
    let failure = match sound(text, &block) {
        Ok(mut entries) => {
            let content = text.get(block.content.clone()).unwrap_or_default();
            // Hardly a block holds the mark of a tag or of a comment.
            let has_mark = || memchr::memchr2(b'!', b'#', content.as_bytes()).is_some();
            if block.format == Format::Yaml && has_mark() {
                unquoted::find(text, &mut entries, flaws);
            }
            let has_text = !content.trim().is_empty();
            let is_text = block.format != Format::Json && entries.is_empty() && has_text;
            flaws.extend(fence_flaw(&block));
            return if is_text { None } else { Some((block, entries)) };
        }
        Err(failure) => failure,
    };
    let shorter = match block.format {
        Format::Yaml => block::early_end(text, &block),
        Format::Toml => toml::early_end(text, &block),
        Format::Json => None,
    };
    if let Some(shorter) = shorter {
        return read(text, shorter, flaws);
    }
    if !has_key(text, &block) {
        return None;
    }
    flaws.extend(fence_flaw(&block));
    let known = flaws.len();
    let entries = match block.format {
        Format::Yaml => repair::salvage(text, &block.content, flaws),
        Format::Toml => toml::salvage(text, &block.content),
        Format::Json => json::salvage(text, &block.content),
    };
    // A key with a colon of another script is said once.
    let is_said = flaws.iter().skip(known).any(|flaw| flaw.span == failure.span);
    if !is_said {
        flaws.push(Flaw { kind: FlawKind::Syntax { message: failure.message }, span: failure.span });
    }
    Some((block, entries))
}

/// Reads a block by the parser of its format.
fn sound<'a>(text: &'a str, block: &Block) -> Result<Vec<KeyValue<'a>>, SyntaxError> {
    match block.format {
        Format::Yaml => read_yaml(text, &block.content).map_err(|failure| {
            let earlier = |first: &SyntaxError| first.span.start < failure.span.start;
            first_failure(text, &block.content).filter(earlier).unwrap_or(failure)
        }),
        Format::Toml => toml::read(text, &block.content),
        Format::Json => json::read(text, &block.content),
    }
}

fn has_key(text: &str, block: &Block) -> bool {
    match block.format {
        Format::Yaml => repair::has_key(text, &block.content) || repair::is_of_page(text, &block.content),
        Format::Toml => toml::has_known_key(text, &block.content),
        Format::Json => json::has_known_key(text, &block.content),
    }
}

/// The failure of the first key that cannot be read by itself: a bracket or quote that is never closed is noticed some
/// keys further on.
fn first_failure(text: &str, yaml: &Range<usize>) -> Option<SyntaxError> {
    // No header has more keys.
    const MAX_KEYS: usize = 64;
    let is_key = |line: &Line<'_>| line.content.starts_with(|c: char| c.is_alphabetic());
    let lines = lines(text, yaml.start).take_while(|line| line.start < yaml.end);
    let starts: Vec<usize> = lines.filter(is_key).take(MAX_KEYS).map(|line| line.start).collect();
    let ends = starts.iter().skip(1).copied().chain([yaml.end]);
    starts.iter().zip(ends).find_map(|(&start, end)| read_yaml(text, &(start..end)).err())
}

/// Reads YAML the fast way or by the parser, unless it is too long or means something else than its author did.
pub(super) fn read_yaml<'a>(text: &'a str, yaml: &Range<usize>) -> Result<Vec<KeyValue<'a>>, SyntaxError> {
    let failure = |message: &str, span| SyntaxError { message: message.to_owned(), span };
    if yaml.len() > MAX_BLOCK_BYTES {
        return Err(failure("front matter is longer than 64 KiB", Span::new(yaml.start, yaml.start)));
    }
    if let Some(folded) = repair::folded_line(text, yaml) {
        return Err(failure("several keys on one line", folded));
    }
    if let Some(key) = repair::hidden_key(text, yaml) {
        return Err(failure("a full-width colon behind a key", key));
    }
    plain::read(text, yaml).map_or_else(|| yaml::read(text, yaml), Ok)
}

/// What is wrong with the fences of a block.
fn fence_flaw(block: &Block) -> Option<Flaw> {
    let start = block.span.start;
    let fence = if block.format == Format::Json { "{".len() } else { "---".len() };
    let (message, span) = match (block.format, block.fences) {
        (_, Fences::Closed) => return None,
        (Format::Json, Fences::OneLine) => {
            let end = block.span.end;
            ("there is text after the last brace", Span::new(end - 1, end))
        }
        (Format::Toml, Fences::Damaged) => {
            ("the lines around the front matter are not `+++`", Span::new(start, start))
        }
        (_, Fences::Damaged) => ("the lines around the front matter are not `---`", Span::new(start, start)),
        (_, Fences::OneLine) => ("a key is on the same line as `---`", Span::new(start, start + fence)),
        (_, Fences::Unclosed) => {
            return Some(Flaw { kind: FlawKind::Unclosed, span: Span::new(start, start + fence) });
        }
    };
    Some(Flaw { kind: FlawKind::Syntax { message: message.to_owned() }, span })
}
