//! From offsets of the text as laid out to those of the file, and the marks in it. Decides nothing.

use std::ops::Range;

use super::abbreviations::Abbreviations;
use super::mark::{ANY, MARK, Mark, MarkKind};

#[derive(Debug, Default)]
pub(in crate::markdown) struct SourceMap<'t> {
    /// Where the Markdown starts in the file.
    base: usize,
    original: &'t str,
    /// Where stretches start: in the text as laid out, and in the original. Empty if nothing was moved.
    moved: Vec<(usize, usize)>,
    marks: Vec<Mark<'t>>,
    /// Where the titles of blocks stand as headings, in the text as laid out.
    captions: Vec<usize>,
    /// Whether attributes of blocks are among the marks.
    has_attributes: bool,
    abbreviations: Abbreviations<'t>,
    /// Whether shortcodes were put between angle brackets.
    has_references: bool,
}

impl<'t> SourceMap<'t> {
    pub(super) fn new(original: &'t str, base: usize) -> Self {
        Self { base, original, ..Self::default() }
    }

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
        self.original.get(self.in_original(range.start)..self.in_original(range.end)).unwrap_or("")
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

    /// The text that stood at a range, marks as written.
    pub(in crate::markdown) fn as_written(&self, text: &str, range: &Range<usize>) -> Option<&'t str> {
        let has_mark = |start: &str| !self.marks.is_empty() && text.contains(start);
        let is_mark = has_mark("<?:::") || self.has_attributes && has_mark("<?{");
        let is_altered = is_mark || self.has_references && text.contains("](<{{");
        if !is_altered {
            return None;
        }
        self.original.get(self.in_original(range.start)..self.in_original(range.end))
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
}

impl<'t> Writer<'t> {
    pub(super) fn new(original: &'t str, base: usize) -> Self {
        let map = SourceMap::new(original, base);
        Self { original, out: String::with_capacity(original.len() + original.len() / 16), map }
    }

    /// Takes a part of the original over.
    pub(super) fn keep(&mut self, range: Range<usize>) {
        self.map.add(self.out.len(), range.start);
        self.out.push_str(self.original.get(range).unwrap_or(""));
    }

    /// Adds what is not written, at a place of the original.
    pub(super) fn insert(&mut self, text: &str, at: usize) {
        self.map.moved.push((self.out.len(), at));
        self.out.push_str(text);
    }

    /// Puts a mark in place of a part of the original. Returns its number.
    pub(super) fn mark(&mut self, kind: MarkKind<'t>, range: Range<usize>) -> u32 {
        let number = u32::try_from(self.map.marks.len()).unwrap_or(u32::MAX);
        let written = match kind {
            MarkKind::Directive { .. } | MarkKind::Attributes | MarkKind::Include => {
                self.original.get(range.clone()).unwrap_or("")
            }
            _ => ANY,
        };
        self.map.has_attributes |= matches!(kind, MarkKind::Attributes);
        self.map.marks.push(Mark { at: self.out.len(), length: written.len(), kind });
        self.insert(MARK.0, range.start);
        self.insert(written, range.start);
        self.insert(MARK.1, range.end);
        self.map.moved.push((self.out.len(), range.end));
        number
    }

    /// Repeats the white space that a line began with, for what stands at `at`.
    pub(super) fn indent(&mut self, indent: &Range<usize>, at: usize) {
        self.insert(self.original.get(indent.clone()).unwrap_or(""), at);
    }

    /// Adds the title of a block, the mark of which stands on the line before.
    pub(super) fn caption(&mut self, indent: &Range<usize>, title: Range<usize>) {
        self.indent(indent, title.start);
        self.map.captions.push(self.out.len());
        self.insert("# ", title.start);
        let end = title.end;
        self.keep(title);
        self.insert(" #\n", end);
    }

    pub(super) fn define(&mut self, name: &'t str, title: &'t str) {
        self.map.abbreviations.define(name, title);
    }

    pub(super) fn has_references(&mut self) {
        self.map.has_references = true;
    }

    pub(super) fn is_at_line_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }

    pub(super) fn finish(self) -> (String, SourceMap<'t>) {
        (self.out, self.map)
    }
}
