//! Folders that begin with a dot, such as `.attachments`: where a text names one, the files in it that can be shown are input.
//! Reads names only. Contributions are untrusted: no text in such a folder is input, nothing that git ignores, and no symbolic
//! link leads into one or out of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::assets;

use super::entries::entries;
use super::excluded::Excluded;
use super::find::{InputFile, Role};
use super::links::Links;
use super::names::is_seen;
use super::walk::relative;

/// Longer names of folders are no names.
const MOST_BYTES: usize = 255;

/// Which of the folders texts name, by the path of the text.
#[derive(Debug, Default)]
pub(super) struct DotFolders {
    /// Paths below the project's folder.
    folders: Vec<String>,
    named_by: BTreeMap<Arc<str>, BTreeSet<String>>,
}

impl DotFolders {
    /// Looks for the names of the folders in all texts.
    pub(super) fn new(folders: Vec<String>, texts: &BTreeMap<Arc<str>, Vec<u8>>) -> Self {
        let mut found = Self { folders, named_by: BTreeMap::new() };
        if !found.folders.is_empty() {
            let texts: Vec<(&Arc<str>, &Vec<u8>)> = texts.iter().collect();
            let named: Vec<_> = texts.par_iter().map(|(path, text)| (*path, found.names_in(text))).collect();
            let named = named.into_iter().filter(|(_, names)| !names.is_empty());
            found.named_by = named.map(|(path, names)| (path.clone(), names)).collect();
        }
        found
    }

    /// Whether the text at this path, which is this now, names others than before.
    pub(super) fn is_outdated(&self, path: &str, text: &[u8]) -> bool {
        if self.folders.is_empty() {
            return false;
        }
        let names = self.names_in(text);
        self.named_by.get(path).map_or(!names.is_empty(), |before| *before != names)
    }

    /// Those that some text names.
    pub(super) fn named(&self) -> Vec<&str> {
        let names: BTreeSet<&str> = self.named_by.values().flatten().map(String::as_str).collect();
        let is_named = |folder: &&str| names.contains(name(folder));
        self.folders.iter().map(String::as_str).filter(is_named).collect()
    }

    /// Whether it is one of the folders, by its path below the project's folder.
    pub(super) fn has(&self, folder: &Path) -> bool {
        self.folders.iter().any(|known| Path::new(known) == folder)
    }

    /// The path below one of those that some text names.
    pub(super) fn below<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        self.named().into_iter().find_map(|folder| path.strip_prefix(folder).ok())
    }

    /// The names that are followed by a slash in the text.
    fn names_in(&self, text: &[u8]) -> BTreeSet<String> {
        let names: BTreeSet<&str> = self.folders.iter().map(|folder| name(folder)).collect();
        let named = memchr::memchr_iter(b'.', text).filter_map(|at| {
            let is_begin = at.checked_sub(1).is_none_or(|before| {
                !text[before].is_ascii_alphanumeric() && !matches!(text[before], b'-' | b'_' | b'.')
            });
            let rest = text.get(at..text.len().min(at + MOST_BYTES + 1)).filter(|_| is_begin)?;
            let end = memchr::memchr2(b'/', b'\n', rest).filter(|&end| rest[end] == b'/')?;
            let name = std::str::from_utf8(&rest[..end]).ok()?;
            names.contains(name).then(|| name.to_owned())
        });
        named.collect()
    }

    /// The files in those that some text names which can be shown.
    pub(super) fn files(&self, root: &Path, exclude: &Excluded<'_>, links: &Links) -> Result<Vec<InputFile>> {
        let mut files = Vec::new();
        let wanted = |entry: &DirEntry| entry.depth() == 0 || is_seen(&entry.file_name().to_string_lossy());
        for folder in self.named() {
            let walk = WalkDir::new(root.join(folder)).follow_root_links(false);
            for file in entries(walk, &wanted)?.files {
                let path = relative(root, &file)?;
                if can_be_shown(&path) && !exclude.has(&path) {
                    files.push(InputFile { file, real: None, role: Role::Content(path.into()) });
                }
            }
        }
        let places: Vec<_> = files
            .iter()
            .map(|found| found.file.canonicalize().unwrap_or_else(|_| found.file.clone()))
            .collect();
        let mut faults = links.ignored(&places).into_iter();
        files.retain(|_| faults.next().is_some_and(|fault| fault.is_none()));
        Ok(files)
    }
}

fn name(folder: &str) -> &str {
    folder.rsplit('/').next().unwrap_or(folder)
}

/// Pictures, sound, video, fonts and documents: nothing that a program of the project may keep its settings in.
fn can_be_shown(path: &str) -> bool {
    assets::media_type(&assets::extension(path)).is_some_and(|media| !media.starts_with("text/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_texts() {
        let names = |text: &str| {
            let folders = vec![".github".to_owned(), "wiki/.attachments".to_owned()];
            let found = DotFolders::new(folders, &[("a.md".into(), text.into())].into());
            found.named().into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(names("![a](../.attachments/b.png)"), ["wiki/.attachments"]);
        assert_eq!(names(".github/x"), [".github"]);
        for text in ["https://a.github/x", ".github\n/", ".githubs/", "..github/", "", "/.", ".github"] {
            assert!(names(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn only_what_can_be_shown_is_input() {
        for path in ["a.png", "b/c.PDF", "d.zip", "e.docx"] {
            assert!(can_be_shown(path), "{path}");
        }
        for path in ["a.md", "a.txt", "a.csv", "a.log", "id_rsa", "a.json", "a.html", "a.yml"] {
            assert!(!can_be_shown(path), "{path}");
        }
    }
}
