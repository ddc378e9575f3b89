//! What hosts take of a report. Shows nothing.

use crate::diagnostic::{Diagnostic, Severity};

use super::plural;

/// A report for a host, and a sentence on what it leaves out, if anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capped {
    pub text: String,
    pub left_out: Option<String>,
}

/// The `limit` worst diagnostics in their order, and how many are left out.
pub(super) fn worst(diagnostics: &[Diagnostic], limit: usize) -> (Vec<&Diagnostic>, usize) {
    let mut kept: Vec<&Diagnostic> = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Suggestion] {
        let these = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity);
        kept.extend(these.take(limit - kept.len()));
    }
    kept.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    let left_out = diagnostics.len() - kept.len();
    (kept, left_out)
}

/// `25 findings are left out, suggestions first, then warnings: …`.
pub(super) fn sentence(left_out: usize, why: &str) -> Option<String> {
    (left_out > 0).then(|| {
        let are = if left_out == 1 { "is" } else { "are" };
        format!("{} {are} left out, suggestions first, then warnings: {why}", plural(left_out, "finding"))
    })
}
