//! Walks over raw HTML: tags, comments and marks, and the text between them. Reads no Markdown.

use super::line::Line;
use super::mark::marks;
use super::piece::{Inline, InlineText};
use super::run::Pieces;
use super::tag::TagEnds;
use crate::markdown::entities::decoded;
use crate::markdown::syntax::Form;

pub(super) fn walk(line: &Line<'_>, form: Form) -> Vec<Inline> {
    let text = &*line.line;
    let marks = marks(text, form, Vec::new());
    let mut marks = marks.into_iter().peekable();
    let mut pieces = Pieces::new(line, InlineText::Html);
    let mut tags = TagEnds::new(text);
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
            at = match tags.end(tag) {
                Some(end) => {
                    plain(&mut pieces, text, tag);
                    pieces.tag(end);
                    end
                }
                None => tag + 1,
            };
        } else {
            plain(&mut pieces, text, text.len());
            return pieces.finish();
        }
    }
}

/// Takes the line up to `end` as text, references to characters by themselves.
fn plain(pieces: &mut Pieces<'_, '_>, line: &str, end: usize) {
    while let Some(at) = memchr::memchr(b'&', &line.as_bytes()[pieces.at().min(end)..end]) {
        let at = pieces.at() + at;
        pieces.rest(at);
        let name = line[at + 1..end].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
        let behind = at + 1 + name.count();
        if line[behind..end].starts_with(';') {
            pieces.text(&decoded(&line[at..=behind]), behind + 1);
        } else {
            pieces.rest(behind);
        }
    }
    pieces.rest(end);
}
