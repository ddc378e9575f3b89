//! `message-missing`: a message that a locale does not have.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-missing",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a message is not translated",
    explanation: "\
## What it does
Checks for messages that the source has and a locale lacks: those that a project or its theme adds, and all of them for a locale that the project itself translates.

## Why is this bad?
Readers see this one sentence in another language, in the middle of a page in their own.

## Example
```ftl
# locales/en-US/main.ftl
ask-us = Ask us
```

## Fix
Translate the message in a file of that locale.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Missing { key } = &problem.kind else { return None };
    let message = format!("message `{key}` is not translated into {}", problem.locale);
    Some(Finding::new(problem.span, message).help("translate it; until then, readers see another language"))
}
