//! The state of all translations for spreadsheets: a row a locale, below a row of names.

use crate::report::format::{Format, Rendered};
use crate::report::table::{behind, csv_row};
use crate::translation::{LocaleStatus, Status};

use super::Render;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "csv", description: "", render: |report| Ok(Rendered::screened(render(report.status))) };

const COLUMNS: [&str; 12] = [
    "locale",
    "name",
    "articles",
    "current",
    "outdated",
    "untracked",
    "missing",
    "orphaned",
    "human",
    "machine",
    // Of the translation that is behind by most days.
    "commits_behind",
    "days_behind",
];

/// RFC 4180, with the names of the columns in the first row.
pub(crate) fn render(status: &Status) -> String {
    let rows = status.locales.iter().map(row);
    std::iter::once(csv_row(COLUMNS)).chain(rows).collect()
}

fn row(locale: &LocaleStatus) -> String {
    let coverage = &locale.coverage;
    let counts = [
        coverage.articles,
        coverage.current,
        coverage.outdated,
        coverage.untracked,
        coverage.missing,
        coverage.orphaned,
        locale.human,
        locale.machine,
    ]
    .map(|count| count.to_string());
    let names = [locale.locale.tag(), locale.locale.own_name()];
    let behind = behind(locale.most_behind);
    csv_row(names.into_iter().chain(counts.iter().chain(&behind).map(String::as_str)))
}
