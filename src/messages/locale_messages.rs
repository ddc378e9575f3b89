//! The messages of one locale, all layers merged, and what is known of each. Formats none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent::FluentResource;
use fluent::concurrent::FluentBundle;

use super::entry::{Definition, DefinitionKind};
use super::plural::PluralForms;
use crate::locale::Locale;

/// The messages of one locale, all layers merged.
pub(super) struct LocaleMessages {
    pub(super) locale: Locale,
    pub(super) fluent: FluentBundle<FluentResource>,
    pub(super) plural_forms: PluralForms,
    /// What is known of each message and term, by key.
    pub(super) definitions: BTreeMap<String, Definition>,
    /// Keys of messages that are written, but cannot be shown, and have no other of the locale to stand in.
    pub(super) unusable: BTreeSet<String>,
    /// The first file of the last layer that has any, where a missing message would be added.
    pub(super) path: Arc<str>,
    pub(super) layer: usize,
}

impl LocaleMessages {
    /// The keys of messages that name no variable themselves.
    pub(super) fn plain_keys(&self) -> impl Iterator<Item = &str> {
        let is_plain = |definition: &Definition| {
            definition.kind == DefinitionKind::Message && definition.variables.is_empty()
        };
        self.definitions.iter().filter(move |(_, it)| is_plain(it)).map(|(key, _)| key.as_str())
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = (&str, &Definition)> {
        let messages =
            self.definitions.iter().filter(|(_, definition)| definition.kind == DefinitionKind::Message);
        messages.map(|(key, definition)| (key.as_str(), definition))
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.definitions.get(key).is_some_and(|definition| definition.kind == DefinitionKind::Message)
    }

    /// The variables of a message and of all it quotes.
    pub(super) fn variables<'a>(&'a self, key: &'a str) -> BTreeSet<&'a str> {
        let mut variables = BTreeSet::new();
        let mut seen = BTreeSet::from([key]);
        let mut open = vec![key];
        while let Some(key) = open.pop() {
            let Some(definition) = self.definitions.get(key) else { continue };
            variables.extend(definition.variables.iter().map(String::as_str));
            open.extend(definition.quotes.iter().map(String::as_str).filter(|key| seen.insert(key)));
        }
        variables
    }
}

impl fmt::Debug for LocaleMessages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LocaleMessages({}, {} messages)", self.locale, self.definitions.len())
    }
}
