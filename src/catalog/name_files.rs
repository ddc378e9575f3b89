//! Files that name sections, each with its translations, and the names that those lack. Judges none.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::contents::Catalog;
use super::folder_settings::FolderFileKind;
use super::link::{Base, Target};
use super::model::Toc;
use super::toc::{self, TocNode};
use super::toc_markdown;
use crate::indexed::{IdentityIndex, LocaleIndex};
use crate::layout::{LayoutName, join};
use crate::line_end::with_line_feeds;

/// Files of names, or of messages, that are translations of one another.
#[derive(Clone, Debug, Default)]
pub struct NameFiles {
    /// The path below the folder of a locale.
    pub id: String,
    /// The file of the source; none where the names stand in many files.
    pub source: Option<NameFile>,
    /// The files of the other locales.
    pub translations: BTreeMap<LocaleIndex, NameFile>,
    /// What the source names and a locale does not.
    pub lacking: BTreeMap<LocaleIndex, Vec<String>>,
    /// Where the file of a locale would be, where the places of articles do not say.
    pub targets: BTreeMap<LocaleIndex, String>,
}

/// One file of names.
#[derive(Clone, Debug)]
pub struct NameFile {
    /// Below the project's folder.
    pub path: Arc<str>,
    pub text: String,
}

impl Catalog {
    /// All files that name sections, where there is a source.
    pub fn name_files(&self) -> Vec<NameFiles> {
        let Some(source) = self.source else { return Vec::new() };
        let mut all = self.toc_files(source);
        all.extend(self.folder_files(source));
        all.extend(self.category_files(source));
        all
    }

    /// Tables of contents: those of locales, and the one of a site with the names of all.
    fn toc_files(&self, source: LocaleIndex) -> Vec<NameFiles> {
        let mut by_id: BTreeMap<String, BTreeMap<LocaleIndex, &Toc>> = BTreeMap::new();
        let mut all = Vec::new();
        for toc in &self.tocs {
            let file = &toc.file;
            if !toc.translations.is_empty() {
                all.push(self.names_of_site(toc, source));
            } else if let Some(locale) = file.locale {
                // `TOC.yml` is `toc.yml`.
                by_id.entry(self.id_of_toc(toc).to_lowercase()).or_default().entry(locale).or_insert(toc);
            }
        }
        for tocs in by_id.into_values() {
            let Some(original) = tocs.get(&source).filter(|toc| nodes(&toc.nodes).any(is_named)) else {
                continue;
            };
            let named = self.named(original, source);
            let id = self.id_of_toc(original);
            let mut files = NameFiles { id, source: Some(file(original)), ..NameFiles::default() };
            for locale in self.locales.indices().filter(|&locale| locale != source) {
                let lacking: Vec<String> = match tocs.get(&locale) {
                    None => nodes(&original.nodes).filter(|node| is_named(node)).map(name).collect(),
                    Some(own) => {
                        files.translations.insert(locale, file(own));
                        let own = self.named(own, locale);
                        // Nobody lists what is not translated yet.
                        let is_there = |page: &IdentityIndex| self.identities[*page].translations[locale];
                        let lacks =
                            |page: &IdentityIndex| is_there(page).is_some() && !own.contains_key(page);
                        named.iter().filter(|(page, _)| lacks(page)).map(|(_, name)| name.clone()).collect()
                    }
                };
                files.lacking.insert(locale, lacking);
            }
            all.push(files);
        }
        all
    }

    fn id_of_toc(&self, toc: &Toc) -> String {
        format!("{}{}", self.docsets[toc.file.docset].prefix, toc.file.below)
    }

    /// The articles that a table of contents leads to, with their names in it.
    fn named(&self, toc: &Toc, reader: LocaleIndex) -> BTreeMap<IdentityIndex, String> {
        let mut named = BTreeMap::new();
        for node in nodes(&toc.nodes).filter(|node| is_named(node)) {
            let Some(href) = node.topic.as_ref().or(node.href.as_ref()) else { continue };
            let base = Base { file: &toc.file, article: None, reader };
            if let Target::Article { article, .. } = self.resolve(base, &href.value).target {
                named.entry(self.articles[article].identity).or_insert_with(|| name(node));
            }
        }
        named
    }

    /// The names in the one table of contents of a site.
    fn names_of_site(&self, toc: &Toc, source: LocaleIndex) -> NameFiles {
        let mut files = NameFiles { id: toc.file.path.to_string(), ..NameFiles::default() };
        let names: BTreeSet<&str> =
            nodes(&toc.nodes).filter(|node| is_named(node)).map(|node| node.name.as_str()).collect();
        for (locale, entry) in self.locales.iter_enumerated().filter(|(locale, _)| *locale != source) {
            let is_translated = |name: &&&str| {
                let translations = toc.translations.get(**name);
                translations.is_some_and(|all| all.iter().any(|(own, _)| *own == entry.locale))
            };
            let lacking: Vec<String> =
                names.iter().filter(|name| !is_translated(name)).map(|name| (*name).to_owned()).collect();
            if lacking.len() < names.len() {
                files.translations.insert(locale, file(toc));
            }
            files.lacking.insert(locale, lacking);
            files.targets.insert(locale, toc.file.path.to_string());
        }
        files
    }

