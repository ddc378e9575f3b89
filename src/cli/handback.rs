//! `faqtory handback`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::report::Format;
use crate::report::formats;
use crate::report::handback::{self, HandbackReport};
use crate::{CancelledHandoffs, Drafts, HandbackExtent, HandbackRequest, Project};

use super::examples::{self, Example};
use super::format;
use super::progress::Watch;
use super::run::{Outcome, read, threads, today};
use super::terminal::{Stream, Terminal};

const EXAMPLES: &[Example] = &[
    ("Take a whole package back", "faqtory handback handoff-2026-05-31-1-3f9c2a"),
    ("Take one file back", "faqtory handback my-help billing.md.xlf"),
    (
        "Take back what is right, and write a list of the rest",
        "faqtory handback handoff-2026-05-31-1-3f9c2a --partial --format markdown > list.md",
    ),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Files of a package, or its folder; a project's folder may stand before them
    ///
    /// Without a project's folder the project is the working directory.
    #[arg(value_name = "[DIR] FILE", required = true)]
    paths: Vec<PathBuf>,
    /// Write what is right, even if other files of the same locale are refused
    #[arg(long)]
    partial: bool,
    /// Also take translations whose hand-off was cancelled
    #[arg(long)]
    cancelled: bool,
    /// Format of the result
    #[arg(long, value_parser = format::parser(formats::HANDBACK), default_value = format::HUMAN)]
    format: &'static Format<handback::Render>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let watch = Watch::new(terminal);
    let (dir, files) = divided(&arguments.paths)?;
    let input = read(dir, Drafts::Included, &watch)?;
    let project = Project::new(&input, &watch)?;
    let request = HandbackRequest {
        files,
        extent: if arguments.partial { HandbackExtent::Partial } else { HandbackExtent::WholeLocales },
        cancelled: if arguments.cancelled { CancelledHandoffs::Taken } else { CancelledHandoffs::Refused },
        today: today()?,
    };
    let back = input.handback(&project, &request)?;
    watch.finish();
    let colour = terminal.colour(Stream::Result);
    terminal.show(&(arguments.format.render)(&HandbackReport { back: &back, colour })?)?;
    Ok(if back.refusals.is_empty() { Outcome::Fine } else { Outcome::Problems })
}

/// The project's folder and the files: a folder in front of them that is no package is the project's.
fn divided(paths: &[PathBuf]) -> Result<(&Path, &[PathBuf])> {
    let is_dir = |path: &Path| path.is_dir() && !is_of_package(path);
    match paths {
        [dir]
            if is_dir(dir) && Project::configuration(dir).is_ok_and(|configured| configured.is_project()) =>
        {
            bail!("{} is a project\nhelp: name the files that came back behind it", dir.display())
        }
        [dir, files @ ..] if !files.is_empty() && is_dir(dir) => Ok((dir, files)),
        files => Ok((Path::new("."), files)),
    }
}

/// Whether it is the folder of a package, or one in it.
fn is_of_package(path: &Path) -> bool {
    path.ancestors().any(|above| above.join("handoff.json").is_file())
}
