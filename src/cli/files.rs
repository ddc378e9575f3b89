//! `faqtory files`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::report::layout;
use crate::{Drafts, Input, Project, ProjectRequest};

use super::progress::Watch;
use super::run::{Outcome, out_folder, threads};
use super::terminal::{Stream, colour, note, print};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project (a folder with faqtory.toml or content/), or any folder of articles
    #[arg(default_value = ".")]
    dir: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments))
}

fn run_here(arguments: &Arguments) -> Result<Outcome> {
    let watch = Watch::new();
    let configured = Project::configuration(&arguments.dir)?;
    let out = out_folder(&arguments.dir, None, Some(&configured));
    let request = ProjectRequest { root: &arguments.dir, out: &out, drafts: Drafts::Excluded };
    let input = Input::read(configured, request, &watch)?;
    let project = Project::new(&input, &watch)?;
    watch.finish();
    print(&layout::list(&project.files(&input)?, colour(Stream::Result)))?;
    note(&project.layout().sentence())?;
    Ok(Outcome::Fine)
}
