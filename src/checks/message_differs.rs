//! `message-differs`: a message with other variables than in the source.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-differs",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "variables of a message differ from the source",
    explanation: "\
## What it does
Compares the `{ $variables }` of each message of the project and its theme, including those of the messages it refers to, with the same message in en-US. The theme's en-US defines what its templates provide.

## Why is this bad?
A message with an unknown variable is not used: readers see the message of Faqtory or of the theme, or another language. A message that leaves a variable out withholds something that readers of other languages get.

## Example
```ftl
articles-count = { $number } articles
```

## Fix
Use the same variables as the source, with the same names.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Variables { unknown, .. } = &problem.kind else { return None };
    let help = if unknown.is_empty() {
        "use the variables of the source; leave a comment where the language does without one"
    } else {
        "use the variables of the source; until then, the message is not used"
    };
    Some(Finding::new(problem.span, problem.kind.to_string()).help(help))
}
