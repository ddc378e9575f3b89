//! Translated files that are no articles, each with its state in one locale: includes, names, messages. Data only.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Idx, IncludeIndex, LocaleIndex, NameFiles};
use crate::front_matter::{Date, source_hashes};

use super::made_from::MadeFrom;
use super::merge::{self, ChangedWords};
use super::places::Places;
use super::state::DueState;

/// What a translated file is, if it is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    Include,
    /// A table of contents, or another file that names sections.
    Names,
    /// Messages of the project or its theme.
    Messages,
}

impl FileKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Include => "include",
            Self::Names => "names",
            Self::Messages => "messages",
        }
    }
}

/// A translated file in one locale, whether it is there or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranslatedFile {
    pub kind: FileKind,
    /// Its path below the folder of the locale, the same in every locale.
    pub id: String,
    pub locale: LocaleIndex,
    /// None where it is current.
    pub state: Option<DueState>,
    /// The file that it is made from.
    pub source: Option<String>,
    /// The translation, where there is one.
    pub path: Option<String>,
    /// Where it is, or would be; none where that is not certain.
    pub target: Option<String>,
    /// That of the source of today.
    pub source_hash: Option<String>,
    pub recorded_hash: Option<String>,
    /// What makes it outdated, where that is not its source as a whole: the names and messages that it lacks.
    pub because: Vec<String>,
    /// Of the source, where somebody asked.
    pub words: Option<usize>,
    pub new_words: Option<usize>,
    /// Since when it is with translators.
    pub in_progress_since: Option<Date>,
    /// The include that it is, or that it is to be made from.
    pub include: Option<IncludeIndex>,
}

impl TranslatedFile {
    /// Index into [`Status::locales`](super::Status::locales).
    pub fn locale_position(&self) -> usize {
        self.locale.position()
    }

    /// Whether its text may be another than its source says today.
    pub fn is_due(&self) -> bool {
        matches!(self.state, Some(DueState::Missing | DueState::Outdated))
    }
}

/// The files of names or messages that are due or current, in every locale but the source.
pub fn named_files(
    catalog: &Catalog,
    made_from: &MadeFrom,
    kind: FileKind,
    all: &[NameFiles],
) -> Vec<TranslatedFile> {
    let Some(source) = catalog.source.filter(|_| !all.is_empty()) else { return Vec::new() };
    let places = Places::new(catalog);
    let mut found = Vec::new();
    for files in all {
        let hashes = files.source.as_ref().map(|source| source_hashes(&source.text));
        for locale in catalog.locales.indices().filter(|&locale| locale != source) {
            let lacking = files.lacking.get(&locale).map_or(&[][..], Vec::as_slice);
            let own = files.translations.get(&locale);
            if own.is_none() && lacking.is_empty() {
                continue;
            }
            let recorded = own.and_then(|own| made_from.get(&own.path));
            let is_current = |hash| hashes.iter().flatten().any(|known| known == hash);
            let state = match (own, recorded) {
                (None, _) => Some(DueState::Missing),
                _ if !lacking.is_empty() => Some(DueState::Outdated),
                // Names of several files have no hash.
                _ if hashes.is_none() => None,
                (Some(_), None) => Some(DueState::Untracked),
                (Some(_), Some(hash)) => (!is_current(hash)).then_some(DueState::Outdated),
            };
            let path = own.map(|own| own.path.to_string());
            let source = files.source.as_ref().map(|source| source.path.to_string());
            let place = || files.targets.get(&locale).cloned();
            found.push(TranslatedFile {
                kind,
                id: files.id.clone(),
                locale,
                state,
                target: path.clone().or_else(place).or_else(|| places.of(locale, source.as_deref()?)),
                because: if path.is_some() { lacking.to_vec() } else { Vec::new() },
                source,
                path,
                source_hash: hashes.as_ref().map(|[hash, ..]| hash.clone()),
                recorded_hash: recorded.map(str::to_owned),
                words: None,
                new_words: None,
                in_progress_since: None,
                include: None,
            });
        }
    }
    found
}

/// Counts the words of includes that are due. Given are those of outdated ones that git knows to have changed.
pub fn count_words(
    catalog: &Catalog,
    files: &mut [TranslatedFile],
    changed: &BTreeMap<IncludeIndex, ChangedWords>,
) {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for file in files.iter_mut().filter(|file| file.state.is_some()) {
        let Some(source) = file.source.as_ref().filter(|_| file.kind == FileKind::Include) else { continue };
        let count =
            |path: &str| catalog.file(path).map_or(0, |file| merge::words(file.document.syntax, &file.text));
        let words = *known.entry(source.clone()).or_insert_with(|| count(source));
        let changed = file.include.filter(|_| file.path.is_some()).and_then(|include| changed.get(&include));
        file.words = Some(words);
        file.new_words = Some(match file.state {
            Some(DueState::Touched) => 0,
            _ => changed.map_or(words, |changed| changed.new),
        });
    }
}

/// How many files of each kind are in a state, in one locale.
pub fn count(files: &[TranslatedFile], locale: usize, is_it: fn(&TranslatedFile) -> bool) -> [usize; 3] {
    let kinds = [FileKind::Include, FileKind::Names, FileKind::Messages];
    kinds.map(|kind| {
        let own = files.iter().filter(|file| file.locale_position() == locale && file.kind == kind);
        own.filter(|file| is_it(file)).count()
    })
}
