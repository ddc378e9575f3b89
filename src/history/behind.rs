//! How far behind something is that was made from earlier texts of files. Runs git once for the changes of a whole folder, and
//! once for texts, however many files there are.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::{DAY, GitError, command, is_commit};

/// A file, and the texts of it that something was made from.
#[derive(Clone, Debug)]
pub struct Original<'a> {
    /// Below the folder, with `/`.
    pub path: &'a str,
    pub made_from: Vec<MadeFrom<'a>>,
}

/// Which text something was made from: the one of the hash, else the one of the commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MadeFrom<'a> {
    pub hash: Option<&'a str>,
    pub commit: Option<&'a str>,
}

/// How far a text is behind that of today's commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// Commits that have changed the file since.
    pub commits: usize,
    /// Days between the commit of the text and the last of them.
    pub days: u64,
}

/// How far each text is behind, in the order of the files and of what was made from them; none where git does not know the
/// text. `hashes` are all that a text goes by. Renames are followed, as in [`super::find`].
///
/// # Errors
/// The folder is in no repository, or git fails.
pub fn behind(
    folder: &Path,
    originals: &[Original<'_>],
    hashes: &dyn Fn(&str) -> Vec<String>,
) -> Result<Vec<Vec<Option<Distance>>>, GitError> {
    let paths: Vec<&str> = originals.iter().map(|original| original.path).collect();
    let histories = histories(folder, &paths)?;
    let mut objects = Objects::open(folder)?;
    let one = |(original, history): (&Original<'_>, &History)| {
        history.distances(&original.made_from, &mut objects, hashes)
    };
    Ok(originals.iter().zip(&histories).map(one).collect())
}

/// What a file was, the newest first.
#[derive(Debug, Default)]
struct History {
    changes: Vec<Change>,
    /// Every name it had.
    names: BTreeSet<String>,
}

#[derive(Debug)]
struct Change {
    /// Of the committer, since 1970.
    seconds: u64,
    /// The text it left, as an object of git; zeros where the file was removed.
    blob: String,
}

impl History {
    fn distances(
        &self,
        made_from: &[MadeFrom<'_>],
        objects: &mut Objects,
        hashes: &dyn Fn(&str) -> Vec<String>,
    ) -> Vec<Option<Distance>> {
        let mut found: Vec<Option<usize>> = vec![None; made_from.len()];
        // Where the commit has another text than the one of the hash, it counts only if that one is not found.
        let mut second: Vec<Option<usize>> = vec![None; made_from.len()];
        for at in 0..made_from.len() {
            if let Some(same) = made_from[..at].iter().position(|other| *other == made_from[at]) {
                (found[at], second[at]) = (found[same], second[same]);
                continue;
            }
            let Some((change, text)) = self.at_commit(made_from[at].commit, objects) else { continue };
            let is_it = made_from[at].hash.is_none_or(|hash| hashes(&text).iter().any(|known| known == hash));
            let place = if is_it { &mut found[at] } else { &mut second[at] };
            *place = Some(change);
        }
        for (change, Change { blob, .. }) in self.changes.iter().enumerate() {
            let is_open = |at: &usize| found[*at].is_none() && made_from[*at].hash.is_some();
            let open: Vec<usize> = (0..made_from.len()).filter(is_open).collect();
            if open.is_empty() {
                break;
            }
            let Some((_, text)) = objects.text(blob) else { continue };
            let known = hashes(&text);
            for at in open {
                let is_it = made_from[at].hash.is_some_and(|hash| known.iter().any(|known| known == hash));
                found[at] = is_it.then_some(change);
            }
        }
        let places = found.into_iter().zip(second).map(|(found, second)| found.or(second));
        places.map(|place| Some(self.distance(place?))).collect()
    }

    /// The newest change that left the text which the file had at the commit, and that text.
    fn at_commit(&self, commit: Option<&str>, objects: &mut Objects) -> Option<(usize, String)> {
        let commit = commit.filter(|commit| is_commit(commit))?;
        let text = |name: &String| objects.text(&format!("{commit}:./{name}"));
        let (object, text) = self.names.iter().find_map(text)?;
        Some((self.changes.iter().position(|change| change.blob == object)?, text))
    }

    fn distance(&self, change: usize) -> Distance {
        let day = |at: usize| self.changes.get(at).map_or(0, |change| change.seconds / DAY);
        Distance { commits: change, days: day(0).saturating_sub(day(change)) }
    }
}

/// The changes of these files.
fn histories(folder: &Path, paths: &[&str]) -> Result<Vec<History>, GitError> {
    let mut git = command(folder);
    git.args(["log", "-z", "--raw", "--relative", "--find-renames", "--no-abbrev", "--no-ext-diff"]);
    git.args(["--no-textconv", "--no-show-signature", "--no-color", "--format=commit %ct", "--", "."]);
    git.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = git.spawn().map_err(GitError::NoGit)?;
    let mut walk = Walk::new(paths);
    let read = match child.stdout.take() {
        Some(stdout) => walk.read(&mut BufReader::new(stdout)),
        None => Ok(()),
    };
    let ended = child.wait().map_err(GitError::NoGit)?;
    match read {
        Ok(()) if ended.success() => Ok(walk.histories),
        Ok(()) => Err(GitError::NoHistory),
        Err(error) => Err(GitError::Git(error.to_string())),
    }
}

/// Goes back through all changes of a folder, and collects those of the given files.
#[derive(Debug)]
struct Walk {
    histories: Vec<History>,
    /// What each file is called at the commit that is looked at.
    called: BTreeMap<String, Vec<usize>>,
    seconds: u64,
    /// The older and the newer name of what this commit renames.
    renamed: Vec<(String, String)>,
}

impl Walk {
    fn new(paths: &[&str]) -> Self {
        let named =
            |path: &&str| History { names: BTreeSet::from([(*path).to_owned()]), ..History::default() };
        let mut called: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, path) in paths.iter().enumerate() {
            called.entry((*path).to_owned()).or_default().push(at);
        }
        Self { histories: paths.iter().map(named).collect(), called, seconds: 0, renamed: Vec::new() }
    }

    /// Reads what `git log -z --raw --format=commit %ct` prints, the newest commit first.
    fn read(&mut self, log: &mut impl BufRead) -> std::io::Result<()> {
        let next = |log: &mut dyn BufRead| {
            let mut piece = Vec::new();
            let count = log.read_until(0, &mut piece)?;
            let text = String::from_utf8_lossy(piece.strip_suffix(b"\0").unwrap_or(&piece)).into_owned();
            Ok::<_, std::io::Error>((count > 0).then_some(text))
        };
        while let Some(piece) = next(log)? {
            let piece = piece.trim_start_matches('\n');
            if let Some(seconds) = piece.strip_prefix("commit ") {
                self.go_back();
                self.seconds = seconds.trim().parse().unwrap_or_default();
                continue;
            }
            // `:100644 100644 <old> <new> M`, then a path, or two where it was renamed.
            let words: Vec<&str> = piece.split(' ').collect();
            let [mode, _, older, blob, kind] = words.as_slice() else { continue };
            if !mode.starts_with(':') {
                continue;
            }
            let first = next(log)?.unwrap_or_default();
            let path = if kind.starts_with(['R', 'C']) {
                let newer = next(log)?.unwrap_or_default();
                if kind.starts_with('R') && self.called.contains_key(&newer) {
                    self.renamed.push((first, newer.clone()));
                }
                newer
            } else {
                first
            };
            // A file that only gets another name says what it said.
            let is_change = older != blob;
            for &file in self.called.get(&path).into_iter().flatten().filter(|_| is_change) {
                let change = Change { seconds: self.seconds, blob: (*blob).to_owned() };
                self.histories[file].changes.push(change);
            }
        }
        Ok(())
    }

    /// To the names before the commit.
    fn go_back(&mut self) {
        let renamed = std::mem::take(&mut self.renamed);
        let files: Vec<(String, Vec<usize>)> = renamed
            .into_iter()
            .filter_map(|(older, newer)| Some((older, self.called.remove(&newer)?)))
            .collect();
        for (older, files) in files {
            for &file in &files {
                self.histories[file].names.insert(older.clone());
            }
            self.called.entry(older).or_default().extend(files);
        }
    }
}

/// `git cat-file --batch`, which is asked for one object after the other.
#[derive(Debug)]
struct Objects {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Drop for Objects {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Objects {
    fn open(folder: &Path) -> Result<Self, GitError> {
        let mut git = command(folder);
        git.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = git.spawn().map_err(GitError::NoGit)?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(requests), Some(stdout)) => Ok(Self { child, requests, answers: BufReader::new(stdout) }),
            _ => Err(GitError::Git("git does not answer".to_owned())),
        }
    }

    /// The name and the text of an object, where it is a file and there; bytes that are no UTF-8 become U+FFFD.
    fn text(&mut self, name: &str) -> Option<(String, String)> {
        if name.contains('\n') {
            return None;
        }
        writeln!(self.requests, "{name}").ok()?;
        let mut head = String::new();
        self.answers.read_line(&mut head).ok()?;
        // `<object> blob <size>`, the bytes, a line end; or `<name> missing`.
        let (object, rest) = head.trim_end().split_once(' ')?;
        let (kind, size) = rest.rsplit_once(' ')?;
        let size: u64 = size.parse().ok()?;
        let mut bytes = Vec::new();
        self.answers.by_ref().take(size).read_to_end(&mut bytes).ok()?;
        self.answers.read_exact(&mut [0]).ok()?;
        (kind == "blob").then(|| (object.to_owned(), String::from_utf8_lossy(&bytes).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renames_are_followed_back() {
        let mut walk = Walk::new(&["b.md", "a.md"]);
        // The newest commit swaps two names; before that both are changed.
        let log: &[u8] = b"commit 300\0\n:1 1 x b2 R100\0a.md\0b.md\0:1 1 x a2 R090\0b.md\0a.md\0\
            commit 250\0\n:1 1 a1 a1 R100\0a.md\0a.md\0commit 200\0\n:1 1 x a1 M\0a.md\0:1 1 x z M\0other.md\0commit 100\0\n:0 1 0 b0 A\0b.md\0:0 1 0 a0 A\0a.md\0";
        walk.read(&mut { log }).unwrap();
        let blobs = |file: usize| {
            walk.histories[file].changes.iter().map(|change| change.blob.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(blobs(0), ["b2", "a1", "a0"]);
        assert_eq!(blobs(1), ["a2", "b0"]);
        assert_eq!(walk.histories[0].names, ["a.md".to_owned(), "b.md".to_owned()].into());
    }

    #[test]
    fn what_git_may_print_does_no_harm() {
        for log in
            [&b""[..], b"\0\0\0", b"commit\0commit x\0:1 1 x\0:1 1 x y R\0a", b":1 1 x y M", b"a b c d e\0"]
        {
            let mut walk = Walk::new(&["a"]);
            walk.read(&mut { log }).unwrap();
            assert!(walk.histories[0].changes.is_empty(), "{log:?}");
        }
    }

    #[test]
    fn a_folder_outside_any_repository_has_no_history() {
        let dir = tempfile::tempdir().unwrap();
        let original = Original { path: "a.md", made_from: Vec::new() };
        assert!(behind(dir.path(), &[original], &|_| Vec::new()).is_err());
    }
}
