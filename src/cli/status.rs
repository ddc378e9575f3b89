//! `faqtory status`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::report::Format;
use crate::report::difference::DifferenceReport;
use crate::report::formats::{self, named};
use crate::report::status::{self, StatusReport};
use crate::report::todo::TodoReport;
use crate::report::visible::line;
use crate::{Drafts, Project, StatusExtent};

use super::examples::Example;
use super::progress::Watch;
use super::run::{Outcome, command, load, note_history, read_configured, threads};
use super::terminal::{Stream, Terminal};
use super::{examples, format};

const EXAMPLES: &[Example] = &[
    ("Show how complete and how current each locale is", "faqtory status"),
    ("List what to translate next into French", "faqtory status --todo fr-FR"),
    ("Show what changed in the source of one of these articles", "faqtory status --diff billing fr-FR"),
    ("Write a page for the browser", "faqtory status --format html > status.html"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles
    ///
    /// A project is a folder with faqtory.toml or content/.
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// List what to translate next into these locales, the most important first; separated by commas, may be repeated
    #[arg(long, value_name = "L", value_delimiter = ',')]
    todo: Vec<String>,
    /// Show what changed in the source of an article since it was translated
    ///
    /// ARTICLE is an article ID or the path of a file, L the locale of the translation. The change is read from git.
    #[arg(long, num_args = 2, value_names = ["ARTICLE", "L"], conflicts_with = "todo")]
    diff: Option<Vec<String>>,
    /// With --todo, put what is read most first: a file with an article ID, path or address, a comma and a number in each line
    #[arg(long, value_name = "FILE", requires = "todo")]
    visits: Option<PathBuf>,
    /// Exit with 1 if fewer of a hundred articles are current or touched in a locale
    ///
    /// `[status] require` of faqtory.toml says so for single locales.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100), conflicts_with_all = ["todo", "diff"])]
    fail_under: Option<u8>,
    /// Format of the result
    #[arg(long, value_parser = format::parser(formats::STATUS), default_value = format::HUMAN)]
    format: &'static Format<status::Render>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let watch = Watch::new(terminal);
    let mut configured = Project::configuration(&arguments.dir)?;
    if arguments.diff.is_none() {
        configured.ask_history();
    }
    let project = load(read_configured(configured, &arguments.dir, Drafts::Excluded, &watch)?, &watch)?;
    watch.finish();
    let format = arguments.format;
    let mut outcome = Outcome::Fine;
    match (arguments.todo.as_slice(), arguments.diff.as_deref()) {
        ([], Some([article, locale])) => changes(&project, article, locale, format.name, terminal)?,
        ([], _) => outcome = table(&project, arguments, terminal)?,
        _ => list(&project, arguments, terminal)?,
    }
    if format.name == format::HUMAN && arguments.diff.is_none() {
        terminal.note(&project.layout().help())?;
    }
    Ok(outcome)
}

fn table(project: &Project, arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let (dir, format) = (&arguments.dir, arguments.format);
    let todo = |locale: &str| command(&format!("status --todo {locale}"), dir);
    let colour = terminal.colour(Stream::Result);
    let is_detailed = matches!(format.name, "json" | "csv");
    let extent = if is_detailed { StatusExtent::Detailed } else { StatusExtent::Counted };
    let status = project.status(extent);
    let not_met = project.not_met(&status, arguments.fail_under)?;
    terminal.show(&(format.render)(&StatusReport { status: &status, todo: &todo, colour })?)?;
    note_history(project, terminal)?;
    note_handoffs(project, terminal)?;
    for (locale, percent, wanted) in &not_met {
        terminal.error(&format!("{locale}: {percent} % is current or touched, {wanted} % is required\n"))?;
    }
    Ok(if not_met.is_empty() { Outcome::Fine } else { Outcome::Problems })
}

fn list(project: &Project, arguments: &Arguments, terminal: Terminal) -> Result<()> {
    let Some(format) = named(formats::TODO, arguments.format.name) else {
        bail!("--todo cannot print this format\nhelp: use `--format human`, `json`, `csv` or `markdown`")
    };
    let lists = project.todo(&arguments.todo, arguments.visits.as_deref())?;
    let colour = terminal.colour(Stream::Result);
    terminal.show(&(format.render)(&TodoReport { lists: &lists, colour })?)?;
    note_history(project, terminal)?;
    note_handoffs(project, terminal)
}

/// What they say is in progress is not known.
fn note_handoffs(project: &Project, terminal: Terminal) -> Result<()> {
    for fault in project.damaged_handoffs() {
        terminal.error(&format!("{}\n", line(&fault)))?;
    }
    Ok(())
}

fn changes(project: &Project, article: &str, locale: &str, format: &str, terminal: Terminal) -> Result<()> {
    let Some(format) = named(formats::DIFFERENCE, format) else {
        bail!("--diff only prints a unified diff\nhelp: leave out `--format`")
    };
    match project.difference(article, locale)? {
        Some(difference) => {
            let colour = terminal.colour(Stream::Result);
            terminal.show(&(format.render)(&DifferenceReport { difference: &difference, colour })?)
        }
        None => {
            let (article_name, locale_name) = (line(article), line(locale));
            let said = match project.outdated_by(article, locale)?.as_slice() {
                [] => format!(
                    "The translation of {article_name} into {locale_name} is current: nothing has changed.\n"
                ),
                paths => format!(
                    "The translation of {article_name} into {locale_name} is outdated by what it includes:\n{}",
                    paths.iter().map(|path| format!("  {}\n", line(path))).collect::<String>()
                ),
            };
            terminal.print(&said)
        }
    }
}
