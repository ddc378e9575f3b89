//! Tags and expressions of JSX and Vue: where they end, and what literals in them say. Knows not what a tag means.

use std::borrow::Cow;
use std::ops::Range;

/// What is longer is no tag and no expression, so that no text is searched over and over.
const MAX_LENGTH: usize = 16 * 1024;

/// Braces in braces; deeper ones are no expression.
const MAX_DEPTH: usize = 64;

/// A tag as written.
#[derive(Debug)]
pub(in crate::markdown) struct Tag<'t> {
    /// Empty for a fragment.
    pub(in crate::markdown) name: &'t str,
    pub(in crate::markdown) form: TagForm,
    pub(in crate::markdown) attributes: Vec<Attribute<'t>>,
    pub(in crate::markdown) length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum TagForm {
    Start,
    /// `<x />`.
    Empty,
    End,
}

#[derive(Debug)]
pub(in crate::markdown) struct Attribute<'t> {
    /// Empty for what is spread.
    pub(in crate::markdown) name: &'t str,
    pub(in crate::markdown) value: Value<'t>,
    /// Where the value stands in the tag, without quotes or braces.
    pub(in crate::markdown) range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Value<'t> {
    /// None is written.
    Bare,
    Text(&'t str),
    /// What stands between braces.
    Expression(&'t str),
}

impl<'t> Tag<'t> {
    /// Reads the tag that a text begins with.
    pub(in crate::markdown) fn read(text: &'t str) -> Option<Self> {
        let text = bounded(text);
        let bytes = text.as_bytes();
        let inside = text.strip_prefix('<')?;
        let is_end = inside.starts_with('/');
        let start = 1 + usize::from(is_end);
        let rest = text.get(start..)?;
        let length = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let name = rest.get(..length)?;
        if !(name.is_empty() || name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$')) {
            return None;
        }
        let mut attributes = Vec::new();
        let mut at = start + length;
        loop {
            let before = at;
            at = skip_space(bytes, at);
            match *bytes.get(at)? {
                b'>' => {
                    let form = if is_end { TagForm::End } else { TagForm::Start };
                    return Some(Self { name, form, attributes, length: at + 1 });
                }
                b'/' if bytes.get(at + 1) == Some(&b'>') && !is_end => {
                    return Some(Self { name, form: TagForm::Empty, attributes, length: at + 2 });
                }
                b'{' if !is_end => {
                    let length = braces(text.get(at..)?)?;
                    let range = at + 1..at + length - 1;
                    let value = Value::Expression(text.get(range.clone())?);
                    attributes.push(Attribute { name: "", value, range });
                    at += length;
                }
                _ if is_end || name.is_empty() || before == at => return None,
                _ => {
                    let attribute = Attribute::read(text, at)?;
                    at = attribute.end;
                    attributes.push(attribute.attribute);
                }
            }
        }
    }

    /// Whether it can be read as HTML as it is written.
    pub(in crate::markdown) fn is_html(&self) -> bool {
        self.attributes.iter().all(|attribute| !matches!(attribute.value, Value::Expression(_)))
    }
}

/// An attribute, and where what follows it begins.
struct Read<'t> {
    attribute: Attribute<'t>,
    end: usize,
}

impl<'t> Attribute<'t> {
    fn read(text: &'t str, at: usize) -> Option<Read<'t>> {
        let bytes = text.as_bytes();
        let rest = text.get(at..)?;
        let is_end =
            |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '<' | '{' | '}' | '"' | '\'' | '`');
        let length = rest.find(is_end).unwrap_or(rest.len());
        let name = rest.get(..length)?;
        // The slash of `<x y/>` is that of the tag.
        let name =
            if rest[length..].starts_with('>') { name.strip_suffix('/').unwrap_or(name) } else { name };
        if name.is_empty() {
            return None;
        }
        let end = at + name.len();
        let bare = Attribute { name, value: Value::Bare, range: at..end };
        let equals = skip_space(bytes, end);
        if bytes.get(equals) != Some(&b'=') {
            return Some(Read { attribute: bare, end });
        }
        let start = skip_space(bytes, equals + 1);
        let (range, end) = match *bytes.get(start)? {
            quote @ (b'"' | b'\'') => {
                let length = memchr::memchr(quote, bytes.get(start + 1..)?)?;
                (start + 1..start + 1 + length, start + 2 + length)
            }
            b'{' => {
                let length = braces(text.get(start..)?)?;
                let range = start + 1..start + length - 1;
                let value = Value::Expression(text.get(range.clone())?);
                return Some(Read { attribute: Attribute { name, value, range }, end: start + length });
            }
            _ => {
                let rest = text.get(start..)?;
                let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '<' | '"' | '\''))?;
                let length = rest[..length].trim_end_matches('/').len();
                if length == 0 {
                    return None;
                }
                (start..start + length, start + length)
            }
        };
        let value = Value::Text(text.get(range.clone())?);
        Some(Read { attribute: Attribute { name, value, range }, end })
    }
}

