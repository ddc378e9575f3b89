//! The state of all translations for scripts: one object, every field always there.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use crate::report::format::{Format, Rendered};
use crate::report::visible;
use crate::translation::{Basis, LocaleStatus, OutdatedStatus, Status};

use super::Render;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "json", description: "", render: |report| Ok(Rendered::verbatim(render(report.status)?)) };

#[derive(Serialize)]
struct StatusJson<'a> {
    source_locale: Option<&'a str>,
    basis: &'static str,
    article_ids: usize,
    locales: BTreeMap<&'a str, LocaleJson>,
    outdated: Vec<OutdatedJson<'a>>,
}

#[derive(Serialize)]
struct OutdatedJson<'a> {
    id: &'a str,
    locale: &'a str,
    path: &'a str,
    source: &'a str,
    commits_behind: Option<usize>,
    days_behind: Option<u64>,
}

#[derive(Serialize)]
struct LocaleJson {
    articles: usize,
    current: usize,
    outdated: usize,
    untracked: usize,
    missing: usize,
    orphaned: usize,
    human: usize,
    machine: usize,
}

/// One line of JSON.
///
/// # Errors
/// Never, for what a status holds.
pub(crate) fn render(status: &Status) -> Result<String> {
    let report = StatusJson {
        source_locale: status.source.as_ref().map(|source| source.tag()),
        basis: match status.basis {
            Basis::Source => "source",
            Basis::Siblings => "siblings",
        },
        article_ids: status.articles.len(),
        locales: status.locales.iter().map(|locale| (locale.locale.tag(), self::locale(locale))).collect(),
        outdated: status.outdated.iter().map(|one| outdated(status, one)).collect(),
    };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}

fn outdated<'a>(status: &'a Status, one: &'a OutdatedStatus) -> OutdatedJson<'a> {
    OutdatedJson {
        id: &status.articles[one.article].id,
        locale: status.locales[one.locale].locale.tag(),
        path: &one.path,
        source: &one.source,
        commits_behind: one.behind.map(|behind| behind.commits),
        days_behind: one.behind.map(|behind| behind.days),
    }
}

fn locale(locale: &LocaleStatus) -> LocaleJson {
    let coverage = &locale.coverage;
    LocaleJson {
        articles: coverage.articles,
        current: coverage.current,
        outdated: coverage.outdated,
        untracked: coverage.untracked,
        missing: coverage.missing,
        orphaned: coverage.orphaned,
        human: locale.human,
        machine: locale.machine,
    }
}
