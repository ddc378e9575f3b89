//! Text and code in lines. Finds the extensions in it; what they become is decided in `ext`.

use std::ops::Range;

use super::{Parser, TagKind};
use crate::markdown::document::BlockKind;
use crate::markdown::ext::{abbreviation, alert, directive, emoji, image, include, no_loc, pymdown, video};
use crate::markdown::syntax::Dialect;

impl Parser<'_> {
    /// Every part of a line stands in a leaf block; in a list item it starts here.
    pub(super) fn begin_inline(&mut self, range: &Range<usize>) {
        if self.builder.leaf_kind().is_none() {
            let kind = if self.take_item_start() { BlockKind::ListItem } else { BlockKind::Paragraph };
            self.builder.open_leaf(kind, range);
        }
        self.builder.extend_leaf(range.end);
    }

    /// Text as CommonMark gives it. Extensions in lines are found in it.
    pub(super) fn text_event(&mut self, text: &str, range: &Range<usize>) {
        if self.open_tags.last().is_some_and(|tag| tag.kind == TagKind::Code) {
            let written = self.builder.map().as_written(text, range);
            self.builder.write_text(written.as_deref().unwrap_or(text));
            return;
        }
        // Markdown is not read there.
        if text.len() != range.len() || self.builder.map().is_of_front_matter(range.start) {
            self.builder.write_text(text);
            return;
        }
        let list = self.attributes.take(&mut self.builder, &mut self.anchors, text, range.start);
        let from = list.unwrap_or(range.start).min(range.end);
        let (text, range) = (text.get(from - range.start..).unwrap_or(""), &(from..range.end));
        let end = self.attributes.take_end(&mut self.builder, &mut self.anchors, text, range);
        let end = end.unwrap_or(text.len());
        let (text, range) = (text.get(..end).unwrap_or(""), &(from..from + end));
        self.note_strays(text, range);
        self.note_foreign(text, range);
        let mut done = range.start.max(self.builder.taken_until()).min(range.end);
        let mut at = done;
        while let Some(found) = self.next_extension(at, range.end) {
            abbreviation::write_text(
                &mut self.builder,
                text.get(done - range.start..found - range.start).unwrap_or(""),
            );
            done = found;
            at = found + 1;
            if self.extension(found) {
                done = self.builder.taken_until().clamp(found, range.end);
                at = done;
            }
        }
        abbreviation::write_text(&mut self.builder, text.get(done - range.start..).unwrap_or(""));
    }

    /// The next place before `end` where an extension may start.
    fn next_extension(&self, mut from: usize, end: usize) -> Option<usize> {
        let bytes = self.builder.source().as_bytes();
        let is_mkdocs = self.syntax.dialect == Dialect::MkDocs;
        let has_emoji = emoji::are_read(self.syntax.dialect);
        loop {
            let rest = bytes.get(from..end)?;
            let found = match (is_mkdocs, self.has_components()) {
                (true, _) => rest.iter().position(|&sign| sign == b'[' || pymdown::starts(sign)),
                (_, true) => rest.iter().position(|sign| b"[:<{".contains(sign)),
                _ => memchr::memchr2(b'[', b':', rest),
            };
            let at = from + found?;
            let starts = match bytes[at] {
                b'<' => true,
                b'{' => self.is_mdx() || bytes.get(at + 1) == Some(&b'{'),
                b'[' => bytes.get(at + 1) == Some(&b'!'),
                b':' if has_emoji && emoji::is_at(&self.builder, at) => true,
                _ if is_mkdocs => self.pymdown.is_at(&self.builder, at),
                _ => bytes[at..].starts_with(b":::"),
            };
            let escaped = at > 0 && bytes[at - 1] == b'\\';
            if starts && !escaped {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// An extension in a line. False: it is text.
    fn extension(&mut self, at: usize) -> bool {
        if matches!(self.builder.source().as_bytes()[at], b'<' | b'{') {
            return self.take_component(at);
        }
        let builder = &mut self.builder;
        if emoji::are_read(self.syntax.dialect) && emoji::take(builder, at) {
            return true;
        }
        if self.syntax.dialect == Dialect::MkDocs && builder.source().as_bytes()[at] != b'[' {
            return self.pymdown.take(builder, at);
        }
        if builder.source().as_bytes()[at] == b':' {
            let is_learn = self.syntax.dialect == Dialect::Plain;
            return is_learn
                && (image::take(builder, at)
                    || no_loc::take(builder, at)
                    || directive::take_stray(builder, at));
        }
        if include::take(builder, at) || video::take(builder, at) {
            return true;
        }
        alert::note_stray(builder, at);
        false
    }

    pub(super) fn code(&mut self, code: &str, range: &Range<usize>) {
        // Line ends in code are spaces, but CR LF would be two.
        let one_line;
        let mut code = code;
        let written = self.builder.map().as_written(code, range);
        if let Some(written) = &written {
            code = written.trim_matches('`').trim();
        }
        if self.builder.source().get(range.clone()).is_some_and(|written| written.contains('\n')) {
            one_line = code.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            code = &one_line;
        }
        self.builder.write_code(code);
    }
}
