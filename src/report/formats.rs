//! Every output format of every command: the one list. `--help` is made from it, and the README documents it.
//!
//! A new format is one new file with a `FORMAT` and its place here.

use super::format::Format;
use super::{build, check, difference, handback, merge, search, statistics, status, todo};

/// `faqtory build`.
pub(crate) const BUILD: &[Format<build::Render>] = &[build::human::FORMAT, build::json::FORMAT];

/// `faqtory check`.
pub(crate) const CHECK: &[Format<check::Render>] = &[
    check::human::FORMAT,
    check::json::FORMAT,
    check::sarif::FORMAT,
    check::github::FORMAT,
    check::gitlab::FORMAT,
    check::junit::FORMAT,
    check::markdown::FORMAT,
];

/// `faqtory check --statistics`.
pub(crate) const STATISTICS: &[Format<statistics::Render>] =
    &[statistics::human::FORMAT, statistics::json::FORMAT];

/// `faqtory status`.
pub(crate) const STATUS: &[Format<status::Render>] = &[
    status::human::FORMAT,
    status::json::FORMAT,
    status::csv::FORMAT,
    status::html::FORMAT,
    status::markdown::FORMAT,
];

/// `faqtory status --todo`.
pub(crate) const TODO: &[Format<todo::Render>] =
    &[todo::human::FORMAT, todo::json::FORMAT, todo::csv::FORMAT, todo::markdown::FORMAT];

/// `faqtory status --diff`.
pub(crate) const DIFFERENCE: &[Format<difference::Render>] = &[difference::FORMAT];

/// `faqtory search`.
pub(crate) const SEARCH: &[Format<search::Render>] = &[search::human::FORMAT, search::json::FORMAT];

/// `faqtory merge`.
pub(crate) const MERGE: &[Format<merge::Render>] = &[merge::md::FORMAT, merge::json::FORMAT];

/// `faqtory handback`.
pub(crate) const HANDBACK: &[Format<handback::Render>] =
    &[handback::human::FORMAT, handback::json::FORMAT, handback::markdown::FORMAT];

/// The format of this name.
pub(crate) fn named<R>(formats: &'static [Format<R>], name: &str) -> Option<&'static Format<R>> {
    formats.iter().find(|format| format.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = include_str!("../../README.md");
    const COMMANDS: &str = include_str!("../../content/en-US/reference/commands.md");

    fn names<R>(formats: &[Format<R>]) -> Vec<&'static str> {
        formats.iter().map(|format| format.name).collect()
    }

    #[test]
    fn the_readme_documents_the_formats_for_machines() {
        let (_, table) = README.split_once("| `--format` | for |\n|---|---|\n").unwrap();
        let rows = table.lines().map_while(|line| line.strip_prefix("| `")?.split('`').next());
        assert_eq!(rows.collect::<Vec<_>>(), names(CHECK)[1..]);
        assert!(README.contains("`--format html`") && named(STATUS, "html").is_some());
    }

    /// ``Prints `human`, `json` or `csv`.``
    fn sentence(names: &[&str]) -> String {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let (last, others) = names.split_last().unwrap();
        format!("Prints {} or {last}.", others.join(", "))
    }

    #[test]
    fn the_article_on_commands_lists_the_formats() {
        for names in [names(CHECK), names(STATUS)] {
            let sentence = sentence(&names);
            assert!(COMMANDS.contains(&sentence), "put this into commands.md: {sentence}");
        }
        assert_eq!(names(BUILD), ["human", "json"]);
        assert!(COMMANDS.contains("| `--format json` | Prints the summary as JSON. |"));
    }

    #[test]
    fn options_that_print_something_else_have_formats_of_their_command() {
        assert!(STATISTICS.iter().all(|format| named(CHECK, format.name).is_some()));
        assert!(TODO.iter().all(|format| named(STATUS, format.name).is_some()));
        assert!(DIFFERENCE.iter().all(|format| named(STATUS, format.name).is_some()));
    }
}
