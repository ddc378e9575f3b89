//! What `faqtory build` made and found, for scripts.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::counts::Counts;
use crate::report::format::{Format, Rendered};
use crate::report::visible;
use crate::verify::{SiteFinding, Verified};

use super::{BuildReport, Deployment, LocaleCounts, Render};

pub(crate) const FORMAT: Format<Render> =
    Format { name: "json", description: "", render: |report| Ok(Rendered::verbatim(render(report)?)) };

#[derive(Serialize)]
struct BuildJson<'a> {
    layout: &'a str,
    locales: &'a BTreeMap<String, LocaleCounts>,
    pages: usize,
    files: u64,
    unchanged: u64,
    removed: u64,
    not_read: usize,
    diagnostics: Counts,
    /// With `--verify` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    verify: Option<VerifyJson<'a>>,
    /// With `--changes-since` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<&'a Deployment>,
    seconds: SecondsJson,
}

#[derive(Serialize)]
struct VerifyJson<'a> {
    pages: usize,
    findings: Vec<FindingJson<'a>>,
    /// Articles that are over the budget by their own text.
    long: usize,
    absent: Vec<&'a str>,
    seconds: f64,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'a str,
    severity: Severity,
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct SecondsJson {
    read: f64,
    catalog: f64,
    check: f64,
    search: f64,
    render: f64,
    total: f64,
}

/// One line of JSON.
fn render(report: &BuildReport<'_>) -> serde_json::Result<String> {
    let seconds = report.seconds;
    let json = BuildJson {
        layout: &report.layout.name,
        locales: report.locales,
        pages: report.pages,
        files: report.files.all,
        unchanged: report.files.unchanged,
        removed: report.files.removed,
        not_read: report.layout.count_not_read(),
        diagnostics: report.diagnostics,
        verify: report.verified.map(|verified| verify(verified, rounded(seconds.verify))),
        changes: report.changes,
        seconds: SecondsJson {
            read: rounded(seconds.read),
            catalog: rounded(seconds.catalog),
            check: rounded(seconds.check),
            search: rounded(seconds.search),
            render: rounded(seconds.render),
            total: rounded(seconds.total),
        },
    };
    Ok(visible::json(serde_json::to_string(&json)?) + "\n")
}

fn verify(verified: &Verified, seconds: f64) -> VerifyJson<'_> {
    VerifyJson {
        pages: verified.pages,
        findings: verified.findings.iter().map(finding).collect(),
        long: verified.long,
        absent: verified.absent.iter().map(String::as_str).collect(),
        seconds,
    }
}

fn finding(finding: &SiteFinding) -> FindingJson<'_> {
    let Diagnostic { code, severity, path, message, .. } = &finding.diagnostic;
    FindingJson { code, severity: *severity, path, line: finding.line, column: finding.column, message }
}

/// Milliseconds are all that a reader can use.
fn rounded(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}
