//! Prints verdicts: a line a code, or the places of one code to read. Judges nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

use faqtory::front_matter::TranslationType;

use super::case::Case;
use super::judge::{Fate, Verdict};

/// What history says of the findings of a code.
#[derive(Debug, Default)]
struct Row {
    findings: usize,
    confirmed: ByKind,
    contradicted: ByKind,
    untouched: usize,
    gone: usize,
}

/// How many hand-backs said so, and how many of those a person or a machine made; others do not say.
#[derive(Debug, Default)]
struct ByKind {
    all: usize,
    human: usize,
    machine: usize,
}

impl ByKind {
    fn add(&mut self, by: Option<TranslationType>) {
        self.all += 1;
        match by {
            Some(TranslationType::Human) => self.human += 1,
            Some(TranslationType::Machine) => self.machine += 1,
            None => {}
        }
    }
}

impl Row {
    fn add(&mut self, verdict: &Verdict) {
        self.findings += 1;
        match verdict.fate {
            Fate::Confirmed => self.confirmed.add(verdict.by),
            Fate::Contradicted => self.contradicted.add(verdict.by),
            Fate::Untouched => self.untouched += 1,
            Fate::Gone => self.gone += 1,
        }
    }

    fn line(&self, code: &str) -> String {
        let Self { findings, confirmed, contradicted, untouched, gone } = self;
        format!(
            "{code:28}{findings:>9}{:>11}{:>7}{:>9}{:>14}{:>7}{:>9}{untouched:>11}{gone:>6}{:>7}{:>8}\n",
            confirmed.all,
            confirmed.human,
            confirmed.machine,
            contradicted.all,
            contradicted.human,
            contradicted.machine,
            share(confirmed.all, contradicted.all),
            share(confirmed.human, contradicted.human),
        )
    }
}

/// So many of a hundred that were judged are confirmed.
fn share(confirmed: usize, contradicted: usize) -> String {
    let judged = confirmed + contradicted;
    let hundredths = (confirmed * 100 + judged / 2).checked_div(judged);
    hundredths.map_or_else(|| "-".to_owned(), |hundredths| format!("{hundredths} %"))
}

/// A line for every code that was found, and one for all of them.
pub(crate) fn table<'v>(verdicts: impl IntoIterator<Item = &'v Verdict>) -> String {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let mut all = Row::default();
    for verdict in verdicts {
        rows.entry(verdict.code).or_default().add(verdict);
        all.add(verdict);
    }
    let mut text = format!(
        "{:28}{:>9}{:>11}{:>7}{:>9}{:>14}{:>7}{:>9}{:>11}{:>6}{:>7}{:>8}\n",
        "code",
        "findings",
        "confirmed",
        "human",
        "machine",
        "contradicted",
        "human",
        "machine",
        "untouched",
        "gone",
        "share",
        "human",
    );
    rows.iter().for_each(|(code, row)| text += &row.line(code));
    text + &all.line("all")
}

/// The place of a finding before and after the hand-back that decided.
pub(crate) fn place(case: &Case, verdict: &Verdict) -> String {
    let fate = match verdict.fate {
        Fate::Confirmed => "confirmed",
        Fate::Contradicted => "contradicted",
        Fate::Untouched => "untouched",
        Fate::Gone => "gone",
    };
    let by = match verdict.by {
        Some(TranslationType::Human) => "human",
        Some(TranslationType::Machine) => "machine",
        None => "not said",
    };
    let Verdict { line, version, message, .. } = verdict;
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{}: {fate} ({by}, version {version}): {} {} ({}), line {line}: {}",
        verdict.code,
        visible(&case.locale),
        visible(&case.path),
        visible(&case.name),
        visible(message)
    );
    for (name, [old, new]) in [("source", &verdict.source), ("translation", &verdict.translation)] {
        let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
        let _ = writeln!(text, "  {name:12}{}", excerpt(old, same));
        if old != new {
            let _ = writeln!(text, "  {:12}{}", "  then", excerpt(new, same));
        }
    }
    text
}

/// What fits on a few lines of a long text, from a little before the place where it differs.
fn excerpt(text: &str, differs: usize) -> String {
    const LONG: usize = 600;
    let length = text.chars().count();
    if length <= LONG {
        return visible(text);
    }
    let start = differs.saturating_sub(LONG / 4).min(length - LONG);
    visible(&text.chars().skip(start).take(LONG).collect::<String>())
}

/// Without what a terminal obeys.
fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}
