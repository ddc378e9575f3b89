//! What to translate next, for people.

use crate::Date;
use crate::report::colour::Colour;
use crate::report::counts::{distance, plural};
use crate::report::format::{Format, Rendered};
use crate::report::table::{Cell, Paint, Side, columns};
use crate::report::visible::line;
use crate::translation::{DueState, Todo, TodoList};

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
    let counts: Vec<String> = counts.collect();
    format!("{} to translate into {locale}: {}", plural(todo.len(), "article"), counts.join(", "))
}

/// Which columns have something to say.
struct Shown {
    new_words: bool,
    visits: bool,
    behind: bool,
}

/// The names of the columns.
fn head(shown: &Shown) -> Vec<Cell> {
    let words = shown.new_words.then_some(("new words", Side::Right));
    let visits = shown.visits.then_some(("visits", Side::Right));
    let behind = shown.behind.then_some(("how far behind", Side::Left));
    let names = [("state", Side::Left), ("since", Side::Left), ("priority", Side::Left)].into_iter();
    let names = names.chain(words).chain(visits).chain([("source", Side::Left)]).chain(behind);
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
    row.push(Cell::new(line(&todo.source), Paint::Plain, Side::Left));
    if let Some(behind) = todo.behind {
        row.push(Cell::new(distance(behind), Paint::Yellow, Side::Left));
    }
    row
}
