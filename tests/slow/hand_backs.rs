//! Real hand-backs, read from the disk: both versions of a source, the old translation and the one that was delivered. Judges nothing.

use std::fs;
use std::path::PathBuf;

use faqtory::exchange::Made;

use crate::harness::shared;

/// One hand-back.
pub(crate) struct HandBack {
    pub(crate) folder: PathBuf,
    pub(crate) locale: &'static str,
    /// How the old translation was made.
    pub(crate) old: Made,
    /// How the delivered one was made.
    pub(crate) new: Made,
    pub(crate) old_source: String,
    pub(crate) new_source: String,
    pub(crate) old_translation: String,
    pub(crate) delivered: String,
}

/// All, in the order of their folders.
pub(crate) fn hand_backs() -> Vec<HandBack> {
    let mut all = Vec::new();
    for locale in ["fr-FR", "pt-BR"] {
        let entries = fs::read_dir(shared("replay").join(locale)).unwrap();
        let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        all.extend(folders.into_iter().map(|folder| hand_back(locale, folder)));
    }
    all
}

fn hand_back(locale: &'static str, folder: PathBuf) -> HandBack {
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let facts: serde_json::Value = serde_json::from_str(&read("handback.json")).unwrap();
    let made = |key: &str| if facts[key] == "HT" { Made::ByHuman } else { Made::ByMachine };
    HandBack {
        locale,
        old: made("old"),
        new: made("new"),
        old_source: read("old-source.md"),
        new_source: read("new-source.md"),
        old_translation: read("old-translation.md"),
        delivered: read("new-translation.md"),
        folder,
    }
}
