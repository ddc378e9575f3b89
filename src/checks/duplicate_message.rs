//! `duplicate-message`: a message that is defined twice in the files of one locale.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-message",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a message is defined twice",
    explanation: "\
## What it does
Finds messages whose name stands a second time in the files of one locale. Those of the project replace those of the theme and of Faqtory; that is not a flaw.

## Why is this bad?
The first one is shown. Whoever changes the second sees no difference and cannot tell why.

## Example
```ftl
site-title = Help
site-title = Support
```

## Fix
Take one of them away, or give it its own name.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Duplicate { .. } = &problem.kind else { return None };
    Some(Finding::new(problem.span, problem.kind.to_string()).help("take one of them away"))
}
