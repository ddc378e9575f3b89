//! The sections of one locale: those of the tables of contents, then the folders that articles lie in. Renders nothing.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, IdentityIndex, LocaleIndex, SectionIndex, TocItem, TocSection};
use crate::front_matter::Order;

use super::listed::Listed;

/// Every section with an article that readers of the locale can open.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    /// In the order of their URLs.
    pub(crate) all: Vec<Section>,
    /// Those that the home shows, in the order of the tables of contents.
    pub(crate) top: Vec<usize>,
    /// The section that an article stands in.
    of: BTreeMap<IdentityIndex, usize>,
}

/// A folder of articles, or a node of a table of contents.
#[derive(Debug)]
pub(crate) struct Section {
    /// Below the locale's folder, no slashes at its ends.
    pub(crate) url: String,
    pub(crate) title: String,
    /// The language of the title.
    pub(crate) title_locale: LocaleIndex,
    /// The article that is its page.
    pub(crate) index: Option<Listed>,
    pub(crate) parent: Option<usize>,
    pub(crate) standing: Standing,
    /// The sections that its page shows.
    pub(crate) below: Vec<usize>,
    /// Indices into the list of all articles: those that its page shows.
    pub(crate) articles: Vec<usize>,
    /// Articles that stand in it and below it.
    pub(crate) count: usize,
}

/// Whether readers find a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The home or a section above shows it.
    Shown,
    /// The tables of contents have all its articles elsewhere: its page is there for links that lead to the folder.
    Alone,
}

impl Sections {
    /// The sections of `locale`, whose articles with pages are `listed`.
    pub(crate) fn new(catalog: &Catalog, locale: LocaleIndex, listed: &[Listed]) -> Self {
        let mut build = Build::new(catalog, locale, listed);
        build.add_nodes();
        build.add_folders();
        build.name_folders();
        build.place();
        build.count();
        build.sections
    }

    /// The section with this URL.
    pub(crate) fn at(&self, url: &str) -> Option<&Section> {
        self.find(url).map(|index| &self.all[index])
    }

    /// The section whose page the article is.
    pub(crate) fn headed_by(&self, catalog: &Catalog, article: IdentityIndex) -> Option<&Section> {
        self.at(&catalog.identities[article].url)
    }

    /// Whether an article neither stands in a section nor is the page of one.
    pub(crate) fn is_outside(&self, catalog: &Catalog, article: IdentityIndex) -> bool {
        !self.of.contains_key(&article) && self.headed_by(catalog, article).is_none()
    }

    /// The innermost section that an article stands in, and its number.
    pub(crate) fn of(&self, article: IdentityIndex) -> Option<(usize, &Section)> {
        let number = *self.of.get(&article)?;
        Some((number, &self.all[number]))
    }

    /// The sections that an article stands in, the innermost last.
    pub(crate) fn path_of(&self, article: IdentityIndex) -> Vec<&Section> {
        self.path(self.of.get(&article).copied())
    }

    /// The sections above this one, the innermost last.
    pub(crate) fn path_above(&self, section: &Section) -> Vec<&Section> {
        self.path(section.parent)
    }

    fn path(&self, innermost: Option<usize>) -> Vec<&Section> {
        let mut path: Vec<&Section> = std::iter::successors(innermost, |&index| self.all[index].parent)
            .map(|index| &self.all[index])
            .collect();
        path.reverse();
        path
    }

    fn find(&self, url: &str) -> Option<usize> {
        self.all.binary_search_by(|section| section.url.as_str().cmp(url)).ok()
    }
}

struct Build<'c> {
    catalog: &'c Catalog,
    locale: LocaleIndex,
    listed: &'c [Listed],
    /// Index into `listed` of every article.
    numbers: BTreeMap<IdentityIndex, usize>,
    /// Section of every node that has articles here.
    of_node: BTreeMap<SectionIndex, usize>,
    /// Of every section, whether it is one of those.
    is_node: Vec<bool>,
    sections: Sections,
}

impl<'c> Build<'c> {
    fn new(catalog: &'c Catalog, locale: LocaleIndex, listed: &'c [Listed]) -> Self {
        let numbers = listed.iter().enumerate().map(|(number, entry)| (entry.identity, number)).collect();
        let (of_node, sections) = (BTreeMap::new(), Sections::default());
        let mut build = Self { catalog, locale, listed, numbers, of_node, is_node: Vec::new(), sections };
        build.sections.all = build.urls().into_iter().map(|url| build.section(url)).collect();
        build.is_node = vec![false; build.sections.all.len()];
        build
    }

