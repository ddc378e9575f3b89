//! SARIF 2.1.0, for code scanning: one run, its rules with their explanations, results with fingerprints and fixes.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::diagnostic::{Applicability, Diagnostic, Fix, OtherPlace, Severity};

use crate::report::format::{Format, Printed, Rendered};
use crate::report::position::{Position, Positions, Texts};
use crate::report::visible;

use super::cap::{sentence, worst};
use super::fingerprint::Fingerprints;
use super::{Render, Rule};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "sarif",
    description: "SARIF 2.1.0, for code scanning",
    render: |report| Ok(render(report.diagnostics, report.rules, report.prefix, report.texts)?),
};

/// Results of a run that GitHub shows; it refuses files with more than 25,000.
const RESULTS: usize = 5000;

/// What a path of a URI may hold unescaped, with `/` between its steps (RFC 3986, section 3.3; `:` would make the first
/// step a scheme).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Value; 1],
}

/// The log as one line of JSON with a line end: the worst results where there are too many for the host. Paths get
/// `prefix`, which leads from the root of the repository to the folder checked.
///
/// # Errors
/// None with these types; serialisation is fallible by type.
pub(crate) fn render(
    diagnostics: &[Diagnostic],
    rules: &[Rule],
    prefix: &str,
    texts: &dyn Texts,
) -> serde_json::Result<Rendered> {
    let (shown, left_out) = worst(diagnostics.iter(), RESULTS);
    let left_out = sentence(left_out, "code scanning shows 5,000 results per run");
    let mut writer =
        Results { prefix, rules, positions: Positions::new(texts), fingerprints: Fingerprints::default() };
    let results: Vec<Value> = shown.iter().map(|diagnostic| writer.result(diagnostic)).collect();
    let mut invocation = json!({ "executionSuccessful": true });
    if let Some(sentence) = &left_out {
        invocation["toolExecutionNotifications"] =
            json!([{ "level": "warning", "message": { "text": sentence } }]);
    }
    let run = json!({
        "tool": { "driver": {
            "name": "Faqtory",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "rules": rules.iter().map(rule).collect::<Vec<_>>(),
        } },
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    let text = serde_json::to_string(&Log { schema, version: "2.1.0", runs: [run] })?;
    Ok(Rendered { text: visible::json(text) + "\n", printed: Printed::Verbatim, left_out })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "note",
    }
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": rule.summary },
        "help": { "text": rule.explanation, "markdown": rule.explanation },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

struct Results<'a> {
    prefix: &'a str,
    rules: &'a [Rule],
    positions: Positions<'a>,
    fingerprints: Fingerprints,
}

impl Results<'_> {
    fn result(&mut self, diagnostic: &Diagnostic) -> Value {
        let position = self.positions.of(diagnostic);
        let artifact = self.artifact(&diagnostic.path);
        let mut message = diagnostic.message.clone();
        if let Some(help) = &diagnostic.help {
            message = format!("{message}: {help}");
        }
        let mut result = json!({
            "ruleId": diagnostic.code,
            "level": level(diagnostic.severity),
            "message": { "text": message },
            "locations": [{ "physicalLocation": { "artifactLocation": artifact, "region": region(position) } }],
            "partialFingerprints": { "faqtory/v1": self.fingerprint(diagnostic) },
            "properties": {
                "origin": diagnostic.origin,
                "locales": diagnostic.locales.iter().map(|locale| locale.tag()).collect::<Vec<_>>(),
            },
        });
        if let Some(index) = self.rules.iter().position(|rule| rule.code == diagnostic.code) {
            result["ruleIndex"] = index.into();
        }
        if !diagnostic.places.is_empty() {
            result["relatedLocations"] = self.related(&diagnostic.places);
        }
        if let Some(fix) = &diagnostic.fix {
            result["fixes"] = json!([self.fix(diagnostic, fix)]);
        }
        result
    }

    /// Where else the same flaw is.
    fn related(&mut self, places: &[OtherPlace]) -> Value {
        let location = |place: &OtherPlace| {
            let region = region(self.positions.of_span(&place.path, place.span));
            json!({ "physicalLocation": { "artifactLocation": self.artifact(&place.path), "region": region } })
        };
        places.iter().map(location).collect()
    }

    fn artifact(&self, path: &str) -> Value {
        let path = format!("{}{path}", self.prefix);
        json!({ "uri": utf8_percent_encode(&path, PATH).to_string(), "uriBaseId": "%SRCROOT%" })
    }

    fn fingerprint(&mut self, diagnostic: &Diagnostic) -> String {
        self.fingerprints.of(diagnostic, self.positions.text(diagnostic).unwrap_or(""))
    }

    fn fix(&mut self, diagnostic: &Diagnostic, fix: &Fix) -> Value {
        let replacements: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| {
                let position = self.positions.of_span(&diagnostic.path, edit.span);
                json!({ "deletedRegion": region(position), "insertedContent": { "text": edit.text } })
            })
            .collect();
        let description = match (&diagnostic.help, fix.applicability) {
            (Some(help), Applicability::Safe) => help.clone(),
            (Some(help), Applicability::Unsafe) => format!("{help} (unsafe: review it first)"),
            (None, Applicability::Safe) => "fix it".to_owned(),
            (None, Applicability::Unsafe) => "fix it (unsafe: review it first)".to_owned(),
        };
        json!({
            "description": { "text": description },
            "artifactChanges": [{
                "artifactLocation": self.artifact(&diagnostic.path),
                "replacements": replacements,
            }],
        })
    }
}

fn region(position: Position) -> Value {
    json!({
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.end_line,
        "endColumn": position.end_column,
    })
}
