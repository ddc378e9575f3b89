//! The state of all translations for scripts: one object, every field always there.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use crate::Date;
use crate::report::format::{Format, Rendered};
use crate::report::visible;
use crate::translation::{Basis, DueStatus, LocaleStatus, Status, TranslatedFile};

use super::Render;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "json", description: "", render: |report| Ok(Rendered::verbatim(render(report.status)?)) };

#[derive(Serialize)]
struct StatusJson<'a> {
    source_locale: Option<&'a str>,
    basis: &'static str,
    article_ids: usize,
    locales: BTreeMap<&'a str, LocaleJson>,
    articles: Vec<ArticleJson<'a>>,
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    id: &'a str,
    locale: &'a str,
    state: &'static str,
    path: Option<&'a str>,
    target: Option<&'a str>,
    source: Option<&'a str>,
    source_hash: Option<&'a str>,
    recorded_hash: Option<&'a str>,
    priority: Option<&'a str>,
    words: Option<usize>,
    new_words: Option<usize>,
    commits_behind: Option<usize>,
    days_behind: Option<u64>,
    in_progress_since: Option<String>,
    kind: &'static str,
    because: &'a [String],
}

#[derive(Serialize)]
struct LocaleJson {
    articles: usize,
    current: usize,
    touched: usize,
    outdated: usize,
    untracked: usize,
    missing: usize,
    orphaned: usize,
    in_progress: usize,
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
        articles: status
            .due
            .iter()
            .map(|one| article(status, one))
            .chain(status.files.iter().filter_map(|one| file(status, one)))
            .collect(),
    };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}

fn article<'a>(status: &'a Status, one: &'a DueStatus) -> ArticleJson<'a> {
    let details = one.details.as_ref();
    ArticleJson {
        id: &status.articles[one.article].id,
        locale: status.locales[one.locale].locale.tag(),
        state: one.state.name(),
        path: one.path.as_deref(),
        target: one.target.as_deref(),
        source: one.source.as_deref(),
        source_hash: details.map(|details| &*details.source_hash),
        recorded_hash: one.recorded_hash.as_deref(),
        priority: one.priority.as_deref(),
        words: details.map(|details| details.words),
        new_words: details.map(|details| details.new_words),
        commits_behind: one.behind.map(|behind| behind.commits),
        days_behind: one.behind.map(|behind| behind.days),
        in_progress_since: one.in_progress_since.map(Date::iso),
        kind: "article",
        because: &one.because,
    }
}

/// An include, names or messages.
fn file<'a>(status: &'a Status, one: &'a TranslatedFile) -> Option<ArticleJson<'a>> {
    Some(ArticleJson {
        id: &one.id,
        locale: status.locales[one.locale_position()].locale.tag(),
        state: one.state?.name(),
        path: one.path.as_deref(),
        target: one.target.as_deref(),
        source: one.source.as_deref(),
        source_hash: one.source_hash.as_deref(),
        recorded_hash: one.recorded_hash.as_deref(),
        priority: None,
        words: one.words,
        new_words: one.new_words,
        commits_behind: None,
        days_behind: None,
        in_progress_since: one.in_progress_since.map(Date::iso),
        kind: one.kind.name(),
        because: &one.because,
    })
}

fn locale(locale: &LocaleStatus) -> LocaleJson {
    let coverage = &locale.coverage;
    LocaleJson {
        articles: coverage.articles,
        current: coverage.current,
        touched: coverage.touched,
        outdated: coverage.outdated,
        untracked: coverage.untracked,
        missing: coverage.missing,
        orphaned: coverage.orphaned,
        in_progress: locale.in_progress,
        human: locale.human,
        machine: locale.machine,
    }
}
