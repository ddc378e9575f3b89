//! Compares the messages of a locale with those of the source. Changes none.

use std::collections::BTreeSet;

use super::Messages;
use super::entry::Definition;
use super::locale_messages::LocaleMessages;
use super::problem::{MessageProblem, MessageProblemKind};
use crate::diagnostic::Span;
use crate::locale::Locale;

impl Messages {
    /// What differs between the messages of `source` and of `other`, all layers merged, in order of the key; and
    /// plural forms that `other` lacks. Nothing for locales without any messages.
    pub fn lint(&self, source: &Locale, other: &Locale) -> Vec<MessageProblem> {
        let (Some(source), Some(other)) = (self.locales.get(source), self.locales.get(other)) else {
            return Vec::new();
        };
        let mut problems: Vec<(&str, MessageProblem)> = Vec::new();
        // A variant of a language (`pt-PT`) need not repeat what its chain (`pt`) says.
        let available: Vec<Locale> = self.locales.keys().cloned().collect();
        let chain = other.locale.fallback_chain(&available, None);
        let chain: Vec<&LocaleMessages> =
            chain.iter().filter_map(|locale| self.locales.get(locale)).map(|messages| &**messages).collect();
        // One that cannot be shown has its own finding.
        let is_missing = |key: &str| {
            !other.has(key)
                && !other.unusable.contains(key)
                && !chain.iter().any(|messages| messages.has(key))
        };
        for (key, definition) in source.messages().filter(|(key, _)| is_missing(key)) {
            let kind = MessageProblemKind::Missing { key: key.to_owned() };
            let (layer, path, span) = if other.layer > 0 || definition.layer == 0 {
                (other.layer, other.path.clone(), Span::default())
            } else {
                (definition.layer, definition.path.clone(), definition.span)
            };
            let locale = other.locale.clone();
            problems.push((key, MessageProblem { kind, locale, layer, path, span }));
        }
        for (key, definition) in other.messages() {
            let kinds = compare(key, definition, source, other).into_iter().flatten();
            problems.extend(kinds.map(|kind| {
                let (locale, path) = (other.locale.clone(), definition.path.clone());
                (key, MessageProblem { kind, locale, layer: definition.layer, path, span: definition.span })
            }));
        }
        problems.sort_by_key(|(key, _)| *key);
        problems.into_iter().map(|(_, problem)| problem).collect()
    }
}

fn compare(
    key: &str,
    definition: &Definition,
    source: &LocaleMessages,
    other: &LocaleMessages,
) -> [Option<MessageProblemKind>; 2] {
    let missing: Vec<&'static str> = other
        .plural_forms
        .names()
        .into_iter()
        .filter(|category| definition.plurals.iter().any(|keys| !keys.contains(*category)))
        .collect();
    let plurals = (!missing.is_empty()).then(|| MessageProblemKind::Plurals { key: key.to_owned(), missing });
    if !source.has(key) {
        let near = nearest(key, source.messages().map(|(known, _)| known)).map(str::to_owned);
        return [Some(MessageProblemKind::Extra { key: key.to_owned(), near }), plurals];
    }
    if source.locale == other.locale && definition.base > 0 {
        let below = source.messages().filter(|(_, known)| known.base < definition.base);
        let near = nearest(key, below.map(|(known, _)| known)).map(str::to_owned);
        return [near.map(|near| MessageProblemKind::Misspelt { key: key.to_owned(), near }), plurals];
    }
    let (given, used) = (source.variables(key), other.variables(key));
    let names = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let (unknown, unused) = (names(&used - &given), names(&given - &used));
    let differ = !unknown.is_empty() || !unused.is_empty();
    [differ.then(|| MessageProblemKind::Variables { key: key.to_owned(), unknown, unused }), plurals]
}

/// Slips at the most between two names of which one is meant by the other.
const SLIPS: usize = 2;

/// Longer names are not compared: nobody writes such by a slip.
const MAX_LETTERS: usize = 80;

/// The name that `written` may have meant; the first of equally near ones.
fn nearest<'n>(written: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = SLIPS.min(written.len() / 4);
    let near =
        known.filter(|name| written.len() <= MAX_LETTERS && name.len().abs_diff(written.len()) <= most);
    let near = near.map(|name| (strsim::osa_distance(written, name), name));
    near.filter(|(slips, _)| (1..=most).contains(slips)).min().map(|(_, name)| name)
}
