//! The tables of contents of all locales become one tree. The source's tree decides, those of other locales add their
//! names and what only they have. Knows no page.

use std::collections::{BTreeMap, BTreeSet};

use crate::markdown::slug;

use super::contents::Catalog;
use super::folder_settings::FolderSettings;
use super::identity::{self, Numbers};
use super::link::{Base, Target};
use super::model::Toc;
use super::navigation::{Navigation, TocItem, TocPlace, TocSection};
use super::reference::{folder, join, split};
use super::toc::TocNode;
use crate::indexed::{DocsetIndex, IdentityIndex, IndexVec, LocaleIndex, SectionIndex, TocIndex};
use crate::locale::Locale;

/// A catalog whose tables of contents are not merged yet.
type Catalogued = Catalog<()>;

/// Levels at the most; what is nested deeper is left out.
const MAX_DEPTH: usize = 12;

/// Characters of a name that become part of a URL.
const MAX_SLUG: usize = 80;

impl Navigation {
    pub(super) fn new(catalog: &Catalogued, folders: FolderSettings) -> Self {
        let mut navigation = Self { folders, ..Self::default() };
        for (locale, branches) in trees(catalog) {
            Merge::new(&navigation, locale).branches(&mut navigation, None, branches);
        }
        navigation.walk();
        navigation.name_urls(catalog);
        // Articles that became the pages of sections stand before them now.
        navigation.walk();
        navigation
    }

    /// Lists the articles in the order of reading and notes where each stands.
    fn walk(&mut self) {
        let mut order = Vec::new();
        let mut places = BTreeMap::new();
        let mut visit = |identity, section| {
            places.entry(identity).or_insert_with(|| {
                order.push(identity);
                TocPlace { section, rank: order.len() - 1 }
            });
        };
        // What is still to be visited, the next one last.
        let mut ahead: Vec<(Option<SectionIndex>, TocItem)> =
            self.top.iter().rev().map(|&item| (None, item)).collect();
        while let Some((parent, item)) = ahead.pop() {
            match item {
                TocItem::Article(identity) => visit(identity, parent),
                TocItem::Section(index) => {
                    let section = &self.sections[index];
                    section.page.into_iter().for_each(|page| visit(page, parent));
                    ahead.extend(section.items.iter().rev().map(|&item| (Some(index), item)));
                }
            }
        }
        (self.order, self.places) = (order, places);
    }

    /// The items of a section, or those at the top.
    fn items_mut(&mut self, section: Option<SectionIndex>) -> &mut Vec<TocItem> {
        match section {
            Some(section) => &mut self.sections[section].items,
            None => &mut self.top,
        }
    }

    /// Gives every section its URL: its article's, else that of the folder its articles lie in, else one made of names.
    fn name_urls(&mut self, catalog: &Catalogued) {
        let by_url: BTreeMap<&str, IdentityIndex> =
            catalog.identities.iter_enumerated().map(|(index, known)| (known.url.as_str(), index)).collect();
        // The sections that hold the articles of each folder.
        let mut holders: BTreeMap<&str, BTreeSet<Option<SectionIndex>>> = BTreeMap::new();
        for (&identity, place) in &self.places {
            holders.entry(folder(&catalog.identities[identity].url)).or_default().insert(place.section);
        }
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut numbers = Numbers::default();
        for index in self.sections.indices() {
            if let Some(page) = self.sections[index].page {
                self.sections[index].url.clone_from(&catalog.identities[page].url);
                taken.insert(self.sections[index].url.clone());
                continue;
            }
            let wanted =
                self.folder(index, catalog, &holders).map_or_else(|| self.path(index), str::to_owned);
            let page = by_url.get(wanted.as_str()).copied().filter(|&page| self.may_head(index, page));
            let is_free = |url: &str| {
                !taken.contains(url)
                    && !identity::is_reserved(url)
                    && by_url.get(url).is_none_or(|&holder| page == Some(holder))
            };
            let url = numbers.first_free(&wanted, is_free);
            let section = &mut self.sections[index];
            section.url = url;
            if let Some(page) = page.filter(|_| section.url == wanted) {
                section.page = Some(page);
                section.items.retain(|item| *item != TocItem::Article(page));
            }
            taken.insert(section.url.clone());
        }
    }

