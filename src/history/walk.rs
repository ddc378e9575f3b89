//! The changes of files, back to their first: through other names, and through folders outside of the one that is asked about. Reads no
//! text, and remembers nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use super::memory::{Change, History};
use super::raw::{self, ChangedFile, Commit, Entry};
use super::{GitError, run};

/// Folders beside its own that are asked about by name; where there are more, all of the work tree is.
const MOST: usize = 16;

/// The changes of these files below the folder.
pub(super) fn histories(folder: &Path, paths: &[&str]) -> Result<Vec<History>, GitError> {
    let prefix = prefix(folder)?;
    let paths: Vec<String> = paths.iter().map(|path| format!("{prefix}{path}")).collect();
    let mut places: BTreeSet<String> = BTreeSet::new();
    loop {
        let mut git = raw::log(folder);
        // Git compares each path with each of these, and a command line has an end.
        let is_whole = places.len() > MOST;
        git.args(["--", if is_whole { ":/" } else { "." }]);
        if !is_whole {
            git.args(places.iter().map(|place| format!(":(top,literal){place}")));
        }
        let mut walk = Walk::new(&paths);
        read(git, None, &mut |entry| walk.take(entry))?;
        let before = places.len();
        // Nothing is outside of the whole work tree.
        if !prefix.is_empty() && !is_whole {
            places.extend(outside(folder, &walk.appeared)?);
        }
        if places.len() == before {
            return Ok(walk.histories);
        }
    }
}

/// Where a folder is in its work tree: nothing, or a path that ends in `/`.
pub(super) fn prefix(folder: &Path) -> Result<String, GitError> {
    let said = run(folder, &["rev-parse", "--show-prefix"])?;
    Ok(String::from_utf8_lossy(&said.stdout).trim_end_matches('\n').to_owned())
}

/// Where files were before they appeared: git, asked about some folders alone, takes a file for new that was renamed into them.
fn outside(
    folder: &Path,
    appeared: &BTreeMap<String, BTreeSet<String>>,
) -> Result<BTreeSet<String>, GitError> {
    let mut places = BTreeSet::new();
    if appeared.is_empty() {
        return Ok(places);
    }
    let mut git = raw::log(folder);
    git.args(["--no-walk=unsorted", "--diff-filter=R", "--stdin"]);
    let commits: String = appeared.keys().flat_map(|commit| [commit, "\n"]).collect();
    let mut files = None;
    read(git, Some(commits), &mut |entry| match entry {
        Entry::Commit(commit) => files = appeared.get(&commit.name),
        Entry::File(ChangedFile { path, renamed_from, .. }) => {
            if files.is_some_and(|files| files.contains(&path)) {
                places.extend(renamed_from.iter().map(|older| place(older, &path).to_owned()));
            }
        }
    })?;
    Ok(places)
}

/// The folder that got another name, of a path before and after; the file where there is none.
fn place<'p>(older: &'p str, newer: &str) -> &'p str {
    let (mut left, mut right) = (older, newer);
    while let (Some((left_folder, left_name)), Some((right_folder, right_name))) =
        (left.rsplit_once('/'), right.rsplit_once('/'))
    {
        let is_first = left == older;
        if left_name != right_name && !is_first {
            break;
        }
        (left, right) = (left_folder, right_folder);
    }
    left
}

/// Reads what a `git log` prints.
pub(super) fn read(
    mut git: Command,
    input: Option<String>,
    take: &mut dyn FnMut(Entry),
) -> Result<(), GitError> {
    git.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    git.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = git.spawn().map_err(GitError::NoGit)?;
    if let (Some(input), Some(mut stdin)) = (input, child.stdin.take()) {
        // It reads all of it before it prints; if it does not, its end says why.
        let _ = stdin.write_all(input.as_bytes());
    }
    let read = match child.stdout.take() {
        Some(stdout) => raw::read(&mut BufReader::new(stdout), take),
        None => Ok(()),
    };
    let ended = child.wait().map_err(GitError::NoGit)?;
    match read {
        Ok(()) if ended.success() => Ok(()),
        Ok(()) => Err(GitError::NoHistory),
        Err(error) => Err(GitError::Git(error.to_string())),
    }
}

/// Goes back through all changes that git prints, and collects those of the given files.
#[derive(Debug)]
struct Walk {
    histories: Vec<History>,
    /// What each file is called at the commit that is looked at.
    called: BTreeMap<String, BTreeSet<usize>>,
    commit: Commit,
    /// The older and the newer name of what this commit renames.
    renamed: Vec<(String, String)>,
    /// Of what this merge brings together: in some of its parents it has the newer name, in others the older one.
    merged: Vec<(String, String)>,
    /// By commit the files that it made.
    appeared: BTreeMap<String, BTreeSet<String>>,
}

