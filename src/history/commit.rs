//! The commits that files got their texts of today with. Looks at no other text.

use std::collections::BTreeMap;
use std::path::Path;

use super::raw::{self, Entry};
use super::walk::{prefix, read};
use super::{GitError, object_name};

/// Of files below the folder, each with its text of today, the last commit that changed it; none where git does not have that text, or
/// does not know. Git is asked once for all.
///
/// # Errors
/// The folder is in no repository, or git fails.
pub fn commits(folder: &Path, files: &[(&str, &str)]) -> Result<Vec<Option<String>>, GitError> {
    let prefix = prefix(folder)?;
    let mut wanted: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (path, _)) in files.iter().enumerate() {
        wanted.entry(format!("{prefix}{path}")).or_default().push(at);
    }
    let mut found = vec![None; files.len()];
    let mut last = String::new();
    let mut git = raw::log(folder);
    git.args(["--", "."]);
    read(git, None, &mut |entry| match entry {
        Entry::Commit(commit) => last = commit.name,
        Entry::File(file) => {
            for at in wanted.remove(&file.path).unwrap_or_default() {
                found[at] = Some(last.clone()).filter(|_| is_text_of(&file.blob, files[at].1));
            }
        }
    })?;
    Ok(found)
}

/// Whether an object of git is the text, whatever its line ends are in the work tree.
pub fn is_text_of(blob: &str, text: &str) -> bool {
    [text, &text.replace("\r\n", "\n")].iter().any(|text| object_name(text.as_bytes()) == blob)
}
