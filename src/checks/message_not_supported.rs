//! `message-not-supported`: a message that Fluent can read, but that cannot be shown safely.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-not-supported",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a message cannot be used",
    explanation: "\
## What it does
Checks for messages with too many nested brackets, more than 100 placeables, more than 64 KiB of text, braces directly inside braces, a constant as the selector, a number of more than 15 digits, `NUMBER` with an unsupported option, or the name of a message, term or function of another kind, and for message files larger than 1 MiB.

## Why is this bad?
Such a message is not used: readers see the message of Faqtory or of the theme, or another language.

## Example
```ftl
greeting = { { $name } }
```

## Fix
Simplify the message.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let (MessageProblemKind::Unsupported { .. } | MessageProblemKind::TooLarge) = &problem.kind else {
        return None;
    };
    Some(Finding::new(problem.span, problem.kind.to_string()).help("simplify it; until then, it is not used"))
}
