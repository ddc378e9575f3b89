//! A Markdown text as CommonMark reads it. The lines of `:::row:::` and other directives are not Markdown, and what stands
//! between them is often indented: each such line becomes a mark that is a block of its own, and the lines after it lose
//! their common indentation. `SourceMap` knows where everything was. Decides nothing about what a directive becomes.

use std::borrow::Cow;
use std::ops::Range;

use super::dialect::Dialect;
use super::ext::{attributes, reference};

/// What CommonMark sees for a directive is a processing instruction, which is an HTML block by itself.
const MARK: (&str, &str) = ("<?", "?>");

/// From offsets of the text as laid out to those of the file, and the lines that are directives.
#[derive(Debug, Default)]
pub(super) struct SourceMap<'t> {
    /// Where the Markdown starts in the file.
    base: usize,
    original: &'t str,
    /// Where stretches start: in the text as laid out, and in the original. Empty if nothing was moved.
    moved: Vec<(usize, usize)>,
    directives: Vec<Directive<'t>>,
    /// Whether shortcodes were put between angle brackets.
    has_references: bool,
}

/// One line that is a directive.
#[derive(Debug)]
pub(super) struct Directive<'t> {
    /// Where its mark stands in the text as laid out, and how long it is as written.
    at: usize,
    length: usize,
    pub(super) role: DirectiveRole,
    pub(super) name: &'t str,
}

impl Directive<'_> {
    /// What was written, without the mark.
    pub(super) fn range(&self) -> Range<usize> {
        let start = self.at + MARK.0.len();
        start..start + self.length
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DirectiveRole {
    Row,
    Column,
    Zone,
    Image,
    End,
    Unknown,
}

impl<'t> SourceMap<'t> {
    pub(super) fn in_file(&self, offset: usize) -> usize {
        self.base + self.in_original(offset)
    }

    fn in_original(&self, offset: usize) -> usize {
        let next = self.moved.partition_point(|&(from, _)| from <= offset);
        let Some(&(from, to)) = next.checked_sub(1).and_then(|last| self.moved.get(last)) else {
            return offset;
        };
        let limit = self.moved.get(next).map_or(self.original.len(), |&(_, to)| to);
        (to + offset - from).min(limit)
    }

    /// The number of the directive whose mark stands at an offset.
    pub(super) fn directive_at(&self, at: usize) -> Option<u32> {
        let found = self.directives.binary_search_by_key(&at, |directive| directive.at).ok()?;
        u32::try_from(found).ok()
    }

    pub(super) fn directive(&self, number: u32) -> Option<&Directive<'t>> {
        self.directives.get(number as usize)
    }

    /// The text that stood at a range, directives as written.
    pub(super) fn as_written(&self, text: &str, range: &Range<usize>) -> Option<&'t str> {
        let is_directive = !self.directives.is_empty() && text.contains("<?:::");
        let is_altered = is_directive || self.has_references && text.contains("](<{{");
        if !is_altered {
            return None;
        }
        self.original.get(self.in_original(range.start)..self.in_original(range.end))
    }

    fn add(&mut self, from: usize, to: usize) {
        self.moved.push((from, to));
    }
}

/// A directive that is open while the lines are laid out.
struct Open<'t> {
    name: &'t str,
    /// Columns its lines stand further in than its outermost directive; none before the first of them.
    deeper: Option<usize>,
}

