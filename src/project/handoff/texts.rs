//! The texts that a translation is made from: the version of the source, and the old translation with the version that it was made from.
//! Decides nothing about them.

use anyhow::Result;

use crate::edit::Folder;
use crate::exchange::{
    self, Composed, Made, Older, Original, Refusal, ReturnedUnit, TextsForm, TextsOriginal, Unit, marked,
};
use crate::front_matter::TranslationType;
use crate::markdown::Syntax;
use crate::project::remembered::{keep_source, keep_translation};
use crate::translation::HandedOff;
use crate::translation::merge::{self, Merge};

/// As what a file is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::project) enum Reading {
    Markdown(Syntax),
    Texts(TextsForm),
}

/// The texts that a translation is made from.
#[derive(Clone, Debug)]
pub(in crate::project) struct OwnedTexts {
    pub(in crate::project) reading: Reading,
    pub(in crate::project) source: String,
    /// The old translation, whatever it was made from.
    pub(in crate::project) translation: Option<String>,
    /// The version that the old translation was made from, where that is known.
    pub(in crate::project) older: Option<String>,
    pub(in crate::project) made: Made,
}

impl OwnedTexts {
    /// What a package of Markdown is made from.
    pub(in crate::project) fn markdown(&self) -> Option<Original<'_>> {
        let Reading::Markdown(syntax) = self.reading else { return None };
        let older = self.older.as_deref().zip(self.translation.as_deref());
        let older = older.map(|(source, translation)| Older { source, translation, made: self.made });
        Some(Original { syntax, source: &self.source, older })
    }

    /// What a package of names or messages is made from.
    fn texts(&self) -> Option<TextsOriginal<'_>> {
        let Reading::Texts(form) = &self.reading else { return None };
        let (older, translation) = (self.older.as_deref(), self.translation.as_deref());
        Some(TextsOriginal { form, source: &self.source, older, translation, made: self.made })
    }

    /// Why a file cannot be handed off; none if it can.
    pub(super) fn fault(&self) -> Option<String> {
        exchange::text_units(&self.texts()?).err().map(|fault| fault.to_string())
    }

    pub(in crate::project) fn units(&self) -> Vec<Unit> {
        match (self.markdown(), self.texts()) {
            (Some(original), _) => exchange::units(&original),
            (None, Some(original)) => exchange::text_units(&original).unwrap_or_default(),
            (None, None) => Vec::new(),
        }
    }

    /// The translation from the units that came back.
    pub(in crate::project) fn compose(&self, returned: &[ReturnedUnit]) -> Result<Composed, Vec<Refusal>> {
        match (self.markdown(), self.texts()) {
            (Some(original), _) => exchange::compose(&original, returned),
            (None, Some(original)) => exchange::compose_texts(&original, returned),
            (None, None) => Err(Vec::new()),
        }
    }

    /// The unit that stands at a byte of a translation.
    pub(in crate::project) fn unit_at(&self, text: &str, at: usize) -> Option<String> {
        exchange::unit_at(&self.markdown()?, text, at)
    }

    /// The words of the source.
    pub(super) fn words(&self) -> usize {
        match self.reading {
            Reading::Markdown(syntax) => merge::words(syntax, &self.source),
            Reading::Texts(_) => self.units().iter().map(|unit| unit.words).sum(),
        }
    }

    /// The words of what the old translation has.
    pub(super) fn reused_words(&self) -> usize {
        match self.markdown() {
            Some(original) => original.older.map_or(0, |older| {
                Merge::new(original.syntax, older.source, &self.source, older.translation).reused_words()
            }),
            None => self.units().iter().filter(|unit| unit.target.is_some()).map(|unit| unit.words).sum(),
        }
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
