//! `faqtory status`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::report::{Format, plural};
use crate::report::difference::DifferenceReport;
use crate::report::formats::{self, named};
use crate::report::status::{self, StatusReport};
use crate::report::todo::TodoReport;
use crate::report::visible::line;
use crate::{Drafts, Project, StatusExtent};

use super::examples::Example;
use super::progress::Watch;
use super::run::{Outcome, command, load, read, threads};
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
    /// List what to translate next into this locale, the most important first
    #[arg(long, value_name = "L")]
    todo: Option<String>,
    /// Show what changed in the source of an article since it was translated
    ///
    /// ARTICLE is an article ID or the path of a file, L the locale of the translation. The change is read from git.
    #[arg(long, num_args = 2, value_names = ["ARTICLE", "L"], conflicts_with = "todo")]
    diff: Option<Vec<String>>,
    /// Format of the result
    #[arg(long, value_parser = format::parser(formats::STATUS), default_value = format::HUMAN)]
    format: &'static Format<status::Render>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let watch = Watch::new(terminal);
    let project = load(read(&arguments.dir, Drafts::Excluded, &watch)?, &watch)?;
    watch.finish();
    let format = arguments.format;
    match (&arguments.todo, arguments.diff.as_deref()) {
        (Some(locale), _) => list(&project, locale, format.name, terminal)?,
        (None, Some([article, locale])) => changes(&project, article, locale, format.name, terminal)?,
        _ => table(&project, &arguments.dir, format, terminal)?,
    }
    if format.name == format::HUMAN && arguments.diff.is_none() {
        terminal.note(&project.layout().help())?;
    }
    Ok(Outcome::Fine)
}

fn table(project: &Project, dir: &Path, format: &Format<status::Render>, terminal: Terminal) -> Result<()> {
    let todo = |locale: &str| command(&format!("status --todo {locale}"), dir);
    let colour = terminal.colour(Stream::Result);
    let is_detailed = matches!(format.name, "json" | "csv");
    let extent = if is_detailed { StatusExtent::Detailed } else { StatusExtent::Counted };
    let status = project.status(extent);
    terminal.show(&(format.render)(&StatusReport { status: &status, todo: &todo, colour })?)?;
    match status.without_history {
        0 => Ok(()),
        count => terminal.note(&format!(
            "{} may be less outdated than they seem: this clone lacks the older history\nhelp: run `git fetch --unshallow`\n",
            plural(count, "translation")
        )),
    }
}

fn list(project: &Project, locale: &str, format: &str, terminal: Terminal) -> Result<()> {
    let (locale, todo) = project.todo(locale)?;
    let Some(format) = named(formats::TODO, format) else {
        bail!("--todo cannot print this format\nhelp: use `--format human`, `json` or `csv`")
    };
    let colour = terminal.colour(Stream::Result);
    terminal.show(&(format.render)(&TodoReport { locale: locale.tag(), todo: &todo, colour })?)
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
        None => terminal.print(&format!(
            "The translation of {} into {} is current: nothing has changed.\n",
            line(article),
            line(locale)
        )),
    }
}
