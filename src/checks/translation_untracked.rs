//! `translation-untracked`: a translation does not say what it was made from.

use crate::translation::{Basis, State};

use super::{Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "translation-untracked",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a translation does not say what it was made from",
    explanation: "\
## What it does
Checks for translations without a source hash (`source_hash`, `ms.openlocfilehash`), in projects where other translations have one.

## Why is this bad?
When the source changes, nobody notices: neither translators nor readers learn of it.

## Example
```markdown
---
title: Zurücksetzen
---
```

## Fix
If the translation is up to date, run `faqtory stamp`, which writes the hash.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    // Where nobody records hashes, nobody forgot one.
    if compared.state != State::Untracked || compared.catalog.hashed == 0 || !is_tracked(compared) {
        return;
    }
    let finding = Finding::of_file("the translation does not say what it was made from");
    findings.push(
        &compared.article.file,
        finding.help(match compared.basis {
            Basis::Source => "if it is up to date, run `faqtory stamp` to write its source hash",
            Basis::Siblings => "add the source hash of the file it was made from to its front matter",
        }),
    );
}

/// Whether there is something to compare with.
fn is_tracked(compared: &Compared<'_>) -> bool {
    let mut others = compared.identity.translations.iter().flatten();
    compared.basis == Basis::Source
        || others.any(|&other| compared.catalog.articles[other].file.front_matter.source_hash.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STATES, STATES_WITHOUT_SOURCE, findings};
    use super::CHECK;

    #[test]
    fn states_of_translations() {
        insta::assert_snapshot!(findings(&CHECK, &STATES), @"content/sl/a.md ``: the translation does not say what it was made from (if it is up to date, run `faqtory stamp` to write its source hash)");
    }

    #[test]
    fn without_a_source() {
        insta::assert_snapshot!(findings(&CHECK, &STATES_WITHOUT_SOURCE), @"content/sl/a.md ``: the translation does not say what it was made from (add the source hash of the file it was made from to its front matter)");
    }
}
