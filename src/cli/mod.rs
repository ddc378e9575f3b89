//! Arguments, printing and exit codes: one file a command. Decides nothing about content.

mod build;
mod check;
mod completions;
mod examples;
mod explain;
mod external;
mod fault;
mod files;
mod fixes;
mod format;
mod handback;
mod handoff;
mod init;
mod interrupt;
mod man;
mod merge;
mod messages;
mod next;
mod progress;
mod run;
mod schema;
mod search;
mod selected;
mod serve;
mod stamp;
mod status;
mod terminal;
mod verified;

use std::ffi::OsStr;
use std::io;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use examples::Example;
use run::Outcome;
use terminal::{Stream, Terminal};

const EXAMPLES: &[Example] = &[
    ("Start a project", "faqtory init my-help"),
    ("Show it in the browser while you write", "faqtory serve my-help --open"),
    ("Find problems in its articles, and apply the safe fixes", "faqtory check my-help --fix"),
    ("Build the site into my-help/public/ and verify it", "faqtory build my-help --verify"),
];

/// Turns folders of translated Markdown FAQ articles into a static help site for every locale, and finds what is
/// broken in them.
#[derive(Debug, Parser)]
#[command(name = "faqtory", version, about, propagate_version = true)]
#[command(after_help = concat!("Run any command with --help for its options and examples.\nDocumentation: ", env!("CARGO_PKG_REPOSITORY")))]
#[command(after_long_help = examples::section(EXAMPLES) + concat!("\n\nDocumentation: ", env!("CARGO_PKG_REPOSITORY")))]
struct Cli {
    #[command(flatten)]
    terminal: Terminal,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site
    ///
    /// Checks the articles, and shows the worst problems. Even with errors, the site is complete.
    Build(build::Arguments),
    /// Find problems in articles, without building the site
    ///
    /// The exit code is 1 if there are errors. `faqtory explain CODE` explains a problem.
    Check(check::Arguments),
    /// Show the site in a browser while you write
    ///
    /// Pages are updated after every change, and a panel on each page shows what the checks found there;
    /// /_faqtory/diagnostics and /_faqtory/status show the whole site. Drafts are included. Nothing is written to the disk,
    /// and other machines cannot see the preview.
    Serve(serve::Arguments),
    /// Show translation progress by locale
    ///
    /// A translation is outdated if its source has changed since it was made.
    Status(status::Arguments),
    /// Write the source hash into translations
    ///
    /// The hash says which version of the source a translation was made from. Unless articles are named, only translations
    /// without a hash get one.
    Stamp(stamp::Arguments),
    /// Hand off articles to translators
    ///
    /// Writes a package of what is missing or outdated in a locale, with all that is still right filled in. Until it comes back, its
    /// translations are in progress: the project remembers them in .faqtory/handoffs/, which belongs in git.
    Handoff(handoff::Arguments),
    /// Take translations back
    ///
    /// Each file is compared with the version of its source that was handed off, and written where it belongs, or refused with a list of
    /// what is wrong. The exit code is 1 if a file is refused.
    Handback(handback::Arguments),
    /// Draft the new translation of a changed article
    ///
    /// Blocks whose source has not changed keep their translation. Changed and new blocks stand in the words of the source, between
    /// markers: comments that begin with `faqtory:`. Nothing is written.
    Merge(merge::Arguments),
    /// Search the site as its readers do
    ///
    /// Ranks articles as the search of the built site does. With a file of queries and the articles that answer them, it says how many
    /// readers find, and can be a gate. Nothing is written.
    Search(search::Arguments),
    /// List what each file is taken for, and why
    ///
    /// Every file of the folder is listed, also those that are not read. Nothing is written.
    Files(files::Arguments),
    /// Explain a finding and how to fix it
    Explain(explain::Arguments),
    /// Start a project, or copy the default theme to change it
    ///
    /// Files that already exist are never changed, except that --theme chooses the theme in faqtory.toml.
    Init(init::Arguments),
    /// Print the messages of the interface
    ///
    /// A file locales/LOCALE/main.ftl of a project changes single messages: copy the ones to change into it.
    Messages(messages::Arguments),
    /// Print the JSON Schema of faqtory.toml
    ///
    /// Editors complete and check faqtory.toml with it.
    Schema(schema::Arguments),
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
    let terminal = cli.terminal;
    let result = match cli.command {
        None => next::run(terminal),
        Some(Command::Build(arguments)) => build::run(&arguments, terminal),
        Some(Command::Check(arguments)) => check::run(&arguments, terminal),
        Some(Command::Serve(arguments)) => serve::run(&arguments, terminal),
        Some(Command::Status(arguments)) => status::run(&arguments, terminal),
        Some(Command::Stamp(arguments)) => stamp::run(&arguments, terminal),
        Some(Command::Handoff(arguments)) => handoff::run(&arguments, terminal),
        Some(Command::Handback(arguments)) => handback::run(&arguments, terminal),
        Some(Command::Merge(arguments)) => merge::run(&arguments, terminal),
        Some(Command::Search(arguments)) => search::run(&arguments, terminal),
        Some(Command::Files(arguments)) => files::run(&arguments, terminal),
        Some(Command::Explain(arguments)) => explain::run(&arguments, terminal),
        Some(Command::Init(arguments)) => init::run(&arguments, terminal),
        Some(Command::Messages(arguments)) => messages::run(&arguments),
        Some(Command::Schema(arguments)) => schema::run(&arguments),
        Some(Command::Completions(arguments)) => completions::run(&arguments, &mut Cli::command()),
        Some(Command::Man(arguments)) => man::run(&arguments, Cli::command()),
    };
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = terminal.error(&fault::shown(&format!("{error:#}"), terminal.colour(Stream::Notes)));
            ExitCode::from(2)
        }
    }
}

/// Help, the version, or what is wrong with the arguments, which may be names of files that anybody chose.
fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        error.exit();
    }
    let command = std::env::args_os().nth(1);
    let command = called(command.as_deref().and_then(OsStr::to_str));
    let terminal = Terminal::default();
    let colour = terminal.colour(Stream::Notes);
    let _ = terminal.error(&fault::of_arguments(&error.render().to_string(), &command, colour));
    ExitCode::from(2)
}

/// `faqtory check`, or `faqtory` where the first argument is no command.
fn called(first: Option<&str>) -> String {
    let faqtory = Cli::command();
    let command = first.filter(|name| faqtory.find_subcommand(name).is_some());
    command.map_or_else(|| "faqtory".to_owned(), |name| format!("faqtory {name}"))
}

/// The reader of our output has gone (`faqtory check | head`): no fault of ours.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io =
        |cause: &(dyn std::error::Error + 'static)| cause.downcast_ref::<io::Error>().map(io::Error::kind);
    error.chain().any(|cause| io(cause) == Some(io::ErrorKind::BrokenPipe))
}
