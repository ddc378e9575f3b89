//! What to translate next, for an issue or a chat: a list of tasks.

use std::fmt::Write as _;

use crate::report::counts::distance;
use crate::report::format::{Format, Rendered};
use crate::report::markdown::code;
use crate::translation::{Todo, TodoList};

use super::Render;
use super::human::summary;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "markdown",
    description: "",
    render: |report| Ok(Rendered::screened(report.lists.iter().map(list).collect::<Vec<_>>().join("\n"))),
};

fn list(list: &TodoList) -> String {
    let mut out = format!("## {}\n\n", summary(&list.locale, &list.todo));
    for (name, value) in [("Owner", &list.owner), ("Due", &list.due)] {
        if let Some(value) = value {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{name}: {}\n", code(value));
        }
    }
    for todo in &list.todo {
        let _ = writeln!(out, "- [ ] {}: {}", code(&todo.source), facts(todo));
    }
    out
}

/// What is known of it, in words.
fn facts(todo: &Todo) -> String {
    let mut facts = vec![todo.state.name().to_owned()];
    facts.extend(todo.kind.map(|kind| kind.name().to_owned()));
    facts.extend(todo.priority.as_deref().map(|priority| format!("priority {}", code(priority))));
    facts.extend(todo.new_words.map(|words| format!("{words} new words")));
    facts.extend(todo.behind.map(distance));
    facts.extend(todo.visits.map(|visits| format!("{visits} visits")));
    facts.extend(todo.in_progress_since.map(|since| format!("in progress since {since}")));
    let because: Vec<String> = todo.because.iter().map(|because| code(because)).collect();
    facts.extend((!because.is_empty()).then(|| format!("because of {}", because.join(" "))));
    facts.join(", ")
}
