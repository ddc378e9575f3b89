//! `faqtory completions`.

use anyhow::Result;
use clap::{Args, Command};
use clap_complete::Shell;

use super::examples::{self, Example};
use super::run::Outcome;
use super::terminal::emit;

const EXAMPLES: &[Example] = &[
    ("Bash", "faqtory completions bash > ~/.local/share/bash-completion/completions/faqtory"),
    ("Zsh, if ~/.zfunc is in $fpath", "faqtory completions zsh > ~/.zfunc/_faqtory"),
    ("Fish", "faqtory completions fish > ~/.config/fish/completions/faqtory.fish"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Shell to generate completions for
    #[arg(value_enum)]
    shell: Shell,
}

/// `faqtory` is the whole command line.
pub(super) fn run(arguments: &Arguments, faqtory: &mut Command) -> Result<Outcome> {
    emit(&completions(arguments.shell, faqtory))?;
    Ok(Outcome::Fine)
}

/// The script that a shell reads.
fn completions(shell: Shell, faqtory: &mut Command) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, faqtory, "faqtory", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, ValueEnum};

    use super::super::Cli;
    use super::*;

    #[test]
    fn every_command_and_option_is_completed() {
        for shell in Shell::value_variants() {
            let script = completions(*shell, &mut Cli::command());
            for command in Cli::command().get_subcommands() {
                assert!(script.contains(command.get_name()), "{shell}: {}", command.get_name());
                for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
                    assert!(script.contains(option), "{shell}: {} --{option}", command.get_name());
                }
            }
        }
    }
}
