//! `translation-outdated`: the source, or something that it includes, has changed since the translation was made.

use crate::catalog::File;
use crate::translation::{Basis, Cause, State};

use super::{Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "translation-outdated",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the source has changed since the translation was made",
    explanation: "\
## What it does
Compares the source hash of the translation (`source_hash`, `ms.openlocfilehash`) with the text of its source. Without the source, the newest hash among the locales counts as the latest version. A translation is outdated too if it includes a file that is outdated or not translated; an include without a source hash says nothing.

## Why is this bad?
Readers of the translation get outdated information. The page says so, but that does not help them.

## Example
```markdown
---
source_hash: 0123456789012345678901234567890123456789
---
```

## Fix
Translate the change, which `faqtory status --diff ARTICLE LOCALE` shows, and then run `faqtory stamp --article ARTICLE`. If an include is to blame, translate that one; `--article` takes its path too.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let State::Outdated { newest } = compared.state else { return };
    if !matches!(compared.own_state, State::Outdated { .. }) {
        return findings.push(&compared.article.file, included(compared));
    }
    let front_matter = &compared.article.file.front_matter;
    let Some(hash) = &front_matter.source_hash else { return };
    let newest = &compared.catalog.articles[newest].file;
    let finding = match compared.basis {
        Basis::Source => {
            Finding::new(hash.span, format!("`{}` has changed since this was translated", newest.path)).help(
                format!(
                    "run `faqtory status --diff {} {}` to see the change",
                    compared.identity.id,
                    compared.catalog.locales[compared.article.locale].locale.tag()
                ),
            )
        }
        Basis::Siblings => {
            let date = |file: &File| file.front_matter.translated.as_ref().map(|date| date.value.iso());
            let dates = date(&compared.article.file).zip(date(newest));
            let dates = dates.map(|(own, newest)| format!(", on {newest}; this one on {own}"));
            let message = format!(
                "`{}` was translated from another version of the source{}",
                newest.path,
                dates.unwrap_or_default()
            );
            Finding::new(hash.span, message)
                .help("update this translation to the latest version of the source")
        }
    };
    findings.push(&compared.article.file, finding);
}

/// What its includes say where its own text is current.
fn included(compared: &Compared<'_>) -> Finding {
    let hash = compared.article.file.front_matter.source_hash.as_ref();
    let name = |cause: &Cause| {
        let is_there = cause.is_change(compared.catalog, compared.article.locale);
        format!("`{}`, which {}", cause.path, if is_there { "is outdated" } else { "is not translated" })
    };
    let message = match compared.causes {
        [] => String::new(),
        [only] => format!("this includes {}", name(only)),
        [first, others @ ..] => format!("this includes {}, and {} more", name(first), others.len()),
    };
    let tag = compared.catalog.locales[compared.article.locale].locale.tag();
    let path = compared.causes.first().map_or("", |cause| &cause.path);
    Finding::new(hash.map(|hash| hash.span).unwrap_or_default(), message)
        .help(format!("translate it, then run `faqtory stamp --locale {tag} --article {path}`"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STATES, STATES_WITHOUT_SOURCE, findings};
    use super::CHECK;

    #[test]
    fn states_of_translations() {
        insta::assert_snapshot!(findings(&CHECK, &STATES), @"
        content/lv/a.md `0123456789012345678901234567890123456789`: `content/en/a.md` has changed since this was translated (run `faqtory status --diff a lv` to see the change)
        content/sl/b.md `0123456789012345678901234567890123456789`: `content/en/b.md` has changed since this was translated (run `faqtory status --diff b sl` to see the change)
        ");
    }

    #[test]
    fn without_a_source() {
        insta::assert_snapshot!(findings(&CHECK, &STATES_WITHOUT_SOURCE), @"content/he/a.md `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`: `content/lv/a.md` was translated from another version of the source, on 2021-03-04; this one on 2020-01-02 (update this translation to the latest version of the source)");
    }
}
