//! Which files stand below a folder, and behind the symbolic links there. Reads names only.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::entries::{EntryFilter, Listing, Walked, WalkedFile, entries, is_seen, not_read};
use super::follow;
use super::links::Links;

/// Every file below the folder at `path` in `root`, hidden ones left out but for the publishing configuration.
pub(super) fn walk(root: &Path, path: &str, out: &Path, links: &Links) -> Result<Walked> {
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
    let base = root.join(path);
    if Links::on_the_way(root, path) {
        return follow::all(Walked::default(), vec![base], links, &wanted);
    }
    let listing = listing(&base, &wanted)?;
    let files = listing.files.into_iter().map(|path| WalkedFile { path, real: None }).collect();
    let walked = Walked { files, not_read: listing.not_read, linked: Vec::new() };
    if listing.links.is_empty() { Ok(walked) } else { follow::all(walked, listing.links, links, &wanted) }
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
