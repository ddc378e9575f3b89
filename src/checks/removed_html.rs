//! `removed-html`: HTML that is not allowed in an article.

use crate::catalog::File;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "removed-html",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "HTML is removed from an article",
    explanation: "\
## What it does
Checks for HTML elements and attributes that can run scripts, load content or change the look of the page. Translated text is not trusted, so they are removed.

## Why is this bad?
The page lacks what the author wanted to show.

## Example
```markdown
<iframe src=\"https://example.com/form\"></iframe>
```

## Fix
Write it in Markdown: a link to a form, `[!VIDEO url]` for a video. Looks are up to the theme.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        if let FlawKind::RemovedHtml { what } = &flaw.kind {
            let finding = Finding::new(
                flaw.span,
                format!("the HTML `{what}` is not allowed in articles and was removed"),
            )
            .help("remove it, or use Markdown instead");
            findings.push(file, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn elements_and_attributes() {
        let files = [(
            "content/en/a.md",
            "# A\n\n<iframe src=\"https://e.example/\"></iframe>\n\n<p onclick=\"x()\">Text</p>\n",
        )];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `<iframe src="https://e.example/">`: the HTML `iframe` is not allowed in articles and was removed (remove it, or use Markdown instead)
        content/en/a.md `onclick="x()"`: the HTML `onclick` is not allowed in articles and was removed (remove it, or use Markdown instead)
        "#);
    }
}
