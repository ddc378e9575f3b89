//! Settles the messages of a locale: of each key the message of the highest layer that can be shown. Whether one can be is the
//! business of [`super::sound`]; shows nothing itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bundle;
use super::entry::{self, Definition, MessageEntry};
use super::file::MessageFile;
use super::locale_messages::LocaleMessages;
use super::plural::PluralForms;
use super::problem::{MessageProblem, MessageProblemKind};
use super::sound::{self, Flaw, Quoted, Sound};
use crate::locale::Locale;

/// The layer of the project. Those below it are made together with templates, and say what is given to a message.
const PROJECT: usize = 2;

/// The messages of one locale in all layers.
pub(super) struct LocaleDraft {
    /// The first file of the last layer that has any.
    path: Arc<str>,
    layer: usize,
    /// By key, the lowest layer first.
    entries: BTreeMap<String, Vec<MessageEntry>>,
    /// Keys of entries that cannot be used by themselves.
    unusable: BTreeSet<String>,
}

/// The variables of the source's messages, by key: what templates give to each.
#[derive(Default)]
pub(super) struct GivenVariables(BTreeMap<String, BTreeSet<String>>);

impl GivenVariables {
    /// What Faqtory and the theme say; of a message that only the project has, the project.
    pub(super) fn by(source: &LocaleDraft) -> Self {
        let mut given: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for layer in 0..PROJECT {
            for (key, chosen) in source.choose(layer, &Self::default(), &mut |_, _| ()) {
                given.entry(key).or_default().extend(chosen.variables);
            }
        }
        for (key, chosen) in source.choose(PROJECT, &Self::default(), &mut |_, _| ()) {
            given.entry(key).or_insert(chosen.variables);
        }
        Self(given)
    }
}

/// The entry of a key that is shown: its place among those of the key, and the variables it needs in all.
struct Chosen {
    place: usize,
    variables: BTreeSet<String>,
}

impl LocaleDraft {
    pub(super) fn new(path: &Arc<str>) -> Self {
        Self { path: path.clone(), layer: 0, entries: BTreeMap::new(), unusable: BTreeSet::new() }
    }

    /// Whether a theme or a project has any.
    pub(super) fn is_own(&self) -> bool {
        self.layer > 0
    }

    /// Takes up a file. A later layer goes over a message; within one layer the first of a key counts.
    pub(super) fn read(&mut self, file: &MessageFile, layer: usize, problems: &mut Vec<MessageProblem>) {
        if layer > self.layer {
            self.layer = layer;
            self.path = file.path.clone();
        }
        let entry::MessageEntries { sound, unusable } = entry::read(file, layer, problems);
        self.unusable.extend(unusable);
        for entry in sound {
            let below = self.entries.get(&entry.key).and_then(|entries| entries.last());
            let kind = match below.map(|below| &below.definition) {
                Some(below) if below.layer == layer => {
                    MessageProblemKind::Duplicate { key: entry.key.clone() }
                }
                // Messages, terms and functions share one table.
                Some(below) if below.kind != entry.definition.kind => sound::TAKEN.kind(&entry),
                _ if entry.key == sound::NUMBER => sound::TAKEN.kind(&entry),
                _ => {
                    self.entries.entry(entry.key.clone()).or_default().push(entry);
                    continue;
                }
            };
            let Definition { path, span, .. } = entry.definition;
            problems.push(MessageProblem { kind, locale: file.locale.clone(), layer, path, span });
        }
    }

    /// The messages that can be shown with what is given to them; why others cannot is reported.
    pub(super) fn settle(
        self,
        locale: &Locale,
        given: &GivenVariables,
        problems: &mut Vec<MessageProblem>,
    ) -> LocaleMessages {
        let mut report = |entry: &MessageEntry, flaw: Flaw| {
            let Definition { layer, span, .. } = entry.definition;
            let (kind, path) = (flaw.kind(entry), entry.definition.path.clone());
            problems.push(MessageProblem { kind, locale: locale.clone(), layer, path, span });
        };
        // What Faqtory is shipped with is sound by itself.
        let mut chosen = self.is_own().then(|| self.choose(PROJECT, given, &mut report));
        let Self { path, layer, entries, mut unusable } = self;
        let mut fluent = bundle::fluent(locale);
        let mut definitions = BTreeMap::new();
        for (key, mut entries) in entries {
            let base = entries.first().map(|entry| entry.definition.layer);
            let mut entry = match &mut chosen {
                None => entries.pop(),
                Some(chosen) => chosen.remove(&key).map(|Chosen { place, variables }| {
                    let mut entry = entries.swap_remove(place);
                    (entry.definition.variables, entry.definition.quotes) = (variables, BTreeSet::new());
                    entry
                }),
            };
            let Some(MessageEntry { resource, mut definition, .. }) = entry.take() else {
                unusable.insert(key);
                continue;
            };
            definition.base = base.unwrap_or(definition.layer);
            fluent.add_resource_overriding(resource);
            definitions.insert(key, definition);
        }
        unusable.retain(|key| !definitions.contains_key(key));
        let plural_forms = PluralForms::new(locale);
        LocaleMessages { locale: locale.clone(), fluent, plural_forms, definitions, unusable, path, layer }
    }

