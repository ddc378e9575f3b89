//! `faqtory files`: how the input is arranged, and what each file of it is taken for. Reads nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::{Article, Catalog, CatalogLocale, LocaleOrigin};
use crate::config;
use crate::indexed::DocsetIndex;
use crate::layout::{self, DocsetKind, Layout, Role};
use crate::report::layout::{LayoutSummary, ListedFile, NOT_READ, SourceSummary};

use super::input::Input;
use super::loaded::Project;
use super::options;

impl Project {
    /// How the files are arranged, in which locales, and how many are not read.
    pub(crate) fn layout(&self) -> LayoutSummary {
        let catalog = &self.catalog;
        let names: Vec<&str> = catalog.layouts.iter().map(|layout| layout.name()).collect();
        let mut not_read: BTreeMap<String, usize> = BTreeMap::new();
        for reason in catalog.not_placed.values() {
            *not_read.entry(reason.to_string()).or_default() += 1;
        }
        LayoutSummary {
            name: names.join(" + "),
            locales: catalog.locales.len(),
            source: self
                .source_locale()
                .map(|tag| SourceSummary { tag: tag.to_owned(), said_by: self.said_by() }),
            assumed: self.assumed_locale(),
            likely_source: self.likely_source(),
            not_read,
        }
    }

    /// The locale of articles that nothing says the locale of: of those at the root of a site, or of all.
    fn assumed_locale(&self) -> Option<String> {
        let site = &self.config.site;
        let is_named = site.source_locale.is_some() || site.default_locale.is_some();
        let is_assumed = |article: &Article| article.locale_origin == LocaleOrigin::Assumed;
        let only = self.catalog.locales.first().filter(|_| self.catalog.articles.iter().all(is_assumed));
        let assumed = self.catalog.assumed.as_ref().or_else(|| Some(&only?.locale));
        assumed.filter(|_| !is_named).map(|locale| locale.tag().to_owned())
    }

    /// The locale that is the source, if nothing says which one is: English where it has articles, else the one with most.
    fn likely_source(&self) -> Option<String> {
        let is_asked = self.config.site.source_locale.is_none() && self.catalog.source_is_unknown();
        let locales = is_asked.then_some(&self.catalog.locales)?;
        let weight = |entry: &&CatalogLocale| (entry.locale.language() == "en", entry.articles);
        // The first of equal ones.
        let likely = locales.iter().rev().max_by_key(weight);
        likely.map(|entry| entry.locale.tag().to_owned())
    }

    /// What says which locale is the source.
    fn said_by(&self) -> String {
        let named = self.catalog.source_named_by.as_deref();
        match (&self.config.site.source_locale, named, &self.catalog.assumed) {
            (Some(_), _, _) => config::FILE.to_owned(),
            (None, Some(file), _) => file.to_owned(),
            (None, None, Some(_)) => "assumed".to_owned(),
            (None, None, None) => "it alone has no source hashes".to_owned(),
        }
    }

    /// Every file of the project, by path, and what it is taken for.
    ///
    /// # Errors
    /// A configuration that cannot be used.
    pub(crate) fn files(&self, input: &Input) -> anyhow::Result<Vec<ListedFile>> {
        let sources = &input.sources;
        let layout = layout::survey(sources, options::catalog(&self.config, input.drafts)?.layout());
        let listing = Listing { catalog: &self.catalog, layout: &layout };
        let mut files: BTreeMap<Arc<str>, (&'static str, String)> = BTreeMap::new();
        let messages = sources.messages.keys().chain(sources.theme_messages.keys());
        files.extend(messages.map(|path| (path.clone(), ("messages", String::new()))));
        let theme = sources.theme.keys().map(|below| {
            let name = self.config.site.theme.as_deref().unwrap_or_default();
            (format!("themes/{name}/{below}").into(), ("theme", String::new()))
        });
        files.extend(theme);
        files.extend(sources.texts.keys().map(|path| (path.clone(), ("configuration", String::new()))));
        files.extend(listing.placed());
        files.extend(listing.assets());
        let not_placed = self.catalog.not_placed.iter();
        files.extend(not_placed.map(|(path, reason)| (path.clone(), (NOT_READ, reason.to_string()))));
        let not_read = sources.not_read.iter().chain(&sources.theme_files.not_read);
        files.extend(not_read.map(|(path, reason)| (path.clone(), (NOT_READ, reason.to_string()))));
        let listed = files.into_iter();
        Ok(listed
            .map(|(path, (taken_for, why))| ListedFile { path: path.to_string(), taken_for, why })
            .collect())
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
                _ if !asset.is_served() => "not served",
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
