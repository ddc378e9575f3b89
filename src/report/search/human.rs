//! What a search found, for people.

use std::fmt::Write as _;

use crate::report::format::{Format, Rendered};
use crate::report::table::{Cell, Paint, Side, columns, painted};
use crate::report::visible::line;

use super::{Answer, Render, SearchReport, Share};

/// Places of a result that count.
const FIVE: usize = 5;

pub(crate) const FORMAT: Format<Render> =
    Format { name: "human", description: "", render: |report| Ok(Rendered::screened(render(report))) };

fn render(report: &SearchReport<'_>) -> String {
    match report.shares {
        Some(shares) => missed(report) + &table(shares, report),
        None => report.answers.iter().map(|answer| results(answer, report)).collect(),
    }
}

fn results(answer: &Answer, report: &SearchReport<'_>) -> String {
    let mut out = String::new();
    for (number, found) in answer.results.iter().enumerate() {
        let title = painted(&line(&found.title), Paint::Bold, report.colour);
        let _ = writeln!(out, "{:>2}. {title}\n    {}", number + 1, line(&found.path));
    }
    if answer.results.is_empty() {
        let _ = writeln!(out, "nothing found in {}", report.locale);
    } else if answer.total > answer.results.len() {
        let _ = writeln!(out, "{} articles found in {}", answer.total, report.locale);
    }
    out
}

/// The queries that did not find what they should, with what they found.
fn missed(report: &SearchReport<'_>) -> String {
    let mut out = String::new();
    for answer in report.answers.iter().filter(|answer| answer.place.is_none_or(|place| place > FIVE)) {
        let found: Vec<&str> = answer.results.iter().take(FIVE).map(|found| found.id.as_str()).collect();
        let found = if found.is_empty() { "nothing".to_owned() } else { found.join(", ") };
        let wanted = |id: &String| match answer.unknown.contains(id) {
            true => format!("{id} (no article of {})", report.locale),
            false => id.clone(),
        };
        let wanted = answer.wanted.iter().map(wanted).collect::<Vec<_>>().join(", ");
        let _ =
            writeln!(out, "{}\n  wanted {}\n  found  {}", line(&answer.query), line(&wanted), line(&found));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn table(shares: &[Share], report: &SearchReport<'_>) -> String {
    let cell = |text: String| Cell::new(text, Paint::Plain, Side::Right);
    let mut rows = vec![vec![
        Cell::new(report.locale, Paint::Bold, Side::Left),
        cell("queries".to_owned()),
        cell("@5".to_owned()),
        cell("@1".to_owned()),
    ]];
    rows.extend(shares.iter().map(|share| {
        let kind = if share.kind.is_empty() { "all".to_owned() } else { line(&share.kind).into_owned() };
        let percent = |found| cell(format!("{} %", share.percent(found)));
        vec![
            Cell::new(kind, Paint::Plain, Side::Left),
            cell(share.asked.to_string()),
            percent(share.five),
            percent(share.first),
        ]
    }));
    columns(&rows, report.colour)
}
