//! The first build of an output folder: a site that nobody can have seen yet is written beside its place, and stands there
//! all at once. Knows no records.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::folders::Folders;
use super::paths::parent;
use super::write::Content;

/// A folder that becomes the content of the output folder. What a failed build has in it is removed, what a killed one has
/// by the next build.
#[derive(Debug)]
pub(super) struct Stage {
    dir: PathBuf,
    folders: Folders,
}

impl Stage {
    /// Makes the folder.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn new(dir: PathBuf) -> Result<Self> {
        fs::create_dir_all(&dir).with_context(|| format!("cannot write to {}", dir.display()))?;
        Ok(Self { folders: Folders::new(dir.clone()), dir })
    }

    /// Writes a file, under its own name at once: it is not in its place yet.
    ///
    /// # Errors
    /// The file is there already, or the disk refuses.
    pub(super) fn write(&self, path: &str, content: &Content<'_>) -> Result<()> {
        self.folders.ensure(parent(path), &|_| false)?;
        Ok(content.write_new(&self.dir.join(path))?)
    }

    /// Gives everything its place in `target`, which has nothing of these names.
    ///
    /// # Errors
    /// Somebody else has put something there meanwhile, or the disk refuses.
    pub(super) fn publish(&self, target: &Path) -> Result<()> {
        for entry in fs::read_dir(&self.dir).with_context(|| format!("cannot read {}", self.dir.display()))? {
            let entry = entry?;
            let place = target.join(entry.file_name());
            fs::rename(entry.path(), &place).with_context(|| format!("cannot write {}", place.display()))?;
        }
        Ok(())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What is left is of no use, and a full disk needs the space.
        let _ = fs::remove_dir_all(&self.dir);
    }
}
