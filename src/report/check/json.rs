//! The JSON report of DESIGN: one object, every field always there. Other people's scripts read it.

use serde::Serialize;

use crate::diagnostic::{Applicability, Diagnostic, Origin, OtherPlace, Severity};

use crate::report::counts::{Counts, Summary};
use crate::report::format::{Format, Rendered};
use crate::report::position::{Positions, Texts};
use crate::report::visible;

use super::Render;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "json",
    description: "",
    render: |report| Ok(Rendered::verbatim(render(report.diagnostics, report.summary, report.texts)?)),
};

#[derive(Serialize)]
struct FindingsJson<'a> {
    diagnostics: Vec<DiagnosticJson<'a>>,
    summary: SummaryJson,
}

#[derive(Serialize)]
struct SummaryJson {
    articles: usize,
    errors: usize,
    warnings: usize,
    suggestions: usize,
    allowed: usize,
    held_back: usize,
    gone: usize,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    code: &'a str,
    severity: Severity,
    origin: Origin,
    locale: Option<&'a str>,
    locales: Vec<&'a str>,
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// Where else the same flaw is, if this one finding stands for all places of it.
    places: Vec<PlaceJson<'a>>,
    message: &'a str,
    help: Option<&'a str>,
    fix: Option<FixJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    path: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct FixJson<'a> {
    applicability: Applicability,
    edits: Vec<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

/// The report as one line of JSON, in the order of `diagnostics`, with a line end.
///
/// # Errors
/// None with these types; serialisation is fallible by type.
pub(crate) fn render(
    diagnostics: &[Diagnostic],
    summary: Summary,
    texts: &dyn Texts,
) -> serde_json::Result<String> {
    let mut positions = Positions::new(texts);
    let counts = Counts::of(diagnostics);
    let report = FindingsJson {
        diagnostics: diagnostics
            .iter()
            .map(|diagnostic| self::diagnostic(diagnostic, &mut positions))
            .collect(),
        summary: SummaryJson {
            articles: summary.articles,
            errors: counts.errors,
            warnings: counts.warnings,
            suggestions: counts.suggestions,
            allowed: summary.allowed,
            held_back: summary.held_back,
            gone: summary.gone,
        },
    };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}

fn diagnostic<'a>(diagnostic: &'a Diagnostic, positions: &mut Positions<'_>) -> DiagnosticJson<'a> {
    let position = positions.of(diagnostic);
    DiagnosticJson {
        code: diagnostic.code,
        severity: diagnostic.severity,
        origin: diagnostic.origin,
        locale: diagnostic.locale.as_ref().map(|locale| locale.tag()),
        locales: diagnostic.locales.iter().map(|locale| locale.tag()).collect(),
        path: &diagnostic.path,
        line: position.line,
        column: position.column,
        end_line: position.end_line,
        end_column: position.end_column,
        places: diagnostic.places.iter().map(|place| self::place(place, positions)).collect(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        fix: diagnostic.fix.as_ref().map(|fix| FixJson {
            applicability: fix.applicability,
            edits: fix
                .edits
                .iter()
                .map(|edit| EditJson { start: edit.span.start, end: edit.span.end, text: &edit.text })
                .collect(),
        }),
    }
}

fn place<'a>(place: &'a OtherPlace, positions: &mut Positions<'_>) -> PlaceJson<'a> {
    let position = positions.of_span(&place.path, place.span);
    PlaceJson { path: &place.path, line: position.line, column: position.column }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Edit, Fix, Span};
    use crate::locale::Locale;
    use crate::report::tests::One;

    #[test]
    fn every_field_is_there() {
        let diagnostic = |fix, help| Diagnostic {
            path: "content/he-IL/a.md".into(),
            span: Span::new(3, 5),
            code: "file-not-found",
            severity: Severity::Error,
            origin: Origin::Translation,
            locale: Locale::parse("he-IL").ok(),
            locales: vec![Locale::parse("he-IL").unwrap()],
            flaw: None,
            places: Vec::new(),
            message: "m".to_owned(),
            help,
            fix,
        };
        let edits = vec![Edit { span: Span::new(3, 5), text: "b".to_owned() }];
        let fix = Fix { applicability: Applicability::Safe, edits };
        let all = [diagnostic(Some(fix), Some("h".to_owned())), diagnostic(None, None)];
        insta::assert_snapshot!(
            render(&all, Summary { articles: 7, ..Summary::default() }, &One("x\nabcd")).unwrap()
        );
    }
}
