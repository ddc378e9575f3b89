//! From offsets of the text as laid out to those of the file, and the marks in it. Decides nothing.

use std::borrow::Cow;
use std::ops::Range;

use super::abbreviations::Abbreviations;
use super::mark::{ANY, LINE, MARK, Mark, MarkKind};
use super::piece::Piece;
use crate::diagnostic::Span;

/// Bytes before a mark that are looked at for the beginning of its line.
const MAX_MARKERS: usize = 100;

#[derive(Debug, Default)]
pub(in crate::markdown) struct SourceMap<'t> {
    /// Where the Markdown starts in the file.
    base: usize,
    /// The file.
    file: &'t str,
    /// Where stretches start: in the text as laid out, and in the file. Empty if nothing was moved.
    moved: Vec<(usize, usize)>,
    marks: Vec<Mark<'t>>,
    /// Where the title stands that the front matter gives a page, and where the text of the page does, both in the text as laid out.
    /// What stands around that is written in the front matter.
    headline: Option<usize>,
    body: Option<Range<usize>>,
    /// Where the titles of blocks stand as headings, in the text as laid out.
    captions: Vec<usize>,
    /// Whether attributes of blocks are among the marks.
    has_attributes: bool,
    abbreviations: Abbreviations<'t>,
    /// Whether shortcodes were put between angle brackets.
    has_references: bool,
}

impl<'t> SourceMap<'t> {
    pub(super) fn new(file: &'t str, base: usize) -> Self {
        Self { base, file, ..Self::default() }
    }

    pub(in crate::markdown) fn in_file(&self, offset: usize) -> usize {
        let next = self.moved.partition_point(|&(from, _)| from <= offset);
        let Some(&(from, to)) = next.checked_sub(1).and_then(|last| self.moved.get(last)) else {
            return self.base + offset;
        };
        let limit = self.moved.get(next).map_or(self.file.len(), |&(_, to)| to);
        // Only what is inserted has something behind it that stands before it.
        if limit < to { to } else { (to + offset - from).min(limit) }
    }

    /// Whether what stands at an offset is written in the front matter.
    pub(in crate::markdown) fn is_of_front_matter(&self, at: usize) -> bool {
        self.body.as_ref().is_some_and(|body| !body.contains(&at))
    }

    /// Whether the heading at an offset is the title that the front matter gives a page.
    pub(in crate::markdown) fn is_headline(&self, at: usize) -> bool {
        self.headline == Some(at)
    }

    /// The number of the mark at an offset.
    pub(in crate::markdown) fn mark_at(&self, at: usize) -> Option<u32> {
        let found = self.marks.binary_search_by_key(&at, |mark| mark.at).ok()?;
        u32::try_from(found).ok()
    }

