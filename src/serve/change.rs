//! What has happened on the disk, as far as it is known. Looks at nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::sources::Look;

/// What has happened on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// The files and folders that it happened to.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Those among them that came, went or got another name.
    pub(super) moved: BTreeSet<PathBuf>,
    pub(super) reach: Reach,
}

/// How much is known of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// All paths.
    #[default]
    Paths,
    /// There may be others.
    Anywhere,
    /// There are others: the watcher has missed some.
    Lost,
}

impl Change {
    pub(super) fn of(reach: Reach) -> Self {
        Self { reach, ..Self::default() }
    }

    pub(super) fn at(path: PathBuf) -> Self {
        Self { paths: [path].into(), ..Self::default() }
    }

    pub(super) fn look(&self) -> Look<'_> {
        match self.reach {
            Reach::Paths => Look::At(&self.paths),
            Reach::Anywhere | Reach::Lost => Look::Everywhere,
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.paths.extend(other.paths);
        self.moved.extend(other.moved);
        self.reach = self.reach.max(other.reach);
    }
}
