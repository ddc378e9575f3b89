//! `faqtory build`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::build::{self, BuildReport, Deployment, FileCounts, Missing, Seconds};
use crate::report::check::human;
use crate::report::{Colour, Counts, Format, Rendered, formats};
use crate::{
    BuildExtent, BuildRequest, Built, Drafts, Input, Manifest, Phase, Project, ProjectRequest, Root,
    Selection, Verified,
};

use super::examples::Example;
use super::progress::{Times, Watch};
use super::run::{Outcome, command, load, note_history, out_folder, threads};
use super::terminal::{Stream, Terminal};
use super::{examples, format, verified};

/// Diagnostics that a build prints before it points to `faqtory check`.
const SHOWN: usize = 10;

const EXAMPLES: &[Example] = &[
    ("Build the site of the project in this folder into public/", "faqtory build"),
    ("Build a folder of articles into another folder", "faqtory build docs --out site"),
    ("Build it, and verify every page of the finished site", "faqtory build --verify"),
    ("Only build two locales", "faqtory build --locale de-DE,fr-FR"),
    ("List what a host has to be given since the last time", "faqtory build --changes-since last"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles
    ///
    /// A project is a folder with faqtory.toml or content/.
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Folder to write the site to [default: `public` in the project]
    ///
    /// Without a project, the default is `public` in the working directory. Where `public` holds files of your own, it is
    /// `site`.
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Only build these locales, separated by commas; may be repeated
    ///
    /// The shared root, such as the start page and the sitemaps, is left as it is unless --root is given.
    #[arg(long = "locale", value_name = "L", value_delimiter = ',')]
    locales: Vec<String>,
    /// Build the shared root too (with --locale), or alone
    #[arg(long)]
    root: bool,
    /// Include articles marked `draft: true`
    #[arg(long)]
    drafts: bool,
    /// Verify the finished site
    ///
    /// Checks the links, IDs, languages and alternates of every page, and what search engines read.
    #[arg(long)]
    verify: bool,
    /// Ask git which translations are outdated by changes of words
    ///
    /// Pages of the others carry no notice that their originals have changed. Needs the whole history of the repository.
    #[arg(long)]
    history: bool,
    /// List what has changed since this manifest: what to upload, delete and purge
    ///
    /// A manifest is a copy of the folder `.faqtory` of the site that is deployed; an empty folder where none is yet. The list takes the place of
    /// the summary on standard output: a line `upload PATH`, `delete PATH` or `purge ADDRESS` each, in the order in which they are safe.
    #[arg(long, value_name = "MANIFEST")]
    changes_since: Option<PathBuf>,
    /// Number of threads [default: one per CPU]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Format of the summary
    #[arg(long, value_parser = format::parser(formats::BUILD), default_value = format::HUMAN)]
    format: &'static Format<build::Render>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let pool = threads(arguments.jobs.map(usize::from))?;
    pool.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let watch = Watch::new(terminal);
    // It may be that of the folder that is written.
    let before = arguments.changes_since.as_deref().map(Manifest::read).transpose()?;
    let mut configured = Project::configuration(&arguments.dir)?;
    if arguments.history {
        configured.ask_history();
    }
    let out = out_folder(&arguments.dir, arguments.out.as_ref(), Some(&configured));
    let drafts = if arguments.drafts { Drafts::Included } else { Drafts::Excluded };
    let request = ProjectRequest { root: &arguments.dir, out: &out, drafts };
    let project = load(Input::read(configured, request, &watch)?, &watch)?;
    let in_parts = arguments.root || !arguments.locales.is_empty();
    let build = BuildRequest {
        out: &out,
        locales: &arguments.locales,
        root: if arguments.root || !in_parts { Root::Written } else { Root::Untouched },
        extent: if in_parts { BuildExtent::Parts } else { BuildExtent::Whole },
    };
    let wanted = Selection { locales: project.locales(&arguments.locales)?, ..Selection::default() };
    let checked = project.check(&wanted, &watch)?.once();
    let diagnostics = checked.diagnostics;
    let built = project.build(&build, &watch)?;
    let verified = if arguments.verify { Some(project.verify(&out, build.extent, &watch)?) } else { None };
    let changes = before.map(|before| project.deployment(&before, &build)).transpose()?;
    let made = Made { built, diagnostics, verified, changes, times: watch.finish() };
    note_history(&project, terminal)?;
    if arguments.format.name == format::HUMAN {
        terminal.note(&project.layout().help())?;
        terminal.note(&worst(&project, &made.diagnostics, terminal.colour(Stream::Notes)))?;
        if let Some(verified) = &made.verified {
            terminal.note(&verified::findings(verified, &out, terminal.colour(Stream::Notes)))?;
        }
    }
    let summary = rendered(arguments, &project, &made, &out)?;
    match &made.changes {
        Some(changes) if arguments.format.name == format::HUMAN => {
            terminal.note(&summary.text)?;
            terminal.show(&build::human::deployment(changes))?;
        }
        _ => terminal.show(&summary)?,
    }
    let in_site = made.verified.as_ref().and_then(verified::worst);
    let outcome = Outcome::of(made.diagnostics.iter().map(|it| it.severity).chain(in_site).min());
    // The program ends here: to take the project apart piece by piece would only take time.
    std::mem::forget((project, made));
    Ok(outcome)
}

/// What a run made and found.
struct Made {
    built: Built,
    diagnostics: Vec<Diagnostic>,
    verified: Option<Verified>,
    changes: Option<Deployment>,
    times: Times,
}

fn rendered(arguments: &Arguments, project: &Project, made: &Made, out: &Path) -> Result<Rendered> {
    let Made { built, diagnostics, verified, changes, times } = made;
    let seconds = |phase| times.seconds(phase);
    (arguments.format.render)(&BuildReport {
        layout: &project.layout(),
        locales: &built.locales,
        source: project.source_locale(),
        pages: built.pages,
        noindex: built.noindex,
        files: FileCounts {
            all: built.output.files,
            unchanged: built.output.unchanged,
            removed: built.output.removed,
        },
        out: &out.display().to_string(),
        diagnostics: Counts::of(diagnostics),
        check: &command("check", &arguments.dir),
        missing: Missing {
            source_without_articles: project.source_without_articles(),
            base_url: project.base_url().is_some(),
        },
        verified: verified.as_ref(),
        changes: changes.as_ref(),
        seconds: Seconds {
            read: seconds(Phase::Read),
            catalog: seconds(Phase::Catalog),
            check: seconds(Phase::Check),
            search: seconds(Phase::Search),
            render: seconds(Phase::Render),
            verify: seconds(Phase::Verify),
            total: times.total.as_secs_f64(),
        },
    })
}

/// The first errors, or warnings where there are no errors; check shows the rest.
fn worst(project: &Project, diagnostics: &[Diagnostic], colour: Colour) -> String {
    let worst = diagnostics.iter().map(|diagnostic| diagnostic.severity).min();
    let Some(severity) = worst.filter(|severity| *severity != Severity::Suggestion) else {
        return String::new();
    };
    let shown: Vec<Diagnostic> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == severity)
        .take(SHOWN)
        .cloned()
        .collect();
    human::render(&shown, project, colour)
}
