//! Bytes to disk: atomic, only when they differ, never outside the output folder, and never a file left behind
//! that Faqtory does not know to be its own. Knows nothing of locales, pages or HTML.
//!
//! What Faqtory made is listed in `.faqtory/<part>.txt` of the output folder, with hashes. Such a record is written before the
//! files it names, and a file is written under a temporary name first, a whole first build beside its place: a kill at any
//! moment leaves whole files only, each of them on record, and the next build completes the rest.

mod claim;
mod folders;
mod hash;
mod manifest;
mod parts;
mod paths;
mod record;
mod stage;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result, anyhow, bail};
use rayon::prelude::*;

pub(crate) use claim::is_foreign;
use claim::{is_bare, lock, refuse_foreign, refuse_inputs, refuse_links, remove_temporaries};
use folders::{FolderAge, Folders};
pub use manifest::{Changes, Manifest};
pub use parts::{SitePart, SiteParts};
use paths::{RECORDS, STAGE, TEMPORARY, check_path, parent};
use record::{RecordedFile, Records};
use stage::Stage;
use write::Content;

/// What [`Output::put`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOutcome {
    /// The file is new, or had other bytes.
    Rewritten,
    /// The file had these bytes already and was not touched.
    Unchanged,
}

/// What a build did to its output folder. Counts are files of the parts built, records included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that stand there now.
    pub files: u64,
    /// Those of them that were not touched.
    pub unchanged: u64,
    /// Files of earlier builds that were removed.
    pub removed: u64,
}

/// An output folder while a build writes to it. `put` and `copy` may be called from many threads.
#[derive(Debug)]
pub struct Output {
    dir: PathBuf,
    folders: Folders,
    /// Set where nothing stands in the folder yet.
    stage: Option<Stage>,
    records: Records,
    /// Numbers temporary files.
    temporaries: AtomicU64,
    unchanged: AtomicU64,
    /// Keeps other builds out until it is dropped. `None` where the file system knows no locks.
    _lock: Option<fs::File>,
}

impl Output {
    /// Makes `dir` ready for a build that writes `parts` of it, and waits for another build to leave it.
    ///
    /// `inputs` are files and folders that `dir` must neither be nor contain, and below which no symbolic link may lead to it:
    /// who contributes to a project must not choose where it is written.
    ///
    /// # Errors
    /// `dir` is reached by such a link, is a file, holds an input, holds things and was not made by Faqtory, is in use, or cannot be written.
    pub fn open(dir: &Path, parts: SiteParts, inputs: &[&Path]) -> Result<Self> {
        if dir.as_os_str().is_empty() {
            bail!("the output folder has no name");
        }
        refuse_links(dir, inputs)?;
        if let Ok(there) = fs::canonicalize(dir) {
            refuse_inputs(dir, &there, inputs)?;
            refuse_foreign(dir)?;
        }
        let cannot = || format!("cannot write to the output folder {}", dir.display());
        fs::create_dir_all(dir).with_context(cannot)?;
        let dir = dir.to_owned();
        let folders = Folders::new(dir.clone());
        folders.ensure(RECORDS, &|_| false).with_context(cannot)?;
        let lock = lock(&dir)?;
        remove_temporaries(&dir)?;
        let records = Records::read(&dir.join(RECORDS), parts)?;
        let stage = if is_bare(&dir)? { Some(Stage::new(dir.join(STAGE))?) } else { None };
        let (temporaries, unchanged) = (AtomicU64::new(0), AtomicU64::new(0));
        Ok(Self { dir, folders, stage, records, temporaries, unchanged, _lock: lock })
    }

    /// Puts on record the files that will be written. To be called before they are; may be called again for more.
    ///
    /// # Errors
    /// A path leads out of the parts built, or out of the folder, or the record cannot be written.
    pub fn plan(&mut self, paths: impl IntoIterator<Item = String>) -> Result<()> {
        let mut paths: Vec<String> = paths.into_iter().collect();
        // In order, each stands beside the one before it.
        paths.par_sort_unstable();
        if let Some(error) = paths.par_iter().find_map_first(|path| check_path(path).err()) {
            return Err(error);
        }
        paths.into_iter().try_for_each(|path| self.records.add(path))?;
        for part in self.records.parts() {
            self.write_record(part, &self.records.text(part, |_| true))?;
        }
        Ok(())
    }

