//! One earlier text of one file. Remembers nothing.

use std::path::Path;

use super::since::texts;
use super::{DAY, GitError, Version, is_commit, run, shallow, text};

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
        commit: change.commit.clone(),
        date: change.date.clone(),
        text,
        commits_since: at,
        last_date: newest.date.clone(),
        days: (newest.seconds / DAY).saturating_sub(change.seconds / DAY),
    };
    let blobs: Vec<String> = changes.iter().filter_map(|change| change.blob.clone()).collect();
    let texts = texts(folder, &blobs)?;
    for (at, change) in changes.iter().enumerate().rev() {
        let text = change.blob.as_ref().and_then(|blob| texts.get(blob));
        if let Some(text) = text.filter(|text| is_it(text)) {
            return Ok(version(at, change, text.clone()));
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
