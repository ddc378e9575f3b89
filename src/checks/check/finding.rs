//! What a check has to say: a finding, and where findings go. Judges nothing.

use std::sync::Arc;

use crate::catalog::{Catalog, File, LocaleIndex, Redirect};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Origin, Severity, Span};
use crate::locale::Locale;
use crate::messages::MessageProblem;

/// One flaw found in a file.
#[derive(Debug)]
pub struct Finding {
    pub span: Span,
    /// What happened, one sentence without a final stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    pub fix: Option<Fix>,
}

impl Finding {
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None, fix: None }
    }

    /// A flaw of the file as a whole, reported at its beginning.
    pub fn of_file(message: impl Into<String>) -> Self {
        Self::new(Span::default(), message)
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A fix that puts `text` where `span` is.
    #[must_use]
    pub fn fix(mut self, applicability: Applicability, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { applicability, edits: vec![Edit { span, text: text.into() }] });
        self
    }

    /// A fix of text that is shown is unsafe in a heading: the anchor is made of its words and spaces.
    #[must_use]
    pub(crate) fn unsafe_in_heading(mut self, file: &File) -> Self {
        let block_of = |edit: &Edit| file.document.block_at(edit.span.start as usize);
        let is_in_heading = |edit: &Edit| block_of(edit).is_some_and(|block| block.kind.heading().is_some());
        if let Some(fix) = self.fix.as_mut().filter(|fix| fix.edits.iter().any(is_in_heading)) {
            fix.applicability = Applicability::Unsafe;
        }
        self
    }
}

/// Takes the findings of checks and makes diagnostics of them.
#[derive(Debug)]
pub struct Findings<'c> {
    catalog: &'c Catalog,
    code: &'static str,
    severity: Severity,
    diagnostics: Vec<Diagnostic>,
}

impl<'c> Findings<'c> {
    pub(crate) fn new(catalog: &'c Catalog) -> Self {
        Self { catalog, code: "", severity: Severity::Suggestion, diagnostics: Vec::new() }
    }

    /// From now on the findings have this code and severity.
    pub(crate) fn of(&mut self, code: &'static str, severity: Severity) -> &mut Self {
        (self.code, self.severity) = (code, severity);
        self
    }

    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// A flaw of a Markdown file.
    pub fn push(&mut self, file: &File, finding: Finding) {
        self.push_in(&file.path, file.locale, finding);
    }

    /// Flaws of a Markdown file.
    pub fn push_all(&mut self, file: &File, found: impl IntoIterator<Item = Finding>) {
        found.into_iter().for_each(|finding| self.push(file, finding));
    }

    /// A flaw of a file that is not Markdown.
    pub fn push_at(&mut self, path: &Arc<str>, finding: Finding) {
        self.push_in(path, None, finding);
    }

    /// A flaw of a redirect, reported where it is written.
    pub fn push_redirect(&mut self, redirect: &Redirect, finding: Finding) {
        self.push_in(&redirect.path, redirect.gone.locale, finding);
    }

    /// A flaw of a file of messages.
    pub(crate) fn push_message(&mut self, problem: &MessageProblem, finding: Finding) {
        self.add(&problem.path, Some(problem.locale.clone()), Origin::Translation, finding);
    }

    pub(crate) fn push_in(&mut self, path: &Arc<str>, locale: Option<LocaleIndex>, finding: Finding) {
        let is_source = locale.is_some() && locale == self.catalog.source;
        let origin = if is_source { Origin::Source } else { Origin::Translation };
        self.add(path, locale.map(|locale| self.catalog.locales[locale].locale.clone()), origin, finding);
    }

    fn add(&mut self, path: &Arc<str>, locale: Option<Locale>, origin: Origin, finding: Finding) {
        self.diagnostics.push(Diagnostic {
            path: path.clone(),
            span: finding.span,
            code: self.code,
            severity: self.severity,
            origin,
            locales: locale.iter().cloned().collect(),
            locale,
            flaw: None,
            places: Vec::new(),
            message: finding.message,
            help: finding.help,
            fix: finding.fix,
        });
    }
}
