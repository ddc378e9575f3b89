//! `faqtory man`: the manual pages, from the same text as `--help` and `explain`.

use anyhow::{Result, bail};
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::examples::{self, Example, HEADING};
use super::run::Outcome;
use super::terminal::emit;

const EXAMPLES: &[Example] = &[
    ("Read the manual page of faqtory", "faqtory man | man -l -"),
    ("Save the manual page of a command", "faqtory man check > faqtory-check.1"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Command whose page to print, such as build; without it, the page of faqtory itself
    command: Option<String>,
}

/// `faqtory` is the whole command line.
pub(super) fn run(arguments: &Arguments, faqtory: Command) -> Result<Outcome> {
    emit(&page(faqtory, arguments.command.as_deref())?)?;
    Ok(Outcome::Fine)
}

/// Exit codes, as all commands have them.
const EXITS: [(&str, &str); 3] = [
    ("0", "No errors were found."),
    ("1", "Errors were found; a built site is complete nevertheless."),
    ("2", "The command could not run."),
];

const FILES: [(&str, &str); 4] = [
    ("faqtory.toml", "The configuration of a project. Every key is optional."),
    ("content/", "The articles of a project, one folder per locale."),
    ("themes/", "The project's own themes, one folder per theme; see faqtory-init(1)."),
    ("locales/", "Interface messages that the project changes or adds, one folder per locale."),
];

/// A manual page in roff.
///
/// # Errors
/// No such command.
fn page(faqtory: Command, command: Option<&str>) -> Result<String> {
    let mut faqtory = faqtory.disable_help_subcommand(true).after_help(None::<&str>);
    faqtory.build();
    let source = concat!("faqtory ", env!("CARGO_PKG_VERSION"));
    let mut page = Vec::new();
    let Some(name) = command else {
        Man::new(plain(&faqtory)).source(source).render(&mut page)?;
        examples_of(&faqtory).to_writer(&mut page)?;
        checks().to_writer(&mut page)?;
        section("FILES", &FILES).to_writer(&mut page)?;
        section("EXIT STATUS", &EXITS).to_writer(&mut page)?;
        return Ok(String::from_utf8_lossy(&page).into_owned());
    };
    let Some(found) = faqtory.get_subcommands().find(|found| found.get_name() == name) else {
        let names: Vec<&str> = faqtory.get_subcommands().map(Command::get_name).collect();
        bail!("unknown command `{name}`\nhelp: use one of {}", names.join(", "));
    };
    Man::new(plain(found)).source(source).render(&mut page)?;
    examples_of(found).to_writer(&mut page)?;
    section("EXIT STATUS", &EXITS).to_writer(&mut page)?;
    let mut see = Roff::new();
    see.control("SH", ["SEE ALSO"]).text([bold("faqtory"), roman("(1)")]);
    see.to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// Without what `--help` ends with.
fn plain(command: &Command) -> Command {
    command.clone().after_long_help(None::<&str>)
}

/// The examples of `--help`, line by line.
fn examples_of(command: &Command) -> Roff {
    let text = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]).control("nf", []);
    for line in text.lines().filter(|line| *line != HEADING) {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff
}

fn checks() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["CHECKS"]);
    roff.text([bold("faqtory explain "), roman("CODE explains each of them and how to fix it.")]);
    for check in crate::CHECKS {
        roff.control("TP", []).text([bold(check.code)]);
        roff.text([roman(format!("{}: {}", check.level.name(), check.summary))]);
    }
    roff.control("SH", ["FINISHED SITE"]);
    roff.text([bold("faqtory build --verify"), roman(" finds these in the finished site.")]);
    for rule in crate::RULES {
        roff.control("TP", []).text([bold(rule.code)]);
        roff.text([roman(format!("{}: {}", rule.severity.name(), rule.summary))]);
    }
    roff
}

fn section(title: &str, entries: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (name, text) in entries {
        roff.control("TP", []).text([bold(*name)]).text([roman(*text)]);
    }
    roff
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::Cli;
    use super::*;

    /// roff writes a hyphen that is not a word's as `\-`.
    fn plain(text: &str) -> String {
        text.replace("\\-", "-")
    }

    #[test]
    fn every_command_option_and_check_has_its_place() {
        let main = plain(&page(Cli::command(), None).unwrap());
        for check in crate::CHECKS {
            assert!(main.contains(check.code), "{}", check.code);
        }
        for rule in crate::RULES {
            assert!(main.contains(rule.code), "{}", rule.code);
        }
        for command in Cli::command().get_subcommands() {
            let name = command.get_name();
            assert!(main.contains(&format!("faqtory-{name}(1)")), "{name}\n{main}");
            let own = plain(&page(Cli::command(), Some(name)).unwrap());
            assert!(own.contains(&format!("faqtory-{name}")), "{name}\n{own}");
            for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
                assert!(own.contains(&format!("--{option}")), "{name} --{option}\n{own}");
            }
        }
        assert!(page(Cli::command(), Some("bild")).unwrap_err().to_string().contains("build, check"));
    }
}
