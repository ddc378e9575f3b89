//! Characters in running text that were not read as markup although they look like it: stars of emphasis, the bracket
//! that ends a link's text, addresses that are not links. Only notes where they stand; checks say what is wrong.

use std::ops::Range;

use super::Parser;
use crate::markdown::document::{FlawKind, StrayKind};

/// Bytes of bold text, its stars among them, that may be punctuation alone.
const MOST_BOLD: usize = 40;

impl Parser<'_> {
    /// Notes what in a text without escapes looks like markup. Code, alternative text and source text never get here.
    pub(super) fn note_strays(&mut self, text: &str, range: &Range<usize>) {
        if self.builder.suppressed().is_some() || self.builder.is_in_alt() || self.builder.is_in_lookup() {
            return;
        }
        let bytes = text.as_bytes();
        for at in memchr::memchr3_iter(b'*', b'_', b'~', bytes) {
            let place = range.start + at;
            let is_thin = bytes[at] != b'*' || self.is_alone(place);
            if !is_thin {
                self.note(StrayKind::Stars, place..place + 1);
            } else if self.is_beside_other_script(place) {
                self.note(StrayKind::Mark, place..place + 1);
            }
        }
        // The wide ones begin with these bytes.
        for at in memchr::memchr3_iter(b']', 0xef, 0xe3, bytes) {
            if let Some(bracket) =
                ["]", "］", "】"].iter().find(|bracket| bytes[at..].starts_with(bracket.as_bytes()))
            {
                self.note(StrayKind::Bracket, range.start + at..range.start + at + bracket.len());
            }
        }
        for at in memchr::memchr_iter(b')', bytes).filter(|at| bytes.get(at + 1) == Some(&b'(')) {
            self.note(StrayKind::Bracket, range.start + at..range.start + at + 1);
        }
        let is_address = |at: usize| bytes[at..].starts_with(b"://");
        if memchr::memchr_iter(b':', bytes).any(is_address) && !self.builder.is_in_link() {
            for (at, end) in addresses(text) {
                self.note(StrayKind::Address, range.start + at..range.start + end);
            }
        }
    }

    /// Notes bold text that has no word. What it holds is read only where it is short.
    pub(super) fn note_bold(&mut self, range: &Range<usize>) {
        if range.len() > MOST_BOLD || self.builder.suppressed().is_some() || self.builder.is_in_lookup() {
            return;
        }
        let written = self.builder.source().get(range.clone()).unwrap_or("");
        if written.starts_with("**") && !written.contains(char::is_alphanumeric) {
            self.builder.flaw(FlawKind::BoldWithoutWords, range.clone());
        }
    }

    /// Whether no other mark of its kind is next to the one at a place.
    fn is_alone(&self, at: usize) -> bool {
        let source = self.builder.source().as_bytes();
        let is_same = |other: Option<usize>| other.is_some_and(|other| source.get(other) == source.get(at));
        !is_same(at.checked_sub(1)) && !is_same(at.checked_add(1))
    }

    /// Whether one of the marks at a place, two at the most, is next to a character that is none of ASCII.
    fn is_beside_other_script(&self, at: usize) -> bool {
        let source = self.builder.source().as_bytes();
        let mark = source.get(at);
        let beside = |first: Option<usize>, second: Option<usize>| {
            let first = first.and_then(|at| source.get(at));
            let next = if first == mark { second.and_then(|at| source.get(at)) } else { first };
            next.is_some_and(|byte| !byte.is_ascii())
        };
        beside(at.checked_sub(1), at.checked_sub(2)) || beside(at.checked_add(1), at.checked_add(2))
    }

    fn note(&mut self, kind: StrayKind, range: Range<usize>) {
        let before = range.start.checked_sub(1).and_then(|at| self.builder.source().as_bytes().get(at));
        if before != Some(&b'\\') {
            return self.builder.note_stray(kind, range);
        }
        let source = self.builder.source().as_bytes();
        if kind == StrayKind::Bracket && source.get(range.start..).is_some_and(|rest| rest.starts_with(b"]("))
        {
            self.builder.note_stray(StrayKind::EscapedBracket, range);
        }
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
    use crate::markdown::document::Document;

    fn strays(text: &str) -> Vec<(StrayKind, &str)> {
        let document = Document::parse(text, 0);
        document.strays.iter().map(|stray| (stray.kind, stray.span.slice(text))).collect()
    }

    #[test]
    fn what_is_shown_as_written() {
        assert_eq!(strays("a ** b ** **c**\n"), [(StrayKind::Stars, "**"), (StrayKind::Stars, "**")]);
        assert_eq!(strays("ab** c** \\*\\* * d `**`\n\n    **\n"), [(StrayKind::Stars, "**"); 2]);
        assert_eq!(strays("[a] (b) [c](d) \\]\n"), [(StrayKind::Bracket, "]")]);
        assert_eq!(strays("\\[a\\](b) \\(c\\)(d) `\\](e)`\n"), [(StrayKind::EscapedBracket, "]")]);
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
