//! `faqtory build`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::{Counts, human, plural, visible};
use crate::{BuildRequest, Built, Drafts, Extent, Phase, Project, ProjectRequest, Root, Verified};

use super::progress::{Times, Watch};
use super::{Format, Outcome, Stream, colour, command, emit, note, out_folder, print, threads, verified};

/// Diagnostics that a build prints before it points to `faqtory check`.
const SHOWN: usize = 10;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project (a folder with faqtory.toml or content/), or any folder of articles
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Where the site is written [default: `public` in the project, else in the working directory]
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Write this locale only, and not the shared root; may be repeated, or hold several with commas
    #[arg(long = "locale", value_name = "L", value_delimiter = ',')]
    locales: Vec<String>,
    /// Write the shared root too (with --locale), or alone
    #[arg(long)]
    root: bool,
    /// Build articles marked `draft: true` too
    #[arg(long)]
    drafts: bool,
    /// Read the finished site and prove it: links, IDs, languages, alternates, what search engines are told
    #[arg(long)]
    verify: bool,
    /// Number of threads [default: one a processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// How the summary is printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let pool = threads(arguments.jobs.map(usize::from))?;
    pool.install(|| run_here(arguments))
}

fn run_here(arguments: &Arguments) -> Result<Outcome> {
    let watch = Watch::new();
    let configured = Project::configuration(&arguments.dir)?;
    let out = out_folder(&arguments.dir, arguments.out.as_ref(), configured.is_project());
    let drafts = if arguments.drafts { Drafts::Included } else { Drafts::Excluded };
    let request = ProjectRequest { root: &arguments.dir, out: &out, drafts };
    let project = Project::load(configured, request, &watch)?;
    let in_parts = arguments.root || !arguments.locales.is_empty();
    let build = BuildRequest {
        out: &out,
        locales: &arguments.locales,
        root: if arguments.root || !in_parts { Root::Written } else { Root::Left },
        extent: if in_parts { Extent::Parts } else { Extent::Whole },
    };
    let checked = project.check(&project.locales(&arguments.locales)?, &watch)?.once();
    let diagnostics = checked.diagnostics;
    let built = project.build(&build, &watch)?;
    let verified = if arguments.verify { Some(project.verify(&out, build.extent, &watch)?) } else { None };
    let times = watch.finish();
    let made = Made { built, diagnostics, verified, times };
    match arguments.format {
        Format::Json => emit(&json(&made)?)?,
        Format::Human => {
            note(&worst(&project, &made.diagnostics))?;
            if let Some(verified) = &made.verified {
                note(&verified::findings(verified, &out, colour(Stream::Notes)))?;
            }
            let places = Places { dir: &arguments.dir, out: &out };
            print(&summary(&project, &made, places))?;
        }
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
    times: Times,
}

#[derive(Serialize)]
struct Report<'a> {
    locales: BTreeMap<&'a str, LocaleReport>,
    pages: usize,
    files: u64,
    unchanged: u64,
    removed: u64,
    diagnostics: CountsReport,
    /// With `--verify` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    verify: Option<verified::Report<'a>>,
    seconds: Seconds,
}

#[derive(Serialize)]
struct LocaleReport {
    articles: usize,
    fallbacks: usize,
    pages: usize,
}

#[derive(Serialize)]
struct CountsReport {
    errors: usize,
    warnings: usize,
    suggestions: usize,
}

#[derive(Serialize)]
struct Seconds {
    read: f64,
    catalog: f64,
    check: f64,
    search: f64,
    render: f64,
    total: f64,
}

fn json(made: &Made) -> Result<String> {
    let Made { built, diagnostics, verified, times } = made;
    let counts = Counts::of(diagnostics);
    let report = Report {
        locales: built
            .locales
            .iter()
            .map(|(tag, locale)| {
                let (articles, fallbacks, pages) = (locale.articles, locale.fallbacks, locale.pages);
                (tag.as_str(), LocaleReport { articles, fallbacks, pages })
            })
            .collect(),
        pages: built.pages,
        files: built.output.files,
        unchanged: built.output.unchanged,
        removed: built.output.removed,
        diagnostics: CountsReport {
            errors: counts.errors,
            warnings: counts.warnings,
            suggestions: counts.suggestions,
        },
        verify: verified
            .as_ref()
            .map(|verified| verified::report(verified, round(times.seconds(Phase::Verify)))),
        seconds: Seconds {
            read: round(times.seconds(Phase::Read)),
            catalog: round(times.seconds(Phase::Catalog)),
            check: round(times.seconds(Phase::Check)),
            search: round(times.seconds(Phase::Search)),
            render: round(times.seconds(Phase::Render)),
            total: round(times.total.as_secs_f64()),
        },
    };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}

