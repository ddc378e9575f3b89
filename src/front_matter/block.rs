//! Finds where the front matter stands in a file, whole or damaged; that of YAML itself. Does not read it.

use std::ops::Range;

use super::data::Format;
use super::fence::{Block, Damage, Fences, after_bom, damage, is_damaged};
use super::line::{Line, lines};
use super::{json, keys, repair, toml};

/// The block a file starts with; blank lines before it are passed over if a known key follows.
pub(super) fn find(text: &str) -> Option<Block> {
    let top = after_bom(text);
    let start = lines(text, top).find(|line| !line.content.trim().is_empty())?.start;
    let first = lines(text, start).next()?;
    let written = first.content.trim_end();
    if written.starts_with('{') && start == top {
        return json::find(text, start);
    }
    if written == "+++" {
        return toml::find(text, start)
            .filter(|block| start == top || toml::has_known_key(text, &block.content));
    }
    if written == "---" {
        let block =
            closed(text, start, first.end, Fences::Closed).or_else(|| unclosed(text, start, first.end))?;
        let is_header = start == top || repair::has_key(text, &block.content);
        return (is_header && !is_prose(text, &block.content)).then_some(block);
    }
    if let Some(damage) = damage(written) {
        return between_damaged(text, start, first.end, damage);
    }
    let rest = written.strip_prefix("---").filter(|rest| rest.starts_with(char::is_whitespace))?;
    let header = rest.trim_start();
    let yaml_start = start + written.len() - header.len();
    keys::at_start(header).filter(|key| keys::is_of_the_pipeline(key.written))?;
    if let Some(end) = closing_within(header) {
        let body = yaml_start + end.end;
        let after = text.get(body..)?;
        let gap = after.trim_start_matches([' ', '\t', '\r']);
        let gap = gap.strip_prefix('\n').unwrap_or(gap);
        return Some(Block {
            format: Format::Yaml,
            span: start..body,
            content: yaml_start..yaml_start + end.start,
            body_start: body + after.len() - gap.len(),
            fences: Fences::OneLine,
        });
    }
    closed(text, start, yaml_start, Fences::OneLine).or_else(|| unclosed(text, start, yaml_start))
}

/// Where a block that `closed` found really ends, if it ran on to a thematic break of the article: a blank line
/// follows its keys, and then something that is not a key.
pub(super) fn early_end(text: &str, block: &Block) -> Option<Block> {
    let end = header_end(text, block.content.start).min(block.content.end);
    let mut rest = lines(text, end).take_while(|line| line.start < block.content.end);
    let is_blank = |line: &Line<'_>| line.content.trim().is_empty();
    let ends = |first: &Line<'_>| is_blank(first) || is_damaged(first.content) || is_glued(first.content);
    let first = rest.next().filter(ends)?;
    let mut follows_text =
        || rest.find(|line| !is_blank(line)).is_some_and(|next| !is_header_line(next.content));
    let has_end = matches!(block.fences, Fences::Unclosed | Fences::Damaged);
    if has_end || is_blank(&first) && !follows_text() {
        return None;
    }
    unclosed(text, block.span.start, block.content.start)
}

fn closed(text: &str, start: usize, yaml_start: usize, fences: Fences) -> Option<Block> {
    let fence = lines(text, yaml_start).find(|line| matches!(line.content.trim_end(), "---" | "..."))?;
    Some(Block {
        format: Format::Yaml,
        span: start..fence.start + fence.content.len(),
        content: yaml_start..fence.start,
        body_start: fence.end,
        fences,
    })
}

fn unclosed(text: &str, start: usize, yaml_start: usize) -> Option<Block> {
    let end = header_end(text, yaml_start);
    if !repair::has_key(text, &(yaml_start..end)) {
        return None;
    }
    let next = lines(text, end).next();
    let fence = next.filter(|line| is_damaged(line.content)).map(|line| line.end);
    let glued = next.filter(|line| is_glued(line.content)).map(|line| line.start + "---".len());
    let body_start = fence.or(glued).unwrap_or(end);
    let (span, content) = (start..body_start, yaml_start..end);
    Some(Block { format: Format::Yaml, span, content, body_start, fences: Fences::Unclosed })
}

