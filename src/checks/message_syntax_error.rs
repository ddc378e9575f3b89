//! `message-syntax-error`: an entry of a file of messages that Fluent cannot read.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-syntax-error",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a message has a syntax error",
    explanation: "\
## What it does
Checks for syntax errors in the message files (`locales/<tag>/*.ftl`) of the project and its theme, and for message files that are not valid UTF-8.

## Why is this bad?
The message is not used, and readers see it in another language.

## Example
```ftl
site-title = Help for { $product
```

## Fix
Fix the entry at the place shown: it needs a name, `=` and a text, with every `{` closed.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let help = match &problem.kind {
        MessageProblemKind::Syntax { .. } => "fix it; until then, the message is not used",
        MessageProblemKind::Encoding => "save it as UTF-8",
        _ => return None,
    };
    Some(Finding::new(problem.span, problem.kind.to_string()).help(help))
}
