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
Looks for `title` in the front matter, then for a heading of the first level.

## Why is this bad?
Readers find an article by its title: in search results, in lists, in the browser's tabs. What stands in its place is another heading, or the name of the file.

## Example
```markdown
---
ms.custom: 9357
---
Choose **Reset password**.
```

## Fix
Write `title: …` into the front matter, or begin the text with `# …`.",
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
        .help(format!("write `title: …` into the front matter; until then it is called “{}”", article.title));
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
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `---`: the article has no title (write `title: …` into the front matter; until then it is called “Part”)
        content/en/b.md ``: the article has no title (write `title: …` into the front matter; until then it is called “B”)
        "#);
    }
}
