//! `invalid-metadata-value`: a value of the front matter that cannot be what its key asks for.

use crate::catalog::File;
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-metadata-value",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a front matter value is invalid",
    explanation: "\
## What it does
Checks that every value fits its key: a title is a single text, a source hash has 40 hexadecimal digits, a translation type is human or machine.

## Why is this bad?
An invalid value is ignored: a translation with a damaged source hash, for example, never becomes outdated.

## Example
```yaml
source_hash: 12345
draft: maybe
```

## Fix
Write a value of the kind that the help names.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        if let FlawKind::InvalidValue { key, expected } = &flaw.kind {
            let finding = Finding::new(flaw.span, format!("the value of `{key}` is invalid and is ignored"))
                .help(format!("write {expected}"));
            findings.push(file, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn values_of_the_wrong_shape() {
        let files = [
            (
                "content/en/a.md",
                "---\ntitle: [A, B]\nsource_hash: 123\ndraft: maybe\ncustom_ids: 7 a*b\n---\n",
            ),
            ("content/en/b.md", "---\ntitle: B\ndraft: no\ncustom_ids: [7, a-b]\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `title`: the value of `title` is invalid and is ignored (write a single text)
        content/en/a.md `123`: the value of `source_hash` is invalid and is ignored (write 40 hexadecimal digits)
        content/en/a.md `maybe`: the value of `draft` is invalid and is ignored (write `true` or `false`)
        content/en/a.md `a*b`: the value of `custom_ids` is invalid and is ignored (write IDs of at most 64 letters, digits, `.`, `_` and `-`)
        ");
    }
}
