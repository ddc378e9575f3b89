//! Whether a folder may become an output folder: it holds no input, is no one else's, and no other build writes to it.
//! Writes no file of the site.

use std::fs;
use std::io;
use std::path::{Component, Path};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::paths::{RECORDS, TEMPORARY};

/// Another build may hold the output folder this often, this long each time, before ours gives up: 30 s.
const LOCK_ATTEMPTS: u32 = 600;
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// `there` is `dir` with its symlinks followed.
pub(super) fn refuse_inputs(dir: &Path, there: &Path, inputs: &[&Path]) -> Result<()> {
    for input in inputs {
        // An input that is not there cannot be overwritten.
        if fs::canonicalize(input).is_ok_and(|input| input.starts_with(there)) {
            bail!(
                "{} contains the input {}\nhelp: choose another folder with `--out`",
                dir.display(),
                input.display()
            );
        }
    }
    Ok(())
}

/// Refuses a symbolic link below an input as a step to `dir`, whether or not it leads anywhere.
pub(super) fn refuse_links(dir: &Path, inputs: &[&Path]) -> Result<()> {
    let whole = std::path::absolute(dir)?;
    for input in inputs.iter().filter_map(|input| fs::canonicalize(input).ok()) {
        let holds = |above: &&Path| fs::canonicalize(above).is_ok_and(|above| above == input);
        for above in whole.ancestors().skip(1).filter(holds) {
            let below = whole.strip_prefix(above)?;
            // That leads out again, and was not contributed.
            if below.components().any(|step| step == Component::ParentDir) {
                continue;
            }
            let mut step = above.to_path_buf();
            let mut steps = below.iter().map(|name| {
                step.push(name);
                step.clone()
            });
            if let Some(link) = steps.find(|step| step.is_symlink()) {
                bail!(
                    "{} is a symbolic link in the project, and output is never written through one\nhelp: name the folder \
                     it leads to with `--out`, or remove the link",
                    link.display()
                );
            }
        }
    }
    Ok(())
}

pub(super) fn refuse_foreign(dir: &Path) -> Result<()> {
    if !dir.is_dir() {
        bail!("{} is a file, not a folder\nhelp: choose another folder with `--out`", dir.display());
    }
    fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    if is_foreign(dir) {
        bail!(
            "{} is not empty and was not made by Faqtory\nhelp: choose another folder with `--out`, or empty this one",
            dir.display()
        );
    }
    Ok(())
}

/// Whether it is a folder that holds things and was not made by Faqtory.
pub(crate) fn is_foreign(dir: &Path) -> bool {
    let holds_things = fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    holds_things && !dir.join(RECORDS).is_dir()
}

/// Whether there are records in the folder at the most.
pub(super) fn is_bare(dir: &Path) -> Result<bool> {
    let entries = fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    Ok(entries.into_iter().all(|entry| entry.is_ok_and(|entry| entry.file_name() == RECORDS)))
}

/// Keeps other builds out of the folder; where the system has no such lock, there is none.
pub(super) fn lock(dir: &Path) -> Result<Option<fs::File>> {
    let Ok(file) = fs::File::open(dir.join(RECORDS)) else { return Ok(None) };
    for _ in 0..LOCK_ATTEMPTS {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(fs::TryLockError::Error(_)) => return Ok(None),
            Err(fs::TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
        }
    }
    bail!("another build is writing to {}\nhelp: wait until it ends, then build again", dir.display())
}

/// Removes what a killed build had not given its name yet.
pub(super) fn remove_temporaries(dir: &Path) -> Result<()> {
    let folder = dir.join(TEMPORARY);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
