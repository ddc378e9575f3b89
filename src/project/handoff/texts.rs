//! The texts that a translation is made from: the version of the source, and the old translation with the version that it was made from.
//! Decides nothing about them.

use anyhow::Result;

use crate::edit::Folder;
use crate::exchange::{Made, Older, Original, marked};
use crate::front_matter::TranslationType;
use crate::markdown::Syntax;
use crate::project::remembered::{keep_source, keep_translation};
use crate::translation::HandedOff;

/// The texts that a translation is made from.
#[derive(Clone, Debug)]
pub(in crate::project) struct OwnedTexts {
    pub(in crate::project) syntax: Syntax,
    pub(in crate::project) source: String,
    /// The old translation, whatever it was made from.
    pub(in crate::project) translation: Option<String>,
    /// The version that the old translation was made from, where that is known.
    pub(in crate::project) older: Option<String>,
    pub(in crate::project) made: Made,
}

impl OwnedTexts {
    /// What a package is made from.
    pub(in crate::project) fn original(&self) -> Original<'_> {
        let older = self.older.as_deref().zip(self.translation.as_deref());
        let older = older.map(|(source, translation)| Older { source, translation, made: self.made });
        Original { syntax: self.syntax, source: &self.source, older }
    }

    /// Keeps them for the way back.
    pub(super) fn keep(&self, folder: &Folder, entry: &HandedOff) -> Result<()> {
        keep_source(folder, &entry.source_hash, &entry.source, &self.source)?;
        if let (Some(hash), Some(text)) = (&entry.recorded_hash, &self.older) {
            keep_source(folder, hash, &entry.source, text)?;
        }
        if let (Some(hash), Some(text)) = (&entry.target_hash, &self.translation) {
            keep_translation(folder, hash, &entry.target, text)?;
        }
        Ok(())
    }
}

/// How a translation was made, as its front matter says.
pub(in crate::project) fn made(translation_type: Option<TranslationType>) -> Made {
    match translation_type {
        Some(TranslationType::Human) => Made::ByHuman,
        Some(TranslationType::Machine) => Made::ByMachine,
        _ => Made::Unknown,
    }
}

/// Whether something in it is marked as not translated yet.
pub(in crate::project) fn has_markers(syntax: Syntax, text: &str) -> bool {
    !marked(syntax, text).is_empty()
}
