//! The examples at the end of `--help` and of the manual pages. Runs none.

use std::fmt::Write as _;

/// What a command line is for, and the command line.
pub(super) type Example = (&'static str, &'static str);

/// The first line of the section.
pub(super) const HEADING: &str = "Examples:";

/// The section, as `--help` ends with it.
pub(super) fn section(examples: &[Example]) -> String {
    let mut text = format!("\u{1b}[1;4m{HEADING}\u{1b}[0m");
    for (number, (purpose, line)) in examples.iter().enumerate() {
        let gap = if number == 0 { "" } else { "\n" };
        // Writing to a String cannot fail.
        let _ = write!(text, "{gap}\n  {purpose}:\n    {line}");
    }
    text
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory, Parser};

    use super::super::Cli;
    use super::*;

    /// The words of the command lines of a section, up to what the shell takes.
    fn lines(command: &Command) -> Vec<Vec<String>> {
        let text = command.get_after_long_help().unwrap_or_else(|| panic!("{}", command.get_name()));
        let text = text.to_string();
        assert!(text.starts_with(HEADING), "{text}");
        let lines = text.lines().filter_map(|line| line.strip_prefix("    "));
        let words = |line: &str| {
            let words = line.split(' ').take_while(|word| !matches!(*word, ">" | "|"));
            words.map(|word| word.trim_matches('\'').to_owned()).collect()
        };
        lines.map(words).collect()
    }

    #[test]
    fn every_command_has_examples_and_takes_them() {
        let cli = Cli::command();
        for command in [&cli].into_iter().chain(cli.get_subcommands()) {
            for words in lines(command) {
                let parsed = Cli::try_parse_from(&words);
                assert!(parsed.is_ok(), "{words:?}: {}", parsed.unwrap_err());
                assert!(command.get_name() == "faqtory" || words[1] == command.get_name(), "{words:?}");
            }
        }
    }
}
