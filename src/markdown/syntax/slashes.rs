//! Blocks between slashes: `/// note | Title` of pymdownx. Only reads them.

use std::ops::Range;

use super::alerts;
use super::line::{Cut, End, Line, Step};
use super::mark::{Alert, Block, Caption, Openness};

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let text = line.text();
    let rest = text.trim_start_matches('/');
    let slashes = text.len() - rest.len();
    if slashes < 3 {
        return None;
    }
    if rest.is_empty() {
        return Some(Step::Close { end: End::Slashes(slashes), until: line.end });
    }
    let (name, title) = match rest.split_once('|') {
        Some((name, title)) => (name, Some(title.trim())),
        None => (rest, None),
    };
    let name = name.strip_prefix([' ', '\t'])?.trim();
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    let (options, until) = options(line);
    let title = title.filter(|title| !title.is_empty()).map(|title| line.end - title.len()..line.end);
    let (block, title) = block(name, title, line, options);
    Some(Step::Open { block, title, end: End::Slashes(slashes), cut: Cut::None, until })
}

fn block<'t>(
    name: &'t str,
    title: Option<Range<usize>>,
    line: &Line<'t>,
    options: &str,
) -> (Block<'t>, Option<Range<usize>>) {
    let caption = if title.is_some() { Caption::Written } else { Caption::Default };
    let kind = option(options, "type").and_then(alerts::named);
    let block = match name {
        "details" => {
            let is_open = option(options, "open").is_some_and(|value| value.eq_ignore_ascii_case("true"));
            Block::Details(if is_open { Openness::Open } else { Openness::Folded }, kind, caption)
        }
        "tab" if title.is_some() => Block::Tab(caption),
        "admonition" => Block::Alert(kind.unwrap_or(Alert::Note), caption),
        "html" | "define" | "caption" | "figure-caption" | "table-caption" => Block::Division("zone"),
        _ => match alerts::named(name) {
            Some(alert) => Block::Alert(alert, caption),
            None if caption == Caption::Default => {
                let start = line.content + line.text().find(name).unwrap_or(0);
                return (Block::Alert(Alert::Note, Caption::Written), Some(start..start + name.len()));
            }
            None => Block::Alert(Alert::Note, caption),
        },
    };
    let has_title = !matches!(block, Block::Division(_));
    (block, title.filter(|_| has_title))
}

/// The options behind the first line: lines of `name: value`, indented, up to one that is blank. Also where they end.
fn options<'t>(line: &Line<'t>) -> (&'t str, usize) {
    let mut until = line.end;
    let mut at = line.next;
    loop {
        let next = Line::at(line.body, at);
        let is_option = next.indent >= line.indent + 4 && next.text().contains(':');
        if next.is_blank() || !is_option {
            break;
        }
        until = next.end;
        at = next.next;
    }
    (line.body.get(line.end..until).unwrap_or(""), until)
}

fn option<'o>(options: &'o str, name: &str) -> Option<&'o str> {
    options.lines().find_map(|line| Some(line.trim().strip_prefix(name)?.strip_prefix(':')?.trim()))
}
