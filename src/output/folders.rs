//! The folders below the output folder: made once, looked at once, and never a symlink.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Result, bail};

use super::paths::parent;

/// Whether a folder can hold files of an earlier build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FolderAge {
    /// Made by this build: what this build did not write is not in it.
    New,
    Old,
}

/// The folders known to stand. Each is named by its path below `dir`, without a slash at the end.
#[derive(Debug)]
pub(super) struct Folders {
    dir: PathBuf,
    known: Mutex<BTreeMap<String, FolderAge>>,
}

impl Folders {
    pub(super) fn new(dir: PathBuf) -> Self {
        Self { dir, known: Mutex::default() }
    }

    /// Makes a folder and those above it, as far as they are missing. A file in the way is removed if `is_stale`
    /// says so of its path.
    ///
    /// # Errors
    /// A symlink, or another file, stands where the folder should, or the disk refuses.
    pub(super) fn ensure(&self, folder: &str, is_stale: &dyn Fn(&str) -> bool) -> Result<FolderAge> {
        if folder.is_empty() {
            return Ok(FolderAge::Old);
        }
        if let Some(age) = self.known().get(folder) {
            return Ok(*age);
        }
        let above = self.ensure(parent(folder), is_stale)?;
        let age = self.make(folder, above, is_stale)?;
        Ok(*self.known().entry(folder.to_owned()).or_insert(age))
    }

    /// Whether a folder stands and neither it nor any above it is a symlink.
    pub(super) fn is_plain(&self, folder: &str) -> bool {
        steps(folder).all(|step| {
            if self.known().contains_key(step) {
                return true;
            }
            let is_folder = fs::symlink_metadata(self.dir.join(step)).is_ok_and(|there| there.is_dir());
            if is_folder {
                self.known().insert(step.to_owned(), FolderAge::Old);
            }
            is_folder
        })
    }

    /// To be called when a folder was removed.
    pub(super) fn forget(&self, folder: &str) {
        self.known().remove(folder);
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, FolderAge>> {
        // Every change of the map is a single call, so it is sound even where a thread died holding it.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn make(&self, folder: &str, above: FolderAge, is_stale: &dyn Fn(&str) -> bool) -> Result<FolderAge> {
        let there = self.dir.join(folder);
        if above == FolderAge::Old {
            match fs::symlink_metadata(&there) {
                Ok(found) if found.is_dir() => return Ok(FolderAge::Old),
                Ok(found) if found.is_symlink() => {
                    bail!("{} is a symbolic link\nhelp: remove it", there.display())
                }
                Ok(_) if is_stale(folder) => fs::remove_file(&there)?,
                Ok(_) => bail!("{} is a file, but must be a folder\nhelp: remove it", there.display()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        match fs::create_dir(&there) {
            Ok(()) => Ok(FolderAge::New),
            // Another thread was faster, or a file of this build has the name.
            Err(_) if fs::symlink_metadata(&there).is_ok_and(|found| found.is_dir()) => Ok(FolderAge::Old),
            Err(error) => Err(error.into()),
        }
    }
}

/// `a`, `a/b`, `a/b/c` for `a/b/c`.
fn steps(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
    ends.map(|end| &folder[..end]).filter(|step| !step.is_empty())
}
