//! Sites of Hugo: a folder of articles for each language, `name.<language>.md`, or both. Reads configuration and paths.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::locale::Locale;

use super::arrangement::{Arrangement, Generator, Input, articles};
use super::docset::{self, Docset, DocsetKind, Suffixes, join, suffix_key};
use super::excluded::Excluded;
use super::folders;
use super::hugo_settings::{HugoSettings, Language, Mount};
use super::name::LayoutName;
use super::placed::NamedSource;

pub(super) const HUGO: Generator = Generator { name: LayoutName::Hugo, recognise, place: articles };

const FILES: &[&str] = &[
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
];

/// Where its configuration may be split into several files.
const FOLDER: &str = "config/_default";

/// The files there beside those of the site itself, by what their names begin with.
const PARTS: &[&str] = &["cascade.", "languages.", "module."];

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let mut sites: BTreeMap<&str, Vec<&Arc<str>>> = BTreeMap::new();
    for (folder, name, path) in input.configuration() {
        let above = folder.strip_suffix(FOLDER).filter(|root| root.is_empty() || root.ends_with('/'));
        let is_part = || above.is_some() && PARTS.iter().any(|part| name.starts_with(part));
        if FILES.contains(&name) || is_part() {
            let root = above.map(|root| root.trim_end_matches('/'));
            sites.entry(root.unwrap_or(folder)).or_default().push(path);
        }
    }
    sites.into_iter().filter_map(|(root, files)| site(input, root, &files)).collect()
}

fn site(input: &Input<'_>, root: &str, files: &[&Arc<str>]) -> Option<Arrangement> {
    let mut arrangement = Arrangement::new(LayoutName::Hugo, root);
    let settings = HugoSettings::read(input, files, &mut arrangement.unreadable)?;
    let source = settings.source(input);
    let suffixes: BTreeMap<String, Option<Locale>> = settings
        .languages
        .iter()
        .map(|language| (suffix_key(&language.key), language.published().cloned()))
        .collect();
    let site = Site { root, settings: &settings, source: source.as_ref(), suffixes };
    if settings.mounts.is_empty() {
        site.add_folders(input, &mut arrangement);
    } else {
        site.add_mounts(&mut arrangement);
    }
    let articles = arrangement.docsets.iter_mut();
    articles.for_each(|docset| docset.drafts.clone_from(&settings.drafts));
    arrangement.publish_at(settings.url());
    arrangement.exclude(&Excluded::expressions(root, settings.ignored()));
    settings.statics(root).into_iter().for_each(|folder| arrangement.add_static(folder));
    arrangement.source = source.map(|locale| NamedSource { locale, by: settings.named_by.clone() });
    Some(arrangement)
}

/// What decides about the folders of a site.
struct Site<'s> {
    root: &'s str,
    settings: &'s HugoSettings,
    source: Option<&'s Locale>,
    suffixes: BTreeMap<String, Option<Locale>>,
}

impl Site<'_> {
    /// Those of the languages, and the one that all the others share.
    fn add_folders(&self, input: &Input<'_>, arrangement: &mut Arrangement) {
        let content = join(self.root, &self.settings.content);
        let languages = &self.settings.languages;
        if languages.is_empty() {
            folders::add_below(arrangement, input, &content, self.source);
            return;
        }
        let mut own: BTreeMap<String, Vec<&Language>> = BTreeMap::new();
        for language in languages {
            if let Some(folder) = &language.content {
                own.entry(join(self.root, folder)).or_default().push(language);
            }
        }
        if own.is_empty() {
            // Many a site has folders of this kind without saying so.
            for name in input.children(&content) {
                let named = languages.iter().find(|language| suffix_key(&language.key) == suffix_key(name));
                named
                    .into_iter()
                    .for_each(|language| own.entry(join(&content, name)).or_default().push(language));
            }
        }
        for (folder, languages) in &own {
            self.add(arrangement, folder.clone(), languages);
        }
        if own.contains_key(&content) {
            return;
        }
        let has_folder = |language: &Language| own.values().flatten().any(|other| other.key == language.key);
        let is_named = self.settings.languages.iter().any(|language| language.content.is_some());
        let shared: Vec<&Language> =
            languages.iter().filter(|language| !is_named || !has_folder(language)).collect();
        if !shared.is_empty() {
            self.add(arrangement, content, &shared);
        }
    }

    /// The folders that are mounted as content, each at its place there.
    fn add_mounts(&self, arrangement: &mut Arrangement) {
        for Mount { source, below, language } in &self.settings.mounts {
            let languages: Vec<&Language> = match language {
                Some(key) => self.settings.language(key).into_iter().collect(),
                None => self.settings.languages.iter().collect(),
            };
            let folder = join(self.root, source);
            if arrangement.docsets.iter().any(|docset| docset.root == folder) {
                continue;
            }
            let docset = self.add(arrangement, folder, &languages);
            docset.prefix = if below.is_empty() { String::new() } else { format!("{below}/") };
        }
    }

    /// A folder of these languages: of the source among them, else of the only one.
    fn add<'a>(
        &self,
        arrangement: &'a mut Arrangement,
        folder: String,
        languages: &[&Language],
    ) -> &'a mut Docset {
        let published: Vec<&Locale> = languages.iter().filter_map(|language| language.published()).collect();
        let has_source =
            languages.is_empty() || self.source.is_some_and(|source| published.contains(&source));
        let only = published.first().filter(|_| published.len() == 1).copied();
        let locale = if has_source { self.source } else { only };
        let is_shared = languages.len() > 1;
        let is_disabled = published.is_empty() && !languages.is_empty();
        let docset = arrangement.add(folder, locale.cloned());
        docset.kind = if is_shared { DocsetKind::Suffixed } else { docset.kind };
        docset.suffixes = Suffixes::These(self.suffixes.clone());
        docset.language = if is_disabled { docset::Language::Disabled } else { docset::Language::Published };
        docset
    }
}
