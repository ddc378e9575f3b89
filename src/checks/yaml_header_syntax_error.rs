//! `yaml-header-syntax-error`: front matter that is not valid YAML, TOML or JSON, or never ends.

use crate::catalog::File;
use crate::front_matter::{FlawKind, Format};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "yaml-header-syntax-error",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "the front matter is not valid YAML, TOML or JSON",
    explanation: "\
## What it does
Reads the block between two lines of `---` as YAML, that between two lines of `+++` as TOML, and an object at the very beginning of the file as JSON. What cannot be read so is saved line by line, as far as the meaning is certain.

## Why is this bad?
Keys are lost: an article without its custom IDs is not found by the product that opens it.

## Example
```yaml
---
title: Error: \"no access\"
ms.custom: [9357
---
```

## Fix
Write every key on a line of its own, quote values that hold `: `, ` #` or quotes, close every bracket, and end the block with a line `---`. In TOML and JSON, all texts stand in quotes.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        let format = file.front_matter.format;
        let finding = match &flaw.kind {
            FlawKind::Unclosed => Finding::new(flaw.span, "the front matter never ends").help(match format {
                Format::Yaml => "write a line `---` behind the last key",
                Format::Toml => "write a line `+++` behind the last key",
                Format::Json => "write a line `}` behind the last key",
            }),
            FlawKind::Syntax { message } => {
                let message = message.lines().next().unwrap_or_default().trim_end_matches(['.', ':', ' ']);
                let name = format.name();
                Finding::new(flaw.span, format!("the front matter is not valid {name}: {message}"))
                    .help(sound(format))
            }
            _ => continue,
        };
        findings.push(file, finding);
    }
}

/// What sound front matter looks like.
fn sound(format: Format) -> &'static str {
    match format {
        Format::Yaml => {
            "write each key on a line of its own between two lines `---`, and quote values with `: `, ` #` or quotes in them"
        }
        Format::Toml => {
            "write each key once, as `key = \"value\"` on a line of its own between two lines `+++`"
        }
        Format::Json => {
            "write each key as `\"key\": \"value\"`, a comma between them, and nothing behind the last brace"
        }
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
            ("content/en/e.md", "+++\ntitle = E\nweight = 1\n+++\n"),
            ("content/en/f.md", "+++\ntitle = \"F\"\n\n# F\n"),
            ("content/en/g.md", "{\n  \"title\": \"G\"\n  \"weight\": 1\n}\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `: b`: the front matter is not valid YAML: mapping values are not allowed in this context (write each key on a line of its own between two lines `---`, and quote values with `: `, ` #` or quotes in them)
        content/en/b.md `---`: the front matter never ends (write a line `---` behind the last key)
        content/en/c.md `[1`: the front matter is not valid YAML: unclosed bracket '[' (write each key on a line of its own between two lines `---`, and quote values with `: `, ` #` or quotes in them)
        content/en/e.md `E`: the front matter is not valid TOML: string values must be quoted, expected literal string (write each key once, as `key = "value"` on a line of its own between two lines `+++`)
        content/en/f.md `+++`: the front matter never ends (write a line `+++` behind the last key)
        content/en/g.md `"weight": 1`: the front matter is not valid JSON: expected `,` or `}` (write each key as `"key": "value"`, a comma between them, and nothing behind the last brace)
        "#);
    }
}
