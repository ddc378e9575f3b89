//! What to translate next, for people.

use std::fmt::Write as _;

use crate::Date;
use crate::report::colour::Colour;
use crate::report::counts::{distance, plural};
use crate::report::format::{Format, Rendered};
use crate::report::table::{Cell, Paint, Side, columns, painted};
use crate::report::visible::line;
use crate::translation::{Todo, TodoList, TodoState};

use super::Render;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "human",
    description: "",
    render: |report| Ok(Rendered::screened(all(report.lists, report.colour))),
};

/// One list after the other, each with who translates and until when.
fn all(lists: &[TodoList], colour: Colour) -> String {
    let one = |list: &TodoList| {
        let owner =
            list.owner.as_deref().map(|owner| format!("owner: {}\n", line(owner))).unwrap_or_default();
        let due = list.due.as_deref().map(|due| format!("due: {}\n", line(due))).unwrap_or_default();
        render(&list.locale, &list.todo, colour) + &owner + &due
    };
    lists.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A heading for each state, with the original, its priority and since when a line; then how many.
fn render(locale: &str, todo: &[Todo], colour: Colour) -> String {
    if todo.is_empty() {
        return format!("Nothing to translate: {locale} is complete and current.\n");
    }
    // All in one, so that the columns of all states stand below each other.
    let rows: Vec<Vec<Cell>> =
        HEADS.iter().map(|since| head(since, todo)).chain(todo.iter().map(row)).collect();
    let lines = columns(&rows, colour);
    let (heads, lines): (Vec<&str>, Vec<&str>) =
        (lines.lines().take(2).collect(), lines.lines().skip(2).collect());
    let mut out = String::new();
    let mut counts = Vec::new();
    for state in [TodoState::Missing, TodoState::Outdated, TodoState::Untracked, TodoState::Touched] {
        let own = todo.iter().zip(lines.iter().copied()).filter(|(one, _)| one.state == state);
        let own: Vec<&str> = own.map(|(_, line)| line).collect();
        if own.is_empty() {
            continue;
        }
        let head = heads[usize::from(state != TodoState::Missing)];
        let _ = writeln!(out, "{}\n{head}\n{}\n", painted(state.name(), Paint::Bold, colour), own.join("\n"));
        counts.push(format!("{} {}", own.len(), state.name()));
    }
    let _ =
        writeln!(out, "{} to translate into {locale}: {}", plural(todo.len(), "article"), counts.join(", "));
    out
}

/// What the date says, of articles without a translation and of those with one.
const HEADS: [&str; 2] = ["written", "translated"];

/// The names of the columns.
fn head(since: &'static str, todo: &[Todo]) -> Vec<Cell> {
    let is_behind = todo.iter().any(|todo| todo.behind.is_some());
    let names = ["", since, "priority", "source"].into_iter().chain(is_behind.then_some("how far behind"));
    names.map(|name| Cell::new(name, Paint::Dim, Side::Left)).collect()
}

fn row(todo: &Todo) -> Vec<Cell> {
    let since = todo.since.map_or_else(|| "–".to_owned(), Date::iso);
    let mut row = vec![
        Cell::new("", Paint::Plain, Side::Left),
        Cell::new(since, Paint::Dim, Side::Left),
        Cell::new(line(todo.priority.as_deref().unwrap_or("–")), Paint::Plain, Side::Left),
        Cell::new(line(&todo.source), Paint::Plain, Side::Left),
    ];
    if let Some(behind) = todo.behind {
        row.push(Cell::new(distance(behind), Paint::Yellow, Side::Left));
    }
    row
}
