//! The Code Quality report of GitLab: an array of findings, which it shows in merge requests.

use serde_json::{Value, json};

use crate::diagnostic::Severity;

use crate::report::format::{Format, Printed, Rendered};
use crate::report::position::Positions;
use crate::report::visible;

use super::fingerprint::Fingerprints;
use super::{CheckReport, Render};

pub(crate) const FORMAT: Format<Render> =
    Format { name: "gitlab", description: "GitLab Code Quality", render: |report| Ok(render(report)?) };

/// One line of JSON with a line end. Paths get `prefix`, which leads from the root of the repository to the folder checked.
///
/// # Errors
/// None with these types; serialisation is fallible by type.
pub(crate) fn render(report: &CheckReport<'_>) -> serde_json::Result<Rendered> {
    let mut positions = Positions::new(report.texts);
    let mut fingerprints = Fingerprints::default();
    let mut issues: Vec<Value> = Vec::with_capacity(report.diagnostics.len());
    for diagnostic in report.diagnostics {
        let position = positions.of(diagnostic);
        let path = format!("{}{}", report.prefix, diagnostic.path);
        let own = fingerprints.of(diagnostic, positions.text(diagnostic).unwrap_or(""));
        let mut description = diagnostic.message.clone();
        if let Some(help) = &diagnostic.help {
            description = format!("{description}: {help}");
        }
        if diagnostic.locales.len() > 1 {
            description = format!("{description} (in {} locales)", diagnostic.locales.len());
        }
        // GitLab compares fingerprints of the whole report: those of another file are other findings.
        let fingerprint = blake3::hash(format!("{path}\n{own}").as_bytes()).to_hex();
        issues.push(json!({
            "description": description,
            "check_name": diagnostic.code,
            "fingerprint": fingerprint.as_str(),
            "severity": severity(diagnostic.severity),
            "location": { "path": path, "lines": { "begin": position.line, "end": position.end_line } },
        }));
    }
    let text = visible::json(serde_json::to_string(&issues)?) + "\n";
    Ok(Rendered { text, printed: Printed::Verbatim, left_out: None })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Suggestion => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Span};
    use crate::locale::Locale;
    use crate::report::check::StatesOfTranslations;
    use crate::report::tests::{One, finding};
    use crate::report::{Colour, Summary};

    fn issues(diagnostics: &[Diagnostic]) -> Vec<Value> {
        let report = CheckReport {
            diagnostics,
            summary: Summary::default(),
            texts: &One("# A\n\n[x](y.md) [x](y.md)\n"),
            rules: &[],
            prefix: "docs/",
            states: StatesOfTranslations::Counted,
            change: None,
            colour: Colour::Plain,
        };
        serde_json::from_str(&render(&report).unwrap().text).unwrap()
    }

    #[test]
    fn a_finding_has_all_that_gitlab_asks_for() {
        let mut one = finding("content/a.md", Span::new(5, 14), "no article at `y.md`", "correct it");
        one.locales = ["he-IL", "lv-LV"].map(|tag| Locale::parse(tag).unwrap()).to_vec();
        let [issue] = issues(&[one]).try_into().unwrap();
        assert_eq!(issue["description"], "no article at `y.md`: correct it (in 2 locales)");
        assert_eq!((&issue["check_name"], &issue["severity"]), (&json!("file-not-found"), &json!("major")));
        assert_eq!(
            issue["location"],
            json!({ "path": "docs/content/a.md", "lines": { "begin": 3, "end": 3 } })
        );
        assert_eq!(issue["fingerprint"].as_str().map(str::len), Some(64));
    }

    #[test]
    fn fingerprints_differ_within_a_report_and_stay_when_lines_move() {
        let at = |path: &str, start: usize| finding(path, Span::new(start, start + 9), "m", "h");
        let of = |issues: Vec<Value>| issues.iter().map(|one| one["fingerprint"].clone()).collect::<Vec<_>>();
        let all = of(issues(&[at("a.md", 5), at("a.md", 15), at("b.md", 5)]));
        assert!(all[0] != all[1] && all[0] != all[2] && all[1] != all[2]);
        assert_eq!(of(issues(&[at("a.md", 15)]))[0], all[0]);
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        assert!(issues(&[]).is_empty());
    }
}
