//! What was known of addresses before, in a file of its own: a line of JSON each, sorted. Asks nobody, and has no clock.
//!
//! The file is read and merged anew whenever it is written, under a lock, and takes the place of the old one at once: two runs at a
//! time lose nothing of each other's, and a kill leaves the old file or the new one.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::age::Ages;
use super::answer::{Answer, Answers, Failure, Hop, Outcome};
use super::clock::{read_date, write_date};

/// A file larger than that is not one of ours.
const MAX_BYTES: u64 = 256 << 20;

const LOCK: &str = ".faqtory/external-links.lock";

/// How often a lock is tried that another run has, and how long after each time.
const LOCK_ATTEMPTS: u32 = 200;
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// What stands behind the name of a cache while it is written.
const NEW: &str = ".new";

/// The files that a cache is read from and written to, below the project's folder.
pub fn files_of(cache: &str) -> [String; 3] {
    [cache.to_owned(), format!("{cache}{NEW}"), LOCK.to_owned()]
}

/// The file of known answers.
#[derive(Debug)]
pub(super) struct Cache {
    file: PathBuf,
    /// A file that is there only to be locked.
    lock: PathBuf,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct Line {
    url: String,
    /// A date as HTTP writes it.
    checked: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<Failure>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    redirects: Vec<Hop>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    anchors: BTreeMap<String, Option<bool>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    not_found_title: Option<String>,
}

impl Cache {
    /// The cache `file`; both paths are below the project's folder `root`.
    pub(super) fn new(root: &Path, file: &str) -> Self {
        Self { file: root.join(file), lock: root.join(LOCK) }
    }

    /// All that is known. A line that cannot be read, as after a merge that went wrong, is one that is not there.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub(super) fn read(&self) -> Result<Answers> {
        let mut bytes = Vec::new();
        match File::open(&self.file) {
            Ok(file) => file.take(MAX_BYTES).read_to_end(&mut bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Answers::new()),
            Err(error) => Err(error),
        }
        .with_context(|| format!("cannot read {}", self.file.display()))?;
        let mut answers = Answers::new();
        for (address, answer) in String::from_utf8_lossy(&bytes).lines().filter_map(parse) {
            take(&mut answers, address, answer);
        }
        // An article, say, whose name was given by mistake.
        let first = bytes.trim_ascii_start();
        if answers.is_empty() && !first.is_empty() && !first.starts_with(b"{\"url\":") {
            bail!(
                "{} is no cache of external links\nhelp: name another file in [links.external] cache",
                self.file.display()
            );
        }
        Ok(answers)
    }

    /// Adds answers to the file: of two of one address the newer one stays. What has long been too old goes.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn write(&self, new: &Answers, ages: Ages, now: Duration) -> Result<()> {
        let cannot = || format!("cannot write {}", self.file.display());
        for file in [&self.file, &self.lock] {
            file.parent().map_or(Ok(()), fs::create_dir_all).with_context(cannot)?;
        }
        let lock = File::options().create(true).append(true).open(&self.lock).with_context(cannot)?;
        take_lock(&lock).with_context(cannot)?;
        let mut answers = self.read()?;
        // A clock was wrong.
        answers.retain(|_, answer| answer.checked <= now.as_secs());
        for (address, answer) in new {
            take(&mut answers, address.clone(), answer.clone());
        }
        let oldest = now.saturating_sub(ages.good.max(ages.bad) * 4).as_secs();
        answers.retain(|_, answer| answer.checked >= oldest);
        self.replace(&answers).with_context(cannot)
    }

    fn replace(&self, answers: &Answers) -> Result<()> {
        let mut name = self.file.file_name().unwrap_or_default().to_owned();
        name.push(NEW);
        // Whoever has the lock is alone with it; what a kill left of it is written anew.
        let new = self.file.with_file_name(name);
        let lines = answers.iter().map(|(address, answer)| serde_json::to_string(&line(address, answer)));
        let text = lines.map(|line| Ok(line? + "\n")).collect::<serde_json::Result<String>>()?;
        let mut file = File::create(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, &self.file)?;
        Ok(())
    }
}

/// Keeps other runs out; where the system has no such lock, there is none.
fn take_lock(lock: &File) -> Result<()> {
    for _ in 0..LOCK_ATTEMPTS {
        match lock.try_lock() {
            Ok(()) | Err(fs::TryLockError::Error(_)) => return Ok(()),
            Err(fs::TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
        }
    }
    bail!("another run is writing it")
}

fn take(answers: &mut Answers, address: Address, answer: Answer) {
    match answers.get(&address) {
        Some(known) if known.checked > answer.checked => {}
        _ => drop(answers.insert(address, answer)),
    }
}

fn parse(line: &str) -> Option<(Address, Answer)> {
    let line: Line = serde_json::from_str(line).ok()?;
    let outcome = match (line.status, line.failure) {
        (Some(status), None) => Outcome::Status(status),
        (None, Some(failure)) => Outcome::Failed(failure),
        _ => return None,
    };
    let checked = read_date(&line.checked)?;
    let Line { redirects: hops, anchors, not_found_title, .. } = line;
    Some((Address::parse(&line.url)?, Answer { checked, outcome, hops, anchors, not_found_title }))
}

fn line(address: &Address, answer: &Answer) -> Line {
    let (status, failure) = match &answer.outcome {
        Outcome::Status(status) => (Some(*status), None),
        Outcome::Failed(failure) => (None, Some(failure.clone())),
    };
    Line {
        url: address.to_string(),
        checked: write_date(answer.checked),
        status,
        failure,
        redirects: answer.hops.clone(),
        anchors: answer.anchors.clone(),
        not_found_title: answer.not_found_title.clone(),
    }
}
