//! `heading-skipped`: a heading more than one level below the one before.

use crate::catalog::File;
use crate::markdown::HeadingKind;

use super::check::line_of;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "heading-skipped",
    level: Level::Suggestion,
    made_in: MadeIn::Structure,
    fixes: &[],
    since: "0.1.0",
    summary: "a heading skips a level",
    explanation: "\
## What it does
Compares the level of each heading with that of the heading before: `##` may be followed by `###`, not by `####`.

## Why is this bad?
Readers who go from heading to heading by screen reader look for the part in between.

## Example
```markdown
## Set up

#### On a phone
```

## Fix
Raise the heading, and those below it, by the level that was skipped.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut last: Option<u8> = None;
    for heading in file.document.headings.iter().filter(|heading| heading.kind == HeadingKind::Written) {
        if let Some(before) = last.filter(|before| heading.level > before + 1) {
            let message = format!("a heading of level {} follows one of level {before}", heading.level);
            let finding = Finding::new(line_of(file, heading.span), message);
            findings.push(file, finding.help(format!("make it one of level {}", before + 1)));
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
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r"
        content/en/a.md `### B`: a heading of level 3 follows one of level 1 (make it one of level 2)
        content/en/a.md `#### E`: a heading of level 4 follows one of level 2 (make it one of level 3)
        ");
    }
}
