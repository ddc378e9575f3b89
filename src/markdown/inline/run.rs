//! Collects the pieces of a line in order, with their numbers and pairs. Reads no Markdown.

use std::ops::Range;

use super::line::Line;
use super::literal::literals;
use super::piece::{Inline, InlineCode, InlineKind, InlineRole, InlineText};
use super::tag::{self, TagEnd};
use crate::markdown::entities::decoded;

/// The pieces of a line, while they grow. Places are those of the line.
pub(super) struct Pieces<'l, 't> {
    line: &'l Line<'t>,
    pieces: Vec<Inline>,
    /// How far the line is divided.
    at: usize,
    /// What is read and not yet a piece: what readers see, and where it is written.
    text: Vec<Stretch>,
    /// The pieces that tags have opened, with their names; an empty name for what Markdown has.
    open: Vec<(String, usize)>,
    last: u32,
    /// As what text is written between tags.
    form: InlineText,
}

/// Text, and where it is written: the last bytes of both are the same if they are written so.
struct Stretch {
    text: String,
    range: Range<usize>,
    is_written_so: bool,
}

impl<'l, 't> Pieces<'l, 't> {
    pub(super) fn new(line: &'l Line<'t>, form: InlineText) -> Self {
        Self { line, pieces: Vec::new(), at: 0, text: Vec::new(), open: Vec::new(), last: 0, form }
    }

    /// How far the line is divided.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Takes the line up to `end` as text.
    pub(super) fn text(&mut self, text: &str, end: usize) {
        if end > self.at {
            let is_written_so = self.line.line[..end].ends_with(text);
            self.text.push(Stretch { text: text.to_owned(), range: self.at..end, is_written_so });
            self.at = end;
        }
    }

    /// Takes the line up to `end` as it is written.
    pub(super) fn rest(&mut self, end: usize) {
        if end > self.at {
            let text = self.line.line[self.at..end].to_owned();
            self.text(&text, end);
        }
    }

    pub(super) fn alone(&mut self, role: InlineRole, end: usize) {
        let code = self.code(role);
        self.push(InlineKind::Alone(code), end);
    }

    /// Takes the line up to `end` as what opens a pair. Returns its number.
    pub(super) fn open(&mut self, role: InlineRole, text: InlineText, end: usize) -> u32 {
        let code = self.code(role);
        let number = code.number;
        self.push(InlineKind::Open(code, text), end);
        number
    }

    pub(super) fn close(&mut self, number: u32, role: InlineRole, label: Option<Range<usize>>, end: usize) {
        let label = label.map(|label| self.line.place(&label));
        self.push(InlineKind::Close(InlineCode { number, role, label }), end);
    }

    /// What tags open within something does not end outside of it.
    pub(super) fn enter(&mut self) {
        self.open.push((String::new(), usize::MAX));
    }

    pub(super) fn leave(&mut self) {
        while self.open.pop().is_some_and(|(name, _)| !name.is_empty()) {}
    }

    /// Takes the line up to `end` as a tag, a comment or a directive.
    pub(super) fn tag(&mut self, end: usize) {
        let start = self.at;
        let written = &self.line.line[start..end];
        if let Some((inner, quote)) = tag::alternative(written) {
            let (from, to) = (start + inner.start, start + inner.end);
            let text = decoded(&self.line.line[from..to]).into_owned();
            let number = self.open(InlineRole::Image, InlineText::Attribute(quote), from);
            self.text(&text, to);
            self.close(number, InlineRole::Image, None, end);
            return;
        }
        let (name, kind) = tag::read(written);
        match kind {
            TagEnd::Open => {
                // A piece of text may come before it.
                self.flush();
                self.open.push((name.clone(), self.pieces.len()));
                self.alone(tag::role(&name), end);
            }
            TagEnd::Close if self.open.last().is_some_and(|(open, _)| *open == name) => {
                let opened = self.open.pop().map_or(usize::MAX, |(_, at)| at);
                match self.pieces.get_mut(opened).map(|piece| &mut piece.kind) {
                    Some(kind @ InlineKind::Alone(_)) => {
                        let InlineKind::Alone(code) = kind.clone() else { return };
                        *kind = InlineKind::Open(code.clone(), self.form);
                        self.close(code.number, code.role, None, end);
                    }
                    _ => self.alone(tag::role(&name), end),
                }
            }
            _ => self.alone(tag::role(&name), end),
        }
    }

    /// Markup behind the text that is read.
    fn code(&mut self, role: InlineRole) -> InlineCode {
        self.flush();
        self.last += 1;
        InlineCode { number: self.last, role, label: None }
    }

    fn push(&mut self, kind: InlineKind, end: usize) {
        self.flush();
        let range = self.line.place(&(self.at..end.max(self.at)));
        self.pieces.push(Inline { range, kind });
        self.at = end.max(self.at);
    }

    /// Makes pieces of the text that is read.
    fn flush(&mut self) {
        let stretches = std::mem::take(&mut self.text);
        let Some(start) = stretches.first().map(|first| first.range.start) else { return };
        let text: String = stretches.iter().map(|stretch| &*stretch.text).collect();
        let mut done = (0, start);
        for literal in literals(&text) {
            // A backslash that escapes it is not seen, and nobody may lose it.
            let is_so = |place: &Range<usize>| {
                let written = &self.line.line[place.clone()];
                let said = &text[literal.clone()];
                place.start >= done.1 && (written == said || written.strip_prefix('\\') == Some(said))
            };
            let Some(place) = place(&stretches, &literal).filter(is_so) else { continue };
            self.push_text(&text[done.0..literal.start], done.1..place.start);
            self.last += 1;
            let code = InlineCode { number: self.last, role: InlineRole::Literal, label: None };
            self.pieces.push(Inline { range: self.line.place(&place), kind: InlineKind::Alone(code) });
            done = (literal.end, place.end);
        }
        let end = stretches.last().map_or(start, |last| last.range.end);
        self.push_text(&text[done.0..], done.1..end);
    }

    fn push_text(&mut self, text: &str, range: Range<usize>) {
        if !range.is_empty() {
            let range = self.line.place(&range);
            self.pieces.push(Inline { range, kind: InlineKind::Text(text.to_owned()) });
        }
    }

    pub(super) fn finish(mut self) -> Vec<Inline> {
        self.rest(self.line.line.len());
        self.flush();
        self.pieces
    }
}

/// Where a part of the text is written; none where that is not certain.
fn place(stretches: &[Stretch], part: &Range<usize>) -> Option<Range<usize>> {
    let mut at = 0;
    let mut start = None;
    for stretch in stretches {
        let (from, to) = (at, at + stretch.text.len());
        at = to;
        let inside = |place: usize| stretch.is_written_so.then(|| stretch.range.end - (to - place));
        if start.is_none() && part.start < to {
            start = Some(if part.start == from { stretch.range.start } else { inside(part.start)? });
        }
        if part.end <= to {
            let end = if part.end == to { stretch.range.end } else { inside(part.end)? };
            return start.map(|start| start..end);
        }
    }
    None
}
