//! The state of all translations for spreadsheets: a row for every one that is missing or not current, below a row of names.

use crate::report::format::{Format, Rendered};
use crate::report::table::{behind, csv_row};
use crate::translation::{DueDetails, DueStatus, Status};

use super::Render;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "csv", description: "", render: |report| Ok(Rendered::screened(render(report.status))) };

const COLUMNS: [&str; 14] = [
    "id",
    "locale",
    "state",
    "path",
    "target",
    "source",
    "source_hash",
    "recorded_hash",
    "priority",
    "words",
    "new_words",
    "commits_behind",
    "days_behind",
    "in_progress_since",
];

/// RFC 4180, with the names of the columns in the first row.
pub(crate) fn render(status: &Status) -> String {
    let rows = status.due.iter().map(|one| row(status, one));
    std::iter::once(csv_row(COLUMNS)).chain(rows).collect()
}

fn row(status: &Status, one: &DueStatus) -> String {
    let details = one.details.as_ref();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let [commits, days] = behind(one.behind);
    let words = |count: fn(&DueDetails) -> usize| details.map_or(String::new(), |it| count(it).to_string());
    let cells = [
        status.articles[one.article].id.clone(),
        status.locales[one.locale].locale.tag().to_owned(),
        one.state.name().to_owned(),
        text(&one.path),
        text(&one.target),
        text(&one.source),
        details.map_or(String::new(), |it| it.source_hash.clone()),
        text(&one.recorded_hash),
        text(&one.priority),
        words(|it| it.words),
        words(|it| it.new_words),
        commits,
        days,
        String::new(),
    ];
    csv_row(cells.iter().map(String::as_str))
}
