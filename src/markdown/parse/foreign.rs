//! Syntax of other generators in running text. Only notes where it stands; a check says what to do.

use std::ops::Range;

use super::Parser;
use crate::markdown::builder::Node;
use crate::markdown::document::FlawKind;
use crate::markdown::element::Element;
use crate::markdown::syntax::{Dialect, foreign, markers};

/// Bytes of markers that are looked at before a text.
const MAX_MARKERS: usize = 200;

impl Parser<'_> {
    /// Notes what in a text another generator would read. Code never gets here, nor what was read.
    pub(super) fn note_foreign(&mut self, text: &str, range: &Range<usize>) {
        let builder = &self.builder;
        if builder.suppressed().is_some()
            || builder.is_in_alt()
            || builder.is_in_lookup()
            || self.is_in_code()
        {
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
            let is_text = is_link || is_escaped || self.is_meant(&source[at..]);
            let (before, rest) = (self.builder.written(0..at), self.builder.written(at..source.len()));
            match foreign::in_line(before, rest).filter(|_| !is_text) {
                Some((kind, length)) => {
                    self.foreign(kind, at..at + length);
                    at = (at + length).min(range.end);
                }
                None => at += 1,
            }
        }
    }

    /// What was taken for a link of a wiki is brackets round a link whose target is defined.
    pub(super) fn forget_wiki_link(&mut self, link: &Range<usize>) {
        let is_noted = self.foreign_until == link.end + 1;
        if is_noted && self.builder.written(0..link.start).ends_with('[') {
            self.builder.forget_flaw(&FlawKind::ForeignSyntax { kind: foreign::ForeignSyntax::WikiLink });
        }
    }

    /// Whether braces are those of the generator itself, which reads them but where they are meant as they are.
    fn is_meant(&self, text: &str) -> bool {
        match self.syntax.dialect {
            Dialect::Jekyll => text.starts_with("{%") || text.starts_with("{{"),
            Dialect::GitBook => text.starts_with("{%"),
            _ => self.is_vue() && text.starts_with("{{"),
        }
    }

    /// Whether raw HTML says that this is code.
    fn is_in_code(&self) -> bool {
        let is_code = |node: Node| {
            matches!(
                node.element(),
                Element::Code | Element::Kbd | Element::Samp | Element::Pre | Element::Var
            )
        };
        self.builder.innermost(is_code).is_some()
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