/// Milliseconds are all that a reader can use.
fn round(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}

/// The first errors, or warnings where there are no errors; check shows the rest.
fn worst(project: &Project, diagnostics: &[Diagnostic]) -> String {
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
    human::render(&shown, project, colour(Stream::Notes))
}

/// The folders of a run, as the user wrote them.
#[derive(Clone, Copy)]
struct Places<'a> {
    dir: &'a Path,
    out: &'a Path,
}

fn summary(project: &Project, made: &Made, places: Places<'_>) -> String {
    let Made { built, diagnostics, verified, times } = made;
    let mut text = String::new();
    let widest = built.locales.keys().map(String::len).max().unwrap_or(0);
    for (tag, locale) in &built.locales {
        let role = if project.is_source(tag) { "  source" } else { "" };
        let counts = [(locale.articles, "article"), (locale.fallbacks, "fallback"), (locale.pages, "page")];
        let [articles, fallbacks, pages] = counts.map(|(count, word)| counted(count, word));
        let line = format!("{tag:widest$}  {articles}  {fallbacks}  {pages}{role}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let output = &built.output;
    let (written, unchanged) = (output.files - output.unchanged, output.unchanged);
    let _ = writeln!(
        text,
        "\n{} pages, {} files in {}: {written} written, {unchanged} unchanged, {} removed",
        built.pages,
        output.files,
        visible::line(&places.out.display().to_string()),
        output.removed
    );
    let counts = Counts::of(diagnostics);
    let _ = match diagnostics.as_slice() {
        [] => writeln!(text, "{counts}"),
        _ => writeln!(text, "{counts}; `{}` shows them all", command("check", places.dir)),
    };
    if built.noindex > 0 {
        let _ = writeln!(
            text,
            "{} say NOINDEX: search engines will not show them",
            plural(built.noindex, "article")
        );
    }
    text.push_str(&missing(project));
    let mut proved = String::new();
    if let Some(verified) = verified {
        text.push_str(&verified::summary(verified));
        proved = format!("verify {:.2} s, ", times.seconds(Phase::Verify));
    }
    let seconds = |phase| times.seconds(phase);
    let _ = writeln!(
        text,
        "read {:.2} s, catalog {:.2} s, check {:.2} s, search {:.2} s, render {:.2} s, {proved}total {:.2} s",
        seconds(Phase::Read),
        seconds(Phase::Catalog),
        seconds(Phase::Check),
        seconds(Phase::Search),
        seconds(Phase::Render),
        times.total.as_secs_f64()
    );
    text
}

/// `     1 article `: as wide as any such count.
fn counted(count: usize, word: &str) -> String {
    let (ending, room) = if count == 1 { ("", " ") } else { ("s", "") };
    format!("{count:>6} {word}{ending}{room}")
}

/// What the site lacks because the configuration does not say it.
fn missing(project: &Project) -> String {
    let mut text = String::new();
    if let Some(locale) = project.assumed_locale() {
        let _ = writeln!(
            text,
            "nothing says which locale the articles are in, so they are taken for {locale}; name it with \
             `[site] source_locale` in faqtory.toml"
        );
    }
    if let Some(source) = project.source_without_articles() {
        let _ = writeln!(
            text,
            "no fallbacks: `[site] source_locale` in faqtory.toml is {source}, and there are no articles in it"
        );
    } else if project.source_is_unknown() {
        text.push_str(
            "no fallbacks: several locales have no source hashes, so nothing says which one is the source; \
             name it with `[site] source_locale` in faqtory.toml\n",
        );
    }
    if project.base_url().is_none() {
        text.push_str("no sitemaps and no feeds: they need `[site] base_url` in faqtory.toml\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_stand_below_each_other() {
        assert_eq!(counted(1, "page"), "     1 page ");
        assert_eq!(counted(0, "page"), "     0 pages");
        assert_eq!(counted(1_234_567, "page"), "1234567 pages");
    }
}
