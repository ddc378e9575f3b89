//! What a generator's files say of a folder, and the list of the generators that are known. Places no file itself.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use crate::locale::Locale;
use crate::sources::{Sources, is_markdown};

use super::docset::{Docset, DocsetKind, is_within, strip_folder};
use super::excluded::Excluded;
use super::name::LayoutName;
use super::placed::{NamedSource, Placement, Role};

/// A generator whose repositories are read as they are.
pub(super) struct Generator {
    pub(super) name: LayoutName,
    /// The sites that its files mark, each with the folders of its articles.
    pub(super) recognise: fn(&Input<'_>) -> Vec<Arrangement>,
    /// What a Markdown or YAML file of one of those folders is, by its path below it.
    pub(super) place: fn(&Docset, &str) -> Placement,
}

/// Where every Markdown file is an article.
pub(super) fn articles(_: &Docset, below: &str) -> Placement {
    if is_markdown(below) { Placement::As(Role::Article) } else { Placement::Configuration }
}

/// The arrangement of one site.
#[derive(Debug)]
pub(super) struct Arrangement {
    pub(super) layout: LayoutName,
    /// The folder that it governs.
    pub(super) root: String,
    pub(super) docsets: Vec<Docset>,
    pub(super) source: Option<NamedSource>,
    /// Configuration files that could not be read: path, what is wrong.
    pub(super) unreadable: Vec<(Arc<str>, String)>,
}

impl Arrangement {
    pub(super) fn new(layout: LayoutName, root: &str) -> Self {
        Self { layout, root: root.to_owned(), docsets: Vec::new(), source: None, unreadable: Vec::new() }
    }

    /// Adds a folder of articles: those of one locale, or of files that say their own.
    pub(super) fn add(&mut self, folder: String, locale: Option<Locale>) -> &mut Docset {
        let at = self.docsets.len();
        self.docsets.push(Docset::new(self.layout, &self.root, folder, locale));
        &mut self.docsets[at]
    }

    /// Leaves out of all its folders what its generator passes over.
    pub(super) fn exclude(&mut self, excluded: &Excluded) {
        self.docsets.iter_mut().for_each(|docset| docset.excluded.clone_from(excluded));
    }

    /// Says at which URL, or in which folder of a host, the site is published.
    pub(super) fn publish_at(&mut self, url: Option<&str>) {
        let path = url.and_then(path_of_url);
        self.docsets.iter_mut().for_each(|docset| docset.site_path.clone_from(&path));
    }

    /// Adds a folder whose files are served from the root of the site.
    pub(super) fn add_static(&mut self, folder: String) {
        self.add(folder, None).kind = DocsetKind::Static;
    }
}

/// The folder of a URL, without slashes at its ends; none where that is the root, or is relative.
fn path_of_url(url: &str) -> Option<String> {
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => url.strip_prefix('/')?,
    };
    let path = path.split(['?', '#']).next()?.trim_matches('/');
    let is_plain = !path.is_empty() && path.split('/').all(|step| !matches!(step, "" | "." | ".."));
    is_plain.then(|| path.to_owned())
}

/// What recognisers look at.
pub(super) struct Input<'s> {
    pub(super) sources: &'s Sources,
    /// `[site] source_locale`.
    source: Option<&'s Locale>,
    /// The folders of the sites that generators before this one have.
    pub(super) sites: Vec<String>,
    /// Texts that are no Markdown, in the order of their paths.
    configuration: Vec<&'s Arc<str>>,
    /// Folders in which Markdown files stand.
    folders: BTreeSet<&'s str>,
}

impl<'s> Input<'s> {
    pub(super) fn new(sources: &'s Sources, source: Option<&'s Locale>) -> Self {
        let mut input =
            Self { sources, source, sites: Vec::new(), configuration: Vec::new(), folders: BTreeSet::new() };
        let mut last = None;
        for path in sources.texts.keys() {
            if is_markdown(path) {
                let folder = super::docset::parent(path);
                if last.replace(folder) != Some(folder) {
                    input.folders.insert(folder);
                }
            } else {
                input.configuration.push(path);
            }
        }
        input
    }

    /// The locale of a site whose generator takes English where nothing is said: the configured one counts.
    pub(super) fn unsaid_source(&self) -> Option<Locale> {
        self.source.cloned().or_else(|| Locale::parse("en").ok())
    }

