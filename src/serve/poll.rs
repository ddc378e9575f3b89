//! Looks once a second which files have changed, where the system does not report changes. Reads none of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use walkdir::WalkDir;

use super::change::{Change, Reach};
use super::queue::Job;
use crate::sources::{WatchDepth, WatchedInputs};

/// How often the disk is looked at.
const PERIOD: Duration = Duration::from_secs(1);

/// A thread that looks; it ends with this.
pub(super) struct Poll(Sender<Vec<(PathBuf, WatchDepth)>>);

/// What a file or folder is known by: for a file its length, its time of change in nanoseconds, and its [`identity`].
type Stamp = Option<(u64, Option<u128>, Identity)>;

/// Number of the file, and when anything about it changed last: what a copy with the same time does not have in common.
type Identity = (u64, i64, i64);

impl Poll {
    /// Begins to look; at nothing yet.
    pub(super) fn start(jobs: Sender<Job>, inputs: Arc<Mutex<WatchedInputs>>) -> Self {
        let (sender, folders) = mpsc::channel();
        thread::spawn(move || look(&folders, &jobs, &inputs));
        Self(sender)
    }

    /// Looks at these folders from now on.
    pub(super) fn watch(&mut self, folders: &[(PathBuf, WatchDepth)]) {
        // The thread ends only with this.
        let _ = self.0.send(folders.to_vec());
    }
}

fn look(
    folders_to_watch: &Receiver<Vec<(PathBuf, WatchDepth)>>,
    jobs: &Sender<Job>,
    inputs: &Mutex<WatchedInputs>,
) {
    let mut folders = Vec::new();
    let mut known = BTreeMap::new();
    loop {
        let has_new_folders = match folders_to_watch.recv_timeout(PERIOD) {
            Ok(others) => {
                folders = others;
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let now =
            stamps(&folders, &|path| inputs.lock().unwrap_or_else(PoisonError::into_inner).covers(path));
        let change = difference(&known, &now);
        known = now;
        // With new folders, everything is looked at anyway.
        if !has_new_folders && !change.paths.is_empty() && jobs.send(Job::Changed(change)).is_err() {
            return;
        }
    }
}

/// Every file and folder that can be input.
fn stamps(folders: &[(PathBuf, WatchDepth)], covers: &dyn Fn(&Path) -> bool) -> BTreeMap<PathBuf, Stamp> {
    let mut stamps = BTreeMap::new();
    for (folder, depth) in folders {
        let depth = if *depth == WatchDepth::All { usize::MAX } else { 1 };
        let walk = WalkDir::new(folder).max_depth(depth).into_iter();
        let entries = walk.filter_entry(|entry| entry.depth() == 0 || covers(entry.path()));
        for entry in entries.filter_map(Result::ok) {
            let metadata = entry.metadata().ok().filter(|metadata| !metadata.is_dir());
            stamps.insert(entry.into_path(), metadata.as_ref().map(stamp));
        }
    }
    stamps
}

fn stamp(metadata: &Metadata) -> (u64, Option<u128>, Identity) {
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    (metadata.len(), modified.map(|since| since.as_nanos()), identity(metadata))
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> Identity {
    (0, 0, 0)
}

fn difference(known: &BTreeMap<PathBuf, Stamp>, now: &BTreeMap<PathBuf, Stamp>) -> Change {
    let gone = known.keys().filter(|path| !now.contains_key(*path));
    let come = now.keys().filter(|path| !known.contains_key(*path));
    let moved: BTreeSet<PathBuf> = gone.chain(come).cloned().collect();
    let is_other =
        |(path, stamp): &(&PathBuf, &Stamp)| known.get(*path).is_some_and(|before| before != *stamp);
    let other = now.iter().filter(is_other).map(|(path, _)| path.clone());
    Change { paths: other.chain(moved.iter().cloned()).collect(), moved, reach: Reach::Paths }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_comes_goes_and_changes_is_seen() {
        let dir = tempfile::tempdir().unwrap();
        let at = |path: &str| dir.path().join(path);
        fs::create_dir_all(at("all/deep")).unwrap();
        fs::create_dir_all(at("own/deep")).unwrap();
        for path in ["all/deep/a.md", "all/hidden.md", "own/b.md", "own/deep/c.md"] {
            fs::write(at(path), "x").unwrap();
        }
        let folders = [(at("all"), WatchDepth::All), (at("own"), WatchDepth::Own)];
        let covers = |path: &Path| !path.ends_with("hidden.md");
        let before = stamps(&folders, &covers);
        fs::write(at("all/deep/a.md"), "longer").unwrap();
        fs::write(at("all/hidden.md"), "longer").unwrap();
        fs::write(at("own/deep/c.md"), "longer").unwrap();
        fs::remove_file(at("own/b.md")).unwrap();
        fs::write(at("own/d.md"), "x").unwrap();
        let change = difference(&before, &stamps(&folders, &covers));
        assert_eq!(change.paths, [at("all/deep/a.md"), at("own/b.md"), at("own/d.md")].into());
        assert_eq!(change.moved, [at("own/b.md"), at("own/d.md")].into());
        let now = stamps(&folders, &covers);
        assert!(difference(&now, &now).paths.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn another_file_of_the_same_length_and_time_is_seen() {
        let dir = tempfile::tempdir().unwrap();
        let (file, other) = (dir.path().join("a.md"), dir.path().join("other"));
        fs::write(&file, "x").unwrap();
        fs::write(&other, "y").unwrap();
        let modified = fs::metadata(&file).unwrap().modified().unwrap();
        fs::File::options().write(true).open(&other).unwrap().set_modified(modified).unwrap();
        let folders = [(dir.path().to_path_buf(), WatchDepth::Own)];
        let covers = |path: &Path| path.ends_with("a.md");
        let before = stamps(&folders, &covers);
        fs::rename(&other, &file).unwrap();
        assert_eq!(difference(&before, &stamps(&folders, &covers)).paths, [file].into());
    }
}
