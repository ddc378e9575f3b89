//! `faqtory files`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::{Drafts, report};

use super::examples::{self, Example};
use super::progress::Watch;
use super::run::{Outcome, read, threads};
use super::terminal::{Stream, colour, note, print};

const EXAMPLES: &[Example] = &[
    ("List every file of this folder", "faqtory files"),
    ("List those that are not read", "faqtory files docs | grep \"not read\""),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles
    ///
    /// A project is a folder with faqtory.toml or content/.
    #[arg(default_value = ".")]
    dir: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments))
}

fn run_here(arguments: &Arguments) -> Result<Outcome> {
    let watch = Watch::new();
    let input = read(&arguments.dir, Drafts::Excluded, &watch)?;
    let (files, layout) = input.files()?;
    watch.finish();
    print(&report::layout::list(&files, colour(Stream::Result)))?;
    note(&layout.sentence())?;
    Ok(Outcome::Fine)
}
