//! How often each code occurs, for people and as JSON. Shows no finding.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Applicability, Diagnostic, Severity};

use super::human::Colour;
use super::table::{Cell, Paint, Side, columns};

/// How often a code occurs at a severity, and how many of these have a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    pub code: &'static str,
    pub severity: Severity,
    pub count: usize,
    pub safe_fixes: usize,
    pub unsafe_fixes: usize,
}

/// The most frequent code first.
pub fn count(diagnostics: &[Diagnostic]) -> Vec<Row> {
    let mut rows: BTreeMap<(&'static str, Severity), Row> = BTreeMap::new();
    for Diagnostic { code, severity, fix, .. } in diagnostics {
        let (code, severity) = (*code, *severity);
        let row = rows.entry((code, severity));
        let row = row.or_insert(Row { code, severity, count: 0, safe_fixes: 0, unsafe_fixes: 0 });
        row.count += 1;
        match fix.as_ref().map(|fix| fix.applicability) {
            Some(Applicability::Safe) => row.safe_fixes += 1,
            Some(Applicability::Unsafe) => row.unsafe_fixes += 1,
            None => {}
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.count), row.code, row.severity));
    rows
}

/// A table: count, severity, code, fixes.
pub fn table(rows: &[Row], colour: Colour) -> String {
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

#[derive(Serialize)]
struct Report<'a> {
    statistics: &'a [Row],
}

/// One line of JSON: `{"statistics":[{"code":…,"severity":…,"count":…,"safe_fixes":…,"unsafe_fixes":…}]}`.
///
/// # Errors
/// None with these types; serialisation is fallible by type.
pub fn json(rows: &[Row]) -> serde_json::Result<String> {
    Ok(serde_json::to_string(&Report { statistics: rows })? + "\n")
}