    /// The folder that all articles of the section lie in, where no other section has articles of it.
    fn folder<'c>(
        &self,
        section: SectionIndex,
        catalog: &'c Catalogued,
        holders: &BTreeMap<&str, BTreeSet<Option<SectionIndex>>>,
    ) -> Option<&'c str> {
        let mut folders = self.sections[section].items.iter().filter_map(|item| match item {
            TocItem::Article(identity) => Some(folder(&catalog.identities[*identity].url)),
            TocItem::Section(_) => None,
        });
        let first = folders.next().filter(|first| !first.is_empty())?;
        let is_only = holders.get(first).is_some_and(|holders| holders.iter().eq([&Some(section)]));
        (is_only && folders.all(|other| other == first)).then_some(first)
    }

    /// `parent/name`, after the name that the first locale gave.
    fn path(&self, section: SectionIndex) -> String {
        let section = &self.sections[section];
        let name = slug::github(&section.first_name);
        let name: String = name.chars().take(MAX_SLUG).collect();
        let name = identity::url_path(&name);
        let name = if name.is_empty() { "section" } else { &name };
        match section.parent {
            Some(parent) => identity::fitting(format!("{}/{name}", self.sections[parent].url)),
            None => name.to_owned(),
        }
    }

    /// Whether the article stands in this section or nowhere.
    fn may_head(&self, section: SectionIndex, page: IdentityIndex) -> bool {
        self.place(page).is_none_or(|place| place.section == Some(section))
    }
}

/// Puts the tree of one locale into that of the locales before it.
struct Merge {
    locale: LocaleIndex,
    /// The articles that the locales before have placed.
    placed: BTreeSet<IdentityIndex>,
    /// The articles in every section that was there before, and below it.
    articles: IndexVec<SectionIndex, BTreeSet<IdentityIndex>>,
    /// Sections that have found their node in this locale.
    matched: BTreeSet<SectionIndex>,
}

impl Merge {
    fn new(navigation: &Navigation, locale: LocaleIndex) -> Self {
        let mut articles = IndexVec::filled(BTreeSet::new(), navigation.sections.len());
        for (index, section) in navigation.sections.iter_enumerated().rev() {
            articles[index].extend(section.page);
            for item in &section.items {
                match *item {
                    TocItem::Article(identity) => drop(articles[index].insert(identity)),
                    TocItem::Section(below) => {
                        let below = articles[below].clone();
                        articles[index].extend(below);
                    }
                }
            }
        }
        let at_top = navigation.top.iter().filter_map(|item| match item {
            TocItem::Article(identity) => Some(*identity),
            TocItem::Section(_) => None,
        });
        let placed = articles.iter().flatten().copied().chain(at_top).collect();
        Self { locale, placed, articles, matched: BTreeSet::new() }
    }

    fn branches(&mut self, navigation: &mut Navigation, parent: Option<SectionIndex>, branches: Vec<Branch>) {
        for branch in branches {
            branch.record_names(navigation, self.locale);
            if branch.items.is_empty() {
                if let Some(article) = branch.page.filter(|page| !self.placed.contains(page)) {
                    navigation.items_mut(parent).push(TocItem::Article(article));
                }
                continue;
            }
            let mut articles = BTreeSet::new();
            branch.collect(&mut articles);
            let section = match self.counterpart(navigation, parent, &branch, &articles) {
                Some(section) => section,
                // A section that only this locale has: what is new in it joins what it stands in.
                None if articles.iter().any(|article| self.placed.contains(article)) => {
                    self.branches(navigation, parent, branch.items);
                    continue;
                }
                None => {
                    let section = TocSection {
                        parent,
                        page: branch.page,
                        first_name: branch.name.clone(),
                        ..TocSection::default()
                    };
                    let index = navigation.sections.push(section);
                    navigation.items_mut(parent).push(TocItem::Section(index));
                    index
                }
            };
            self.matched.insert(section);
            if !branch.name.trim().is_empty() {
                navigation.sections[section].names.entry(self.locale).or_insert(branch.name);
            }
            for (locale, name) in branch.names {
                navigation.sections[section].names.entry(locale).or_insert(name);
            }
            self.branches(navigation, Some(section), branch.items);
        }
    }

    /// The section in `parent` that has the same page, else shares most articles with the branch.
    fn counterpart(
        &self,
        navigation: &Navigation,
        parent: Option<SectionIndex>,
        branch: &Branch,
        articles: &BTreeSet<IdentityIndex>,
    ) -> Option<SectionIndex> {
        let open = self
            .articles
            .indices()
            .filter(|index| navigation.sections[*index].parent == parent && !self.matched.contains(index));
        let open: Vec<SectionIndex> = open.collect();
        let same_page =
            |index: &&SectionIndex| branch.page.is_some() && navigation.sections[**index].page == branch.page;
        if let Some(&section) = open.iter().find(same_page) {
            return Some(section);
        }
        let known = articles.intersection(&self.placed).count();
        let shared = |index: SectionIndex| (self.articles[index].intersection(articles).count(), index);
        let most =
            open.into_iter().map(shared).max_by_key(|&(count, index)| (count, std::cmp::Reverse(index)));
        most.filter(|&(count, _)| count > 0 && count * 2 >= known).map(|(_, index)| index)
    }
}

/// A node with its article.
#[derive(Debug)]
struct Branch {
    name: String,
    /// Its names in other locales.
    names: Vec<(LocaleIndex, String)>,
    page: Option<IdentityIndex>,
    items: Vec<Branch>,
}

