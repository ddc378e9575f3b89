//! `:::row:::`, `:::column span="2":::`, `:::zone pivot="x":::`, `:::moniker range="x":::` and images with a long
//! description. Their lines are no Markdown, and what stands between them is often indented: before CommonMark
//! reads the text such a line becomes a mark that is a block of its own, and the lines after it lose their common
//! indentation. `Places` knows where everything was.

use std::borrow::Cow;
use std::ops::Range;

use super::attributes::{self, Attribute};
use crate::markdown::FlawKind;
use crate::markdown::element::Element;
use crate::markdown::frame::{Node, Origin};
use crate::markdown::parse::Parser;

/// What CommonMark sees for a directive is a processing instruction, which is an HTML block by itself.
const MARK: (&str, &str) = ("<?", "?>");

/// From offsets of the text as laid out to places in the file.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Places<'t> {
    /// Where the Markdown starts in the file.
    base: usize,
    original: &'t str,
    /// Where stretches start: in the text as laid out, and in the original. Empty if nothing was moved.
    moved: Vec<(usize, usize)>,
    directives: Vec<Directive<'t>>,
}

/// One line that is a directive.
#[derive(Debug)]
struct Directive<'t> {
    /// Where its mark stands in the text as laid out, and how long it is as written.
    at: usize,
    length: usize,
    role: Role,
    name: &'t str,
}

impl Directive<'_> {
    /// What was written, without the mark.
    fn range(&self) -> Range<usize> {
        let start = self.at + MARK.0.len();
        start..start + self.length
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Row,
    Column,
    Zone,
    Image,
    End,
    Unknown,
}

impl<'t> Places<'t> {
    pub(in crate::markdown) fn in_file(&self, offset: usize) -> usize {
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

    fn find(&self, at: usize) -> Option<usize> {
        self.directives.binary_search_by_key(&at, |directive| directive.at).ok()
    }

    /// The text that stood at a range, directives as written.
    pub(in crate::markdown) fn as_written(&self, text: &str, range: &Range<usize>) -> Option<&'t str> {
        if self.directives.is_empty() || !text.contains("<?:::") {
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

/// Replaces the lines that are directives. `base` is the place of `body` in the file.
pub(in crate::markdown) fn lay_out(body: &str, base: usize) -> (Cow<'_, str>, Places<'_>) {
    let mut places = Places { base, original: body, ..Places::default() };
    if !body.contains(":::") {
        return (Cow::Borrowed(body), places);
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
            read(body, start + indent, content.len(), last_description)
        };
        let Some(mut directive) = directive else {
            let cut = open.last_mut().map_or(0, |open| deeper(open, indent, outer, content)).min(indent);
            places.add(out.len(), start + cut);
            out.push_str(&line[cut..]);
            continue;
        };
        if open.is_empty() {
            outer = indent;
        }
        out.push_str(&line[..outer.min(indent)]);
        directive.at = out.len();
        places.add(out.len(), start + indent);
        out.push_str(MARK.0);
        places.add(out.len(), start + indent);
        out.push_str(content);
        out.push_str(MARK.1);
        places.add(out.len(), start + indent + content.len());
        out.push_str(&line[indent + content.len()..]);
        nest(&mut open, &directive);
        places.directives.push(directive);
    }
    (Cow::Owned(out), places)
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
        Role::End => {
            let name = directive.name.strip_suffix("-end").unwrap_or("");
            if let Some(index) = open.iter().rposition(|open| open.name.eq_ignore_ascii_case(name)) {
                open.truncate(index);
            }
        }
        Role::Unknown => {}
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
fn read(body: &str, start: usize, length: usize, last_description: usize) -> Option<Directive<'_>> {
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
        "" => Role::End,
        "row" => Role::Row,
        "column" => Role::Column,
        "zone" | "moniker" => Role::Zone,
        "image" => {
            let kind = attributes::value(&attributes, "type").unwrap_or("");
            if !kind.eq_ignore_ascii_case("complex") || last_description <= start {
                return None;
            }
            Role::Image
        }
        name if name.ends_with("-end") => Role::End,
        _ => Role::Unknown,
    };
    Some(Directive { at: 0, length, role, name })
}

impl Parser<'_> {
    /// The directive whose mark stands at `at`. False: it is raw HTML.
    pub(in crate::markdown) fn directive(&mut self, at: usize) -> bool {
        let Some(index) = self.places.find(at) else { return false };
        let Some(directive) = self.places.directives.get(index) else { return false };
        let (role, name, range) = (directive.role, directive.name, directive.range());
        if role == Role::End {
            self.end_directive(name, range);
            return true;
        }
        if self.containers == 0 {
            self.settle_bold();
        }
        if role == Role::Unknown {
            self.flaw(FlawKind::UnknownDirective { name: name.into() }, range);
        } else {
            let start =
                range.start + self.source.get(range.clone()).and_then(|line| line.find(name)).unwrap_or(0);
            let line = self.source.get(..range.end).unwrap_or("");
            let (attributes, _) = attributes::read(line, start + name.len(), ":::");
            self.open_directive(index, role, &attributes, &range);
        }
        true
    }

