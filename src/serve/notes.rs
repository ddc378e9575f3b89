//! The notes of the preview on articles: what the checks found at each page, and all findings on one page. Checks nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::catalog::Article;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::check::json;
use crate::report::{Counts, Summary, Texts, escape, page};
use crate::{Checked, Project};

use super::edited::Edited;
use super::editor::Editor;
use super::event::Event;
use super::inject::{PREVIEW_PATH, preview_page};
use super::pages;

/// Findings that one page shows.
const SHOWN: usize = 500;

/// What the checks found, and whether that is still so.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// All copies of a flaw, by path: a page shows its own.
    found: Vec<Diagnostic>,
    /// One copy of each, as `faqtory check` reports them.
    once: Vec<Diagnostic>,
    /// How many, or why that is not known.
    summary: String,
    /// The number of the site that is shown.
    number: u64,
    /// The number of the site that was checked last.
    checked: Option<u64>,
}

impl Findings {
    /// The site has changed.
    pub(super) fn invalidate(&mut self) {
        self.number += 1;
    }

    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Whether they are those of the site that is shown.
    pub(super) fn are_current(&self) -> bool {
        self.checked == Some(self.number)
    }

    /// Takes what was found in the site of this number, if that is the one that is shown; returns what to report then.
    pub(super) fn take(
        &mut self,
        number: u64,
        checked: anyhow::Result<Checked>,
        texts: &dyn Texts,
    ) -> Option<Event> {
        if number != self.number {
            return None;
        }
        let is_first = self.checked.replace(number).is_none();
        match checked {
            Ok(checked) => {
                self.found.clone_from(&checked.diagnostics);
                let before = std::mem::replace(&mut self.once, checked.once().diagnostics);
                let counts = Counts::of(&self.once);
                self.summary = counts.to_string();
                let edited = match is_first {
                    true => Edited::default(),
                    false => Edited::between(&before, &self.once, texts),
                };
                Some(Event::Checked(counts, edited))
            }
            Err(fault) => {
                (self.found, self.once) = (Vec::new(), Vec::new());
                self.summary = format!("not checked: {fault:#}");
                Some(Event::Fault(self.summary.clone()))
            }
        }
    }

    fn summary(&self) -> &str {
        if self.checked.is_some() { &self.summary } else { "checking…" }
    }
}

#[derive(Serialize)]
struct PageNotes<'a> {
    draft: bool,
    /// Of the whole site, in words.
    all: &'a str,
    root: String,
    editor: &'a str,
    /// As `faqtory check --format json` has it.
    report: Option<Box<RawValue>>,
}

/// The notes on a page that shows this article, as JSON.
pub(super) fn of_page(
    project: &Project,
    article: Option<&Article>,
    findings: &Findings,
    editor: &Editor,
) -> String {
    let files = article.map(|article| project.catalog.files_of(article)).unwrap_or_default();
    let paths: BTreeSet<&str> = files.iter().map(|base| &*base.file.path).collect();
    let here: Vec<Diagnostic> = paths.iter().flat_map(|path| at(&findings.found, path)).cloned().collect();
    let report = json::render(&here, Summary::default(), project).ok();
    let notes = PageNotes {
        draft: article.is_some_and(pages::is_draft),
        all: findings.summary(),
        root: editor.folder(),
        editor: &editor.url,
        report: report.and_then(|report| RawValue::from_string(report.trim_end().to_owned()).ok()),
    };
    serde_json::to_string(&notes).unwrap_or_default()
}

/// The findings in one file: they are sorted by path.
fn at<'f>(found: &'f [Diagnostic], path: &str) -> &'f [Diagnostic] {
    let start = found.partition_point(|diagnostic| &*diagnostic.path < path);
    let end = found.partition_point(|diagnostic| &*diagnostic.path <= path);
    &found[start..end]
}

/// A page of all findings, or of those of one code (`?code=…`).
pub(super) fn all(project: &Project, query: &str, findings: &Findings, editor: &Editor) -> String {
    let code = query.strip_prefix("code=");
    let mut codes: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for diagnostic in &findings.once {
        *codes.entry((diagnostic.severity, diagnostic.code)).or_default() += 1;
    }
    let mut main = format!("<p>{}</p>\n", escape(findings.summary()));
    main += "<nav aria-label=\"Codes\"><ul class=\"codes\">\n";
    let current = |is_it| if is_it { " aria-current=\"page\"" } else { "" };
    let _ =
        writeln!(main, "<li><a href=\"/{PREVIEW_PATH}diagnostics\"{}>all</a></li>", current(code.is_none()));
    for ((severity, name), count) in codes {
        let is_it = current(code == Some(name));
        let severity = severity.name();
        let _ = writeln!(
            main,
            "<li><a class=\"{severity}\" href=\"/{PREVIEW_PATH}diagnostics?code={name}\"{is_it}>{name}</a> {count}</li>"
        );
    }
    main += "</ul></nav>\n";
    let wanted = findings.once.iter().filter(|one| code.is_none_or(|code| one.code == code));
    let shown: Vec<&Diagnostic> = wanted.clone().take(SHOWN).collect();
    let rest = wanted.count() - shown.len();
    let link = |path: &str, line, column| editor.link(path, line, column);
    main += &page::render(&shown, project, &link);
    if rest > 0 {
        let _ = writeln!(
            main,
            "<p>{rest} more are not shown; choose a code, or run <code>faqtory check</code> to see all.</p>"
        );
    }
    preview_page("Findings", &main)
}
