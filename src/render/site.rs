//! What every page and file of a site is made from: the catalog, the theme, and what was prepared of both. Renders nothing.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use anyhow::Result;
use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, IndexVec, LocaleIndex, may_be_indexed};
use crate::highlight::Highlighter;
use crate::locale::Locale;
use crate::messages::Messages;
use crate::search::{SearchIndex, SourceTerms};
use crate::theme::{Theme, context};
use crate::translation::Translations;

use super::href;
use super::options::{Options, Search};
use super::prepare::{CustomIdPage, OldUrl, Prepared, PreparedLocale};

/// A catalog with everything that its pages need.
#[derive(Debug)]
pub struct Site<'a> {
    pub catalog: &'a Catalog,
    pub translations: &'a Translations,
    pub theme: &'a Theme,
    pub options: &'a Options,
    prepared: Prepared,
    /// Each made when it is first asked for.
    indexes: IndexVec<LocaleIndex, OnceLock<SearchIndex>>,
    /// What all of them hold of the sources of translations.
    sources: OnceLock<SourceTerms>,
    /// The articles that share custom IDs with each, found once for all locales.
    related: IndexVec<IdentityIndex, OnceLock<Vec<IdentityIndex>>>,
    /// What each file of whole articles holds, found when it is first asked for.
    parts: IndexVec<LocaleIndex, OnceLock<Vec<Range<usize>>>>,
}

impl<'a> Site<'a> {
    /// Prepares what pages share, locale by locale in parallel.
    ///
    /// # Errors
    /// A message bundle without `site-title`, which the embedded ones have.
    pub fn new(
        catalog: &'a Catalog,
        translations: &'a Translations,
        theme: &'a Theme,
        messages: &Messages,
        options: &'a Options,
    ) -> Result<Self> {
        let prepared = Prepared::new(catalog, theme, messages, options)?;
        let site = Self::of(prepared, catalog, translations, theme, options);
        site.prepared.locales.par_iter().for_each(|prepared| {
            let _ =
                (prepared.details(catalog), prepared.newest(catalog, options), prepared.old_urls(catalog));
        });
        Ok(site)
    }

    /// The site that [`Site::new`] would prepare, where nothing has changed since but texts of articles that
    /// [`Catalog::replace`] has put there: the locales, titles, IDs, addresses, theme and options are those of before.
    pub fn reuse(
        mut prepared: Prepared,
        catalog: &'a Catalog,
        translations: &'a Translations,
        theme: &'a Theme,
        options: &'a Options,
    ) -> Self {
        prepared.forget_texts();
        Self::of(prepared, catalog, translations, theme, options)
    }

    /// What was prepared, without the catalog.
    pub fn into_prepared(self) -> Prepared {
        self.prepared
    }

    fn of(
        prepared: Prepared,
        catalog: &'a Catalog,
        translations: &'a Translations,
        theme: &'a Theme,
        options: &'a Options,
    ) -> Self {
        let indexes = catalog.locales.iter().map(|_| OnceLock::new()).collect();
        let related = catalog.identities.iter().map(|_| OnceLock::new()).collect();
        let parts = catalog.locales.iter().map(|_| OnceLock::new()).collect();
        Self {
            catalog,
            translations,
            theme,
            options,
            prepared,
            indexes,
            sources: OnceLock::new(),
            related,
            parts,
        }
    }

    /// Makes the search index of these locales, in parallel, and of those that supply their articles: a task of rendering that
    /// made one could come upon another that waits for it. That of another is made when it is first asked for.
    pub fn index_words(&self, wanted: &[LocaleIndex]) {
        let listed = wanted.iter().flat_map(|&locale| &self.locale(locale).listed);
        let supplying = listed.map(|entry| self.catalog.articles[entry.article].locale);
        let all: BTreeSet<LocaleIndex> = supplying.chain(wanted.iter().copied()).collect();
        if self.options.search == Search::On {
            let _ = self.sources();
        }
        all.into_par_iter().for_each(|locale| {
            let _ = self.index(locale);
        });
    }

    /// The search index of a locale, of the articles written in it that have a page and are not excluded; none where
    /// there is no search.
    pub(crate) fn index(&self, locale: LocaleIndex) -> Option<&SearchIndex> {
        let is_found = |article: &ArticleIndex| {
            let article = &self.catalog.articles[*article];
            let id = &*self.catalog.identities[article.identity].id;
            article.locale == locale && !self.options.search_exclude.is_match(id)
        };
        let articles = self.locale(locale).listed.iter().map(|entry| entry.article).filter(is_found);
        let made = || {
            SearchIndex::new(self.catalog, locale, articles.collect(), &self.synonyms(locale), self.sources())
        };
        (self.options.search == Search::On).then(|| self.indexes[locale].get_or_init(made))
    }

    fn sources(&self) -> &SourceTerms {
        self.sources.get_or_init(|| SourceTerms::new(self.catalog))
    }

