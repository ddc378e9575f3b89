//! `yaml-header-syntax-error`: front matter that is not valid YAML, or never ends.

use crate::catalog::File;
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "yaml-header-syntax-error",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "the front matter is not valid YAML",
    explanation: "\
## What it does
Checks that the block between the two lines of `---` is valid YAML. If it is not, it is recovered line by line, as far as its meaning is certain.

## Why is this bad?
Keys are lost: without its custom IDs, for example, an article is not found by the product that opens it.

## Example
```yaml
---
title: Error: \"no access\"
ms.custom: [9357
---
```

## Fix
Write every key on its own line, quote values that contain `: `, ` #` or quotes, close every bracket, and end the block with a line `---`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        let finding = match &flaw.kind {
            FlawKind::Unclosed => Finding::new(flaw.span, "the front matter is never closed")
                .help("add a line `---` after the last key"),
            FlawKind::Syntax { message } => {
                let message = message.lines().next().unwrap_or_default().trim_end_matches(['.', ':', ' ']);
                Finding::new(flaw.span, format!("the front matter is not valid YAML: {message}"))
                    .help("write each key on its own line between two lines of `---`, and quote values that contain `: `, ` #` or quotes")
            }
            _ => continue,
        };
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn damage_is_reported_at_its_place() {
        let files = [
            ("content/en/a.md", "---\ntitle: A: b\n---\n"),
            ("content/en/b.md", "---\ntitle: B\nms.custom: 1\n\n# B\n"),
            ("content/en/c.md", "---\ntitle: C\nms.custom: [1\n---\n"),
            ("content/en/d.md", "---\ntitle: D\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `: b`: the front matter is not valid YAML: mapping values are not allowed in this context (write each key on its own line between two lines of `---`, and quote values that contain `: `, ` #` or quotes)
        content/en/b.md `---`: the front matter is never closed (add a line `---` after the last key)
        content/en/c.md `[1`: the front matter is not valid YAML: unclosed bracket '[' (write each key on its own line between two lines of `---`, and quote values that contain `: `, ` #` or quotes)
        "#);
    }
}
