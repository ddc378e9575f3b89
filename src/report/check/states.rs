//! The states of translations among the findings, counted for people: `faqtory status` shows them better. Judges none.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};

/// What the codes of these findings begin with.
const PREFIX: &str = "translation-";

/// Whether a finding says the state of a translation, and no project has made more of it than a suggestion.
pub(crate) fn is_state(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Suggestion && diagnostic.code.starts_with(PREFIX)
}

/// A line for each locale, and a blank one; nothing where there are none.
pub(super) fn count(found: &[&Diagnostic]) -> String {
    let mut locales: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for diagnostic in found {
        let tag = diagnostic.locale.as_ref().map_or("", |locale| locale.tag());
        *locales.entry(tag).or_default().entry(state(diagnostic.code)).or_default() += 1;
    }
    if locales.is_empty() {
        return String::new();
    }
    let mut text = "translations (`faqtory status` shows more):\n".to_owned();
    for (tag, states) in locales {
        let states: Vec<String> = states.iter().map(|(state, count)| format!("{count} {state}")).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {tag}: {}", states.join(", "));
    }
    text + "\n"
}

pub(super) fn state(code: &str) -> &str {
    match code.strip_prefix(PREFIX).unwrap_or(code) {
        "missing" => "not translated into every locale",
        state => state,
    }
}
