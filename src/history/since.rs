//! What a folder held at an earlier commit. Reads git's objects; checks nothing out, and looks into no file of today.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::Stdio;

use rayon::prelude::*;

use super::{GitError, command, run, shallow};

/// A folder as it was at a commit. Paths are below the folder, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Every file it had, with what was read of it.
    pub files: BTreeMap<String, SnapshotFile>,
    /// Symlinks and submodules: what lay below them is not known.
    pub opaque: BTreeSet<String>,
}

/// What a file was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotFile {
    Bytes(Vec<u8>),
    /// A file that the filter leaves out, or one too large.
    Unread,
}

/// Which files of an earlier commit are read.
pub struct ReadFilter<'a> {
    /// By path and the name of the object: the SHA-1 of `blob <size>`, NUL and the bytes, in hexadecimal digits.
    pub is_wanted: &'a (dyn Fn(&str, &str) -> bool + Sync),
    /// Larger ones are left unread.
    pub max_bytes: u64,
}

impl std::fmt::Debug for ReadFilter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReadFilter").field("max_bytes", &self.max_bytes).finish_non_exhaustive()
    }
}

/// What `folder` held where the branch of today left the one of `revision`, as `git diff revision...` means it. A
/// repository without any commit held nothing.
///
/// # Errors
/// The folder is in no repository, there is no such commit, or the clone does not go back so far.
pub fn since(folder: &Path, revision: &str, filter: &ReadFilter<'_>) -> Result<Snapshot, GitError> {
    if !has_commits(folder)? {
        return Ok(Snapshot::default());
    }
    let base = merge_base(folder, revision)?;
    // Git compares no file of today: it would run the filters of the repository.
    let listed = output(folder, &["ls-tree", "-r", "-z", &base])?;
    let mut snapshot = Snapshot::default();
    let mut objects = Vec::new();
    let found: Vec<(TreeEntryKind, String, String)> = entries(&listed).collect();
    let is_wanted: Vec<bool> = found
        .par_iter()
        .map(|(kind, object, path)| *kind == TreeEntryKind::File && (filter.is_wanted)(path, object))
        .collect();
    for ((kind, object, path), is_wanted) in found.into_iter().zip(is_wanted) {
        match kind {
            TreeEntryKind::Opaque => drop(snapshot.opaque.insert(path)),
            TreeEntryKind::File if is_wanted => objects.push((path, object)),
            TreeEntryKind::File => drop(snapshot.files.insert(path, SnapshotFile::Unread)),
        }
    }
    read(folder, objects, filter.max_bytes, &mut snapshot.files)?;
    Ok(snapshot)
}

impl Snapshot {
    /// Whether the file lay below a symlink or a submodule, so that it is not known whether it was there.
    pub fn is_opaque(&self, path: &str) -> bool {
        let mut above = path;
        loop {
            if self.opaque.contains(above) {
                return true;
            }
            let Some((folder, _)) = above.rsplit_once('/') else { return false };
            above = folder;
        }
    }
}

