//! The state of all translations for people: what they are compared with, a line a locale with a bar, a summary.

use std::fmt::Write as _;

use crate::report::colour::Colour;
use crate::report::counts::{days, plural};
use crate::report::format::{Format, Rendered};
use crate::report::table::{Cell, Paint, Side, columns, isolated, painted};
use crate::translation::{self, Basis, DueState, LocaleStatus, Status, TranslatedFile};

use super::{Render, WITHOUT_SOURCE};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "human",
    description: "",
    render: |report| Ok(Rendered::screened(render(report.status, report.todo, report.colour))),
};

/// Columns of the bar.
const BAR: usize = 16;

/// A count of a locale, its name, and its paint where it is not zero.
type Column = (&'static str, fn(&LocaleStatus) -> usize, Paint);

const COUNTS: [Column; 7] = [
    ("current", |locale| locale.coverage.current, Paint::Plain),
    ("outdated", |locale| locale.coverage.outdated, Paint::Yellow),
    ("missing", |locale| locale.coverage.missing, Paint::Red),
    ("touched", |locale| locale.coverage.touched, Paint::Plain),
    ("untracked", |locale| locale.coverage.untracked, Paint::Yellow),
    ("orphaned", |locale| locale.coverage.orphaned, Paint::Red),
    ("in progress", |locale| locale.in_progress, Paint::Plain),
];

/// A table with a heading and a summary.
///
/// `todo` is the command that lists what to translate next into a locale.
pub(crate) fn render(status: &Status, todo: &dyn Fn(&str) -> String, colour: Colour) -> String {
    let translations: Vec<&LocaleStatus> =
        status.locales.iter().filter(|locale| !status.is_source(locale)).collect();
    // A column of nothing but zeros says nothing; the first three say that there are none.
    let is_shown =
        |at: usize, column: &Column| at < 3 || translations.iter().any(|locale| column.1(locale) > 0);
    let shown: Vec<Column> = COUNTS
        .into_iter()
        .enumerate()
        .filter(|(at, column)| is_shown(*at, column))
        .map(|(_, it)| it)
        .collect();
    let mut out = basis(status, colour) + "\n";
    let dim = |text: &str, side| Cell::new(text, Paint::Dim, side);
    let mut head =
        vec![dim("locale", Side::Left), dim("", Side::Left), dim("", Side::Left), dim("", Side::Right)];
    head.extend(shown.iter().map(|(name, ..)| dim(name, Side::Right)));
    let is_known = translations.iter().any(|locale| locale.most_behind.is_some());
    head.extend(is_known.then(|| dim("days behind", Side::Right)));
    let mut rows = vec![head];
    for locale in &status.locales {
        let mut row = row(status, locale, &shown);
        if is_known && !status.is_source(locale) {
            let behind = locale.most_behind.map_or("–".to_owned(), days);
            row.push(Cell::new(behind, Paint::Dim, Side::Right));
        }
        rows.push(row);
    }
    out += &columns(&rows, colour);
    let files = files(status);
    let _ = write!(out, "\n{}{files}", summary(status, &translations, todo));
    out
}

/// A heading, and where it needs one an explanation.
fn basis(status: &Status, colour: Colour) -> String {
    match (status.basis, &status.source) {
        (Basis::Source, Some(source)) => {
            painted(&format!("Translations, compared with the source {source}"), Paint::Bold, colour) + "\n"
        }
        _ => {
            let heading = painted(
                "Translations, compared with each other because the source is not here",
                Paint::Bold,
                colour,
            );
            format!("{heading}\n{WITHOUT_SOURCE}\n")
        }
    }
}

fn row(status: &Status, locale: &LocaleStatus, shown: &[Column]) -> Vec<Cell> {
    let own_name = isolated(locale.locale.own_name(), locale.locale.direction());
    let mut row = vec![
        Cell::new(locale.locale.tag(), Paint::Bold, Side::Left),
        Cell::new(own_name, Paint::Plain, Side::Left),
    ];
    if status.is_source(locale) {
        let articles = plural(locale.coverage.articles, "article");
        row.push(Cell::new(format!("source, {articles}"), Paint::Dim, Side::Left));
        return row;
    }
    let percent = locale.percent().map_or("–".to_owned(), |percent| format!("{percent} %"));
    row.push(bar(locale.up_to_date(), locale.wanted()));
    row.push(Cell::new(percent, Paint::Plain, Side::Right));
    row.extend(shown.iter().map(|(_, count, paint)| match count(locale) {
        0 => Cell::new("–", Paint::Dim, Side::Right),
        count => Cell::new(count.to_string(), *paint, Side::Right),
    }));
    row
}

/// As full as the share. Full and empty mean all and none: what is nearly so shows the difference.
fn bar(part: usize, whole: usize) -> Cell {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let steps = (part * BAR * 8).checked_div(whole).unwrap_or(0);
    let steps = if part > 0 { steps.max(1) } else { 0 };
    let (full, rest) = (steps / 8, steps % 8);
    let left = BAR - full - usize::from(rest > 0);
    let done = format!("{}{}", "█".repeat(full), EIGHTHS[rest]);
    Cell::new(done, Paint::Green, Side::Left).then("·".repeat(left), Paint::Dim)
}

fn summary(status: &Status, translations: &[&LocaleStatus], todo: &dyn Fn(&str) -> String) -> String {
    let sum = |count: &dyn Fn(&LocaleStatus) -> usize| translations.iter().map(|it| count(it)).sum::<usize>();
    let locales = plural(translations.len(), "locale");
    let (current, wanted) = (sum(&|it| it.coverage.current), sum(&LocaleStatus::wanted));
    let (human, machine) = (sum(&|it| it.human), sum(&|it| it.machine));
    let mut out = match translations {
        [] => return "There are no translations yet.\n".to_owned(),
        _ => format!(
            "{} in {locales}: {current} of {wanted} current",
            plural(status.articles.len(), "article ID")
        ),
    };
    if human + machine > 0 {
        let _ = write!(out, "; {human} human, {machine} machine");
    }
    out.push('\n');
    let replaced = sum(&|it| it.replaced);
    if replaced > 0 {
        let _ = writeln!(out, "Human text replaced by a machine's: {}", plural(replaced, "translation"));
    }
    let next = translations.iter().filter(|it| it.up_to_date() < it.wanted());
    if let Some(next) = next.min_by_key(|it| it.percent()) {
        let _ = writeln!(out, "What to translate next: {}", todo(next.locale.tag()));
    }
    out
}

/// A line for each locale of which something is due that is no article: `de-DE: 2 includes and 1 message file are due`.
fn files(status: &Status) -> String {
    let is_untracked: fn(&TranslatedFile) -> bool = |file| file.state == Some(DueState::Untracked);
    let states =
        [(TranslatedFile::is_due as fn(&TranslatedFile) -> bool, "due"), (is_untracked, "untracked")];
    let line = |(number, locale): (usize, &LocaleStatus)| {
        let said = states.iter().filter_map(|(is_it, name)| {
            let [includes, names, messages] = translation::count(&status.files, number, *is_it);
            let is = if includes + names + messages == 1 { "is" } else { "are" };
            Some(format!("{} {is} {name}", kinds([0, includes, names, messages])?))
        });
        let said: Vec<String> = said.collect();
        let tag = locale.locale.tag();
        (!said.is_empty()).then(|| format!("{tag}: {}\n", said.join("; ")))
    };
    status.locales.iter().enumerate().filter_map(line).collect()
}

/// `2 includes, 1 table of contents and 3 message files`, articles first; none where there are none.
pub(crate) fn kinds([articles, includes, names, messages]: [usize; 4]) -> Option<String> {
    let tables =
        if names == 1 { "1 table of contents".to_owned() } else { format!("{names} tables of contents") };
    let counts = [
        (articles, plural(articles, "article")),
        (includes, plural(includes, "include")),
        (names, tables),
        (messages, plural(messages, "message file")),
    ];
    let words: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, it)| it).collect();
    match words.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}