    /// Of each key the entry of the highest layer, up to `top`, that can be shown; why those above it cannot is reported.
    fn choose(
        &self,
        top: usize,
        given: &GivenVariables,
        report: &mut dyn FnMut(&MessageEntry, Flaw),
    ) -> BTreeMap<String, Chosen> {
        let mut choice = Choice { entries: &self.entries, top, given, report, states: BTreeMap::new() };
        for key in self.entries.keys() {
            choice.decide(key);
        }
        let decided = choice.states.into_iter().filter_map(|(key, state)| match state {
            KeyState::Chosen(place, sound) => {
                let variables = sound.variables.into_iter().map(str::to_owned).collect();
                Some((key.to_owned(), Chosen { place, variables }))
            }
            KeyState::Open(_) | KeyState::None => None,
        });
        decided.collect()
    }
}

/// Goes through all entries, those that are quoted first. Files are of any length, so it keeps its own stack.
struct Choice<'a, 'r> {
    entries: &'a BTreeMap<String, Vec<MessageEntry>>,
    top: usize,
    given: &'a GivenVariables,
    report: &'r mut dyn FnMut(&MessageEntry, Flaw),
    states: BTreeMap<&'a str, KeyState<'a>>,
}

enum KeyState<'a> {
    /// Its place on the stack.
    Open(usize),
    /// The place of the entry, and what is known of it.
    Chosen(usize, Sound<'a>),
    None,
}

/// A key that waits for what its entry quotes.
struct Frame<'a> {
    key: &'a str,
    /// How many of its entries are left.
    left: usize,
    /// What the last of them quotes and was not looked at.
    quotes: Vec<&'a str>,
    /// The lowest place on the stack that the entry leads back to.
    reaches: usize,
}

impl<'a> Choice<'a, '_> {
    fn decide(&mut self, key: &'a str) {
        let mut stack: Vec<Frame<'a>> = Vec::new();
        self.open(key, &mut stack);
        while let Some(frame) = stack.last_mut() {
            if let Some(quoted) = frame.quotes.pop() {
                match self.states.get(quoted) {
                    Some(KeyState::Open(place)) => frame.reaches = frame.reaches.min(*place),
                    Some(_) => {}
                    None => self.open(quoted, &mut stack),
                }
                continue;
            }
            let (key, place, reaches) = (frame.key, frame.left.checked_sub(1), frame.reaches);
            let entry = place.and_then(|place| Some((place, self.entries.get(key)?.get(place)?)));
            let Some((place, entry)) = entry else {
                self.states.insert(key, KeyState::None);
                stack.pop();
                continue;
            };
            let is_circular = reaches < stack.len();
            let judged = if is_circular { Err(sound::circle()) } else { self.judge(entry) };
            match judged {
                Ok(sound) => {
                    self.states.insert(key, KeyState::Chosen(place, sound));
                    stack.pop();
                }
                Err(flaw) => {
                    (self.report)(entry, flaw);
                    self.next(&mut stack, place);
                }
            }
        }
    }

    /// Begins with a key, where any entry has it.
    fn open(&mut self, key: &'a str, stack: &mut Vec<Frame<'a>>) {
        let Some(entries) = self.entries.get(key) else { return };
        if self.states.contains_key(key) {
            return;
        }
        let left = entries.partition_point(|entry| entry.definition.layer <= self.top);
        self.states.insert(key, KeyState::Open(stack.len()));
        stack.push(Frame { key, left: 0, quotes: Vec::new(), reaches: usize::MAX });
        self.next(stack, left);
    }

    /// Goes to the entry below the `left` first ones; what leads back from the one before it does so for its quoter too.
    fn next(&self, stack: &mut [Frame<'a>], left: usize) {
        let Some((frame, below)) = stack.split_last_mut() else { return };
        if let Some(quoter) = below.last_mut() {
            quoter.reaches = quoter.reaches.min(frame.reaches);
        }
        let entries = self.entries.get(frame.key);
        let entry = left.checked_sub(1).and_then(|place| entries?.get(place));
        frame.quotes = entry.map(|entry| sound::quotes(&entry.resource)).unwrap_or_default();
        (frame.left, frame.reaches) = (left, usize::MAX);
    }

    fn judge(&self, entry: &'a MessageEntry) -> Result<Sound<'a>, Flaw> {
        let given = self.given.0.get(&entry.key);
        sound::judge(entry, given, &|key| match self.states.get(key) {
            Some(KeyState::Chosen(_, sound)) => Quoted::Sound(sound),
            Some(KeyState::None | KeyState::Open(_)) => Quoted::Unsound,
            None => Quoted::Missing,
        })
    }
}
