//! What a walk through a folder finds. Follows no links, and reads names only.

use std::path::PathBuf;

use anyhow::Result;
use walkdir::{DirEntry, WalkDir};

use super::not_read::NotRead;

/// What stands below a folder.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) files: Vec<WalkedFile>,
    /// What is there and is not input.
    pub(super) not_read: Vec<(PathBuf, NotRead)>,
    /// What the links that are followed lead to, or will lead to when it is there.
    pub(super) linked: Vec<Linked>,
    /// Files that are not looked at, as their names begin with a dot.
    pub(super) hidden: Vec<PathBuf>,
    /// Folders that are not looked into, and can hold files that articles name.
    pub(super) dot_folders: Vec<PathBuf>,
}

/// What is at the end of a link, by its canonical path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Linked {
    File(PathBuf),
    Folder(PathBuf),
}

/// A file below the folder.
#[derive(Debug)]
pub(super) struct WalkedFile {
    pub(super) path: PathBuf,
    /// Its canonical path, where it is reached by a link.
    pub(super) real: Option<PathBuf>,
}

/// What a walk finds that follows no links.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub(super) files: Vec<PathBuf>,
    pub(super) links: Vec<PathBuf>,
    pub(super) not_read: Vec<(PathBuf, NotRead)>,
}

/// Which entries of a folder are looked at.
pub(super) type EntryFilter<'a> = &'a (dyn Fn(&DirEntry) -> bool + Sync);

/// Everything that a walk finds, in order.
pub(super) fn entries(walk: WalkDir, wanted: EntryFilter<'_>) -> Result<Listing> {
    let mut listing = Listing::default();
    for entry in walk.sort_by_file_name().into_iter().filter_entry(wanted) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => listing.files.push(entry.into_path()),
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if entry.file_type().is_symlink() => listing.links.push(entry.into_path()),
            Ok(entry) => listing.not_read.push((entry.into_path(), NotRead::NoFile)),
            Err(error) => listing.not_read.extend(not_read(error)?),
        }
    }
    Ok(listing)
}

/// What a walk cannot look into; none for what has vanished meanwhile.
pub(super) fn not_read(error: walkdir::Error) -> Result<Option<(PathBuf, NotRead)>> {
    let (Some(path), Some(reason)) = (error.path(), error.io_error()) else { return Ok(None) };
    if reason.kind() == std::io::ErrorKind::NotFound {
        return Ok(None);
    }
    match NotRead::of(reason) {
        Some(reason) => Ok(Some((path.to_path_buf(), reason))),
        None => Err(error.into()),
    }
}
