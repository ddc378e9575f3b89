//! `faqtory handback`: translations that come back are compared with what was handed off, and written with the hash of that version, or
//! refused with a list. Translates nothing.

mod compose;
mod draft;
mod found;
mod judge;
mod read;
mod records;
mod refusal;
mod there;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::Result;

use crate::edit::{self, Made};
use crate::front_matter::Date;
use crate::report::{HandbackRefusal, HandedBack, ReturnOutcome, ReturnedFile};
use crate::translation::{HandedOff, HandedOffKind, Handoff};

use super::cancelled::CancelledFiles;
use super::handed_back::HandedBackFiles;
use super::input::Input;
use super::known::Changes;
use super::loaded::Project;
use super::made_from;
use super::remembered::{PackageEntry, Remembered};
use compose::{Composed, Outcome, Returned};
use records::{Known, Records};

pub use records::CancelledHandoffs;

/// What comes back.
#[derive(Clone, Copy, Debug)]
pub struct HandbackRequest<'a> {
    /// Files of packages, or their folders.
    pub files: &'a [PathBuf],
    pub extent: HandbackExtent,
    pub cancelled: CancelledHandoffs,
    pub today: Date,
}

/// What is written of a locale of which a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandbackExtent {
    /// Nothing.
    WholeLocales,
    /// The others.
    Partial,
}

impl Input {
    /// Takes translations back.
    ///
    /// # Errors
    /// A file that is not there, no file of a package in a folder, what is remembered cannot be read, or the disk refuses.
    pub fn handback(&self, project: &Project, request: &HandbackRequest<'_>) -> Result<HandedBack> {
        let remembered = Remembered::whole(project.root())?;
        let read::Read { came, refusals, missing, packages } = read::read(request.files)?;
        let mut back = Back(HandedBack { refusals, files: Vec::new() });
        back.0.files.extend(missing.into_iter().map(of_missing));
        let files = project.translated_files(&project.translations, &Changes::default());
        let handed_back = HandedBackFiles::read(project.root());
        let cancelled = CancelledFiles::read(project.root())?;
        let known = Known::new(Records {
            project,
            remembered: &remembered,
            files: &files,
            packages: &packages,
            handed_back: &handed_back,
            cancelled: &cancelled,
            of_cancelled: request.cancelled,
            today: request.today,
        });
        let mut ready: Vec<Composed> = Vec::new();
        let mut returned: Vec<Returned> = Vec::new();
        let mut not_in_progress: Vec<HandbackRefusal> = Vec::new();
        for came in came {
            match known.composed(came) {
                Outcome::Ready(composed) => ready.push(*composed),
                Outcome::Done { came, target, returned: known } => {
                    returned.extend(known.map(|known| *known));
                    back.add(&came, &target, ReturnOutcome::Unchanged);
                }
                Outcome::NotTranslated { came, target } => {
                    back.add(&came, &target, ReturnOutcome::NotTranslated)
                }
                Outcome::Refused(refusals) => back.0.refusals.extend(refusals),
                Outcome::NotInProgress(refusal) => not_in_progress.push(refusal),
            }
        }
        let ready = back.newest(ready);
        let judged = judge::judged(self, project, &ready)?;
        let refused: BTreeSet<usize> =
            judged.iter().enumerate().filter(|(_, found)| !found.is_empty()).map(|(at, _)| at).collect();
        back.0.refusals.extend(judged.into_iter().flatten());
        let held = Held::new(&back.0.refusals, request.extent);
        back.0.refusals.extend(not_in_progress);
        let folder = edit::Folder::open(project.root());
        for (_, composed) in ready.iter().enumerate().filter(|(at, _)| !refused.contains(at)) {
            if held.has(&composed.entry.locale) {
                back.add(&composed.came, &composed.target, ReturnOutcome::Held);
                continue;
            }
            write(&folder, composed)?;
            let Composed { came, entry, order, target, text, .. } = composed;
            returned.push(Returned::new(came, entry, order.clone(), target, text));
            back.add(&composed.came, &composed.target, ReturnOutcome::Written);
        }
        if !returned.is_empty() {
            record(&folder, project, &returned)?;
            settle(&folder, &returned, handed_back, remembered)?;
        }
        back.0.files.sort_by(|a, b| (&a.locale, &a.target, &a.file).cmp(&(&b.locale, &b.target, &b.file)));
        Ok(back.0)
    }
}

