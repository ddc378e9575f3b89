//! What was handed off to translators, and since when a translation is in progress. Pure: reads no disk, and judges no text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, IdentityIndex, LocaleIndex};
use crate::front_matter::Date;

use super::due::due;
use super::{Translations, hash};

/// Files that were handed off together and have not come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handoff {
    /// Its date and a number: `2026-05-31-1`.
    pub name: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The name of the format of its files.
    pub format: String,
    pub files: Vec<HandedOff>,
}

/// One article that was handed off for one locale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOff {
    pub id: String,
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
    /// Hand-offs in the order of their names are in the order of time.
    pub fn order(&self) -> (&str, usize) {
        let number =
            self.name.strip_prefix(&*self.date).and_then(|rest| rest.strip_prefix('-')?.parse().ok());
        (&self.date, number.unwrap_or(0))
    }

    /// The name of a hand-off of a day.
    pub fn name(date: Date, number: usize) -> String {
        format!("{date}-{number}")
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
    let mut sorted: Vec<&Handoff> = handoffs.iter().collect();
    sorted.sort_by_key(|handoff| handoff.order());
    let mut found: BTreeMap<(IdentityIndex, LocaleIndex), Vec<(Date, &str)>> = BTreeMap::new();
    for handoff in sorted {
        let Some((date, _)) = Date::parse(&handoff.date) else { continue };
        for file in &handoff.files {
            let key = identities.get(&*file.id).zip(locales.get(&*file.locale));
            let Some((&identity, &locale)) = key else { continue };
            found.entry((identity, locale)).or_default().push((date, &file.source_hash));
        }
    }
    let since = |((identity, locale), versions): ((IdentityIndex, LocaleIndex), Vec<(Date, &str)>)| {
        let due = due(catalog, translations, &catalog.identities[identity], locale)?;
        let recorded = due.own.and_then(|own| hash(catalog, own));
        let returned = versions.iter().rposition(|(_, version)| recorded == Some(version));
        let open = &versions[returned.map_or(0, |at| at + 1)..];
        Some(((identity, locale), open.last()?.0))
    };
    found.into_iter().filter_map(since).collect()
}
