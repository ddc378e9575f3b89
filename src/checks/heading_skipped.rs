//! `heading-skipped`: a heading more than one level below the one before.

use crate::catalog::File;
use crate::markdown::HeadingKind;

use super::check::line_of;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "heading-skipped",
    level: Level::Suggestion,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a heading skips a level",
    explanation: "\
## What it does
Compares the level of each heading with that of the heading before: `###` may follow `##`, `####` may not.

## Why is this bad?
Readers who navigate by headings with a screen reader look for the level in between.

## Example
```markdown
## Set up

#### On a phone
```

## Fix
Raise the heading, and those below it, by the number of levels skipped.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut last: Option<u8> = None;
    for heading in file.document.headings.iter().filter(|heading| heading.kind == HeadingKind::Written) {
        if let Some(before) = last.filter(|before| heading.level > before + 1) {
            let message = format!("a level-{} heading follows a level-{before} heading", heading.level);
            let finding = Finding::new(line_of(file, heading.span), message);
            findings.push(file, finding.help(format!("make it a level-{} heading", before + 1)));
        }
        last = Some(heading.level);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_level_in_between() {
        let text = "# A\n\n### B\n\n#### C\n\n## D\n\n#### E\n\n##### F\n\n## G\n\n**H**\n\nx\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"
        content/en/a.md `### B`: a level-3 heading follows a level-1 heading (make it a level-2 heading)
        content/en/a.md `#### E`: a level-4 heading follows a level-2 heading (make it a level-3 heading)
        ");
    }
}
