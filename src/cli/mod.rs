//! Arguments, printing and exit codes: one file a command. Decides nothing about content.

mod build;
mod check;
mod completions;
mod explain;
mod files;
mod fixes;
mod format;
mod init;
mod man;
mod progress;
mod run;
mod serve;
mod stamp;
mod status;
mod terminal;
mod verified;

use std::io;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::report::{Colour, visible};

use run::Outcome;
use terminal::{Stream, colour, note};

/// Turns folders of translated Markdown FAQ articles into a static help site for every locale, and finds what is
/// broken in them.
#[derive(Debug, Parser)]
#[command(name = "faqtory", version, about, propagate_version = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site
    Build(build::Arguments),
    /// Find problems in articles, without building
    Check(check::Arguments),
    /// Show the site in a browser while you write
    Serve(serve::Arguments),
    /// Show translation progress by locale
    Status(status::Arguments),
    /// Write the source hash into translations
    Stamp(stamp::Arguments),
    /// List what each file is taken for, and why
    Files(files::Arguments),
    /// Explain a finding and how to fix it
    Explain(explain::Arguments),
    /// Start a project, or a theme of its own
    Init(init::Arguments),
    /// Generate shell completions
    Completions(completions::Arguments),
    /// Print the manual page
    Man(man::Arguments),
}

/// Exit code 0: fine; 1: problems at error level; 2: could not run.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    let result = match cli.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Stamp(arguments) => stamp::run(&arguments),
        Command::Files(arguments) => files::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments, &mut Cli::command()),
        Command::Man(arguments) => man::run(&arguments, Cli::command()),
    };
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let (red, reset) = match colour(Stream::Notes) {
                Colour::Coloured => ("\u{1b}[1;31m", "\u{1b}[0m"),
                Colour::Plain => ("", ""),
            };
            let _ = note(&format!("{red}error:{reset} {error:#}\n"));
            ExitCode::from(2)
        }
    }
}

/// Help, the version, or what is wrong with the arguments, which may be names of files that anybody chose.
fn refuse(error: &clap::Error) -> ExitCode {
    let plain = error.render().to_string();
    if visible::text(&plain) == plain {
        error.exit();
    }
    let _ = note(&plain);
    ExitCode::from(2)
}

/// The reader of our output has gone (`faqtory check | head`): no fault of ours.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io =
        |cause: &(dyn std::error::Error + 'static)| cause.downcast_ref::<io::Error>().map(io::Error::kind);
    error.chain().any(|cause| io(cause) == Some(io::ErrorKind::BrokenPipe))
}
