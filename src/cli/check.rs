//! `faqtory check`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::report::check::{self, CheckReport, Rule};
use crate::report::formats::{self, named};
use crate::report::statistics::{self, StatisticsReport};
use crate::report::{Counts, Format, Rendered, Summary, plural, visible};
use crate::{CHECKS, Checked, Drafts, Project, Since};

use super::examples::Example;
use super::fixes::{self, FixArguments, Mode};
use super::progress::Watch;
use super::run::{Outcome, read, threads};
use super::terminal::{Stream, colour, note, print, show};
use super::{examples, format};

const EXAMPLES: &[Example] = &[
    ("Check the project in this folder", "faqtory check"),
    ("See what the safe fixes would change", "faqtory check --diff"),
    ("Apply the safe fixes", "faqtory check --fix"),
    ("Only report what this branch made worse", "faqtory check --since origin/main"),
    (
        "Do that in GitHub Actions, with annotations in the pull request",
        "faqtory check --since origin/main --format github",
    ),
    ("Accept today's problems, so that only new ones are reported", "faqtory check --write-baseline"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles
    ///
    /// A project is a folder with faqtory.toml or content/.
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Only show problems of these locales, separated by commas; may be repeated
    #[arg(long = "locale", value_name = "L", value_delimiter = ',')]
    locales: Vec<String>,
    /// Only show problems that are new since this branch left REV
    ///
    /// These are problems in files that have changed since, committed or not, and problems that the change caused elsewhere.
    /// REV is any revision that git knows.
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    #[command(flatten)]
    fixes: FixArguments,
    /// Count the problems by code instead of showing them
    #[arg(long)]
    statistics: bool,
    /// Write all problems to the baseline file, so that only new ones are reported
    #[arg(long, conflicts_with_all = ["locales", "since", "fix", "unsafe_fixes", "diff", "statistics", "format"])]
    write_baseline: bool,
    /// Format of the report
    #[arg(long, value_parser = format::parser(formats::CHECK), default_value = format::HUMAN)]
    format: &'static Format<check::Render>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments))
}

fn run_here(arguments: &Arguments) -> Result<Outcome> {
    let watch = Watch::new();
    let mut input = read(&arguments.dir, Drafts::Included, &watch)?;
    let since = arguments.since.as_ref().map(|revision| input.since(revision, &watch)).transpose()?;
    let project = Project::new(&input, &watch)?;
    if arguments.write_baseline {
        return write_baseline(&project, &arguments.dir, watch);
    }
    let wanted = project.locales(&arguments.locales)?;
    let articles = project.articles(&wanted);
    let check = |project: &Project| {
        let checked = project.check(&wanted, &watch)?;
        Ok(match &since {
            Some(since) => since.only_new(checked, project),
            None => checked,
        })
    };
    let mode = arguments.fixes.mode();
    if mode == Mode::Count {
        let checked = check(&project)?;
        watch.finish();
        return report(arguments, &project, articles, checked, since.as_ref());
    }
    let mut fixed = input.fix(project, arguments.fixes.request(&arguments.locales), &check, &watch)?;
    if mode == Mode::Write {
        fixed = input.write(fixed, &check, &watch)?;
    }
    watch.finish();
    if mode == Mode::Show {
        print(&fixes::differences(&fixed, colour(Stream::Result)))?;
        note(&fixes::summary(&fixed, mode))?;
        return Ok(if fixed.files.is_empty() { Outcome::Fine } else { Outcome::Problems });
    }
    let summary = fixes::summary(&fixed, mode);
    let has_failed = fixes::has_failed(&fixed);
    let outcome = report(arguments, &fixed.project, articles, fixed.checked, since.as_ref())?;
    note(&summary)?;
    Ok(if has_failed { Outcome::Problems } else { outcome })
}

fn report(
    arguments: &Arguments,
    project: &Project,
    articles: usize,
    checked: Checked,
    since: Option<&Since>,
) -> Result<Outcome> {
    // These count every copy of a flaw: each has its fix.
    let (hint, all) = (arguments.fixes.hint(&checked.diagnostics), checked.diagnostics.len());
    let checked = checked.once();
    let copies = all - checked.diagnostics.len();
    let summary =
        Summary { articles, allowed: checked.allowed, held_back: checked.held.back, gone: checked.held.gone };
    let report = if arguments.statistics {
        count(arguments, &checked)?
    } else {
        rendered(arguments, project, &checked, summary)?
    };
    show(&report)?;
    if arguments.format.name == format::HUMAN {
        let layout = project.layout();
        note(&(layout.help() + &layout.sentence()))?;
        note(&closing(&checked, summary, copies))?;
        if let Some(since) = since {
            let (inside, elsewhere) = since.places(&checked);
            let files = plural(since.touched(), "changed file");
            note(&format!("{inside} in {files}, {elsewhere} caused by the change elsewhere\n"))?;
        }
        note(&hint)?;
    }
    Ok(Outcome::of(checked.diagnostics.iter().map(|diagnostic| diagnostic.severity).min()))
}

fn rendered(
    arguments: &Arguments,
    project: &Project,
    checked: &Checked,
    summary: Summary,
) -> Result<Rendered> {
    let rule = |check: &&crate::Check| Rule {
        code: check.code,
        severity: check.severity(),
        summary: check.summary,
        explanation: check.explanation,
    };
    let rules: Vec<Rule> = CHECKS.iter().map(rule).collect();
    (arguments.format.render)(&CheckReport {
        diagnostics: &checked.diagnostics,
        summary,
        texts: project,
        rules: &rules,
        prefix: &prefix(&arguments.dir),
        colour: colour(Stream::Result),
    })
}

fn count(arguments: &Arguments, checked: &Checked) -> Result<Rendered> {
    let Some(format) = named(formats::STATISTICS, arguments.format.name) else {
        bail!("--statistics cannot print this format\nhelp: use `--format human` or `json`")
    };
    let rows = statistics::count(&checked.diagnostics);
    (format.render)(&StatisticsReport { rows: &rows, colour: colour(Stream::Result) })
}

/// The last line for people: how many of what, and what is not shown: among it the `copies` of flaws in other locales.
fn closing(checked: &Checked, summary: Summary, copies: usize) -> String {
    let mut text = format!("{}: {}", plural(summary.articles, "article"), Counts::of(&checked.diagnostics));
    if copies > 0 {
        let are = if copies == 1 { "is" } else { "are" };
        text.push_str(&format!("; {copies} more {are} the same in other locales"));
    }
    if summary.allowed > 0 {
        text.push_str(&format!("; {} suppressed by comments", summary.allowed));
    }
    if summary.held_back > 0 {
        text.push_str(&format!("; {} in the baseline", summary.held_back));
    }
    text.push('\n');
    if summary.gone > 0 {
        let occur = if summary.gone == 1 { "occurs" } else { "occur" };
        text.push_str(&format!(
            "{} of the baseline no longer {occur}; run with `--write-baseline` to remove them\n",
            plural(summary.gone, "finding")
        ));
    }
    text
}

fn write_baseline(project: &Project, dir: &Path, watch: Watch) -> Result<Outcome> {
    let baseline = project.baseline(&watch);
    watch.finish();
    let file = dir.join(&baseline.file);
    crate::edit::Folder::open(dir).put(&baseline.file, baseline.text.as_bytes())?;
    note(&format!(
        "{}: {} written\n",
        visible::line(&file.display().to_string()),
        plural(baseline.findings, "finding")
    ))?;
    if !baseline.is_configured {
        note(&format!("add it to faqtory.toml:\n\n[checks]\nbaseline = \"{}\"\n", baseline.file))?;
    }
    Ok(Outcome::Fine)
}

/// What leads from the root of the repository to the folder checked, for hosts that know nothing of it: from GitHub's
/// workspace where there is one, else from here. Ends in `/`, or is empty.
fn prefix(dir: &Path) -> String {
    let workspace = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
    let roots = workspace.into_iter().chain(std::env::current_dir());
    let Ok(dir) = dir.canonicalize() else { return String::new() };
    let mut below = roots.filter_map(|root| {
        let below = dir.strip_prefix(root.canonicalize().ok()?).ok()?;
        let steps: Vec<_> = below.components().map(|step| step.as_os_str().to_string_lossy()).collect();
        Some(steps.join("/"))
    });
    match below.next() {
        Some(below) if !below.is_empty() => below + "/",
        _ => String::new(),
    }
}
