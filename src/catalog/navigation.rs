//! Tables of contents as one tree for all locales: sections, their URLs, the order of reading. Data only.

use std::collections::BTreeMap;

use super::folder_settings::FolderSettings;
use crate::indexed::{IdentityIndex, IndexVec, LocaleIndex, SectionIndex};

/// What the tables of contents say, with the hrefs that lead to articles of the catalog.
#[derive(Debug, Default)]
pub struct Navigation {
    /// Parents before their children.
    pub sections: IndexVec<SectionIndex, TocSection>,
    /// What stands in no section.
    pub top: Vec<TocItem>,
    /// The order of reading, each article once.
    pub order: Vec<IdentityIndex>,
    pub(super) places: BTreeMap<IdentityIndex, TocPlace>,
    /// What entries call the articles that they lead to, each in its own locale.
    pub(super) names: BTreeMap<IdentityIndex, BTreeMap<LocaleIndex, String>>,
    /// What other files say of folders.
    pub folders: FolderSettings,
}

/// A node with children.
#[derive(Debug, Default)]
pub struct TocSection {
    /// Path of its page below a locale's folder, the same in every locale.
    pub url: String,
    pub parent: Option<SectionIndex>,
    /// The article that is its page.
    pub page: Option<IdentityIndex>,
    /// What the tables of contents of these locales call it.
    pub names: BTreeMap<LocaleIndex, String>,
    pub items: Vec<TocItem>,
    /// In the locale that has it first; its URL is made of it.
    pub(super) first_name: String,
}

/// What stands in a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TocItem {
    Section(SectionIndex),
    Article(IdentityIndex),
}

/// Where an article stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TocPlace {
    /// None at the top.
    pub section: Option<SectionIndex>,
    /// Index into [`Navigation::order`].
    pub rank: usize,
}

impl Navigation {
    /// Where the article stands first; none if no table of contents has it.
    pub fn place(&self, identity: IdentityIndex) -> Option<TocPlace> {
        self.places.get(&identity).copied()
    }

    /// What the table of contents of a locale calls an article.
    pub fn name(&self, identity: IdentityIndex, locale: LocaleIndex) -> Option<&str> {
        self.names.get(&identity)?.get(&locale).map(String::as_str)
    }

    /// The last article before this one for which `wanted` holds.
    pub fn previous(
        &self,
        identity: IdentityIndex,
        wanted: impl Fn(IdentityIndex) -> bool,
    ) -> Option<IdentityIndex> {
        let rank = self.place(identity)?.rank;
        self.order[..rank].iter().rev().copied().find(|&other| wanted(other))
    }

    /// The first article after this one for which `wanted` holds.
    pub fn next(
        &self,
        identity: IdentityIndex,
        wanted: impl Fn(IdentityIndex) -> bool,
    ) -> Option<IdentityIndex> {
        let rank = self.place(identity)?.rank;
        self.order[rank + 1..].iter().copied().find(|&other| wanted(other))
    }
}
