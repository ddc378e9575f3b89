//! `prose-as-code`: a paragraph that is indented so far that it is shown as code.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "prose-as-code",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an indented paragraph is shown as code",
    explanation: "\
## What it does
Checks for indented code within a list that holds bold text or links: a paragraph of an item that is indented by four columns more than the text of the item.

## Why is this bad?
Readers see asterisks and addresses, in a box, and cannot follow the links.

## Example
```markdown
1. Open the settings.

            **Save**, then see [the guide](https://example.com).
```

## Fix
Indent the paragraph as far as the text of its item. If it is to be code, put it between lines of three backticks.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let blocks = &file.document.blocks;
    let pairs = blocks.iter().zip(blocks.iter().skip(1));
    for (before, block) in pairs.filter(|(_, block)| block.kind == BlockKind::Code) {
        let written = block.span.slice(&file.text);
        if is_fenced(file, block) || !is_of_list(file, before) || !has_markup(written) {
            continue;
        }
        let line = written.lines().next().unwrap_or("").trim_end();
        let start = block.span.start as usize + line.len() - line.trim_start().len();
        let span = Span::new(start, start + line.trim_start().len());
        findings.push(
            file,
            Finding::new(
                span,
                "this text is shown as code: it is indented by four columns more than its item",
            )
            .help("indent it as far as the text of the item"),
        );
    }
}

/// Whether it is code between fences, which means what it says.
fn is_fenced(file: &File, block: &Block) -> bool {
    let start = block.span.start as usize;
    let line = file.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let begins = file.text[line..].trim_start_matches([' ', '\t', '>']);
    let above = file.text[..line].trim_end().lines().next_back().unwrap_or("");
    [begins, above.trim_start_matches([' ', '\t', '>'])]
        .iter()
        .any(|line| line.starts_with("```") || line.starts_with("~~~"))
}

/// Whether a block is a list item or lies in one.
fn is_of_list(file: &File, block: &Block) -> bool {
    let start = block.span.start as usize;
    let line = file.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    block.kind == BlockKind::ListItem
        || block.kind == BlockKind::Paragraph && file.text[line..start].ends_with(char::is_whitespace)
}

/// Whether it holds a link, or bold text.
fn has_markup(code: &str) -> bool {
    let is_comment = code.contains("/*") || code.contains("*/");
    code.lines().any(|line| has_link(line) || !is_comment && has_bold(line))
}

/// `[text](https://…)`.
fn has_link(line: &str) -> bool {
    line.match_indices("](http").any(|(at, _)| line[..at].contains('['))
}

/// `**text**`: white space outside of its stars, and a letter of more than ASCII or a second word in the line.
fn has_bold(line: &str) -> bool {
    let pieces: Vec<&str> = line.split("**").collect();
    let bold = pieces.iter().enumerate().skip(1).step_by(2).find(|(at, piece)| {
        *at + 1 < pieces.len()
            && piece.contains(char::is_alphabetic)
            && !piece.starts_with(char::is_whitespace)
            && !piece.ends_with(char::is_whitespace)
            && pieces[at - 1].chars().next_back().is_none_or(|c| c.is_whitespace() || !c.is_ascii())
    });
    bold.is_some() && line.split_whitespace().count() > 2
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn paragraphs_that_are_indented_too_far() {
        let files = [
            ("content/de/a.md", "# A\n\n- a\n\n          Siehe **Konten** und mehr.\n"),
            ("content/en/a.md", "# A\n\n1. a\n\n            **[Save]** then [b](https://e.org)\n"),
            ("content/he/a.md", "# A\n\n1. א\n\n   ב\n\n           לחץ על **שמור** כעת.\n"),
            ("content/ja/a.md", "# A\n\n1. a\n\n            **[保存]** を選び、 [b](https://e.org)\n"),
            ("content/ru/a.md", "# A\n\n1. a\n\n\t\tСм. [б](https://e.org).\n"),
            ("content/th/a.md", "# A\n\n- ก\n\n        คลิก **ข** แล้ว ค\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `Siehe **Konten** und mehr.`: this text is shown as code: it is indented by four columns more than its item (indent it as far as the text of the item)
        content/en/a.md `**[Save]** then [b](https://e.org)`: this text is shown as code: it is indented by four columns more than its item (indent it as far as the text of the item)
        content/he/a.md `לחץ על **שמור** כעת.`: this text is shown as code: it is indented by four columns more than its item (indent it as far as the text of the item)
        content/ja/a.md `**[保存]** を選び、 [b](https://e.org)`: this text is shown as code: it is indented by four columns more than its item (indent it as far as the text of the item)
        content/ru/a.md `См. [б](https://e.org).`: this text is shown as code: it is indented by four columns more than its item (indent it as far as the text of the item)
        content/th/a.md `คลิก **ข** แล้ว ค`: this text is shown as code: it is indented by four columns more than its item (indent it as far as the text of the item)
        ");
    }

    #[test]
    fn code_that_is_meant() {
        let text = "# A\n\n    **bold** of no list\n\n- a\n\n        int **a, **b; /** x **/ f(**kwargs, **y)\n\n- b\n\n  ```markdown\n  **bold** as an example [b](https://e.org)\n  ```\n\n- c\n\n        curl https://e.org/x\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
