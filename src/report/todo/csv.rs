//! What to translate next, for spreadsheets.

use crate::Date;
use crate::report::format::{Format, Rendered};
use crate::report::table::{behind, csv_row};
use crate::translation::{Todo, TodoList};

use super::Render;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "csv", description: "", render: |report| Ok(Rendered::screened(render(report.lists))) };

/// RFC 4180, a row an article, below a row of names.
fn render(lists: &[TodoList]) -> String {
    let row = |(list, todo): (&TodoList, &Todo)| {
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
            &list.locale,
            list.owner.as_deref().unwrap_or_default(),
            list.due.as_deref().unwrap_or_default(),
            &todo.new_words.map_or(String::new(), |words| words.to_string()),
            &todo.visits.map_or(String::new(), |visits| visits.to_string()),
            &todo.in_progress_since.map(Date::iso).unwrap_or_default(),
            todo.kind(),
            &todo.because.join(" "),
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
        "locale",
        "owner",
        "due",
        "new_words",
        "visits",
        "in_progress_since",
        "kind",
        "because",
    ]);
    let rows = lists.iter().flat_map(|list| list.todo.iter().map(move |todo| (list, todo)));
    std::iter::once(head).chain(rows.map(row)).collect()
}
