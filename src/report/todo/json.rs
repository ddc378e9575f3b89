//! What to translate next, for scripts.

use anyhow::Result;
use serde::Serialize;

use crate::Date;
use crate::report::format::{Format, Rendered};
use crate::report::visible;
use crate::translation::{Todo, TodoList};

use super::Render;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "json", description: "", render: |report| Ok(Rendered::verbatim(render(report.lists)?)) };

#[derive(Serialize)]
struct ListsJson<'a> {
    locales: Vec<TodoJson<'a>>,
}

#[derive(Serialize)]
struct TodoJson<'a> {
    locale: &'a str,
    owner: Option<&'a str>,
    due: Option<&'a str>,
    todo: Vec<ArticleJson<'a>>,
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    state: &'static str,
    id: &'a str,
    title: &'a str,
    source: &'a str,
    path: Option<&'a str>,
    priority: Option<&'a str>,
    since: Option<String>,
    new_words: Option<usize>,
    visits: Option<u64>,
    commits_behind: Option<usize>,
    days_behind: Option<u64>,
    in_progress_since: Option<String>,
    kind: &'static str,
    because: &'a [String],
}

impl<'a> ArticleJson<'a> {
    fn new(todo: &'a Todo) -> Self {
        let Todo { state, id, title, source, path, priority, since, behind, new_words, visits, .. } = todo;
        Self {
            state: state.name(),
            id,
            title,
            source,
            path: path.as_deref(),
            priority: priority.as_deref(),
            since: since.map(Date::iso),
            new_words: *new_words,
            visits: *visits,
            commits_behind: behind.map(|behind| behind.commits),
            days_behind: behind.map(|behind| behind.days),
            in_progress_since: todo.in_progress_since.map(Date::iso),
            kind: todo.kind(),
            because: &todo.because,
        }
    }
}

/// One line of JSON: the list of one locale, or those of several.
///
/// # Errors
/// Never, for what such a list holds.
fn render(lists: &[TodoList]) -> Result<String> {
    let text = match lists {
        [only] => serde_json::to_string(&TodoJson::new(only))?,
        _ => serde_json::to_string(&ListsJson { locales: lists.iter().map(TodoJson::new).collect() })?,
    };
    Ok(visible::json(text) + "\n")
}

impl<'a> TodoJson<'a> {
    fn new(list: &'a TodoList) -> Self {
        Self {
            locale: &list.locale,
            owner: list.owner.as_deref(),
            due: list.due.as_deref(),
            todo: list.todo.iter().map(ArticleJson::new).collect(),
        }
    }
}
