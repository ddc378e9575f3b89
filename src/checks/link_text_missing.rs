//! `link-text-missing`: a link that nobody can see.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::Placement;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "link-text-missing",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a link has no text",
    explanation: "\
## What it does
Checks for links with nothing between the square brackets, or between `<a>` and `</a>`.

## Why is this bad?
There is nothing to see or to click. Screen readers read out the URL, letter by letter.

## Example
```markdown
See [](https://learn.microsoft.com/guide).
```

## Fix
Write what the link leads to, or remove the link.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for link in file.document.links.iter().filter(|link| link.placement == Placement::Body) {
        if is_bare(link.span.slice(&file.text)) {
            let finding = Finding::new(link.span, "the link has no text")
                .help("write what it leads to between the brackets, or remove it");
            findings.push(file, finding);
        }
    }
}

/// `[](x)` or `<a href="x"></a>`; an image is a text.
fn is_bare(written: &str) -> bool {
    if let Some(rest) = written.strip_prefix('[') {
        return rest.trim_start().starts_with(']');
    }
    let inside =
        written.get(..2).filter(|start| start.eq_ignore_ascii_case("<a")).and_then(|_| tag_content(written));
    inside.is_some_and(|inside| inside.trim().is_empty())
}

/// What stands between the start tag and the end tag.
fn tag_content(written: &str) -> Option<&str> {
    let start = written.find('>')? + 1;
    let end = written.rfind("</")?;
    let span = Span::new(start, end);
    (start <= end).then(|| span.slice(written))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn nothing_to_click_on() {
        let text = "# A\n\n[](b.md) [ ](c.md) <a href=\"d.md\"> </a> [x](e.md) [![y](f.png)](g.md) <a href=\"h.md\">i</a> <https://j.example>\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r#"
        content/en/a.md `[](b.md)`: the link has no text (write what it leads to between the brackets, or remove it)
        content/en/a.md `[ ](c.md)`: the link has no text (write what it leads to between the brackets, or remove it)
        content/en/a.md `<a href="d.md"> </a>`: the link has no text (write what it leads to between the brackets, or remove it)
        "#);
    }
}
