//! Definition lists: a term on a line of its own, and on the next line `: ` and what it means. CommonMark's reader takes any
//! paragraph for a term and any line for a definition that begins with a colon; here is decided which texts it may read so.

use crate::markdown::syntax::Dialect;

/// Longer ones are sentences.
const MAX_CHARACTERS: usize = 120;

/// How no term ends: a sentence, or a line that the next one is to stand below.
const ENDS: [&str; 12] = [".", ",", ";", ":", "。", "、", "，", "；", "：", "<br>", "\\", "  "];

/// What a line is to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line<'t> {
    /// A paragraph may begin behind it.
    Blank,
    /// The same behind a paragraph.
    Gap,
    /// The first of a paragraph, which may be a term.
    First(&'t str),
    /// A definition, or what goes on in one, and whether a blank line is the last of it.
    Definition,
    DefinitionGap,
    Other,
}

/// Whether a text has definition lists, and no other line that begins with a colon and would be read as part of one: such a
/// line is what a translation left of `A: …`, or a name such as `:smile:`.
///
/// Where the generator reads them, several terms may stand above a definition, and a blank line between.
pub(in crate::markdown) fn are_in(dialect: Dialect, source: &str) -> bool {
    let is_read = matches!(dialect, Dialect::MkDocs | Dialect::Jekyll | Dialect::Hugo);
    if !may_be_in(source.as_bytes()) {
        return false;
    }
    let mut last = Line::Blank;
    let mut fence = "";
    let mut found = false;
    for line in source.lines() {
        let content = line.trim_start_matches(INDENT);
        let is_inside = matches!(last, Line::Definition | Line::DefinitionGap);
        let is_indented = content.len() < line.len();
        let is_code = is_code(content, &mut fence);
        last = if is_code {
            if is_inside && is_indented { Line::Definition } else { Line::Other }
        } else if content.starts_with(':') && !is_rule_of_table(content) {
            let is_below = is_read && matches!(last, Line::First(_) | Line::Other | Line::Gap);
            let follows = is_inside || is_below || matches!(last, Line::First(term) if is_term(term));
            if !follows || !is_definition(content) {
                return false;
            }
            found = true;
            Line::Definition
        } else if content.trim().is_empty() {
            match last {
                _ if is_inside => Line::DefinitionGap,
                Line::First(_) | Line::Other if is_read => Line::Gap,
                _ => Line::Blank,
            }
        } else if last == Line::Definition || last == Line::DefinitionGap && is_indented {
            Line::Definition
        } else if content.starts_with('#') {
            Line::Blank
        } else if matches!(last, Line::Blank | Line::Gap | Line::DefinitionGap) || starts_item(content) {
            Line::First(content)
        } else {
            Line::Other
        };
    }
    found
}

const INDENT: [char; 3] = [' ', '\t', '>'];

/// Whether any line begins with a colon: hardly any text has one.
fn may_be_in(source: &[u8]) -> bool {
    memchr::memchr_iter(b'\n', source).any(|end| {
        let rest = source.get(end + 1..).unwrap_or(&[]).iter();
        rest.copied().find(|byte| !INDENT.contains(&char::from(*byte))) == Some(b':')
    })
}

fn starts_item(content: &str) -> bool {
    content.starts_with(['-', '*', '+']) && content[1..].starts_with(' ')
}

fn is_definition(content: &str) -> bool {
    let rest = &content[1..];
    rest.starts_with([' ', '\t']) && !rest.trim().is_empty()
}

/// `:---|---:`, which is a line of a table.
fn is_rule_of_table(content: &str) -> bool {
    content.contains('-') && content.chars().all(|c| matches!(c, ':' | '-' | '|' | ' ' | '\t' | '\r'))
}

fn is_term(line: &str) -> bool {
    !ENDS.iter().any(|end| line.ends_with(end)) && line.chars().nth(MAX_CHARACTERS).is_none()
}

/// Whether a line is one of a block of code between fences; `fence` is the one that is open.
fn is_code<'t>(content: &'t str, fence: &mut &'t str) -> bool {
    let run = |mark: char| &content[..content.len() - content.trim_start_matches(mark).len()];
    if fence.is_empty() {
        let found = if content.starts_with('`') { run('`') } else { run('~') };
        if found.len() >= 3 {
            *fence = found;
        }
        return !fence.is_empty();
    }
    if content.starts_with(*fence) && content.trim_matches(['`', '~']).trim().is_empty() {
        *fence = "";
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_in(text: &str) -> bool {
        super::are_in(Dialect::Plain, text)
    }

    #[test]
    fn terms_and_definitions() {
        for text in [
            "Term\n: text\n",
            "a\n\nTerm\n:   text\n\n    more\n\n    ```\n    : code\n    ```\n\nNext\n:\ttext\n: and\n\n: another\n",
            "# Title\nTerm\n  : text\n",
            "> Term\n> : text\n",
            "- Term\n  : text\n",
            "Term\r\n: text\r\n",
            "Term\n: text\n\na | b\n:---|---:\nc | d\n\n```css\n:root {}\n```\n",
            "What is it?\n: A question.\n",
        ] {
            assert!(are_in(text), "{text:?}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "Term: text\n",
            "Term\n\n: text\n",
            ": text\n",
            "Two lines\nof text\n: text\n",
            "A sentence.\n: text\n",
            "Q: why?<br>\n: so\n",
            "Term  \n: text\n",
            "Term\n:text\n",
            "Term\n:\n",
            "Term\n: text\n\nWords\n:smile: words\n",
            "Term\n: text\n\n:smile:\n\nWords\n\n: text\n",
            "# Title\n: text\n",
            "```\nTerm\n: text\n```\n",
            "a | b\n:---|---:\nc | d\n",
        ] {
            assert!(!are_in(text), "{text:?}");
        }
    }

    #[test]
    fn what_their_generators_read() {
        for text in ["Term\n\n: text\n", "One\nTwo\n: text\n", "A sentence.\n:   text\n\n    more\n"] {
            for dialect in [Dialect::MkDocs, Dialect::Jekyll, Dialect::Hugo] {
                assert!(super::are_in(dialect, text), "{text:?}");
            }
        }
        for text in [": text\n", "Term\n:smile: text\n", "# Title\n: text\n", "Term\n\n\n: text\n"] {
            assert!(!super::are_in(Dialect::MkDocs, text), "{text:?}");
        }
    }
}
