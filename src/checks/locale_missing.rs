//! `locale-missing`: an article that does not say which locale it is in.

use crate::catalog::{Article, Catalog, LocaleOrigin};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "locale-missing",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "the locale of an article is unknown",
    explanation: "\
## What it does
In a folder where articles name their own locale, checks for articles that do not. If no article does, the folder is taken to be in one language, and nothing is reported.

## Why is this bad?
The article is assumed to be in the default locale. If it is not, readers and screen readers get it in the wrong language.

## Example
```markdown
---
title: Kā atiestatīt paroli
---
```

## Fix
Add `locale: lv-LV` to the front matter, or move the file to a folder named after its locale.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let is_assumed = |article: &&Article| article.locale_origin == LocaleOrigin::Assumed;
    if catalog.articles.iter().all(|article| is_assumed(&article)) {
        return;
    }
    for article in catalog.articles.iter().filter(is_assumed) {
        let locale = &catalog.locales[article.locale].locale;
        let finding =
            Finding::of_file(format!("the locale of the article is unknown; `{locale}` is assumed"))
                .help(format!("add `locale: {locale}`, or the right one, to the front matter"));
        findings.push(&article.file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn one_among_others() {
        let files = [
            ("content/a.md", "---\ntitle: A\nlocale: lv-LV\n---\n"),
            ("content/b.md", "---\ntitle: B\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/b.md ``: the locale of the article is unknown; `lv-LV` is assumed (add `locale: lv-LV`, or the right one, to the front matter)");
    }

    #[test]
    fn a_folder_of_one_language_is_left_in_peace() {
        assert_eq!(findings(&CHECK, &[("content/a.md", "# A\n"), ("content/b.md", "# B\n")]), "");
    }
}
