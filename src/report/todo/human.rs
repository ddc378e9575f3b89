//! What to translate next, for people.

use crate::Date;
use crate::report::colour::Colour;
use crate::report::counts::distance;
use crate::report::format::{Format, Rendered};
use crate::report::status::human::kinds;
use crate::report::table::{Cell, Paint, Side, columns};
use crate::report::visible::line;
use crate::translation::{DueState, FileKind, Todo, TodoList};

use super::Render;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "human",
    description: "",
    render: |report| Ok(Rendered::screened(all(report.lists, report.colour))),
};

/// One list after the other, each with who translates and until when.
fn all(lists: &[TodoList], colour: Colour) -> String {
    let one = |list: &TodoList| {
        let owner =
            list.owner.as_deref().map(|owner| format!("owner: {}\n", line(owner))).unwrap_or_default();
        let due = list.due.as_deref().map(|due| format!("due: {}\n", line(due))).unwrap_or_default();
        render(&list.locale, &list.todo, colour) + &owner + &due
    };
    lists.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A line an article, and how many of each state.
fn render(locale: &str, todo: &[Todo], colour: Colour) -> String {
    if todo.is_empty() {
        return format!("Nothing to translate: {locale} is complete and current.\n");
    }
    let is_known = |is_known: fn(&Todo) -> bool| todo.iter().any(is_known);
    let shown = Shown {
        new_words: is_known(|todo| todo.new_words.is_some()),
        visits: is_known(|todo| todo.visits.is_some()),
        behind: is_known(|todo| todo.behind.is_some()),
        in_progress: is_known(|todo| todo.in_progress_since.is_some()),
        kind: is_known(|todo| todo.kind.is_some()),
        because: is_known(|todo| !todo.because.is_empty()),
    };
    let rows: Vec<Vec<Cell>> =
        std::iter::once(head(&shown)).chain(todo.iter().map(|todo| row(todo, &shown))).collect();
    format!("{}\n{}\n", columns(&rows, colour), summary(locale, todo))
}

/// `4 articles to translate into fr-FR: 2 missing, 2 outdated`.
pub(super) fn summary(locale: &str, todo: &[Todo]) -> String {
    let states = [DueState::Missing, DueState::Outdated, DueState::Untracked, DueState::Touched];
    let counts = states.map(|state| (todo.iter().filter(|todo| todo.state == state).count(), state.name()));
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}"));
    let in_progress = todo.iter().filter(|todo| todo.in_progress_since.is_some()).count();
    let in_progress = (in_progress > 0).then(|| format!("{in_progress} in progress"));
    let counts: Vec<String> = counts.chain(in_progress).collect();
    let kind = |kind| todo.iter().filter(|todo| todo.kind == kind).count();
    let all = [None, Some(FileKind::Include), Some(FileKind::Names), Some(FileKind::Messages)].map(kind);
    format!("{} to translate into {locale}: {}", kinds(all).unwrap_or_default(), counts.join(", "))
}

/// Which columns have something to say.
struct Shown {
    new_words: bool,
    visits: bool,
    behind: bool,
    in_progress: bool,
    kind: bool,
    because: bool,
}

/// The names of the columns.
fn head(shown: &Shown) -> Vec<Cell> {
    let words = shown.new_words.then_some(("new words", Side::Right));
    let visits = shown.visits.then_some(("visits", Side::Right));
    let behind = shown.behind.then_some(("how far behind", Side::Left));
    let kind = shown.kind.then_some(("kind", Side::Left));
    let because = shown.because.then_some(("because of", Side::Left));
    let in_progress = shown.in_progress.then_some(("in progress since", Side::Left));
    let names = [("state", Side::Left), ("since", Side::Left), ("priority", Side::Left)].into_iter();
    let names = names
        .chain(words)
        .chain(visits)
        .chain(in_progress)
        .chain(kind)
        .chain([("source", Side::Left)])
        .chain(behind)
        .chain(because);
    names.map(|(name, side)| Cell::new(name, Paint::Dim, side)).collect()
}

fn row(todo: &Todo, shown: &Shown) -> Vec<Cell> {
    let since = todo.since.map_or_else(|| "–".to_owned(), Date::iso);
    let paint = match todo.state {
        DueState::Missing => Paint::Red,
        DueState::Outdated | DueState::Untracked => Paint::Yellow,
        DueState::Touched | DueState::Orphaned => Paint::Plain,
    };
    let mut row = vec![
        Cell::new(todo.state.name(), paint, Side::Left),
        Cell::new(since, Paint::Dim, Side::Left),
        Cell::new(line(todo.priority.as_deref().unwrap_or("–")), Paint::Plain, Side::Left),
    ];
    let number =
        |number: Option<String>| Cell::new(number.unwrap_or("–".to_owned()), Paint::Plain, Side::Right);
    row.extend(shown.new_words.then(|| number(todo.new_words.map(|words| words.to_string()))));
    row.extend(shown.visits.then(|| number(todo.visits.map(|visits| visits.to_string()))));
    row.extend(shown.in_progress.then(|| {
        let since = todo.in_progress_since.map_or_else(|| "–".to_owned(), Date::iso);
        Cell::new(since, Paint::Plain, Side::Left)
    }));
    row.extend(shown.kind.then(|| Cell::new(todo.kind(), Paint::Plain, Side::Left)));
    row.push(Cell::new(line(&todo.source), Paint::Plain, Side::Left));
    if let Some(behind) = todo.behind {
        row.push(Cell::new(distance(behind), Paint::Yellow, Side::Left));
    } else if shown.behind && shown.because {
        row.push(Cell::new("", Paint::Plain, Side::Left));
    }
    row.extend(shown.because.then(|| Cell::new(line(&todo.because.join(", ")), Paint::Plain, Side::Left)));
    row
}
