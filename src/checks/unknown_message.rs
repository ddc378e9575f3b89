//! `unknown-message`: a message that nothing asks for.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-message",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a message does not exist in the source",
    explanation: "\
## What it does
Checks for messages of a locale that en-US does not have, and for messages of en-US in your own files whose names are nearly those of Faqtory's.

## Why is this bad?
Usually the name is misspelt, and the message that was meant stays untranslated.

## Example
```ftl
# locales/de-DE/main.ftl
site-titel = Hilfe
```

## Fix
Use the name from the source, or remove the message.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let help = match &problem.kind {
        MessageProblemKind::Extra { near: Some(near), .. } | MessageProblemKind::Misspelt { near, .. } => {
            format!("did you mean `{near}`?")
        }
        MessageProblemKind::Extra { near: None, .. } => {
            "use the name from the source, or remove the message".to_owned()
        }
        _ => return None,
    };
    Some(Finding::new(problem.span, problem.kind.to_string()).help(help))
}
