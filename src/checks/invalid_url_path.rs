//! `invalid-url-path`: an article that asks for a URL which no page can have.

use crate::catalog::{Catalog, UrlFlaw};

use super::check::shortened;
use super::duplicate_article_id::claim;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-url-path",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article asks for an invalid URL",
    explanation: "\
## What it does
Checks the URL that an article asks for with its `slug`, its `article_id` or its file name. Something must be left of it without control characters, it must not contain the steps `.` or `..`, and file systems must accept it: a step can have 200 bytes, the whole path 1,000 bytes and 40 steps. Also reports articles and assets whose names are not valid UTF-8, since they cannot be part of a URL.

## Why is this bad?
The article is published at a different URL: a path that is too long is cut and gets a hash, `.` and `..` are removed, and if nothing is left, the article keeps the URL of its file.

## Example
```markdown
---
title: Reset your password
slug: ..
---
```

## Fix
Give the article a short `slug`.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let articles = catalog.articles.iter().map(|article| &article.file.path);
    for path in articles.chain(catalog.assets.iter().map(|asset| &asset.path)) {
        // What the name of a file has in place of each byte that is not UTF-8.
        if path.contains(char::REPLACEMENT_CHARACTER) {
            let finding = Finding::of_file("the name of this file or of its folder is not valid UTF-8")
                .help("rename it");
            findings.push_at(path, finding);
        }
    }
    for identity in &catalog.identities {
        let Some(flaw) = identity.flaw else { continue };
        let what = match flaw {
            UrlFlaw::Nothing => "nothing here can be part of a URL",
            UrlFlaw::Dots => "`.` and `..` are not allowed in a URL",
            UrlFlaw::TooLong => "the URL of this article is too long for file systems",
        };
        let message = format!("{what}, so it is published as `{}`", shortened(&identity.url));
        let articles = || identity.translations.iter().flatten().map(|&article| &catalog.articles[article]);
        let slug_is_written = articles().any(|article| article.file.front_matter.slug.is_some());
        for article in articles() {
            let slug = article.file.front_matter.slug.as_ref().map(|slug| slug.span);
            if slug.is_none() && slug_is_written {
                continue;
            }
            let span = slug.unwrap_or_else(|| claim(catalog, article));
            findings
                .push(&article.file, Finding::new(span, &*message).help("give the article a short `slug`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn each_article_with_such_a_url_is_reported() {
        let (long, name) = ("a".repeat(256), format!("content/en/{}.md", "b".repeat(250)));
        let long = format!("---\ntitle: A\nslug: {long}\n---\n");
        let files = [
            ("content/en/dots.md", "---\ntitle: A\nslug: ..\n---\n"),
            ("content/en/id.md", "---\ntitle: A\narticle_id: /\n---\n"),
            ("content/en/long.md", &*long),
            ("content/en/step.md", "---\ntitle: A\nslug: ../x\n---\n"),
            ("content/en/index.md", "---\ntitle: A\nslug: /\n---\n"),
            (&*name, "# A\n"),
            ("content/lv/dots.md", "# B\n"),
        ];
        let found =
            findings(&CHECK, &files).replace(&"a".repeat(256), "aaa").replace(&"b".repeat(250), "bbb");
        insta::assert_snapshot!(found, @r#"
        content/en/bbb.md ``: the URL of this article is too long for file systems, so it is published as `bbbbbbbbbbbbbbbbbbbbbbbbbbbbb…bbbbbbbbbbbbbbbbbbbb-02e32667` (give the article a short `slug`)
        content/en/dots.md `..`: nothing here can be part of a URL, so it is published as `dots` (give the article a short `slug`)
        content/en/id.md `/`: nothing here can be part of a URL, so it is published as `article` (give the article a short `slug`)
        content/en/long.md `aaa`: the URL of this article is too long for file systems, so it is published as `aaaaaaaaaaaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaaaa-dfce7664` (give the article a short `slug`)
        content/en/step.md `../x`: `.` and `..` are not allowed in a URL, so it is published as `x` (give the article a short `slug`)
        "#);
    }

    #[test]
    fn names_that_are_not_utf_8_are_reported() {
        let files = [("content/en/a.md", "# A\n"), ("content/en/Stra\u{fffd}DFe.md", "# B\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/Stra�DFe.md ``: the name of this file or of its folder is not valid UTF-8 (rename it)");
    }

    #[test]
    fn a_long_title_in_a_mixed_folder_is_reported_at_the_title() {
        let title = "שלום".repeat(35);
        let file = format!("---\ntitle: {title}\nlocale: he-IL\n---\ntext\n");
        let found =
            findings(&CHECK, &[("content/1.md", &file), ("content/2.md", "---\nlocale: en\n---\n# A\n")]);
        assert_eq!(found.lines().count(), 1);
        assert!(
            found.starts_with(&format!("content/1.md `{title}`: the URL of this article is too long")),
            "{found}"
        );
    }
}
