//! Findings of one kind in one file as one, where their check wants that. Finds nothing.

use std::collections::BTreeMap;

use crate::checks::by_code;
use crate::diagnostic::{Diagnostic, Edit, Fix, Origin, OtherPlace};
use crate::locale::Locale;

/// What findings that become one have in common: file, code, origin and locales.
type Alike<'d> = (&'d str, &'d str, Origin, &'d [Locale]);

/// Of many findings of a file with one code and one origin the first, with the places and the fixes of the others.
pub fn merged(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut alike: BTreeMap<Alike<'_>, (usize, Vec<usize>)> = BTreeMap::new();
    for (at, found) in diagnostics.iter().enumerate() {
        if let Some(most) = by_code(found.code).and_then(|check| check.each_up_to) {
            let kind = (&*found.path, found.code, found.origin, &*found.locales);
            alike.entry(kind).or_insert((most, Vec::new())).1.push(at);
        }
    }
    let many = alike.into_values().filter(|(most, all)| all.len() > *most);
    let many: Vec<Vec<usize>> = many.map(|(_, all)| all).collect();
    let mut left: Vec<Option<Diagnostic>> = diagnostics.into_iter().map(Some).collect();
    for group in many {
        let all: Vec<Diagnostic> = group.iter().filter_map(|&at| left[at].take()).collect();
        left[group[0]] = joined(all);
    }
    left.into_iter().flatten().collect()
}

fn joined(mut all: Vec<Diagnostic>) -> Option<Diagnostic> {
    let fix = fix(all.iter_mut().filter_map(|found| found.fix.take()).collect());
    let mut all = all.into_iter();
    let first = all.next()?;
    let places: Vec<OtherPlace> =
        all.map(|other| OtherPlace { path: other.path, span: other.span }).collect();
    let message = format!("{}; {} more in this file", first.message, places.len());
    Some(Diagnostic { message, places, fix, ..first })
}

/// What may be done at once: that of all safe fixes, else of all that there are.
fn fix(fixes: Vec<Fix>) -> Option<Fix> {
    let applicability = fixes.iter().map(|fix| fix.applicability).min()?;
    let chosen = fixes.into_iter().filter(|fix| fix.applicability == applicability);
    let edits: Vec<Edit> = chosen.flat_map(|fix| fix.edits).collect();
    Some(Fix { applicability, edits })
}
