//! Walks over raw HTML: tags, comments and marks, and the text between them. Reads no Markdown.

use std::ops::Range;

use super::line::Line;
use super::mark::marks;
use super::piece::{Inline, InlineText};
use super::run::Pieces;
use super::tag;
use crate::markdown::entities::decoded;
use crate::markdown::syntax::Form;

pub(super) fn walk(line: &Line<'_>, form: Form) -> Vec<Inline> {
    let text = &*line.line;
    let marks = marks(text, form);
    let mut marks = marks.into_iter().peekable();
    let mut pieces = Pieces::new(line, InlineText::Html);
    let mut at = 0;
    loop {
        while marks.next_if(|mark| mark.start < at).is_some() {}
        let mark = marks.peek().map_or(text.len(), |mark| mark.start);
        let tag = memchr::memchr(b'<', &text.as_bytes()[at..]).map_or(text.len(), |found| at + found);
        if mark < tag {
            let end = marks.next().map_or(text.len(), |mark| mark.end);
            plain(&mut pieces, text, mark);
            pieces.tag(end);
            at = end;
        } else if tag < text.len() {
            at = match length(&text[tag..]) {
                Some(length) => {
                    plain(&mut pieces, text, tag);
                    pieces.tag(tag + length);
                    tag + length
                }
                None => tag + 1,
            };
        } else {
            plain(&mut pieces, text, text.len());
            return pieces.finish();
        }
    }
}

/// Takes the line up to `end` as text.
fn plain(pieces: &mut Pieces<'_, '_>, line: &str, end: usize) {
    let range: Range<usize> = pieces.at()..end.max(pieces.at());
    pieces.text(&decoded(&line[range]), end);
}

/// How long the tag is that a text begins with, with all of an element whose content is no text.
fn length(text: &str) -> Option<usize> {
    let length = tag::length(text)?;
    let (name, _) = tag::read(&text[..length]);
    let end = match &*name {
        "script" => "</script>",
        "style" => "</style>",
        _ => return Some(length),
    };
    let inner = text[length..].find(end).map_or(0, |inner| inner + end.len());
    Some(length + inner)
}
