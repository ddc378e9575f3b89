//! `faqtory check`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::diagnostic::Diagnostic;
use crate::report::check::{self, Change, CheckReport, Rule, StatesOfTranslations};
use crate::report::formats::{self, named};
use crate::report::statistics::{self, StatisticsReport};
use crate::report::{Colour, Counts, Format, Rendered, Summary, plural, visible};
use crate::{CHECKS, Checked, Drafts, Project, Selection, Since};

use super::examples::Example;
use super::external::{ExternalArguments, ExternalRun};
use super::fixes::{self, FixArguments, Mode};
use super::progress::Watch;
use super::run::{Outcome, note_history, read_configured, threads};
use super::selected::{Selected, select};
use super::terminal::{Stream, Terminal};
use super::{examples, format};

const EXAMPLES: &[Example] = &[
    ("Check the project in this folder", "faqtory check"),
    ("Only check some files and folders of it", "faqtory check content/de-DE content/en-US/billing.md"),
    ("See what the safe fixes would change", "faqtory check --diff"),
    ("Apply the safe fixes", "faqtory check --fix"),
    ("Only report what this branch made worse", "faqtory check --since origin/main"),
    (
        "Do that in GitHub Actions, with annotations in the pull request",
        "faqtory check --since origin/main --format github",
    ),
    ("Write one comment for the pull request", "faqtory check --since origin/main --format markdown"),
    ("Also check the links to other sites", "faqtory check --external"),
    ("Accept today's problems, so that only new ones are reported", "faqtory check --write-baseline"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles; or files and folders in one
    ///
    /// A project is a folder with faqtory.toml or content/. All of it is read; only problems in the files and folders named are
    /// shown, counted and fixed.
    #[arg(value_name = "DIR|FILE", default_value = ".")]
    paths: Vec<PathBuf>,
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
    external: ExternalArguments,
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

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let Selected { root, paths } = select(&arguments.paths)?;
    let watch = Watch::new(terminal);
    let mut configured = Project::configuration(&root)?;
    if arguments.since.is_some() {
        // Git is asked all the same: a source that changed in no word outdates nothing.
        configured.ask_history();
    }
    let mut input = read_configured(configured, &root, Drafts::Included, &watch)?;
    let since = arguments.since.as_ref().map(|revision| input.since(revision, &watch)).transpose()?;
    let project = Project::new(&input, &watch)?;
    if arguments.write_baseline {
        refuse_part(&paths)?;
        let external = arguments.external.ask(&input, &project, &Selection::default(), None, &watch)?;
        return write_baseline(&project, external.as_ref(), &root, watch, terminal);
    }
    let wanted = Selection { locales: project.locales(&arguments.locales)?, paths };
    let external = arguments.external.ask(&input, &project, &wanted, since.as_ref(), &watch)?;
    let asked = Asked {
        arguments,
        root: &root,
        articles: project.articles(&wanted),
        unread: input.unread(&project, &wanted).into_iter().map(str::to_owned).collect(),
        wanted: &wanted,
        since: since.as_ref(),
        external: external.as_ref(),
        terminal,
    };
    let check = |project: &Project| {
        let external = external.as_ref().map(|asked| &asked.external);
        let checked = project.check_external(&wanted, external, &watch)?;
        Ok(match &since {
            Some(since) => since.only_new(checked, project),
            None => checked,
        })
    };
    let mode = arguments.fixes.mode();
    if mode == Mode::Count {
        let checked = check(&project)?;
        watch.finish();
        return report(&asked, &project, checked);
    }
    let mut fixed = input.fix(project, arguments.fixes.request(&wanted), &check, &watch)?;
    if mode == Mode::Write {
        fixed = input.write(fixed, &check, &watch)?;
    }
    watch.finish();
    if mode == Mode::Show {
        terminal.print(&fixes::differences(&fixed, terminal.colour(Stream::Result)))?;
        terminal.note(&fixes::summary(&fixed, mode))?;
        return Ok(if fixed.files.is_empty() { Outcome::Fine } else { Outcome::Problems });
    }
    let summary = fixes::summary(&fixed, mode);
    let has_failed = fixes::has_failed(&fixed);
    let outcome = report(&asked, &fixed.project, fixed.checked)?;
    terminal.note(&summary)?;
    Ok(if has_failed { Outcome::Problems } else { outcome })
}

/// What a run was asked, and what is known of it before it checks.
struct Asked<'a> {
    arguments: &'a Arguments,
    root: &'a Path,
    wanted: &'a Selection,
    /// Articles that are wanted.
    articles: usize,
    /// Wanted files and folders that hold nothing which is read.
    unread: Vec<String>,
    since: Option<&'a Since>,
    /// What is known of external links, where somebody asked.
    external: Option<&'a ExternalRun>,
    terminal: Terminal,
}

