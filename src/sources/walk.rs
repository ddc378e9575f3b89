//! Which files stand below a folder, and behind the symbolic links there. Reads names only.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::entries::{EntryFilter, Listing, Walked, WalkedFile, entries, not_read};
use super::follow;
use super::links::Links;
use super::names::{is_dot_folder, is_file_seen, is_folder_seen};
use super::not_read::NotRead;

/// How folders of a project are walked through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk<'a> {
    /// The project's folder.
    pub(super) root: &'a Path,
    pub(super) out: &'a Path,
    /// Folders that git ignores, from the project's.
    pub(super) ignored: &'a BTreeSet<PathBuf>,
    pub(super) links: &'a Links,
}

impl Walk<'_> {
    /// Every file below the folder at `path`, hidden ones left out but for those of generators.
    pub(super) fn all(self, path: &str) -> Result<Walked> {
        let base = self.root.join(path);
        let out = self.out.canonicalize().unwrap_or_else(|_| self.out.to_path_buf());
        let (dot_folders, hidden) = (Mutex::new(BTreeSet::new()), Mutex::new(BTreeSet::new()));
        let keep = |found: &Mutex<BTreeSet<PathBuf>>, entry: &DirEntry| {
            if entry.path().starts_with(&base) {
                found.lock().unwrap_or_else(PoisonError::into_inner).insert(entry.path().to_path_buf());
            }
        };
        let wanted = |entry: &DirEntry| {
            if entry.depth() == 0 {
                return true;
            }
            let name = entry.file_name().to_string_lossy();
            let above = entry.path().parent().and_then(Path::file_name).map(OsStr::to_string_lossy);
            if !entry.file_type().is_dir() {
                let is_seen = is_file_seen(above.as_deref(), &name);
                if !is_seen {
                    keep(&hidden, entry);
                }
                return is_seen;
            }
            if !is_folder_seen(above.as_deref(), &name) {
                if is_dot_folder(&name) {
                    keep(&dot_folders, entry);
                }
                return false;
            }
            let is_output = || {
                is_earlier_output(entry.path())
                    || entry.path().canonicalize().is_ok_and(|folder| folder == out)
            };
            !self.is_ignored(entry.path()) && !is_output()
        };
        let mut walked = self.walked(&base, path, &wanted)?;
        let all = |found: Mutex<BTreeSet<PathBuf>>| {
            found.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect()
        };
        (walked.dot_folders, walked.hidden) = (all(dot_folders), all(hidden));
        Ok(walked)
    }

    /// The files that stand in the folder at `path` itself and have one of these names.
    pub(super) fn own(self, path: &str, is_wanted: impl Fn(&str) -> bool + Sync) -> Result<Walked> {
        let base = self.root.join(path);
        let wanted = |entry: &DirEntry| {
            entry.depth() == 0
                || !entry.file_type().is_dir() && is_wanted(&entry.file_name().to_string_lossy())
        };
        let listing = entries(WalkDir::new(&base).max_depth(1), &wanted)?;
        let mut walked = Walked::of(listing.files, listing.not_read);
        if !listing.links.is_empty() {
            walked = follow::all(walked, listing.links, self.links, &wanted)?;
            walked.files.retain(|file| file.path.parent() == Some(&base));
        }
        Ok(walked)
    }

    fn walked(self, base: &Path, path: &str, wanted: EntryFilter<'_>) -> Result<Walked> {
        if Links::on_the_way(self.root, path) {
            return follow::all(Walked::default(), vec![base.to_path_buf()], self.links, wanted);
        }
        let listing = listing(base, wanted)?;
        let walked = Walked::of(listing.files, listing.not_read);
        if listing.links.is_empty() {
            return Ok(walked);
        }
        follow::all(walked, listing.links, self.links, wanted)
    }

    fn is_ignored(self, folder: &Path) -> bool {
        !self.ignored.is_empty()
            && folder.strip_prefix(self.root).is_ok_and(|below| self.ignored.contains(below))
    }
}

impl Walked {
    fn of(files: Vec<PathBuf>, not_read: Vec<(PathBuf, NotRead)>) -> Self {
        let files = files.into_iter().map(|path| WalkedFile { path, real: None }).collect();
        Self { files, not_read, ..Self::default() }
    }
}

/// Whether a folder is a site that Faqtory has made, by the list of its files.
fn is_earlier_output(folder: &Path) -> bool {
    folder.join(".faqtory/root.txt").is_file()
}

/// What stands below `base`, the folders there in parallel.
fn listing(base: &Path, wanted: EntryFilter<'_>) -> Result<Listing> {
    let top = WalkDir::new(base).min_depth(1).max_depth(1).sort_by_file_name();
    let top: Vec<walkdir::Result<DirEntry>> = top.into_iter().filter_entry(wanted).collect();
    let below: Vec<Listing> = top
        .into_par_iter()
        .map(|entry| match entry {
            Ok(entry) => entries(WalkDir::new(entry.path()).follow_root_links(false), wanted),
            Err(error) => {
                Ok(Listing { not_read: not_read(error)?.into_iter().collect(), ..Listing::default() })
            }
        })
        .collect::<Result<_>>()?;
    let mut all = Listing::default();
    for listing in below {
        all.files.extend(listing.files);
        all.links.extend(listing.links);
        all.not_read.extend(listing.not_read);
    }
    Ok(all)
}

/// The path below `base` with `/`; a byte that is not UTF-8 becomes U+FFFD and its hexadecimal digits, so that names stay apart.
pub(super) fn relative(base: &Path, file: &Path) -> Result<String> {
    if std::path::MAIN_SEPARATOR == '/'
        && let (Some(base), Some(file)) = (base.to_str(), file.to_str())
        && let Some(below) = file.strip_prefix(base)
    {
        return Ok(below.strip_prefix('/').unwrap_or(below).to_owned());
    }
    let below = file.strip_prefix(base)?;
    let steps: Vec<String> = below.components().map(|step| text(step.as_os_str())).collect();
    Ok(steps.join("/"))
}

fn text(name: &OsStr) -> String {
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| format!("{}{byte:02X}", char::REPLACEMENT_CHARACTER)));
    }
    text
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn names_that_are_not_utf_8_stay_apart() {
        let path = |name: &[u8]| {
            relative(Path::new("/p"), &Path::new("/p/en").join(OsStr::from_bytes(name))).unwrap()
        };
        assert_eq!(path(b"Stra\xdfe.md"), "en/Stra\u{fffd}DFe.md");
        assert_eq!(path(b"Stra\xe4e.md"), "en/Stra\u{fffd}E4e.md");
        assert_eq!(path("Straße.md".as_bytes()), "en/Straße.md");
    }
}
