//! `misspelt-key`: a key of the front matter with a slip in it.

use crate::catalog::File;
use crate::diagnostic::Applicability;
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "misspelt-key",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a front matter key is misspelt",
    explanation: "\
## What it does
Checks for unknown keys that are almost a known one: different punctuation, a wrong letter, a full-width colon, or text pasted into the key. Faqtory still uses the value if the correct key is absent.

## Why is this bad?
Other tools silently ignore such a key, and lose its value.

## Example
```yaml
ms,.custom: 9357
```

## Fix
Write the known key. `check --fix` does this if only punctuation and letter case differ.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        let FlawKind::MisspeltKey { written, known } = &flaw.kind else { continue };
        let finding = Finding::new(flaw.span, format!("unknown key `{written}`"));
        if stands_in(file, known) {
            findings.push(file, finding.help(format!("`{known}` is already present: remove one of them")));
            continue;
        }
        let mut finding = finding.help(format!("write `{known}`"));
        if flaw.span.slice(&file.text) == written {
            let colon = if written.ends_with('：') { ": " } else { "" };
            finding = finding.fix(certainty(written, known), flaw.span, format!("{known}{colon}"));
        }
        findings.push(file, finding);
    }
}

/// Whether the front matter has the key, read or not.
fn stands_in(file: &File, key: &str) -> bool {
    let block = file.front_matter.span.map_or("", |span| span.slice(&file.text)).to_ascii_lowercase();
    block.match_indices(key).any(|(at, _)| {
        let before = block[..at].chars().next_back();
        before.is_none_or(char::is_whitespace) && block[at + key.len()..].trim_start().starts_with(':')
    })
}

/// Nobody but the author knows whether another letter was a slip.
fn certainty(written: &str, known: &str) -> Applicability {
    let letters = |key: &str| {
        let letters = key.chars().filter(|character| character.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    if letters(written) == letters(known) { Applicability::Safe } else { Applicability::Unsafe }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn slips_and_what_to_write() {
        let files = [
            ("content/en/a.md", "---\ntitle: A\nms,.custom: 1\nms.topci: x\n---\n"),
            ("content/en/b.md", "---\ntitle：B\nms.custom: 1\nms-custom: 2\n---\n"),
            ("content/en/c.md", "---\ntitle: C\nms.custom: 1\nowner: me\n---\n"),
            ("content/en/d.md", "---\ntitle: \"D\" x MS. Author: a author: b ms.custom: 1\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `ms,.custom`: unknown key `ms,.custom` (write `ms.custom`)
          Safe: `ms,.custom` → `ms.custom`
        content/en/a.md `ms.topci`: unknown key `ms.topci` (write `ms.topic`)
          Unsafe: `ms.topci` → `ms.topic`
        content/en/b.md `title：`: unknown key `title：` (write `title`)
          Safe: `title：` → `title: `
        content/en/b.md `ms-custom`: unknown key `ms-custom` (`ms.custom` is already present: remove one of them)
        content/en/d.md `MS. Author`: unknown key `MS. Author` (write `ms.author`)
          Safe: `MS. Author` → `ms.author`
        ");
    }
}
