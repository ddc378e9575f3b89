//! `.faqtory/handed-back.json`: what came back last for each translation, so that a corrected file is not taken for one that is there already,
//! and nobody's work is lost under it. Reads it, and writes into it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use crate::edit;

/// It belongs in git.
const FILE: &str = ".faqtory/handed-back.json";

/// By the path of a translation what stands for its text as it was written, and for the file that it came from.
#[derive(Clone, Debug, Default)]
pub(super) struct HandedBackFiles(BTreeMap<String, String>);

impl HandedBackFiles {
    /// What the project in `root` says. A file that cannot be understood says nothing.
    pub(super) fn read(root: &Path) -> Self {
        let text = edit::own_text(root, FILE).unwrap_or_default();
        Self(serde_json::from_str(&text).unwrap_or_default())
    }

    /// Whether a translation has the text that came back last.
    pub(super) fn is_as_written(&self, target: &str, text: &str) -> bool {
        self.get(target).is_some_and(|(written, _)| written == text)
    }

    /// Whether the same came back last.
    pub(super) fn is_known(&self, target: &str, came: &str) -> bool {
        self.get(target).is_some_and(|(_, known)| known == came)
    }

    fn get(&self, target: &str) -> Option<(&str, &str)> {
        self.0.get(target)?.split_once(' ')
    }

    pub(super) fn put(&mut self, target: &str, text: &str, came: &str) {
        self.0.insert(target.to_owned(), format!("{text} {came}"));
    }

    /// Writes the file: a line a translation, in the order of their paths, so that git can merge it.
    ///
    /// # Errors
    /// The disk refuses, or a part of the path is a link.
    pub(super) fn write(&self, folder: &edit::Folder) -> Result<()> {
        let text = serde_json::to_string_pretty(&self.0)? + "\n";
        folder.put_own(FILE, text.as_bytes())
    }
}