/// The length of the expression in braces that a text begins with.
pub(in crate::markdown) fn braces(text: &str) -> Option<usize> {
    let mut scan = Scan::new(bounded(text));
    scan.bytes.first().filter(|first| **first == b'{')?;
    while scan.step()? {
        if scan.depth == 0 {
            return Some(scan.at);
        }
    }
    None
}

/// The length of the statement of a module that a text begins with: up to the end of a line where no bracket is open and a blank
/// line or another statement follows.
pub(super) fn statement(text: &str) -> Option<usize> {
    let text = bounded(text);
    let mut scan = Scan::new(text);
    loop {
        let rest = &scan.bytes[scan.at..];
        if scan.depth == 0 && matches!(rest.first(), None | Some(b'\n')) {
            let next = text.get(scan.at + 1..).unwrap_or("");
            let line = next.lines().next().unwrap_or("").trim();
            if line.is_empty() || is_statement(next) {
                return Some(scan.at);
            }
        }
        scan.step()?.then_some(())?;
    }
}

/// Whether a text begins as statements do that MDX takes out.
pub(super) fn is_statement(text: &str) -> bool {
    let line = text.lines().next().unwrap_or("");
    if let Some(rest) = line.strip_prefix("export ") {
        let word = rest.trim_start().split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let is_list = rest.trim_start().starts_with(['{', '*']);
        return is_list
            || matches!(word, "const" | "let" | "var" | "function" | "async" | "class" | "default");
    }
    let Some(rest) = line.strip_prefix("import").filter(|rest| rest.starts_with([' ', '{', '"', '\'']))
    else {
        return false;
    };
    let rest = rest.trim_start();
    if rest.starts_with(['{', '*', '"', '\'']) {
        return true;
    }
    let Some((names, path)) = rest.split_once(" from ") else { return false };
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | ',' | ' ' | '{' | '}' | '*');
    path.trim_start().starts_with(['"', '\'']) && names.chars().all(is_name)
}

/// What a module defines that a text may show.
#[derive(Debug)]
pub(in crate::markdown) struct Definition<'t> {
    pub(in crate::markdown) name: &'t str,
    pub(in crate::markdown) value: Defined<'t>,
}

#[derive(Debug)]
pub(in crate::markdown) enum Defined<'t> {
    /// The file of this path, and where the path stands.
    File(&'t str, Range<usize>),
    Text(Cow<'t, str>),
}

/// The files and texts that statements give names to.
pub(in crate::markdown) fn definitions(statements: &str) -> Vec<Definition<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in statements.split_inclusive('\n') {
        found.extend(definition(line.trim_end(), start));
        start += line.len();
    }
    found
}

fn definition(line: &str, start: usize) -> Option<Definition<'_>> {
    if let Some(rest) = line.strip_prefix("import ") {
        let (names, path) = rest.rsplit_once(" from ")?;
        let name = names.split(',').next()?.trim();
        let written = path.trim().trim_end_matches(';').trim_end();
        let inside = written.strip_prefix(['"', '\''])?;
        let inside = inside.strip_suffix(['"', '\''])?;
        let at = start + line.rfind(inside)?;
        let is_plain = !name.is_empty() && name.chars().all(is_name);
        let value = Defined::File(inside, at..at + inside.len());
        return is_plain.then_some(Definition { name, value });
    }
    let (name, value) = line.strip_prefix("export const ")?.split_once('=')?;
    let name = name.split(':').next()?.trim();
    let value = literal(value.trim().trim_end_matches(';'))?;
    Some(Definition { name, value: Defined::Text(value) })
}

