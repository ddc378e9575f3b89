//! Markdown within HTML: `<div markdown>` of MkDocs and Jekyll. Only reads the tag.

use super::line::{Line, Step};

/// A line that is a start tag with the attribute `markdown`: what follows is Markdown as it would be behind a blank line.
pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let inside = line.text().strip_prefix('<')?.strip_suffix('>')?;
    if inside.contains(['<', '>']) || !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut words = inside.split_ascii_whitespace().skip(1);
    let is_markdown = words.any(|word| {
        let value = word.strip_prefix("markdown");
        let value = value.map(|value| value.trim_start_matches('=').trim_matches(['"', '\'']));
        value.is_some_and(|value| matches!(value, "" | "1" | "block"))
    });
    is_markdown.then_some(Step::Blank { until: line.end })
}