fn report(asked: &Asked<'_>, project: &Project, checked: Checked) -> Result<Outcome> {
    let Asked { arguments, terminal, .. } = *asked;
    // These count every copy of a flaw: each has its fix.
    let hint = arguments.fixes.hint(&checked.diagnostics);
    let checked = checked.once();
    let summary = Summary {
        articles: asked.articles,
        allowed: checked.allowed,
        held_back: checked.held.back,
        gone: checked.held.gone,
    };
    let report = if arguments.statistics {
        count(arguments, &checked, terminal.colour(Stream::Result))?
    } else {
        rendered(asked, project, &checked, summary)?
    };
    terminal.show(&report)?;
    note_history(project, terminal)?;
    if arguments.format.name == format::HUMAN {
        let layout = project.layout();
        terminal.note(&explained(&checked.diagnostics))?;
        terminal.note(&(layout.help() + &layout.sentence()))?;
        terminal.note(&not_checked(&asked.unread))?;
        terminal.note(&closing(&checked, summary))?;
        if let Some(since) = asked.since {
            let (inside, elsewhere) = since.places(&checked);
            let files = plural(since.touched(), "changed file");
            terminal.note(&format!("{inside} in {files}, {elsewhere} caused by the change elsewhere\n"))?;
        }
        terminal.note(&asked.external.map_or_else(String::new, ExternalRun::closing))?;
        terminal.note(&hint)?;
    }
    terminal.error(&asked.external.map_or_else(String::new, ExternalRun::warning))?;
    if asked.external.is_some_and(ExternalRun::has_failed) {
        return Ok(Outcome::Problems);
    }
    Ok(Outcome::of(checked.diagnostics.iter().map(|diagnostic| diagnostic.severity).min()))
}

/// Where the worst of what was found is explained.
fn explained(diagnostics: &[Diagnostic]) -> String {
    let worst = diagnostics.iter().min_by_key(|diagnostic| diagnostic.severity);
    worst.map_or_else(String::new, |worst| {
        format!("`faqtory explain CODE` explains a finding, such as `faqtory explain {}`\n", worst.code)
    })
}

/// That some of what was named is not read.
fn not_checked(unread: &[String]) -> String {
    match unread {
        [] => String::new(),
        [one] => format!(
            "{} is not part of the site, so it is not checked; `faqtory files` says why\n",
            visible::line(one)
        ),
        [first, ..] => format!(
            "{} files and folders, such as {}, are not part of the site, so they are not checked; `faqtory files` says why\n",
            unread.len(),
            visible::line(first)
        ),
    }
}

/// A baseline is that of a whole project.
fn refuse_part(paths: &BTreeSet<String>) -> Result<()> {
    if paths.is_empty() {
        return Ok(());
    }
    bail!(
        "--write-baseline cannot be used with files\nhelp: name the folder of the project, or leave the files out"
    )
}

fn rendered(asked: &Asked<'_>, project: &Project, checked: &Checked, summary: Summary) -> Result<Rendered> {
    let rule = |check: &&crate::Check| Rule {
        code: check.code,
        severity: check.severity(),
        summary: check.summary,
        explanation: check.explanation,
    };
    let rules: Vec<Rule> = CHECKS.iter().map(rule).collect();
    (asked.arguments.format.render)(&CheckReport {
        diagnostics: &checked.diagnostics,
        summary,
        texts: project,
        rules: &rules,
        prefix: &prefix(asked.root),
        states: if asked.wanted.paths.is_empty() {
            StatesOfTranslations::Counted
        } else {
            StatesOfTranslations::Shown
        },
        change: asked
            .since
            .map(|since| Change { files: since.files(), merely_touched: since.merely_touched(project) }),
        colour: asked.terminal.colour(Stream::Result),
    })
}

fn count(arguments: &Arguments, checked: &Checked, colour: Colour) -> Result<Rendered> {
    let Some(format) = named(formats::STATISTICS, arguments.format.name) else {
        bail!("--statistics cannot print this format\nhelp: use `--format human` or `json`")
    };
    let rows = statistics::count(&checked.diagnostics);
    (format.render)(&StatisticsReport { rows: &rows, colour })
}

/// The last line for people: how many of what, and what is not shown: among it the `copies` of flaws in other locales.
fn closing(checked: &Checked, summary: Summary) -> String {
    let mut text = format!("{}: {}", plural(summary.articles, "article"), Counts::of(&checked.diagnostics));
    if checked.copies > 0 {
        let are = if checked.copies == 1 { "is" } else { "are" };
        text.push_str(&format!("; {} more {are} the same in other locales", checked.copies));
    }
    text.push_str(&summary.suppressed());
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

fn write_baseline(
    project: &Project,
    external: Option<&ExternalRun>,
    dir: &Path,
    watch: Watch,
    terminal: Terminal,
) -> Result<Outcome> {
    // Where not all is known, what the baseline said before stays.
    let whole = external.filter(|asked| !asked.has_failed() && asked.external.unknown() == 0);
    let baseline = project.baseline(whole.map(|asked| &asked.external), &watch);
    watch.finish();
    terminal.error(&external.map_or_else(String::new, ExternalRun::warning))?;
    let file = dir.join(&baseline.file);
    crate::edit::Folder::open(dir).put(&baseline.file, baseline.text.as_bytes())?;
    terminal.note(&format!(
        "{}: {} written\n",
        visible::line(&file.display().to_string()),
        plural(baseline.findings, "finding")
    ))?;
    if !baseline.is_configured {
        terminal.note(&format!("add it to faqtory.toml:\n\n[checks]\nbaseline = \"{}\"\n", baseline.file))?;
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
