//! How often each code occurs, for scripts.

use serde::Serialize;

use crate::report::format::{Format, Rendered};

use super::{Render, Row};

pub(crate) const FORMAT: Format<Render> =
    Format { name: "json", description: "", render: |report| Ok(Rendered::verbatim(render(report.rows)?)) };

#[derive(Serialize)]
struct StatisticsJson<'a> {
    statistics: &'a [Row],
}

/// One line of JSON: `{"statistics":[{"code":…,"severity":…,"count":…,"safe_fixes":…,"unsafe_fixes":…}]}`.
///
/// # Errors
/// None with these types; serialisation is fallible by type.
pub(crate) fn render(rows: &[Row]) -> serde_json::Result<String> {
    Ok(serde_json::to_string(&StatisticsJson { statistics: rows })? + "\n")
}
