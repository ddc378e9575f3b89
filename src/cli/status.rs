//! `faqtory status`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::report::Format;
use crate::report::difference::DifferenceReport;
use crate::report::formats::{self, named};
use crate::report::status::{self, StatusReport};
use crate::report::todo::TodoReport;
use crate::report::visible::line;
use crate::{Drafts, Project, ProjectRequest};

use super::format;
use super::progress::Watch;
use super::run::{Outcome, command, load, out_folder, threads};
use super::terminal::{Stream, colour, print, show};

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
    #[arg(long, value_parser = format::parser(formats::STATUS), default_value = format::HUMAN)]
    format: &'static Format<status::Render>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments))
}

fn run_here(arguments: &Arguments) -> Result<Outcome> {
    let watch = Watch::new();
    let configured = Project::configuration(&arguments.dir)?;
    let out = out_folder(&arguments.dir, None, Some(&configured));
    let request = ProjectRequest { root: &arguments.dir, out: &out, drafts: Drafts::Excluded };
    let project = load(configured, request, &watch)?;
    watch.finish();
    let format = arguments.format;
    match (&arguments.todo, arguments.diff.as_deref()) {
        (Some(locale), _) => list(&project, locale, format.name)?,
        (None, Some([article, locale])) => changes(&project, article, locale, format.name)?,
        _ => table(&project, &arguments.dir, format)?,
    }
    Ok(Outcome::Fine)
}

fn table(project: &Project, dir: &Path, format: &Format<status::Render>) -> Result<()> {
    let todo = |locale: &str| command(&format!("status --todo {locale}"), dir);
    let colour = colour(Stream::Result);
    show(&(format.render)(&StatusReport { status: &project.status(), todo: &todo, colour })?)
}

fn list(project: &Project, locale: &str, format: &str) -> Result<()> {
    let (locale, todo) = project.todo(locale)?;
    let Some(format) = named(formats::TODO, format) else { bail!("--todo prints human, json or csv") };
    let colour = colour(Stream::Result);
    show(&(format.render)(&TodoReport { locale: locale.tag(), todo: &todo, colour })?)
}

fn changes(project: &Project, article: &str, locale: &str, format: &str) -> Result<()> {
    let Some(format) = named(formats::DIFFERENCE, format) else {
        bail!("--diff prints a unified diff; leave --format out")
    };
    match project.difference(article, locale)? {
        Some(difference) => {
            let colour = colour(Stream::Result);
            show(&(format.render)(&DifferenceReport { difference: &difference, colour })?)
        }
        None => print(&format!(
            "The translation of {} into {} is current: nothing has changed.\n",
            line(article),
            line(locale)
        )),
    }
}
