//! `code-differs`: code differs from the source.

use super::compare::{Noun, found, say};
use super::{Check, Compared, Difference, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "code-differs",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "code differs from the source",
    explanation: "\
## What it does
Compares code blocks and inline code. Whitespace and comment lines are ignored. So are blocks of Markdown, HTML, YAML or plain text, which contain prose, and code that only the translation marks as code. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
Code is copied and run. A translated command fails, or does something else.

## Example
```markdown
<!-- the source -->
Run `git push`.
<!-- the translation -->
Führen Sie `git schieben` aus.
```

## Fix
Copy the code from the source.",
    run: Run::Translation(run),
};

const NOUN: Noun =
    Noun { the: "the code", many: "the code", is: "is", help: "copy the code from the source" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let mut found = found(compared, |facts| &facts.code);
    found.retain(is_lost);
    say(compared, &found, NOUN, findings);
}

/// Not what only the translation marks as code.
fn is_lost(difference: &Difference<'_>) -> bool {
    match difference {
        Difference::Added { .. } => false,
        Difference::Times { ours, theirs, .. } => theirs > ours,
        Difference::Missing { .. } | Difference::Changed { .. } => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::compared;
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(
            &CHECK,
            "Run `git push`.\n\n```\nls -l\n```",
            "Izpildi `git grūst`.\n\n```\nls  -l\n```",
        );
        insta::assert_snapshot!(found, @"content/lv/a.md ``git grūst``: the code `git grūst` is `git push` in the source (copy the code from the source; the source is `content/en/a.md`)");
    }
}
