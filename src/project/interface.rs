//! The messages of the project and its theme: what is wrong with them, and their texts. Renders no message.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::{self, Catalog, NameFile, NameFiles, NotUtf8};
use crate::checks::Input;
use crate::diagnostic::Span;
use crate::locale::Locale;
use crate::messages::{self, MessageFile, MessageProblem, MessageProblemKind, Messages};
use crate::sources::Sources;
use crate::translation::Translations;

/// The words of the interface that the project and its theme bring: what is wrong with them, and their texts.
#[derive(Debug, Default)]
pub(crate) struct Interface {
    problems: Vec<MessageProblem>,
    texts: BTreeMap<Arc<str>, String>,
}

impl Interface {
    /// All messages, and what the checks need of them.
    pub(crate) fn read(sources: &Sources) -> (Messages, Self) {
        let (theme, mut problems) = message_files(&sources.theme_messages, 2, 1);
        let (project, not_utf8) = message_files(&sources.messages, 0, 2);
        problems.extend(not_utf8);
        let texts = theme.iter().chain(&project).map(|file| (file.path.clone(), file.text.clone())).collect();
        let (messages, others) = Messages::new(vec![messages::embedded(), theme, project]);
        problems.extend(others);
        (messages, Self { problems, texts })
    }

    /// Compares the messages of the project with those of their source, for the locales of the catalog and those that the
    /// project has messages of.
    pub(crate) fn compare(&mut self, messages: &Messages, catalog: &Catalog) {
        if self.texts.is_empty() {
            return;
        }
        let all: Vec<Locale> = messages.locales().cloned().collect();
        let Some(source) = all.iter().find(|locale| locale.tag() == messages::SOURCE) else { return };
        for other in &all {
            let is_own = self.texts.keys().any(|path| folder(path) == Some(other.clone()));
            if is_own || catalog.locales.iter().any(|entry| entry.locale == *other) {
                self.problems.extend(messages.lint(source, other));
            }
        }
        // What Faqtory is shipped with is nothing that its users can fix.
        self.problems.retain(|problem| problem.layer > 0);
    }

    /// What the checks look at.
    pub(super) fn input<'a>(&'a self, catalog: &'a Catalog, translations: &'a Translations) -> Input<'a> {
        Input { catalog, translations, messages: &self.problems, message_texts: &self.texts, external: None }
    }

    /// Whether the project or its theme has messages in a locale.
    pub(super) fn has_locale(&self, locale: &Locale) -> bool {
        self.texts.keys().any(|path| folder(path).is_some_and(|own| own.same_content(locale)))
    }

    /// The files of messages of the project and of its theme, each with its translations.
    pub(super) fn translated(&self, catalog: &Catalog) -> Vec<NameFiles> {
        let Some(source) = catalog.source.map(|source| &catalog.locales[source].locale) else {
            return Vec::new();
        };
        // By what stands before `locales/`, then by the name of the folder of a locale.
        let mut layers: BTreeMap<&str, BTreeMap<&str, Folder<'_>>> = BTreeMap::new();
        for (path, text) in &self.texts {
            let Some((layer, tag, below)) = steps(path) else { continue };
            let Ok(locale) = Locale::parse(tag) else { continue };
            let new = || Folder { tag, locale, files: BTreeMap::new() };
            let folder = layers.entry(layer).or_default().entry(tag).or_insert_with(new);
            folder.files.insert(below, (path, text));
        }
        if layers.is_empty() {
            return Vec::new();
        }
        let shipped = messages::embedded();
        let mut all = Vec::new();
        for (layer, folders) in &layers {
            let of = |locale: &Locale| {
                let exact = folders.values().find(|folder| folder.locale == *locale);
                exact.or_else(|| folders.values().find(|folder| folder.locale.same_content(locale)))
            };
            // Messages are first written in English, whatever the articles are.
            let Some(original) = of(source).or_else(|| folders.get(messages::SOURCE)) else { continue };
            let mut of_locales = BTreeMap::new();
            for (index, entry) in catalog.locales.iter_enumerated() {
                let own = of(&entry.locale).filter(|own| own.tag != original.tag);
                if own.is_some() || !original.locale.same_content(&entry.locale) {
                    // What Faqtory is shipped with is there.
                    let mut keys = keys_in(&shipped, &entry.locale);
                    keys.extend(own.map(Folder::keys).into_iter().flatten());
                    let tag = own.map_or(entry.locale.tag(), |own| own.tag);
                    of_locales.insert(index, (own, keys, tag));
                }
            }
            for (below, (path, text)) in &original.files {
                let new = || format!("{layer}locales/{below}");
                let source = Some(NameFile { path: Arc::clone(path), text: (*text).clone() });
                let mut files = NameFiles { id: new(), source, ..NameFiles::default() };
                for (&locale, (own, keys, tag)) in &of_locales {
                    if let Some((path, text)) = own.and_then(|own| own.files.get(below)) {
                        let file = NameFile { path: Arc::clone(path), text: (*text).clone() };
                        files.translations.insert(locale, file);
                    }
                    let lacking = messages::keys(text).into_iter().filter(|key| !keys.contains(key));
                    files.lacking.insert(locale, lacking.map(str::to_owned).collect());
                    files.targets.insert(locale, format!("{layer}locales/{tag}/{below}"));
                }
                all.push(files);
            }
        }
        all
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }
}

