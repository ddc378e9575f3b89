//! How often each code occurs (`faqtory check --statistics`), one file a format. Shows no finding.

pub(crate) mod human;
pub(crate) mod json;

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use crate::diagnostic::{Applicability, Diagnostic, Severity};

use super::{Colour, Rendered};

/// How often the codes occur, the most frequent first.
#[derive(Debug)]
pub(crate) struct StatisticsReport<'a> {
    pub rows: &'a [Row],
    pub colour: Colour,
}

pub(crate) type Render = fn(&StatisticsReport<'_>) -> Result<Rendered>;

/// How often a code occurs at a severity, and how many of these have a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
    pub code: &'static str,
    pub severity: Severity,
    pub count: usize,
    pub safe_fixes: usize,
    pub unsafe_fixes: usize,
}

/// The most frequent code first.
pub(crate) fn count(diagnostics: &[Diagnostic]) -> Vec<Row> {
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
