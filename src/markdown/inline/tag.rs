//! Reads tags of raw HTML and directives as they are written: their names, and the texts in them. Knows not what they mean.

use std::ops::Range;

use super::piece::InlineRole;
use super::scan::Closer;

/// What a tag is in a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagEnd {
    Open,
    Close,
    Alone,
}

/// The name of a tag in lower case, and what it is in a pair.
pub(super) fn read(tag: &str) -> (String, TagEnd) {
    let inner = tag.strip_prefix('<').unwrap_or("");
    let (inner, is_close) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let length = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let name = inner[..length].to_ascii_lowercase();
    let is_void = tag.ends_with("/>") || ["br", "img", "hr", "input", "wbr", "source"].contains(&&*name);
    let end = match (name.is_empty() || is_void, is_close) {
        (true, _) => TagEnd::Alone,
        (_, true) => TagEnd::Close,
        (_, false) => TagEnd::Open,
    };
    (name, end)
}

/// What an element does.
pub(super) fn role(name: &str) -> InlineRole {
    match name {
        "a" => InlineRole::Link,
        "img" => InlineRole::Image,
        "b" | "strong" => InlineRole::Bold,
        "i" | "em" => InlineRole::Italic,
        "s" | "del" | "strike" => InlineRole::Struck,
        "br" => InlineRole::Break,
        _ => InlineRole::Other,
    }
}

/// Where the alternative text stands in a tag or a directive, and the quote behind it.
pub(super) fn alternative(written: &str) -> Option<(Range<usize>, char)> {
    let lower = written.to_ascii_lowercase();
    let name = if lower.starts_with("<img") {
        "alt="
    } else if lower.starts_with(":::image") {
        "alt-text="
    } else {
        return None;
    };
    let at =
        lower.match_indices(name).map(|(at, _)| at).find(|&at| lower[..at].ends_with([' ', '\t', '\n']))?;
    let start = at + name.len();
    let quote = written[start..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let length = written[start + 1..].find(quote)?;
    let value = &written[start + 1..start + 1 + length];
    let is_text = value.chars().any(char::is_alphanumeric) && !value.contains(['\n', '{']);
    is_text.then_some((start + 1..start + 1 + length, quote))
}

/// Finds where the tags, comments and the like of a line end.
pub(super) struct TagEnds<'l> {
    line: &'l str,
    bracket: Closer<'l>,
    comment: Closer<'l>,
    script: Closer<'l>,
    style: Closer<'l>,
}

impl<'l> TagEnds<'l> {
    pub(super) fn new(line: &'l str) -> Self {
        let closer = |text| Closer::new(line, text);
        let (bracket, comment) = (closer(">"), closer("-->"));
        Self { line, bracket, comment, script: closer("</script>"), style: closer("</style>") }
    }

    /// Where what begins at `at` ends, with all of an element whose content is no text.
    pub(super) fn end(&mut self, at: usize) -> Option<usize> {
        let rest = &self.line[at..];
        if rest.starts_with("<!--") {
            return self.comment.end(at);
        }
        let next = rest.as_bytes().get(1)?;
        if !next.is_ascii_alphabetic() && !matches!(next, b'/' | b'!' | b'?') {
            return None;
        }
        // Without any bracket behind it, the rest is not read.
        let first = self.bracket.end(at)?;
        let end = behind_quotes(rest).map_or(first, |length| at + length);
        let all = match &*read(&self.line[at..end]).0 {
            "script" => self.script.end(end),
            "style" => self.style.end(end),
            _ => None,
        };
        Some(all.unwrap_or(end))
    }
}

/// How long the tag is that a text begins with; a bracket in quotes does not end it.
fn behind_quotes(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match (byte, quote) {
            (b'"' | b'\'', None) if text.as_bytes()[at - 1] == b'=' => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            (b'>', None) => return Some(at + 1),
            _ => {}
        }
    }
    None
}
