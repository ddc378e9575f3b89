//! `invalid-anchor`: an anchor whose name can be no ID.

use crate::catalog::File;
use crate::markdown::FlawKind;
use crate::markdown::slug::is_of_page;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-anchor",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the name of an anchor is not a valid ID",
    explanation: "\
## What it does
Checks the names of anchors (`<a name>`, `<a id>`, `id` of other elements, and `{#…}`) for whitespace, quotes, brackets, `#`, `%` and invisible characters, and for names that are reserved for the page or its footnotes (`_copy`, `fn:1`).

## Why is this bad?
Browsers cannot find such an anchor. It gets an ID made from its name, as headings do. Links in articles that use the old name still work; links from elsewhere do not.

## Example
```markdown
## <a name=\"first step\"></a>First step
```

## Fix
Use letters, digits and hyphens, such as `first-step`, and update the links to it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::InvalidAnchor { written, id } = &flaw.kind else { continue };
        let reason =
            if is_of_page(written) { "is reserved for the page itself" } else { "is not a valid ID" };
        let finding = if id.is_empty() {
            Finding::new(flaw.span, format!("`{written}` {reason}, so the anchor is removed"))
                .help("rename it with letters, digits and hyphens, or remove it")
        } else {
            Finding::new(flaw.span, format!("`{written}` {reason}, so the anchor becomes `{id}`"))
                .help(format!("write `{id}` here and in the links to it"))
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
        content/en/a.md `a%b`: `a%b` is not a valid ID, so the anchor becomes `ab` (write `ab` here and in the links to it)
        content/en/a.md `x y`: `x y` is not a valid ID, so the anchor becomes `x-y` (write `x-y` here and in the links to it)
        content/en/a.md `&lt;`: `<` is not a valid ID, so the anchor is removed (rename it with letters, digits and hyphens, or remove it)
        content/en/a.md `_copy`: `_copy` is reserved for the page itself, so the anchor becomes `copy` (write `copy` here and in the links to it)
        ");
        assert_eq!(findings(&super::super::bookmark_not_found::CHECK, &[("content/en/a.md", text)]), "");
    }
}
