//! What git knows of files: their earlier texts, and what changed since. Reads only, and is the only module that runs git; nothing in a repository
//! can make it run another program or reach for the network.

mod earlier;
mod ignored;
mod memory;
mod since;
mod trace;

use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use sha1::{Digest, Sha1};

pub use earlier::{Earlier, earlier};
pub use ignored::{ignored, ignored_folders, work_tree};
pub use memory::Memory;
pub use since::{ReadFilter, Snapshot, SnapshotFile, since};
pub use trace::{Distance, MadeFrom, Original, Traced, Traces, last_changes, texts, trace};

/// An earlier text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// 40 hexadecimal digits or more.
    pub commit: String,
    /// When it was committed, `YYYY-MM-DD` in UTC.
    pub date: String,
    pub text: String,
    /// Commits that have changed the file since.
    pub commits_since: usize,
    /// The date of the last of them.
    pub last_date: String,
    /// Days between the two dates.
    pub days: u64,
}

/// Why there is no earlier text.
#[derive(Debug)]
pub enum GitError {
    /// The program is not there, or does not start.
    NoGit(io::Error),
    /// The file is in no repository, or was never committed.
    NoHistory,
    /// No text in the history is the one looked for.
    NotFound {
        /// Texts that were looked at.
        versions: usize,
        /// The repository holds only the newest commits.
        shallow: Shallow,
    },
    /// The folder is in no repository.
    NoRepository,
    /// There is no such commit here.
    UnknownRevision { revision: String, shallow: Shallow },
    /// Today's branch and that of the revision have no commit in common, as far as the repository knows.
    NothingShared { revision: String, shallow: Shallow },
    /// What git said.
    Git(String),
}

/// Whether a repository holds all of its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shallow {
    Shallow,
    Whole,
}

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit(error) => write!(f, "git cannot be started ({error})\nhelp: install git"),
            Self::NoHistory => f.write_str("it is not in a git repository, or was never committed"),
            Self::NotFound { shallow: Shallow::Shallow, .. } => f.write_str(
                "the repository contains only the newest commits\nhelp: run `git fetch --unshallow` to fetch the others",
            ),
            Self::NotFound { versions, .. } => {
                let texts = if *versions == 1 { "text" } else { "texts" };
                write!(
                    f,
                    "none of its {versions} {texts} in the git history is the one that was translated"
                )
            }
            Self::NoRepository => f.write_str("the folder is not in a git repository"),
            Self::UnknownRevision { revision, shallow: Shallow::Shallow }
            | Self::NothingShared { revision, shallow: Shallow::Shallow } => write!(
                f,
                "the clone is shallow and does not go back to where this branch left `{revision}`\nhelp: run `git fetch \
                 --unshallow`, or in GitHub Actions set `fetch-depth: 0` for actions/checkout"
            ),
            Self::UnknownRevision { revision, .. } => write!(
                f,
                "there is no commit `{revision}` here\nhelp: fetch its branch first, for example with `git fetch origin`, \
                 or in GitHub Actions set `fetch-depth: 0` for actions/checkout"
            ),
            Self::NothingShared { revision, .. } => {
                write!(f, "this branch and `{revision}` have no commit in common")
            }
            Self::Git(said) => write!(f, "git failed: {said}"),
        }
    }
}

impl std::error::Error for GitError {}

/// The newest earlier text of `file` for which `is_it` says yes, renames followed; else the one it had at `commit`.
///
/// # Errors
/// There is none, or git fails.
pub fn find(file: &Path, commit: Option<&str>, is_it: &dyn Fn(&str) -> bool) -> Result<Version, GitError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().ok_or(GitError::NoHistory)?;
    let changes = changes(folder, Path::new(name))?;
    let newest = changes.first().ok_or(GitError::NoHistory)?;
    let version = |at: usize, change: &Change, text: String| Version {
        commit: change.commit.clone(),
        date: change.date.clone(),
        text,
        commits_since: at,
        last_date: newest.date.clone(),
        days: (newest.seconds / DAY).saturating_sub(change.seconds / DAY),
    };
    for (at, change) in changes.iter().enumerate() {
        let Some(blob) = &change.blob else { continue };
        let text = text(folder, blob)?;
        if is_it(&text) {
            return Ok(version(at, change, text));
        }
    }
    if let Some((at, change, text)) = commit.and_then(|commit| at_commit(folder, &changes, commit)) {
        return Ok(version(at, change, text));
    }
    Err(GitError::NotFound { versions: changes.len(), shallow: shallow(folder)? })
}

/// The text of `file` at a commit, under its name of today.
///
/// # Errors
/// There is no such commit, or no such file in it.
pub fn at(file: &Path, revision: &str) -> Result<String, GitError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().and_then(|name| name.to_str()).ok_or(GitError::NoHistory)?;
    let commit = format!("{revision}^{{commit}}");
    let verified = run(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    let commit = String::from_utf8_lossy(&verified.stdout).trim().to_owned();
    if !verified.status.success() || !is_commit(&commit) {
        return Err(GitError::UnknownRevision { revision: revision.to_owned(), shallow: shallow(folder)? });
    }
    text(folder, &format!("{commit}:./{name}")).map_err(|_| GitError::NoHistory)
}

