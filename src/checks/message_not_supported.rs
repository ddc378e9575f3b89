//! `message-not-supported`: a message that Fluent can read, but that cannot be shown safely.

use crate::diagnostic::Severity;
use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Run};

pub(super) const CHECK: Check = Check {
    code: "message-not-supported",
    severity: Severity::Warning,
    summary: "a message cannot be used",
    explanation: "\
## What it does
Finds messages with too many brackets in each other, braces directly inside braces, a choice by a constant or a number of more than 15 digits, and files of messages over 1 MiB.

## Why is this bad?
Such a message is left out, and its readers see it in another language.

## Example
```ftl
greeting = { { $name } }
```

## Fix
Say it more simply.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let (MessageProblemKind::Unsupported { .. } | MessageProblemKind::TooLarge) = &problem.kind else {
        return None;
    };
    Some(Finding::new(problem.span, problem.kind.to_string()).help("it is left out; say it more simply"))
}
