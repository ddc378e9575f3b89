//! `.faqtory/cancelled.json`: which files of which hand-offs were cancelled, so that a package that comes back all the same is not taken
//! unseen. Reads it, and writes into it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::edit;

/// It belongs in git.
const FILE: &str = ".faqtory/cancelled.json";

/// By the name of a hand-off, the locales and IDs of its files.
#[derive(Clone, Debug, Default)]
pub(super) struct CancelledFiles(BTreeMap<String, BTreeSet<String>>);

impl CancelledFiles {
    /// What the project in `root` says.
    ///
    /// # Errors
    /// A file that cannot be understood, as after a merge with conflicts: written anew, it would say less.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let Some(text) = edit::own_text(root, FILE) else { return Ok(Self::default()) };
        let refused = || format!("{FILE} cannot be understood\nhelp: bring it back as git has it");
        Ok(Self(serde_json::from_str(&text).with_context(refused)?))
    }

    pub(super) fn has(&self, handoff: &str, locale: &str, id: &str) -> bool {
        self.0.get(handoff).is_some_and(|files| files.contains(&entry(locale, id)))
    }

    pub(super) fn put(&mut self, handoff: &str, locale: &str, id: &str) {
        self.0.entry(handoff.to_owned()).or_default().insert(entry(locale, id));
    }

    /// The hand-offs of which files were cancelled.
    pub(super) fn handoffs(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// Writes the file: a line a translation, in order, so that git can merge it.
    ///
    /// # Errors
    /// The disk refuses, or a part of the path is a link.
    pub(super) fn write(&self, folder: &edit::Folder) -> Result<()> {
        let text = serde_json::to_string_pretty(&self.0)? + "\n";
        folder.put_own(FILE, text.as_bytes())
    }
}

fn entry(locale: &str, id: &str) -> String {
    format!("{locale} {id}")
}
