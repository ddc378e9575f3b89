//! `faqtory check`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::report::{Counts, human, json, plural};
use crate::{Drafts, Input, Project, ProjectRequest, Since};

use super::fixes::{self, FixArguments, Mode};
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
    /// Show only problems that came since this branch left REV: those in files changed since, committed or not, and those
    /// that the change caused elsewhere; asks git
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    #[command(flatten)]
    fixes: FixArguments,
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
    let mut input = Input::read(configured, request, &watch)?;
    let since = arguments.since.as_ref().map(|revision| input.since(revision, &watch)).transpose()?;
    let project = Project::new(&input, &watch)?;
    let wanted = project.locales(&arguments.locales)?;
    let told = |project: &Project| {
        let diagnostics = project.check(&wanted, &watch);
        match &since {
            Some(since) => since.keep(diagnostics, project),
            None => diagnostics,
        }
    };
    let mode = arguments.fixes.mode();
    if mode == Mode::Told {
        let diagnostics = told(&project);
        watch.finish();
        return report(arguments, &project, &wanted, &diagnostics, since.as_ref());
    }
    let mut fixed = input.fix(project, arguments.fixes.request(&arguments.locales), &told, &watch)?;
    if mode == Mode::Written {
        fixed = input.write(fixed, &told, &watch)?;
    }
    watch.finish();
    if mode == Mode::Shown {
        print(&fixes::differences(&fixed, colour(&std::io::stdout())))?;
        note(&fixes::told(&fixed, mode))?;
        return Ok(if fixed.files.is_empty() { Outcome::Fine } else { Outcome::Problems });
    }
    let outcome = report(arguments, &fixed.project, &wanted, &fixed.diagnostics, since.as_ref())?;
    note(&fixes::told(&fixed, mode))?;
    Ok(if fixes::has_failed(&fixed) { Outcome::Problems } else { outcome })
}

fn report(
    arguments: &Arguments,
    project: &Project,
    wanted: &[Locale],
    diagnostics: &[Diagnostic],
    since: Option<&Since>,
) -> Result<Outcome> {
    match arguments.format {
        Format::Json => print(&json::render(diagnostics, project.articles(wanted), project)?)?,
        Format::Human => {
            print(&human::render(diagnostics, project, colour(&std::io::stdout())))?;
            let articles = plural(project.articles(wanted), "article");
            note(&format!("{articles}: {}\n", Counts::of(diagnostics)))?;
            if let Some(since) = since {
                let (inside, elsewhere) = since.places(diagnostics);
                let files = plural(since.touched(), "changed file");
                note(&format!(
                    "{inside} of these in {files}, {elsewhere} elsewhere that the change caused\n"
                ))?;
            }
            note(&arguments.fixes.hint(diagnostics))?;
        }
    }
    Ok(Outcome::of(diagnostics.iter().map(|diagnostic| diagnostic.severity).min()))
}
