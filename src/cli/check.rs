//! `faqtory check`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::report::{Counts, human, json, plural};
use crate::{Drafts, Project, ProjectRequest};

use super::progress::Watch;
use super::{Format, Outcome, colour, note, out_folder, print, threads};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project (a folder with faqtory.toml or content/), or any folder of articles
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Show problems of this locale only; may be repeated, or hold several with commas
    #[arg(long = "locale", value_name = "L", value_delimiter = ',')]
    locales: Vec<String>,
    /// How the problems are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments))
}

fn run_here(arguments: &Arguments) -> Result<Outcome> {
    let watch = Watch::new();
    let configured = Project::configuration(&arguments.dir)?;
    let out = out_folder(&arguments.dir, None, configured.is_project());
    let request = ProjectRequest { root: &arguments.dir, out: &out, drafts: Drafts::Included };
    let project = Project::load(configured, request, &watch)?;
    let wanted = project.locales(&arguments.locales)?;
    let diagnostics = project.check(&wanted, &watch);
    watch.finish();
    match arguments.format {
        Format::Json => print(&json::render(&diagnostics, project.articles(&wanted), &project)?)?,
        Format::Human => {
            print(&human::render(&diagnostics, &project, colour(&std::io::stdout())))?;
            let articles = plural(project.articles(&wanted), "article");
            note(&format!("{articles}: {}\n", Counts::of(&diagnostics)))?;
        }
    }
    Ok(Outcome::of(diagnostics.iter().map(|diagnostic| diagnostic.severity).min()))
}
