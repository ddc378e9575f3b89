//! What an edit broke and what it fixed: the findings before and after it. Judges nothing.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::report::check::{human, states};
use crate::report::{Texts, visible};

/// Findings that are named of each; the rest is counted.
const NAMED: usize = 10;

/// What an edit did, each finding in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    pub broken: Lines,
    pub fixed: Lines,
}

/// Some lines, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    pub named: Vec<String>,
    pub more: usize,
}

impl Edited {
    /// Compares the findings before and after an edit; the states of translations, which the edit of one source changes in every
    /// locale, are left to the counts.
    pub(super) fn between(before: &[Diagnostic], after: &[Diagnostic], texts: &dyn Texts) -> Self {
        let broken = lines(surplus(after, before), &|found| human::headline(found, texts));
        // Where it stood is unknown: the text is another one.
        let gone = |found: &Diagnostic| {
            let (path, message) = (visible::line(&found.path), visible::line(&found.message));
            format!("{path}: {}[{}]: {message}", found.severity.name(), found.code)
        };
        Self { broken, fixed: lines(surplus(before, after), &gone) }
    }

    pub fn is_empty(&self) -> bool {
        self.broken.named.is_empty() && self.fixed.named.is_empty()
    }
}

/// What is in `these` and not in `those`: a finding may have moved within its file.
fn surplus<'d>(these: &'d [Diagnostic], those: &'d [Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut known: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for diagnostic in those {
        *known.entry(key(diagnostic)).or_default() += 1;
    }
    let mut surplus = Vec::new();
    for diagnostic in these {
        match known.get_mut(&key(diagnostic)).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None if states::is_state(diagnostic) => {}
            None => surplus.push(diagnostic),
        }
    }
    surplus
}

fn key(diagnostic: &Diagnostic) -> (&str, &str, &str) {
    (&diagnostic.path, diagnostic.code, &diagnostic.message)
}

fn lines(mut found: Vec<&Diagnostic>, line: &dyn Fn(&Diagnostic) -> String) -> Lines {
    found.sort_by_key(|diagnostic| diagnostic.severity);
    let named = found.iter().take(NAMED).map(|diagnostic| line(diagnostic));
    Lines { named: named.collect(), more: found.len().saturating_sub(NAMED) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Origin, Severity, Span};

    struct One(&'static str);

    impl Texts for One {
        fn text(&self, _: &str) -> Option<&str> {
            Some(self.0)
        }
    }

    fn finding(at: usize, message: &str) -> Diagnostic {
        Diagnostic {
            path: "content/en/a.md".into(),
            span: Span::new(at, at + 1),
            code: "file-not-found",
            severity: Severity::Error,
            origin: Origin::Translation,
            locale: None,
            locales: Vec::new(),
            flaw: None,
            places: Vec::new(),
            message: message.to_owned(),
            help: None,
            fix: None,
        }
    }

    #[test]
    fn what_is_new_and_what_is_gfinding() {
        let before = [finding(0, "a"), finding(2, "a"), finding(4, "b")];
        let after = [finding(1, "a"), finding(3, "c")];
        let edited = Edited::between(&before, &after, &One("abc\ndef\n"));
        assert_eq!(edited.broken.named, ["content/en/a.md:1:4: error[file-not-found]: c"]);
        assert_eq!(edited.fixed.named.len(), 2);
        let many: Vec<_> = (0..20).map(|at| finding(at, &at.to_string())).collect();
        let edited = Edited::between(&[], &many, &One("abc"));
        assert_eq!((edited.broken.named.len(), edited.broken.more, edited.is_empty()), (10, 10, false));
    }
}
