//! What hosts take of a report. Shows nothing.

use crate::diagnostic::{Diagnostic, Severity};

use crate::report::counts::plural;

/// The `limit` worst diagnostics in their order, and how many are left out.
pub(super) fn worst<'d>(
    diagnostics: impl Iterator<Item = &'d Diagnostic> + Clone,
    limit: usize,
) -> (Vec<&'d Diagnostic>, usize) {
    let mut shown: Vec<&Diagnostic> = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Suggestion] {
        let these = diagnostics.clone().filter(|diagnostic| diagnostic.severity == severity);
        shown.extend(these.take(limit - shown.len()));
    }
    shown.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    let left_out = diagnostics.count() - shown.len();
    (shown, left_out)
}

/// `25 findings are left out, suggestions first, then warnings: …`.
pub(super) fn sentence(left_out: usize, why: &str) -> Option<String> {
    (left_out > 0).then(|| {
        let are = if left_out == 1 { "is" } else { "are" };
        format!("{} {are} left out, suggestions first, then warnings: {why}", plural(left_out, "finding"))
    })
}
