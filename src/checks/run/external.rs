//! The findings on addresses outside the site, where somebody has asked the web: one flaw an address, at every place that links to
//! it. Asks nobody.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::checks::{
    CHECKS, Check, Findings, Run, by_code, external_link_insecure, image_not_shown, insecure_link,
};
use crate::diagnostic::{Diagnostic, Origin, Span};
use crate::external::LinkFlaw;
use crate::locale::Locale;

/// Whether only the web can say that there is a flaw of this code.
pub fn is_external(code: &str) -> bool {
    by_code(code).is_some_and(Check::is_external)
}

/// Adds them to what the checks have found: each with the locales that have it, and from the source where that has it.
pub(super) fn add(catalog: &Catalog, flaws: &[LinkFlaw], diagnostics: &mut Vec<Diagnostic>) {
    let reported = reported(diagnostics);
    let first = diagnostics.iter().filter_map(|found| found.flaw).max().map_or(0, |last| last + 1);
    let mut added: BTreeMap<u32, Vec<Diagnostic>> = BTreeMap::new();
    for check in CHECKS {
        let Run::External(run) = check.run else { continue };
        for flaw in flaws {
            let Some(finding) = run(flaw) else { continue };
            // What is known without asking anybody is one finding already.
            if check.code == external_link_insecure::CHECK.code
                && reported.contains(&(flaw.path.clone(), flaw.span))
            {
                continue;
            }
            let mut findings = Findings::new(catalog);
            findings.of(check.code, check.severity()).push_in(&flaw.path, flaw.locale, finding);
            added.entry(first + flaw.number).or_default().extend(findings.into_diagnostics());
        }
    }
    let source = catalog.source.map(|source| &catalog.locales[source].locale);
    for (number, copies) in added {
        let locales: BTreeSet<&Locale> = copies.iter().filter_map(|copy| copy.locale.as_ref()).collect();
        let is_of_source = source.is_some_and(|source| locales.contains(source));
        let origin = if is_of_source { Origin::Source } else { Origin::Translation };
        let locales: Vec<Locale> = locales.into_iter().cloned().collect();
        diagnostics.extend(copies.into_iter().map(|copy| Diagnostic {
            origin,
            flaw: Some(number),
            locales: locales.clone(),
            ..copy
        }));
    }
}

/// Where links and images are reported that are not encrypted.
fn reported(diagnostics: &[Diagnostic]) -> BTreeSet<(Arc<str>, Span)> {
    let codes = [insecure_link::CHECK.code, image_not_shown::CHECK.code];
    let found = diagnostics.iter().filter(|found| codes.contains(&found.code));
    found.map(|found| (found.path.clone(), found.span)).collect()
}