    /// The files with one of these names, each with the folder it stands in.
    pub(super) fn named(&self, names: &'s [&'s str]) -> impl Iterator<Item = (&'s str, &'s Arc<str>)> + '_ {
        let named = self.configuration().filter(|(_, name, _)| names.contains(name));
        named.map(|(folder, _, path)| (folder, path))
    }

    /// The texts that are no Markdown: folder, name, path.
    pub(super) fn configuration(&self) -> impl Iterator<Item = (&'s str, &'s str, &'s Arc<str>)> + '_ {
        self.configuration.iter().map(|path| {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            (folder, name, *path)
        })
    }

    /// Whether another site below the one in `folder` has this path.
    pub(super) fn is_of_another_site(&self, path: &str, folder: &str) -> bool {
        let is_below = |site: &&String| *site != folder && is_within(site, folder);
        self.sites.iter().filter(is_below).any(|site| is_within(path, site))
    }

    /// Whether articles are usually written in this locale first: the configured language, or English.
    pub(super) fn is_usual_source(&self, locale: &Locale) -> bool {
        let english = Locale::last_resort();
        [self.source, english.as_ref()]
            .into_iter()
            .flatten()
            .any(|usual| usual.language() == locale.language())
    }

    /// The folders that hold `marker`, a folder with any file.
    pub(super) fn folders_with(&self, marker: &str) -> Vec<&'s str> {
        let inner = format!("/{marker}/");
        let root = |path: &'s Arc<str>| match path.find(&inner) {
            Some(at) => Some(&path[..at]),
            None => strip_folder(path, marker).map(|_| ""),
        };
        let texts = self.sources.texts.keys().filter_map(root);
        let found: BTreeSet<&str> = texts.chain(self.sources.assets.keys().filter_map(root)).collect();
        found.into_iter().collect()
    }

    /// The text of a file.
    pub(super) fn text(&self, path: &str) -> Option<Cow<'s, str>> {
        let bytes = self.sources.texts.get(path)?;
        Some(String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)))
    }

    /// Whether Markdown stands in this folder or below it.
    pub(super) fn has_markdown(&self, folder: &str) -> bool {
        self.markdown_folders(folder).next().is_some()
    }

    /// Whether any file stands in this folder or below it.
    pub(super) fn has_files(&self, folder: &str) -> bool {
        let below = format!("{folder}/");
        let is_below = |path: Option<&str>| path.is_some_and(|path| path.starts_with(&below));
        is_below(paths_from(&self.sources.texts, &below).next())
            || is_below(paths_from(&self.sources.assets, &below).next())
    }

    /// The folders that hold Markdown themselves, this one and those below it.
    pub(super) fn markdown_folders(&self, folder: &str) -> impl Iterator<Item = &'s str> + '_ {
        let folder = folder.to_owned();
        let own = self.folders.get(folder.as_str()).copied().into_iter();
        let from = if folder.is_empty() { String::from("\u{1}") } else { format!("{folder}/") };
        let below = self.folders.range::<str, _>((Bound::Included(from.as_str()), Bound::Unbounded)).copied();
        let below = below.take_while(move |path| is_within(path, &folder)).collect::<Vec<_>>();
        own.chain(below)
    }

    /// The Markdown files in this folder and below it.
    pub(super) fn markdown_below(&self, folder: &str) -> impl Iterator<Item = &'s str> + '_ {
        let below = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let paths = paths_from(&self.sources.texts, &below);
        paths.take_while(move |path| path.starts_with(&below)).filter(|path| is_markdown(path))
    }

    /// The names of the folders directly below this one that hold Markdown somewhere.
    pub(super) fn children(&self, folder: &str) -> Vec<&'s str> {
        let below = self.markdown_folders(folder).filter_map(|path| strip_folder(path, folder));
        let names = below.filter(|below| !below.is_empty());
        let mut names: Vec<&str> = names.map(|below| below.split('/').next().unwrap_or(below)).collect();
        names.dedup();
        names
    }

    /// Those of its children that are named by a locale.
    pub(super) fn locale_folders(&self, folder: &str) -> Vec<(&'s str, Locale)> {
        let children = self.children(folder).into_iter();
        children.filter_map(|name| Some((name, Locale::named(name)?))).collect()
    }
}

/// The paths of a map from this one on, in order.
fn paths_from<'m, T>(
    map: &'m BTreeMap<Arc<str>, T>,
    first: &str,
) -> impl Iterator<Item = &'m str> + use<'m, T> {
    map.range::<str, _>((Bound::Included(first), Bound::Unbounded)).map(|(path, _)| &**path)
}
