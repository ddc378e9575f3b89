//! What Faqtory made: one sorted list of paths for each part, in `.faqtory/`, so that parts built apart leave the
//! same records as the whole. Behind each path stands the hash of what was written. Reads the lists; `output` itself writes them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, anyhow, bail};

use super::hash::Hash;
use super::parts::{OtherParts, SitePart, SiteParts};
use super::paths::check_path;

/// A longer file is not a record: it would name millions of files.
const MAX_BYTES: u64 = 256 << 20;

/// A file on record: planned for this build, or left by an earlier one.
#[derive(Debug, Default)]
pub(super) struct RecordedFile {
    written: AtomicBool,
    /// Of what an earlier build wrote.
    before: Option<Hash>,
    /// Of what this one wrote.
    now: OnceLock<Hash>,
}

impl RecordedFile {
    /// Claims the file for its one writer. False if it has one already.
    pub(super) fn take(&self) -> bool {
        !self.written.swap(true, Ordering::Relaxed)
    }

    /// To be called when writing failed.
    pub(super) fn give_back(&self) {
        self.written.store(false, Ordering::Relaxed);
    }

    /// To be called when writing is done.
    pub(super) fn hold(&self, hash: Hash) {
        self.now.get_or_init(|| hash);
    }

    pub(super) fn is_written(&self) -> bool {
        self.written.load(Ordering::Relaxed)
    }
}

/// The record of one part.
#[derive(Debug, Default)]
struct Record {
    /// As found on disk.
    before: Option<String>,
    entries: BTreeMap<String, RecordedFile>,
}

/// The records of an output folder.
#[derive(Debug)]
pub(super) struct Records {
    parts: SiteParts,
    /// One for each chosen part.
    records: BTreeMap<SitePart, Record>,
    /// Parts that no longer exist, with the files they left.
    gone: BTreeMap<SitePart, Vec<String>>,
}

impl Records {
    /// Reads the records in `folder`; those of parts that are not built, only to find what is gone.
    ///
    /// # Errors
    /// A record is there and cannot be read, or a folder stands where one is to be written.
    pub(super) fn read(folder: &Path, parts: SiteParts) -> Result<Self> {
        let mut records = BTreeMap::new();
        for part in &parts.chosen {
            let file = folder.join(part.record());
            if file.symlink_metadata().is_ok_and(|there| there.is_dir()) {
                bail!("{} is a folder, but must be a file\nhelp: remove it", file.display());
            }
            let before = read(&file)?;
            let own = files(before.as_deref().unwrap_or_default(), part)
                .filter(|(path, _)| parts.of(path) == Some(part));
            let file = |before| RecordedFile { before, ..RecordedFile::default() };
            let entries = own.map(|(path, hash)| (path.to_owned(), file(hash))).collect();
            records.insert(part.clone(), Record { before, entries });
        }
        let mut gone = BTreeMap::new();
        if parts.others == OtherParts::Remove {
            for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
                let name = entry?.file_name();
                let part = name.to_str().and_then(SitePart::of_record);
                let Some(part) = part.filter(|part| !parts.chosen.contains(part)) else { continue };
                let text = read(&folder.join(&name))?.unwrap_or_default();
                gone.insert(part.clone(), files(&text, &part).map(|(path, _)| path.to_owned()).collect());
            }
        }
        Ok(Self { parts, records, gone })
    }

    /// The parts that are built, in order.
    pub(super) fn parts(&self) -> impl Iterator<Item = &SitePart> {
        self.records.keys()
    }

    /// The parts that were built once and are not a part of the site any more.
    pub(super) fn gone(&self) -> impl Iterator<Item = &SitePart> {
        self.gone.keys()
    }

    /// Puts a file on record.
    ///
    /// # Errors
    /// It belongs to a part that is not built.
    pub(super) fn add(&mut self, path: String) -> Result<()> {
        let record = self.parts.of(&path).and_then(|part| self.records.get_mut(part));
        record.ok_or_else(|| anyhow!("{path} is in no part that is built"))?.entries.entry(path).or_default();
        Ok(())
    }

    /// The file at `path`, if it is on record in a part that is built.
    pub(super) fn entry(&self, path: &str) -> Option<&RecordedFile> {
        self.records.get(self.parts.of(path)?)?.entries.get(path)
    }

    /// The files that this build has not written (yet).
    pub(super) fn stale(&self) -> impl Iterator<Item = &str> {
        let built = self.records.values().flat_map(|record| &record.entries);
        let left = built.filter(|(_, entry)| !entry.is_written()).map(|(path, _)| path.as_str());
        let gone = self.gone.values().flatten().map(String::as_str);
        left.chain(gone.filter(|path| !self.entry(path).is_some_and(RecordedFile::is_written)))
    }

    /// Those of them in the folder `folder`.
    pub(super) fn stale_below(&self, folder: &str) -> impl Iterator<Item = &str> {
        let start = format!("{folder}/");
        self.stale().filter(move |path| path.starts_with(&start))
    }

    /// A record as text: the files that `filter` accepts, in order, one a line. Of a file that this build has not written it says what an
    /// earlier one wrote.
    pub(super) fn text(&self, part: &SitePart, filter: impl Fn(&RecordedFile) -> bool) -> String {
        let entries = self.records.get(part).into_iter().flat_map(|record| &record.entries);
        let mut text = String::new();
        for (path, entry) in entries.filter(|(_, entry)| filter(entry)) {
            text.push_str(path);
            if let Some(hash) = entry.now.get().or(entry.before.as_ref()) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\t{hash}");
            }
            text.push('\n');
        }
        text
    }

    /// Whether the record on disk was `text` before this build.
    pub(super) fn was_recorded(&self, part: &SitePart, text: &str) -> bool {
        self.records.get(part).is_some_and(|record| record.before.as_deref() == Some(text))
    }
}

/// The text of a record, if there is one.
///
/// Anything else of its name (a link, a pipe, a device, a file too large) is not ours and is ignored.
pub(super) fn read(file: &Path) -> Result<Option<String>> {
    let text = || -> io::Result<Option<String>> {
        let there = fs::symlink_metadata(file)?;
        if !there.is_file() || there.len() > MAX_BYTES {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        // It may grow meanwhile.
        fs::File::open(file)?.take(MAX_BYTES).read_to_end(&mut bytes)?;
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    };
    match text() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        text => text.with_context(|| format!("cannot read {}", file.display())),
    }
}

/// The lines of a record that can be files of its part: a record may be damaged or manipulated.
fn files<'a>(text: &'a str, part: &SitePart) -> impl Iterator<Item = (&'a str, Option<Hash>)> {
    text.lines().filter_map(move |line| file(line, part))
}

/// The file that a line of a record names, with the hash behind it; none if it cannot be one of the part.
pub(super) fn file<'a>(line: &'a str, part: &SitePart) -> Option<(&'a str, Option<Hash>)> {
    let (path, hash) = match line.split_once('\t') {
        Some((path, hash)) => (path, Some(Hash::parse(hash)?)),
        // Planned, or written by a version that made no hashes.
        None => (line, None),
    };
    (check_path(path).is_ok() && part.holds(path)).then_some((path, hash))
}
