//! What `git log` prints of commits and of the files that they change, entry by entry. Asks for nothing itself.

use std::collections::BTreeSet;
use std::io::{BufRead, Error};
use std::path::Path;
use std::process::Command;

use super::command;

/// A commit, or a file that the last one before it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Commit(Commit),
    File(ChangedFile),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Commit {
    pub(super) name: String,
    /// Of the committer, since 1970.
    pub(super) seconds: u64,
    /// The same, `YYYY-MM-DD` in UTC.
    pub(super) date: String,
}

/// Of a merge only files are printed whose text is that of no parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ChangedFile {
    /// From the root of the work tree.
    pub(super) path: String,
    /// What it was called before, where that was something else: in a merge, in each of the parents.
    pub(super) renamed_from: BTreeSet<String>,
    pub(super) is_of_merge: bool,
    /// Its text, as an object of git; zeros where it was removed.
    pub(super) blob: String,
    /// Whether it was not there before, under no name that git knows of.
    pub(super) is_new: bool,
    /// Whether its text is another: a file may only get another name.
    pub(super) is_change: bool,
}

/// `git log` in `folder`, whose output [`read`] reads.
pub(super) fn log(folder: &Path) -> Command {
    let mut git = command(folder);
    git.args(["log", "-c", "-z", "--raw", "--find-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"]);
    git.args(["--no-show-signature", "--no-color", "--date=format-local:%Y-%m-%d"]);
    // Whatever the configuration says of the order of files, and of letters.
    git.args(["--combined-all-paths", "-O/dev/null", "--encoding=UTF-8"]);
    git.arg("--format=commit %H %ct %cd");
    git
}

/// Calls `take` with every entry, the newest commit first.
pub(super) fn read(log: &mut impl BufRead, take: &mut dyn FnMut(Entry)) -> Result<(), Error> {
    while let Some(piece) = next(log)? {
        let piece = piece.trim_start_matches('\n');
        let words: Vec<&str> = piece.split(' ').collect();
        if let ["commit", name, seconds, date] = words.as_slice() {
            let seconds = seconds.parse().unwrap_or_default();
            take(Entry::Commit(Commit { name: (*name).to_owned(), seconds, date: (*date).to_owned() }));
            continue;
        }
        // `:100644 100644 <old> <new> M`, of a merge `::100644 100644 100644 <old> <old> <new> MM`; then a path, or two where it was
        // renamed; of a merge one for each parent before it.
        let parents = piece.bytes().take_while(|&byte| byte == b':').count();
        if parents == 0 || words.len() != 2 * parents + 3 {
            continue;
        }
        let (older, blob, kind) =
            (&words[parents + 1..=2 * parents], words[2 * parents + 1], words[2 * parents + 2]);
        let is_of_merge = parents > 1;
        let before = if is_of_merge { parents } else { usize::from(kind.starts_with(['R', 'C'])) };
        let mut renamed_from = BTreeSet::new();
        for _ in 0..before {
            renamed_from.extend(next(log)?);
        }
        let path = next(log)?.unwrap_or_default();
        renamed_from.retain(|older| *older != path && !kind.starts_with('C'));
        let is_change = !older.contains(&blob);
        let (blob, is_new) = (blob.to_owned(), kind == "A");
        take(Entry::File(ChangedFile { path, renamed_from, is_of_merge, blob, is_new, is_change }));
    }
    Ok(())
}

fn next(log: &mut impl BufRead) -> Result<Option<String>, Error> {
    let mut piece = Vec::new();
    let count = log.read_until(0, &mut piece)?;
    let text = String::from_utf8_lossy(piece.strip_suffix(b"\0").unwrap_or(&piece)).into_owned();
    Ok((count > 0).then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_may_print_does_no_harm() {
        for log in [
            &b""[..],
            b"\0\0\0",
            b"commit\0commit x\0:1 1 x\0:1 1 x y R\0a",
            b"a b c d e\0",
            b"::\0::::: a\0",
        ] {
            let mut files = Vec::new();
            let mut take = |entry| match entry {
                Entry::File(file) => files.push(file),
                Entry::Commit(commit) => panic!("{commit:?}"),
            };
            read(&mut { log }, &mut take).unwrap();
            assert!(files.iter().all(|file| file.path.is_empty()), "{files:?}");
        }
    }
}