/// A file that a package lists and that did not come.
fn of_missing(missing: PackageEntry) -> ReturnedFile {
    let PackageEntry { file, entry, .. } = missing;
    let HandedOff { id, locale, target, .. } = entry;
    ReturnedFile { file, id, locale, target, outcome: ReturnOutcome::Missing }
}

/// Says what translations were made from that cannot say it themselves.
fn record(folder: &edit::Folder, project: &Project, returned: &[Returned]) -> Result<()> {
    let silent = returned.iter().filter(|one| one.is_silent);
    let hashes: Vec<(&str, &str)> = silent.map(|one| (&*one.target, &*one.source_hash)).collect();
    if hashes.is_empty() {
        return Ok(());
    }
    made_from::record(folder, project.root(), &hashes).map_err(anyhow::Error::msg)
}

/// What came back of each file, by its kind, its ID and its locale.
type ByFile<'r> = BTreeMap<(HandedOffKind, &'r str, &'r str), Vec<&'r Returned>>;

/// Remembers what has come back, which is not in progress any more.
fn settle(
    folder: &edit::Folder,
    returned: &[Returned],
    mut handed_back: HandedBackFiles,
    mut remembered: Remembered,
) -> Result<()> {
    for one in returned {
        handed_back.put(&one.target, &one.hash, &one.came);
    }
    handed_back.write(folder)?;
    let mut files = ByFile::new();
    for one in returned {
        files.entry((one.kind, &*one.id, &*one.locale)).or_default().push(one);
    }
    remembered.revise(folder, &|handoff, file| is_open(&files, handoff, file))
}

/// Whether a file is still to come back. One that was handed off later than what has come knows what it takes the place of.
fn is_open(returned: &ByFile<'_>, handoff: &Handoff, file: &mut HandedOff) -> bool {
    let own = returned.get(&(file.kind, &*file.id, &*file.locale));
    for one in own.into_iter().flatten() {
        if handoff.order() <= one.order {
            return false;
        }
        file.brought_hash = Some(one.hash.clone());
    }
    true
}

/// The report as it grows.
struct Back(HandedBack);

impl Back {
    fn add(&mut self, came: &read::Came, target: &str, outcome: ReturnOutcome) {
        self.0.files.push(ReturnedFile {
            file: came.file.clone(),
            id: came.id.clone(),
            locale: came.locale.tag().to_owned(),
            target: target.to_owned(),
            outcome,
        });
    }

    /// Of several files for one translation that which was handed off last; the same one twice is refused.
    fn newest(&mut self, ready: Vec<Composed>) -> Vec<Composed> {
        let mut newest: BTreeMap<String, Composed> = BTreeMap::new();
        for one in ready {
            let Some(other) = newest.remove(&one.target) else {
                newest.insert(one.target.clone(), one);
                continue;
            };
            let (older, newer) = if other.order > one.order { (one, other) } else { (other, one) };
            if older.order == newer.order && older.text != newer.text {
                let message =
                    format!("{} is the same file of the hand-off, and says something else", newer.came.file);
                let help = "hand back one of them";
                let refusal = HandbackRefusal::of_file(&older.came.file, message, help);
                self.0.refusals.push(compose::of_target(refusal, &older.came, &older.target));
            } else {
                self.add(&older.came, &older.target, ReturnOutcome::Superseded);
            }
            newest.insert(newer.target.clone(), newer);
        }
        newest.into_values().collect()
    }
}

/// The locales of which nothing is written.
enum Held {
    Nothing,
    All,
    Locales(BTreeSet<String>),
}

impl Held {
    fn new(refusals: &[HandbackRefusal], extent: HandbackExtent) -> Self {
        if extent == HandbackExtent::Partial {
            return Self::Nothing;
        }
        // What cannot be read may be of any locale.
        let locales: Option<BTreeSet<String>> =
            refusals.iter().map(|refusal| refusal.locale.clone()).collect();
        locales.map_or(Self::All, Self::Locales)
    }

    fn has(&self, locale: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::All => true,
            Self::Locales(locales) => locales.contains(locale),
        }
    }
}

fn write(folder: &edit::Folder, composed: &Composed) -> Result<()> {
    let Composed { target, before, text, .. } = composed;
    match before {
        Some(before) => folder.replace_below(target, before.as_bytes(), text.as_bytes()),
        None => match folder.create_own(target, text.as_bytes())? {
            Made::New => Ok(()),
            Made::Existed => anyhow::bail!(
                "{target} has appeared in the meantime, so nothing was written to it; run the command again"
            ),
        },
    }
}
