//! `yaml-duplicate-key`: a key that stands twice in one front matter.

use crate::catalog::File;
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "yaml-duplicate-key",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a front matter key appears twice",
    explanation: "\
## What it does
Compares the keys of each front matter. Two spellings of one key (`date`, `ms.date`) are no duplicates: the plain one counts.

## Why is this bad?
Only the first value counts, which may not be the one that was meant. Other tools take the last one, or refuse the file.

## Example
```yaml
title: Reset your password
ms.custom: 9357
ms.custom: 9358
```

## Fix
Take one of them away, or put both values into one list.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        if let FlawKind::DuplicateKey { key } = &flaw.kind {
            let finding = Finding::new(
                flaw.span,
                format!("the key `{key}` appears here again, and only the first one counts"),
            )
            .help("take one of them away");
            findings.push(file, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn the_second_one_is_reported() {
        let files = [("content/en/a.md", "---\ntitle: A\nx: 1\ntitle: B\nx: 2\n---\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `title`: the key `title` appears here again, and only the first one counts (take one of them away)
        content/en/a.md `x`: the key `x` appears here again, and only the first one counts (take one of them away)
        "#);
    }
}
