//! Compares the messages of a locale with those of the source: problems as data.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use super::entry::{Definition, DefinitionKind};
use super::{LocaleMessages, Messages};
use crate::diagnostic::Span;
use crate::locale::Locale;

/// Something wrong with the messages of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageProblem {
    pub kind: MessageProblemKind,
    pub locale: Locale,
    /// The layer of the file, 0 for what Faqtory is shipped with.
    pub layer: usize,
    /// The file it is in. For a missing message the first file of the locale, or the source's where the locale has none
    /// of its own in the project.
    pub path: Arc<str>,
    /// The key or the place of the error; empty at the start of the file for a missing message.
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageProblemKind {
    /// Fluent cannot read an entry; `message` is its parser's.
    Syntax { message: String },
    /// The file is not written in UTF-8.
    Encoding,
    /// Fluent can read it, but it is left out because it could not be formatted safely.
    Unsupported { what: &'static str },
    /// The file is over 1 MiB and is not read.
    TooLarge,
    /// The same key twice in one layer; the first counts.
    Duplicate { key: String },
    /// The source has it, this locale does not.
    Missing { key: String },
    /// This locale has it, the source does not.
    Extra { key: String },
    /// It quotes what is not there, or itself; `what` goes on after its name.
    Reference { name: String, what: String },
    /// `unknown` are given by nobody, `unused` are in the source only.
    Variables { key: String, unknown: Vec<String>, unused: Vec<String> },
    /// A choice by count without a form that the language has.
    Plurals { key: String, missing: Vec<&'static str> },
}

impl fmt::Display for MessageProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed =
            |names: &[String]| names.iter().map(|name| format!("`${name}`")).collect::<Vec<_>>().join(", ");
        match self {
            Self::Syntax { message } => write!(f, "not a message: {message}"),
            Self::Encoding => f.write_str("the file is not written in UTF-8; save it as UTF-8"),
            Self::Unsupported { what } => write!(f, "a message with {what} is not supported"),
            Self::TooLarge => f.write_str("a file of messages must not be over 1 MiB"),
            Self::Duplicate { key } => write!(f, "message `{key}` stands here a second time"),
            Self::Missing { key } => write!(f, "message `{key}` is not translated"),
            Self::Extra { key } => write!(f, "message `{key}` does not exist in the source"),
            Self::Reference { name, what } => write!(f, "{name} {what}"),
            Self::Variables { key, unknown, unused } if unknown.is_empty() => {
                write!(f, "message `{key}` leaves out {}", listed(unused))
            }
            Self::Variables { key, unknown, .. } => {
                write!(f, "message `{key}` uses {}, which the source does not have", listed(unknown))
            }
            Self::Plurals { key, missing } => {
                write!(f, "message `{key}` lacks the plural forms {}", missing.join(", "))
            }
        }
    }
}

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
        return [Some(MessageProblemKind::Extra { key: key.to_owned() }), plurals];
    }
    let (given, used) = (source.variables(key), other.variables(key));
    let names = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let (unknown, unused) = (names(&used - &given), names(&given - &used));
    let differ = !unknown.is_empty() || !unused.is_empty();
    [differ.then(|| MessageProblemKind::Variables { key: key.to_owned(), unknown, unused }), plurals]
}

impl LocaleMessages {
    fn messages(&self) -> impl Iterator<Item = (&str, &Definition)> {
        let messages =
            self.definitions.iter().filter(|(_, definition)| definition.kind == DefinitionKind::Message);
        messages.map(|(key, definition)| (key.as_str(), definition))
    }

    fn has(&self, key: &str) -> bool {
        self.definitions.get(key).is_some_and(|definition| definition.kind == DefinitionKind::Message)
    }

    /// The variables of a message and of all it quotes.
    fn variables<'a>(&'a self, key: &'a str) -> BTreeSet<&'a str> {
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
