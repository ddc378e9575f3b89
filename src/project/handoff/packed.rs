//! A file of a package from what is known of it and its texts. Decides nothing of what is handed off.

use crate::exchange::ExchangeFile;
use crate::locale::Locale;
use crate::project::remembered::text_hash;
use crate::translation::{HandedOff, HandedOffKind};

use super::texts::OwnedTexts;

/// A file of a package.
pub(super) struct GatheredFile {
    pub(super) entry: HandedOff,
    pub(super) texts: OwnedTexts,
    /// Without units and name, which are made when it is written.
    pub(super) file: ExchangeFile,
}

/// What is known of a file beside its texts.
pub(super) struct Described {
    pub(super) kind: HandedOffKind,
    pub(super) id: String,
    pub(super) source_locale: Locale,
    pub(super) target_locale: Locale,
    pub(super) source: String,
    pub(super) target: String,
    pub(super) source_hash: String,
    pub(super) state: &'static str,
    pub(super) priority: Option<String>,
    /// What the old translation says that it was made from.
    pub(super) recorded_hash: Option<String>,
}

impl Described {
    pub(super) fn with(self, texts: OwnedTexts) -> GatheredFile {
        let words = texts.words();
        let reused_words = texts.reused_words();
        let entry = HandedOff {
            id: self.id.clone(),
            kind: self.kind,
            locale: self.target_locale.tag().to_owned(),
            source: self.source.clone(),
            target: self.target.clone(),
            source_hash: self.source_hash.clone(),
            source_commit: None,
            state: self.state.to_owned(),
            priority: self.priority,
            words,
            new_words: words.saturating_sub(reused_words),
            reused_words,
            recorded_hash: texts.older.as_ref().and(self.recorded_hash),
            target_hash: texts.translation.as_deref().map(text_hash),
            brought_hash: None,
        };
        let file = ExchangeFile {
            handoff: String::new(),
            kind: self.kind,
            id: self.id,
            source_locale: self.source_locale,
            target_locale: self.target_locale,
            source: self.source,
            target: self.target,
            source_hash: self.source_hash,
            units: Vec::new(),
        };
        GatheredFile { entry, texts, file }
    }
}