fn shallow(folder: &Path) -> Result<Shallow, GitError> {
    let answer = run(folder, &["rev-parse", "--is-shallow-repository"])?;
    Ok(if answer.stdout.starts_with(b"true") { Shallow::Shallow } else { Shallow::Whole })
}

/// Seconds.
const DAY: u64 = 86_400;

/// A commit that changed the file.
struct Change {
    commit: String,
    /// Of the committer, since 1970.
    seconds: u64,
    date: String,
    /// The text it left, as an object of git; none where the file was removed.
    blob: Option<String>,
}

/// The commits that changed the file, newest first, renames followed.
fn changes(folder: &Path, name: &Path) -> Result<Vec<Change>, GitError> {
    let Some(name) = name.to_str() else { return Err(GitError::NoHistory) };
    let pathspec = format!("./{name}");
    let log = run(
        folder,
        &[
            "log",
            "-c",
            "--follow",
            "--raw",
            "--no-abbrev",
            "--no-ext-diff",
            "--no-textconv",
            "--no-show-signature",
            "--no-color",
            "--date=format-local:%Y-%m-%d",
            "--format=commit %H %ct %cd",
            "--",
            &pathspec,
        ],
    )?;
    if !log.status.success() {
        let said = String::from_utf8_lossy(&log.stderr);
        let is_none = ["not a git repository", "does not have any commits", "outside repository"];
        if is_none.iter().any(|words| said.contains(words)) {
            return Err(GitError::NoHistory);
        }
        return Err(GitError::Git(said.trim().to_owned()));
    }
    let mut changes: Vec<Change> = Vec::new();
    // Merges are listed even where they do not change the file.
    let mut listed = None;
    for line in String::from_utf8_lossy(&log.stdout).lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["commit", commit, seconds, date] => {
                let seconds = seconds.parse().unwrap_or_default();
                listed = Some(((*commit).to_owned(), seconds, (*date).to_owned()));
            }
            // `:100644 100644 <old> <new> M  path`, of a merge `::100644 100644 100644 <old> <old> <new> MM  path`
            [mode, ..] if mode.starts_with(':') => {
                let parents = mode.bytes().take_while(|&byte| byte == b':').count();
                let Some(blob) = words.get(2 * parents + 1) else { continue };
                let Some((commit, seconds, date)) = listed.take() else { continue };
                let blob = blob.contains(|digit| digit != '0').then(|| (*blob).to_owned());
                changes.push(Change { commit, seconds, date, blob });
            }
            _ => {}
        }
    }
    Ok(changes)
}

/// The text that the file had at a commit: that of the newest change that the commit has in its past.
fn at_commit<'c>(folder: &Path, changes: &'c [Change], commit: &str) -> Option<(usize, &'c Change, String)> {
    let is_past = |change: &Change| {
        let output = run(folder, &["merge-base", "--is-ancestor", &change.commit, commit]);
        output.is_ok_and(|answer| answer.status.success())
    };
    let (at, change) =
        changes.iter().enumerate().filter(|_| is_commit(commit)).find(|(_, change)| is_past(change))?;
    Some((at, change, text(folder, change.blob.as_ref()?).ok()?))
}

/// Whether it is the name of a commit: anything else might be taken for an option.
fn is_commit(name: &str) -> bool {
    (7..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The text of an object; bytes that are no UTF-8 become U+FFFD.
fn text(folder: &Path, blob: &str) -> Result<String, GitError> {
    let read = run(folder, &["cat-file", "blob", blob])?;
    if !read.status.success() {
        return Err(GitError::Git(String::from_utf8_lossy(&read.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&read.stdout).into_owned())
}

/// What git calls a file with these bytes, in hexadecimal digits.
pub fn object_name(bytes: &[u8]) -> String {
    let mut hasher = Sha1::new();
    hasher.update(format!("blob {}\0", bytes.len()));
    hasher.update(bytes);
    hasher.finalize().iter().fold(String::new(), |name, byte| name + &format!("{byte:02x}"))
}

/// Runs git in `folder`.
fn run(folder: &Path, arguments: &[&str]) -> Result<Output, GitError> {
    command(folder).args(arguments).stdin(Stdio::null()).output().map_err(GitError::NoGit)
}

/// Git in `folder`, whatever repository the environment names.
fn command(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=true"]);
    // Files that anybody contributed can look like a repository, and would answer for the real one.
    git.args(["-c", "safe.bareRepository=explicit"]);
    // Whoever does not want to see the first commit has texts in it all the same.
    git.args(["-c", "log.showRoot=true"]);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF"] {
        git.env_remove(name);
    }
    git.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    // Days are those of one clock, whatever zone a commit was made in.
    git.env("TZ", "UTC0").env("LC_ALL", "C");
    git
}

#[cfg(test)]
mod tests;
