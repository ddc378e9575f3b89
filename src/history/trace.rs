//! Which earlier texts of files something was made from, and how far behind it is. Runs git once for the changes of a whole folder,
//! and for texts that nothing is known of; what it finds out is remembered.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use rayon::prelude::*;

use super::memory::{Change, History, Log, Memory, TextFacts};
use super::objects::Objects;
use super::since::texts;
use super::{DAY, GitError, Shallow, command, is_commit, run};

/// A file, and the texts of it that something was made from.
#[derive(Clone, Debug)]
pub struct Original<'a> {
    /// Below the folder, with `/`.
    pub path: &'a str,
    pub made_from: Vec<MadeFrom<'a>>,
}

/// Which text something was made from: the first one of the hash, else the one of the commit.
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

/// The text that something was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    pub distance: Distance,
    /// As an object of git, where it was found by its hash.
    pub blob: Option<String>,
}

/// What git knows of some files.
#[derive(Clone, Debug)]
pub struct Traces {
    /// In the order of the files and of what was made from them; none where git does not know the text.
    pub traced: Vec<Vec<Option<Traced>>>,
    pub shallow: Shallow,
}

/// All hashes that a text goes by.
type Hashes<'a> = &'a (dyn Fn(&str) -> Vec<String> + Sync);

/// Texts that are read at once.
const SHARE: usize = 2_000;

