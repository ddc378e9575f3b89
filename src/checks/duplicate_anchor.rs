//! `duplicate-anchor`: an anchor that stands twice in one article.

use crate::catalog::File;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-anchor",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an anchor appears twice in one article",
    explanation: "\
## What it does
Checks for anchors that are written more than once in an article: `<a name>`, `<a id>` and `{#…}`.

## Why is this bad?
Links lead to the first one; the second place cannot be linked to.

## Example
```markdown
## <a name=\"step\"></a>First step

## <a name=\"step\"></a>Second step
```

## Fix
Give each place its own name, and update the links to it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        if let FlawKind::DuplicateAnchor { name } = &flaw.kind {
            let finding =
                Finding::new(flaw.span, format!("duplicate anchor `{name}`; links lead to the first one"))
                    .help("rename or remove this anchor");
            findings.push(file, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn the_second_one_is_reported() {
        let files = [(
            "content/en/a.md",
            "# A\n\n## <a name=\"x\"></a>B\n\n## <a name=\"x\"></a>C\n\n## <a id=\"y\"></a>D\n",
        )];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/a.md `x`: duplicate anchor `x`; links lead to the first one (rename or remove this anchor)");
    }
}
