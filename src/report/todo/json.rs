//! What to translate next, for scripts.

use anyhow::Result;
use serde::Serialize;

use crate::Date;
use crate::report::format::{Format, Rendered};
use crate::report::visible;
use crate::translation::Todo;

use super::Render;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "json",
    description: "",
    render: |report| Ok(Rendered::verbatim(render(report.locale, report.todo)?)),
};

#[derive(Serialize)]
struct TodoJson<'a> {
    locale: &'a str,
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
    commits_behind: Option<usize>,
    days_behind: Option<u64>,
}

impl<'a> ArticleJson<'a> {
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

/// One line of JSON.
///
/// # Errors
/// Never, for what such a list holds.
pub(crate) fn render(locale: &str, todo: &[Todo]) -> Result<String> {
    let report = TodoJson { locale, todo: todo.iter().map(ArticleJson::new).collect() };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}
