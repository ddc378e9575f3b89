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
use super::margin::{FREE, Margin};
use super::mark::{LINE, MarkKind};
use super::markers::markers;
use super::quotes::Quotes;
use super::readers::{Reader, Readers};
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
            if lines.readers.of_lines.is_empty() && lines.tags.is_empty() {
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
    readers: Readers,
    body: &'t str,
    pub(super) out: &'w mut Writer<'t>,
    pub(super) fence: Fence<'t>,
    pub(super) open: Vec<Open>,
    pub(super) quotes: Quotes,
    pub(super) margin: Margin,
    /// Shortcodes and Liquid.
    tags: Tags<'t, 'k>,
}

/// A block that is open. Columns are those of the text as written.
pub(super) struct Open {
    pub(super) mark: u32,
    pub(super) end: End,
    /// The quotes that it began in.
    pub(super) depth: usize,
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
            readers: Readers::of(syntax),
            body,
            out,
            fence: Fence::default(),
            open: Vec::new(),
            quotes: Quotes::new(),
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
        let whole = Line::at(self.body, at);
        self.out.begin();
        let (mut line, mut indent) = self.behind_quotes(whole);
        if line.is_blank() {
            self.out.keep(whole.start..whole.next);
            return whole.next;
        }
        let of_fences = self.readers.of_fences.filter(|_| !self.fence.is_open());
        if let Some(step) = of_fences.and_then(|read| read(&line)) {
            let until = self.step(step, &line, &indent);
            return Line::at(self.body, until).next;
        }
        if self.fence.is_inside(line.text()) {
            return self.code_line(&indent, line.next);
        }
        let list = self.quotes.list();
        *list = list_indent(*list, line.indent, line.text());
        let list = *list;
        if self.margin.has_code() && line.indent > list.max(self.column(self.depth())) + FREE {
            let is_text = self.is_in_tag() || !is_behind_blank(self.body, line.start);
            if !is_text || self.tags.start(&line, |end| self.is_open(end)).is_none() {
                return self.code_line(&indent, line.next);
            }
            indent = line.indent_after(line.indent - list);
        }
        let mut readers = self.readers.of_lines;
        if let Some(inside) = self.behind_markers(&line, &indent) {
            if self.fence.is_open() {
                self.out.keep(inside.start..line.next);
                return line.next;
            }
            (line, readers) = (inside, self.readers.of_items);
        }
        self.steps(line, &indent, readers)
    }

    /// Does what extensions make of a line, one after the other. Returns where the next one starts.
    fn steps(&mut self, mut line: Line<'t>, indent: &Range<usize>, readers: &[Reader]) -> usize {
        loop {
            let until = match self.read(&line, readers) {
                Some(Step::Phrase { until }) => return self.phrase(&line, until, indent),
                Some(step) => self.step(step, &line, indent),
                None => match self.text(&line, indent) {
                    Rest::Line(next) => return next,
                    Rest::Begins(at) => {
                        let length = markers(line.text());
                        if (1..MAX_MARKERS).contains(&length) {
                            let written = line.content..line.content + length;
                            self.out.hang(self.body.get(written).unwrap_or(""), Begun::Before);
                        }
                        at
                    }
                },
            };
            let rest = line.behind(until);
            if rest.is_blank() {
                // The markers of an item that nothing else stands behind.
                if !self.out.is_at_line_start() {
                    self.out.keep(rest.end..rest.next);
                }
                return rest.next;
            }
            line = Line { indent: line.indent, start: rest.content, ..rest };
            if self.fence.is_inside(line.text()) {
                self.out.indent(indent, line.content);
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
    fn read(&self, line: &Line<'t>, readers: &[Reader]) -> Option<Step<'t>> {
        let step = readers.iter().find_map(|read| read(line)).filter(|step| !self.is_stray(step));
        step.or_else(|| self.tags.start(line, |end| self.is_open(end)))
    }

    /// Whether a block is open that this ends.
    fn is_open(&self, end: End) -> bool {
        self.open.iter().any(|open| open.end == end)
    }

    /// Whether a step would end a block between slashes, of which none is open.
    fn is_stray(&self, step: &Step<'t>) -> bool {
        let Step::Close { end: end @ End::Slashes(_), .. } = step else { return false };
        let depth = self.depth();
        !self.open.iter().any(|open| open.is_ended_in(depth) && open.end.is_met_by(*end))
    }

    fn is_in_tag(&self) -> bool {
        self.open.iter().any(|open| matches!(open.end, End::Tag(_)))
    }

    /// Whether a block begins behind the markers of a line.
    fn begins(&self, inside: &Line<'t>) -> bool {
        if self.tags.start(inside, |end| self.is_open(end)).is_some() {
            return true;
        }
        let step = self.readers.of_items.iter().find_map(|read| read(inside));
        // What is a part of a line is read in the line, and nothing that began before an item ends in its first line.
        step.is_some_and(|step| !matches!(step, Step::Phrase { .. } | Step::Close { .. }))
    }

    /// What stands behind the markers of a line, which are written, if a block begins there.
    fn behind_markers(&mut self, line: &Line<'t>, indent: &Range<usize>) -> Option<Line<'t>> {
        let length = markers(line.text());
        if !(1..MAX_MARKERS).contains(&length) {
            return None;
        }
        let inside = line.behind_markers(length);
        if !self.fence.is_inside(inside.text()) && !self.begins(&inside) {
            return None;
        }
        self.out.indent(indent, line.content);
        self.out.keep(line.content..inside.start);
        let written = self.body.get(line.content..inside.start).unwrap_or("");
        self.out.hang(written, Begun::Here);
        let signs = written.matches('>').count();
        if signs > 0 {
            self.quotes.set_depth(self.depth() + signs);
            *self.quotes.list() = if inside.markers > 0 { inside.indent } else { 0 };
        }
        Some(inside)
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
            } else if let Some((link, range)) = self.tags.autolink(tag, done) {
                self.out.keep(done..range.start);
                done = range.end;
                self.out.piece(link, range);
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

    /// Writes a line of code with what is left of its white space. Returns where the next one starts.
    fn code_line(&mut self, indent: &Range<usize>, next: usize) -> usize {
        self.out.indent(&(indent.start..indent.start), indent.start);
        self.code(indent.start..next)
    }

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

    /// The white space of a line in so many quotes that is kept. Ends the blocks that it is not indented far enough for.
    pub(super) fn indent(&mut self, depth: usize, line: &Line<'t>) -> Range<usize> {
        self.dedent(depth, line);
        let mut cut = self.cut(depth, line);
        if depth == 0 {
            cut = match self.fence.is_open() {
                true => cut.max(self.margin.columns()),
                false => cut.max(self.margin.of_line(line, self.quotes.list())),
            };
        }
        line.indent_after(cut)
    }

    fn dedent(&mut self, depth: usize, line: &Line<'t>) {
        let is_left = |open: &Open| {
            open.depth == depth && matches!(open.end, End::Dedent(column) if line.indent < column)
        };
        if let Some(index) = self.open.iter().position(is_left) {
            self.fence = Fence::default();
            self.leave(index, line);
        }
        let is_implied = self.open.last().is_some_and(|open| open.depth == depth && open.end == End::Tabs);
        if is_implied && !self.read(line, self.readers.of_lines).is_some_and(|step| step.is_tab()) {
            self.leave(self.open.len() - 1, line);
        }
    }

    /// Ends a block before a line.
    pub(super) fn leave(&mut self, index: usize, line: &Line<'t>) {
        let depth = self.depth();
        let parent = self.open[..index].iter().rfind(|open| open.depth == depth);
        let cut = parent.map_or(0, |parent| parent.cut);
        // It ends in the item that it began in.
        let is_here = |open: &&Open| open.depth == depth;
        let column = self.open.get(index).filter(is_here).map_or(0, |open| open.outer.saturating_sub(cut));
        self.out.hang(&" ".repeat(column), Begun::Before);
        self.close(index, &(line.start..line.start), line.start..line.start);
        self.out.end_hanging();
    }

    /// How many columns a line loses.
    fn cut(&mut self, depth: usize, line: &Line<'t>) -> usize {
        let Some(open) = self.open.iter_mut().rfind(|open| open.depth == depth) else { return 0 };
        if open.column.is_none() {
            let deeper = line.indent.saturating_sub(open.outer);
            open.cut += deeper;
            open.column = Some(open.outer + deeper);
        }
        open.cut
    }

    /// The innermost block that is open in so many quotes.
    pub(super) fn innermost(&self, depth: usize) -> Option<&Open> {
        self.open.iter().rfind(|open| open.depth == depth)
    }

    /// The column that text starts at.
    pub(super) fn column(&self, depth: usize) -> usize {
        self.innermost(depth).map_or(0, |open| open.column.unwrap_or(open.outer))
    }
}

/// Whether the line before the one at `start` is blank, so that what is indented there is code; in the middle of HTML it is none.
fn is_behind_blank(body: &str, start: usize) -> bool {
    let before = body.get(..start).unwrap_or("").strip_suffix('\n').unwrap_or("");
    let line = memchr::memrchr(b'\n', before.as_bytes()).map_or(before, |end| &before[end + 1..]);
    line.trim().is_empty()
}
