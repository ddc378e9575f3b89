//! What files of generators say of folders: how they are called, and in which order they and what is in them come. Reads
//! none of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::front_matter::Order;
use crate::indexed::{IdentityIndex, LocaleIndex};

use super::identity::url_path;

/// What files say of folders and of what is in them.
#[derive(Debug, Default)]
pub struct FolderSettings {
    /// By the path of their page below a locale's folder.
    pub(super) folders: BTreeMap<String, FolderSetting>,
    pub(super) articles: BTreeMap<IdentityIndex, Order>,
    /// What names of folders, as they would stand in a URL, are in each locale.
    pub(super) translations: BTreeMap<(LocaleIndex, String), String>,
    /// The files that say names in one locale, where each locale has its own.
    pub(super) files: Vec<FolderFile>,
}

/// A file that says how folders are called in one locale.
#[derive(Debug)]
pub(super) struct FolderFile {
    pub(super) kind: FolderFileKind,
    pub(super) path: Arc<str>,
    /// Its path in the space of article IDs.
    pub(super) id: String,
    pub(super) locale: LocaleIndex,
    pub(super) text: String,
    /// The names, by what they are the same under in every locale.
    pub(super) names: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FolderFileKind {
    /// `_category_.json` of Docusaurus.
    Category,
    /// `.pages` of MkDocs.
    Pages,
    /// `current.json` of Docusaurus.
    Translations,
}

#[derive(Debug, Default)]
pub(super) struct FolderSetting {
    pub(super) names: BTreeMap<LocaleIndex, String>,
    pub(super) order: Option<Order>,
}

impl FolderSettings {
    /// Whether nothing is said of any folder.
    pub fn is_empty(&self) -> bool {
        self.folders.is_empty() && self.translations.is_empty()
    }

    /// The name of the folder whose page has this path, in this locale.
    pub fn name(&self, url: &str, locale: LocaleIndex) -> Option<&str> {
        let setting = self.folders.get(url);
        let own = setting.and_then(|setting| setting.names.get(&locale));
        let translated = || {
            let names = setting.into_iter().flat_map(|setting| setting.names.values());
            let names = names.map(|name| url_path(name)).chain(url.rsplit('/').next().map(str::to_owned));
            names.into_iter().find_map(|name| self.translations.get(&(locale, name)))
        };
        own.or_else(translated).map(String::as_str)
    }

    /// The text of a file that says names in one locale.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| &*file.path == path).map(|file| file.text.as_str())
    }

    /// The place of a folder among its siblings.
    pub fn order(&self, url: &str) -> Option<Order> {
        self.folders.get(url)?.order
    }

    /// The place of an article in its folder.
    pub fn order_of(&self, article: IdentityIndex) -> Option<Order> {
        self.articles.get(&article).copied()
    }
}

impl FolderSetting {
    /// Takes the first name of a locale.
    pub(super) fn name(&mut self, locale: LocaleIndex, name: Option<&str>) {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            self.names.entry(locale).or_insert_with(|| name.to_owned());
        }
    }
}
