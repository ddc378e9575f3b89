//! Annotations of GitHub Actions: workflow commands, a line each.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};

use crate::report::format::{Format, Printed, Rendered};
use crate::report::position::{Positions, Texts};
use crate::report::visible::line;

use super::cap::sentence;
use super::{Render, states};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "github",
    description: "GitHub Actions annotations",
    render: |report| {
        let (states, shown): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            report.diagnostics.iter().partition(|diagnostic| report.counts(diagnostic));
        let mut rendered = render(&shown, report.prefix, report.texts);
        // A plain line of the log: an annotation each would leave no room for others.
        rendered.text += &states::count(&states);
        Ok(rendered)
    },
};

/// Annotations of one kind that GitHub takes of a step; those of a job are at most 50 together.
const EACH: usize = 10;

/// The commands, the worst first. Paths get `prefix`, which leads from the root of the repository to the folder checked.
pub(crate) fn render(diagnostics: &[&Diagnostic], prefix: &str, texts: &dyn Texts) -> Rendered {
    let mut text = String::new();
    let mut shown = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Suggestion] {
        let mut positions = Positions::new(texts);
        let these = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity);
        for diagnostic in these.take(EACH) {
            command(diagnostic, prefix, &mut positions, &mut text);
            shown += 1;
        }
    }
    let why = "GitHub shows 10 errors, 10 warnings and 10 notices per step; run `faqtory check` to see all";
    let left_out = sentence(diagnostics.len() - shown, why);
    if let Some(sentence) = &left_out {
        // No command: a plain line of the log.
        let _ = writeln!(text, "{sentence}");
    }
    Rendered { text, printed: Printed::Verbatim, left_out }
}

fn command(diagnostic: &Diagnostic, prefix: &str, positions: &mut Positions<'_>, out: &mut String) {
    let position = positions.of(diagnostic);
    let kind = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "notice",
    };
    let file = property(&line(&format!("{prefix}{}", diagnostic.path)));
    // Writing to a String cannot fail.
    let _ = write!(out, "::{kind} file={file},line={},endLine={}", position.line, position.end_line);
    // GitHub takes columns within one line only.
    if position.line == position.end_line {
        let _ = write!(out, ",col={},endColumn={}", position.column, position.end_column);
    }
    let mut message = line(&diagnostic.message).into_owned();
    if let Some(help) = &diagnostic.help {
        let _ = write!(message, "\n{}", line(help));
    }
    if diagnostic.locales.len() > 1 {
        let _ = write!(message, "\nin {} locales; this comes from the source", diagnostic.locales.len());
    }
    let _ = writeln!(out, ",title={}::{}", property(diagnostic.code), data(&message));
}

/// A message may not end its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property may not end itself either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
