//! Changes the files that people write: atomically, and never one that they have not agreed to. Knows nothing of what
//! stands in them.
//!
//! A file gets its bytes under another name first, so that a kill at any moment leaves the old file or the new one,
//! never a part of either. What a kill leaves in `.faqtory/tmp/` beside that is removed by the next run that writes.

mod apply;
mod link;
mod own;
mod starter;
mod temporary;
#[cfg(test)]
mod tests;
mod theme;

use std::fs::{self, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

pub use apply::{Edited, apply};
pub use link::{is_free, is_there};
pub use own::{own_names, own_text};
pub use starter::{Start, StartRequest, start};
use temporary::Temporary;
pub use theme::{Choice, check_theme_name, choose_theme, copy_theme};

/// What became of a file that was to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is new.
    New,
    /// Something of that name was there and was left as it is.
    Existed,
}

/// A file, by its path below the folder worked in (with `/`), and what became of it.
pub type MadeFile = (String, Made);

/// A folder whose files are made and changed, a project's mostly.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    temporary: Temporary,
}

impl Folder {
    /// The folder `root`, which need not be there. Removes what killed runs left in it.
    pub fn open(root: &Path) -> Self {
        Self { root: root.to_owned(), temporary: Temporary::open(root) }
    }

    /// Makes a file with its folders, unless something of its name is there: a file, a folder, a symlink that leads
    /// nowhere. `path` is relative to the folder.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn create(&self, path: impl AsRef<Path>, bytes: &[u8]) -> Result<Made> {
        let path = &self.root.join(path);
        if path.symlink_metadata().is_ok() {
            return Ok(Made::Existed);
        }
        // Unlike a rename, a hard link never takes the place of a file that came in the meantime.
        let name = |temporary: &Path| match fs::hard_link(temporary, path) {
            Err(_) if path.symlink_metadata().is_ok() => Ok(Made::Existed),
            // Some file systems know no hard links.
            Err(_) => fs::rename(temporary, path).map(|()| Made::New),
            Ok(()) => Ok(Made::New),
        };
        let make_folder = || path.parent().map_or(Ok(()), fs::create_dir_all);
        let made = make_folder().and_then(|()| self.write(path, bytes, None, &name));
        made.with_context(|| format!("cannot write {}", path.display()))
    }

    /// Gives a file that is there other bytes. Its permissions stay, and a symlink stays one: the file it leads to is
    /// changed. `path` is relative to the folder.
    ///
    /// # Errors
    /// The file no longer holds `before`, so that somebody's work would be lost, or the disk refuses.
    pub fn replace(&self, path: impl AsRef<Path>, before: &[u8], after: &[u8]) -> Result<()> {
        let path = &self.root.join(path);
        let cannot = || format!("cannot change {}", path.display());
        let file = fs::canonicalize(path).with_context(cannot)?;
        if fs::read(&file).with_context(cannot)? != before {
            bail!(
                "{} was changed in the meantime, so nothing was written to it; run the command again",
                path.display()
            );
        }
        let permissions = fs::metadata(&file).with_context(cannot)?.permissions();
        // A rename would get round a file that must not be written.
        if permissions.readonly() {
            bail!("{} is read-only, so nothing was written to it", path.display());
        }
        let name = |temporary: &Path| fs::rename(temporary, &file);
        self.write(&file, after, Some(&permissions), &name).with_context(cannot)
    }

    /// As [`Folder::replace`], for files of the folder alone. What has the bytes `after` already is left.
    ///
    /// # Errors
    /// As [`Folder::replace`]; or the file, its symlinks followed, stands outside the folder.
    pub fn replace_below(&self, path: &str, before: &[u8], after: &[u8]) -> Result<()> {
        let cannot = || format!("cannot change {path}");
        let file = fs::canonicalize(self.root.join(path)).with_context(cannot)?;
        if !file.starts_with(fs::canonicalize(&self.root).with_context(cannot)?) {
            bail!("{path} is a link to a file outside {}, so nothing was written to it", self.root.display());
        }
        if fs::read(&file).with_context(cannot)? == after {
            return Ok(());
        }
        self.replace(&file, before, after)
    }

    /// Whether no part of a path below the folder is a symlink. What somebody contributed may lead anywhere, so that files
    /// of Faqtory's own are neither read nor written through one.
    pub fn has_no_link(&self, path: &str) -> bool {
        link::has_no_link(&self.root, path)
    }

    /// Gives a file these bytes, whether it is there or not: for files that Faqtory alone writes, such as a baseline.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put(&self, path: impl AsRef<Path>, bytes: &[u8]) -> Result<()> {
        let path = path.as_ref();
        if self.create(path, bytes)? == Made::New {
            return Ok(());
        }
        let before =
            fs::read(self.root.join(path)).with_context(|| format!("cannot read {}", path.display()))?;
        self.replace(path, &before, bytes)
    }

    /// Writes a temporary file, which `name` makes the file `path`.
    fn write<T>(
        &self,
        path: &Path,
        bytes: &[u8],
        permissions: Option<&Permissions>,
        name: &dyn Fn(&Path) -> io::Result<T>,
    ) -> io::Result<T> {
        self.temporary.write(bytes, permissions, name).or_else(|error| {
            // The file may stand on another file system than the folder, or the folder itself not be ours to write to.
            let beside = path.parent().filter(|parent| *parent != self.root).ok_or(error)?;
            Temporary::open(beside).write(bytes, permissions, name)
        })
    }
}
