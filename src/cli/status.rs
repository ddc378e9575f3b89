//! `faqtory status`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::report::visible::line;
use crate::report::{difference, status, todo};
use crate::{Drafts, Project, ProjectRequest};

use super::progress::Watch;
use super::{Outcome, Stream, colour, command, emit, out_folder, print, threads};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project (a folder with faqtory.toml or content/), or any folder of articles
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// List what to translate next in this locale, the most important first
    #[arg(long, value_name = "L")]
    todo: Option<String>,
    /// Show what changed in the original of an article since it was translated into a locale; asks git
    #[arg(long, num_args = 2, value_names = ["ARTICLE", "L"], conflicts_with = "todo")]
    diff: Option<Vec<String>>,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t = StatusFormat::Human)]
    format: StatusFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StatusFormat {
    Human,
    Json,
    Csv,
    /// A page for a browser, in one file
    Html,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments))
}

fn run_here(arguments: &Arguments) -> Result<Outcome> {
    let watch = Watch::new();
    let configured = Project::configuration(&arguments.dir)?;
    let out = out_folder(&arguments.dir, None, configured.is_project());
    let request = ProjectRequest { root: &arguments.dir, out: &out, drafts: Drafts::Excluded };
    let project = Project::load(configured, request, &watch)?;
    watch.finish();
    let text = match (&arguments.todo, arguments.diff.as_deref()) {
        (Some(locale), _) => list(&project, locale, arguments.format)?,
        (None, Some([article, locale])) => changes(&project, article, locale, arguments.format)?,
        _ => table(&project, &arguments.dir, arguments.format)?,
    };
    match arguments.format {
        StatusFormat::Human | StatusFormat::Csv => print(&text)?,
        StatusFormat::Json | StatusFormat::Html => emit(&text)?,
    }
    Ok(Outcome::Fine)
}

fn table(project: &Project, dir: &Path, format: StatusFormat) -> Result<String> {
    let found = project.status();
    match format {
        StatusFormat::Human => {
            let todo = |locale: &str| command(&format!("status --todo {locale}"), dir);
            Ok(status::human::render(&found, &todo, colour(Stream::Result)))
        }
        StatusFormat::Json => status::json::render(&found),
        StatusFormat::Csv => Ok(status::csv::render(&found)),
        StatusFormat::Html => status::html::render(&found, status::html::Parts::Within),
    }
}

fn list(project: &Project, locale: &str, format: StatusFormat) -> Result<String> {
    let (locale, found) = project.todo(locale)?;
    match format {
        StatusFormat::Human => Ok(todo::human(locale.tag(), &found, colour(Stream::Result))),
        StatusFormat::Json => todo::json(locale.tag(), &found),
        StatusFormat::Csv => Ok(todo::csv(&found)),
        StatusFormat::Html => bail!("--todo prints human, json or csv"),
    }
}

fn changes(project: &Project, article: &str, locale: &str, format: StatusFormat) -> Result<String> {
    if format != StatusFormat::Human {
        bail!("--diff prints a unified diff; leave --format out");
    }
    match project.difference(article, locale)? {
        Some(found) => Ok(difference::human(&found, colour(Stream::Result))),
        None => Ok(format!(
            "The translation of {} into {} is current: nothing has changed.\n",
            line(article),
            line(locale)
        )),
    }
}
