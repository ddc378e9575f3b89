//! The report for people: place, code, message, the source line with a caret, help.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Origin, OtherPlace, Severity, Span};

use crate::report::colour::Colour;
use crate::report::format::{Format, Rendered};
use crate::report::position::{Position, Positions, Texts};
use crate::report::{snippet, visible};

use super::{Render, states};

/// Locales, and places of the same mistake, that are named before the rest is counted.
const NAMED: usize = 12;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "human",
    description: "",
    render: |report| {
        let (counted, shown): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            report.diagnostics.iter().partition(|diagnostic| report.counts(diagnostic));
        let text = states::count(&counted) + &render_all(shown, report.texts, report.colour);
        Ok(Rendered::screened(text))
    },
};

/// Every diagnostic with its source line, a blank line between, the worst last, where a terminal shows them. What several
/// locales have alike stands once, with the places of the others below it.
pub(crate) fn render(diagnostics: &[Diagnostic], texts: &dyn Texts, colour: Colour) -> String {
    render_all(diagnostics.iter().collect(), texts, colour)
}

fn render_all(mut diagnostics: Vec<&Diagnostic>, texts: &dyn Texts, colour: Colour) -> String {
    diagnostics.sort_by_key(|diagnostic| Reverse(diagnostic.severity));
    let mut positions = Positions::new(texts);
    let at: Vec<Position> = diagnostics.iter().map(|diagnostic| positions.of(diagnostic)).collect();
    let alike = alike(&diagnostics);
    let mut out = String::new();
    for (number, diagnostic) in diagnostics.iter().enumerate() {
        let Some((&first, copies)) = alike[number].split_first() else { continue };
        one(diagnostic, at[first], texts.text(&diagnostic.path), colour, &mut out);
        let others = copies.iter().take(NAMED).map(|&copy| place(diagnostics[copy], at[copy]));
        also(others, copies.len(), at[first], &mut out);
        let others = diagnostic.places.iter().take(NAMED).map(|other| other_place(other, &mut positions));
        also(others, diagnostic.places.len(), at[first], &mut out);
        out.push('\n');
    }
    out
}

/// For the first finding of each likeness, the numbers of all that have it, in order; for the others nothing.
fn alike(diagnostics: &[&Diagnostic]) -> Vec<Vec<usize>> {
    let mut alike = vec![Vec::new(); diagnostics.len()];
    // They come file by file: what the path of one looks like is worked out once.
    let mut paths: BTreeMap<String, usize> = BTreeMap::new();
    let mut path = 0;
    let mut firsts: BTreeMap<(usize, &str, &str), usize> = BTreeMap::new();
    for (number, diagnostic) in diagnostics.iter().enumerate() {
        let before = number.checked_sub(1).map(|before| diagnostics[before]);
        if before.is_none_or(|before| before.path != diagnostic.path || before.locale != diagnostic.locale) {
            let next = paths.len();
            path = *paths.entry(path_of_any(diagnostic)).or_insert(next);
        }
        let first = *firsts.entry((path, diagnostic.code, &diagnostic.message)).or_insert(number);
        alike[first].push(number);
    }
    alike
}

/// The path but for its locale. Findings of several locales are alike if they have it, the code and the message in common.
fn path_of_any(diagnostic: &Diagnostic) -> String {
    let tag = diagnostic.locale.as_ref().map_or("", |locale| locale.tag());
    let step = |step: &str| if step.eq_ignore_ascii_case(tag) { "*".to_owned() } else { step.to_owned() };
    // In the names of folders, and in `name.<locale>.md`.
    let name = |name: &str| name.split('.').map(step).collect::<Vec<_>>().join(".");
    diagnostic.path.split('/').map(name).collect::<Vec<_>>().join("/")
}

