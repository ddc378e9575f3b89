//! Changes the files that people write: atomically, and never one that they have not agreed to. Knows nothing of what
//! stands in them.
//!
//! A file gets its bytes under another name first, so that a kill at any moment leaves the old file or the new one,
//! never a part of either.

mod apply;
mod starter;
#[cfg(test)]
mod tests;
mod theme;

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

pub use apply::{Edited, apply};
pub use starter::{Start, start};
pub use theme::{Choice, check_theme_name, choose_theme, copy_theme};

/// What became of a file that was to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is new.
    New,
    /// Something of that name was there and was left as it is.
    Left,
}

/// A file, by its path below the folder worked in (with `/`), and what became of it.
pub type MadeFile = (String, Made);

/// Makes a file with its folders, unless something of its name is there: a file, a folder, a symlink that leads nowhere.
///
/// # Errors
/// The disk refuses.
pub fn create(path: &Path, bytes: &[u8]) -> Result<Made> {
    let cannot = || format!("cannot write {}", path.display());
    if path.symlink_metadata().is_ok() {
        return Ok(Made::Left);
    }
    let temporary = write_beside(path, bytes, None).with_context(cannot)?;
    // Unlike a rename, a hard link never takes the place of a file that came in the meantime.
    let linked = match fs::hard_link(&temporary, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Made::Left),
        Err(_) if path.symlink_metadata().is_ok() => Ok(Made::Left),
        // Some file systems know no hard links.
        Err(_) => return rename(&temporary, path).with_context(cannot).map(|()| Made::New),
        Ok(()) => Ok(Made::New),
    };
    fs::remove_file(&temporary).with_context(|| format!("cannot remove {}", temporary.display()))?;
    linked
}

/// Gives a file that is there other bytes. Its permissions stay, and a symlink stays one: the file it leads to is changed.
///
/// # Errors
/// The file no longer holds `before`, so that somebody's work would be lost, or the disk refuses.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<()> {
    let cannot = || format!("cannot change {}", path.display());
    let file = fs::canonicalize(path).with_context(cannot)?;
    if fs::read(&file).with_context(cannot)? != before {
        bail!("{} was changed by somebody else meanwhile, and was left as it is; run again", path.display());
    }
    let permissions = fs::metadata(&file).with_context(cannot)?.permissions();
    // A rename would get round a file that must not be written.
    if permissions.readonly() {
        bail!("{} is read-only and was left as it is", path.display());
    }
    let temporary = write_beside(&file, after, Some(permissions)).with_context(cannot)?;
    rename(&temporary, &file).with_context(cannot)
}

/// As [`replace`], for a file below the folder `root` by its path there. What has the bytes `after` already is left.
///
/// # Errors
/// As [`replace`]; or the file, its symlinks followed, stands outside `root`.
pub fn replace_below(root: &Path, path: &str, before: &[u8], after: &[u8]) -> Result<()> {
    let cannot = || format!("cannot change {path}");
    let file = fs::canonicalize(root.join(path)).with_context(cannot)?;
    if !file.starts_with(fs::canonicalize(root).with_context(cannot)?) {
        bail!("{path} is a link to a file outside {} and was left as it is", root.display());
    }
    if fs::read(&file).with_context(cannot)? == after {
        return Ok(());
    }
    replace(&file, before, after)
}

/// Gives a file these bytes, whether it is there or not: for files that Faqtory alone writes, such as a baseline.
///
/// # Errors
/// The disk refuses.
pub fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    if create(path, bytes)? == Made::New {
        return Ok(());
    }
    let before = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    replace(path, &before, bytes)
}

/// Writes the bytes to a new file in the same folder, which is made if it is not there.
fn write_beside(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let (temporary, mut file) = new_file(folder)?;
    let written = file.write_all(bytes).and_then(|()| {
        permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
        file.sync_all()
    });
    written.inspect_err(|_| drop(fs::remove_file(&temporary)))?;
    Ok(temporary)
}

/// An empty file of a name that nothing else in the folder has. It is hidden: what a kill leaves behind is no input.
fn new_file(folder: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 0;
    loop {
        let path = folder.join(format!(".faqtory-{}-{number}.tmp", std::process::id()));
        match File::create_new(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            made => return Ok((path, made?)),
        }
    }
}

fn rename(temporary: &Path, path: &Path) -> io::Result<()> {
    fs::rename(temporary, path).inspect_err(|_| drop(fs::remove_file(temporary)))
}
