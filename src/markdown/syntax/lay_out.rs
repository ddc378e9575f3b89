//! Goes through the lines of a text once: asks the extensions of its dialect what each means, and knows what is open. Reads no
//! syntax itself.

use std::borrow::Cow;
use std::ops::Range;

use super::dialect::{Dialect, Form, Syntax};
use super::fence::{Fence, list_indent};
use super::home;
use super::learn;
use super::line::{End, Line, Step};
use super::map::{Begun, SourceMap, Writer};
use super::margin::Margin;
use super::mark::{LINE, MarkKind};
use super::readers::{Reader, fence_reader, readers};
use super::shortcodes::{Known, Tags};

/// Bytes of the markers of items and quotes behind which a block is looked for: they are repeated on each line that is added.
const MAX_MARKERS: usize = 64;

/// Replaces what CommonMark does not know by marks. The Markdown of `text` starts at `base`; what the front matter before it shows of
/// itself stands around it.
pub(in crate::markdown) fn lay_out<'t>(
    syntax: Syntax,
    known: Known<'_>,
    text: &'t str,
    base: usize,
) -> (Cow<'t, str>, SourceMap<'t>) {
    let body = text.get(base..).unwrap_or("");
    let mut out = Writer::new(text, base);
    if let Some(home) = home::shown(syntax.dialect, known.front_matter.home.as_deref()) {
        home::begin(home, &mut out);
        out.begin_body();
        Lines::new(syntax, known, body, &mut out).lay_out();
        out.end_body();
        home::finish(home, &mut out);
        let (text, map) = out.finish();
        return (Cow::Owned(text), map);
    }
    match (syntax.dialect, syntax.form) {
        (Dialect::Plain, Form::Markdown) if !learn::may_be_in(body) => {
            return (Cow::Borrowed(body), SourceMap::new(text, base));
        }
        (Dialect::Plain, Form::Markdown) => learn::lay_out(body, &mut out),
        _ => {
            let lines = Lines::new(syntax, known, body, &mut out);
            if lines.readers.is_empty() && lines.tags.is_empty() {
                return (Cow::Borrowed(body), SourceMap::new(text, base));
            }
            lines.lay_out();
        }
    }
    let (text, map) = out.finish();
    (Cow::Owned(text), map)
}

/// The state of the walk.
pub(super) struct Lines<'t, 'k, 'w> {
    readers: &'static [Reader],
    fence_reader: Option<Reader>,
    body: &'t str,
    pub(super) out: &'w mut Writer<'t>,
    fence: Fence<'t>,
    pub(super) open: Vec<Open>,
    /// The indentation of the content of the last list item.
    list: usize,
    margin: Margin,
    /// Shortcodes and Liquid.
    tags: Tags<'t, 'k>,
}

/// A block that is open. Columns are those of the text as written.
pub(super) struct Open {
    pub(super) mark: u32,
    pub(super) end: End,
    /// The column of its first line.
    pub(super) outer: usize,
    /// The column that its content starts at; none before the first line, if that says so.
    pub(super) column: Option<usize>,
    /// How many columns its lines lose.
    pub(super) cut: usize,
    /// Whether tabs stand in it.
    pub(super) is_group: bool,
}

/// What follows the text of a line.
enum Rest {
    /// The line that starts here.
    Line(usize),
    /// Something in the same line that is read as the beginning of one.
    Begins(usize),
}

