//! What files of generators say of folders: how they are called, and in which order they and what is in them come. Reads
//! none of them.

use std::collections::BTreeMap;

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
