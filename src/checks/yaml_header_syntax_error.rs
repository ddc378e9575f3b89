//! `yaml-header-syntax-error`: front matter that is not valid YAML, TOML or JSON, or never ends.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Fix};
use crate::front_matter::{FlawKind, Format, FrontMatter, SECOND_BLOCK};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "yaml-header-syntax-error",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "the front matter is not valid YAML, TOML or JSON",
    explanation: "\
## What it does
Checks that the front matter is valid: YAML between two lines of `---`, TOML between two lines of `+++`, or a JSON object at the very start of the file. If it is not, it is recovered line by line, as far as its meaning is certain.

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
Write every key on its own line, quote values that contain `: `, ` #` or quotes, close every bracket, and end the block with a line `---`. In TOML and JSON, quote every text. `check --fix` writes the lines around the block and the quotes, where that leaves every value as it was read.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let is_damage = |kind: &FlawKind| matches!(kind, FlawKind::Syntax { .. } | FlawKind::Unclosed);
    let is_damaged = file.front_matter.flaws.iter().any(|flaw| is_damage(&flaw.kind));
    let mut edits = if is_damaged { FrontMatter::repairs(&file.text) } else { Vec::new() };
    for flaw in &file.front_matter.flaws {
        let format = file.front_matter.format;
        let mut finding = match &flaw.kind {
            FlawKind::Unclosed => {
                Finding::new(flaw.span, "the front matter is never closed").help(match format {
                    Format::Yaml => "add a line `---` after the last key",
                    Format::Toml => "add a line `+++` after the last key",
                    Format::Json => "add a line `}` after the last key",
                })
            }
            FlawKind::Syntax { message } if message == SECOND_BLOCK => Finding::new(flaw.span, SECOND_BLOCK)
                .help("merge the two blocks: write all keys between the first two lines of `---`"),
            FlawKind::Syntax { message } => {
                let message = message.lines().next().unwrap_or_default().trim_end_matches(['.', ':', ' ']);
                let name = format.name();
                Finding::new(flaw.span, format!("the front matter is not valid {name}: {message}"))
                    .help(sound(format))
            }
            _ => continue,
        };
        // One fix for all that is wrong with the block.
        if !edits.is_empty() {
            let edits = std::mem::take(&mut edits);
            finding.fix = Some(Fix { applicability: Applicability::Safe, edits });
        }
        findings.push(file, finding);
    }
}

/// What sound front matter looks like.
fn sound(format: Format) -> &'static str {
    match format {
        Format::Yaml => {
            "write each key on its own line between two lines of `---`, and quote values that contain `: `, ` #` or quotes"
        }
        Format::Toml => {
            "write each key once, as `key = \"value\"`, on its own line between two lines of `+++`"
        }
        Format::Json => {
            "write each key as `\"key\": \"value\"`, with commas between them, and nothing after the last brace"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn two_blocks_and_text_on_the_line_of_a_fence() {
        let files = [
            ("content/en/a.md", "---\ntitle: A\n---\n---\ndescription: b\n---\n\n# A\n"),
            ("content/en/b.md", "---\ntitle: B\n---# B\n\nText.\n\n---\n\nMore.\n"),
            ("content/en/c.md", "---\n\nImportant: back up your data before you start.\n\n---\n\n# C\n"),
            ("content/en/d.md", "---\n\ntitle: Back up your data\n\n---\n\n# C\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `---
        `: a second block of front matter follows the first one (merge the two blocks: write all keys between the first two lines of `---`)
        content/en/b.md `---`: the front matter is never closed (add a line `---` after the last key)
          Safe: `` → `
        `
        ");
    }

    #[test]
    fn damage_is_reported_at_its_place() {
        let files = [
            ("content/en/a.md", "---\ntitle: A: b\n---\n"),
            ("content/en/b.md", "---\ntitle: B\nms.custom: 1\n\n# B\n"),
            ("content/en/c.md", "---\ntitle: C\nms.custom: [1\n---\n"),
            ("content/en/d.md", "---\ntitle: D\n---\n"),
            ("content/en/e.md", "+++\ntitle = E\nweight = 1\n+++\n"),
            ("content/en/f.md", "+++\ntitle = \"F\"\n\n# F\n"),
            ("content/en/g.md", "{\n  \"title\": \"G\"\n  \"weight\": 1\n}\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `: b`: the front matter is not valid YAML: mapping values are not allowed in this context (write each key on its own line between two lines of `---`, and quote values that contain `: `, ` #` or quotes)
          Safe: `A: b` → `"A: b"`
        content/en/b.md `---`: the front matter is never closed (add a line `---` after the last key)
          Safe: `` → `---
        `
        content/en/c.md `[1`: the front matter is not valid YAML: unclosed bracket '[' (write each key on its own line between two lines of `---`, and quote values that contain `: `, ` #` or quotes)
        content/en/e.md `E`: the front matter is not valid TOML: string values must be quoted, expected literal string (write each key once, as `key = "value"`, on its own line between two lines of `+++`)
        content/en/f.md `+++`: the front matter is never closed (add a line `+++` after the last key)
          Safe: `` → `+++
        `
        content/en/g.md `"weight": 1`: the front matter is not valid JSON: expected `,` or `}` (write each key as `"key": "value"`, with commas between them, and nothing after the last brace)
        "#);
    }
}
