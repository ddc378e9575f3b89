//! `message-reference-broken`: a message that quotes what is not there, or itself.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-reference-broken",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a message refers to a message that does not exist, or to itself",
    explanation: "\
## What it does
Checks for messages that refer to a message, term or attribute that does not exist or cannot be used itself, that refer to themselves, or that call a function other than `NUMBER`.

## Why is this bad?
Such a message is not used: readers see the message of Faqtory or of the theme, or another language.

## Example
```ftl
home = To the { hme-page }
```

## Fix
Correct the name, or write out the text instead of referring to it.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Reference { .. } = &problem.kind else { return None };
    Some(
        Finding::new(problem.span, problem.kind.to_string())
            .help("correct the name, or write the text out; until then, the message is not used"),
    )
}
