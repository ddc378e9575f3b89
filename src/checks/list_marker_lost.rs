//! `list-marker-lost`: a list item is shown as text.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Edit, Fix, Span};

use super::check::{LostKind, lost_markers};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "list-marker-lost",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a list item is shown as text",
    explanation: "\
## What it does
Finds markers that make no list: `1.Text` without the space behind the full stop, next to an item with the number before or behind it, and `-. Text`.

## Why is this bad?
Readers see one long paragraph instead of steps. Translation engines often remove the space.

## Example
```markdown
1.Open the settings.
2.Turn it on.
```

## Fix
Write a space behind the marker, as in `1. Open`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let lost = lost_markers(&file.document, &file.text);
    for run in lost.chunk_by(|a, b| a.run == b.run) {
        let Some(first) = run.first() else { continue };
        let shown = first.span.slice(&file.text);
        let message = match (run.len(), first.kind) {
            (1, LostKind::Glued) => format!("`{shown}` makes no list item: no space follows it"),
            (1, LostKind::Dash) => format!("`{shown}` makes no list item"),
            (count, LostKind::Glued) => {
                format!(
                    "`{shown}` and the {} after it make no list: no space follows them",
                    markers(count - 1)
                )
            }
            (count, LostKind::Dash) => {
                format!("`{shown}` and the {} after it make no list", markers(count - 1))
            }
        };
        let help = match first.kind {
            LostKind::Glued => format!("write `{shown}` and a space"),
            LostKind::Dash => "write `-` and a space".to_owned(),
        };
        let edits = run.iter().map(|marker| match marker.kind {
            LostKind::Glued => {
                let end = marker.span.end as usize;
                Edit { span: Span::new(end, end), text: " ".to_owned() }
            }
            LostKind::Dash => Edit { span: marker.span, text: "-".to_owned() },
        });
        let fix = Fix { applicability: Applicability::Unsafe, edits: edits.collect() };
        let mut finding = Finding::new(first.span, message).help(help);
        finding.fix = Some(fix);
        findings.push(file, finding);
    }
}

fn markers(count: usize) -> String {
    if count == 1 { "marker".to_owned() } else { format!("{count} markers") }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn markers_in_many_languages() {
        let files = [
            ("content/en/a.md", "# A\n\n1.Open it.\n2.Close it.\n3.Wait.\n"),
            ("content/ja/a.md", "# A\n\n1.開きます。\n\n2.閉じます。\n"),
            ("content/he/a.md", "# A\n\n1. פתחו.\n\n2.סגרו.\n"),
            ("content/ru/a.md", "# A\n\n-. Откройте.\n\n-. Закройте.\n"),
            ("content/de/a.md", "# A\n\n1.Mai und 2. Mai.\n\n-. Öffnen.\n"),
            ("content/th/a.md", "# A\n\n1)เปิด\n2)ปิด\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `-.`: `-.` makes no list item (write `-` and a space)
          Unsafe: `-.` → `-`
        content/en/a.md `1.`: `1.` and the 2 markers after it make no list: no space follows them (write `1.` and a space)
          Unsafe: `` → ` `, `` → ` `, `` → ` `
        content/he/a.md `2.`: `2.` makes no list item: no space follows it (write `2.` and a space)
          Unsafe: `` → ` `
        content/ja/a.md `1.`: `1.` and the marker after it make no list: no space follows them (write `1.` and a space)
          Unsafe: `` → ` `, `` → ` `
        content/ru/a.md `-.`: `-.` and the marker after it make no list (write `-` and a space)
          Unsafe: `-.` → `-`, `-.` → `-`
        content/th/a.md `1)`: `1)` and the marker after it make no list: no space follows them (write `1)` and a space)
          Unsafe: `` → ` `, `` → ` `
        ");
    }
}
