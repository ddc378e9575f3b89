//! What files that came back are compared with, and how it is looked up: by name, however many there are. Judges nothing.

use std::collections::BTreeMap;

use crate::catalog::{IdentityIndex, LocaleIndex};
use crate::front_matter::Date;
use crate::project::cancelled::CancelledFiles;
use crate::project::handed_back::HandedBackFiles;
use crate::project::loaded::Project;
use crate::project::remembered::Remembered;
use crate::translation::{HandedOff, HandedOffKind, HandoffOrder, TranslatedFile};

use super::read::{Came, Packages};

/// What becomes of files of hand-offs that were cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelledHandoffs {
    Refused,
    Taken,
}

/// A file that was handed off, and since when it may be in progress.
pub(super) struct Found {
    pub(super) order: HandoffOrder,
    pub(super) entry: HandedOff,
    pub(super) is_in_progress: bool,
}

/// All that is known before a file is looked at.
#[derive(Clone, Copy)]
pub(super) struct Records<'k> {
    pub(super) project: &'k Project,
    pub(super) remembered: &'k Remembered,
    /// Includes, names and messages.
    pub(super) files: &'k [TranslatedFile],
    /// What the lists of packages say.
    pub(super) packages: &'k Packages,
    /// What came back before.
    pub(super) handed_back: &'k HandedBackFiles,
    pub(super) cancelled: &'k CancelledFiles,
    /// What becomes of files that were cancelled.
    pub(super) of_cancelled: CancelledHandoffs,
    pub(super) today: Date,
}

/// The same, by names.
pub(super) struct Known<'k> {
    pub(super) records: Records<'k>,
    /// By the name of a hand-off, and the ID, the locale and the hash of the source of a file.
    entries: BTreeMap<[&'k str; 4], &'k HandedOff>,
    pub(super) identities: BTreeMap<&'k str, IdentityIndex>,
    pub(super) locales: BTreeMap<&'k str, LocaleIndex>,
    /// By kind, ID and locale.
    pub(super) files: BTreeMap<(HandedOffKind, &'k str, LocaleIndex), &'k TranslatedFile>,
}

impl<'k> Known<'k> {
    pub(super) fn new(records: Records<'k>) -> Self {
        let mut entries = BTreeMap::new();
        for (handoff, file) in records.remembered.files() {
            let key = [&*handoff.name, &*file.id, &*file.locale, &*file.source_hash];
            entries.entry(key).or_insert(file);
        }
        let catalog = &records.project.catalog;
        let mut files = BTreeMap::new();
        for file in records.files {
            files.entry((file.kind.into(), &*file.id, file.locale)).or_insert(file);
        }
        let identities = catalog.identities.iter_enumerated().map(|(at, it)| (&*it.id, at)).collect();
        let locales = catalog.locales.iter_enumerated().map(|(at, it)| (it.locale.tag(), at)).collect();
        Self { records, entries, identities, locales, files }
    }

    /// What is remembered of a file as in progress.
    pub(super) fn in_progress(&self, came: &Came) -> Option<&'k HandedOff> {
        self.entries.get(&came.key()).copied()
    }

    pub(super) fn is_cancelled(&self, came: &Came) -> bool {
        self.records.cancelled.has(&came.handoff, came.locale.tag(), &came.id)
    }
}
