//! `faqtory files`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::{Drafts, report};

use super::examples::{self, Example};
use super::progress::Watch;
use super::run::{Outcome, read, threads};
use super::terminal::{Stream, Terminal};

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

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let watch = Watch::new(terminal);
    let input = read(&arguments.dir, Drafts::Excluded, &watch)?;
    let (files, layout) = input.files()?;
    watch.finish();
    terminal.print(&report::layout::list(&files, terminal.colour(Stream::Result)))?;
    terminal.note(&layout.sentence())?;
    Ok(Outcome::Fine)
}
