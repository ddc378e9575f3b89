//! The report for people: place, code, message, the source line with a caret, help.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};

use super::Texts;
use super::place::{Place, floor_boundary};

/// Whether the report carries terminal colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Plain,
    Coloured,
}

/// Every diagnostic with its source line, a blank line between.
pub fn render(diagnostics: &[Diagnostic], texts: &dyn Texts, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Coloured => Renderer::styled(),
    };
    let mut out = String::new();
    for diagnostic in diagnostics {
        one(diagnostic, texts, colour, &renderer, &mut out);
        out.push('\n');
    }
    out
}

fn one(diagnostic: &Diagnostic, texts: &dyn Texts, colour: Colour, renderer: &Renderer, out: &mut String) {
    let text = texts.text(&diagnostic.path);
    let place = Place::of(diagnostic.span, text);
    let (paint, bold, reset) = match colour {
        Colour::Plain => ("", "", ""),
        Colour::Coloured => (escape(diagnostic.severity), "\u{1b}[1m", "\u{1b}[0m"),
    };
    let (severity, code) = (diagnostic.severity.name(), diagnostic.code);
    let (path, line, column) = (&diagnostic.path, place.line, place.column);
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "{bold}{path}:{line}:{column}:{reset} {paint}{severity}[{code}]{reset}: {}",
        diagnostic.message
    );
    // Help stands below the bar that the line numbers have at their right.
    let mut gutter = 2;
    if let Some(source) = text.filter(|text| !text.is_empty()) {
        let (lines, start) = lines_of(source, diagnostic.span.range());
        let span = relative(lines, diagnostic.span.range(), start);
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Suggestion => Level::NOTE,
        };
        let last = line + lines.matches('\n').count();
        gutter = last.to_string().len() + 1;
        let snippet = Snippet::source(lines).line_start(line).annotation(AnnotationKind::Primary.span(span));
        let group = Group::with_level(level).element(snippet);
        out.push_str(renderer.render(&[group]).trim_end());
        out.push('\n');
    }
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(out, "{:gutter$}= help: {help}", "");
    }
}

/// The whole lines that a span touches, two at the most, and where they start.
fn lines_of(text: &str, span: std::ops::Range<usize>) -> (&str, usize) {
    let start = floor_boundary(text, span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_start = if text[line_start..].starts_with('\u{feff}') { line_start + 3 } else { line_start };
    let mut line_end = line_start;
    for _ in 0..2 {
        let rest = &text[line_end..];
        line_end += rest.find('\n').map_or(rest.len(), |newline| newline + 1);
        if line_end >= span.end {
            break;
        }
    }
    (text[line_start..line_end].trim_end_matches(['\n', '\r']), line_start)
}

/// The span inside `lines`, which start at `start` of the file.
fn relative(lines: &str, span: std::ops::Range<usize>, start: usize) -> std::ops::Range<usize> {
    let from = floor_boundary(lines, span.start.saturating_sub(start));
    let to = floor_boundary(lines, span.end.saturating_sub(start));
    from..to.max(from)
}

fn escape(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\u{1b}[1;31m",
        Severity::Warning => "\u{1b}[1;33m",
        Severity::Suggestion => "\u{1b}[1;36m",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Origin, Span};

    struct One(&'static str);

    impl Texts for One {
        fn text(&self, _: &str) -> Option<&str> {
            Some(self.0)
        }
    }

    fn report(text: &'static str, span: Span) -> String {
        let diagnostic = Diagnostic {
            path: "content/he-IL/reset.md".into(),
            span,
            code: "file-not-found",
            severity: Severity::Error,
            origin: Origin::Translation,
            locale: None,
            message: "no article or file at `biling.md`".to_owned(),
            help: Some("did you mean `billing.md`?".to_owned()),
            fix: None,
        };
        render(&[diagnostic], &One(text), Colour::Plain)
    }

    #[test]
    fn the_place_is_shown() {
        let text = "# כותרת\n\nראה [חיוב](biling.md)\n";
        let start = text.find('[').unwrap();
        insta::assert_snapshot!(report(text, Span::new(start, text.len() - 1)));
    }

    #[test]
    fn odd_spans_do_no_harm() {
        for (start, end) in [(0, 0), (0, 999), (500, 999), (3, 4), (9, 2)] {
            assert!(report("\u{feff}א\r\nב\n\nx", Span { start, end }).contains("file-not-found"));
        }
    }
}
