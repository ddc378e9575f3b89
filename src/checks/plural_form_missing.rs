//! `plural-form-missing`: a choice by count without a form that the language has.

use crate::messages::{MessageProblem, MessageProblemKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "plural-form-missing",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a message lacks a plural form that its language needs",
    explanation: "\
## What it does
Checks that a message which chooses by count has every plural form of its language (the CLDR categories).

## Why is this bad?
For some numbers, readers see the form of another number, which is wrong in their language.

## Example
```ftl
# locales/lv-LV/main.ftl
articles-count = { $count ->
    [one] { $count } raksts
   *[other] { $count } raksti
}
```

## Fix
Add the forms that the finding names, here `[zero]`.",
    run: Run::Message(run),
};

fn run(problem: &MessageProblem) -> Option<Finding> {
    let MessageProblemKind::Plurals { .. } = &problem.kind else { return None };
    Some(
        Finding::new(problem.span, problem.kind.to_string())
            .help("add a variant for each; until then, `other` is used"),
    )
}
