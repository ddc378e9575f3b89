//! What expressions and statements of JavaScript say that are literals. Runs nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::javascript;
use super::jsx::{Tag, TagForm};

/// Bytes of the longest text that a name stands for: it is written wherever the name stands.
const MAX_TEXT: usize = 1000;

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
        let rest = statements.get(start..).unwrap_or("");
        found.extend(definition(line.trim_end(), rest, start));
        start += line.len();
    }
    found
}

/// What a line defines; `rest` is the text that it begins.
fn definition<'t>(line: &'t str, rest: &'t str, start: usize) -> Option<Definition<'t>> {
    if let Some(rest) = line.strip_prefix("import ") {
        let (names, path) = rest.rsplit_once(" from ")?;
        let name = names.split(',').next()?.trim();
        let written = path.trim().trim_end_matches(';').trim_end();
        let inside = written.strip_prefix(['"', '\''])?;
        let inside = inside.strip_suffix(['"', '\''])?;
        let at = start + line.rfind(inside)?;
        let is_plain =
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
        let value = Defined::File(inside, at..at + inside.len());
        return is_plain.then_some(Definition { name, value });
    }
    let statement = rest.strip_prefix("export const ")?;
    let statement = statement.get(..javascript::statement(statement)?)?;
    let (name, value) = statement.split_once('=')?;
    let name = name.split(':').next()?.trim();
    let value = literal(value.trim().trim_end_matches(';')).filter(|value| value.len() <= MAX_TEXT)?;
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

/// The labels of a list of objects, `[{label: 'macOS', value: 'mac'}]`, by their values.
pub(in crate::markdown) fn labels(expression: &str) -> BTreeMap<Cow<'_, str>, Cow<'_, str>> {
    let mut found = BTreeMap::new();
    let mut rest = expression;
    while let Some(start) = rest.find('{') {
        let object = &rest[start..];
        let Some(length) = javascript::braces(object) else { break };
        let inside = object.get(1..length - 1).unwrap_or("");
        if let (Some(value), Some(label)) = (field(inside, "value"), field(inside, "label")) {
            found.entry(value).or_insert(label);
        }
        rest = object.get(length..).unwrap_or("");
    }
    found
}

/// The text that an object has under a name.
fn field<'e>(object: &'e str, name: &str) -> Option<Cow<'e, str>> {
    object.match_indices(name).find_map(|(at, _)| {
        let is_name = object[..at].trim_end_matches(['"', '\'']).trim_end();
        let rest = object[at + name.len()..].trim_start_matches(['"', '\'']).trim_start();
        let value = rest.strip_prefix(':')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
        let inside = &value[1..];
        let mut escaped = false;
        let end = inside.find(|letter: char| {
            let is_end = letter == quote && !escaped;
            escaped = letter == '\\' && !escaped;
            is_end
        })?;
        let is_first = is_name.is_empty() || is_name.ends_with(',');
        is_first.then(|| literal(&value[..end + 2])).flatten()
    })
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn labels_by_value() {
        let written = "[\n  {label: 'mac, \\'OS', value: \"mac\"},\n  { 'value': 'win', 'label': `Windows` }, {value: 'x'}, {value: y, label: 'Z'},\n]";
        let found: Vec<_> = labels(written).into_iter().collect();
        assert_eq!(found, [("mac".into(), "mac, 'OS".into()), ("win".into(), "Windows".into())]);
    }

    #[test]
    fn names_of_files_and_texts() {
        let found = definitions(
            "import A, { b } from './a.md';\nimport { C } from 'c';\nexport const d = 'e';\nexport const f = `g\n\nh`;\n",
        );
        assert_eq!(
            format!("{found:?}"),
            "[Definition { name: \"A\", value: File(\"./a.md\", 22..28) }, Definition { name: \"d\", value: Text(\"e\") }, Definition { name: \"f\", value: Text(\"g\\n\\nh\") }]"
        );
    }
}
