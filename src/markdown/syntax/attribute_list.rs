//! Attribute lists: `{: #id .class key="value" }` of MkDocs and Jekyll, `{.class #id}` of MkDocs, Hugo and VitePress. Only reads
//! them; what becomes of one is decided in `ext`.

use std::ops::Range;

use super::dialect::Dialect;
use super::line::{Line, Step};

/// A longer one is text, so that no text is searched over and over.
const MAX_LENGTH: usize = 1000;

/// What one says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::markdown) struct AttributeList<'t> {
    /// The place of the ID in what was read.
    pub(in crate::markdown) id: Option<Range<usize>>,
    pub(in crate::markdown) classes: Vec<&'t str>,
    pub(in crate::markdown) values: Vec<(&'t str, &'t str)>,
}

impl<'t> AttributeList<'t> {
    pub(in crate::markdown) fn value(&self, name: &str) -> Option<&'t str> {
        self.values.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|&(_, value)| value)
    }
}

/// How a dialect writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Braces {
    /// `{:` only, as kramdown has it. Any word may stand in one.
    Colon,
    /// `{` only.
    Plain,
    Both,
}

impl Braces {
    /// Those of elements in a line.
    pub(in crate::markdown) fn in_lines(dialect: Dialect) -> Option<Self> {
        match dialect {
            Dialect::MkDocs => Some(Self::Both),
            Dialect::Jekyll => Some(Self::Colon),
            Dialect::VitePress => Some(Self::Plain),
            _ => None,
        }
    }
}

/// A line that is one for the block before it or behind it.
pub(super) fn read_line<'t>(line: &Line<'t>, braces: Braces) -> Option<Step<'t>> {
    let text = line.text();
    let (_, length) = read(text, braces)?;
    // A mark cannot hold its own end.
    let is_whole = length == text.len() && !text.contains("?>");
    is_whole.then_some(Step::Attributes { until: line.end })
}

/// The list that a text begins with, and its length.
pub(in crate::markdown) fn read(text: &str, braces: Braces) -> Option<(AttributeList<'_>, usize)> {
    let inside = text.strip_prefix('{')?;
    let after_colon = inside.strip_prefix(':');
    let has_colon = after_colon.is_some();
    let inside = match (braces, after_colon) {
        (Braces::Colon, colon) => colon?,
        (Braces::Plain, None) => inside,
        (Braces::Plain, Some(_)) => return None,
        (Braces::Both, colon) => colon.unwrap_or(inside),
    };
    let start = text.len() - inside.len();
    let text = text.get(..text.floor_char_boundary(MAX_LENGTH))?;
    let mut list = AttributeList::default();
    let mut words = 0;
    let mut at = start;
    loop {
        let rest = text.get(at..)?;
        at += rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let rest = text.get(at..)?;
        if rest.starts_with('}') {
            let is_list = has_colon || words == 0 && at > start && list != AttributeList::default();
            return is_list.then_some((list, at + 1));
        }
        let length = item(rest, at, &mut list)?;
        words += usize::from(length.is_word);
        at += length.bytes;
    }
}

/// How long an item of a list is, and whether it is a bare word.
struct Item {
    bytes: usize,
    is_word: bool,
}

/// Reads one item of a list, which starts at `at`.
fn item<'t>(rest: &'t str, at: usize, list: &mut AttributeList<'t>) -> Option<Item> {
    let name = |text: &str| text.find(|c: char| !is_name(c)).unwrap_or(text.len());
    if let Some(after) = rest.strip_prefix(['.', '#']) {
        let length = name(after);
        if length == 0 {
            return None;
        }
        match rest.starts_with('.') {
            true => list.classes.push(&after[..length]),
            false => list.id = Some(at + 1..at + 1 + length),
        }
        return Some(Item { bytes: length + 1, is_word: false });
    }
    let length = name(rest);
    // kramdown takes a colon at the end too.
    let length = if length == 0 && rest.starts_with(':') { 1 } else { length };
    let (word, after) = rest.split_at(length);
    let Some(value) = after.strip_prefix('=').filter(|_| !word.is_empty()) else {
        let ends = after.starts_with([' ', '\t', '}', ':']);
        return (!word.is_empty() && ends).then_some(Item { bytes: length, is_word: true });
    };
    let (value, bytes) = match value.chars().next()? {
        quote @ ('"' | '\'') => {
            let inside = &value[1..];
            let end = inside.find([quote, '\n']).filter(|end| inside[*end..].starts_with(quote))?;
            (&inside[..end], end + 2)
        }
        _ => {
            let end = value.find(|c: char| c.is_whitespace() || c == '}')?;
            (&value[..end], end)
        }
    };
    list.values.push((word, value));
    Some(Item { bytes: length + 1 + bytes, is_word: false })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(braces: Braces, texts: &[&str]) -> Vec<bool> {
        texts.iter().map(|text| read(text, braces).is_some_and(|(_, length)| length == text.len())).collect()
    }

    #[test]
    fn what_a_list_says() {
        let text = "{: #a-b .c.d key=\"x y\" k2='z' k3=v target=_blank } rest";
        let (list, length) = read(text, Braces::Colon).unwrap();
        assert_eq!(&text[length..], " rest");
        assert_eq!(&text[list.id.clone().unwrap()], "a-b");
        assert_eq!(list.classes, ["c", "d"]);
        assert_eq!(list.values, [("key", "x y"), ("k2", "z"), ("k3", "v"), ("target", "_blank")]);
    }

    #[test]
    fn what_is_a_list() {
        let lists = ["{: .a}", "{:.a}", "{:#a}", "{: .a :}", "{: refdef}", "{:toc}", "{: data-x='1'}"];
        assert_eq!(read_all(Braces::Colon, &lists), [true; 7]);
        assert_eq!(read_all(Braces::Both, &["{ .a }", "{.a}", "{ #a .b x=y }", "{: .a}"]), [true; 4]);
        assert_eq!(read_all(Braces::Plain, &["{.a}", "{width=300}", "{: .a}"]), [true, true, false]);
    }

    #[test]
    fn what_is_none() {
        let texts =
            ["{}", "{ }", "{0}", "{name}", "{{x}}", "{a b}", "{.a b}", "{.a", "{a=\"b\n\"}", "{x: 1}"];
        assert_eq!(read_all(Braces::Both, &texts), [false; 10]);
        assert_eq!(
            read_all(Braces::Colon, &["{.a}", "{:a", "{: ?}", "{: a=\"b}", "{::options /}"]),
            [false; 5]
        );
    }
}
