//! The state of all translations for spreadsheets: a row for every one that is missing or not current, below a row of names.

use crate::Date;
use crate::report::format::{Format, Rendered};
use crate::report::table::{behind, csv_row};
use crate::translation::{DueDetails, DueStatus, Status, TranslatedFile};

use super::Render;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "csv", description: "", render: |report| Ok(Rendered::screened(render(report.status))) };

const COLUMNS: [&str; 16] = [
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
    "kind",
    "because",
];

/// RFC 4180, with the names of the columns in the first row.
pub(crate) fn render(status: &Status) -> String {
    let rows = status.due.iter().map(|one| row(status, one));
    let rows = rows.chain(status.files.iter().filter_map(|one| file(status, one)));
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
        one.in_progress_since.map(Date::iso).unwrap_or_default(),
        "article".to_owned(),
        one.because.join(" "),
    ];
    csv_row(cells.iter().map(String::as_str))
}

/// An include, names or messages.
fn file(status: &Status, one: &TranslatedFile) -> Option<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let count = |words: Option<usize>| words.map_or(String::new(), |words| words.to_string());
    let cells = [
        one.id.clone(),
        status.locales[one.locale_position()].locale.tag().to_owned(),
        one.state?.name().to_owned(),
        text(&one.path),
        text(&one.target),
        text(&one.source),
        text(&one.source_hash),
        text(&one.recorded_hash),
        String::new(),
        count(one.words),
        count(one.new_words),
        String::new(),
        String::new(),
        one.in_progress_since.map_or(String::new(), Date::iso),
        one.kind.name().to_owned(),
        one.because.join(" "),
    ];
    Some(csv_row(cells.iter().map(String::as_str)))
}
