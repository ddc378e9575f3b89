//! Findings of one kind in one file: each by itself, or one for all where there are many. Finds nothing.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Fix};

use super::{Finding, Findings};

/// Findings of a file that are reported one by one, at the most.
const MANY: usize = 3;

/// Reports each finding, or the first one with the number of the others. Its fix is that of all, where all have one.
pub(crate) fn push_several(file: &File, found: Vec<Finding>, findings: &mut Findings<'_>) {
    if found.len() <= MANY {
        found.into_iter().for_each(|finding| findings.push(file, finding));
    } else {
        push_as_one(file, found, findings);
    }
}

/// Reports the first finding with the number of the others. Its fix is that of all, where all have one.
pub(crate) fn push_as_one(file: &File, mut found: Vec<Finding>, findings: &mut Findings<'_>) {
    let more = found.len().saturating_sub(1);
    let fixes: Option<Vec<Fix>> = found.iter_mut().map(|finding| finding.fix.take()).collect();
    let Some(mut first) = found.into_iter().next() else { return };
    if more > 0 {
        first.message = format!("{}; {more} more in this file", first.message);
    }
    first.fix = fixes.map(|fixes| {
        let is_safe = fixes.iter().all(|fix| fix.applicability == Applicability::Safe);
        let applicability = if is_safe { Applicability::Safe } else { Applicability::Unsafe };
        Fix { applicability, edits: fixes.into_iter().flat_map(|fix| fix.edits).collect() }
    });
    findings.push(file, first);
}