/// What an expression that is a literal shows.
pub(in crate::markdown) fn literal(expression: &str) -> Option<Cow<'_, str>> {
    let expression = without_comments(expression)?;
    if expression.is_empty() || matches!(expression, "true" | "false" | "null" | "undefined") {
        return Some(Cow::Borrowed(""));
    }
    if expression.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Some(Cow::Borrowed(expression));
    }
    if let Some(text) = element_text(expression) {
        return Some(Cow::Borrowed(text));
    }
    let quote = expression.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let inside = expression.strip_prefix(quote)?.strip_suffix(quote)?;
    if quote == '`' && inside.contains("${") {
        return None;
    }
    unescaped(inside, quote)
}

/// The text of an element that holds nothing else.
fn element_text(expression: &str) -> Option<&str> {
    let tag = Tag::read(expression).filter(|tag| tag.form == TagForm::Start)?;
    let (text, end) = expression.get(tag.length..)?.split_once("</")?;
    let is_end = end.strip_suffix('>')?.trim() == tag.name;
    (is_end && !text.contains(['{', '<'])).then_some(text)
}

/// An expression without the comments round it.
fn without_comments(expression: &str) -> Option<&str> {
    let mut rest = expression.trim();
    while let Some(inside) = rest.strip_prefix("/*") {
        rest = inside.get(inside.find("*/")? + 2..)?.trim_start();
    }
    Some(rest)
}

fn unescaped(text: &str, quote: char) -> Option<Cow<'_, str>> {
    if !text.contains(['\\', quote]) {
        return Some(Cow::Borrowed(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next()? {
                'n' => out.push('\n'),
                't' => out.push('\t'),
                'u' | 'x' => return None,
                other => out.push(other),
            },
            _ if letter == quote => return None,
            _ => out.push(letter),
        }
    }
    Some(Cow::Owned(out))
}

/// A walk over JavaScript that knows what is text in it.
struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    depth: usize,
    /// The depths of the braces that stand in templates.
    templates: Vec<usize>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, depth: 0, templates: Vec::new() }
    }

    /// Goes on by one sign, text or comment. False at the end; none where it cannot go on.
    fn step(&mut self) -> Option<bool> {
        let Some(&byte) = self.bytes.get(self.at) else { return Some(false) };
        let next = self.bytes.get(self.at + 1);
        self.at += 1;
        match byte {
            b'{' | b'(' | b'[' => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return None;
                }
            }
            b'}' | b')' | b']' => {
                self.depth = self.depth.checked_sub(1)?;
                if byte == b'}' && self.templates.last() == Some(&self.depth) {
                    self.templates.pop();
                    self.template()?;
                }
            }
            b'"' | b'\'' => self.string(byte),
            b'`' => self.template()?,
            b'/' if next == Some(&b'*') => {
                let rest = &self.bytes[self.at + 1..];
                self.at += 3 + memchr::memmem::find(rest, b"*/")?;
            }
            b'/' if next == Some(&b'/') && self.at.checked_sub(2).is_none_or(|at| self.bytes[at] != b':') => {
                let rest = &self.bytes[self.at..];
                self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            }
            _ => {}
        }
        Some(true)
    }

    /// Behind the quote that ends a text in this line; an apostrophe is none.
    fn string(&mut self, quote: u8) {
        let mut at = self.at;
        while let Some(&byte) = self.bytes.get(at) {
            match byte {
                b'\n' => return,
                b'\\' => at += 1,
                _ if byte == quote => {
                    self.at = at + 1;
                    return;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Behind the end of a template, or behind the brace that begins an expression in it.
    fn template(&mut self) -> Option<()> {
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'`' => return Some(()),
                b'$' if self.bytes.get(self.at) == Some(&b'{') => {
                    self.at += 1;
                    self.templates.push(self.depth);
                    self.depth += 1;
                    return (self.depth <= MAX_DEPTH).then_some(());
                }
                _ => {}
            }
        }
        None
    }
}

pub(super) fn bounded(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_LENGTH)).unwrap_or(text)
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':' | '$')
}

