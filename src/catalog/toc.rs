//! Tables of contents: `TOC.yml` → nodes in the author's order. Resolves nothing.

use serde::Deserialize;
use serde_saphyr::Spanned as YamlSpanned;

use crate::diagnostic::{Span, Spanned};

/// One entry of a table of contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TocNode {
    pub name: String,
    /// A link to an article or another table of contents as written, with its place.
    pub href: Option<Spanned<String>>,
    /// The article of a node whose `href` is another table of contents.
    pub topic: Option<Spanned<String>>,
    pub items: Vec<TocNode>,
}

#[derive(Deserialize)]
struct RawNode {
    #[serde(default)]
    name: String,
    href: Option<YamlSpanned<String>>,
    #[serde(alias = "topicHref", alias = "homepage")]
    topic: Option<YamlSpanned<String>>,
    #[serde(default)]
    items: Vec<RawNode>,
}

/// Reads a table of contents: a list of nodes, or a map with `items`.
///
/// # Errors
/// No YAML of that shape; the message is the parser's.
pub(crate) fn parse(text: &str) -> Result<Vec<TocNode>, String> {
    let text_start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let yaml = &text[text_start..];
    if yaml.trim().is_empty() {
        return Ok(Vec::new());
    }
    let options = serde_saphyr::options! {
        with_snippet: false,
        budget: serde_saphyr::budget! { max_aliases: 0, max_anchors: 0, max_depth: 128, max_documents: 1 },
    };
    // `untagged` loses positions, so the shape is told by the first character that counts.
    let first =
        yaml.lines().map(str::trim_start).find(|line| !line.is_empty() && !line.starts_with(['#', '%']));
    let nodes = if first.is_some_and(|line| line.starts_with('-')) {
        serde_saphyr::from_str_with_options::<Vec<RawNode>>(yaml, options)
    } else {
        serde_saphyr::from_str_with_options::<RawMap>(yaml, options).map(|map| map.items)
    };
    let nodes = nodes.map_err(|error| error.to_string())?;
    Ok(nodes.into_iter().map(|node| convert(node, text_start)).collect())
}

#[derive(Deserialize)]
struct RawMap {
    #[serde(default)]
    items: Vec<RawNode>,
}

fn convert(raw: RawNode, text_start: usize) -> TocNode {
    TocNode {
        name: raw.name,
        href: raw.href.and_then(|href| link(href, text_start)),
        topic: raw.topic.and_then(|topic| link(topic, text_start)),
        items: raw.items.into_iter().map(|node| convert(node, text_start)).collect(),
    }
}

fn link(raw: YamlSpanned<String>, text_start: usize) -> Option<Spanned<String>> {
    let span = raw.referenced.span();
    let place = span.byte_offset().zip(span.byte_len()).map_or_else(Span::default, |(start, length)| {
        Span::new(start as usize, (start + length) as usize).shifted(text_start)
    });
    (!raw.value.trim().is_empty()).then(|| Spanned::new(raw.value, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_and_a_map_are_read() {
        let list = parse(
            "- name: One\n  href: one.md\n- name: Two\n  items:\n  - name: Three\n    href: x/three.md\n",
        )
        .unwrap();
        let map = parse("\u{feff}items:\n- name: One\n  href: one.md\n").unwrap();
        assert_eq!(list[1].items[0].name, "Three");
        assert_eq!(map[0].href.as_ref().unwrap().value, "one.md");
        assert_eq!(
            map[0].href.as_ref().unwrap().span.slice("\u{feff}items:\n- name: One\n  href: one.md\n"),
            "one.md"
        );
    }

    #[test]
    fn damage_is_an_error() {
        assert!(parse("- name: [").is_err());
        assert!(parse("").unwrap().is_empty());
    }
}
