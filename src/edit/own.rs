//! The files that Faqtory keeps for itself in a folder of others, such as what it remembers of hand-offs. What somebody contributed may
//! lead anywhere: none is read, written or removed through a link.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::link::has_no_link;
use super::{Folder, Made};

/// No file of Faqtory's own is larger.
const MAX_BYTES: u64 = 64 << 20;

impl Folder {
    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// As [`Folder::put`], and through no link.
    ///
    /// # Errors
    /// The disk refuses, or a part of the path is a link.
    pub fn put_own(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.refuse_link(path)?;
        if fs::read(self.root.join(path)).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        self.put(path, bytes)
    }

    /// As [`Folder::create`], and through no link.
    ///
    /// # Errors
    /// The disk refuses, or a part of the path is a link.
    pub fn create_own(&self, path: &str, bytes: &[u8]) -> Result<Made> {
        self.refuse_link(path)?;
        self.create(path, bytes)
    }

    /// Removes a file, if it is there.
    ///
    /// # Errors
    /// The disk refuses, or a part of the path is a link.
    pub fn remove(&self, path: &str) -> Result<()> {
        self.refuse_link(path)?;
        match fs::remove_file(self.root.join(path)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("cannot remove {path}"))
            }
            _ => Ok(()),
        }
    }

    /// Removes a folder that has become empty.
    pub fn remove_if_empty(&self, path: &str) {
        if has_no_link(&self.root, path) {
            // What is not empty stays.
            drop(fs::remove_dir(self.root.join(path)));
        }
    }

    fn refuse_link(&self, path: &str) -> Result<()> {
        if has_no_link(&self.root, path) {
            return Ok(());
        }
        bail!("a part of {path} is a symbolic link, so nothing was written\nhelp: remove the link")
    }
}

/// What a file of Faqtory's own below a folder holds, if it is there, no link leads to it, and it is a text. Changes nothing on the disk.
pub fn own_text(root: &Path, path: &str) -> Option<String> {
    if !has_no_link(root, path) {
        return None;
    }
    let file = root.join(path);
    let is_small = file.metadata().is_ok_and(|found| found.is_file() && found.len() <= MAX_BYTES);
    if is_small { fs::read_to_string(file).ok() } else { None }
}

/// The names of the files in a folder of Faqtory's own, in order.
pub fn own_names(root: &Path, folder: &str) -> Vec<String> {
    if !has_no_link(root, folder) {
        return Vec::new();
    }
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten().filter_map(io::Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut names: Vec<String> = files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
