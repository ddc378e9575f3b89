//! Blocks between colons: `:::tip[Title]` of Docusaurus and Starlight, `::: tip Title` of VitePress and VuePress. Only reads them.

use std::ops::Range;

use super::alerts;
use super::line::{Cut, End, Line, Step};
use super::mark::{Block, Caption, Openness};

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let text = line.text();
    let rest = text.trim_start_matches(':');
    let colons = text.len() - rest.len();
    if colons < 3 {
        return None;
    }
    let until = line.end;
    let rest = rest.trim_start();
    if rest.is_empty() {
        return Some(Step::Close { end: End::Colons(colons), until });
    }
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    let (name, after) = rest.split_at(length);
    // Groups of tabs that change together are named: `tabs#shell`.
    let id = after.strip_prefix('#').map_or(0, |id| 1 + id.find([' ', '\t']).unwrap_or(id.len()));
    let after = after.get(id..).unwrap_or("");
    if name.is_empty() || !after.is_empty() && !after.starts_with([' ', '\t', '[', '{']) {
        return None;
    }
    let (title, attributes) = title(after, until - after.len())?;
    let title = title.filter(|title| !title.is_empty());
    let caption = if title.is_some() { Caption::Written } else { Caption::Default };
    let block = block(name, caption, attributes);
    Some(Step::Open { block, title, end: End::Colons(colons), cut: Cut::None, until })
}

/// What a block of this name is.
fn block<'t>(name: &'t str, caption: Caption, attributes: &str) -> Block<'t> {
    match name.to_ascii_lowercase().as_str() {
        "details" => {
            let is_open = attributes.split_ascii_whitespace().any(|word| word == "open");
            Block::Details(if is_open { Openness::Open } else { Openness::Folded }, None, caption)
        }
        "raw" | "v-pre" => Block::Verbatim,
        "code-group" | "code-tabs" | "tabs" => Block::Tabs,
        lower => match alerts::named(lower) {
            Some(alert) => Block::Alert(alert, caption),
            None => Block::Unknown(name, caption),
        },
    }
}

/// The title behind the name of a block, and what stands between braces behind that. `at` is the place of `text` in the Markdown.
/// None where more stands behind brackets: then it is text.
fn title(text: &str, at: usize) -> Option<(Option<Range<usize>>, &str)> {
    let (title, start) = match text.strip_prefix('[').and_then(|inside| bracketed(inside)) {
        Some(inside) => {
            let behind = text.get(inside.len() + 2..).unwrap_or("");
            if !split_attributes(behind).0.trim().is_empty() {
                return None;
            }
            (inside, at + 1)
        }
        None => {
            let (before, _) = split_attributes(text);
            let title = before.trim();
            (title, at + before.len() - before.trim_start().len())
        }
    };
    let (_, attributes) = split_attributes(text);
    Some((Some(start..start + title.len()), attributes))
}

/// What stands before the bracket that closes.
fn bracketed(inside: &str) -> Option<&str> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => depth += 1,
            ']' if depth == 0 => return Some(&inside[..at]),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A text, and what stands between braces at its end.
fn split_attributes(text: &str) -> (&str, &str) {
    let text = text.trim_end();
    match text.strip_suffix('}').and_then(|open| Some((open, open.rfind('{')?))) {
        Some((open, at)) => (&text[..at], &open[at + 1..]),
        None => (text, ""),
    }
}