    pub(in crate::markdown) fn mark(&self, number: u32) -> Option<&Mark<'t>> {
        self.marks.get(number as usize)
    }

    /// What was written where a mark stands.
    pub(in crate::markdown) fn written(&self, mark: &Mark<'_>) -> &'t str {
        let range = mark.range();
        self.file.get(self.in_file(range.start)..self.in_file(range.end)).unwrap_or("")
    }

    /// The number of the mark with attributes on the line behind a block.
    pub(in crate::markdown) fn attributes_behind(&self, text: &str, end: usize) -> Option<u32> {
        // Deeper quotes have none, so that no line is read for each.
        const MAX_INDENT: usize = 64;
        if !self.has_attributes {
            return None;
        }
        let rest = text.get(end..)?;
        let is_line_start = text.get(..end)?.ends_with('\n');
        let line = if is_line_start { rest } else { rest.trim_start_matches('\r').strip_prefix('\n')? };
        let near = line.get(..line.floor_char_boundary(MAX_INDENT))?;
        let indent = near.len() - near.trim_start_matches([' ', '\t', '>']).len();
        let number = self.mark_at(text.len() - line.len() + indent)?;
        matches!(self.mark(number)?.kind, MarkKind::Attributes).then_some(number)
    }

    pub(in crate::markdown) fn abbreviations(&self) -> &Abbreviations<'t> {
        &self.abbreviations
    }

    /// Whether the heading at an offset is the title of a block.
    pub(in crate::markdown) fn is_caption(&self, at: usize) -> bool {
        self.captions.binary_search(&at).is_ok()
    }

    /// The text that stood at a range, marks as written; those that are shown in code too as they are shown.
    pub(in crate::markdown) fn as_written(&self, text: &str, range: &Range<usize>) -> Option<Cow<'t, str>> {
        let has_mark = |start: &str| !self.marks.is_empty() && text.contains(start);
        let is_mark = has_mark("<?:::") || self.has_attributes && has_mark("<?{");
        let is_altered = is_mark || self.has_references && text.contains("](<");
        if !is_altered {
            return None;
        }
        let end = self.in_file(range.end);
        let mut done = self.in_file(range.start);
        let mut shown = String::new();
        for mark in self.marks.get(self.marks.partition_point(|mark| mark.at < range.start)..)? {
            if mark.at >= range.end {
                break;
            }
            if let MarkKind::Piece(Piece::Literal(before, inside, behind)) = &mark.kind {
                let written = mark.range();
                shown.push_str(self.file.get(done..self.in_file(written.start)).unwrap_or(""));
                shown.extend([*before, *inside, *behind]);
                done = self.in_file(written.end);
            }
        }
        let rest = self.file.get(done..end)?;
        Some(if shown.is_empty() && done == self.in_file(range.start) {
            Cow::Borrowed(rest)
        } else {
            Cow::Owned(shown + rest)
        })
    }

    /// The place in the file of a range of the Markdown.
    pub(in crate::markdown) fn place(&self, range: &Range<usize>) -> Span {
        Span::new(self.base + range.start, self.base + range.end)
    }

    /// Whether nothing of a range is written.
    pub(in crate::markdown) fn is_inserted(&self, range: &Range<usize>) -> bool {
        self.in_file(range.start) == self.in_file(range.end)
    }

    fn add(&mut self, from: usize, to: usize) {
        let is_next = self.moved.last().is_some_and(|&(last, was)| from >= last && from - last + was == to);
        if !is_next {
            self.moved.push((from, to));
        }
    }
}

/// The text as laid out, while it grows.
pub(super) struct Writer<'t> {
    original: &'t str,
    out: String,
    map: SourceMap<'t>,
    /// The signs of quotes that the line at hand begins with.
    prefix: String,
    /// What further lines begin with that are made of the line at hand, if it has the marker of an item or of a quote.
    hanging: Option<String>,
    /// Whether the line at hand has been begun.
    is_begun: bool,
}

impl<'t> Writer<'t> {
    /// For the Markdown that starts at a place of a file.
    pub(super) fn new(file: &'t str, base: usize) -> Self {
        let map = SourceMap::new(file, base);
        let original = file.get(base..).unwrap_or("");
        let out = String::with_capacity(original.len() + original.len() / 16);
        Self { original, out, map, prefix: String::new(), hanging: None, is_begun: false }
    }

    /// Takes a part of the original over.
    pub(super) fn keep(&mut self, range: Range<usize>) {
        self.map.add(self.out.len(), self.map.base + range.start);
        self.out.push_str(self.original.get(range).unwrap_or(""));
    }

    /// Adds what is not written, at a place of the original.
    pub(super) fn insert(&mut self, text: &str, at: usize) {
        self.front(text, self.map.base + at);
    }

    /// The same at a place of the file, which may be one of the front matter.
    pub(super) fn front(&mut self, text: &str, at: usize) {
        self.map.moved.push((self.out.len(), at));
        self.out.push_str(text);
    }

