//! The text that a file had before it was made anew. What making it anew is, the caller says.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::GitError;
use super::memory::Memory;
use super::trace::{is_text, remembered};

/// An earlier text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// How it was made.
    pub label: String,
    /// As an object of git.
    pub blob: String,
}

/// Says how a text was made, in a word without white space.
type Label<'a> = &'a (dyn Fn(&str) -> String + Sync);

/// Changes of a file that are looked at.
const MOST: usize = 8;

/// For each file, below the folder and with the label of its text of today, the newest text that was made otherwise.
///
/// # Errors
/// The folder is in no repository, or git fails.
pub fn earlier(
    folder: &Path,
    files: &[(&str, String)],
    label: Label<'_>,
    memory: &mut Memory,
) -> Result<Vec<Option<Earlier>>, GitError> {
    let paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
    let (key, _) = remembered(folder, &paths, memory)?;
    let histories = memory.logs.get(&key).map_or(&[][..], |log| &log.histories);
    let blobs: Vec<Vec<String>> = histories
        .iter()
        .map(|history| {
            history
                .changes
                .iter()
                .map(|change| change.blob.clone())
                .filter(|blob| is_text(blob))
                .take(MOST)
                .collect()
        })
        .collect();
    let mut found: Vec<Option<Earlier>> = vec![None; files.len()];
    for depth in 0..MOST {
        let open = || (0..files.len()).filter(|&at| found[at].is_none());
        let at_depth = |at: usize| blobs.get(at).and_then(|blobs| blobs.get(depth));
        let asked: BTreeSet<&String> = open().filter_map(at_depth).collect();
        let is_unknown = |blob: &&&String| memory.texts.get(**blob).is_none_or(|text| text.label.is_none());
        let unknown: Vec<String> = asked.iter().filter(is_unknown).map(|blob| (*blob).clone()).collect();
        let texts = super::since::texts(folder, &unknown)?;
        let labels: Vec<(String, String)> =
            texts.into_par_iter().map(|(blob, text)| (blob, label(&text))).collect();
        let is_any = !asked.is_empty();
        for (blob, label) in labels {
            memory.texts.entry(blob).or_default().label = Some(label);
        }
        if !is_any {
            break;
        }
        let now: Vec<(usize, Earlier)> = open()
            .filter_map(|at| {
                let blob = at_depth(at)?;
                let label = memory.texts.get(blob)?.label.clone()?;
                (label != files[at].1).then(|| (at, Earlier { label, blob: blob.clone() }))
            })
            .collect();
        for (at, earlier) in now {
            found[at] = Some(earlier);
        }
    }
    Ok(found)
}
