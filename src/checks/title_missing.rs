//! `title-missing`: an article that does not say what it is called.

use crate::catalog::{Article, Catalog};
use crate::diagnostic::Span;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "title-missing",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article has no title",
    explanation: "\
## What it does
Checks for articles with neither a `title` in the front matter nor a level-1 heading. The page of a whole locale needs neither: it is called after the site.

## Why is this bad?
Readers find an article by its title: in search results, in lists and in browser tabs. Without one, another heading or the file name is shown.

## Example
```markdown
---
ms.custom: 9357
---
Choose **Reset password**.
```

## Fix
Add `title: …` to the front matter, or start the text with `# …`.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let file = &article.file;
    // A home without one is called after the site.
    let is_home = catalog.identities[article.identity].url.is_empty();
    if is_home && file.written_title().is_none() {
        return;
    }
    if file.front_matter.title.is_some() || file.document.title_heading().is_some() {
        return;
    }
    // The first line of the block is where a title is missed.
    let start = file.front_matter.span.map_or(0, |span| span.start);
    let block = file.front_matter.span.map_or("", |span| span.slice(&file.text));
    let fence = ["---", "+++", "{"].into_iter().find(|fence| block.starts_with(fence)).unwrap_or_default();
    let fence = Span::new(start as usize, start as usize + fence.len());
    let finding = Finding::new(fence, "the article has no title")
        .help(format!("add `title: …` to the front matter; until then, the title is “{}”", article.title));
    findings.push(file, finding);
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_title_or_a_heading() {
        let files = [
            ("content/en/a.md", "---\nms.custom: 1\n---\nText\n\n## Part\n"),
            ("content/en/b.md", "Text\n"),
            ("content/en/c.md", "# C\n"),
            ("content/en/d.md", "---\ntitle: D\n---\nText\n"),
            ("content/en/index.md", "---\nlayout: home\n---\nText\n"),
            ("content/en/e/index.md", "---\nlayout: home\n---\nText\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `---`: the article has no title (add `title: …` to the front matter; until then, the title is “Part”)
        content/en/b.md ``: the article has no title (add `title: …` to the front matter; until then, the title is “B”)
        content/en/e/index.md `---`: the article has no title (add `title: …` to the front matter; until then, the title is “E”)
        ");
    }
}
