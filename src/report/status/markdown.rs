//! The state of all translations for an issue or a chat: a table.

use std::fmt::Write as _;

use crate::report::format::{Format, Rendered};
use crate::translation::{LocaleStatus, Status};

use super::Render;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "markdown",
    description: "",
    render: |report| Ok(Rendered::screened(render(report.status))),
};

/// A row a locale; the source has none.
fn render(status: &Status) -> String {
    let mut out = "| Locale | Current | Touched | Outdated | Missing | Untracked | Orphaned | In progress |\n|---|--:|--:|--:|--:|--:|--:|--:|\n".to_owned();
    for locale in status.locales.iter().filter(|locale| !status.is_source(locale)) {
        let LocaleStatus { locale: own, coverage, .. } = locale;
        let percent = locale.percent().map_or("–".to_owned(), |percent| format!("{percent} %"));
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "| {} ({percent}) | {} | {} | {} | {} | {} | {} | {} |",
            own.tag(),
            coverage.current,
            coverage.touched,
            coverage.outdated,
            coverage.missing,
            coverage.untracked,
            coverage.orphaned,
            locale.in_progress
        );
    }
    out
}
