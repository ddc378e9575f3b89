//! `title-missing`: an article that does not say what it is called.

use crate::catalog::{Article, Catalog};
use crate::diagnostic::Span;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "title-missing",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    fixes: &[],
    since: "0.1.0",
    summary: "an article has no title",
    explanation: "\
## What it does
Checks for articles with neither a `title` in the front matter nor a level-1 heading.

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

fn run(_: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let file = &article.file;
    if file.front_matter.title.is_some() || file.document.title_heading().is_some() {
        return;
    }
    // The first line of the block is where a title is missed.
    let start = file.front_matter.span.map_or(0, |span| span.start);
    let fence =
        file.text.get(start as usize..).filter(|text| text.starts_with("---")).map_or(start, |_| start + 3);
    let finding = Finding::new(Span { start, end: fence }, "the article has no title")
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
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `---`: the article has no title (add `title: …` to the front matter; until then, the title is “Part”)
        content/en/b.md ``: the article has no title (add `title: …` to the front matter; until then, the title is “b”)
        ");
    }
}
