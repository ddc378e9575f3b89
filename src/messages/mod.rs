//! The words of the interface: Fluent messages of every locale, in layers (project over theme over embedded),
//! looked up message by message along the fallback chain. Reads no disk, and prints nothing.

mod bundle;
mod entry;
mod file;
mod lint;
mod locale_messages;
mod place;
mod plural;
mod problem;
mod pseudo;
mod settle;
mod sound;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use bundle::{Arg, Bundle, MessageError, Text};
pub(crate) use entry::{MAX_OPEN, keys, said, split};
pub use file::{MessageFile, embedded, embedded_synonyms};
pub(crate) use plural::numbers_of_forms;
pub use problem::{MessageProblem, MessageProblemKind};

use crate::locale::Locale;
use locale_messages::LocaleMessages;
use settle::{GivenVariables, LocaleDraft};

/// The last locale of every chain: the one all messages are first written in.
pub(crate) const SOURCE: &str = "en-US";

/// How the interface shows its messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageStyle {
    #[default]
    Plain,
    /// Every message accented and lengthened, which shows what is not a message and where longer words do not fit.
    Pseudo,
}

/// The messages of all locales.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    locales: BTreeMap<Locale, Arc<LocaleMessages>>,
}

impl Messages {
    /// Merges layers of files, each over those before it: embedded, theme, project.
    ///
    /// What cannot be read, or cannot be shown with the values that the source's message is given, is reported in the second
    /// part and left out; the layer below then supplies the message, else another locale of the chain.
    pub fn new(layers: Vec<Vec<MessageFile>>) -> (Self, Vec<MessageProblem>) {
        let mut drafts: BTreeMap<Locale, LocaleDraft> = BTreeMap::new();
        let mut problems = Vec::new();
        for (layer, files) in layers.into_iter().enumerate() {
            for file in files {
                let draft = drafts.entry(file.locale.clone()).or_insert_with(|| LocaleDraft::new(&file.path));
                draft.read(&file, layer, &mut problems);
            }
        }
        // What Faqtory is shipped with fits itself.
        let is_own = drafts.values().any(LocaleDraft::is_own);
        let source = drafts.iter().find(|(locale, _)| is_own && locale.tag() == SOURCE);
        let given = source.map(|(_, draft)| GivenVariables::by(draft)).unwrap_or_default();
        let settled = drafts.into_iter().map(|(locale, draft)| {
            let messages = draft.settle(&locale, &given, &mut problems);
            (locale, Arc::new(messages))
        });
        let locales = settled.collect();
        (Self { locales }, problems)
    }

    /// Makes every message look translated, without being so. To be called before any [`Bundle`] is made.
    pub fn pseudo_localise(&mut self) {
        for messages in self.locales.values_mut().filter_map(Arc::get_mut) {
            messages.fluent.set_transform(Some(pseudo::text));
        }
    }

    /// The locales that have messages, in order.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.locales.keys()
    }

    /// What a page in `locale` shows: its own messages, then those of its fallback chain, English last. Make it
    /// once for a locale and share it.
    pub fn bundle(&self, locale: &Locale) -> Bundle {
        let available: Vec<Locale> = self.locales.keys().cloned().collect();
        let source = available.iter().find(|locale| locale.tag() == SOURCE);
        let fallbacks = locale.fallback_chain(&available, source);
        let chain = std::iter::once(locale).chain(&fallbacks);
        Bundle::new(locale.clone(), chain.filter_map(|locale| self.locales.get(locale).cloned()).collect())
    }
}
