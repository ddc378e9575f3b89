//! What git knows of files: their earlier texts, and what changed since. Reads only, and is the only module that runs git; nothing in a repository
//! can make it run another program or reach for the network.

mod commit;
mod earlier;
mod find;
mod ignored;
mod memory;
mod objects;
mod raw;
mod since;
mod trace;
mod walk;

use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use sha1::{Digest, Sha1};

pub use commit::{commits, is_text_of};
pub use earlier::{Earlier, earlier};
pub use find::{at, find};
pub use ignored::{ignored, ignored_folders, work_tree};
pub use memory::Memory;
pub use since::{ReadFilter, Snapshot, SnapshotFile, since, texts};
pub use trace::{Distance, MadeFrom, Original, Traced, Traces, last_changes, trace};

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
    /// The file was not there at the revision, by its name of today.
    NotThen { file: String, revision: String },
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
            Self::NotThen { file, revision } => {
                write!(f, "{file} is not in `{revision}`; it may have had another name")
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

fn shallow(folder: &Path) -> Result<Shallow, GitError> {
    let answer = run(folder, &["rev-parse", "--is-shallow-repository"])?;
    Ok(if answer.stdout.starts_with(b"true") { Shallow::Shallow } else { Shallow::Whole })
}

/// Seconds.
const DAY: u64 = 86_400;

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
    git.args(["-c", "log.showRoot=true", "-c", "diff.relative=false"]);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF"] {
        git.env_remove(name);
    }
    git.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    // Days are those of one clock, whatever zone a commit was made in.
    git.env("TZ", "UTC0").env("LC_ALL", "C");
    git
}
