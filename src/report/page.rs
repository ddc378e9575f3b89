//! Findings as a part of a web page: file by file, each with its line and a link to it. Text is escaped; styles and what the
//! links lead to are the page's own.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;

use super::escape::escape;
use super::position::Texts;
use super::position::{Position, Positions, floor_boundary};
use super::visible::{self, line};

/// Characters of a line that are shown before and behind the place.
const AROUND: usize = 80;

/// A heading for each file and a list of its findings, which come in the order of their paths. `link` leads to a path, line
/// and column.
pub(crate) fn render(
    diagnostics: &[&Diagnostic],
    texts: &dyn Texts,
    link: &dyn Fn(&str, usize, usize) -> String,
) -> String {
    let mut out = String::new();
    let mut positions = Positions::new(texts);
    for of_file in diagnostics.chunk_by(|one, other| one.path == other.path) {
        let path = escape(&line(&of_file[0].path));
        // Writing to a String cannot fail.
        let _ = writeln!(out, "<h2>{path}</h2>\n<ul class=\"findings\">");
        for diagnostic in of_file {
            one(diagnostic, &mut positions, link, &mut out);
        }
        out.push_str("</ul>\n");
    }
    out
}

fn one(
    diagnostic: &Diagnostic,
    positions: &mut Positions<'_>,
    link: &dyn Fn(&str, usize, usize) -> String,
    out: &mut String,
) {
    let Position { line: number, column, .. } = positions.of(diagnostic);
    let text = positions.text(diagnostic);
    let (severity, code) = (diagnostic.severity.name(), diagnostic.code);
    let href = escape(&link(&diagnostic.path, number, column));
    let _ = write!(
        out,
        "<li><a href=\"{href}\">{number}:{column}</a> <span class=\"{severity}\">{severity}[{code}]</span> {}",
        escape(&line(&diagnostic.message))
    );
    if let Some(help) = &diagnostic.help {
        let _ = write!(out, " <span class=\"help\">{}</span>", escape(&line(help)));
    }
    let (before, marked, after) = excerpt(text.unwrap_or_default(), diagnostic.span.range());
    if !marked.is_empty() {
        let [before, marked, after] = [before, marked, after].map(|part| escape(&visible::text(part)));
        let _ = write!(out, "<pre dir=\"auto\">{before}<mark>{marked}</mark>{after}</pre>");
    }
    out.push_str("</li>\n");
}

/// The part of a span that is on its first line, with what stands round it there.
fn excerpt(text: &str, span: std::ops::Range<usize>) -> (&str, &str, &str) {
    let (start, end) = (floor_boundary(text, span.start), floor_boundary(text, span.end.max(span.start)));
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let end = end.min(line_end);
    let first = text[line_start..start].char_indices().rev().nth(AROUND - 1);
    let last = text[end..line_end].char_indices().nth(AROUND);
    let from = first.map_or(line_start, |(at, _)| line_start + at);
    let to = last.map_or(line_end, |(at, _)| end + at);
    (
        text[from..start].trim_start_matches('\u{feff}'),
        &text[start..end],
        text[end..to].trim_end_matches('\r'),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::report::tests::{One, finding};

    fn rendered(text: &'static str, span: Span) -> String {
        let diagnostic = finding("a&b.md", span, "no <x>", "write \"y\"");
        render(&[&diagnostic], &One(text), &|path, line, column| format!("edit:{path}:{line}:{column}"))
    }

    #[test]
    fn everything_is_escaped() {
        insta::assert_snapshot!(rendered("x\nsee <b>[a](y)</b>\nz", Span::new(9, 15)), @r#"
        <h2>a&amp;b.md</h2>
        <ul class="findings">
        <li><a href="edit:a&amp;b.md:2:8">2:8</a> <span class="error">error[file-not-found]</span> no &lt;x> <span class="help">write &quot;y&quot;</span><pre dir="auto">see &lt;b><mark>[a](y)</mark>&lt;/b></pre></li>
        </ul>
        "#);
    }

    #[test]
    fn odd_spans_do_no_harm() {
        let long: &'static str = "é".repeat(500).leak();
        for (start, end) in [(0, 0), (0, 999), (500, 999), (501, 3), (9, 2)] {
            assert!(rendered("\u{feff}א\r\nב\n\nx", Span { start, end }).contains("file-not-found"));
            assert!(rendered(long, Span { start, end }).chars().filter(|c| *c == 'é').count() <= 500);
        }
        let around = rendered(long, Span::new(400, 402));
        assert_eq!(around.chars().filter(|c| *c == 'é').count(), 2 * AROUND + 1);
    }
}