    /// The URLs of all sections, in order.
    fn urls(&self) -> Vec<&'c str> {
        let folders = self.listed.iter().flat_map(|entry| {
            let url = self.catalog.identities[entry.identity].url.as_str();
            url.match_indices('/').map(move |(slash, _)| &url[..slash])
        });
        let nodes = self.catalog.navigation.sections.iter_enumerated();
        let nodes = nodes.filter(|(node, _)| self.has_articles(*node));
        let mut urls: Vec<&str> = folders.chain(nodes.map(|(_, node)| node.url.as_str())).collect();
        urls.sort_unstable();
        urls.dedup();
        urls
    }

    fn has_articles(&self, node: SectionIndex) -> bool {
        self.catalog.navigation.sections[node].items.iter().any(|item| match item {
            TocItem::Article(article) => self.numbers.contains_key(article),
            TocItem::Section(below) => self.has_articles(*below),
        })
    }

    /// A section without articles yet, named after its folder.
    fn section(&self, url: &str) -> Section {
        Section {
            url: url.to_owned(),
            title: words(url),
            title_locale: self.locale,
            index: None,
            parent: None,
            standing: Standing::Shown,
            below: Vec::new(),
            articles: Vec::new(),
            count: 0,
        }
    }

    /// What the tables of contents say: names, order, what stands where.
    fn add_nodes(&mut self) {
        let nodes = &self.catalog.navigation.sections;
        for (index, node) in nodes.iter_enumerated() {
            if let Some(section) = self.sections.find(&node.url).filter(|_| self.has_articles(index)) {
                self.of_node.insert(index, section);
                self.is_node[section] = true;
            }
        }
        for (&index, &section) in &self.of_node {
            let node = &nodes[index];
            let page = node.page.and_then(|page| self.numbers.get(&page));
            let parent = node.parent.and_then(|parent| self.of_node.get(&parent)).copied();
            let (title, title_locale) = self.name(node).unwrap_or_else(|| (words(&node.url), self.locale));
            let (articles, below) = (self.articles(&node.items), self.below(&node.items));
            let section = &mut self.sections.all[section];
            section.index = page.map(|&page| self.listed[page]);
            (section.title, section.title_locale) = (title, title_locale);
            (section.articles, section.below, section.parent) = (articles, below, parent);
        }
        self.sections.top = self.below(&self.catalog.navigation.top);
    }

    fn articles(&self, items: &[TocItem]) -> Vec<usize> {
        let number = |item: &TocItem| match item {
            TocItem::Article(article) => self.numbers.get(article).copied(),
            TocItem::Section(_) => None,
        };
        items.iter().filter_map(number).collect()
    }

    fn below(&self, items: &[TocItem]) -> Vec<usize> {
        let section = |item: &TocItem| match item {
            TocItem::Section(node) => self.of_node.get(node).copied(),
            TocItem::Article(_) => None,
        };
        items.iter().filter_map(section).collect()
    }

    /// What the locale calls a node, else what its fallback chain does, else any; and the language of that.
    fn name(&self, node: &TocSection) -> Option<(String, LocaleIndex)> {
        let mut candidates = self.catalog.candidates(self.locale);
        candidates.find_map(|locale| Some((node.names.get(&locale)?.clone(), locale)))
    }

    /// What folders say about the articles that no table of contents has, and about the sections of folders.
    fn add_folders(&mut self) {
        let mut in_order: Vec<(usize, &Listed)> = self.listed.iter().enumerate().collect();
        in_order.sort_by_key(|(_, entry)| self.place_of_article(Some(entry)));
        for (number, entry) in in_order {
            let url = self.catalog.identities[entry.identity].url.as_str();
            if let Some(headed) = self.sections.find(url).filter(|_| !url.is_empty()) {
                let section = &mut self.sections.all[headed];
                if section.index.is_none() {
                    section.index = Some(*entry);
                    if !self.is_node[headed] {
                        let article = &self.catalog.articles[entry.article];
                        article.label().clone_into(&mut section.title);
                        section.title_locale = article.locale;
                    }
                }
            }
            let Some(folder) = self.folder(url) else { continue };
            let stands_in_node =
                self.is_node[folder] && self.catalog.navigation.place(entry.identity).is_some();
            if self.sections.find(url).is_none() && !stands_in_node {
                self.sections.all[folder].articles.push(number);
            }
        }
    }

    /// Gives folders the names that other files than their articles say.
    fn name_folders(&mut self) {
        if self.catalog.navigation.folders.is_empty() {
            return;
        }
        for folder in (0..self.is_node.len()).filter(|&section| !self.is_node[section]) {
            if let Some((title, locale)) = self.folder_name(&self.sections.all[folder]) {
                let section = &mut self.sections.all[folder];
                (section.title, section.title_locale) = (title, locale);
            }
        }
    }

    /// What the locale calls a folder, else what its fallback chain does; none where the folder's own article comes first.
    fn folder_name(&self, section: &Section) -> Option<(String, LocaleIndex)> {
        let own = section.index.map(|entry| self.catalog.articles[entry.article].locale);
        for locale in self.catalog.candidates(self.locale) {
            if let Some(name) = self.catalog.navigation.folders.name(&section.url, locale) {
                return Some((name.to_owned(), locale));
            }
            if own == Some(locale) {
                break;
            }
        }
        None
    }

    /// What articles of a folder are sorted by, before their titles: those that have an order come first.
    fn place_of_article(&self, entry: Option<&Listed>) -> (bool, Option<Order>) {
        let written = entry.and_then(|entry| self.catalog.order(entry.article));
        let folders = &self.catalog.navigation.folders;
        let order = written.or_else(|| entry.and_then(|entry| folders.order_of(entry.identity)));
        (order.is_none(), order)
    }

    /// What folders are sorted by.
    fn place_of_folder(&self, folder: &Section) -> (bool, Option<Order>) {
        match self.catalog.navigation.folders.order(&folder.url) {
            Some(order) => (false, Some(order)),
            None => self.place_of_article(folder.index.as_ref()),
        }
    }

    /// The section of the folder that a page with this URL lies in.
    fn folder(&self, url: &str) -> Option<usize> {
        let (folder, _) = url.rsplit_once('/')?;
        self.sections.find(folder)
    }

    /// Notes the section of every article, and puts folders into the nearest section above them.
    fn place(&mut self) {
        // A folder with articles that stand in no section is where readers look for them.
        let mut has_unplaced = vec![false; self.sections.all.len()];
        for entry in self.listed {
            let url = self.catalog.identities[entry.identity].url.as_str();
            let of = match self.catalog.navigation.place(entry.identity) {
                Some(place) if place.section.is_some() => {
                    place.section.and_then(|node| self.of_node.get(&node)).copied()
                }
                place => {
                    // What the tables of contents have at the top stands in no section of theirs.
                    let is_wanted = |section: &usize| place.is_none() || !self.is_node[*section];
                    let innermost = self.folder(url).filter(is_wanted);
                    let mut above = innermost;
                    while let Some(section) = above {
                        has_unplaced[section] = true;
                        above = self.folder(&self.sections.all[section].url);
                    }
                    innermost
                }
            };
            if let Some(section) = of {
                self.sections.of.insert(entry.identity, section);
            }
        }
        let mut folders: Vec<usize> =
            (0..self.is_node.len()).filter(|&section| !self.is_node[section]).collect();
        folders.sort_by_key(|&folder| self.place_of_folder(&self.sections.all[folder]));
        for folder in folders {
            let parent = self.folder(&self.sections.all[folder].url);
            self.sections.all[folder].parent = parent;
            // A folder whose articles all stand in tables of contents has a page, and is found there.
            match parent {
                Some(parent) if has_unplaced[folder] || !self.is_node[parent] => {
                    self.sections.all[parent].below.push(folder);
                }
                None if has_unplaced[folder] => self.sections.top.push(folder),
                _ => self.sections.all[folder].standing = Standing::Alone,
            }
        }
    }

    /// Counts the articles of every section in it and in those above it.
    fn count(&mut self) {
        for entry in self.listed {
            let innermost = self.sections.of.get(&entry.identity).copied();
            let by_node = std::iter::successors(innermost, |&section| self.sections.all[section].parent);
            let url = &self.catalog.identities[entry.identity].url;
            let by_folder = std::iter::successors(self.folder(url), |&section| {
                self.folder(&self.sections.all[section].url)
            });
            let by_folder = by_folder.filter(|&folder| !self.is_node[folder]);
            let mut sections: Vec<usize> = by_node.chain(by_folder).collect();
            sections.sort_unstable();
            sections.dedup();
            for section in sections {
                self.sections.all[section].count += 1;
            }
        }
    }
}

/// `commercial-dialogues` → `Commercial dialogues`.
fn words(url: &str) -> String {
    let name = url.rsplit('/').next().unwrap_or(url).replace(['-', '_'], " ");
    let mut characters = name.trim().chars();
    let first = characters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}", characters.as_str())
}
