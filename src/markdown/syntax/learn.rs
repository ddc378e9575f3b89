//! The directives of Learn: the lines of `:::row:::` and others are not Markdown, and what stands between them is often
//! indented. Each such line becomes a mark that is a block of its own, and the lines after it lose their common
//! indentation. Decides nothing about what a directive becomes.

use super::fence::{Fence, list_indent};
use super::line::Line;
use super::map::Writer;
use super::mark::{DirectiveRole, MarkKind};
use crate::markdown::ext::attributes;

/// One line that is a directive.
pub(in crate::markdown) struct Directive<'t> {
    pub(in crate::markdown) role: DirectiveRole,
    pub(in crate::markdown) name: &'t str,
}

/// A directive that is open while the lines are laid out.
struct Open<'t> {
    name: &'t str,
    /// Columns its lines stand further in than its outermost directive; none before the first of them.
    deeper: Option<usize>,
}

/// Whether there may be any in a text.
pub(super) fn may_be_in(body: &str) -> bool {
    body.contains(":::")
}

/// Replaces the lines that are directives.
pub(super) fn lay_out<'t>(body: &'t str, out: &mut Writer<'t>) {
    let last_description = body.rfind("image-end").unwrap_or(0);
    let mut fence = Fence::default();
    let mut open: Vec<Open<'_>> = Vec::new();
    let (mut outer, mut list) = (0, 0);
    let mut at = 0;
    while at < body.len() {
        let Line { start, content: text, end, next, .. } = Line::at(body, at);
        at = next;
        let indent = text - start;
        let content = &body[text..end];
        let inside_fence = fence.is_inside(content);
        list = list_indent(list, indent, content);
        let directive = if inside_fence || (open.is_empty() && indent > list + 3) {
            None
        } else {
            read_directive(body, text, content.len(), last_description)
        };
        let Some(directive) = directive else {
            let cut = open.last_mut().map_or(0, |open| deeper(open, indent, outer, content)).min(indent);
            out.keep(start + cut..next);
            continue;
        };
        if open.is_empty() {
            outer = indent;
        }
        out.keep(start..start + outer.min(indent));
        nest(&mut open, &directive);
        let Directive { role, name } = directive;
        out.mark(MarkKind::Directive { role, name }, text..end);
        out.keep(end..next);
    }
}

/// How far a line's indentation is to be cut.
fn deeper(open: &mut Open<'_>, indent: usize, outer: usize, content: &str) -> usize {
    if open.deeper.is_none() && !content.is_empty() {
        open.deeper = Some(indent.saturating_sub(outer));
    }
    open.deeper.unwrap_or(0)
}

fn nest<'t>(open: &mut Vec<Open<'t>>, directive: &Directive<'t>) {
    match directive.role {
        DirectiveRole::End => {
            let name = directive.name.strip_suffix("-end").unwrap_or("");
            if let Some(index) = open.iter().rposition(|open| open.name.eq_ignore_ascii_case(name)) {
                open.truncate(index);
            }
        }
        DirectiveRole::Unknown => {}
        _ if open.len() < 100 => open.push(Open { name: directive.name, deeper: None }),
        _ => {}
    }
}

/// Reads a line that is a directive and nothing else; images without a description are parts of lines.
pub(in crate::markdown) fn read_directive(
    body: &str,
    start: usize,
    length: usize,
    last_description: usize,
) -> Option<Directive<'_>> {
    let line = body.get(start..start + length)?;
    let rest = line.strip_prefix(":::")?.trim_start_matches([':', ' ', '\t']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
    let name = &rest[..end];
    if rest[end..].starts_with(|c: char| !c.is_whitespace() && c != ':') {
        return None;
    }
    let (attributes, stopped) =
        attributes::read(body.get(..start + length)?, start + length - rest.len() + end, ":::");
    let left = body.get(stopped..start + length)?;
    if left.strip_prefix(":::").is_some_and(|after| !after.trim_matches(':').trim().is_empty()) {
        return None;
    }
    let role = match name.to_ascii_lowercase().as_str() {
        "" => DirectiveRole::End,
        "row" => DirectiveRole::Row,
        "column" => DirectiveRole::Column,
        "zone" | "moniker" => DirectiveRole::Zone,
        "image" => {
            let kind = attributes::value(&attributes, "type").unwrap_or("");
            if !kind.eq_ignore_ascii_case("complex") || last_description <= start {
                return None;
            }
            DirectiveRole::Image
        }
        // A text in a line.
        "no-loc" => return None,
        name if name.ends_with("-end") => DirectiveRole::End,
        _ => DirectiveRole::Unknown,
    };
    Some(Directive { role, name })
}