/// A block between two lines that stand for its fences, which has a known key: else they are thematic breaks.
fn between_damaged(text: &str, start: usize, first: usize, damage: Damage) -> Option<Block> {
    if let Some(block) = toml::between_damaged(text, start, first) {
        return Some(block);
    }
    let end = header_end(text, first);
    let fence = lines(text, end).next().filter(|line| is_damaged(line.content))?;
    let (span, content) = (start..fence.start + fence.content.len(), first..end);
    let block = Block { format: Format::Yaml, span, content, body_start: fence.end, fences: Fences::Damaged };
    let has_key = match damage {
        Damage::Certain => repair::has_key(text, &block.content),
        Damage::Likely => names_title(text, &block.content),
    };
    has_key.then_some(block)
}

/// A second block right behind a first one: the parts of a file that was made of two.
pub(super) fn second(text: &str, first: &Block) -> Option<Block> {
    if first.fences != Fences::Closed || first.format != Format::Yaml {
        return None;
    }
    let opening = lines(text, first.body_start).find(|line| !line.content.trim().is_empty())?;
    let is_fence = opening.content.trim_end() == "---";
    let block = closed(text, opening.start, opening.end, Fences::Closed).filter(|_| is_fence)?;
    let is_header = header_end(text, block.content.start) == block.content.end;
    (is_header && names_title(text, &block.content)).then_some(block)
}

/// Whether a line begins with `title:`, or with a key that is no word of prose (`ms.date`, `custom_ids`).
fn names_title(text: &str, content: &Range<usize>) -> bool {
    let within = lines(text, content.start).take_while(|line| line.start < content.end);
    let mut keys = within.filter_map(|line| keys::at_start(line.content));
    keys.any(|key| {
        let is_compound = key.written.contains(['.', '_']) && keys::is_of_the_pipeline(key.written);
        is_compound || matches!(key.written, "title" | "description")
    })
}

/// The ` ---` that ends a header folded into one line.
fn closing_within(header: &str) -> Option<Range<usize>> {
    let at = header.match_indices(" ---").map(|(at, _)| at).find(|at| {
        header.get(at + 4..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })?;
    Some(at..at + 4)
}

/// Whether a line is a fence with the text of the article behind it: `---# Title`.
pub(super) fn is_glued(line: &str) -> bool {
    let behind = line.strip_prefix("---").and_then(|text| text.chars().next());
    behind.is_some_and(|first| first == '#' || first.is_alphabetic())
}

/// Whether a block that stands off from its fence is text between two thematic breaks: sentences, and no key that a
/// generator knows.
fn is_prose(text: &str, content: &Range<usize>) -> bool {
    let mut within = lines(text, content.start).take_while(|line| line.start < content.end).peekable();
    let stands_off = within.peek().is_some_and(|first| first.content.trim().is_empty());
    let mut has_sentence = false;
    for line in within.filter(|_| stands_off) {
        let Some(key) = keys::at_start(line.content) else { continue };
        if keys::is_of_the_pipeline(key.written) {
            return false;
        }
        let value = line.content.get(key.value..).unwrap_or_default();
        has_sentence |= value.split_whitespace().nth(2).is_some() || value.trim_end().ends_with('。');
    }
    has_sentence
}

/// Where the lines from `start` on stop looking like front matter.
fn header_end(text: &str, start: usize) -> usize {
    lines(text, start).find(|line| !is_header_line(line.content)).map_or(text.len(), |line| line.start)
}

/// `key: value`, `- item`, or the continuation of one.
fn is_header_line(line: &str) -> bool {
    let content = line.trim();
    let item = content.strip_prefix('-').is_some_and(|item| item.is_empty() || item.starts_with(' '));
    !content.is_empty()
        && !is_damaged(line)
        && (item || line.starts_with([' ', '\t']) || keys::at_start(line).is_some())
}