/// Which texts things were made from. Renames are followed, as in `find`.
///
/// # Errors
/// The folder is in no repository, or git fails.
pub fn trace(
    folder: &Path,
    originals: &[Original<'_>],
    hashes: Hashes<'_>,
    memory: &mut Memory,
) -> Result<Traces, GitError> {
    let paths: Vec<&str> = originals.iter().map(|original| original.path).collect();
    let (key, shallow) = remembered(folder, &paths, memory)?;
    let asked = |(original, history): &(&Original<'_>, &History)| {
        let is_asked = original.made_from.iter().any(|made| made.hash.is_some());
        let changes = if is_asked { history.changes.as_slice() } else { &[] };
        changes.iter().map(|change| change.blob.clone()).collect::<Vec<_>>()
    };
    let histories = memory.logs.get(&key).map_or(&[][..], |log| &log.histories);
    let wanted: BTreeSet<String> = originals.iter().zip(histories).flat_map(|it| asked(&it)).collect();
    let is_unknown = |blob: &String| memory.texts.get(blob).is_none_or(|text| text.hashes.is_empty());
    let unknown: Vec<String> = wanted.into_iter().filter(|blob| is_text(blob) && is_unknown(blob)).collect();
    for blobs in unknown.chunks(SHARE) {
        let found: Vec<(String, Vec<String>)> =
            texts(folder, blobs)?.into_par_iter().map(|(blob, text)| (blob, hashes(&text))).collect();
        for (blob, hashes) in found {
            memory.texts.entry(blob).or_default().hashes = hashes;
        }
    }
    let mut objects = Objects::of(folder);
    let histories = memory.logs.get(&key).map_or(&[][..], |log| &log.histories);
    let one = |(original, history): (&Original<'_>, &History)| {
        history.traced(&original.made_from, &memory.texts, &mut objects)
    };
    Ok(Traces { traced: originals.iter().zip(histories).map(one).collect(), shallow })
}

/// The key of the log of these files, which is in the memory then.
pub(super) fn remembered(
    folder: &Path,
    paths: &[&str],
    memory: &mut Memory,
) -> Result<(String, Shallow), GitError> {
    let (head, shallow) = head(folder)?;
    let key = key(folder, paths);
    memory.asked.insert(key.clone());
    let is_known = |log: &&Log| log.head == head && log.histories.len() == paths.len();
    if shallow == Shallow::Shallow || memory.logs.get(&key).filter(is_known).is_none() {
        // What a shallow clone holds may become more at the same commit.
        let head = if shallow == Shallow::Shallow { format!("{head}-shallow") } else { head };
        let log = Log { head, histories: histories(folder, paths)? };
        memory.logs.insert(key.clone(), log);
    }
    Ok((key, shallow))
}

/// When each of these files was changed last, in seconds since 1970, with the object of the text that it got then; none where git does
/// not know.
///
/// # Errors
/// The folder is in no repository, or git fails.
pub fn last_changes(folder: &Path, paths: &[&str]) -> Result<Vec<Option<(u64, String)>>, GitError> {
    let last = |history: History| Some(history.changes.into_iter().next()).flatten();
    let found = histories(folder, paths)?.into_iter().map(last);
    Ok(found.map(|change| change.map(|change| (change.seconds, change.blob))).collect())
}

/// The commit of today, and whether the clone knows all before it.
fn head(folder: &Path) -> Result<(String, Shallow), GitError> {
    let said = run(folder, &["rev-parse", "--is-shallow-repository", "HEAD"])?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let mut lines = said.lines();
    let shallow = match lines.next() {
        Some("true") => Shallow::Shallow,
        Some(_) => Shallow::Whole,
        None => return Err(GitError::NoHistory),
    };
    let head = lines.next().filter(|head| is_commit(head)).ok_or(GitError::NoHistory)?;
    Ok((head.to_owned(), shallow))
}

/// What stands for a question: the folder and the files.
fn key(folder: &Path, paths: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(folder.to_string_lossy().as_bytes());
    for path in paths {
        hasher.update(&[0]).update(path.as_bytes());
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

/// Whether an object is there: a removal leaves zeros.
pub(super) fn is_text(blob: &str) -> bool {
    blob.bytes().any(|digit| digit != b'0')
}

impl Memory {
    /// Whether the text of an object weighs as much as `weight`, read as that was; none if nothing is known of that yet.
    pub fn weighs(&self, blob: &str, weight: &str) -> Option<bool> {
        let kind = |weight: &str| weight.split('-').next().map(str::to_owned);
        let weights = &self.texts.get(blob)?.weights;
        let is_alike = weights.iter().any(|known| kind(known) == kind(weight));
        is_alike.then(|| weights.contains(weight))
    }

    /// Remembers what the text of an object weighs.
    pub fn weigh(&mut self, blob: &str, weight: String) {
        self.texts.entry(blob.to_owned()).or_default().weights.insert(weight);
    }
}

impl History {
    fn traced(
        &self,
        made_from: &[MadeFrom<'_>],
        texts: &BTreeMap<String, TextFacts>,
        objects: &mut Objects<'_>,
    ) -> Vec<Option<Traced>> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let is_asked = made_from.iter().any(|made| made.hash.is_some());
        // The oldest comes last, and stays.
        for (at, change) in self.changes.iter().enumerate().filter(|_| is_asked) {
            for hash in texts.get(&change.blob).into_iter().flat_map(|text| &text.hashes) {
                first.insert(hash, at);
            }
        }
        let one = |made: &MadeFrom<'_>| {
            let by_hash = made.hash.and_then(|hash| first.get(hash)).copied();
            let blob = by_hash.map(|at| self.changes[at].blob.clone());
            let at = by_hash.or_else(|| self.at_commit(made.commit, objects))?;
            Some(Traced { distance: self.distance(at), blob })
        };
        made_from.iter().map(one).collect()
    }

    /// The newest change that left the text which the file had at the commit.
    fn at_commit(&self, commit: Option<&str>, objects: &mut Objects<'_>) -> Option<usize> {
        let commit = commit.filter(|commit| is_commit(commit))?;
        let object = |name: &String| objects.name(&format!("{commit}:./{name}"));
        let object = self.names.iter().find_map(object)?;
        self.changes.iter().position(|change| change.blob == object)
    }

    fn distance(&self, change: usize) -> Distance {
        let day = |at: usize| self.changes.get(at).map_or(0, |change| change.seconds / DAY);
        Distance { commits: change, days: day(0).saturating_sub(day(change)) }
    }
}

/// The changes of these files.
fn histories(folder: &Path, paths: &[&str]) -> Result<Vec<History>, GitError> {
    // Of merges, git names files from the root of the work tree even with `--relative`.
    let prefix = run(folder, &["rev-parse", "--show-prefix"])?;
    let prefix = String::from_utf8_lossy(&prefix.stdout).trim_end_matches('\n').to_owned();
    let mut git = command(folder);
    git.args(["log", "-c", "-z", "--raw", "--find-renames", "--no-abbrev", "--no-ext-diff"]);
    git.args(["--no-textconv", "--no-show-signature", "--no-color", "--format=commit %ct", "--", "."]);
    git.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = git.spawn().map_err(GitError::NoGit)?;
    let mut walk = Walk::new(prefix, paths);
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
    /// What leads to the folder from the root of the work tree, as git writes it.
    prefix: String,
    histories: Vec<History>,
    /// What each file is called at the commit that is looked at.
    called: BTreeMap<String, Vec<usize>>,
    seconds: u64,
    /// The older and the newer name of what this commit renames.
    renamed: Vec<(String, String)>,
}

impl Walk {
    fn new(prefix: String, paths: &[&str]) -> Self {
        let named =
            |path: &&str| History { names: BTreeSet::from([(*path).to_owned()]), ..History::default() };
        let mut called: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, path) in paths.iter().enumerate() {
            called.entry((*path).to_owned()).or_default().push(at);
        }
        let histories = paths.iter().map(named).collect();
        Self { prefix, histories, called, seconds: 0, renamed: Vec::new() }
    }

    /// Reads what `git log -z --raw --format=commit %ct` prints, the newest commit first.
    fn read(&mut self, log: &mut impl BufRead) -> std::io::Result<()> {
        let next = |log: &mut dyn BufRead| {
            let mut piece = Vec::new();
            let count = log.read_until(0, &mut piece)?;
            let text = String::from_utf8_lossy(piece.strip_suffix(b"\0").unwrap_or(&piece)).into_owned();
            Ok::<_, std::io::Error>((count > 0).then_some(text))
        };
        let prefix = self.prefix.clone();
        let below = |path: Option<String>| {
            let path = path.unwrap_or_default();
            path.strip_prefix(&prefix).map(str::to_owned).unwrap_or(path)
        };
        while let Some(piece) = next(log)? {
            let piece = piece.trim_start_matches('\n');
            if let Some(seconds) = piece.strip_prefix("commit ") {
                self.go_back();
                self.seconds = seconds.trim().parse().unwrap_or_default();
                continue;
            }
            // `:100644 100644 <old> <new> M`, of a merge `::100644 100644 100644 <old> <old> <new> MM`; then a path, or two where it was
            // renamed. Of a merge only files are printed whose text is that of no parent.
            let words: Vec<&str> = piece.split(' ').collect();
            let parents = piece.bytes().take_while(|&byte| byte == b':').count();
            if parents == 0 || words.len() != 2 * parents + 3 {
                continue;
            }
            let (older, blob, kind) =
                (&words[parents + 1..=2 * parents], words[2 * parents + 1], words[2 * parents + 2]);
            let first = below(next(log)?);
            let path = if parents == 1 && kind.starts_with(['R', 'C']) {
                let newer = below(next(log)?);
                if kind.starts_with('R') && self.called.contains_key(&newer) {
                    self.renamed.push((first, newer.clone()));
                }
                newer
            } else {
                first
            };
            // A file that only gets another name says what it said.
            let is_change = !older.contains(&blob);
            for &file in self.called.get(&path).into_iter().flatten().filter(|_| is_change) {
                let change = Change { seconds: self.seconds, blob: blob.to_owned() };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renames_are_followed_back() {
        let mut walk = Walk::new("x/".to_owned(), &["b.md", "a.md"]);
        // The newest commit swaps two names; before that both are changed.
        let log: &[u8] = b"commit 300\0\n:1 1 x b2 R100\0x/a.md\0x/b.md\0:1 1 x a2 R090\0x/b.md\0x/a.md\0\
            commit 260\0\0::1 1 1 a8 a9 a2m MM\0x/b.md\0commit 250\0\n:1 1 a1 a1 R100\0x/a.md\0x/a.md\0\
            commit 200\0\n:1 1 x a1 M\0x/a.md\0:1 1 x z M\0x/other.md\0\
            commit 100\0\n:0 1 0 b0 A\0x/b.md\0:0 1 0 a0 A\0x/a.md\0";
        walk.read(&mut { log }).unwrap();
        let blobs = |file: usize| {
            walk.histories[file].changes.iter().map(|change| change.blob.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(blobs(0), ["b2", "a1", "a0"]);
        assert_eq!(blobs(1), ["a2", "a2m", "b0"]);
        assert_eq!(walk.histories[0].names, ["a.md".to_owned(), "b.md".to_owned()].into());
    }

    #[test]
    fn what_git_may_print_does_no_harm() {
        for log in [
            &b""[..],
            b"\0\0\0",
            b"commit\0commit x\0:1 1 x\0:1 1 x y R\0a",
            b":1 1 x y M",
            b"a b c d e\0",
            b"::1 1 1 x y M\0a\0",
            b"::\0::::: a\0",
        ] {
            let mut walk = Walk::new(String::new(), &["a"]);
            walk.read(&mut { log }).unwrap();
            assert!(walk.histories[0].changes.is_empty(), "{log:?}");
        }
    }

    #[test]
    fn a_folder_outside_any_repository_has_no_history() {
        let dir = tempfile::tempdir().unwrap();
        let original = Original { path: "a.md", made_from: Vec::new() };
        assert!(trace(dir.path(), &[original], &|_| Vec::new(), &mut Memory::default()).is_err());
    }
}
