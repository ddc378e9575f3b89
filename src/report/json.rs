//! The JSON report of DESIGN: one object, every field always there. Other people's scripts read it.

use serde::Serialize;

use crate::diagnostic::{Applicability, Diagnostic, Origin, Severity};

use super::place::Places;
use super::{Counts, Summary as Told, Texts, visible};

#[derive(Serialize)]
struct Report<'a> {
    diagnostics: Vec<Entry<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    articles: usize,
    errors: usize,
    warnings: usize,
    suggestions: usize,
    allowed: usize,
    held_back: usize,
    gone: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
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
    message: &'a str,
    help: Option<&'a str>,
    fix: Option<FixEntry<'a>>,
}

#[derive(Serialize)]
struct FixEntry<'a> {
    applicability: Applicability,
    edits: Vec<EditEntry<'a>>,
}

#[derive(Serialize)]
struct EditEntry<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

/// The report as one line of JSON, in the order of `diagnostics`, with a line end.
///
/// # Errors
/// None with these types; serialisation is fallible by type.
pub fn render(diagnostics: &[Diagnostic], told: Told, texts: &dyn Texts) -> serde_json::Result<String> {
    let mut places = Places::new(texts);
    let counts = Counts::of(diagnostics);
    let report = Report {
        diagnostics: diagnostics.iter().map(|diagnostic| entry(diagnostic, &mut places)).collect(),
        summary: Summary {
            articles: told.articles,
            errors: counts.errors,
            warnings: counts.warnings,
            suggestions: counts.suggestions,
            allowed: told.allowed,
            held_back: told.held_back,
            gone: told.gone,
        },
    };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}

fn entry<'a>(diagnostic: &'a Diagnostic, places: &mut Places<'_>) -> Entry<'a> {
    let place = places.of(diagnostic);
    Entry {
        code: diagnostic.code,
        severity: diagnostic.severity,
        origin: diagnostic.origin,
        locale: diagnostic.locale.as_ref().map(|locale| locale.tag()),
        locales: diagnostic.locales.iter().map(|locale| locale.tag()).collect(),
        path: &diagnostic.path,
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        fix: diagnostic.fix.as_ref().map(|fix| FixEntry {
            applicability: fix.applicability,
            edits: fix
                .edits
                .iter()
                .map(|edit| EditEntry { start: edit.span.start, end: edit.span.end, text: &edit.text })
                .collect(),
        }),
    }
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
            message: "m".to_owned(),
            help,
            fix,
        };
        let edits = vec![Edit { span: Span::new(3, 5), text: "b".to_owned() }];
        let fix = Fix { applicability: Applicability::Safe, edits };
        let all = [diagnostic(Some(fix), Some("h".to_owned())), diagnostic(None, None)];
        insta::assert_snapshot!(
            render(&all, Told { articles: 7, ..Told::default() }, &One("x\nabcd")).unwrap()
        );
    }
}
