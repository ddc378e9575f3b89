//! What `build --verify` found in the finished site, for people and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::human::Colour;
use crate::report::visible::line;
use crate::report::{Counts, Texts, human, plural};
use crate::{SiteFinding, Verified};

/// Findings of one code that are shown: a fault of a template is on every page.
const SHOWN: usize = 3;

/// `"verify"` in the JSON of a build.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    pages: usize,
    findings: Vec<Entry<'a>>,
    /// Articles that are over the budget by their own text.
    long: usize,
    absent: Vec<&'a str>,
    seconds: f64,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: Severity,
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

pub(super) fn report(verified: &Verified, seconds: f64) -> Report<'_> {
    Report {
        pages: verified.pages,
        findings: verified.findings.iter().map(entry).collect(),
        long: verified.long,
        absent: verified.absent.iter().map(String::as_str).collect(),
        seconds,
    }
}

fn entry(finding: &SiteFinding) -> Entry<'_> {
    let Diagnostic { code, severity, path, message, .. } = &finding.diagnostic;
    Entry { code, severity: *severity, path, line: finding.line, column: finding.column, message }
}

/// The texts of the pages that are shown.
struct Pages(BTreeMap<String, String>);

impl Texts for Pages {
    fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }
}

/// The first findings of each code that say different things, with the lines they stand in; how many more there are.
pub(super) fn findings(verified: &Verified, out: &Path, colour: Colour) -> String {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    let mut told: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut shown: Vec<Diagnostic> = Vec::new();
    let mut pages = BTreeMap::new();
    let out = out.strip_prefix(".").unwrap_or(out);
    for SiteFinding { diagnostic, .. } in &verified.findings {
        let told = told.entry(diagnostic.code).or_default();
        if told.len() == SHOWN || told.contains(&diagnostic.message.as_str()) {
            *left.entry(diagnostic.code).or_default() += 1;
            continue;
        }
        told.push(&diagnostic.message);
        let file = out.join(&*diagnostic.path);
        let path = file.display().to_string();
        let text = || String::from_utf8_lossy(&fs::read(file).unwrap_or_default()).into_owned();
        pages.entry(path.clone()).or_insert_with(text);
        shown.push(Diagnostic { path: path.into(), ..diagnostic.clone() });
    }
    let mut text = human::render(&shown, &Pages(pages), colour);
    for (code, count) in left {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{code}: {count} more, the same or alike\n");
    }
    text
}

/// What the summary of a build says of it.
pub(super) fn summary(verified: &Verified) -> String {
    let diagnostics: Vec<Diagnostic> =
        verified.findings.iter().map(|finding| finding.diagnostic.clone()).collect();
    let pages = plural(verified.pages, "page");
    let mut text = match diagnostics.as_slice() {
        [] => format!("verified: {pages}, nothing wrong\n"),
        found => format!("verified: {pages}, {}\n", Counts::of(found)),
    };
    if let Some((path, bytes)) = verified.longest.first() {
        let is = if verified.long == 1 { "article is" } else { "articles are" };
        let _ = writeln!(
            text,
            "{} {is} long: more than 14 KB packed, with the style sheet; the longest is {}, {} KB",
            verified.long,
            line(path),
            bytes >> 10
        );
    }
    if !verified.absent.is_empty() {
        let absent: Vec<_> = verified.absent.iter().map(|path| line(path)).collect();
        let _ = writeln!(text, "links into parts that are not built are not followed: {}", absent.join(", "));
    }
    text
}

/// The worst that was found.
pub(super) fn worst(verified: &Verified) -> Option<Severity> {
    verified.findings.iter().map(|finding| finding.diagnostic.severity).min()
}
