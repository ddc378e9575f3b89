//! `message-differs`: a message with other variables than in the source.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "message-differs",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "variables of a message differ from the source",
    explanation: "\
## What it does
Compares the `{ $variables }` of each message of the project and its theme with those of the same message in en-US, the messages it quotes included. The theme's en-US says what its templates give.

## Why is this bad?
A message with a variable that nobody gives is left out: its readers see the one that Faqtory or the theme brings, or another language. A variable that is left out takes something from the sentence that readers of other languages get.

## Example
```ftl
articles-count = { $number } articles
```

## Fix
Use the variables of the source, under their names.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Variables { unknown, .. } = &problem.kind else { return None };
    let help = if unknown.is_empty() {
        "use the variables of the source; leave a comment where the language does without one"
    } else {
        "use the variables of the source; until then the message is left out"
    };
    Some(Finding::new(problem.span, problem.kind.to_string()).help(help))
}
