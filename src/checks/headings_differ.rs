//! `headings-differ`: headings differ from the source.

use crate::diagnostic::Span;

use super::compare::{differences, odd};
use super::{Against, Check, Compared, Difference, Fact, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "headings-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "headings differ from the source",
    explanation: "\
## What it does
Compares the headings and their levels. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
Without its heading, a section cannot be linked to, and screen readers cannot jump to it.

## Example
```markdown
<!-- the source -->
## Before you begin
<!-- the translation -->
Bevor Sie beginnen
```

## Fix
Use the headings of the source, with the same number of `#`.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let file = &compared.article.file;
    match &compared.against {
        Against::Nothing | Against::Few { .. } => {}
        Against::Source { ours, source, alignment } => {
            let path = &source.article.file.path;
            for difference in differences(&ours.headings, &source.headings, alignment, &file.document) {
                let finding = match difference {
                    Difference::Missing { theirs, at } => Finding::new(
                        at,
                        format!("the heading `{}` from the source is missing here", theirs.shown()),
                    ),
                    Difference::Added { ours } | Difference::Times { fact: ours, .. } => Finding::new(
                        ours.span,
                        format!("the source does not have the heading `{}`", ours.shown()),
                    ),
                    Difference::Changed { ours, theirs } => Finding::new(
                        ours.span,
                        format!(
                            "the heading has level {} here, but level {} in the source",
                            ours.key.len(),
                            theirs.key.len()
                        ),
                    ),
                };
                findings.push(file, finding.help(format!("use the headings of the source, `{path}`")));
            }
        }
        Against::Siblings { ours, siblings } => {
            let lists: Vec<&[Fact]> = siblings.iter().map(|sibling| sibling.headings.as_slice()).collect();
            let tags = compared.tags(siblings.iter().map(|sibling| sibling.article.locale));
            for odd in odd(&ours.headings, &lists) {
                let message = format!(
                    "level-{} headings: {} here, {} in {tags}",
                    odd.fact.key.len(),
                    odd.ours,
                    odd.theirs
                );
                let span = if odd.ours > 0 { odd.fact.span } else { Span::default() };
                findings.push(
                    file,
                    Finding::new(span, message).help("use the headings that the other translations have"),
                );
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
        insta::assert_snapshot!(found, @"
        content/lv/a.md `### Bē`: the heading has level 3 here, but level 2 in the source (use the headings of the source, `content/en/a.md`)
        content/lv/a.md `x`: the heading `C` from the source is missing here (use the headings of the source, `content/en/a.md`)
        ");
    }

    #[test]
    fn among_siblings() {
        let found = siblings(&CHECK, &["## a", "## b", "## c", "d"]);
        insta::assert_snapshot!(found, @"content/sl-SI/a.md ``: level-2 headings: 0 here, 1 in he-IL, lv-LV and ro-RO (use the headings that the other translations have)");
    }
}
