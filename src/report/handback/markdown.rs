//! What is wrong with translations that came back, for a mail to those who translate, or an issue: a list of tasks a file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::report::format::{Format, Rendered};
use crate::report::markdown::{code, prose};

use super::human::summary;
use super::{HandbackRefusal, HandedBack, Render, shortened};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "markdown",
    description: "A list for a mail or an issue",
    render: |report| Ok(Rendered::screened(render(report.back))),
};

fn render(back: &HandedBack) -> String {
    let mut out = format!("{}\n", summary(back));
    let mut files: BTreeMap<&str, Vec<&HandbackRefusal>> = BTreeMap::new();
    for refusal in &back.refusals {
        files.entry(&refusal.file).or_default().push(refusal);
    }
    for (file, refusals) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "\n## {}\n", code(file));
        for refusal in refusals {
            let _ = writeln!(out, "- [ ] {}", task(refusal));
        }
    }
    out
}

fn task(refusal: &HandbackRefusal) -> String {
    let place = refusal.line.map(|line| format!("Line {line}: ")).unwrap_or_default();
    let text = refusal.text.as_deref().map(|text| format!(" In {}:", code(&shortened(text))));
    let [message, help] = [&refusal.message, &refusal.help].map(|words| sentence(&prose(words)));
    format!("{place}{message}{} {help}", text.unwrap_or_default())
}

/// With a capital letter and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    format!("{}.", first.chain(letters).collect::<String>())
}
