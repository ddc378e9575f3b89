//! `name="value" name='value' name=value`: the attributes of `:::` directives and of `[!div …]`.

use std::ops::Range;

/// One attribute: name in lower case, value with entities as written, place of the value in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Attribute<'t> {
    pub(in crate::markdown) name: String,
    pub(in crate::markdown) value: &'t str,
    pub(in crate::markdown) range: Range<usize>,
}

/// Reads attributes from `start` on, up to `stop`, to the end of the source or to what is no attribute; returns where
/// it stopped. White space may stand round `=` (translators put it there).
pub(in crate::markdown) fn read<'t>(
    source: &'t str,
    start: usize,
    stop: &str,
) -> (Vec<Attribute<'t>>, usize) {
    let mut attributes = Vec::new();
    let mut at = start;
    loop {
        at = skip_space(source, at);
        let rest = source.get(at..).unwrap_or("");
        let length =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
        if rest.is_empty() || rest.starts_with(stop) || length == 0 {
            return (attributes, at);
        }
        let name = rest[..length].to_ascii_lowercase();
        let after = skip_space(source, at + length);
        let Some(value) = source.get(after..).and_then(|rest| rest.strip_prefix('=')) else {
            at += length;
            attributes.push(Attribute { name, value: "", range: at..at });
            continue;
        };
        let start = skip_space(source, source.len() - value.len());
        let range = value_range(source, start, stop);
        let closed = range.start > start && source.as_bytes().get(range.end) == source.as_bytes().get(start);
        at = range.end + usize::from(closed);
        attributes.push(Attribute { name, value: source.get(range.clone()).unwrap_or(""), range });
    }
}

/// The value without its quotes; an unclosed one ends with its line.
fn value_range(source: &str, start: usize, stop: &str) -> Range<usize> {
    let rest = source.get(start..).unwrap_or("");
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inside = &rest[1..];
            let length = inside
                .find(quote)
                .unwrap_or_else(|| inside.find(stop).or_else(|| inside.find('\n')).unwrap_or(inside.len()));
            start + 1..start + 1 + length
        }
        _ => {
            let end = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
            let end = rest[..end].find(stop).unwrap_or(end);
            start..start + end
        }
    }
}

/// The value of an attribute.
pub(in crate::markdown) fn value<'t>(attributes: &[Attribute<'t>], name: &str) -> Option<&'t str> {
    attributes.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value)
}

pub(in crate::markdown) fn skip_space(source: &str, at: usize) -> usize {
    let rest = source.get(at..).unwrap_or("");
    at + rest.len() - rest.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_quoting() {
        let source = r#"a="b c" d='e"' f=g h i = "j":::rest"#;
        let (found, end) = read(source, 0, ":::");
        let pairs: Vec<_> = found.iter().map(|a| (a.name.as_str(), a.value)).collect();
        assert_eq!(pairs, [("a", "b c"), ("d", "e\""), ("f", "g"), ("h", ""), ("i", "j")]);
        assert_eq!(&source[end..], ":::rest");
        assert_eq!(&source[found[0].range.clone()], "b c");
        let (found, end) = read("a=\"b:::", 0, ":::");
        assert_eq!((found[0].value, end), ("b", 4));
    }
}
