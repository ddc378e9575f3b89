//! `duplicate-message`: a message that is defined twice in the files of one locale.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-message",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a message is defined twice",
    explanation: "\
## What it does
Checks for messages that are defined more than once in the files of one locale. Messages of the project may replace those of the theme and of Faqtory; that is not reported.

## Why is this bad?
Only the first definition is used. Changing the second one has no effect.

## Example
```ftl
site-title = Help
site-title = Support
```

## Fix
Remove one of them, or rename it.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Duplicate { .. } = &problem.kind else { return None };
    Some(Finding::new(problem.span, problem.kind.to_string()).help("remove one of them, or rename it"))
}
