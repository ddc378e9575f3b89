//! The words of the interface: Fluent messages of every locale, in layers (project over theme over embedded),
//! looked up message by message along the fallback chain. Reads no disk, and prints nothing.

mod bundle;
mod entry;
mod lint;
mod plural;
mod pseudo;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use fluent::FluentResource;
use fluent::concurrent::FluentBundle;
use include_dir::{Dir, include_dir};

pub use bundle::{Arg, Bundle, MessageError, Text};
pub use lint::{MessageProblem, MessageProblemKind};

use crate::locale::Locale;
use entry::{Definition, DefinitionKind, Entry};
use plural::PluralForms;

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
    /// The first file of the last layer that has any, where a missing message would be added.
    path: Arc<str>,
    layer: usize,
}

impl Messages {
    /// Merges layers of files, each over those before it: embedded, theme, project.
    ///
    /// What cannot be read is told in the second part and left out; the chain then supplies the message from
    /// another locale.
    pub fn new(layers: Vec<Vec<MessageFile>>) -> (Self, Vec<MessageProblem>) {
        let mut locales: BTreeMap<Locale, LocaleMessages> = BTreeMap::new();
        let mut problems = Vec::new();
        for (layer, files) in layers.into_iter().enumerate() {
            for file in files {
                let messages = locales
                    .entry(file.locale.clone())
                    .or_insert_with(|| LocaleMessages::new(file.locale.clone(), file.path.clone()));
                messages.grow(&file.path, layer);
                for entry in entry::read(&file, layer, &mut problems) {
                    problems.extend(messages.add(entry, layer));
                }
            }
        }
        let locales = locales.into_iter().map(|(locale, messages)| (locale, Arc::new(messages))).collect();
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
    fn new(locale: Locale, path: Arc<str>) -> Self {
        let (fluent, plural_forms) = (bundle::fluent(&locale), PluralForms::new(&locale));
        Self { locale, fluent, plural_forms, definitions: BTreeMap::new(), path, layer: 0 }
    }

    /// A file of the locale stands in this layer.
    fn grow(&mut self, path: &Arc<str>, layer: usize) {
        if layer > self.layer {
            self.layer = layer;
            self.path = path.clone();
        }
    }

    /// A later layer replaces a message; within one layer the first of a key counts.
    fn add(&mut self, entry: Entry, layer: usize) -> Option<MessageProblem> {
        let Entry { key, resource, mut definition } = entry;
        definition.layer = layer;
        if self.definitions.get(&key).is_some_and(|there| there.layer == layer) {
            let kind = MessageProblemKind::Duplicate { key };
            return Some(MessageProblem {
                kind,
                locale: self.locale.clone(),
                layer,
                path: definition.path,
                span: definition.span,
            });
        }
        self.fluent.add_resource_overriding(resource);
        self.definitions.insert(key, definition);
        None
    }

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
