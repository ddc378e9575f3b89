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
In a folder where articles say themselves which locale they are in, looks for those that do not. A folder of one language, in which no article says it, is left in peace.

## Why is this bad?
The article is taken to be in the default locale. If it is not, readers and screen readers get it in the wrong language.

## Example
```markdown
---
title: Kā atiestatīt paroli
---
```

## Fix
Write `locale: lv-LV` into the front matter, or put the file into a folder with the name of its locale.",
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
            Finding::of_file(format!("nothing says which locale the article is in; `{locale}` is assumed"))
                .help(format!("write `locale: {locale}`, or the right one, into the front matter"));
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
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"content/b.md ``: nothing says which locale the article is in; `lv-LV` is assumed (write `locale: lv-LV`, or the right one, into the front matter)"#);
    }

    #[test]
    fn a_folder_of_one_language_is_left_in_peace() {
        assert_eq!(findings(&CHECK, &[("content/a.md", "# A\n"), ("content/b.md", "# B\n")]), "");
    }
}
