//! What became of translations that came back, for people.

use std::fmt::Write as _;

use crate::report::colour::Colour;
use crate::report::counts::plural;
use crate::report::format::{Format, Rendered};
use crate::report::table::{Paint, painted};
use crate::report::visible::line;

use super::{HandedBack, Render, ReturnOutcome, shortened};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "human",
    description: "",
    render: |report| Ok(Rendered::screened(render(report.back, report.colour))),
};

/// A line a file, what is wrong, and how many.
fn render(back: &HandedBack, colour: Colour) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    for file in &back.files {
        let shown = if file.outcome == ReturnOutcome::Written { &file.target } else { &file.file };
        let _ = writeln!(out, "{}: {}", line(shown), file.outcome.words());
    }
    if !back.files.is_empty() {
        out.push('\n');
    }
    for refusal in &back.refusals {
        let error = painted("refused", Paint::Red, colour);
        let code = refusal.code.map(|code| format!("[{code}]")).unwrap_or_default();
        let _ = writeln!(out, "{}: {error}{code}: {}", line(&refusal.place()), line(&refusal.message));
        let unit = refusal.unit.as_deref().map(|unit| format!("unit {}", line(unit)));
        let text = refusal.text.as_deref().map(|text| format!("“{}”", line(&shortened(text))));
        let place: Vec<String> = unit.into_iter().chain(text).collect();
        if !place.is_empty() {
            let _ = writeln!(out, "   {}", place.join(": "));
        }
        let _ = writeln!(out, "   {} {}\n", painted("help:", Paint::Bold, colour), line(&refusal.help));
    }
    out + &summary(back) + "\n"
}

/// `2 translations written, 1 not translated yet, 1 file refused`.
pub(super) fn summary(back: &HandedBack) -> String {
    let mut parts = vec![format!("{} written", plural(back.count(ReturnOutcome::Written), "translation"))];
    for (outcome, words) in [
        (ReturnOutcome::Unchanged, "already there"),
        (ReturnOutcome::NotTranslated, "not translated yet"),
        (ReturnOutcome::Held, "held back"),
        (ReturnOutcome::Superseded, "superseded"),
        (ReturnOutcome::Missing, "missing"),
    ] {
        let count = back.count(outcome);
        if count > 0 {
            parts.push(format!("{count} {words}"));
        }
    }
    match back.refused() {
        0 => {}
        count => parts.push(format!("{} refused", plural(count, "file"))),
    }
    parts.join(", ")
}
