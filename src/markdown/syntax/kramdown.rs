//! What kramdown knows beside attribute lists: `{::options … /}`, `{::comment}`, `{::nomarkdown}` and where the list of
//! contents stands, `{:toc}` behind a list. Only reads them.

use super::attribute_list::{self, Braces};
use super::line::{Line, Step};

/// A longer comment is text, so that no text is searched over and over.
const MAX_COMMENT: usize = 1 << 16;

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    match line.text().strip_prefix('{') {
        Some(rest) => match rest.strip_prefix(':') {
            Some(rest) if rest.starts_with([':', '/']) => extension(line, rest),
            Some(rest) if definition(rest) => Some(Step::Drop { until: line.end }),
            Some(_) => attribute_list::read_line(line, Braces::Colon),
            None => None,
        },
        None => contents(line),
    }
}

/// `{::name …}`. What stands in one is kept, but for comments.
fn extension<'t>(line: &Line<'t>, rest: &str) -> Option<Step<'t>> {
    let text = line.text();
    let end = text.find('}')? + 1;
    let until = line.content + end;
    if rest.starts_with('/') {
        return Some(Step::Drop { until });
    }
    let inside = text.get(3..end - 1)?;
    let name = inside.split([' ', '\t', '/']).next()?;
    match name {
        "options" | "nomarkdown" => Some(Step::Drop { until }),
        "comment" if inside.ends_with('/') => Some(Step::Drop { until }),
        "comment" => Some(Step::Drop { until: comment(line, until)? }),
        _ => None,
    }
}

/// Where a comment ends that starts before `from`.
fn comment(line: &Line<'_>, from: usize) -> Option<usize> {
    let limit = line.body.floor_char_boundary(from.saturating_add(MAX_COMMENT));
    let inside = line.body.get(from..limit)?;
    let end = ["{:/comment}", "{:/}"]
        .iter()
        .filter_map(|end| Some((memchr::memmem::find(inside.as_bytes(), end.as_bytes())?, end.len())))
        .min()?;
    Some(from + end.0 + end.1)
}

/// `name: …}`, which gives a list of attributes a name.
fn definition(rest: &str) -> bool {
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    length > 0 && rest[length..].starts_with(':') && rest[length..].trim_start_matches(':') != "}"
}

/// A list of one item with `{:toc}` in the next line stands for the list of contents.
fn contents<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let is_list = line.text().starts_with(['*', '-', '+']) || line.text().starts_with("1.");
    let next = Line::at(line.body, line.next);
    (is_list && is_contents(next.text())).then_some(Step::Drop { until: next.end })
}

fn is_contents(text: &str) -> bool {
    let inside = text.strip_prefix("{:").and_then(|rest| rest.strip_suffix('}'));
    inside.is_some_and(|inside| inside.split_ascii_whitespace().any(|word| word == "toc"))
}
