//! `translation-outdated`: the source has changed since the translation was made.

use crate::catalog::File;
use crate::translation::{Basis, State};

use super::{Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "translation-outdated",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "the source has changed since the translation was made",
    explanation: "\
## What it does
Compares the source hash of the translation (`source_hash`, `ms.openlocfilehash`) with the text of its source. Where the source is not at hand, the newest hash among the locales is the newest version known.

## Why is this bad?
Readers of the translation read what is no longer so. Their page says so, but that does not help them.

## Example
```markdown
---
source_hash: 0123456789012345678901234567890123456789
---
```

## Fix
Translate the change, which `faqtory status --diff ARTICLE LOCALE` shows, and then run `faqtory stamp --article ARTICLE`.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let State::Outdated { newest } = compared.state else { return };
    let front_matter = &compared.article.file.front_matter;
    let Some(hash) = &front_matter.source_hash else { return };
    let newest = &compared.catalog.articles[newest].file;
    let finding = match compared.basis {
        Basis::Source => {
            Finding::new(hash.span, format!("`{}` has changed since this was translated", newest.path)).help(
                format!(
                    "`faqtory status --diff {} {}` shows the change",
                    compared.identity.id,
                    compared.catalog.locales[compared.article.locale].locale.tag()
                ),
            )
        }
        Basis::Siblings => {
            let date = |file: &File| file.front_matter.translated.as_ref().map(|date| date.value.iso());
            let dates = date(&compared.article.file).zip(date(newest));
            let dates = dates.map(|(own, newest)| format!(": it is of {newest}, this one of {own}"));
            let message = format!(
                "`{}` was translated from another version of the source{}",
                newest.path,
                dates.unwrap_or_default()
            );
            Finding::new(hash.span, message)
                .help("translate this one from the newest version of the source too")
        }
    };
    findings.push(&compared.article.file, finding);
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STATES, STATES_WITHOUT_SOURCE, findings};
    use super::CHECK;

    #[test]
    fn states_of_translations() {
        insta::assert_snapshot!(findings(&CHECK, &STATES), @r#"
        content/lv/a.md `0123456789012345678901234567890123456789`: `content/en/a.md` has changed since this was translated (`faqtory status --diff a lv` shows the change)
        content/sl/b.md `0123456789012345678901234567890123456789`: `content/en/b.md` has changed since this was translated (`faqtory status --diff b sl` shows the change)
        "#);
    }

    #[test]
    fn without_a_source() {
        insta::assert_snapshot!(findings(&CHECK, &STATES_WITHOUT_SOURCE), @"content/he/a.md `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`: `content/lv/a.md` was translated from another version of the source: it is of 2021-03-04, this one of 2020-01-02 (translate this one from the newest version of the source too)");
    }
}