/// One finding at its place, with the line of the text that it stands in.
pub(super) fn one(
    diagnostic: &Diagnostic,
    position: Position,
    text: Option<&str>,
    colour: Colour,
    out: &mut String,
) {
    let (paint, bold, dim, reset) = match colour {
        Colour::Plain => ("", "", "", ""),
        Colour::Coloured => (escape(diagnostic.severity), "\u{1b}[1m", "\u{1b}[1;34m", "\u{1b}[0m"),
    };
    let (severity, code) = (diagnostic.severity.name(), diagnostic.code);
    let (place, line) = (place(diagnostic, position), position.line);
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "{bold}{place}:{reset} {paint}{severity}[{code}]{reset}: {}",
        visible::line(&diagnostic.message)
    );
    let gutter = gutter(position);
    if let Some(source) = text.filter(|text| !text.is_empty() && !is_of_file(diagnostic)) {
        let snippet::Line { text, marks } = snippet::line(source, diagnostic.span.range());
        let _ = writeln!(out, "{:gutter$}{dim}|{reset}", "");
        let _ = writeln!(out, "{dim}{line} |{reset} {}", text.trim_end());
        let _ = writeln!(out, "{:gutter$}{dim}|{reset} {paint}{marks}{reset}", "");
    }
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(out, "{:gutter$}= help: {}", "", visible::line(help));
    }
    if diagnostic.origin == Origin::Source && diagnostic.locales.len() > 1 {
        let tags: Vec<&str> = diagnostic.locales.iter().map(|locale| locale.tag()).collect();
        let _ = writeln!(out, "{:gutter$}= note: this comes from the source and is in {}", "", named(&tags));
    }
}

/// Whether a finding is about a file as a whole: no line of it is shown.
pub(super) fn is_of_file(diagnostic: &Diagnostic) -> bool {
    diagnostic.span == Span::default()
}

/// `content/en/a.md:3:1`, or the path alone.
fn place(diagnostic: &Diagnostic, position: Position) -> String {
    let path = visible::line(&diagnostic.path);
    if is_of_file(diagnostic) {
        path.into_owned()
    } else {
        format!("{path}:{}:{}", position.line, position.column)
    }
}

/// `content/en/a.md:3:1`, of another place of the same flaw.
fn other_place(place: &OtherPlace, positions: &mut Positions<'_>) -> String {
    let position = positions.of_span(&place.path, place.span);
    format!("{}:{}:{}", visible::line(&place.path), position.line, position.column)
}

/// A finding in one line: `content/en/a.md:3:1: error[code]: message`.
pub(crate) fn headline(diagnostic: &Diagnostic, texts: &dyn Texts) -> String {
    let position = Positions::new(texts).of(diagnostic);
    let (place, severity, code) = (place(diagnostic, position), diagnostic.severity.name(), diagnostic.code);
    format!("{place}: {severity}[{code}]: {}", visible::line(&diagnostic.message))
}

/// The other places of the same mistake, the first of `count`.
fn also(others: impl Iterator<Item = String>, count: usize, position: Position, out: &mut String) {
    let gutter = gutter(position);
    for (number, other) in others.enumerate() {
        let label = if number == 0 { "= also: " } else { "        " };
        let _ = writeln!(out, "{:gutter$}{label}{other}", "");
    }
    if count > NAMED {
        let _ = writeln!(out, "{:gutter$}        and in {} more files", "", count - NAMED);
    }
}

/// What comes behind the lines' numbers stands below the bar at their right.
fn gutter(position: Position) -> usize {
    position.line.checked_ilog10().map_or(1, |digits| digits as usize + 1) + 1
}

/// `he-IL, lv-LV and 38 more`.
pub(super) fn named(tags: &[&str]) -> String {
    match tags.len().checked_sub(NAMED) {
        Some(rest @ 1..) => format!("{} and {rest} more", tags[..NAMED].join(", ")),
        _ => tags.join(", "),
    }
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
    use crate::report::tests::{One, finding};

    fn report(text: &'static str, span: Span) -> String {
        let diagnostic = finding(
            "content/he-IL/reset.md",
            span,
            "no article or file at `biling.md`",
            "did you mean `billing.md`?",
        );
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
