//! How an error is shown, whoever found it: `error: …`, then what to do about it as `help: …`. Prints nothing.

use std::fmt::Write as _;

use crate::report::Colour;

const ERROR: &str = "error: ";
const HELP: &str = "help: ";

/// An error as people read it. Lines of it that begin with `help: ` come last, wherever they are.
pub(super) fn shown(error: &str, colour: Colour) -> String {
    let (help, what): (Vec<&str>, Vec<&str>) = error.trim_end().lines().partition(|line| is_help(line));
    let mut text = format!("{}{}\n", painted(ERROR, colour), what.join("\n"));
    for line in help {
        let line = line.strip_prefix(HELP).unwrap_or(line);
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}{line}", painted(HELP, colour));
    }
    text
}

/// What clap says of arguments, in the same form: its tips are help, and so is its pointer to `--help`.
///
/// `command` is what was called, such as `faqtory check`.
pub(super) fn of_arguments(plain: &str, command: &str, colour: Colour) -> String {
    let (mut what, mut help) = (Vec::new(), Vec::new());
    for line in plain.strip_prefix(ERROR).unwrap_or(plain).lines() {
        let trimmed = line.trim();
        if let Some(tip) = trimmed.strip_prefix("tip: ") {
            help.push(format!("{HELP}{tip}"));
        } else if let Some(values) = trimmed.strip_prefix("[possible values: ") {
            help.push(format!("{HELP}use one of {}", values.trim_end_matches(']')));
        } else if !trimmed.is_empty() && !is_pointer(line) {
            what.push(line.to_owned());
        }
    }
    if help.is_empty() {
        help.push(format!("{HELP}run `{command} --help` for its arguments and options"));
    }
    what.extend(help);
    shown(&what.join("\n"), colour)
}

/// Where clap says how a command is called, which `--help` says too.
fn is_pointer(line: &str) -> bool {
    line.starts_with("Usage: ") || line.starts_with("For more information")
}

fn is_help(line: &str) -> bool {
    line.starts_with(HELP)
}

fn painted(label: &str, colour: Colour) -> String {
    let paint = if label == ERROR { "\u{1b}[1;31m" } else { "\u{1b}[1;36m" };
    match colour {
        Colour::Coloured => format!("{paint}{}\u{1b}[0m ", label.trim_end()),
        Colour::Plain => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::{Cli, called};
    use super::*;

    #[test]
    fn help_comes_last() {
        assert_eq!(
            shown("faqtory.toml: a\nhelp: b: because c\n", Colour::Plain),
            "error: faqtory.toml: a\nhelp: b: because c\n"
        );
        assert_eq!(
            shown("a\nhelp: b", Colour::Coloured),
            "\u{1b}[1;31merror:\u{1b}[0m a\n\u{1b}[1;36mhelp:\u{1b}[0m b\n"
        );
    }

    fn refused(arguments: &[&str]) -> String {
        let error = Cli::try_parse_from([&["faqtory"], arguments].concat()).unwrap_err();
        of_arguments(&error.render().to_string(), &called(arguments.first().copied()), Colour::Plain)
    }

    #[test]
    fn arguments_are_refused_in_the_same_form() {
        insta::assert_snapshot!(refused(&["chek"]), @"
        error: unrecognized subcommand 'chek'
        help: some similar subcommands exist: 'schema', 'check'
        ");
        insta::assert_snapshot!(refused(&["check", "--statistic"]), @"
        error: unexpected argument '--statistic' found
        help: a similar argument exists: '--statistics'
        ");
        insta::assert_snapshot!(refused(&["explain", "a", "b"]), @"
        error: unexpected argument 'b' found
        help: run `faqtory explain --help` for its arguments and options
        ");
        insta::assert_snapshot!(refused(&["check", "--diff", "--format", "json"]), @"
        error: the argument '--diff' cannot be used with '--format <FORMAT>'
        help: run `faqtory check --help` for its arguments and options
        ");
        insta::assert_snapshot!(refused(&["build", "--jobs", "0"]), @"
        error: invalid value '0' for '--jobs <N>': 0 is not in 1..=65535
        help: run `faqtory build --help` for its arguments and options
        ");
        insta::assert_snapshot!(refused(&["build", "--format", "xml"]), @"
        error: invalid value 'xml' for '--format <FORMAT>'
        help: use one of human, json
        ");
        insta::assert_snapshot!(refused(&["completions"]), @"
        error: the following required arguments were not provided:
          <SHELL>
        help: run `faqtory completions --help` for its arguments and options
        ");
        insta::assert_snapshot!(refused(&["serve", "--editor", "x"]), @"
        error: invalid value 'x' for '--editor <URL>': the URL must begin with the scheme of an editor, such as `vscode://` or `idea://`
        help: run `faqtory serve --help` for its arguments and options
        ");
    }
}
