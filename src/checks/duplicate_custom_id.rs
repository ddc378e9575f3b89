//! `duplicate-custom-id`: a custom ID that an article has twice.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-custom-id",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "a custom ID appears twice in one article",
    explanation: "\
## What it does
Checks for custom IDs that an article lists more than once.

## Why is this bad?
One of the two is probably a typo for another ID, which then opens nothing.

## Example
```yaml
ms.custom:
- \"9357\"
- \"9357\"
```

## Fix
Remove one of them, which `check --fix` does, or write the ID that was meant.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let ids = &file.front_matter.custom_ids;
    for (at, id) in ids.iter().enumerate().skip(1) {
        if !ids[..at].iter().any(|other| other.value == id.value) {
            continue;
        }
        let finding = Finding::new(id.span, format!("duplicate custom ID `{}`", id.value))
            .help("remove it, or write the ID that was meant");
        // From the end of the ID before to the end of this one is a separator and an ID.
        let gap = Span { start: ids[at - 1].span.end, end: id.span.start };
        findings.push(
            file,
            match is_separator(&file.text, ids[at - 1].span, gap, id.span) {
                true => finding.fix(Applicability::Safe, Span { start: gap.start, end: id.span.end }, ""),
                false => finding,
            },
        );
    }
}

/// Whether nothing but punctuation stands between two IDs that are quoted alike.
fn is_separator(text: &str, before: Span, gap: Span, id: Span) -> bool {
    let around = |span: Span| {
        let quote = |c: Option<char>| c.filter(|c| matches!(c, '"' | '\''));
        let start = text.get(..span.start as usize).and_then(|text| text.chars().next_back());
        let end = text.get(span.end as usize..).and_then(|text| text.chars().next());
        (quote(start), quote(end))
    };
    let between = gap.slice(text);
    let (first, second) = (around(before), around(id));
    !between.is_empty()
        && !between.contains(char::is_alphanumeric)
        && !between.contains(['#', '[', ']'])
        && (first == second
            || first == (second.0, None) && second.0.is_none()
            || first.1.is_none() && second.0.is_none())
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn every_way_of_writing_a_list() {
        let files = [
            ("content/en/a.md", "---\ntitle: A\nms.custom:\n- \"12\"\n- \"34\"\n- \"12\"\n---\n"),
            ("content/en/b.md", "---\ntitle: A\nms.custom: [\"12\", \"12\"]\n---\n"),
            ("content/en/c.md", "---\ntitle: A\nms.custom: '12, 34, 12'\n---\n"),
            ("content/en/d.md", "---\ntitle: A\nms.custom: 12/tag/12\n---\n"),
            ("content/en/e.md", "---\ntitle: A\nms.custom: 12, 012\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `12`: duplicate custom ID `12` (remove it, or write the ID that was meant)
          Safe: `"
        - "12` → ``
        content/en/b.md `12`: duplicate custom ID `12` (remove it, or write the ID that was meant)
          Safe: `", "12` → ``
        content/en/c.md `12`: duplicate custom ID `12` (remove it, or write the ID that was meant)
          Safe: `, 12` → ``
        content/en/d.md `12`: duplicate custom ID `12` (remove it, or write the ID that was meant)
        "#);
    }
}
