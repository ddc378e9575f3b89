//! `faqtory files`: how the input is arranged, and what each file of it is taken for. Reads nothing.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use crate::catalog::{Article, Catalog, CatalogLocale, LocaleOrigin, NotPlaced, SitePlace};
use crate::config::{self, Config};
use crate::indexed::DocsetIndex;
use crate::layout::{self, DocsetKind, Layout, Role};
use crate::report::layout::{LayoutSummary, ListedFile, NOT_READ, SourceSummary};

use super::input::Input;
use super::loaded::Project;
use super::options;
use super::unread;

impl Project {
    /// How the files are arranged, in which locales, and how many are not read.
    pub(crate) fn layout(&self) -> LayoutSummary {
        Arranged { config: &self.config, catalog: &self.catalog }.summary()
    }
}

impl Input {
    /// Every file, by path, and what it is taken for; and how they are arranged. Asks for no article.
    ///
    /// # Errors
    /// A configuration that cannot be used.
    pub(crate) fn files(&self) -> anyhow::Result<(Vec<ListedFile>, LayoutSummary)> {
        let Self { sources, config, .. } = self;
        let options = options::catalog(config, self.drafts)?;
        let (catalog, layout) = (Catalog::new(sources, &options), layout::survey(sources, options.layout()));
        let listing = Listing { catalog: &catalog, layout: &layout };
        let mut files: BTreeMap<Arc<str>, (&'static str, String)> = BTreeMap::new();
        let messages = sources.messages.keys().chain(sources.theme_messages.keys());
        files.extend(messages.map(|path| (path.clone(), ("messages", String::new()))));
        let theme = sources.theme.keys().map(|below| {
            let name = config.site.theme.as_deref().unwrap_or_default();
            (format!("themes/{name}/{below}").into(), ("theme", String::new()))
        });
        files.extend(theme);
        files.extend(sources.texts.keys().map(|path| (path.clone(), ("configuration", String::new()))));
        files.extend(listing.placed());
        files.extend(listing.assets());
        let hidden = sources.hidden.iter().map(|path| (path, NotPlaced::Hidden.to_string()));
        // What articles show from such a folder is input.
        let shown = |folder: &str| {
            let next = sources.assets.range::<str, _>((Bound::Included(folder), Bound::Unbounded)).next();
            next.is_some_and(|(path, _)| path.starts_with(folder))
        };
        let hidden = hidden.filter(|(path, _)| !shown(path));
        let not_placed = catalog.not_placed.iter().map(|(path, reason)| (path, reason.to_string()));
        let not_read = sources.not_read.iter().chain(&sources.theme_files.not_read);
        let not_read = not_read.map(|(path, reason)| (path, reason.to_string()));
        let excluded = sources.excluded.iter().map(|path| (path, unread::EXCLUDED.to_owned()));
        let not_read = hidden.chain(not_placed).chain(not_read).chain(excluded);
        files.extend(not_read.map(|(path, reason)| (path.clone(), (NOT_READ, reason))));
        let listed = files.into_iter();
        let listed =
            listed.map(|(path, (taken_for, why))| ListedFile { path: path.to_string(), taken_for, why });
        Ok((listed.collect(), Arranged { config, catalog: &catalog }.summary()))
    }
}

/// What says how the files of a project are arranged.
#[derive(Clone, Copy)]
struct Arranged<'a> {
    config: &'a Config,
    catalog: &'a Catalog,
}

impl Arranged<'_> {
    fn summary(self) -> LayoutSummary {
        let catalog = self.catalog;
        let names: Vec<&str> = catalog.layouts.iter().map(|layout| layout.name()).collect();
        let source = catalog.source.map(|source| catalog.locales[source].locale.tag().to_owned());
        LayoutSummary {
            name: names.join(" + "),
            locales: catalog.locales.len(),
            source: source.map(|tag| SourceSummary { tag, said_by: self.said_by() }),
            assumed: self.assumed_locale(),
            likely_source: self.likely_source(),
            absent_source: catalog.absent_source.as_ref().map(|locale| locale.tag().to_owned()),
            not_read: unread::count(catalog),
        }
    }

    /// The locale of articles that nothing says the locale of: of those at the root of a site, or of all.
    fn assumed_locale(self) -> Option<String> {
        let site = &self.config.site;
        let is_named = site.source_locale.is_some() || site.default_locale.is_some();
        let is_assumed = |article: &Article| article.locale_origin == LocaleOrigin::Assumed;
        let only = self.catalog.locales.first().filter(|_| self.catalog.articles.iter().all(is_assumed));
        let assumed = self.catalog.assumed.as_ref().or_else(|| Some(&only?.locale));
        assumed.filter(|_| !is_named).map(|locale| locale.tag().to_owned())
    }

    /// The locale that is the source, if nothing says which one is: English where it has articles, else the one with most.
    fn likely_source(self) -> Option<String> {
        let is_asked = self.config.site.source_locale.is_none() && self.catalog.source_is_unknown();
        let locales = is_asked.then_some(&self.catalog.locales)?;
        let weight = |entry: &&CatalogLocale| (entry.locale.language() == "en", entry.articles);
        // The first of equal ones.
        let likely = locales.iter().rev().max_by_key(weight);
        likely.map(|entry| entry.locale.tag().to_owned())
    }

    /// What says which locale is the source.
    fn said_by(self) -> String {
        let named = self.catalog.source_named_by.as_deref();
        match (&self.config.site.source_locale, named, &self.catalog.assumed) {
            (Some(_), _, _) => config::FILE.to_owned(),
            (None, Some(file), _) => file.to_owned(),
            (None, None, Some(_)) => "assumed".to_owned(),
            (None, None, None) => "it alone has no source hashes".to_owned(),
        }
    }
}

/// What is known of the files of a project.
struct Listing<'a> {
    catalog: &'a Catalog,
    layout: &'a Layout,
}

impl Listing<'_> {
    /// Markdown, tables of contents and YAML pages.
    fn placed(&self) -> impl Iterator<Item = (Arc<str>, (&'static str, String))> + '_ {
        self.layout.files.iter().filter_map(|placed| {
            let site = self.site(placed.docset);
            let (taken_for, why) = match placed.role {
                Role::Article => {
                    let article = &self.catalog.articles[self.catalog.article_at(&placed.path)?];
                    let id = &self.catalog.identities[article.identity].id;
                    let locale = &self.catalog.locales[article.locale].locale;
                    ("article", format!("{id} in {locale}; {site}"))
                }
                Role::Include => ("include", site),
                Role::Toc => ("table of contents", site),
                Role::Section => ("section page", site),
            };
            Some((placed.path.clone(), (taken_for, why)))
        })
    }

    /// What articles show and link, and static files.
    fn assets(&self) -> impl Iterator<Item = (Arc<str>, (&'static str, String))> + '_ {
        self.catalog.assets.iter().map(|asset| {
            let taken_for = match self.catalog.docsets[asset.docset].kind {
                _ if !asset.is_served() || matches!(asset.place, SitePlace::Taken(_)) => "not served",
                DocsetKind::Static => "static file",
                _ => "asset",
            };
            (asset.path.clone(), (taken_for, self.site(asset.docset)))
        })
    }

    /// `Hugo, content/de`: what says where a file belongs.
    fn site(&self, docset: DocsetIndex) -> String {
        let docset = &self.layout.docsets[docset];
        let root = if docset.root.is_empty() { "." } else { &docset.root };
        format!("{}, {root}", docset.layout)
    }
}
