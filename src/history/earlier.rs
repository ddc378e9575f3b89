//! The text that a file had before it was made anew. What making it anew is, the caller says.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::GitError;
use super::memory::{History, Memory};
use super::since::texts;
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

/// Last texts of a file that are looked at.
const MOST: usize = 8;

/// For each of these files below the folder the newest of its last texts that was made otherwise: whose label does not begin with
/// `today`.
///
/// # Errors
/// The folder is in no repository, or git fails.
pub fn earlier(
    folder: &Path,
    paths: &[&str],
    today: &str,
    label: Label<'_>,
    memory: &mut Memory,
) -> Result<Vec<Option<Earlier>>, GitError> {
    let (key, _) = remembered(folder, paths, memory)?;
    let histories = memory.logs.get(&key).map_or(&[][..], |log| &log.histories);
    let of_history = |history: &History| -> Vec<String> {
        let blobs = history.changes.iter().map(|change| change.blob.clone());
        blobs.filter(|blob| is_text(blob)).take(MOST).collect()
    };
    let blobs: Vec<Vec<String>> = histories.iter().map(of_history).collect();
    let mut found: Vec<Option<Earlier>> = vec![None; paths.len()];
    for depth in 0..MOST {
        let open = || (0..paths.len()).filter(|&at| found[at].is_none());
        let at_depth = |at: usize| blobs.get(at).and_then(|blobs| blobs.get(depth));
        let asked: BTreeSet<&String> = open().filter_map(at_depth).collect();
        if asked.is_empty() {
            break;
        }
        let is_unknown = |blob: &&&String| memory.texts.get(**blob).is_none_or(|text| text.label.is_none());
        let unknown: Vec<String> = asked.iter().filter(is_unknown).map(|blob| (*blob).clone()).collect();
        let labels: Vec<(String, String)> =
            texts(folder, &unknown)?.into_par_iter().map(|(blob, text)| (blob, label(&text))).collect();
        for (blob, label) in labels {
            memory.texts.entry(blob).or_default().label = Some(label);
        }
        let made_otherwise = |at: usize| {
            let blob = at_depth(at)?;
            let label = memory.texts.get(blob)?.label.clone()?;
            (!label.starts_with(today)).then(|| (at, Earlier { label, blob: blob.clone() }))
        };
        for (at, earlier) in open().filter_map(made_otherwise).collect::<Vec<_>>() {
            found[at] = Some(earlier);
        }
    }
    Ok(found)
}
