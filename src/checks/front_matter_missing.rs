//! `front-matter-missing`: an article without front matter.

use crate::catalog::{Article, Catalog};
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "front-matter-missing",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article has no front matter",
    explanation: "\
## What it does
Checks that every article begins with front matter: a block between two lines of `---`. Includes do not need any, and neither do articles of generators that do without, such as VitePress and MkDocs.

## Why is this bad?
The article has no description and no custom IDs. Its first heading serves as the title, and search results show the beginning of the text instead of a description.

## Example
```markdown
# Reset your password
```

## Fix
Start the file with front matter that contains at least a title:

```markdown
---
title: Reset your password
---
```",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    if !catalog.docsets[article.file.docset].layout.expects_front_matter() {
        return;
    }
    let flaws = &article.file.front_matter.flaws;
    if let Some(flaw) = flaws.iter().find(|flaw| flaw.kind == FlawKind::Missing) {
        let finding = Finding::new(flaw.span, "the article has no front matter")
            .help("start the file with a line `---`, a line `title: …` and another line `---`");
        findings.push(&article.file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn articles_need_front_matter_and_includes_do_not() {
        let files = [
            ("content/en/a.md", "# A\n\n[!INCLUDE [x](includes/x.md)]\n"),
            ("content/en/b.md", "---\ntitle: B\n---\n"),
            ("content/en/includes/x.md", "x\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"content/en/a.md ``: the article has no front matter (start the file with a line `---`, a line `title: …` and another line `---`)"#);
    }
}