/// The files of messages of one locale, by what stands behind its tag: path and text.
struct Folder<'a> {
    tag: &'a str,
    locale: Locale,
    files: BTreeMap<&'a str, (&'a Arc<str>, &'a String)>,
}

impl<'a> Folder<'a> {
    fn keys(&self) -> BTreeSet<&'a str> {
        self.files.values().flat_map(|(_, text)| messages::keys(text)).collect()
    }
}

/// What shipped messages say in a locale.
fn keys_in<'f>(shipped: &'f [MessageFile], locale: &Locale) -> BTreeSet<&'f str> {
    let is_exact = shipped.iter().any(|file| file.locale == *locale);
    let is_it = |file: &&MessageFile| {
        if is_exact { file.locale == *locale } else { file.locale.same_content(locale) }
    };
    shipped.iter().filter(is_it).flat_map(|file| messages::keys(&file.text)).collect()
}

/// What stands before `locales/` in the path of a file of messages, the tag of its locale, and the rest.
fn steps(path: &str) -> Option<(&str, &str, &str)> {
    let layer = match path.strip_prefix("themes/") {
        Some(theme) => &path[..path.len() - theme.split_once('/')?.1.len()],
        None => "",
    };
    let (tag, below) = path[layer.len()..].strip_prefix("locales/")?.split_once('/')?;
    Some((layer, tag, below))
}

/// The locale whose folder the file of messages stands in.
fn folder(path: &str) -> Option<Locale> {
    let below = path.split_once("locales/").map_or(path, |(_, below)| below);
    below.split('/').next().and_then(|tag| Locale::parse(tag).ok())
}

/// The files of messages of a layer, whose tag stands at `step` of their path after `locales`; second, a problem for each of
/// those that are not written in UTF-8.
fn message_files(
    files: &BTreeMap<Arc<str>, Vec<u8>>,
    step: usize,
    layer: usize,
) -> (Vec<MessageFile>, Vec<MessageProblem>) {
    let mut problems = Vec::new();
    let file = |(path, bytes): (&Arc<str>, &Vec<u8>)| {
        let locale = Locale::parse(path.split('/').nth(step + 1)?).ok()?;
        let (text, not_utf8) = catalog::decode(bytes);
        problems.extend(not_utf8.map(|flaw| {
            let span = if let NotUtf8::Bytes(span) = flaw { span } else { Span::default() };
            let kind = MessageProblemKind::Encoding;
            MessageProblem { kind, locale: locale.clone(), layer, path: path.clone(), span }
        }));
        Some(MessageFile { locale, path: path.clone(), text })
    };
    let files = files.iter().filter_map(file).collect();
    (files, problems)
}
