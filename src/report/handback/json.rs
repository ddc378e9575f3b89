//! What became of translations that came back, for scripts: one object, every field always there.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use crate::report::format::{Format, Rendered};
use crate::report::visible;

use super::{HandbackRefusal, HandedBack, Render, ReturnOutcome, ReturnedFile};

pub(crate) const FORMAT: Format<Render> =
    Format { name: "json", description: "", render: |report| Ok(Rendered::verbatim(render(report.back)?)) };

#[derive(Serialize)]
struct HandedBackJson<'a> {
    files: Vec<FileJson<'a>>,
    refusals: Vec<RefusalJson<'a>>,
    summary: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    file: &'a str,
    id: &'a str,
    locale: &'a str,
    target: &'a str,
    outcome: &'static str,
}

#[derive(Serialize)]
struct RefusalJson<'a> {
    file: &'a str,
    line: Option<u32>,
    locale: Option<&'a str>,
    target: Option<&'a str>,
    unit: Option<&'a str>,
    text: Option<&'a str>,
    code: Option<&'a str>,
    message: &'a str,
    help: &'a str,
}

/// One line of JSON.
fn render(back: &HandedBack) -> Result<String> {
    let mut summary: BTreeMap<&'static str, usize> =
        ReturnOutcome::ALL.into_iter().map(|outcome| (outcome.name(), back.count(outcome))).collect();
    summary.insert("refused", back.refused());
    let report = HandedBackJson {
        files: back.files.iter().map(file).collect(),
        refusals: back.refusals.iter().map(refusal).collect(),
        summary,
    };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}

fn file(file: &ReturnedFile) -> FileJson<'_> {
    let ReturnedFile { file, id, locale, target, outcome } = file;
    FileJson { file, id, locale, target, outcome: outcome.name() }
}

fn refusal(refusal: &HandbackRefusal) -> RefusalJson<'_> {
    RefusalJson {
        file: &refusal.file,
        line: refusal.line,
        locale: refusal.locale.as_deref(),
        target: refusal.target.as_deref(),
        unit: refusal.unit.as_deref(),
        text: refusal.text.as_deref(),
        code: refusal.code,
        message: &refusal.message,
        help: &refusal.help,
    }
}
