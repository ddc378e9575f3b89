//! Tags of JSX and Vue: where they end, and what their attributes are. Knows not what a tag means.

use std::ops::Range;

use super::javascript::{bounded, braces};

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
}
