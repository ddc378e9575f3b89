//! Finds where the front matter stands in a file, whole or damaged. Does not read it.

use std::ops::Range;

use super::line::{Line, lines};
use super::{keys, repair};

/// The place of the front matter, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// With both fences.
    pub(super) span: Range<usize>,
    /// Between the fences.
    pub(super) yaml: Range<usize>,
    pub(super) body_start: usize,
    pub(super) fences: Fences,
}

/// How the block is set apart from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fences {
    /// Between two lines of `---`.
    Closed,
    /// No line ends it; it was taken to end where its lines stop looking like front matter.
    Unclosed,
    /// The first key stands behind the opening `---`.
    OneLine,
}

/// The first byte behind a BOM.
pub(super) fn after_bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// The block a file starts with; blank lines before it are passed over if a known key follows.
pub(super) fn find(text: &str) -> Option<Block> {
    let top = after_bom(text);
    let start = lines(text, top).find(|line| !line.content.trim().is_empty())?.start;
    let first = lines(text, start).next()?;
    let written = first.content.trim_end();
    if written == "---" {
        let block =
            closed(text, start, first.end, Fences::Closed).or_else(|| unclosed(text, start, first.end))?;
        return (start == top || repair::has_key(text, &block.yaml)).then_some(block);
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
            span: start..body,
            yaml: yaml_start..yaml_start + end.start,
            body_start: body + after.len() - gap.len(),
            fences: Fences::OneLine,
        });
    }
    closed(text, start, yaml_start, Fences::OneLine).or_else(|| unclosed(text, start, yaml_start))
}

/// Where a block that `closed` found really ends, if it ran on to a thematic break of the article: a blank line
/// follows its keys, and then something that is not a key.
pub(super) fn early_end(text: &str, block: &Block) -> Option<Block> {
    let end = header_end(text, block.yaml.start).min(block.yaml.end);
    let mut rest = lines(text, end).take_while(|line| line.start < block.yaml.end);
    let is_blank = |line: &Line<'_>| line.content.trim().is_empty();
    let first = rest.next().filter(|first| is_blank(first) || is_dashes(first.content))?;
    let mut follows_text =
        || rest.find(|line| !is_blank(line)).is_some_and(|next| !is_header_line(next.content));
    if block.fences == Fences::Unclosed || is_blank(&first) && !follows_text() {
        return None;
    }
    unclosed(text, block.span.start, block.yaml.start)
}

fn closed(text: &str, start: usize, yaml_start: usize, fences: Fences) -> Option<Block> {
    let fence = lines(text, yaml_start).find(|line| matches!(line.content.trim_end(), "---" | "..."))?;
    Some(Block {
        span: start..fence.start + fence.content.len(),
        yaml: yaml_start..fence.start,
        body_start: fence.end,
        fences,
    })
}

fn unclosed(text: &str, start: usize, yaml_start: usize) -> Option<Block> {
    let end = header_end(text, yaml_start);
    if !repair::has_key(text, &(yaml_start..end)) {
        return None;
    }
    let fence = lines(text, end).next().filter(|line| is_dashes(line.content));
    let body_start = fence.map_or(end, |line| line.end);
    Some(Block { span: start..body_start, yaml: yaml_start..end, body_start, fences: Fences::Unclosed })
}

/// The ` ---` that ends a header folded into one line.
fn closing_within(header: &str) -> Option<Range<usize>> {
    let at = header.match_indices(" ---").map(|(at, _)| at).find(|at| {
        header.get(at + 4..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })?;
    Some(at..at + 4)
}

/// Where the lines from `start` on stop looking like front matter.
fn header_end(text: &str, start: usize) -> usize {
    lines(text, start).find(|line| !is_header_line(line.content)).map_or(text.len(), |line| line.start)
}

/// A fence that is indented or that translation has changed (`—-`): no fence, but no text to show either.
fn is_dashes(line: &str) -> bool {
    let dashes = line.trim();
    dashes.len() > 1 && dashes.chars().all(|character| matches!(character, '-' | '–' | '—'))
}

/// `key: value`, `- item`, or the continuation of one.
fn is_header_line(line: &str) -> bool {
    let content = line.trim();
    let item = content.strip_prefix('-').is_some_and(|item| item.is_empty() || item.starts_with(' '));
    !content.is_empty()
        && !is_dashes(line)
        && (item || line.starts_with([' ', '\t']) || keys::at_start(line).is_some())
}
