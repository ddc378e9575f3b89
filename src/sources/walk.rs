//! Which files stand below a folder. Reads names only.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

/// Every file below `base`, sorted by path, hidden ones left out but for the publishing configuration.
pub(super) fn walk(base: &Path, out: &Path) -> Result<Vec<PathBuf>> {
    let out = out.canonicalize().unwrap_or_else(|_| out.to_path_buf());
    let wanted = |entry: &DirEntry| {
        if entry.depth() == 0 {
            return true;
        }
        let name = entry.file_name().to_string_lossy();
        let output =
            || entry.file_type().is_dir() && entry.path().canonicalize().is_ok_and(|folder| folder == out);
        is_seen(&name) && !output()
    };
    // To follow links, every file has to be asked what it is: that is left to the few projects that have any.
    let files = match plain_files(base, &wanted) {
        Ok(None) => files(WalkDir::new(base).follow_links(true), &wanted),
        plain => plain,
    };
    Ok(files.with_context(|| format!("cannot read {}", base.display()))?.unwrap_or_default())
}

/// Which entries of a folder are looked at.
type Wanted<'a> = &'a (dyn Fn(&DirEntry) -> bool + Sync);

/// Every file below `base`, the folders there in parallel; none if a link is among them.
fn plain_files(base: &Path, wanted: Wanted<'_>) -> walkdir::Result<Option<Vec<PathBuf>>> {
    let top = WalkDir::new(base).min_depth(1).max_depth(1).sort_by_file_name();
    let top: Vec<walkdir::Result<DirEntry>> = top.into_iter().filter_entry(wanted).collect();
    let below: Vec<Option<Vec<PathBuf>>> = top
        .into_par_iter()
        .map(|entry| match entry {
            Ok(entry) => files(WalkDir::new(entry.path()).follow_root_links(false), wanted),
            Err(error) if is_not_found(&error) => Ok(Some(Vec::new())),
            Err(error) => Err(error),
        })
        .collect::<walkdir::Result<_>>()?;
    Ok(below.into_iter().collect::<Option<Vec<_>>>().map(|below| below.concat()))
}

/// Every file that the walk comes by, in order; none if it meets a link and does not follow links.
fn files(walk: WalkDir, wanted: Wanted<'_>) -> walkdir::Result<Option<Vec<PathBuf>>> {
    let mut files = Vec::new();
    for entry in walk.sort_by_file_name().into_iter().filter_entry(wanted) {
        match entry {
            Ok(entry) if entry.file_type().is_symlink() => return Ok(None),
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            // A link in a circle, or one that leads nowhere, is no input.
            Err(error) if error.loop_ancestor().is_some() || is_not_found(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Some(files))
}

/// Whether a file or folder of this name is looked at: hidden ones are not, but for the publishing configuration.
pub(super) fn is_seen(name: &str) -> bool {
    let hidden = name.starts_with('.') && !name.starts_with(".openpublishing.");
    !hidden && name != "node_modules"
}

fn is_not_found(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// The path below `base` with `/`; bytes that are no UTF-8 become U+FFFD.
pub(super) fn relative(base: &Path, file: &Path) -> Result<String> {
    if std::path::MAIN_SEPARATOR == '/'
        && let (Some(base), Some(file)) = (base.to_str(), file.to_str())
        && let Some(below) = file.strip_prefix(base)
    {
        return Ok(below.strip_prefix('/').unwrap_or(below).to_owned());
    }
    let below = file.strip_prefix(base)?;
    let steps: Vec<_> = below.components().map(|step| step.as_os_str().to_string_lossy()).collect();
    Ok(steps.join("/"))
}
