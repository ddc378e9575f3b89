//! `message-reference-broken`: a message that quotes what is not there, or itself.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-reference-broken",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a message refers to a message that does not exist, or to itself",
    explanation: "\
## What it does
Finds messages that quote a message, term or attribute which does not exist or cannot be shown itself, that quote themselves, or that call a function other than `NUMBER`.

## Why is this bad?
Such a message is left out, and its readers see the one that Faqtory or the theme brings, or another language.

## Example
```ftl
home = To the { hme-page }
```

## Fix
Write the name as it stands where the message or term is defined, or write out what was to be quoted.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Reference { .. } = &problem.kind else { return None };
    Some(
        Finding::new(problem.span, problem.kind.to_string()).help(
            "the message is left out until it is fixed; write out what it is to quote, or its right name",
        ),
    )
}
