//! Blocks that hold what is indented by four columns: `!!! note "Title"`, `??? note` and `=== "Tab"` of MkDocs. Only reads them.

use std::ops::Range;

use super::alerts;
use super::line::{Cut, End, Line, Step};
use super::mark::{Alert, Block, Caption, Openness};

/// The columns that the content is indented by.
const COLUMNS: usize = 4;

/// What tabs begin with, the second and later of a group too.
const TAB: &str = "===";

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let text = line.text();
    let (block, title) = match text.strip_prefix("!!!") {
        Some(rest) => admonition(line, rest)?,
        None => match text.strip_prefix("???") {
            Some(rest) => details(line, rest)?,
            None => tab(line, text.strip_prefix(TAB)?)?,
        },
    };
    let column = column(line);
    let cut = Cut::Columns(column.saturating_sub(line.indent));
    Some(Step::Open { block, title, end: End::Dedent(column), cut, until: line.end })
}

/// The column that the content starts at. Behind the marker of an item it is that of the content of the item, and as much again; but
/// that of the item where the next line says so.
fn column(line: &Line<'_>) -> usize {
    if line.markers == 0 {
        return line.indent + COLUMNS;
    }
    let item = line.indent - line.markers + COLUMNS;
    let next = Line::at(line.body, line.next);
    let is_near = !next.is_blank() && (item..item + COLUMNS).contains(&next.indent);
    if is_near { item } else { item + COLUMNS }
}

fn admonition<'t>(line: &Line<'t>, rest: &'t str) -> Option<(Block<'t>, Option<Range<usize>>)> {
    let (alert, title, caption) = heading(line, rest)?;
    Some((Block::Alert(alert, caption), title))
}

fn details<'t>(line: &Line<'t>, rest: &'t str) -> Option<(Block<'t>, Option<Range<usize>>)> {
    let (openness, rest) = match rest.strip_prefix('+') {
        Some(rest) => (Openness::Open, rest),
        None => (Openness::Folded, rest),
    };
    let (alert, title, caption) = heading(line, rest)?;
    Some((Block::Details(openness, Some(alert), caption), title))
}

fn tab<'t>(line: &Line<'t>, rest: &'t str) -> Option<(Block<'t>, Option<Range<usize>>)> {
    // One that begins a group, and one that is chosen.
    let rest = rest.trim_start_matches(['!', '+']);
    let rest = rest.strip_prefix([' ', '\t'])?.trim_start();
    let title = quoted(line, rest).filter(|title| !title.is_empty())?;
    Some((Block::Tab(Caption::Written), Some(title)))
}

/// The type of an alert, classes and a title in quotes. An empty title is none at all; a type that is not known is a title.
fn heading(line: &Line<'_>, rest: &str) -> Option<(Alert, Option<Range<usize>>, Caption)> {
    let rest = rest.trim_start();
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    let after = &rest[length..];
    let classes = &after[..after.find('"').unwrap_or(after.len())];
    let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == ' ' || c == '\t';
    if length == 0 || !classes.chars().all(is_word) || !after.is_empty() && !after.starts_with([' ', '\t']) {
        return None;
    }
    let title = quoted(line, &after[classes.len()..]);
    let alert = alerts::named(&rest[..length]);
    let (title, caption) = match title {
        Some(title) if title.is_empty() => (None, Caption::None),
        Some(title) => (Some(title), Caption::Written),
        None if alert.is_none() => {
            let start = line.end - rest.len();
            (Some(start..start + length), Caption::Written)
        }
        None => (None, Caption::Default),
    };
    Some((alert.unwrap_or(Alert::Note), title, caption))
}

/// The place of what stands in quotes, which is the last of the line.
fn quoted(line: &Line<'_>, text: &str) -> Option<Range<usize>> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    let start = line.end - text.len() + 1;
    Some(start..start + inside.len())
}