    /// `.pages` of MkDocs.
    fn folder_files(&self, source: LocaleIndex) -> Vec<NameFiles> {
        let mut by_id: BTreeMap<&str, NameFiles> = BTreeMap::new();
        let mut names: BTreeMap<&str, BTreeMap<LocaleIndex, &BTreeMap<String, String>>> = BTreeMap::new();
        let files = self.navigation.folders.files.iter();
        for own in files.filter(|file| file.kind == FolderFileKind::Pages && !file.names.is_empty()) {
            let files = by_id.entry(&own.id).or_default();
            let file = NameFile { path: own.path.clone(), text: own.text.clone() };
            if own.locale == source {
                files.source = Some(file);
            } else {
                files.translations.insert(own.locale, file);
            }
            names.entry(&own.id).or_default().insert(own.locale, &own.names);
        }
        let all = by_id.into_iter().filter(|(_, files)| files.source.is_some()).map(|(id, mut files)| {
            let names = names.get(id);
            let of = |locale| names.and_then(|names| names.get(&locale)).copied();
            for locale in self.locales.indices().filter(|&locale| locale != source) {
                let own = of(locale);
                let is_lacking = |key: &str| own.is_none_or(|own| !own.contains_key(key));
                let lacking = of(source).into_iter().flatten().filter(|(key, _)| is_lacking(key));
                files.lacking.insert(locale, lacking.map(|(_, name)| name.clone()).collect());
            }
            NameFiles { id: id.to_owned(), ..files }
        });
        all.collect()
    }

    /// The names of Docusaurus: those of all folders of the source, which `current.json` translates.
    fn category_files(&self, source: LocaleIndex) -> Option<NameFiles> {
        let settings = &self.navigation.folders;
        let is_docusaurus = |layout: LayoutName| layout == LayoutName::Docusaurus;
        if !self.docsets.iter().any(|docset| is_docusaurus(docset.layout)) || settings.is_empty() {
            return None;
        }
        let mut files = NameFiles { id: "current.json".to_owned(), ..NameFiles::default() };
        let mut keys: BTreeMap<LocaleIndex, &BTreeMap<String, String>> = BTreeMap::new();
        let translated = settings.files.iter().filter(|file| file.kind == FolderFileKind::Translations);
        for own in translated {
            let file = NameFile { path: own.path.clone(), text: own.text.clone() };
            if own.locale == source {
                files.source.get_or_insert(file);
            } else {
                files.translations.entry(own.locale).or_insert(file);
            }
            keys.entry(own.locale).or_insert(&own.names);
        }
        for locale in self.locales.indices().filter(|&locale| locale != source) {
            let labels = settings.folders.iter().filter_map(|(url, setting)| {
                setting.names.get(&source).filter(|_| settings.name(url, locale).is_none())
            });
            let own = keys.get(&locale);
            let is_lacking = |key: &str| own.is_none_or(|own| !own.contains_key(key));
            let named = keys.get(&source).into_iter().flat_map(|names| names.iter());
            let named = named.filter(|(key, _)| is_lacking(key)).map(|(_, name)| name);
            let lacking: BTreeSet<&String> = labels.chain(named).collect();
            files.lacking.insert(locale, lacking.into_iter().cloned().collect());
            let mut own = self.docsets.iter().filter(|docset| is_docusaurus(docset.layout));
            let own = own.find_map(|docset| {
                let is_own = docset.locale.as_ref() == Some(&self.locales[locale].locale);
                is_own.then_some(docset.root.as_str()).filter(|root| root.contains("-content-docs"))
            });
            if let Some(root) = own {
                let folder = root.strip_suffix("/current").unwrap_or(root);
                files.targets.insert(locale, join(folder, "current.json"));
            }
        }
        Some(files)
    }
}

/// The names that a file of names says, in an order of its own; the lines of one that is no table of contents.
pub fn said_by_names(path: &str, text: &str) -> Vec<String> {
    let file = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let nodes_of =
        |nodes_here: &[TocNode]| nodes(nodes_here).filter(|node| is_named(node)).map(name).collect();
    let mut said: Vec<String> = match file.as_str() {
        "toc.yml" | "toc.yaml" => nodes_of(&toc::parse(text).0),
        "toc.md" => nodes_of(&toc_markdown::parse(&with_line_feeds(text)).0),
        _ => text.lines().map(|line| line.trim().trim_end_matches(',').to_owned()).collect(),
    };
    said.sort();
    said
}

fn file(toc: &Toc) -> NameFile {
    NameFile { path: toc.file.path.clone(), text: toc.file.text.clone() }
}

fn name(node: &TocNode) -> String {
    node.name.trim().to_owned()
}

fn is_named(node: &TocNode) -> bool {
    !node.name.trim().is_empty()
}

/// All nodes, in order.
fn nodes(nodes: &[TocNode]) -> impl Iterator<Item = &TocNode> {
    let mut open: Vec<&TocNode> = nodes.iter().rev().collect();
    std::iter::from_fn(move || {
        let node = open.pop()?;
        open.extend(node.items.iter().rev());
        Some(node)
    })
}
