//! Tables of contents in Markdown, `toc.md`: each heading is an entry, and those below it are its own. Resolves nothing.

use crate::diagnostic::{Span, Spanned};
use crate::front_matter::FrontMatter;

use super::toc::{MAX_DEPTH, MAX_TOC_ENTRIES, TocFlaw, TocFlawKind, TocNode};

/// Reads a table of contents. What is no heading is left out, and the rest stays.
pub(super) fn parse(text: &str) -> (Vec<TocNode>, Vec<TocFlaw>) {
    let mut tree = Tree::default();
    let mut flaws = Vec::new();
    let mut entries = 0;
    let mut is_in_comment = false;
    let mut start = FrontMatter::parse(text).body_start as usize;
    if start == 0 && text.starts_with('\u{feff}') {
        start = '\u{feff}'.len_utf8();
    }
    for line in text[start..].split_inclusive('\n') {
        let begin = start + line.len() - line.trim_start().len();
        start += line.len();
        let line = line.trim();
        is_in_comment |= line.starts_with("<!--");
        if is_in_comment {
            is_in_comment = !line.contains("-->");
            continue;
        }
        if line.is_empty() {
            continue;
        }
        let span = Span::new(begin, begin + line.len());
        let Some((level, node)) = entry(line, begin) else {
            flaws.push(TocFlaw { kind: TocFlawKind::NoEntry, span });
            continue;
        };
        if node.name.is_empty() && node.href.is_none() {
            flaws.push(TocFlaw { kind: TocFlawKind::Empty, span });
            continue;
        }
        entries += 1;
        if entries > MAX_TOC_ENTRIES {
            flaws.push(TocFlaw { kind: TocFlawKind::TooMany, span });
            break;
        }
        tree.add(level, node);
    }
    tree.close(0);
    (tree.nodes, flaws)
}

/// Entries that stand open, each deeper than the one before it.
#[derive(Default)]
struct Tree {
    nodes: Vec<TocNode>,
    open: Vec<(usize, TocNode)>,
}

impl Tree {
    fn add(&mut self, level: usize, node: TocNode) {
        self.close(level);
        self.open.push((level, node));
    }

    /// Ends the entries of this level and below.
    fn close(&mut self, level: usize) {
        while let Some((_, node)) = self.open.pop_if(|(open, _)| *open >= level) {
            self.open.last_mut().map_or(&mut self.nodes, |(_, above)| &mut above.items).push(node);
        }
    }
}

/// The level and the entry of a heading that begins at `begin`.
fn entry(line: &str, begin: usize) -> Option<(usize, TocNode)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    if level == 0 || !rest.is_empty() && !rest.starts_with([' ', '\t', '[']) {
        return None;
    }
    // Marks at the end close a heading.
    let open = rest.trim_end_matches('#');
    let text = if open.ends_with([' ', '\t']) { open } else { rest };
    let text = text.trim();
    let begin = begin + level + (rest.len() - rest.trim_start().len());
    let linked = link(text).map(|(name, href)| {
        let span = Span::new(begin + href.start, begin + href.end);
        let href = text.get(href).unwrap_or_default().to_owned();
        TocNode {
            name: plain(name),
            href: (!href.trim().is_empty()).then(|| Spanned::new(href, span)),
            ..TocNode::default()
        }
    });
    let node = linked.unwrap_or_else(|| TocNode { name: plain(text), ..TocNode::default() });
    Some((level.min(MAX_DEPTH), node))
}

/// The name and the place of the address in `[name](address "title")`.
fn link(text: &str) -> Option<(&str, std::ops::Range<usize>)> {
    let name_end = closing(text, 0, ('[', ']'))?;
    let name = text.get(1..name_end)?;
    let from = name_end + 1;
    let end = closing(text, from, ('(', ')'))?;
    let within = text.get(from + 1..end)?;
    let start = from + 1 + (within.len() - within.trim_start().len());
    let within = within.trim();
    Some(match within.strip_prefix('<').and_then(|address| address.split_once('>')) {
        Some((address, _)) => (name, start + 1..start + 1 + address.len()),
        None => {
            let address = within.split_whitespace().next().unwrap_or_default();
            (name, start..start + address.len())
        }
    })
}

/// Where the bracket ends that begins at `from`.
fn closing(text: &str, from: usize, (open, close): (char, char)) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, character) in text.get(from..)?.char_indices() {
        let is_plain = is_escaped;
        is_escaped = character == '\\' && !is_plain;
        if at == 0 && character != open {
            return None;
        }
        match character {
            _ if is_plain => {}
            _ if character == open => depth += 1,
            _ if character == close => {
                depth -= 1;
                if depth == 0 {
                    return Some(from + at);
                }
            }
            _ => {}
        }
    }
    None
}

/// A name without what Markdown adds to it.
fn plain(name: &str) -> String {
    let mut text = String::new();
    let mut characters = name.trim().chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => text.extend(characters.next()),
            '*' | '`' => {}
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(nodes: &[TocNode], text: &str, depth: usize) -> String {
        let line = |node: &TocNode| {
            let href = node.href.as_ref().map(|href| {
                assert_eq!(href.span.slice(text), href.value);
                format!(" → {}", href.value)
            });
            let (indent, href) = ("  ".repeat(depth), href.unwrap_or_default());
            format!("{indent}{}{href}\n{}", node.name, show(&node.items, text, depth + 1))
        };
        nodes.iter().map(line).collect()
    }

    #[test]
    fn headings_are_entries_in_each_other() {
        let text = "\u{feff}---\ntitle: x\n---\n<!-- markdownlint-disable\nMD022 -->\n# [Help](index.md)\r\n## [What's *new*](<new & old.md> \"title\")\n\n#### Deep [x] #\n\
                    ##[C\\# (a)](c/toc.md)\n# Group ##\n## [é](x/(y).md#z)\n## [](a.md)\n";
        let (nodes, flaws) = parse(text);
        assert_eq!(flaws, []);
        insta::assert_snapshot!(show(&nodes, text, 0), @"
        Help → index.md
          What's new → new & old.md
            Deep [x]
          C# (a) → c/toc.md
        Group
          é → x/(y).md#z
           → a.md
        ");
    }

    #[test]
    fn what_is_no_entry_is_reported() {
        let text = "Text\n# A\n- [b](b.md)\n#\n#hash\n## [open](b.md\n";
        let (nodes, flaws) = parse(text);
        let found: Vec<String> =
            flaws.iter().map(|flaw| format!("{:?} {:?}", flaw.kind, flaw.span.slice(text))).collect();
        insta::assert_snapshot!(found.join("\n"), @r##"
        NoEntry "Text"
        NoEntry "- [b](b.md)"
        Empty "#"
        NoEntry "#hash"
        "##);
        insta::assert_snapshot!(show(&nodes, text, 0), @"
        A
          [open](b.md
        ");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "([-#\\[\\]()<>\\\\ \"a*é\n]|# |\\[a\\]\\(|<!--|-->){0,60}") {
            let (nodes, flaws) = parse(&text);
            show(&nodes, &text, 0);
            for flaw in flaws {
                assert!(text.get(flaw.span.range()).is_some());
            }
        }
    }
}
