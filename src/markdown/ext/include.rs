//! `[!INCLUDE [title](path)]`, in any case, with or without the inner space: alone in a paragraph it stands for the
//! included blocks, in a sentence for the content of the first paragraph.

use std::ops::Range;

use super::attributes::skip_space;
use crate::markdown::element::Element;
use crate::markdown::frame::{Origin, SinkKind};
use crate::markdown::leaf::count;
use crate::markdown::markup::Hole;
use crate::markdown::parse::Parser;
use crate::markdown::{Include, IncludeForm};

/// An include as written: where its path stands, and where it ends.
struct Written {
    path: Range<usize>,
    end: usize,
}

/// Longer ones are none: so no text is searched over and over.
const MAX_LENGTH: usize = 4096;

fn read(source: &str, at: usize, limit: usize) -> Option<Written> {
    const START: &str = "[!include";
    let source = source.get(..source.floor_char_boundary(limit.min(at + MAX_LENGTH)))?;
    let start = source.get(at..at + START.len())?;
    if !start.eq_ignore_ascii_case(START) {
        return None;
    }
    let bracket = skip_space(source, at + START.len());
    let rest = source.get(bracket..)?.strip_prefix('[')?;
    let path = source.len() - rest.len() + rest.find("](")? + 2;
    let rest = source.get(path..)?;
    let close = path + rest.find(')')?;
    let end = skip_space(source, close + 1);
    source.get(end..)?.strip_prefix(']')?;
    let written = source.get(path..close)?;
    // A title may follow the path, as in links.
    let written = written.trim().split([' ', '\t', '\n']).next().unwrap_or("");
    let start = skip_space(source, path);
    let written = written.trim_start_matches('<').trim_end_matches('>');
    let start = start + usize::from(source.as_bytes().get(start) == Some(&b'<'));
    Some(Written { path: start..start + written.len(), end: end + 1 })
}

impl Parser<'_> {
    /// Whether the paragraph is made of includes and nothing else; they are then written as blocks.
    pub(in crate::markdown) fn start_includes(&mut self, range: &Range<usize>) -> bool {
        let end =
            self.source.get(range.clone()).map_or(range.start, |text| range.start + text.trim_end().len());
        let mut found = Vec::new();
        let mut at = range.start;
        while at < end {
            let Some(include) = read(self.source, at, end) else { return false };
            let next = skip_space(self.source, include.end).max(include.end);
            found.push((at..include.end, include.path));
            at = next;
        }
        if found.is_empty() || !self.place(Element::Div, Origin::Markdown) {
            return false;
        }
        for (whole, path) in found {
            self.keep_include(whole, path, IncludeForm::Block);
        }
        self.skip_until = end;
        true
    }

    /// An include in a sentence at `at`. False: there is none.
    pub(in crate::markdown) fn inline_include(&mut self, at: usize) -> bool {
        let limit = self.leaf.as_ref().map_or(self.source.len(), |leaf| leaf.limit);
        let Some(include) = read(self.source, at, limit) else { return false };
        if self.sink().kind != SinkKind::Alt && self.phrasing_context() {
            self.keep_include(at..include.end, include.path, IncludeForm::Inline);
        }
        self.skip_until = include.end;
        true
    }

    fn keep_include(&mut self, whole: Range<usize>, path: Range<usize>, form: IncludeForm) {
        let index = count(&self.document.includes);
        let written = self.source.get(path.clone()).unwrap_or("");
        let include =
            Include { index, path: written.into(), span: self.span(whole), path_span: self.span(path), form };
        self.document.includes.push(include);
        self.markup().hole(Hole::Include(index));
    }
}
