//! The paths of an output folder: which are reserved, and which a file of the site can have. Touches no disk.

use anyhow::{Result, bail};

/// The folder of records, in the output folder.
pub(super) const RECORDS: &str = ".faqtory";
/// The folder of files that are not whole yet.
pub(super) const TEMPORARY: &str = ".faqtory/tmp";
/// Where the first build of a folder is written.
pub(super) const STAGE: &str = ".faqtory/tmp/site";

/// Bytes of the longest path: no operating system opens a longer one.
const MAX_PATH: usize = 4096;

/// The folder of a relative path, empty for the output folder itself.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Refuses any path that is not plainly one below the output folder, on every operating system.
pub(super) fn check_path(path: &str) -> Result<()> {
    let is_plain = |name: &str| !matches!(name, "" | "." | "..");
    let is_portable = |c: char| !c.is_control() && c != '\\' && !(cfg!(windows) && c == ':');
    if !path.split('/').all(is_plain)
        || !path.chars().all(is_portable)
        || path.split('/').next() == Some(RECORDS)
    {
        bail!("{path:?} is not a path a file of the site can have");
    }
    if path.len() > MAX_PATH {
        bail!("{path} is longer than {MAX_PATH} bytes");
    }
    Ok(())
}
