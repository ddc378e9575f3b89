//! `h1-missing`: an article without a heading of the first level, where most have one.

use crate::catalog::{Article, Catalog};
use crate::diagnostic::Span;

use super::check::is_custom;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "h1-missing",
    level: Level::Suggestion,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article does not begin with a level-1 heading, although most do",
    explanation: "\
## What it does
Checks for articles without a heading `# …`, if at least nine in ten articles of the same locale have one.

## Why is this bad?
Faqtory shows the `title` of the front matter instead, as Hugo, Zola, Starlight and Jekyll do, whose sites are not checked for it. Microsoft Learn and other tools show the article without a heading.

## Example
```markdown
---
title: Reset a password
---
Choose **Reset password**.
```

## Fix
Start the text with the title: `# Reset a password`.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for locale in catalog.locales.indices() {
        let own = || catalog.articles.iter().filter(move |article| article.locale == locale);
        if !is_custom(own().filter(has_one).count(), own().count()) {
            continue;
        }
        for article in own().filter(|article| !has_one(article)) {
            let file = &article.file;
            // Without a title that is the flaw, and without text there is nothing to head.
            if file.front_matter.title.is_none() || file.document.blocks.is_empty() {
                continue;
            }
            if file.document.syntax.dialect.is_headed_by_front_matter() {
                continue;
            }
            let start = file.front_matter.span.map_or(0, |span| span.start);
            let finding = Finding::new(
                Span { start, end: start + 3 },
                "the article does not begin with a level-1 heading",
            );
            findings.push(file, finding.help(format!("start the text with `# {}`", article.title)));
        }
    }
}

fn has_one(article: &&Article) -> bool {
    article.file.document.title_heading().is_some()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn project(with: usize) -> String {
        let mut files = vec![
            ("content/en/none.md".to_owned(), "---\ntitle: A\n---\n## Text\n"),
            ("content/en/empty.md".to_owned(), "---\ntitle: A\n---\n"),
            ("content/en/bare.md".to_owned(), "Text\n"),
        ];
        files.extend((0..with).map(|at| (format!("content/en/{at}.md"), "---\ntitle: A\n---\n# A\n")));
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, *text)).collect();
        findings(&CHECK, &files)
    }

    #[test]
    fn only_where_most_have_one() {
        assert_eq!(project(10), "");
        insta::assert_snapshot!(project(40), @"content/en/none.md `---`: the article does not begin with a level-1 heading (start the text with `# A`)");
    }
}
