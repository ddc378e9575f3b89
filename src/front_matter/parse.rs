//! Finds front matter and reads it, the fast way, as YAML or by repair. Says where it is damaged; knows no key.

use std::ops::Range;

use super::block::{self, Block, Fences};
use super::data::{Flaw, FlawKind, FrontMatter};
use super::line::{Line, lines};
use super::value::{KeyValue, MAX_BLOCK_BYTES, YamlError};
use super::{fields, plain, repair, yaml};
use crate::diagnostic::Span;

impl FrontMatter {
    /// Reads the front matter of a whole file as stored (a BOM, CRLF or LF). Whatever is damaged is a [`Flaw`], and
    /// all that can be made out with certainty is there all the same.
    pub fn parse(text: &str) -> Self {
        let start = block::after_bom(text);
        let Some(block) = block::find(text) else { return Self::missing(start) };
        let mut flaws = Vec::new();
        if text.get(start..block.span.start).is_some_and(|before| !before.is_empty()) {
            let message = "front matter must start on the first line".to_owned();
            flaws.push(Flaw { kind: FlawKind::Syntax { message }, span: (start..block.span.start).into() });
        }
        let Some((block, entries)) = read(text, block, &mut flaws) else { return Self::missing(start) };
        let span = Span::from(block.span);
        let mut front_matter = Self {
            span: Some(span),
            body_start: Span::new(0, block.body_start).end,
            flaws,
            ..Self::default()
        };
        fields::fill(&mut front_matter, &entries);
        front_matter.flaws.sort_by_key(|flaw| flaw.span);
        front_matter
    }

    fn missing(start: usize) -> Self {
        let flaw = Flaw { kind: FlawKind::Missing, span: Span::new(start, start) };
        Self { body_start: flaw.span.end, flaws: vec![flaw], ..Self::default() }
    }
}

/// The keys and values of a block: read as YAML, else saved line by line. None if this is no front matter, but text between
/// two thematic breaks.
pub(super) fn read<'a>(
    text: &'a str,
    block: Block,
    flaws: &mut Vec<Flaw>,
) -> Option<(Block, Vec<KeyValue<'a>>)> {
    let failure = match read_yaml(text, &block.yaml) {
        Ok(entries) => {
            let has_text = text.get(block.yaml.clone()).is_some_and(|yaml| !yaml.trim().is_empty());
            flaws.extend(fence_flaw(&block));
            return if entries.is_empty() && has_text { None } else { Some((block, entries)) };
        }
        Err(failure) => failure,
    };
    if let Some(shorter) = block::early_end(text, &block) {
        return read(text, shorter, flaws);
    }
    if !repair::has_key(text, &block.yaml) {
        return None;
    }
    flaws.extend(fence_flaw(&block));
    let earlier = |first: &YamlError| first.span.start < failure.span.start;
    let failure = first_failure(text, &block.yaml).filter(earlier).unwrap_or(failure);
    flaws.push(Flaw { kind: FlawKind::Syntax { message: failure.message }, span: failure.span });
    let entries = repair::salvage(text, &block.yaml, flaws);
    Some((block, entries))
}

/// The failure of the first key that cannot be read by itself: a bracket or quote that is never closed is noticed some
/// keys further on.
fn first_failure(text: &str, yaml: &Range<usize>) -> Option<YamlError> {
    // No header has more keys.
    const MAX_KEYS: usize = 64;
    let is_key = |line: &Line<'_>| line.content.starts_with(|c: char| c.is_alphabetic());
    let lines = lines(text, yaml.start).take_while(|line| line.start < yaml.end);
    let starts: Vec<usize> = lines.filter(is_key).take(MAX_KEYS).map(|line| line.start).collect();
    let ends = starts.iter().skip(1).copied().chain([yaml.end]);
    starts.iter().zip(ends).find_map(|(&start, end)| read_yaml(text, &(start..end)).err())
}

/// Reads YAML the fast way or by the parser, unless it is too long or means something else than its author did.
fn read_yaml<'a>(text: &'a str, yaml: &Range<usize>) -> Result<Vec<KeyValue<'a>>, YamlError> {
    let failure = |message: &str, span| YamlError { message: message.to_owned(), span };
    if yaml.len() > MAX_BLOCK_BYTES {
        return Err(failure("front matter is longer than 64 KiB", Span::new(yaml.start, yaml.start)));
    }
    if let Some(folded) = repair::folded_line(text, yaml) {
        return Err(failure("several keys on one line", folded));
    }
    plain::read(text, yaml).map_or_else(|| yaml::read(text, yaml), Ok)
}

/// What is wrong with the fences of a block.
fn fence_flaw(block: &Block) -> Option<Flaw> {
    let span = Span::new(block.span.start, block.span.start + "---".len());
    let kind = match block.fences {
        Fences::Closed => return None,
        Fences::OneLine => FlawKind::Syntax { message: "a key is on the same line as `---`".to_owned() },
        Fences::Unclosed => FlawKind::Unclosed,
    };
    Some(Flaw { kind, span })
}
