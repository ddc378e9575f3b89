//! `custom-id-missing`: an article that no product can open, where most can be opened.

use crate::catalog::{Article, Catalog};
use crate::diagnostic::Span;

use super::check::is_custom;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "custom-id-missing",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article has no custom ID, although most have one",
    explanation: "\
## What it does
Checks for articles without `ms.custom` or `custom_ids`, if at least nine in ten articles of the same locale have one. Pages of sections (`index.md`) are ignored.

## Why is this bad?
Products open articles by their custom ID. This one can only be found by searching.

## Example
```yaml
title: Reset a password
ms.custom:
```

## Fix
Add the ID as `ms.custom`, the same in every locale.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for locale in catalog.locales.indices() {
        let own = || catalog.articles.iter().filter(move |article| article.locale == locale);
        let has_one = |article: &&Article| !article.file.front_matter.custom_ids.is_empty();
        if !is_custom(own().filter(has_one).count(), own().count()) {
            continue;
        }
        for article in own().filter(|article| !has_one(article)) {
            let file = &article.file;
            let Some(block) = file.front_matter.span.filter(|_| !is_index(&file.path)) else { continue };
            let span = Span { start: block.start, end: block.start + 3 };
            let finding = Finding::new(span, "the article has no custom ID, although most have one")
                .help("add its ID as `ms.custom`");
            findings.push(file, finding);
        }
    }
}

fn is_index(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.to_ascii_lowercase().starts_with("index."))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn project(with: usize) -> String {
        let mut files = vec![
            ("content/en/none.md".to_owned(), "---\ntitle: A\n---\n"),
            ("content/en/index.md".to_owned(), "---\ntitle: A\n---\n"),
            ("content/en/bare.md".to_owned(), "# A\n"),
        ];
        files.extend(
            (0..with).map(|at| (format!("content/en/{at}.md"), "---\ntitle: A\nms.custom: 1\n---\n")),
        );
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, *text)).collect();
        findings(&CHECK, &files)
    }

    #[test]
    fn only_where_most_have_one() {
        assert_eq!(project(10), "");
        insta::assert_snapshot!(project(40), @"content/en/none.md `---`: the article has no custom ID, although most have one (add its ID as `ms.custom`)");
    }
}
