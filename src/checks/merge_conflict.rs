//! `merge-conflict`: the marks that git leaves where two versions differ.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::line_end::with_line_feeds;
use crate::markdown::BlockKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "merge-conflict",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a file contains merge conflict markers",
    explanation: "\
## What it does
Checks for the lines `<<<<<<<`, `=======` and `>>>>>>>` of an unresolved merge conflict, in front matter and text. Code blocks are ignored.

## Why is this bad?
Readers see both versions and the markers, and programs cannot read the front matter.

## Example
```text
<<<<<<< HEAD
Choose Reset password.
=======
Choose Reset.
>>>>>>> main
```

## Fix
Keep one of the versions and remove the three marker lines.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    if !file.text.contains(">>>>>>> ") {
        return;
    }
    let mut start: Option<Span> = None;
    let mut parted = false;
    let mut at = 0;
    let text = with_line_feeds(&file.text);
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let span = Span::new(at, at + content.len());
        at += line.len();
        if content.starts_with("<<<<<<< ") || content == "<<<<<<<" {
            (start, parted) = (Some(span), false);
        } else if content == "=======" {
            parted = true;
        } else if content.starts_with(">>>>>>> ")
            && parted
            && let Some(first) = start.take().filter(|first| !is_code(file, *first))
        {
            let finding = Finding::new(first, "unresolved merge conflict")
                .help("keep one of the versions and remove the three marker lines");
            findings.push(file, finding);
        }
    }
}

fn is_code(file: &File, span: Span) -> bool {
    let mut blocks = file.document.blocks.iter().filter(|block| block.kind == BlockKind::Code);
    blocks.any(|block| block.span.start <= span.start && span.end <= block.span.end)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_front_matter_and_text() {
        let conflict = "<<<<<<< HEAD\r\na: 1\r\n=======\r\na: 2\r\n>>>>>>> main\r\n";
        let code = format!("# C\n\n```\n{conflict}```\n\n<<<<<<< x\n\n>>>>>>> y\n");
        let files = [
            ("content/en/a.md", &*format!("---\ntitle: A\n{conflict}---\n# A\n")),
            ("content/en/b.md", &*format!("# B\n\n{conflict}\n{conflict}")),
            ("content/en/c.md", &*code),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/en/a.md `<<<<<<< HEAD`: unresolved merge conflict (keep one of the versions and remove the three marker lines)
        content/en/b.md `<<<<<<< HEAD`: unresolved merge conflict (keep one of the versions and remove the three marker lines)
        content/en/b.md `<<<<<<< HEAD`: unresolved merge conflict (keep one of the versions and remove the three marker lines)
        ");
    }
}
