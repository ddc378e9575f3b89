//! How often each code occurs, for people: a table.

use crate::diagnostic::Severity;
use crate::report::colour::Colour;
use crate::report::format::{Format, Rendered};
use crate::report::table::{Cell, Paint, Side, columns};

use super::{Render, Row};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "human",
    description: "",
    render: |report| Ok(Rendered::screened(render(report.rows, report.colour))),
};

/// Count, severity, code, fixes.
pub(crate) fn render(rows: &[Row], colour: Colour) -> String {
    let cells = |row: &Row| {
        let paint = match row.severity {
            Severity::Error => Paint::Red,
            Severity::Warning => Paint::Yellow,
            Severity::Suggestion => Paint::Plain,
        };
        let fixes = match (row.safe_fixes, row.unsafe_fixes) {
            (0, 0) => String::new(),
            (safe, 0) => format!("{safe} with a fix"),
            (0, risky) => format!("{risky} with an unsafe fix"),
            (safe, risky) => format!("{safe} with a fix, {risky} with an unsafe fix"),
        };
        vec![
            Cell::new(row.count.to_string(), Paint::Bold, Side::Right),
            Cell::new(row.severity.name(), paint, Side::Left),
            Cell::new(row.code, Paint::Plain, Side::Left),
            Cell::new(fixes, Paint::Dim, Side::Left),
        ]
    };
    columns(&rows.iter().map(cells).collect::<Vec<_>>(), colour)
}
