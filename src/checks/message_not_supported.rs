//! `message-not-supported`: a message that Fluent can read, but that cannot be shown safely.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-not-supported",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a message cannot be used",
    explanation: "\
## What it does
Finds messages with too many brackets in each other, more than 100 placeables, more than 64 KiB of text, braces directly inside braces, a choice by a constant, a number of more than 15 digits, `NUMBER` with options it does not have, or the name of something of another kind, and files of messages over 1 MiB.

## Why is this bad?
Such a message is left out, and its readers see the one that Faqtory or the theme brings, or another language.

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
