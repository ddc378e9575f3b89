//! Findings counted for each locale, as a table in Markdown. Locales with the same numbers share a row. Judges none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};

use super::human::named;
use super::states;

/// What is counted: the severities first, then the states of translations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column<'a> {
    Severity(Severity),
    State(&'a str),
}

impl Column<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Severity(Severity::Error) => "errors",
            Self::Severity(Severity::Warning) => "warnings",
            Self::Severity(Severity::Suggestion) => "suggestions",
            Self::State(state) => state,
        }
    }
}

/// The table, with a blank line before it; nothing where no two locales have findings. A flaw that several locales have is counted
/// in each. States that `is_counted` names stand in columns of their own.
pub(super) fn table(diagnostics: &[Diagnostic], is_counted: impl Fn(&Diagnostic) -> bool) -> String {
    let mut counts: BTreeMap<&str, BTreeMap<Column<'_>, usize>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let column = if is_counted(diagnostic) {
            Column::State(states::state(diagnostic.code))
        } else {
            Column::Severity(diagnostic.severity)
        };
        let tags: BTreeSet<&str> =
            diagnostic.locales.iter().chain(&diagnostic.locale).map(|locale| locale.tag()).collect();
        for tag in tags {
            *counts.entry(tag).or_default().entry(column).or_default() += 1;
        }
    }
    if counts.len() < 2 {
        return String::new();
    }
    let columns: BTreeSet<Column<'_>> = counts.values().flat_map(|row| row.keys().copied()).collect();
    let mut text = "\n| locale |".to_owned();
    // Writing to a String cannot fail.
    for column in &columns {
        let _ = write!(text, " {} |", column.name());
    }
    text += "\n|---|";
    text += &"--:|".repeat(columns.len());
    text.push('\n');
    let mut rows: BTreeMap<Vec<usize>, Vec<&str>> = BTreeMap::new();
    for (tag, row) in &counts {
        let numbers = columns.iter().map(|column| row.get(column).copied().unwrap_or_default()).collect();
        rows.entry(numbers).or_default().push(tag);
    }
    let mut rows: Vec<(Vec<usize>, Vec<&str>)> = rows.into_iter().collect();
    rows.sort_by(|(_, a), (_, b)| a.cmp(b));
    for (numbers, tags) in rows {
        let _ = write!(text, "| {} |", named(&tags));
        for number in numbers {
            let _ = if number == 0 { write!(text, " |") } else { write!(text, " {number} |") };
        }
        text.push('\n');
    }
    text
}