    /// Writes a file, unless it has these bytes already. `path` is relative, with `/`, and was planned.
    ///
    /// # Errors
    /// The path was not planned or is written for the second time, a folder on the way is a symlink, or the disk
    /// refuses.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<PutOutcome> {
        self.write_planned(path, &Content::Bytes(bytes))
    }

    /// As [`Output::put`], with the bytes of the file `source`, which is never held in memory.
    ///
    /// # Errors
    /// As [`Output::put`], or `source` cannot be read.
    pub fn copy(&self, path: &str, source: &Path) -> Result<PutOutcome> {
        let is_file =
            fs::metadata(source).with_context(|| format!("cannot read {}", source.display()))?.is_file();
        if !is_file {
            bail!("cannot read {}: not a file", source.display());
        }
        self.write_planned(path, &Content::File(source))
    }

    /// Removes what earlier builds wrote to these parts and this one did not, and records what stands there now.
    ///
    /// # Errors
    /// A file cannot be removed, or a record not be written.
    pub fn finish(self) -> Result<Summary> {
        if let Some(stage) = &self.stage {
            stage.publish(&self.dir)?;
        }
        let removed = self.remove(self.records.stale())?;
        let mut summary = Summary { files: 0, unchanged: self.unchanged.load(Ordering::Relaxed), removed };
        for part in self.records.parts() {
            let text = self.records.text(part, RecordedFile::is_written);
            self.write_record(part, &text)?;
            summary.files += 1 + text.lines().count() as u64;
            summary.unchanged += u64::from(self.records.was_recorded(part, &text));
        }
        for gone in self.records.gone() {
            summary.removed += self.remove_file(&format!("{RECORDS}/{}", gone.record()))?;
        }
        remove_temporaries(&self.dir)?;
        Ok(summary)
    }

    fn write_planned(&self, path: &str, content: &Content<'_>) -> Result<PutOutcome> {
        let entry = self.records.entry(path).ok_or_else(|| anyhow!("{path} was written without a plan"))?;
        if !entry.take() {
            bail!("two pages or files of the site want to be {path}");
        }
        let written = match &self.stage {
            Some(stage) => {
                stage.write(path, content).with_context(|| self.cannot(path)).map(|()| PutOutcome::Rewritten)
            }
            None => self.write(path, content),
        };
        let hashed = written.and_then(|written| {
            entry.hold(content.hash().with_context(|| self.cannot(path))?);
            Ok(written)
        });
        let written = hashed.inspect_err(|_| entry.give_back())?;
        if written == PutOutcome::Unchanged {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        }
        Ok(written)
    }

    fn write_record(&self, part: &SitePart, text: &str) -> Result<PutOutcome> {
        self.write(&format!("{RECORDS}/{}", part.record()), &Content::Bytes(text.as_bytes()))
    }

    /// Writes any file below the output folder, whether on record or not.
    fn write(&self, path: &str, content: &Content<'_>) -> Result<PutOutcome> {
        let cannot = || self.cannot(path);
        let is_stale = |path: &str| self.records.entry(path).is_some_and(|entry| !entry.is_written());
        let folder = self.folders.ensure(parent(path), &is_stale).with_context(cannot)?;
        let target = self.dir.join(path);
        if folder == FolderAge::Old && content.equals(&target) {
            return Ok(PutOutcome::Unchanged);
        }
        let number = self.temporaries.fetch_add(1, Ordering::Relaxed);
        self.folders.ensure(TEMPORARY, &|_| false)?;
        let temporary = self.dir.join(format!("{TEMPORARY}/{number}"));
        content
            .write_new(&temporary)
            .map_err(anyhow::Error::from)
            .and_then(|()| self.rename(&temporary, &target, path))
            .inspect_err(|_| drop(fs::remove_file(&temporary)))
            .with_context(cannot)?;
        Ok(PutOutcome::Rewritten)
    }

    fn cannot(&self, path: &str) -> String {
        format!("cannot write {path} to {}", self.dir.display())
    }

    /// Gives a whole file its name; stale files in a folder of that name make way.
    fn rename(&self, temporary: &Path, target: &Path, path: &str) -> Result<()> {
        let Err(error) = fs::rename(temporary, target) else { return Ok(()) };
        if !target.symlink_metadata().is_ok_and(|there| there.is_dir()) {
            return Err(error.into());
        }
        self.remove(self.records.stale_below(path))?;
        Ok(fs::rename(temporary, target)?)
    }

    /// Removes files, and the folders that are empty without them. Returns the number of files there were.
    fn remove<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Result<u64> {
        let mut removed = 0;
        let mut folders = BTreeSet::new();
        for path in paths {
            removed += self.remove_file(path)?;
            let mut folder = parent(path);
            while !folder.is_empty() && folders.insert(folder) {
                folder = parent(folder);
            }
        }
        // Those inside come first.
        for folder in folders.iter().rev() {
            if self.folders.is_plain(folder) && fs::remove_dir(self.dir.join(folder)).is_ok() {
                self.folders.forget(folder);
            }
        }
        Ok(removed)
    }

    /// Removes one file, if it is there. Returns 1 if it was, else 0.
    fn remove_file(&self, path: &str) -> Result<u64> {
        let there = self.dir.join(path);
        if !self.folders.is_plain(parent(path)) || there.symlink_metadata().is_ok_and(|found| found.is_dir())
        {
            return Ok(0);
        }
        match fs::remove_file(&there) {
            Ok(()) => Ok(1),
            // Planned, but never written: the second is a name that no file can have.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename) =>
            {
                Ok(0)
            }
            Err(error) => Err(error).with_context(|| format!("cannot remove {}", there.display())),
        }
    }
}
