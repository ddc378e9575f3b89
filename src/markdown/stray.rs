//! Characters in running text that were not read as markup although they look like it: stars of emphasis, the bracket
//! that ends a link's text, addresses that are no links. Only notes where they stand; checks say what is wrong.

use std::ops::Range;

use super::Document;
use super::frame::{Node, SinkKind};
use super::parse::Parser;
use crate::diagnostic::Span;

/// Characters shown as written that look like markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stray {
    pub kind: StrayKind,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrayKind {
    /// A run of two `*` or more.
    Stars,
    /// A `]`.
    Bracket,
    /// `http://` or `https://` outside of links.
    Address,
}

impl Parser<'_> {
    /// Notes what in a text without escapes looks like markup. Code, alternative text and source text never get here.
    pub(super) fn note_strays(&mut self, text: &str, range: &Range<usize>) {
        if self.suppressed.is_some() || matches!(self.sink().kind, SinkKind::Alt | SinkKind::Lookup(_)) {
            return;
        }
        for (at, _) in text.match_indices('*') {
            self.note_star(range.start + at);
        }
        for (at, bracket) in text.match_indices([']', '］']) {
            self.note(StrayKind::Bracket, range.start + at..range.start + at + bracket.len());
        }
        if text.contains("://") && !self.stands_in_link() {
            for (at, end) in addresses(text) {
                self.note(StrayKind::Address, range.start + at..range.start + end);
            }
        }
    }

    /// Stars come one by one or in runs; a run grows as they come.
    fn note_star(&mut self, at: usize) {
        if at > 0 && self.source.as_bytes().get(at - 1) == Some(&b'\\') {
            return;
        }
        let span = self.span(at..at + 1);
        match self.document.strays.last_mut() {
            Some(last) if last.kind == StrayKind::Stars && last.span.end == span.start => {
                last.span.end = span.end;
            }
            _ => self.document.strays.push(Stray { kind: StrayKind::Stars, span }),
        }
    }

    fn note(&mut self, kind: StrayKind, range: Range<usize>) {
        if range.start > 0 && self.source.as_bytes().get(range.start - 1) == Some(&b'\\') {
            return;
        }
        let span = self.span(range);
        self.document.strays.push(Stray { kind, span });
    }

    fn stands_in_link(&mut self) -> bool {
        self.sink().stack.iter().any(|frame| matches!(frame.node, Node::Link(_)))
    }
}

impl Document {
    /// One star alone says nothing: it marks notes, masks and products.
    pub(super) fn drop_single_stars(&mut self) {
        self.strays.retain(|stray| stray.kind != StrayKind::Stars || stray.span.end - stray.span.start > 1);
        self.strays.shrink_to_fit();
    }
}

/// Where `http://` and `https://` stand, scheme and slashes alone.
fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.match_indices("://").filter_map(|(at, slashes)| {
        let before = text.get(..at)?;
        let start = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
        let scheme = &before[start..];
        let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        is_web.then_some((start, at + slashes.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strays(text: &str) -> Vec<(StrayKind, &str)> {
        let document = Document::parse(text, 0);
        document.strays.iter().map(|stray| (stray.kind, stray.span.slice(text))).collect()
    }

    #[test]
    fn what_is_shown_as_written() {
        assert_eq!(strays("a ** b ** **c**\n"), [(StrayKind::Stars, "**"), (StrayKind::Stars, "**")]);
        assert_eq!(strays("ab** c** \\*\\* * d `**`\n\n    **\n"), [(StrayKind::Stars, "**"); 2]);
        assert_eq!(strays("[a] (b) [c](d) \\]\n"), [(StrayKind::Bracket, "]")]);
        assert_eq!(
            strays("See https://a.example/x, <https://b.example> [http://c](http://c.example) ms://x\n"),
            [(StrayKind::Address, "https://")]
        );
    }

    #[test]
    fn what_is_not_text_has_none() {
        assert_eq!(strays("![a ** b](x.png) <a href=\"https://a.example\">https://a.example</a>\n"), []);
        assert_eq!(strays("<p title=\"** https://x\">a</p>\n\n```\n** ]\n```\n"), []);
    }
}