impl Branch {
    /// Keeps what an entry calls its article. The first entry of an article names it.
    fn record_names(&self, navigation: &mut Navigation, locale: LocaleIndex) {
        let Some(page) = self.page else { return };
        let own = (!self.name.trim().is_empty()).then(|| (locale, self.name.clone()));
        for (locale, name) in own.into_iter().chain(self.names.iter().cloned()) {
            navigation.names.entry(page).or_default().entry(locale).or_insert(name);
        }
    }

    fn collect(&self, articles: &mut BTreeSet<IdentityIndex>) {
        articles.extend(self.page);
        self.items.iter().for_each(|item| item.collect(articles));
    }
}

/// The trees of all locales: the source's first, else the default locale's.
fn trees(catalog: &Catalogued) -> Vec<(LocaleIndex, Vec<Branch>)> {
    let lead = catalog.source.unwrap_or(catalog.default);
    let mut order: Vec<TocIndex> = catalog.tocs.indices().collect();
    // Those above first, so that what they refer to is seen before it would stand for itself.
    order.sort_by_key(|&index| {
        let file = &catalog.tocs[index].file;
        (file.docset, file.below.matches('/').count(), &file.path)
    });
    let by_path = catalog.tocs.iter_enumerated().rev();
    let by_path =
        by_path.map(|(index, toc)| ((toc.file.docset, toc.file.below.to_ascii_lowercase()), index)).collect();
    let mut expand = Expand { catalog, by_path, seen: BTreeSet::new() };
    let mut trees: BTreeMap<(bool, LocaleIndex), Vec<Branch>> = BTreeMap::new();
    for index in order {
        if expand.seen.insert(index) {
            let toc = &catalog.tocs[index];
            // A table of contents beside the folders of the locales speaks for all of them.
            let locale = toc.file.locale.unwrap_or(lead);
            let branches = expand.nodes(toc, &toc.nodes, locale, 0);
            trees.entry((locale != lead, locale)).or_default().extend(branches);
        }
    }
    trees.into_iter().map(|((_, locale), branches)| (locale, branches)).collect()
}

/// Follows references from one table of contents to another, to each once.
struct Expand<'c> {
    catalog: &'c Catalogued,
    /// The tables of contents of each docset, by path in lower case.
    by_path: BTreeMap<(DocsetIndex, String), TocIndex>,
    seen: BTreeSet<TocIndex>,
}

impl Expand<'_> {
    fn nodes(&mut self, toc: &Toc, nodes: &[TocNode], locale: LocaleIndex, depth: usize) -> Vec<Branch> {
        if depth == MAX_DEPTH {
            return Vec::new();
        }
        nodes.iter().map(|node| self.node(toc, node, locale, depth)).collect()
    }

    fn node(&mut self, toc: &Toc, node: &TocNode, locale: LocaleIndex, depth: usize) -> Branch {
        let mut items = self.nodes(toc, &node.items, locale, depth + 1);
        let href = node.href.as_ref().map(|href| href.value.as_str());
        let nested = href.and_then(|href| self.nested(toc, href));
        if let Some(other) = nested.filter(|other| self.seen.insert(*other)) {
            let other = &self.catalog.tocs[other];
            items.extend(self.nodes(other, &other.nodes, locale, depth + 1));
        }
        let topic = node.topic.as_ref().map(|topic| topic.value.as_str());
        let written = topic.or(href.filter(|_| nested.is_none()));
        Branch {
            name: node.name.clone(),
            names: self.names(toc, &node.name),
            page: written.and_then(|page| self.article(toc, page, locale)),
            items,
        }
    }

    /// What the table of contents calls a name in other locales.
    fn names(&self, toc: &Toc, name: &str) -> Vec<(LocaleIndex, String)> {
        let names = toc.translations.get(name).into_iter().flatten();
        let index = |locale: &Locale| self.catalog.locales.position(|entry| entry.locale == *locale);
        names.filter_map(|(locale, name)| Some((index(locale)?, name.clone()))).collect()
    }

    /// The table of contents that `href` names: `sub/toc.yml`, or `sub/`, which means the one there.
    fn nested(&self, toc: &Toc, href: &str) -> Option<TocIndex> {
        let path = join(folder(&toc.file.below), &split(href).path)?.to_ascii_lowercase();
        let at = |path: String| self.by_path.get(&(toc.file.docset, path)).copied();
        if href.ends_with('/') {
            return at(format!("{path}/toc.yml")).or_else(|| at(format!("{path}/toc.md")));
        }
        at(path)
    }

    /// The article that a link leads to, unless it is the home.
    fn article(&self, toc: &Toc, href: &str, locale: LocaleIndex) -> Option<IdentityIndex> {
        let base = Base { file: &toc.file, article: None, reader: locale };
        match self.catalog.resolve(base, href).target {
            Target::Article { article, .. } => {
                let identity = self.catalog.articles[article].identity;
                (!self.catalog.identities[identity].url.is_empty()).then_some(identity)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
