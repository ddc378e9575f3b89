//! `faqtory man`: the manual pages, from the same text as `--help` and `explain`.

use anyhow::{Result, bail};
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::run::Outcome;
use super::terminal::emit;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The command whose page is printed, such as build; without it the page of faqtory itself
    command: Option<String>,
}

/// `faqtory` is the whole command line.
pub(super) fn run(arguments: &Arguments, faqtory: Command) -> Result<Outcome> {
    emit(&page(faqtory, arguments.command.as_deref())?)?;
    Ok(Outcome::Fine)
}

/// Exit codes, as all commands have them.
const EXITS: [(&str, &str); 3] = [
    ("0", "Fine."),
    ("1", "There are problems at error level; a built site is complete all the same."),
    ("2", "Faqtory could not run."),
];

const FILES: [(&str, &str); 4] = [
    ("faqtory.toml", "The configuration of a project. Every key may be left out."),
    ("content/", "The articles of a project, a folder for each locale."),
    ("themes/", "The project's own themes, a folder for each; see faqtory-init(1)."),
    ("locales/", "Words of the interface that the project changes or adds, a folder for each locale."),
];

/// A manual page in roff.
///
/// # Errors
/// No such command.
fn page(faqtory: Command, command: Option<&str>) -> Result<String> {
    let mut faqtory = faqtory.disable_help_subcommand(true);
    faqtory.build();
    let source = concat!("faqtory ", env!("CARGO_PKG_VERSION"));
    let mut page = Vec::new();
    let Some(name) = command else {
        Man::new(faqtory).source(source).render(&mut page)?;
        checks().to_writer(&mut page)?;
        section("FILES", &FILES).to_writer(&mut page)?;
        section("EXIT STATUS", &EXITS).to_writer(&mut page)?;
        return Ok(String::from_utf8_lossy(&page).into_owned());
    };
    let Some(found) = faqtory.get_subcommands().find(|found| found.get_name() == name) else {
        let names: Vec<&str> = faqtory.get_subcommands().map(Command::get_name).collect();
        bail!("there is no command `{name}`; there are {}", names.join(", "));
    };
    Man::new(found.clone()).source(source).render(&mut page)?;
    section("EXIT STATUS", &EXITS).to_writer(&mut page)?;
    let mut see = Roff::new();
    see.control("SH", ["SEE ALSO"]).text([bold("faqtory"), roman("(1)")]);
    see.to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn checks() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["CHECKS"]);
    roff.text([bold("faqtory explain "), roman("CODE says why each is bad and how to fix it.")]);
    for check in crate::CHECKS {
        roff.control("TP", []).text([bold(check.code)]);
        roff.text([roman(format!("{}: {}", check.level.name(), check.summary))]);
    }
    roff.control("SH", ["FINISHED SITE"]);
    roff.text([bold("faqtory build --verify"), roman(" finds these in the site that it has written.")]);
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