    /// Adds a part of a text that is written at a place of the original, there perhaps in another way.
    pub(super) fn quote(&mut self, text: &str, part: Range<usize>, at: Span) {
        let start = at.start as usize;
        let is_so_written = at.slice(self.map.file) == text;
        self.front(text.get(part.clone()).unwrap_or(""), start + if is_so_written { part.start } else { 0 });
        let end = start + if is_so_written { part.end } else { 0 };
        self.front("", end);
    }

    /// Begins the title of a page, which is written at a place of the front matter.
    pub(super) fn headline(&mut self, at: usize) {
        self.map.headline = Some(self.out.len());
        self.front("# ", at);
    }

    /// All that was written so far is of the front matter, and all that is written behind the text of the page.
    pub(super) fn begin_body(&mut self) {
        self.map.body = Some(self.out.len()..usize::MAX);
    }

    pub(super) fn end_body(&mut self) {
        self.front("", self.map.file.len());
        if let Some(body) = &mut self.map.body {
            body.end = self.out.len();
        }
    }

    /// Puts a mark in place of a part of the original. Returns its number.
    pub(super) fn mark(&mut self, kind: MarkKind<'t>, range: Range<usize>) -> u32 {
        let number = u32::try_from(self.map.marks.len()).unwrap_or(u32::MAX);
        let written = match kind {
            MarkKind::Directive { .. } | MarkKind::Attributes | MarkKind::Include(_) => {
                self.original.get(range.clone()).unwrap_or("")
            }
            _ => ANY,
        };
        self.map.has_attributes |= matches!(kind, MarkKind::Attributes);
        self.map.marks.push(Mark { at: self.out.len(), length: written.len(), kind });
        self.insert(MARK.0, range.start);
        self.insert(written, range.start);
        self.insert(MARK.1, range.end);
        self.map.moved.push((self.out.len(), self.map.base + range.end));
        number
    }

    /// Repeats the signs of quotes and the white space that a line began with, for what stands at `at`.
    pub(super) fn indent(&mut self, indent: &Range<usize>, at: usize) {
        if std::mem::take(&mut self.is_begun) {
            return;
        }
        if !self.prefix.is_empty() {
            self.map.moved.push((self.out.len(), self.map.base + at));
            self.out.push_str(&self.prefix);
        }
        self.insert(self.original.get(indent.clone()).unwrap_or(""), at);
        if let Some(hanging) = self.hanging.take() {
            self.insert(&hanging, at);
            self.hanging = Some(hanging);
        }
    }

    /// The markers of items and quotes that a line begins with have been written, or stand on the line before.
    pub(super) fn hang(&mut self, markers: &str, begun: Begun) {
        let blank = |marker: char| if marker == '>' { '>' } else { ' ' };
        self.hanging = Some(markers.chars().map(blank).collect());
        self.is_begun = begun == Begun::Here;
    }

    /// What the line at hand is made of begins with no markers.
    pub(super) fn end_hanging(&mut self) {
        self.hanging = None;
    }

    pub(super) fn define(&mut self, name: &'t str, title: &'t str) {
        self.map.abbreviations.define(name, title);
    }

    /// The line at hand stands in a quote, whose sign is written here.
    pub(super) fn in_quote(&mut self, sign: Range<usize>) {
        self.prefix.push_str(self.original.get(sign).unwrap_or(""));
    }

    /// A line of the original begins.
    pub(super) fn begin(&mut self) {
        self.prefix.clear();
        self.hanging = None;
        self.is_begun = false;
    }

    /// Puts a mark in a line in place of a part of the original.
    pub(super) fn piece(&mut self, piece: Piece<'t>, range: Range<usize>) {
        let last = self.out.as_bytes().get(self.out.len().saturating_sub(MAX_MARKERS)..).unwrap_or(&[]);
        let line = memchr::memrchr(b'\n', last).map_or(last, |end| &last[end + 1..]);
        let is_marker =
            |byte: &u8| byte.is_ascii_whitespace() || byte.is_ascii_digit() || b"->*+.)#".contains(byte);
        if line.iter().all(is_marker) {
            self.insert(LINE, range.start);
        }
        self.mark(MarkKind::Piece(piece), range);
    }

