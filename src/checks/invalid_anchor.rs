//! `invalid-anchor`: an anchor whose name can be no ID.

use crate::catalog::File;
use crate::markdown::FlawKind;
use crate::markdown::slug::is_of_page;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-anchor",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "the name of an anchor is not a valid ID",
    explanation: "\
## What it does
Looks at the anchors that are written in an article (`<a name>`, `<a id>`, `id` of other elements and `{#…}`) for names with white space, quotes, brackets, `#`, `%` and characters that nobody sees, and for names that the page or its footnotes use themselves (`_copy`, `fn:1`).

## Why is this bad?
Browsers find no such place. The anchor gets an ID made of its name as that of a heading is, and links in articles that write the old name lead there; links from elsewhere do not.

## Example
```markdown
## <a name=\"first step\"></a>First step
```

## Fix
Write letters, digits and hyphens: `first-step`. Correct the links that mean it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::InvalidAnchor { written, id } = &flaw.kind else { continue };
        let reason = if is_of_page(written) { "is an ID of the page itself" } else { "can be no ID" };
        let finding = if id.is_empty() {
            Finding::new(flaw.span, format!("`{written}` {reason}, so the anchor is left out"))
                .help("name it with letters, digits and hyphens, or take it away")
        } else {
            Finding::new(flaw.span, format!("`{written}` {reason}; the anchor is called `{id}`"))
                .help(format!("write `{id}` here and in the links that mean it"))
        };
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn names_that_can_be_no_id() {
        let text = "# A {#a%b}\n\n## <a name=\"x y\"></a>B\n\n<p id=\"&lt;\">C</p>\n\n## <a id=\"d.e:f\"></a>D\n\n\
                    <a name=\"_copy\"></a>[1](#x%20y) [2](<#x y>) [3](#a%b)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"
        content/en/a.md `a%b`: `a%b` can be no ID; the anchor is called `ab` (write `ab` here and in the links that mean it)
        content/en/a.md `x y`: `x y` can be no ID; the anchor is called `x-y` (write `x-y` here and in the links that mean it)
        content/en/a.md `&lt;`: `<` can be no ID, so the anchor is left out (name it with letters, digits and hyphens, or take it away)
        content/en/a.md `_copy`: `_copy` is an ID of the page itself; the anchor is called `copy` (write `copy` here and in the links that mean it)
        ");
        assert_eq!(findings(&super::super::bookmark_not_found::CHECK, &[("content/en/a.md", text)]), "");
    }
}
