//! What was handed off to translators, and since when a translation is in progress. Pure: reads no disk, and judges no text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, IdentityIndex, LocaleIndex};
use crate::front_matter::Date;

use super::due::due;
use super::files::{FileKind, TranslatedFile};
use super::{Translations, hash};

/// What kind of file was handed off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HandedOffKind {
    #[default]
    Article,
    Include,
    /// Names of a table of contents.
    Names,
    /// Messages of the interface.
    Messages,
}

impl HandedOffKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Include => FileKind::Include.name(),
            Self::Names => FileKind::Names.name(),
            Self::Messages => FileKind::Messages.name(),
        }
    }
}

impl From<FileKind> for HandedOffKind {
    fn from(kind: FileKind) -> Self {
        match kind {
            FileKind::Include => Self::Include,
            FileKind::Names => Self::Names,
            FileKind::Messages => Self::Messages,
        }
    }
}

/// Files that were handed off together and have not come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handoff {
    /// Its date, a number, and a part of what stands for all that was handed off: `2026-05-31-1-3f9c2a`.
    pub name: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The name of the format of its files.
    pub format: String,
    pub files: Vec<HandedOff>,
}

/// One article, or another file, that was handed off for one locale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOff {
    pub id: String,
    #[serde(default)]
    pub kind: HandedOffKind,
    /// The tag of the locale that it is translated into.
    pub locale: String,
    /// Path of the source below the project.
    pub source: String,
    /// Path of the translation, which need not be there.
    pub target: String,
    /// That of the version of the source that was handed off.
    pub source_hash: String,
    /// The last commit that changed the source, where git knows that it has this version.
    pub source_commit: Option<String>,
    /// What the translation was: missing, outdated, untracked or touched.
    pub state: String,
    pub priority: Option<String>,
    /// Words of the source, outside code and addresses.
    pub words: usize,
    /// Those of them that are to be translated.
    pub new_words: usize,
    /// Those of them that the old translation has.
    pub reused_words: usize,
    /// That of the version that the old translation was made from, where its text is known.
    pub recorded_hash: Option<String>,
    /// What stands for the bytes of the old translation; none where there was none.
    pub target_hash: Option<String>,
    /// What stands for the bytes that an older hand-off has brought since.
    #[serde(default)]
    pub brought_hash: Option<String>,
}

impl Handoff {
    pub fn order(&self) -> HandoffOrder {
        HandoffOrder::of(&self.name)
    }

    /// The name of a hand-off of a day.
    pub fn name(date: Date, number: usize, files: &[&HandedOff]) -> String {
        const LETTERS: usize = 6;
        let mut hasher = blake3::Hasher::new();
        for file in files {
            let target = file.target_hash.as_deref().unwrap_or_default();
            for part in [&*file.locale, file.kind.name(), &file.target, &file.source_hash, target] {
                hasher.update(part.as_bytes()).update(&[0]);
            }
        }
        let hash = hasher.finalize().to_hex();
        format!("{date}-{number}-{}", &hash.as_str()[..LETTERS])
    }
}

/// Hand-offs in this order are in the order of time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HandoffOrder {
    /// `YYYY-MM-DD`.
    pub date: String,
    pub number: usize,
    name: String,
}

impl HandoffOrder {
    /// That of a name.
    pub fn of(name: &str) -> Self {
        const DATE: usize = "2026-05-31".len();
        let (date, rest) = name.split_at_checked(DATE).unwrap_or((name, ""));
        let number = rest.strip_prefix('-').and_then(|rest| rest.split('-').next()?.parse().ok());
        Self { date: date.to_owned(), number: number.unwrap_or(0), name: name.to_owned() }
    }
}

/// By article and locale, since when a translation is in progress.
pub type InProgress = BTreeMap<(IdentityIndex, LocaleIndex), Date>;

/// The translations that were handed off, have not come back, and are due still. The newest hand-off counts. One ends where the
/// translation says that it was made from the version that was handed off, or from one that was handed off later.
pub fn in_progress(catalog: &Catalog, translations: &Translations, handoffs: &[Handoff]) -> InProgress {
    if handoffs.is_empty() {
        return InProgress::new();
    }
    let identities = catalog.identities.iter_enumerated();
    let identities: BTreeMap<&str, IdentityIndex> = identities.map(|(index, it)| (&*it.id, index)).collect();
    let locales = catalog.locales.iter_enumerated();
    let locales: BTreeMap<&str, LocaleIndex> = locales.map(|(index, it)| (it.locale.tag(), index)).collect();
    let since = |((_, id, tag), versions): (FileKey<'_>, Versions<'_>)| {
        let (&identity, &locale) = identities.get(id).zip(locales.get(tag))?;
        let due = due(catalog, translations, &catalog.identities[identity], locale)?;
        let recorded = due.own.and_then(|own| hash(catalog, own));
        Some(((identity, locale), open_since(&versions, recorded)?))
    };
    let articles = versions(handoffs).into_iter().filter(|((kind, ..), _)| *kind == HandedOffKind::Article);
    articles.filter_map(since).collect()
}

/// Says of files that are no articles since when they are in progress, as [`in_progress`] does of articles.
pub fn mark_in_progress(files: &mut [TranslatedFile], tags: &[&str], handoffs: &[Handoff]) {
    let found = versions(handoffs);
    for file in files.iter_mut().filter(|file| file.state.is_some()) {
        let Some(tag) = tags.get(file.locale_position()) else { continue };
        let Some(versions) = found.get(&(file.kind.into(), &*file.id, *tag)) else { continue };
        file.in_progress_since = open_since(versions, file.recorded_hash.as_deref());
    }
}

/// The kind, the ID and the locale of a file.
type FileKey<'h> = (HandedOffKind, &'h str, &'h str);

/// When which versions of a source were handed off, in the order of time.
type Versions<'h> = Vec<(Date, &'h str)>;

fn versions(handoffs: &[Handoff]) -> BTreeMap<FileKey<'_>, Versions<'_>> {
    let mut sorted: Vec<&Handoff> = handoffs.iter().collect();
    sorted.sort_by_cached_key(|handoff| handoff.order());
    let mut found: BTreeMap<FileKey<'_>, Versions<'_>> = BTreeMap::new();
    for handoff in sorted {
        let Some((date, _)) = Date::parse(&handoff.date) else { continue };
        for file in &handoff.files {
            let key = (file.kind, &*file.id, &*file.locale);
            found.entry(key).or_default().push((date, &file.source_hash));
        }
    }
    found
}

/// Since when one is in progress: what was handed off after the version that its translation was made from.
fn open_since(versions: &[(Date, &str)], recorded: Option<&str>) -> Option<Date> {
    let returned = versions.iter().rposition(|(_, version)| recorded == Some(*version));
    versions[returned.map_or(0, |at| at + 1)..].last().map(|(date, _)| *date)
}
