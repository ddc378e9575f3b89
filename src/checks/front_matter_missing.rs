//! `front-matter-missing`: an article without front matter.

use crate::catalog::{Article, Catalog};
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "front-matter-missing",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "an article has no front matter",
    explanation: "\
## What it does
Looks for the block between two lines of `---` at the beginning of every article. Includes need none.

## Why is this bad?
Title, description and custom IDs are unknown. The title is taken from the first heading, and in search results the beginning of the text stands for a description.

## Example
```markdown
# Reset your password
```

## Fix
Begin the file with a block, with at least a title in it:

```markdown
---
title: Reset your password
---
```",
    run: Run::Article(run),
};

fn run(_: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let flaws = &article.file.front_matter.flaws;
    if let Some(flaw) = flaws.iter().find(|flaw| flaw.kind == FlawKind::Missing) {
        let finding = Finding::new(flaw.span, "the article has no front matter")
            .help("begin the file with a line `---`, a line `title: …` and another line `---`");
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
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"content/en/a.md ``: the article has no front matter (begin the file with a line `---`, a line `title: …` and another line `---`)"#);
    }
}