impl Walk {
    fn new(paths: &[String]) -> Self {
        let named = |path: &String| History { names: BTreeSet::from([path.clone()]), ..History::default() };
        let mut called: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (at, path) in paths.iter().enumerate() {
            called.entry(path.clone()).or_default().insert(at);
        }
        Self {
            histories: paths.iter().map(named).collect(),
            called,
            commit: Commit::default(),
            renamed: Vec::new(),
            merged: Vec::new(),
            appeared: BTreeMap::new(),
        }
    }

    fn take(&mut self, entry: Entry) {
        let file = match entry {
            Entry::Commit(commit) => {
                self.go_back();
                self.commit = commit;
                return;
            }
            Entry::File(file) => file,
        };
        let Some(files) = self.called.get(&file.path) else { return };
        if file.is_change {
            for &at in files {
                let change = Change { seconds: self.commit.seconds, blob: file.blob.clone() };
                self.histories[at].changes.push(change);
            }
        }
        if file.is_new {
            self.appeared.entry(self.commit.name.clone()).or_default().insert(file.path.clone());
        }
        let renamed = if file.is_of_merge { &mut self.merged } else { &mut self.renamed };
        renamed.extend(file.renamed_from.into_iter().map(|older| (older, file.path.clone())));
    }

    /// To the names before the commit.
    fn go_back(&mut self) {
        let renamed = std::mem::take(&mut self.renamed).into_iter();
        let merged = std::mem::take(&mut self.merged).into_iter();
        let mut files: Vec<(String, BTreeSet<usize>)> =
            renamed.filter_map(|(older, newer)| Some((older, self.called.remove(&newer)?))).collect();
        files.extend(merged.filter_map(|(older, newer)| Some((older, self.called.get(&newer)?.clone()))));
        for (older, files) in files {
            for &file in &files {
                self.histories[file].names.insert(older.clone());
            }
            self.called.entry(older).or_default().extend(files);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(log: &[u8], paths: &[&str]) -> Walk {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let mut walk = Walk::new(&paths);
        raw::read(&mut { log }, &mut |entry| walk.take(entry)).unwrap();
        walk
    }

    #[test]
    fn renames_are_followed_back() {
        // The newest commit swaps two names; before that both are changed.
        let log: &[u8] = b"commit c5 300 -\0\n:1 1 x b2 R100\0x/a.md\0x/b.md\0:1 1 x a2 R090\0x/b.md\0x/a.md\0\
            commit c4 260 -\0\0::1 1 1 a8 a9 a2m MM\0x/b.md\0x/b.md\0x/b.md\0commit c3 250 -\0\n:1 1 a1 a1 R100\0x/a.md\0x/a.md\0\
            commit c2 200 -\0\n:1 1 x a1 M\0x/a.md\0:1 1 x z M\0x/other.md\0\
            commit c1 100 -\0\n:0 1 0 b0 A\0x/b.md\0:0 1 0 a0 A\0x/a.md\0:0 1 0 z0 A\0x/other.md\0";
        let walk = walked(log, &["x/b.md", "x/a.md"]);
        let blobs = |file: usize| {
            walk.histories[file].changes.iter().map(|change| change.blob.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(blobs(0), ["b2", "a1", "a0"]);
        assert_eq!(blobs(1), ["a2", "a2m", "b0"]);
        assert_eq!(walk.histories[0].names, ["x/a.md".to_owned(), "x/b.md".to_owned()].into());
        let files = ["x/a.md".to_owned(), "x/b.md".to_owned()].into();
        assert_eq!(walk.appeared, BTreeMap::from([("c1".to_owned(), files)]));
    }

    #[test]
    fn a_folder_is_what_got_another_name() {
        for (older, newer, wanted) in [
            ("old/a/x.md", "new/a/x.md", "old"),
            ("docs/old/x.md", "docs/new/x.md", "docs/old"),
            ("old/x.md", "new/y.md", "old"),
            ("a/old/b/x.md", "new/b/y.md", "a/old"),
            ("x.md", "new/x.md", "x.md"),
            ("a/x.md", "x.md", "a/x.md"),
        ] {
            assert_eq!(place(older, newer), wanted, "{older} {newer}");
        }
    }
}
