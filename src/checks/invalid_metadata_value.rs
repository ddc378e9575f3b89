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
Reads every value by what its key means: a title is one text, a source hash has 40 hexadecimal digits, a kind of translation is human or machine.

## Why is this bad?
A value that is not understood counts for nothing: a translation with a damaged source hash is never known to be out of date. Where it is to say whether the article is a draft, it counts as yes, so that no draft is published by accident.

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
        let (key, expected, so) = match &flaw.kind {
            FlawKind::InvalidValue { key, expected } => (key, expected, "it counts for nothing"),
            FlawKind::InvalidDraft { key, expected } => (key, expected, "the article is taken for a draft"),
            _ => continue,
        };
        let finding = Finding::new(flaw.span, format!("the value of `{key}` is not understood, so {so}"));
        findings.push(file, finding.help(format!("write {expected}")));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn values_of_the_wrong_shape() {
        let files = [
            ("content/en/a.md", "---\ntitle: [A, B]\nsource_hash: 123\ncustom_ids: 7 a*b\n---\n"),
            ("content/en/b.md", "---\ntitle: B\ndraft: no\ncustom_ids: [7, a-b]\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `title`: the value of `title` is not understood, so it counts for nothing (write one text)
        content/en/a.md `123`: the value of `source_hash` is not understood, so it counts for nothing (write 40 hexadecimal digits)
        content/en/a.md `a*b`: the value of `custom_ids` is not understood, so it counts for nothing (write IDs of letters, digits, `.`, `_` and `-`, 64 at most)
        "#);
    }
}