fn has_commits(folder: &Path) -> Result<bool, GitError> {
    let inside = run(folder, &["rev-parse", "--is-inside-work-tree"])?;
    if !inside.status.success() {
        let said = String::from_utf8_lossy(&inside.stderr).trim().to_owned();
        let is_none = said.contains("not a git repository");
        return Err(if is_none { GitError::NoRepository } else { GitError::Git(said) });
    }
    if run(folder, &["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])?.status.success() {
        return Ok(true);
    }
    // Other branches may have some.
    Ok(!output(folder, &["rev-list", "--all", "--max-count=1"])?.is_empty())
}

/// The newest commit that today's branch and the revision share.
fn merge_base(folder: &Path, revision: &str) -> Result<String, GitError> {
    let name = revision.to_owned();
    let commit = format!("{revision}^{{commit}}");
    let verified = run(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    if !verified.status.success() {
        return Err(GitError::UnknownRevision { revision: name, shallow: shallow(folder)? });
    }
    let commit = lossy(verified.stdout.trim_ascii());
    let base = run(folder, &["merge-base", &commit, "HEAD"])?;
    let base = lossy(base.stdout.trim_ascii());
    if base.is_empty() {
        return Err(GitError::NothingShared { revision: name, shallow: shallow(folder)? });
    }
    Ok(base)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TreeEntryKind {
    File,
    /// A symlink or a submodule: it has no text of its own.
    Opaque,
}

/// Kind, object and path of everything that `git ls-tree -r -z` names: `100644 blob <object>` TAB path NUL.
fn entries(listed: &[u8]) -> impl Iterator<Item = (TreeEntryKind, String, String)> {
    listed.split(|&byte| byte == 0).filter_map(|entry| {
        let tab = entry.iter().position(|&byte| byte == b'\t')?;
        let (head, path) = (lossy(&entry[..tab]), lossy(&entry[tab + 1..]));
        let kind = if head.starts_with("100") { TreeEntryKind::File } else { TreeEntryKind::Opaque };
        Some((kind, head.rsplit(' ').next()?.to_owned(), path))
    })
}

/// The bytes of objects, all by one process.
fn read(
    folder: &Path,
    objects: Vec<(String, String)>,
    max_bytes: u64,
    files: &mut BTreeMap<String, SnapshotFile>,
) -> Result<(), GitError> {
    if objects.is_empty() {
        return Ok(());
    }
    let mut git = command(folder);
    git.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = git.spawn().map_err(GitError::NoGit)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let names: String = objects.iter().flat_map(|(_, object)| [object.as_str(), "\n"]).collect();
    let result = std::thread::scope(|scope| {
        // Git answers while it still reads: writing everything first would block for ever.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(names.as_bytes())));
        let mut answers = BufReader::new(stdout.ok_or_else(|| io::Error::other("git does not answer"))?);
        for (path, _) in objects {
            files.insert(path, answer(&mut answers, max_bytes)?);
        }
        Ok::<_, io::Error>(())
    });
    let _ = child.kill();
    let _ = child.wait();
    result.map_err(|error| GitError::Git(error.to_string()))
}

/// Texts by the names of their objects, which git knows; bytes that are no UTF-8 become U+FFFD.
///
/// # Errors
/// Git fails.
pub fn texts(folder: &Path, blobs: &[String]) -> Result<BTreeMap<String, String>, GitError> {
    /// A larger file is no article.
    const MOST: u64 = 64 << 20;
    let objects = blobs.iter().map(|blob| (blob.clone(), blob.clone())).collect();
    let mut files = BTreeMap::new();
    read(folder, objects, MOST, &mut files)?;
    let text = |(blob, file)| match file {
        SnapshotFile::Bytes(bytes) => Some((blob, lossy(&bytes))),
        SnapshotFile::Unread => None,
    };
    Ok(files.into_iter().filter_map(text).collect())
}

/// One answer of `git cat-file --batch`: `<object> blob <size>`, the bytes, a line end.
fn answer(answers: &mut impl BufRead, max_bytes: u64) -> io::Result<SnapshotFile> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let size = head.split_ascii_whitespace().nth(2).and_then(|size| size.parse::<u64>().ok());
    let Some(size) = size else {
        let missing = "an object is missing; clone the repository as a whole, without --filter";
        return Err(io::Error::other(missing));
    };
    let then = if size > max_bytes {
        io::copy(&mut answers.by_ref().take(size), &mut io::sink())?;
        SnapshotFile::Unread
    } else {
        let mut bytes = Vec::new();
        answers.by_ref().take(size).read_to_end(&mut bytes)?;
        SnapshotFile::Bytes(bytes)
    };
    answers.read_exact(&mut [0])?;
    Ok(then)
}

/// What git prints; it must go well.
fn output(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
    let output = run(folder, arguments)?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(GitError::Git(lossy(&output.stderr).trim().to_owned()))
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests;