    /// Groups of words of one meaning, those that ship and the project's: of each those of the locale, else those of another of its language.
    fn synonyms(&self, locale: LocaleIndex) -> Vec<&str> {
        let own = &self.catalog.locales[locale].locale;
        let mut all = Vec::new();
        for lists in [&self.options.synonyms, &self.options.own_synonyms] {
            let is_exact = lists.iter().any(|(other, _)| other == own);
            let is_meant = |other: &Locale| {
                if is_exact { other == own } else { other.language() == own.language() }
            };
            let meant = lists.iter().filter(|(other, _)| is_meant(other));
            all.extend(meant.flat_map(|(_, groups)| groups).map(String::as_str));
        }
        all
    }

    /// The articles that share custom IDs with this one, the nearest first.
    pub(super) fn related(&self, identity: IdentityIndex) -> &[IdentityIndex] {
        self.related[identity].get_or_init(|| self.catalog.sharing_ids(identity))
    }

    /// What each file of whole articles of a locale holds, found by `divide` where it is not known.
    pub(super) fn parts(
        &self,
        locale: LocaleIndex,
        divide: impl FnOnce() -> Vec<Range<usize>>,
    ) -> &[Range<usize>] {
        self.parts[locale].get_or_init(divide)
    }

    pub(super) fn locale(&self, locale: LocaleIndex) -> &PreparedLocale {
        &self.prepared.locales[locale]
    }

    /// Locales with pages, in collation order of their own names.
    pub(super) fn switcher(&self) -> &[LocaleIndex] {
        &self.prepared.switcher
    }

    /// What tells the parts of code apart.
    pub(super) fn highlighter(&self) -> &Highlighter {
        &self.prepared.highlighter
    }

    /// The pages of custom IDs, in the order of their folders.
    pub(super) fn custom_id_pages(&self) -> &[CustomIdPage] {
        &self.prepared.custom_id_pages
    }

    pub(super) fn tag(&self, locale: LocaleIndex) -> &Locale {
        &self.catalog.locales[locale].locale
    }

    /// `he-il/`.
    pub(super) fn home_folder(&self, locale: LocaleIndex) -> String {
        format!("{}/", self.tag(locale).slug())
    }

    /// `he-il/reset/`; the home's folder for the root index article.
    pub(crate) fn article_folder(&self, locale: LocaleIndex, identity: IdentityIndex) -> String {
        let url = &self.catalog.identities[identity].url;
        let mut folder = self.home_folder(locale);
        if !url.is_empty() {
            folder.reserve_exact(url.len() + 1);
            folder.push_str(url);
            folder.push('/');
        }
        folder
    }

    /// `he-il/account/`.
    pub(super) fn section_folder(&self, locale: LocaleIndex, url: &str) -> String {
        format!("{}{url}/", self.home_folder(locale))
    }

    /// `he-il/feed.xml`.
    pub(super) fn feed_path(&self, locale: LocaleIndex) -> String {
        format!("{}feed.xml", self.home_folder(locale))
    }

    /// `he-il/opensearch.xml`; none without a search, or without a base URL: all in it is absolute.
    pub(super) fn open_search_path(&self, locale: LocaleIndex) -> Option<String> {
        let is_wanted = self.options.search == Search::On && self.options.base_url.is_some();
        is_wanted.then(|| format!("{}opensearch.xml", self.home_folder(locale)))
    }

    /// The address of a page for canonical and alternate links: absolute with a base URL, else root-relative.
    pub(super) fn address(&self, folder: &str) -> String {
        let encoded = href::encode_path(folder);
        match &self.options.base_url {
            Some(base) => format!("{}/{encoded}", base.trim_end_matches('/')),
            None => format!("/{encoded}"),
        }
    }

    pub(super) fn language(&self, locale: LocaleIndex) -> context::LanguageRef<'_> {
        self.prepared.languages[locale].of(self.tag(locale))
    }

    /// What distinguishes an article from others that have its title in the locale.
    pub(super) fn detail(&self, locale: LocaleIndex, article: IdentityIndex) -> Option<&str> {
        self.locale(locale).details(self.catalog).get(&article).map(String::as_str)
    }

    /// What the feed of a locale holds, the newest first; empty where there is none.
    pub(super) fn newest(&self, locale: LocaleIndex) -> &[ArticleIndex] {
        self.locale(locale).newest(self.catalog, self.options)
    }

    /// Old URLs of a locale that lead on, in order.
    pub(super) fn old_urls(&self, locale: LocaleIndex) -> &[OldUrl] {
        self.locale(locale).old_urls(self.catalog)
    }

    /// URLs of the source without a locale that lead on to today's, in order.
    pub(super) fn unprefixed(&self) -> &[OldUrl] {
        &self.prepared.unprefixed
    }

    /// The number of articles that search engines may not show; none where the rules of articles are ignored.
    pub fn noindex(&self) -> usize {
        self.catalog.articles.indices().filter(|&article| !self.is_indexable(article)).count()
    }

    /// Whether search engines may show the article, as it says itself.
    pub(super) fn is_indexable(&self, article: ArticleIndex) -> bool {
        may_be_indexed(&self.catalog.articles[article], self.options.robots)
    }
}
