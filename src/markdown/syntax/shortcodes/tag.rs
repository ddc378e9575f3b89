//! Shortcodes and Liquid tags as they are written: where each stands, its name and its arguments. Data, and how arguments are
//! written; knows no meaning.

use std::ops::Range;

/// Bytes of the longest tag that is looked for.
pub(super) const MAX_LENGTH: usize = 10_000;

#[derive(Debug)]
pub(in crate::markdown::syntax) struct Tag<'t> {
    /// Where it stands in the Markdown.
    pub(in crate::markdown::syntax) range: Range<usize>,
    pub(super) name: &'t str,
    pub(super) role: Role<'t>,
    pub(super) arguments: Vec<Argument<'t>>,
    /// The tag that ends it, or that it ends: its place among all.
    pub(super) partner: Option<usize>,
    /// Of an end that nothing is left for: the last end of that name, in whose place it stands if that is code.
    pub(super) instead_of: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role<'t> {
    /// It may have an end.
    Open,
    Close,
    /// It has no content.
    Void,
    /// What a generator puts in the place of an expression.
    Value,
    /// Nothing is shown for it.
    Dropped,
    /// It is shown: what stands before, between and behind what is left out. The same in code.
    Literal(&'static str, &'t str, &'static str),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Argument<'t> {
    pub(super) name: Option<&'t str>,
    pub(super) value: &'t str,
    /// Where the value stands in the Markdown.
    pub(super) range: Range<usize>,
}

/// What encloses a shortcode, and one that is shown as it is written.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    pub(super) shown: &'static str,
    pub(super) shown_end: &'static str,
}

impl Form {
    /// The shortcode at the beginning of `rest` that is shown; `at` is the place of `rest` in the Markdown.
    pub(super) fn literal<'t>(&self, rest: &'t str, at: usize) -> Option<Tag<'t>> {
        let inside = rest.strip_prefix(self.shown)?;
        let length = inside.find(self.shown_end)?;
        let range = at..at + self.shown.len() + length + self.shown_end.len();
        Some(Tag::new(range, "", Role::Literal(self.open, &inside[..length], self.close)))
    }
}

impl<'t> Tag<'t> {
    pub(super) fn new(range: Range<usize>, name: &'t str, role: Role<'t>) -> Self {
        Self { range, name, role, arguments: Vec::new(), partner: None, instead_of: None }
    }

    /// The first argument that has one of these names and is not empty, in the order of the names.
    pub(super) fn named(&self, names: &[&str]) -> Option<&Argument<'t>> {
        let is = |argument: &&Argument<'t>, name: &str| {
            argument.name.is_some_and(|written| written.eq_ignore_ascii_case(name))
                && !argument.value.trim().is_empty()
        };
        names.iter().find_map(|name| self.arguments.iter().find(|argument| is(argument, name)))
    }

    /// An argument without a name.
    pub(super) fn positional(&self, index: usize) -> Option<&Argument<'t>> {
        let mut found = self.arguments.iter().filter(|argument| argument.name.is_none());
        found.nth(index).filter(|argument| !argument.value.trim().is_empty())
    }
}

/// Reads arguments: values in quotes or as words, with a name before `=` or `:`, with or without commas between.
pub(super) fn arguments(body: &str, range: Range<usize>) -> Vec<Argument<'_>> {
    let mut found = Vec::new();
    let mut at = range.start;
    loop {
        at = skip(body, at, range.end, |c| c.is_whitespace() || c == ',');
        if at >= range.end {
            return found;
        }
        let name_end = skip(body, at, range.end, |c| c.is_alphanumeric() || c == '_' || c == '-' || c == '.');
        let equals = skip(body, name_end, range.end, char::is_whitespace);
        let has_name = name_end > at && body[equals..range.end].starts_with(['=', ':']);
        let is_address = body[equals..range.end].starts_with("://");
        let name = (has_name && !is_address).then(|| &body[at..name_end]);
        let start = if name.is_some() { skip(body, equals + 1, range.end, char::is_whitespace) } else { at };
        let (value, next) = value(body, start, range.end);
        found.push(Argument { name, value: &body[value.clone()], range: value });
        at = next.max(at + 1);
        at += (at..range.end).find(|at| body.is_char_boundary(*at)).map_or(0, |boundary| boundary - at);
    }
}

/// The value at a place without its quotes, and where what follows starts.
fn value(body: &str, start: usize, end: usize) -> (Range<usize>, usize) {
    let rest = body.get(start..end).unwrap_or("");
    let Some(quote @ ('"' | '\'' | '`')) = rest.chars().next() else {
        let stop = skip(body, start, end, |c| !c.is_whitespace() && c != ',');
        return (start..stop, stop);
    };
    let inside = start + 1;
    let close = closing(body.as_bytes(), inside, end, quote as u8).unwrap_or(end);
    (inside..close, (close + 1).min(end))
}

/// Where a quote closes; backslashes escape it but between backticks.
pub(super) fn closing(bytes: &[u8], from: usize, end: usize, quote: u8) -> Option<usize> {
    let mut at = from;
    while at < end {
        match *bytes.get(at)? {
            b'\\' if quote != b'`' => at += 1,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where letters end that fit.
pub(super) fn skip(body: &str, start: usize, end: usize, fits: impl Fn(char) -> bool) -> usize {
    let rest = body.get(start..end).unwrap_or("");
    start + rest.find(|c| !fits(c)).unwrap_or(rest.len())
}

/// A part of the text for tags that start at `from`, no longer than they may be.
pub(super) fn window(body: &str, from: usize) -> &str {
    let end = body.floor_char_boundary((from + MAX_LENGTH).min(body.len()));
    body.get(from..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn every_way_of_writing_them() {
        let text = "tip \"A b\" src=x.png alt='it is' n = 3, list: `a\"b` https://a.b/c é=\"ü\" =";
        let found: Vec<_> =
            arguments(text, 0..text.len()).into_iter().map(|found| (found.name, found.value)).collect();
        assert_eq!(
            found,
            [
                (None, "tip"),
                (None, "A b"),
                (Some("src"), "x.png"),
                (Some("alt"), "it is"),
                (Some("n"), "3"),
                (Some("list"), "a\"b"),
                (None, "https://a.b/c"),
                (Some("é"), "ü"),
                (None, "="),
            ]
        );
        assert_eq!(arguments("a=\"b", 0..4)[0].value, "b");
    }
}