    /// Takes over a destination, between the brackets that let it hold white space.
    pub(super) fn destination(&mut self, range: Range<usize>) {
        self.map.has_references = true;
        self.insert("<", range.start);
        let mut done = range.start;
        for (at, _) in self.original.get(range.clone()).unwrap_or("").match_indices(['<', '>', '\\']) {
            self.keep(done..range.start + at);
            self.insert("\\", range.start + at);
            done = range.start + at;
        }
        self.keep(done..range.end);
        self.insert(">", range.end);
    }

    /// Lines of code between fences, with what stands behind the first of them.
    pub(super) fn code_of_file(&mut self, info: &str, lines: &[Range<usize>]) {
        let start = lines.first().map_or(0, |line| line.start);
        let longest = lines.iter().filter_map(|line| self.original.get(line.clone())).map(longest_run).max();
        // An info string behind backticks can hold none.
        let (fence, info) =
            ("`".repeat(longest.unwrap_or(0).max(2) + 1), info.replace(['`', '\n', '\r'], ""));
        for text in [&*fence, &*info, "\n"] {
            self.insert(text, start);
        }
        for line in lines {
            self.keep(line.clone());
            if !self.out.ends_with('\n') {
                self.insert("\n", line.end);
            }
        }
        let end = lines.last().map_or(start, |line| line.end);
        self.insert(&fence, end);
        self.insert("\n", end);
    }

    /// Code between fences, each of its lines as it is written.
    pub(super) fn code(&mut self, indent: &Range<usize>, language: &str, content: Range<usize>) {
        let code = self.original.get(content.clone()).unwrap_or("");
        let start = content.start + code.len() - code.trim_start_matches([' ', '\t', '\r']).len();
        let start = start + usize::from(self.original[start..].starts_with('\n'));
        let start = if code.trim().is_empty() { content.end } else { start };
        let end = start.max(content.start + code.trim_end().len());
        let fence = "`".repeat(longest_run(code).max(2) + 1);
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_+#.-".contains(&byte);
        self.indent(indent, start);
        self.insert(&fence, start);
        self.insert(if language.bytes().all(is_word) { language } else { "" }, start);
        self.insert("\n", start);
        self.keep(start..end);
        self.insert("\n", end);
        self.indent(indent, end);
        self.insert(&fence, end);
        self.insert("\n", end);
    }

    /// Adds the title of a block, the mark of which stands on the line before and ends at `at`. A title that is written above the block
    /// has its place there.
    pub(super) fn caption(&mut self, indent: &Range<usize>, title: Range<usize>, at: usize) {
        self.indent(indent, at);
        self.map.captions.push(self.out.len());
        self.insert("# ", at);
        if title.start < at {
            self.insert(self.original.get(title).unwrap_or(""), at);
            self.insert(" #\n", at);
        } else {
            let end = title.end;
            self.keep(title);
            self.insert(" #\n", end);
        }
    }

    pub(super) fn is_at_line_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }

    pub(super) fn finish(self) -> (String, SourceMap<'t>) {
        (self.out, self.map)
    }
}

/// Whether the markers of a line stand where the next mark is written, or on a line before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begun {
    Here,
    Before,
}

/// The length of the longest run of backticks.
fn longest_run(code: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for byte in code.bytes() {
        run = if byte == b'`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// Lines of a text as a block of code, with what stands behind its fence.
pub(in crate::markdown) fn of_code<'t>(
    text: &'t str,
    lines: &[Range<usize>],
    info: &str,
) -> (String, SourceMap<'t>) {
    let mut out = Writer::new(text, 0);
    out.code_of_file(info, lines);
    out.finish()
}
