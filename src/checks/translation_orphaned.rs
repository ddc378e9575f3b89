//! `translation-orphaned`: the source does not have this article.

use crate::translation::State;

use super::{Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "translation-orphaned",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the source does not have this article",
    explanation: "\
## What it does
Checks for translations whose article ID does not exist in the source locale.

## Why is this bad?
An article that was removed or renamed in the source lives on in this language. If it was renamed, its translation is no longer connected to it.

## Example
```text
content/en-US/password/reset.md
content/de-DE/password/zuruecksetzen.md
```

## Fix
If the source was renamed, rename the translation in the same way. If it was removed, remove the translation. If the article is meant for this locale only, ignore this.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let (State::Orphaned, Some(source)) = (compared.state, compared.catalog.source) else { return };
    if compared.is_displaced() {
        return;
    }
    let tag = compared.catalog.locales[source].locale.tag();
    let finding = Finding::of_file(format!("there is no `{}` in {tag}", compared.identity.id));
    findings.push(
        &compared.article.file,
        finding.help("rename it like its source, remove it, or keep it if it is meant for this locale only"),
    );
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STATES, findings};
    use super::CHECK;

    #[test]
    fn states_of_translations() {
        insta::assert_snapshot!(findings(&CHECK, &STATES), @"content/lv/c.md ``: there is no `c` in en (rename it like its source, remove it, or keep it if it is meant for this locale only)");
    }
}
