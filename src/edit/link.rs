//! What stands at a path before anything is written there. Changes nothing on the disk.

use std::path::Path;

/// Whether no part of a path below a folder is a symlink.
pub(super) fn has_no_link(root: &Path, path: &str) -> bool {
    let mut at = root.to_owned();
    path.split('/').all(|step| {
        at.push(step);
        !at.symlink_metadata().is_ok_and(|found| found.file_type().is_symlink())
    })
}

/// Whether something is there, a link that leads nowhere included.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a folder can be made there, or is there and empty.
pub fn is_free(folder: &Path) -> bool {
    !is_there(folder) || folder.read_dir().is_ok_and(|mut entries| entries.next().is_none())
}
