//! What to translate next: for people, for scripts, for spreadsheets.

use std::fmt::Write as _;

use anyhow::Result;
use serde::Serialize;

use crate::Date;
use crate::translation::{Behind, Todo, TodoState};

use super::human::Colour;
use super::table::{Cell, Paint, Side, columns, csv_row, painted};
use super::visible::line;

#[derive(Serialize)]
struct Report<'a> {
    locale: &'a str,
    todo: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    state: &'static str,
    id: &'a str,
    title: &'a str,
    source: &'a str,
    path: Option<&'a str>,
    priority: Option<&'a str>,
    since: Option<String>,
    commits_behind: Option<usize>,
    days_behind: Option<u64>,
}

impl<'a> Entry<'a> {
    fn new(todo: &'a Todo) -> Self {
        let Todo { state, id, title, source, path, priority, since, behind } = todo;
        Self {
            state: state.name(),
            id,
            title,
            source,
            path: path.as_deref(),
            priority: priority.as_deref(),
            since: since.map(Date::iso),
            commits_behind: behind.map(|behind| behind.commits),
            days_behind: behind.map(|behind| behind.days),
        }
    }
}

/// A heading for each state, with the original, its priority and since when a line; then how many.
pub fn human(locale: &str, todo: &[Todo], colour: Colour) -> String {
    if todo.is_empty() {
        return format!("Nothing to translate: {locale} is complete and current.\n");
    }
    // All in one, so that the columns of all states stand below each other.
    let rows: Vec<Vec<Cell>> = todo.iter().map(row).collect();
    let lines = columns(&rows, colour);
    let mut out = String::new();
    let mut counts = Vec::new();
    for state in [TodoState::Missing, TodoState::Outdated, TodoState::Untracked] {
        let own = todo.iter().zip(lines.lines()).filter(|(one, _)| one.state == state);
        let own: Vec<&str> = own.map(|(_, line)| line).collect();
        if own.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}\n{}\n", painted(state.name(), Paint::Bold, colour), own.join("\n"));
        counts.push(format!("{} {}", own.len(), state.name()));
    }
    let _ = writeln!(
        out,
        "{} to translate into {locale}: {}",
        super::plural(todo.len(), "article"),
        counts.join(", ")
    );
    out
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
        row.push(Cell::new(format!("{} behind", super::distance(behind)), Paint::Yellow, Side::Left));
    }
    row
}

/// One line of JSON.
///
/// # Errors
/// Never, for what such a list holds.
pub fn json(locale: &str, todo: &[Todo]) -> Result<String> {
    let report = Report { locale, todo: todo.iter().map(Entry::new).collect() };
    Ok(super::visible::json(serde_json::to_string(&report)?) + "\n")
}

/// RFC 4180, a row an article, below a row of names.
pub fn csv(todo: &[Todo]) -> String {
    let row = |todo: &Todo| {
        let since = todo.since.map(Date::iso).unwrap_or_default();
        let (path, priority) = (todo.path.as_deref(), todo.priority.as_deref());
        let [commits, days] = behind(todo.behind);
        csv_row([
            todo.state.name(),
            &todo.id,
            &todo.title,
            &todo.source,
            path.unwrap_or_default(),
            priority.unwrap_or_default(),
            &since,
            &commits,
            &days,
        ])
    };
    let head = csv_row([
        "state",
        "id",
        "title",
        "source",
        "path",
        "priority",
        "since",
        "commits_behind",
        "days_behind",
    ]);
    std::iter::once(head).chain(todo.iter().map(row)).collect()
}

/// Commits and days as cells, empty where nobody knows.
pub(super) fn behind(behind: Option<Behind>) -> [String; 2] {
    behind.map_or_else(Default::default, |behind| [behind.commits.to_string(), behind.days.to_string()])
}
