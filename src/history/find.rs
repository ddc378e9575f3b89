//! One earlier text of one file. Remembers nothing.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;

use super::raw::{self, Commit, Entry};
use super::since::texts;
use super::trace::is_text;
use super::{DAY, GitError, Version, is_commit, run, shallow, text};

/// Texts that are held at once.
const SHARE: usize = 64;

/// The first text of `file` for which `is_it` says yes, renames followed; else the one it had at `commit`. After a text was brought
/// back it is the older commit of the two, as `trace` has it.
///
/// # Errors
/// There is none, or git fails.
pub fn find(file: &Path, commit: Option<&str>, is_it: &dyn Fn(&str) -> bool) -> Result<Version, GitError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().ok_or(GitError::NoHistory)?;
    let changes = changes(folder, Path::new(name))?;
    let newest = changes.first().ok_or(GitError::NoHistory)?;
    let version = |at: usize, change: &Change, text: String| Version {
        commit: change.commit.name.clone(),
        date: change.commit.date.clone(),
        text,
        commits_since: at,
        last_date: newest.commit.date.clone(),
        days: (newest.commit.seconds / DAY).saturating_sub(change.commit.seconds / DAY),
    };
    let mut oldest_first: Vec<(usize, &Change)> = changes.iter().enumerate().collect();
    oldest_first.reverse();
    for share in oldest_first.chunks(SHARE) {
        let blobs: Vec<String> = share.iter().filter_map(|(_, change)| change.blob.clone()).collect();
        let mut texts = texts(folder, &blobs)?;
        for &(at, change) in share {
            let Some(blob) = change.blob.as_ref().filter(|blob| texts.get(*blob).is_some_and(|it| is_it(it)))
            else {
                continue;
            };
            return Ok(version(at, change, texts.remove(blob).unwrap_or_default()));
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
    text(folder, &format!("{commit}:./{name}"))
        .map_err(|_| GitError::NotThen { file: name.to_owned(), revision: revision.to_owned() })
}

/// A commit that changed the file.
struct Change {
    commit: Commit,
    /// The text it left, as an object of git; none where the file was removed.
    blob: Option<String>,
}

/// The commits that changed the file, newest first, renames followed.
fn changes(folder: &Path, name: &Path) -> Result<Vec<Change>, GitError> {
    let Some(name) = name.to_str() else { return Err(GitError::NoHistory) };
    let mut git = raw::log(folder);
    let log = git.args(["--follow", "--", &format!("./{name}")]).stdin(Stdio::null()).output();
    let log = log.map_err(GitError::NoGit)?;
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
    let mut take = |entry| match entry {
        Entry::Commit(commit) => listed = Some(commit),
        Entry::File(file) => {
            if let Some(commit) = listed.take_if(|_| file.is_change) {
                changes.push(Change { commit, blob: Some(file.blob).filter(|blob| is_text(blob)) });
            }
        }
    };
    raw::read(&mut log.stdout.as_slice(), &mut take).map_err(|error| GitError::Git(error.to_string()))?;
    Ok(changes)
}

/// The text that the file had at a commit: that of the newest change that the commit has in its past.
fn at_commit<'c>(folder: &Path, changes: &'c [Change], commit: &str) -> Option<(usize, &'c Change, String)> {
    if !is_commit(commit) {
        return None;
    }
    let listed = run(folder, &["rev-list", commit]).ok().filter(|answer| answer.status.success())?;
    let past = String::from_utf8_lossy(&listed.stdout);
    let past: BTreeSet<&str> = past.lines().collect();
    let (at, change) =
        changes.iter().enumerate().find(|(_, change)| past.contains(change.commit.name.as_str()))?;
    Some((at, change, text(folder, change.blob.as_ref()?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_outside_any_repository_has_no_history() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.md");
        std::fs::write(&file, "a").unwrap();
        let found = find(&file, None, &|_| true);
        assert!(matches!(found, Err(GitError::NoHistory | GitError::NoGit(_))), "{found:?}");
    }

    #[test]
    fn what_is_no_commit_is_not_asked_for() {
        for commit in ["", "HEAD", "--output=x", "abc", &"a".repeat(65)] {
            assert!(at_commit(Path::new("."), &[], commit).is_none());
        }
    }
}
