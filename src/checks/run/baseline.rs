//! The baseline: known findings that are held back, as a text that is good to compare and to merge. Reads and writes no
//! file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail};

use crate::diagnostic::Diagnostic;

/// The first lines of the file.
const HEAD: &str = "\
# The baseline of `faqtory check`: known findings, so that only new ones are reported.
# Written by `faqtory check --write-baseline`. One per line: path, code, fingerprint of the text, count.
";

/// Path, code and fingerprint: no line numbers, so that findings may move within their file.
type KnownFinding = (String, String, String);

/// Findings that are known: entries, and how often each occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<KnownFinding, usize>,
}

/// What a baseline did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Findings that it held back.
    pub back: usize,
    /// Findings in it that no longer occur.
    pub gone: usize,
}

impl Baseline {
    /// A baseline that holds back all of these; `text` is the text of the file at a path.
    pub fn of<'t>(diagnostics: &[Diagnostic], text: impl Fn(&str) -> Option<&'t str>) -> Self {
        let mut entries = BTreeMap::new();
        for diagnostic in diagnostics {
            *entries.entry(known(diagnostic, &text)).or_default() += 1;
        }
        Self { entries }
    }

    /// Reads the text of a baseline file, called `name` in messages.
    ///
    /// # Errors
    /// A line that is not an entry, such as the mark of a merge that was not finished: with its number.
    pub fn parse(name: &str, text: &str) -> Result<Self> {
        let mut entries: BTreeMap<KnownFinding, usize> = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let [path, code, fingerprint, count] = columns[..] else {
                bail!(
                    "{name}: line {} is not an entry of a baseline\nhelp: run `faqtory check --write-baseline` to write the file again",
                    number + 1
                );
            };
            let count: usize = count
                .parse()
                .with_context(|| format!("{name}: line {}: `{count}` is not a number", number + 1))?;
            *entries.entry((path.to_owned(), code.to_owned(), fingerprint.to_owned())).or_default() += count;
        }
        Ok(Self { entries })
    }

    /// The text of the file, sorted.
    pub fn render(&self) -> String {
        let mut text = HEAD.to_owned();
        for ((path, code, fingerprint), count) in &self.entries {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{path}\t{code}\t{fingerprint}\t{count}");
        }
        text
    }

    /// Keeps of another baseline the findings with codes that `is_kept` names.
    pub fn keep(&mut self, other: &Self, is_kept: impl Fn(&str) -> bool) {
        let kept = other.entries.iter().filter(|((_, code, _), _)| is_kept(code));
        self.entries.extend(kept.map(|(finding, count)| (finding.clone(), *count)));
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.entries.values().sum()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes out of `diagnostics` what is known; of more equal ones than known the first stay held back. Of what no longer occurs
    /// only that counts whose code `is_judged`.
    pub(super) fn apply<'t>(
        &self,
        diagnostics: &mut Vec<Diagnostic>,
        text: impl Fn(&str) -> Option<&'t str>,
        is_judged: impl Fn(&str) -> bool,
    ) -> Held {
        if self.is_empty() {
            return Held::default();
        }
        let mut unseen = self.entries.clone();
        let before = diagnostics.len();
        diagnostics.retain(|diagnostic| {
            let Some(count) = unseen.get_mut(&known(diagnostic, &text)).filter(|count| **count > 0) else {
                return true;
            };
            *count -= 1;
            false
        });
        let gone = unseen.iter().filter(|((_, code, _), _)| is_judged(code)).map(|(_, count)| count).sum();
        Held { back: before - diagnostics.len(), gone }
    }
}

fn known<'t>(diagnostic: &Diagnostic, text: &impl Fn(&str) -> Option<&'t str>) -> KnownFinding {
    // A tab or line end in the name of a file would break the line; nobody has two files that differ in nothing else.
    let path = diagnostic.path.replace(['\t', '\n', '\r'], " ");
    let fingerprint = diagnostic.fingerprint(text(&diagnostic.path).unwrap_or(""));
    (path, diagnostic.code.to_owned(), fingerprint)
}
