//! Which earlier texts of files something was made from, and how far behind it is. Runs git once for the changes of a whole folder,
//! and for texts that nothing is known of; what it finds out is remembered.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::memory::{History, Log, Memory, TextFacts};
use super::objects::Objects;
use super::since::texts;
use super::walk::histories;
use super::{DAY, GitError, Shallow, is_commit, run};

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
        let object = |name: &String| objects.name(&format!("{commit}:{name}"));
        let object = self.names.iter().find_map(object)?;
        self.changes.iter().position(|change| change.blob == object)
    }

    fn distance(&self, change: usize) -> Distance {
        let day = |at: usize| self.changes.get(at).map_or(0, |change| change.seconds / DAY);
        Distance { commits: change, days: day(0).saturating_sub(day(change)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_outside_any_repository_has_no_history() {
        let dir = tempfile::tempdir().unwrap();
        let original = Original { path: "a.md", made_from: Vec::new() };
        assert!(trace(dir.path(), &[original], &|_| Vec::new(), &mut Memory::default()).is_err());
    }
}