fn skip_space(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    at + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(text: &str) -> Vec<(&str, Value<'_>)> {
        let tag = Tag::read(text).unwrap();
        for attribute in &tag.attributes {
            let (Value::Text(value) | Value::Expression(value)) = attribute.value else { continue };
            assert_eq!(&text[attribute.range.clone()], value);
        }
        tag.attributes.iter().map(|attribute| (attribute.name, attribute.value)).collect()
    }

    #[test]
    fn attributes_of_tags() {
        assert_eq!(
            attributes("<A.B b=\"c > d\" e='f'\n\tg={h => `}${'}'}`} i {...j} k=l/>m"),
            [
                ("b", Value::Text("c > d")),
                ("e", Value::Text("f")),
                ("g", Value::Expression("h => `}${'}'}`")),
                ("i", Value::Bare),
                ("", Value::Expression("...j")),
                ("k", Value::Text("l")),
            ]
        );
        assert_eq!(attributes("<b :c=\"d\" @e.f='g' #h v-i/>").len(), 4);
        let form = |text| Tag::read(text).map(|tag| (tag.name, tag.form, tag.length));
        assert_eq!(form("<>a"), Some(("", TagForm::Start, 2)));
        assert_eq!(form("</>a"), Some(("", TagForm::End, 3)));
        assert_eq!(form("</a >b"), Some(("a", TagForm::End, 5)));
        assert_eq!(form("<A/>"), Some(("A", TagForm::Empty, 4)));
    }

    #[test]
    fn what_is_no_tag() {
        for text in
            ["<", "< a>", "<1>", "<a", "<a b", "<a b=\"c>", "<a b={c>", "<a <b>", "<a,b>", "</a b>", "<a b=>"]
        {
            assert!(Tag::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn braces_and_what_is_text_in_them() {
        let inside = |text: &'static str| braces(text).map(|length| &text[..length]);
        assert_eq!(inside("{a} b"), Some("{a}"));
        assert_eq!(inside("{'}'} b"), Some("{'}'}"));
        assert_eq!(inside("{/* } */} b"), Some("{/* } */}"));
        assert_eq!(inside("{`${a}}`} b"), Some("{`${a}}`}"));
        assert_eq!(inside("{a => <p>Don't</p>} b"), Some("{a => <p>Don't</p>}"));
        assert_eq!(inside("{{a: 'https://b'}} c"), Some("{{a: 'https://b'}}"));
        assert_eq!(inside("{a"), None);
        assert_eq!(inside("{`a}"), None);
    }

    #[test]
    fn literals() {
        for (expression, shown) in [
            ("'{'", "{"),
            ("\" \"", " "),
            ("`a\nb`", "a\nb"),
            (" 12.5 ", "12.5"),
            ("/* c */", ""),
            ("'a\\'b'", "a'b"),
            ("<b>c</b>", "c"),
        ] {
            assert_eq!(literal(expression).as_deref(), Some(shown), "{expression}");
        }
        for expression in ["a", "'a' + 'b'", "`${a}`", "a.b('c')", "{a: 1}", "'\\u0041'"] {
            assert_eq!(literal(expression), None, "{expression}");
        }
    }

    #[test]
    fn statements() {
        for (text, length) in [
            ("import A from './a';\n\nText", 20),
            ("import 'a'\nimport B from 'b'\n", 10),
            ("export const a = {\n\n  b: '}',\n};\n\nText", 32),
            ("export default 1", 16),
        ] {
            assert!(is_statement(text), "{text}");
            assert_eq!(statement(text), Some(length), "{text}");
        }
        for text in ["import your data from the file", "export the data", "imports from \"a\"", "import data"]
        {
            assert!(!is_statement(text), "{text}");
        }
        let found =
            definitions("import A, { b } from './a.md';\nimport { C } from 'c';\nexport const d = 'e';\n");
        assert_eq!(
            format!("{found:?}"),
            "[Definition { name: \"A\", value: File(\"./a.md\", 22..28) }, Definition { name: \"d\", value: Text(\"e\") }]"
        );
    }
}
