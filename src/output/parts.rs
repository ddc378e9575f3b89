//! Which parts of a site a build writes. Knows paths, touches no disk.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::paths::check_path;

/// A part of a site that can be built apart from the others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SitePart {
    /// All that is in no locale's folder: `/index.html`, `/assets/`, `/open/` and so on.
    Root,
    /// The folder of the locale with this slug, `he-il`.
    Locale(String),
}

impl SitePart {
    /// The first folder of its paths; none for the root, which comes first in order.
    fn slug(&self) -> &str {
        match self {
            Self::Root => "",
            Self::Locale(slug) => slug,
        }
    }

    /// File name of this part's record.
    pub(super) fn record(&self) -> String {
        match self {
            Self::Root => "root.txt".to_owned(),
            Self::Locale(slug) => format!("{slug}.txt"),
        }
    }

    /// The part whose record has this file name, if it is one.
    pub(super) fn of_record(name: &str) -> Option<Self> {
        match name.strip_suffix(".txt")? {
            "root" => Some(Self::Root),
            slug => Some(Self::Locale(slug.to_owned())),
        }
    }

    /// Whether the file at `path` can belong to this part.
    pub(super) fn holds(&self, path: &str) -> bool {
        match self {
            Self::Root => true,
            Self::Locale(slug) => path.strip_prefix(slug.as_str()).is_some_and(|rest| rest.starts_with('/')),
        }
    }
}

/// What becomes of the parts that a build does not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OtherParts {
    Keep,
    Remove,
}

/// The parts of a site that a build writes.
#[derive(Clone, Debug)]
pub struct SiteParts {
    /// Sorted, each once.
    pub(super) chosen: Vec<SitePart>,
    pub(super) others: OtherParts,
}

impl SiteParts {
    /// The root and the folders of all locales, by slug. Folders of other locales, left from earlier builds, are removed.
    ///
    /// # Errors
    /// A slug that cannot name a locale's folder.
    pub fn whole(slugs: impl IntoIterator<Item = String>) -> Result<Self> {
        let locales = slugs.into_iter().map(SitePart::Locale);
        Ok(Self { others: OtherParts::Remove, ..Self::only(locales.chain([SitePart::Root]))? })
    }

    /// Whether a build of these writes the part, or removes it.
    pub(super) fn writes(&self, part: &SitePart) -> bool {
        self.others == OtherParts::Remove || self.chosen.contains(part)
    }

    /// These parts and no other: what stands elsewhere is not touched.
    ///
    /// # Errors
    /// As [`SiteParts::whole`].
    pub fn only(parts: impl IntoIterator<Item = SitePart>) -> Result<Self> {
        let chosen: Vec<SitePart> = parts.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        for part in &chosen {
            if let SitePart::Locale(slug) = part
                && (check_path(slug).is_err() || slug.contains('/') || slug == "root")
            {
                bail!("{slug:?} cannot be the folder of a locale");
            }
        }
        Ok(Self { chosen, others: OtherParts::Keep })
    }

    /// The chosen part that the file at `path` belongs to.
    pub(super) fn of(&self, path: &str) -> Option<&SitePart> {
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        let at = self.chosen.binary_search_by(|part| part.slug().cmp(folder)).ok();
        let root = self.chosen.first().filter(|part| **part == SitePart::Root);
        at.map_or(root, |at| self.chosen.get(at))
    }
}
