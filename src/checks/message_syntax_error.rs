//! `message-syntax-error`: an entry of a file of messages that Fluent cannot read.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-syntax-error",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a message has a syntax error",
    explanation: "\
## What it does
Reads the files of messages (`locales/<tag>/*.ftl`) of the project and its theme. It also tells which of them are not written in UTF-8.

## Why is this bad?
The message is left out, and its readers see it in another language.

## Example
```ftl
site-title = Help for { $product
```

## Fix
Fix the entry at the place that is shown: a name, `=`, a text, and every `{` closed.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let help = match &problem.kind {
        MessageProblemKind::Syntax { .. } => "the message is left out until it is fixed",
        MessageProblemKind::Encoding => "every editor has a menu for it",
        _ => return None,
    };
    Some(Finding::new(problem.span, problem.kind.to_string()).help(help))
}