    fn open_directive(
        &mut self,
        index: usize,
        role: Role,
        attributes: &[Attribute<'_>],
        range: &Range<usize>,
    ) {
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        if role == Role::Image {
            if !self.place(Element::Figure, Origin::Markdown) {
                return;
            }
            let tag = self.mark();
            self.write("<figure class=\"image\">");
            let figure = self.push_frame(Node::Element(Element::Figure), Origin::Markdown, tag);
            self.write_image(attributes, range);
            self.close_lines();
            self.write("<figcaption>");
            self.replace_frame(figure, Node::Description(number));
            return;
        }
        let span = attributes::value(attributes, "span");
        let columns = span.and_then(|span| span.trim().parse::<u8>().ok()).filter(|n| (1..=12).contains(n));
        let class = match (role, columns) {
            (Role::Row, _) => "row".to_owned(),
            (Role::Column, Some(columns)) => format!("column column-{columns}"),
            (Role::Column, None) => "column".to_owned(),
            _ => "zone".to_owned(),
        };
        if self.place(Element::Div, Origin::Markdown) {
            let tag = self.mark();
            self.write("<div class=\"");
            self.write(&class);
            self.write("\">\n");
            self.push_frame(Node::Directive(number), Origin::Markdown, tag);
        }
    }

    fn end_directive(&mut self, name: &str, range: Range<usize>) {
        let Some(opened) = name.to_ascii_lowercase().strip_suffix("-end").map(str::to_owned) else { return };
        let found = (0..self.sink().stack.len()).rev().find(|&index| {
            let number = match self.sink().stack[index].node {
                Node::Directive(number) | Node::Description(number) => number as usize,
                _ => return false,
            };
            let directive = self.places.directives.get(number);
            directive.is_some_and(|directive| directive.name.eq_ignore_ascii_case(&opened))
        });
        match found {
            Some(index) => self.close_own(index),
            None if matches!(opened.as_str(), "row" | "column" | "zone" | "moniker" | "image") => {
                self.flaw(FlawKind::UnknownDirective { name: name.into() }, range);
            }
            None => {}
        }
    }

    /// `:::name` at the start of a line inside a quote or list: a flaw, not shown.
    pub(in crate::markdown) fn stray_directive(&mut self, at: usize) -> bool {
        let before = self.source.get(..at).unwrap_or("").trim_end_matches([' ', '\t', '>']);
        let item = before.ends_with(['-', '*', '+', '.', ')']);
        if !(before.is_empty() || before.ends_with('\n') || item) {
            return false;
        }
        let line = self.source.get(at..).unwrap_or("").lines().next().unwrap_or("");
        let end = at + line.trim_end().len();
        let Some(directive) = read(self.source, at, end - at, 0) else { return false };
        let name = directive.name;
        if directive.role != Role::End {
            self.flaw(FlawKind::UnknownDirective { name: name.into() }, at..end);
        }
        self.skip_until = end;
        true
    }

    /// A directive was closed by something else than its end.
    pub(in crate::markdown) fn check_directive_end(&mut self, number: u32) {
        let Some(directive) = self.places.directives.get(number as usize) else { return };
        let (name, range) = (directive.name, directive.range());
        self.flaw(FlawKind::UnclosedDirective { name: name.into() }, range);
    }
}
