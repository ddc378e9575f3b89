//! Syntax of other generators in running text. Only notes where it stands; a check says what to do.

use std::ops::Range;

use super::Parser;
use crate::markdown::document::FlawKind;
use crate::markdown::syntax::{foreign, markers};

/// Bytes of markers that are looked at before a text.
const MAX_MARKERS: usize = 200;

impl Parser<'_> {
    /// Notes what in a text another generator would read. Code never gets here, nor what was read.
    pub(super) fn note_foreign(&mut self, text: &str, range: &Range<usize>) {
        let builder = &self.builder;
        if builder.suppressed().is_some() || builder.is_in_alt() || builder.is_in_lookup() {
            return;
        }
        let source = builder.source();
        if range.start < self.foreign_until || text.is_empty() {
            return;
        }
        let mut found = None;
        if is_line_start(source, range.start) {
            found = foreign::at_line(source, range.start);
        } else if text.starts_with('{') && self.attributes.is_behind_element(range.start) {
            found = foreign::behind_element(builder.written(range.start..source.len()));
        }
        if let Some((kind, length)) = found {
            return self.foreign(kind, range.start..range.start + length);
        }
        let mut at = range.start;
        while let Some(next) = memchr::memchr2(b'{', b'[', &source.as_bytes()[at..range.end]) {
            at += next;
            let is_escaped = at == range.start && source.as_bytes()[..at].ends_with(b"\\");
            let is_link = source.as_bytes()[at] == b'[' && self.builder.is_in_link();
            let is_vue = self.is_vue() && source[at..].starts_with("{{");
            let is_text = is_link || is_escaped || is_vue;
            match foreign::in_line(self.builder.written(at..source.len())).filter(|_| !is_text) {
                Some((kind, length)) => {
                    self.foreign(kind, at..at + length);
                    at = (at + length).min(range.end);
                }
                None => at += 1,
            }
        }
    }

    fn foreign(&mut self, kind: foreign::ForeignSyntax, range: Range<usize>) {
        self.foreign_until = range.end;
        self.builder.flaw(FlawKind::ForeignSyntax { kind }, range);
    }
}

/// Whether nothing but markers of items and quotes stands before a place in its line.
fn is_line_start(source: &str, at: usize) -> bool {
    let near = source.floor_char_boundary(at.saturating_sub(MAX_MARKERS));
    let before = source.get(near..at).unwrap_or("");
    let start = match memchr::memrchr(b'\n', before.as_bytes()) {
        Some(end) => end + 1,
        None if near == 0 => 0,
        None => return false,
    };
    let line = before[start..].trim_start_matches([' ', '\t']);
    line[markers(line)..].trim_matches([' ', '\t', '>']).is_empty()
}
