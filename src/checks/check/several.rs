//! Findings of one kind in one file: each by itself, or one for all where there are many. Finds nothing.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Edit, Fix};

use super::{Finding, Findings};

/// Findings of a file that are reported one by one, at the most.
const MANY: usize = 3;

/// Reports each finding, or the first one with the number of the others, as [`push_as_one`] does.
pub(crate) fn push_several(file: &File, found: Vec<Finding>, findings: &mut Findings<'_>) {
    if found.len() <= MANY {
        found.into_iter().for_each(|finding| findings.push(file, finding));
    } else {
        push_as_one(file, found, findings);
    }
}

/// Reports the first finding with the number of the others. Its fix is that of all that have a safe one, else of all that
/// have any: what is left is reported the next time.
pub(crate) fn push_as_one(file: &File, mut found: Vec<Finding>, findings: &mut Findings<'_>) {
    let more = found.len().saturating_sub(1);
    let fixes: Vec<Fix> = found.iter_mut().filter_map(|finding| finding.fix.take()).collect();
    let Some(mut first) = found.into_iter().next() else { return };
    if more > 0 {
        first.message = format!("{}; {more} more in this file", first.message);
    }
    let is_safe = |fix: &Fix| fix.applicability == Applicability::Safe;
    let applicability = if fixes.iter().any(is_safe) { Applicability::Safe } else { Applicability::Unsafe };
    let chosen = fixes.into_iter().filter(|fix| fix.applicability == applicability);
    let edits: Vec<Edit> = chosen.flat_map(|fix| fix.edits).collect();
    first.fix = (!edits.is_empty()).then_some(Fix { applicability, edits });
    findings.push(file, first);
}
