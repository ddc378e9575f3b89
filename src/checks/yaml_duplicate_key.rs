//! `yaml-duplicate-key`: a key that stands twice in one front matter.

use crate::catalog::File;
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "yaml-duplicate-key",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a front matter key appears twice",
    explanation: "\
## What it does
Checks for keys that appear more than once in one front matter. Two spellings of one key (`date`, `ms.date`) are not duplicates: the plain one is used.

## Why is this bad?
Only the first value is used, which may not be the one that was meant. Other tools use the last one, or reject the file.

## Example
```yaml
title: Reset your password
ms.custom: 9357
ms.custom: 9358
```

## Fix
Remove one of them, or put both values into one list.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        if let FlawKind::DuplicateKey { key } = &flaw.kind {
            let finding =
                Finding::new(flaw.span, format!("duplicate key `{key}`; only the first one is used"))
                    .help("remove one of them");
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
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `title`: duplicate key `title`; only the first one is used (remove one of them)
        content/en/a.md `x`: duplicate key `x`; only the first one is used (remove one of them)
        ");
    }
}
