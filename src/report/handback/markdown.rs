//! What is wrong with translations that came back, for a mail to those who translate, or an issue: a list of tasks a file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::report::format::{Format, Rendered};
use crate::report::markdown::code;
use crate::report::visible::line;

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
    let [message, help] = [&refusal.message, &refusal.help].map(|words| sentence(&plain(words)));
    format!("{place}{message}{} {help}", text.unwrap_or_default())
}

/// With a capital letter and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    format!("{}.", first.chain(letters).collect::<String>())
}

/// Words with code between backticks, without anything else that is markup.
fn plain(text: &str) -> String {
    let text = line(text);
    let mut parts = text.split('`');
    let mut out = String::new();
    let mut is_code = false;
    while let Some(part) = parts.next() {
        if is_code && parts.clone().next().is_some() {
            out += &code(part);
        } else {
            let is_markup = |letter: char| "\\*_[]<>&#|~!`".contains(letter);
            out.extend(part.chars().flat_map(|letter| is_markup(letter).then_some('\\').into_iter().chain([letter])));
        }
        is_code = !is_code;
    }
    out
}
