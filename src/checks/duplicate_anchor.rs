//! `duplicate-anchor`: an anchor that stands twice in one article.

use crate::catalog::File;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-anchor",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "an anchor appears twice in one article",
    explanation: "\
## What it does
Compares the anchors that are written in an article: `<a name>`, `<a id>` and `{#…}`.

## Why is this bad?
Links lead to the first one; the second place cannot be linked to.

## Example
```markdown
## <a name=\"step\"></a>First step

## <a name=\"step\"></a>Second step
```

## Fix
Give each place a name of its own, and correct the links that mean it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        if let FlawKind::DuplicateAnchor { name } = &flaw.kind {
            let finding = Finding::new(
                flaw.span,
                format!("the anchor `{name}` appears here again; links lead to the first one"),
            )
            .help("give this place another name, or take the anchor away");
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
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"content/en/a.md `x`: the anchor `x` appears here again; links lead to the first one (give this place another name, or take the anchor away)"#);
    }
}