/// Replaces the lines that are directives, and puts shortcodes that are destinations between angle brackets. `base` is the
/// place of `body` in the file.
pub(super) fn lay_out(dialect: Dialect, body: &str, base: usize) -> (Cow<'_, str>, SourceMap<'_>) {
    let has_references = dialect == Dialect::Hugo && reference::may_be_in(body);
    let mut map = SourceMap { base, original: body, has_references, ..SourceMap::default() };
    if !has_references && !body.contains(":::") {
        return (Cow::Borrowed(body), map);
    }
    let last_description = body.rfind("image-end").unwrap_or(0);
    let mut out = String::with_capacity(body.len());
    let mut fence = Fence::default();
    let mut open: Vec<Open<'_>> = Vec::new();
    let (mut outer, mut list) = (0, 0);
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let content = line[indent..].trim_end();
        let inside_fence = fence.is_inside(content);
        list = list_indent(list, indent, content);
        let directive = if inside_fence || (open.is_empty() && indent > list + 3) {
            None
        } else {
            read_directive(body, start + indent, content.len(), last_description)
        };
        let Some(mut directive) = directive else {
            let cut = open.last_mut().map_or(0, |open| deeper(open, indent, outer, content)).min(indent);
            map.add(out.len(), start + cut);
            if has_references && !inside_fence {
                push_line(&line[cut..], start + cut, &mut map, &mut out);
            } else {
                out.push_str(&line[cut..]);
            }
            continue;
        };
        if open.is_empty() {
            outer = indent;
        }
        out.push_str(&line[..outer.min(indent)]);
        directive.at = out.len();
        map.add(out.len(), start + indent);
        out.push_str(MARK.0);
        map.add(out.len(), start + indent);
        out.push_str(content);
        out.push_str(MARK.1);
        map.add(out.len(), start + indent + content.len());
        out.push_str(&line[indent + content.len()..]);
        nest(&mut open, &directive);
        map.directives.push(directive);
    }
    (Cow::Owned(out), map)
}

/// Adds a line with its shortcodes between angle brackets. It stands at `start` in the original.
fn push_line(line: &str, start: usize, map: &mut SourceMap<'_>, out: &mut String) {
    let mut done = 0;
    while let Some(range) = reference::next(line, done) {
        out.push_str(&line[done..range.start]);
        let written = &line[range.clone()];
        let mut from = 0;
        for (mark, at) in std::iter::once(('<', 0)).chain(reference::special(written).map(|at| ('\\', at))) {
            out.push_str(&written[from..at]);
            map.add(out.len(), start + range.start + at);
            out.push(mark);
            map.add(out.len(), start + range.start + at);
            from = at;
        }
        out.push_str(&written[from..]);
        map.add(out.len(), start + range.end);
        out.push('>');
        map.add(out.len(), start + range.end);
        done = range.end;
    }
    out.push_str(&line[done..]);
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

/// The indentation of the content of the last list item: directives inside it may be indented as far.
fn list_indent(list: usize, indent: usize, content: &str) -> usize {
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ordered = digits > 0 && content[digits..].starts_with(['.', ')']);
    let marker = if ordered { digits + 1 } else { usize::from(content.starts_with(['-', '*', '+'])) };
    if marker > 0 && content[marker..].starts_with(' ') {
        let rest = &content[marker..];
        return indent + marker + rest.len() - rest.trim_start().len();
    }
    if indent == 0 && !content.is_empty() && !content.starts_with(":::") { 0 } else { list }
}

/// Whether lines are code between fences.
#[derive(Default)]
struct Fence<'t>(&'t str);

impl<'t> Fence<'t> {
    fn is_inside(&mut self, content: &'t str) -> bool {
        let content = content.trim_start_matches(['>', ' ']);
        let run = |c: char| &content[..content.len() - content.trim_start_matches(c).len()];
        if self.0.is_empty() {
            let found = if content.starts_with('`') { run('`') } else { run('~') };
            if found.len() >= 3 && !content[found.len()..].contains('`') {
                self.0 = found;
                return true;
            }
            return false;
        }
        if content.starts_with(self.0) && content.trim_matches(['`', '~']).trim().is_empty() {
            self.0 = "";
        }
        true
    }
}

/// Reads a line that is a directive and nothing else; images without a description are parts of lines.
pub(super) fn read_directive(
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
        name if name.ends_with("-end") => DirectiveRole::End,
        _ => DirectiveRole::Unknown,
    };
    Some(Directive { at: 0, length, role, name })
}