impl<'t, 'k, 'w> Lines<'t, 'k, 'w> {
    fn new(syntax: Syntax, known: Known<'k>, body: &'t str, out: &'w mut Writer<'t>) -> Self {
        Self {
            readers: readers(syntax),
            fence_reader: fence_reader(syntax),
            body,
            out,
            fence: Fence::default(),
            open: Vec::new(),
            list: 0,
            margin: Margin::new(syntax.form),
            tags: Tags::read(syntax.dialect, body, known),
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
        self.out.begin();
        self.dedent(&line);
        let cut = self.cut(&line);
        let cut = match self.fence.is_open() {
            true => cut.max(self.margin.columns()),
            false => cut.max(self.margin.of_line(&line, &mut self.list)),
        };
        let mut indent = line.indent_after(cut);
        let fence_reader = self.fence_reader.filter(|_| !self.fence.is_open());
        if let Some(step) = fence_reader.and_then(|read| read(&line)) {
            let until = self.step(step, &line, &indent);
            return Line::at(self.body, until).next;
        }
        if self.fence.is_inside(line.text()) {
            return self.code(indent.start..line.next);
        }
        self.list = list_indent(self.list, line.indent, line.text());
        if self.margin.has_code() && line.indent > self.list.max(self.column()) + 3 {
            if !self.is_in_tag() || self.tags.start(&line, |end| self.is_open(end)).is_none() {
                return self.code(indent.start..line.next);
            }
            indent = line.indent_after(line.indent - self.list);
        }
        let markers = self.markers(&line);
        if (1..MAX_MARKERS).contains(&markers) && self.begins_behind(&line, markers) {
            let at = line.content + markers;
            self.out.indent(&indent, line.content);
            self.out.keep(line.content..at);
            self.out.hang(self.body.get(line.content..at).unwrap_or(""), Begun::Here);
            line = Line { content: at, start: at, indent: line.indent + markers, ..line };
        }
        loop {
            let until = match self.read(&line) {
                Some(Step::Phrase { until }) => return self.phrase(&line, until, &indent),
                Some(step) => self.step(step, &line, &indent),
                None => match self.text(&line, &indent) {
                    Rest::Line(next) => return next,
                    Rest::Begins(at) => {
                        let markers = line.content..line.content + self.markers(&line);
                        if (1..MAX_MARKERS).contains(&markers.len()) {
                            self.out.hang(self.body.get(markers).unwrap_or(""), Begun::Before);
                        }
                        at
                    }
                },
            };
            let rest = line.behind(until);
            if rest.is_blank() {
                return rest.next;
            }
            line = Line { indent: line.indent, start: rest.content, ..rest };
            if self.fence.is_inside(line.text()) {
                self.out.indent(&indent, line.content);
                return self.code(line.content..line.next);
            }
        }
    }

    /// A line that begins with a tag, which is a part of it. Returns where the next one starts.
    fn phrase(&mut self, line: &Line<'t>, until: usize, indent: &Range<usize>) -> usize {
        self.out.indent(indent, line.content);
        self.out.insert(LINE, line.content);
        if until > line.content {
            let tag = line.content..until;
            self.out.mark(MarkKind::Component(tag.clone()), tag);
        }
        let next = line.behind(until).next;
        self.out.keep(until..next);
        next
    }

    /// What the first extension that knows it makes of a line.
    fn read(&self, line: &Line<'t>) -> Option<Step<'t>> {
        let step = self.readers.iter().find_map(|read| read(line));
        step.or_else(|| self.tags.start(line, |end| self.is_open(end)))
    }

    /// Whether a block is open that this ends.
    fn is_open(&self, end: End) -> bool {
        self.open.iter().any(|open| open.end == end)
    }

    fn is_in_tag(&self) -> bool {
        self.open.iter().any(|open| matches!(open.end, End::Tag(_)))
    }

    /// The bytes of the markers of items and quotes that a line begins with.
    fn markers(&self, line: &Line<'t>) -> usize {
        let text = line.text();
        let mut rest = text;
        loop {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let length = match rest.as_bytes().get(digits) {
                Some(b'>') if digits == 0 => 1,
                Some(b'-' | b'*' | b'+') if digits == 0 && rest[1..].starts_with(' ') => 2,
                Some(b'.' | b')') if (1..=9).contains(&digits) && rest[digits + 1..].starts_with(' ') => {
                    digits + 2
                }
                _ => return text.len() - rest.len(),
            };
            rest = rest[length..].trim_start_matches(' ');
        }
    }

    /// Whether a block begins or ends behind the markers of a line.
    fn begins_behind(&self, line: &Line<'t>, markers: usize) -> bool {
        let content = line.content + markers;
        self.tags.start(&Line { content, ..*line }, |end| self.is_open(end)).is_some()
    }

    /// Whether tabs may follow: those that nothing stands between are a group, which nothing is written for.
    pub(super) fn is_in_group(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_group)
    }

    /// Writes what is left of a line, and of those that its tags go on in.
    fn text(&mut self, line: &Line<'t>, indent: &Range<usize>) -> Rest {
        self.out.indent(indent, line.content);
        let (mut done, mut next) = (line.content, line.next);
        while let Some(tag) = self.tags.next(&(done..next)) {
            let start = tag.range.start;
            if let Some(destination) = self.tags.destination(tag, done) {
                self.out.keep(done..destination.start);
                done = destination.end;
                self.out.destination(destination);
            } else if start > line.content && self.tags.breaks(tag, |end| self.is_open(end)) {
                self.out.keep(done..start);
                self.out.insert("\n", start);
                return Rest::Begins(start);
            } else {
                self.out.keep(done..start);
                let (piece, end) = self.tags.piece(tag);
                self.out.piece(piece, start..end);
                done = end;
            }
            if done > next {
                next = Line::at(self.body, done).next;
            }
        }
        self.out.keep(done..next);
        Rest::Line(next)
    }

    /// Writes a line of code. Returns where the next one starts.
    fn code(&mut self, range: Range<usize>) -> usize {
        let (mut done, mut next) = (range.start, range.end);
        while let Some(tag) = self.tags.next(&(done..next)) {
            let (start, end) = (tag.range.start, tag.range.end);
            self.out.keep(done..start);
            match self.tags.in_code(tag) {
                Some((before, inside, behind)) => {
                    self.out.insert(before, start);
                    self.out.keep(inside.clone());
                    self.out.insert(behind, inside.end);
                }
                None => self.out.keep(start..end),
            }
            done = end;
            if done > next {
                next = Line::at(self.body, done).next;
            }
        }
        self.out.keep(done..next);
        next
    }

    /// Ends the blocks that a line is not indented far enough for.
    fn dedent(&mut self, line: &Line<'t>) {
        let is_left = |open: &Open| matches!(open.end, End::Dedent(column) if line.indent < column);
        if let Some(index) = self.open.iter().position(is_left) {
            self.fence = Fence::default();
            self.leave(index, line);
        }
        let is_implied = self.open.last().is_some_and(|open| open.end == End::Tabs);
        if is_implied && !self.read(line).is_some_and(|step| step.is_tab()) {
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
}
