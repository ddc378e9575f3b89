//! `headings-differ`: headings differ from the source.

use crate::diagnostic::Span;

use super::compare::{differences, odd};
use super::{Against, Check, Compared, Difference, Fact, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "headings-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "headings differ from the source",
    explanation: "\
## What it does
Looks at the written headings and their levels. Compares every current translation with its source. Where the source is not at hand, it compares at least four translations of the same version of the source, and reports the one that all others contradict.

## Why is this bad?
A lost heading is a section that cannot be linked to, and that a screen reader cannot jump to.

## Example
```markdown
<!-- the source -->
## Before you begin
<!-- the translation -->
Bevor Sie beginnen
```

## Fix
Write the headings of the source, with as many `#`.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let file = &compared.article.file;
    match &compared.against {
        Against::Nothing => {}
        Against::Source { ours, source, alignment } => {
            let path = &source.article.file.path;
            for difference in differences(&ours.headings, &source.headings, alignment, &file.document) {
                let finding = match difference {
                    Difference::Missing { theirs, at } => Finding::new(
                        at,
                        format!("the heading `{}` of the source is missing here", theirs.shown()),
                    ),
                    Difference::Added { ours } => Finding::new(
                        ours.span,
                        format!("the source does not have the heading `{}`", ours.shown()),
                    ),
                    Difference::Changed { ours, theirs } => Finding::new(
                        ours.span,
                        format!(
                            "a heading of level {}; in the source it has level {}",
                            ours.key.len(),
                            theirs.key.len()
                        ),
                    ),
                };
                findings.push(file, finding.help(format!("write the headings of the source, `{path}`")));
            }
        }
        Against::Siblings { ours, siblings } => {
            let lists: Vec<&[Fact]> = siblings.iter().map(|sibling| sibling.headings.as_slice()).collect();
            let tags = compared.tags(siblings.iter().map(|sibling| sibling.article.locale));
            for odd in odd(&ours.headings, &lists) {
                let message = format!(
                    "headings of level {}: {} here, {} in {tags}",
                    odd.fact.key.len(),
                    odd.ours,
                    odd.theirs
                );
                let span = if odd.ours > 0 { odd.fact.span } else { Span::default() };
                findings
                    .push(file, Finding::new(span, message).help("write the headings that the others have"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(&CHECK, "# A\n\n## B\n\nx\n\n## C\n\ny y", "# Ā\n\n### Bē\n\nx\n\nCē\n\ny y");
        insta::assert_snapshot!(found, @r#"
        content/lv/a.md `### Bē`: a heading of level 3; in the source it has level 2 (write the headings of the source, `content/en/a.md`)
        content/lv/a.md `x`: the heading `C` of the source is missing here (write the headings of the source, `content/en/a.md`)
        "#);
    }

    #[test]
    fn among_siblings() {
        let found = siblings(&CHECK, &["## a", "## b", "## c", "d"]);
        insta::assert_snapshot!(found, @"content/sl-SI/a.md ``: headings of level 2: 0 here, 1 in he-IL, lv-LV and ro-RO (write the headings that the others have)");
    }
}
