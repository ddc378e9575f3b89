//! What the commands have in common: how they end, their threads, the folders that they work on. Prints nothing.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use crate::diagnostic::Severity;
use crate::report::{plural, visible};
use crate::{Configured, Date, Drafts, Input, Project, ProjectRequest};

use super::progress::Watch;
use super::terminal::Terminal;

/// What a command ended with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Fine,
    /// There are problems at error level.
    Problems,
}

impl Outcome {
    pub(super) fn of(worst: Option<Severity>) -> Self {
        if worst == Some(Severity::Error) { Self::Problems } else { Self::Fine }
    }
}

/// The threads of this run: as many as there are processors, unless `jobs` says otherwise.
pub(super) fn threads(jobs: Option<usize>) -> Result<rayon::ThreadPool> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0));
    pool.build().context("cannot start threads")
}

/// The project that a command works on.
pub(super) fn load(input: Input, watch: &Watch) -> Result<Project> {
    let project = Project::new(&input, watch)?;
    // To give back the memory of a hundred thousand texts takes a while that nobody has to wait for.
    rayon::spawn(move || drop(input));
    Ok(project)
}

/// Says where git was asked and lacks what it was asked for.
pub(super) fn note_history(project: &Project, terminal: Terminal) -> Result<()> {
    match project.without_history() {
        0 => Ok(()),
        count => terminal.note(&format!(
            "{} may be less outdated than shown: this clone lacks the older history\nhelp: run `git fetch --unshallow`\n",
            plural(count, "translation")
        )),
    }
}

/// What a command reads that writes no site.
pub(super) fn read(dir: &Path, drafts: Drafts, watch: &Watch) -> Result<Input> {
    read_configured(Project::configuration(dir)?, dir, drafts, watch)
}

/// The same, of a configuration that was read.
pub(super) fn read_configured(
    configured: Configured,
    dir: &Path,
    drafts: Drafts,
    watch: &Watch,
) -> Result<Input> {
    let out = out_folder(dir, None, Some(&configured));
    Input::read(configured, ProjectRequest { root: dir, out: &out, drafts }, watch)
}

/// A command on the same folder, as a shell takes it.
pub(super) fn command(words: &str, dir: &Path) -> String {
    let dir = dir.display().to_string();
    let dir = visible::line(&dir);
    if dir == "." {
        return format!("faqtory {words}");
    }
    let is_plain = |c: char| c.is_alphanumeric() || "/._-\\:~+,@".contains(c);
    if dir.chars().all(is_plain) {
        format!("faqtory {words} {dir}")
    } else {
        format!("faqtory {words} \"{dir}\"")
    }
}

/// `--out`, else `public` in the project, else `public` in the working directory; `site` where that is a folder of theirs. Without a configuration that can be
/// read, the folder has a broken one, and is a project.
pub(super) fn out_folder(root: &Path, out: Option<&PathBuf>, configured: Option<&Configured>) -> PathBuf {
    match out {
        Some(out) => out.clone(),
        None if configured.is_none_or(Configured::is_project) => Project::usual_out(root),
        None => Project::usual_out(Path::new("")),
    }
}

/// The day in UTC; `SOURCE_DATE_EPOCH`, the usual way to say which moment it is, goes before the clock.
#[allow(clippy::disallowed_methods, reason = "a hand-off has a date; no page depends on it but by the file")]
pub(super) fn today() -> Result<Date> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds.trim().parse().context("SOURCE_DATE_EPOCH is not a number of seconds")?,
        Err(_) => {
            SystemTime::now().duration_since(UNIX_EPOCH).context("the system clock is before 1970")?.as_secs()
        }
    };
    Date::of_unix_seconds(seconds).context("the date is out of range")
}
