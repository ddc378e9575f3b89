//! Goes through the lines of a text once: asks the extensions of its dialect what each means, and knows what is open. Reads no
//! syntax itself.

use std::borrow::Cow;
use std::ops::Range;

use super::attribute_list::{self, Braces};
use super::dialect::{Dialect, Form, Syntax};
use super::fence::{Fence, list_indent};
use super::line::{Cut, End, Line, Step};
use super::map::{SourceMap, Writer};
use super::mark::{Block, Ending, MarkKind};
use super::{
    abbreviations, colons, contents, indented, inside_html, kramdown, learn, references, slashes, snippets,
};
use crate::markdown::ext::reference;

/// Blocks in blocks; deeper ones are no blocks of their own.
const MAX_OPEN: usize = 100;

/// Replaces what CommonMark does not know by marks. `base` is the place of `body` in the file.
pub(in crate::markdown) fn lay_out(syntax: Syntax, body: &str, base: usize) -> (Cow<'_, str>, SourceMap<'_>) {
    let mut out = Writer::new(body, base);
    match (syntax.dialect, syntax.form) {
        (Dialect::Plain, Form::Markdown) if !learn::may_be_in(body) => {
            return (Cow::Borrowed(body), SourceMap::new(body, base));
        }
        (Dialect::Plain, Form::Markdown) => learn::lay_out(body, &mut out),
        _ => Lines::new(syntax, body, &mut out).lay_out(),
    }
    let (text, map) = out.finish();
    (Cow::Owned(text), map)
}

/// What reads the beginning of a line.
type Reader = for<'t> fn(&Line<'t>) -> Option<Step<'t>>;

/// The readers of a syntax, each for what it knows.
fn readers(syntax: Syntax) -> &'static [Reader] {
    match syntax.dialect {
        Dialect::Docusaurus | Dialect::Starlight => &[colons::read],
        Dialect::VitePress => &[colons::read, contents::read, attributes_in_braces],
        Dialect::VuePress => &[colons::read, contents::read],
        Dialect::MkDocs => &[
            indented::read,
            slashes::read,
            snippets::read,
            contents::read,
            abbreviations::read,
            inside_html::read,
            attributes_of_either,
        ],
        Dialect::Jekyll => &[kramdown::read, abbreviations::read, inside_html::read],
        Dialect::Hugo => &[attributes_in_braces],
        _ => &[],
    }
}

fn attributes_in_braces<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    attribute_list::read_line(line, Braces::Plain)
}

fn attributes_of_either<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    attribute_list::read_line(line, Braces::Both)
}

/// The state of the walk.
struct Lines<'t, 'w> {
    readers: &'static [Reader],
    body: &'t str,
    out: &'w mut Writer<'t>,
    fence: Fence<'t>,
    open: Vec<Open>,
    /// The indentation of the content of the last list item.
    list: usize,
    /// Whether shortcodes are destinations in it.
    has_references: bool,
}

/// A block that is open. Columns are those of the text as written.
struct Open {
    mark: u32,
    end: End,
    /// The column of its first line.
    outer: usize,
    /// The column that its content starts at; none before the first line, if that says so.
    column: Option<usize>,
    /// How many columns its lines lose.
    cut: usize,
}

impl<'t, 'w> Lines<'t, 'w> {
    fn new(syntax: Syntax, body: &'t str, out: &'w mut Writer<'t>) -> Self {
        let has_references = syntax.dialect == Dialect::Hugo && reference::may_be_in(body);
        if has_references {
            out.has_references();
        }
        Self {
            readers: readers(syntax),
            body,
            out,
            fence: Fence::default(),
            open: Vec::new(),
            list: 0,
            has_references,
        }
    }

    fn lay_out(mut self) {
        let mut at = 0;
        while at < self.body.len() {
            at = self.line(at);
        }
        if !self.open.is_empty() {
            if !self.out.is_at_line_start() {
                self.out.insert("\n", self.body.len());
            }
            let end = self.body.len()..self.body.len();
            self.close(0, &end, end.clone());
        }
    }

    /// Lays one line out, or more where something takes more. Returns where the next one starts.
    fn line(&mut self, at: usize) -> usize {
        let mut line = Line::at(self.body, at);
        if line.is_blank() {
            self.out.keep(line.start..line.next);
            return line.next;
        }
        self.dedent(&line);
        let cut = self.cut(&line);
        let indent = line.indent_after(cut);
        let is_code = self.fence.is_inside(line.text());
        if is_code {
            self.out.keep(indent.start..line.next);
            return line.next;
        }
        self.list = list_indent(self.list, line.indent, line.text());
        let is_indented_code = line.indent > self.list.max(self.column()) + 3;
        if !is_indented_code {
            while let Some(step) = self.read(&line) {
                let until = self.step(step, &line, &indent);
                let rest = Line::at(self.body, until);
                if rest.is_blank() {
                    return rest.next;
                }
                line = Line { indent: line.indent, start: rest.content, ..rest };
            }
        }
        self.out.indent(&indent, line.content);
        self.text(line.content..line.next);
        line.next
    }

