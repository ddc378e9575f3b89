//! The words of the interface: Fluent messages of every locale, in layers (project over theme over embedded),
//! looked up message by message along the fallback chain. Reads no disk, and prints nothing.

mod bundle;
mod entry;
mod lint;
mod plural;
mod pseudo;
mod settle;
mod sound;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent::FluentResource;
use fluent::concurrent::FluentBundle;
use include_dir::{Dir, include_dir};

pub use bundle::{Arg, Bundle, MessageError, Text};
pub use lint::{MessageProblem, MessageProblemKind};

use crate::locale::Locale;
use entry::{Definition, DefinitionKind};
use plural::PluralForms;
use settle::{Draft, Given};

/// The last locale of every chain: the one all messages are first written in.
pub(crate) const SOURCE: &str = "en-US";

/// Files beyond this are not read as messages: 1 MiB, some hundred times the largest real one.
const MAX_FILE_BYTES: usize = 1 << 20;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// What the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speech {
    #[default]
    Plain,
    /// Every message accented and lengthened, so that what is no message and what has no room is seen.
    Pseudo,
}

/// One `locales/<tag>/*.ftl`.
#[derive(Clone, Debug)]
pub struct MessageFile {
    pub locale: Locale,
    /// As shown in diagnostics, with `/`.
    pub path: Arc<str>,
    pub text: String,
}

/// The messages Faqtory is shipped with, sorted by path.
pub fn embedded() -> Vec<MessageFile> {
    let mut files = Vec::new();
    for folder in EMBEDDED.dirs() {
        let Some(Ok(locale)) = folder.path().to_str().map(Locale::parse) else { continue };
        for file in folder.files() {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                let path = format!("locales/{}", path.replace('\\', "/")).into();
                files.push(MessageFile { locale: locale.clone(), path, text: text.to_owned() });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The messages of all locales.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    locales: BTreeMap<Locale, Arc<LocaleMessages>>,
}

/// The messages of one locale, all layers merged.
pub(crate) struct LocaleMessages {
    locale: Locale,
    fluent: FluentBundle<FluentResource>,
    plural_forms: PluralForms,
    /// What is known of each message and term, by key.
    definitions: BTreeMap<String, Definition>,
    /// Keys of messages that are written, but cannot be shown, and have no other of the locale to stand in.
    unusable: BTreeSet<String>,
    /// The first file of the last layer that has any, where a missing message would be added.
    path: Arc<str>,
    layer: usize,
}

impl Messages {
    /// Merges layers of files, each over those before it: embedded, theme, project.
    ///
    /// What cannot be read, or cannot be shown with the values that the source's message is given, is told in the second
    /// part and left out; the layer below then supplies the message, else another locale of the chain.
    pub fn new(layers: Vec<Vec<MessageFile>>) -> (Self, Vec<MessageProblem>) {
        let mut drafts: BTreeMap<Locale, Draft> = BTreeMap::new();
        let mut problems = Vec::new();
        for (layer, files) in layers.into_iter().enumerate() {
            for file in files {
                let draft = drafts.entry(file.locale.clone()).or_insert_with(|| Draft::new(&file.path));
                draft.read(&file, layer, &mut problems);
            }
        }
        // What Faqtory is shipped with fits itself.
        let is_own = drafts.values().any(Draft::is_own);
        let source = drafts.iter().find(|(locale, _)| is_own && locale.tag() == SOURCE);
        let given = source.map(|(_, draft)| Given::by(draft)).unwrap_or_default();
        let settled = drafts.into_iter().map(|(locale, draft)| {
            let messages = draft.settle(&locale, &given, &mut problems);
            (locale, Arc::new(messages))
        });
        let locales = settled.collect();
        (Self { locales }, problems)
    }

    /// Makes every message look like a translation that nobody has made. To be called before any [`Bundle`] is made.
    pub fn pseudo_localise(&mut self) {
        for messages in self.locales.values_mut().filter_map(Arc::get_mut) {
            messages.fluent.set_transform(Some(pseudo::text));
        }
    }

    /// The locales that have messages, in order.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.locales.keys()
    }

    /// What a page in `locale` speaks: its own messages, then those of its fallback chain, English last. Make it
    /// once for a locale and share it.
    pub fn bundle(&self, locale: &Locale) -> Bundle {
        let available: Vec<Locale> = self.locales.keys().cloned().collect();
        let source = available.iter().find(|locale| locale.tag() == SOURCE);
        let fallbacks = locale.fallback_chain(&available, source);
        let chain = std::iter::once(locale).chain(&fallbacks);
        Bundle::new(locale.clone(), chain.filter_map(|locale| self.locales.get(locale).cloned()).collect())
    }
}

impl LocaleMessages {
    /// The keys of messages that name no variable themselves.
    fn plain_keys(&self) -> impl Iterator<Item = &str> {
        let is_plain = |definition: &Definition| {
            definition.kind == DefinitionKind::Message && definition.variables.is_empty()
        };
        self.definitions.iter().filter(move |(_, it)| is_plain(it)).map(|(key, _)| key.as_str())
    }
}

impl fmt::Debug for LocaleMessages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LocaleMessages({}, {} messages)", self.locale, self.definitions.len())
    }
}
