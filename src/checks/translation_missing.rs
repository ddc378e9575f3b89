//! `translation-missing`: an article is not translated into all locales.

use crate::catalog::LocaleIndex;
use crate::translation::State;

use super::{Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "translation-missing",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article is not translated into all locales",
    explanation: "\
## What it does
Lists the locales that lack an article of the source. Reported once per article, at the source. Without a source, nothing is known to be missing.

## Why is this bad?
Readers of these locales get the article in another language.

## Example
```text
content/en-US/billing.md
content/de-DE/billing.md
content/he-IL/  (no billing.md)
```

## Fix
Translate it. `faqtory status --todo LOCALE` lists what to translate next.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    if compared.state != State::Source || compared.is_displaced() {
        return;
    }
    let all = compared.identity.translations.iter_enumerated();
    let lacking: Vec<LocaleIndex> = all.filter(|(_, own)| own.is_none()).map(|(locale, _)| locale).collect();
    if lacking.is_empty() {
        return;
    }
    let finding = Finding::of_file(format!("not translated into {}", compared.tags(lacking)));
    findings.push(
        &compared.article.file,
        finding.help("run `faqtory status --todo LOCALE` to see what to translate next"),
    );
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STATES, findings};
    use super::CHECK;

    #[test]
    fn states_of_translations() {
        insta::assert_snapshot!(findings(&CHECK, &STATES), @"content/en/b.md ``: not translated into lv (run `faqtory status --todo LOCALE` to see what to translate next)");
    }
}