    /// What the first extension that knows it makes of a line.
    fn read(&self, line: &Line<'t>) -> Option<Step<'t>> {
        self.readers.iter().find_map(|read| read(line))
    }

    /// Whether tabs may follow: those that nothing stands between are a group, which nothing is written for.
    fn is_in_group(&self) -> bool {
        self.open.last().is_some_and(|open| open.end == End::Tabs)
    }

    fn text(&mut self, range: Range<usize>) {
        if self.has_references {
            references::keep(self.body, range, self.out);
        } else {
            self.out.keep(range);
        }
    }

    /// Ends the blocks that a line is not indented far enough for.
    fn dedent(&mut self, line: &Line<'t>) {
        let is_left = |open: &Open| matches!(open.end, End::Dedent(column) if line.indent < column);
        if let Some(index) = self.open.iter().position(is_left) {
            self.fence = Fence::default();
            self.leave(index, line);
        }
        if self.is_in_group() && !self.read(line).is_some_and(|step| step.is_tab()) {
            self.leave(self.open.len() - 1, line);
        }
    }

    /// Ends a block before a line.
    fn leave(&mut self, index: usize, line: &Line<'t>) {
        let cut = index.checked_sub(1).map_or(0, |parent| self.open[parent].cut);
        self.close(index, &line.indent_after(cut), line.start..line.start);
    }

    /// How many columns a line loses.
    fn cut(&mut self, line: &Line<'t>) -> usize {
        let Some(open) = self.open.last_mut() else { return 0 };
        if open.column.is_none() {
            let deeper = line.indent.saturating_sub(open.outer);
            open.cut += deeper;
            open.column = Some(open.outer + deeper);
        }
        open.cut
    }

    /// The column that text starts at.
    fn column(&self) -> usize {
        self.open.last().map_or(0, |open| open.column.unwrap_or(open.outer))
    }

    /// Does what an extension says. Returns how far it has read.
    fn step(&mut self, step: Step<'t>, line: &Line<'t>, indent: &Range<usize>) -> usize {
        match step {
            Step::Open { block, title, end, cut, until } => {
                if matches!(block, Block::Tab(_)) && !self.is_in_group() {
                    let mark = self.mark(MarkKind::Open(Block::Tabs), line.content..line.content, indent);
                    self.open(mark, End::Tabs, Cut::None, line.indent);
                }
                let mark = self.mark(MarkKind::Open(block), line.content..until, indent);
                if let Some(title) = title {
                    self.out.caption(indent, title);
                }
                if self.open.len() < MAX_OPEN {
                    self.open(mark, end, cut, line.indent);
                }
                until
            }
            Step::Close { end, until } => {
                let exact = self.open.iter().rposition(|open| open.end == end);
                let any = || self.open.iter().rposition(|open| open.end.is_met_by(end));
                if let Some(index) = exact.or_else(any) {
                    self.close(index, indent, line.content..until);
                }
                until
            }
            Step::Attributes { until } => {
                self.mark(MarkKind::Attributes, line.content..until, indent);
                until
            }
            Step::Includes { paths, until } => {
                for path in paths {
                    self.mark(MarkKind::Include, path, indent);
                }
                until
            }
            Step::Define { name, title, until } => {
                self.out.define(name, title);
                until
            }
            Step::Blank { until } => {
                self.out.indent(indent, line.content);
                self.out.keep(line.content..until);
                self.out.insert("\n\n", until);
                until
            }
            Step::Drop { until } => until,
        }
    }

    fn open(&mut self, mark: u32, end: End, cut: Cut, outer: usize) {
        let before = self.open.last().map_or(0, |open| open.cut);
        let (column, cut) = match cut {
            Cut::None => (Some(outer), before),
            Cut::Columns(more) => (Some(outer + more), before + more),
        };
        self.open.push(Open { mark, end, outer, column, cut });
    }

    /// Writes a mark on a line of its own. Returns its number.
    fn mark(&mut self, kind: MarkKind<'t>, written: Range<usize>, indent: &Range<usize>) -> u32 {
        self.out.indent(indent, written.start);
        let end = written.end;
        let number = self.out.mark(kind, written);
        self.out.insert("\n", end);
        number
    }

    /// Ends an open block by what is `written`, and before it all that are open in it.
    fn close(&mut self, index: usize, indent: &Range<usize>, written: Range<usize>) {
        while self.open.len() > index {
            let Some(open) = self.open.pop() else { return };
            let is_own = self.open.len() == index && !written.is_empty();
            let ending = match open.end {
                End::Dedent(_) | End::Tabs => Ending::Written,
                _ if is_own => Ending::Written,
                end => Ending::Missing(end.written().into()),
            };
            let range = if self.open.len() == index { written.clone() } else { written.start..written.start };
            self.mark(MarkKind::Close(open.mark, ending), range, indent);
        }
    }
}
