//! What all pages of a site share, prepared once: lists in collation order, sections, language names. Renders nothing.

mod kept;

use anyhow::Result;
use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, LocaleIndex};
use crate::locale::{Collation, Locale};
use crate::messages::{Bundle, Messages};
use crate::theme::{Theme, context};
use crate::translation::Translations;

use super::href::{self, LinkStyle};
use super::open::{self, Opened};
use super::redirect::{self, Moved};
use super::sections::Sections;
use super::{feed, robots};

pub use kept::Kept;

/// How the site is written; from the configuration.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the site; without it the message `site-title`.
    pub title: Option<String>,
    /// Where the site will stand, for canonical and alternate links.
    pub base_url: Option<String>,
    pub links: LinkStyle,
    pub robots: Robots,
    /// Where the original of a translation stands; `{locale}` and `{path}` are replaced.
    pub original: Option<String>,
    pub article_files: ArticleFiles,
}

/// Whether articles are written as JSON too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleFiles {
    #[default]
    Left,
    Written,
}

/// What becomes of the robots rules that articles carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Robots {
    #[default]
    Respect,
    Ignore,
}

/// A catalog with the look and the words to show it.
#[derive(Debug)]
pub struct Site<'a> {
    pub catalog: &'a Catalog,
    pub translations: &'a Translations,
    pub theme: &'a Theme,
    pub options: &'a Options,
    /// In the order of [`Catalog::locales`].
    locales: Vec<LocaleSite>,
    /// Locales with pages, in collation order of their own names.
    pub(super) switcher: Vec<LocaleIndex>,
    /// In the order of their folders.
    pub(super) opened: Vec<Opened>,
}

/// What the pages of one locale share.
#[derive(Debug)]
pub(super) struct LocaleSite {
    pub(super) bundle: Bundle,
    /// The name of the site in this locale.
    pub(super) title: String,
    /// The locale as Open Graph writes it: `he_IL`.
    pub(super) open_graph: String,
    /// `site` of the templates.
    pub(super) value: tera::Value,
    /// Every article with a page, in collation order of the titles.
    pub(super) listed: Vec<Listed>,
    /// The first and the last title of each page of the list of all articles; empty where one page holds all.
    pub(super) lists: Vec<std::ops::Range<usize>>,
    pub(super) sections: Sections,
    /// What the feed holds, the newest first; empty where there is none.
    pub(super) newest: Vec<ArticleIndex>,
    /// Old URLs that lead on, in order.
    pub(super) moved: Vec<Moved>,
}

/// An article with a page in a locale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    pub(super) identity: IdentityIndex,
    /// The article shown: in another locale on fallback pages.
    pub(super) article: ArticleIndex,
    /// Whether it is the text of the home and has no page of its own.
    pub(super) is_index: bool,
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
        let mut switcher: Vec<LocaleIndex> = catalog.published().collect();
        let collation = Collation::new(&catalog.locales[catalog.default].locale);
        switcher.sort_by_cached_key(|&locale| collation.key(catalog.locales[locale].locale.own_name()));
        let prepare =
            |locale: LocaleIndex| prepare(catalog, theme, messages, options, switcher.len(), locale);
        let locales = (0..catalog.locales.len()).into_par_iter().map(prepare).collect::<Result<_>>()?;
        let opened = open::opened(catalog, &collation);
        let mut site = Self { catalog, translations, theme, options, locales, switcher, opened };
        site.find_newest();
        Ok(site)
    }

    fn find_newest(&mut self) {
        for locale in 0..self.catalog.locales.len() {
            self.locales[locale].newest = feed::newest(self, locale);
        }
    }

    pub(super) fn locale(&self, locale: LocaleIndex) -> &LocaleSite {
        &self.locales[locale]
    }

    pub(super) fn tag(&self, locale: LocaleIndex) -> &Locale {
        &self.catalog.locales[locale].locale
    }

    /// `he-il/`.
    pub(super) fn home_folder(&self, locale: LocaleIndex) -> String {
        format!("{}/", self.tag(locale).slug())
    }

    /// `he-il/reset/`; the home's folder for the root index article.
    pub(super) fn article_folder(&self, locale: LocaleIndex, identity: IdentityIndex) -> String {
        let url = &self.catalog.identities[identity].url;
        if url.is_empty() { self.home_folder(locale) } else { format!("{}{url}/", self.home_folder(locale)) }
    }

    /// `he-il/account/`.
    pub(super) fn section_folder(&self, locale: LocaleIndex, url: &str) -> String {
        format!("{}{url}/", self.home_folder(locale))
    }

    /// The address of a page for canonical and alternate links: absolute with a base URL, else root-relative.
    pub(super) fn address(&self, folder: &str) -> String {
        let encoded = href::encode_path(folder);
        match &self.options.base_url {
            Some(base) => format!("{}/{encoded}", base.trim_end_matches('/')),
            None => format!("/{encoded}"),
        }
    }

    pub(super) fn language(&self, locale: LocaleIndex) -> context::Language<'_> {
        let locale = self.tag(locale);
        context::Language { tag: locale.tag(), dir: locale.direction().name(), name: locale.own_name() }
    }

    /// The number of articles that search engines may not show; none where the rules of articles are ignored.
    pub fn noindex(&self) -> usize {
        (0..self.catalog.articles.len()).filter(|&article| !self.is_indexable(article)).count()
    }

    /// Whether search engines may show the article, as it says itself.
    pub(super) fn is_indexable(&self, article: ArticleIndex) -> bool {
        let robots = &self.catalog.articles[article].file.front_matter.robots;
        self.options.robots == Robots::Ignore
            || !robots.as_ref().is_some_and(|robots| robots::forbids(&robots.value))
    }
}

fn prepare(
    catalog: &Catalog,
    theme: &Theme,
    messages: &Messages,
    options: &Options,
    published: usize,
    locale: LocaleIndex,
) -> Result<LocaleSite> {
    let tag = &catalog.locales[locale].locale;
    let bundle = messages.bundle(tag);
    let title = match &options.title {
        Some(title) => title.clone(),
        None => bundle.text("site-title", &[])?.text.to_string(),
    };
    let value = tera::Value::try_from_serializable(&context::Site {
        title: &title,
        language: context::Language { tag: tag.tag(), dir: tag.direction().name(), name: tag.own_name() },
        locales: published,
        assets: theme.asset_names(),
    })?;
    let listed = listed(catalog, locale);
    let sections = Sections::new(catalog, locale, &listed);
    let articles = listed.iter().filter(|entry| !entry.is_index).count();
    let lists = if articles <= context::LIST_PAGE { Vec::new() } else { pages(listed.len()) };
    let open_graph = match tag.region() {
        Some(region) => format!("{}_{region}", tag.language()),
        None => tag.language().to_owned(),
    };
    let moved = redirect::moved(catalog, locale, &listed, &sections);
    Ok(LocaleSite { bundle, title, open_graph, value, listed, lists, sections, moved, newest: Vec::new() })
}

/// Every article with a page in the locale, by title, then by ID.
fn listed(catalog: &Catalog, locale: LocaleIndex) -> Vec<Listed> {
    let collation = Collation::new(&catalog.locales[locale].locale);
    let mut keyed: Vec<(Vec<u8>, Listed)> = (0..catalog.identities.len())
        .into_par_iter()
        .filter_map(|identity| {
            let article = catalog.shown(identity, locale)?;
            let is_index = catalog.identities[identity].url.is_empty();
            Some((collation.key(&catalog.articles[article].title), Listed { identity, article, is_index }))
        })
        .collect();
    keyed.sort_by(|(a, one), (b, other)| a.cmp(b).then(one.identity.cmp(&other.identity)));
    keyed.into_iter().map(|(_, listed)| listed).collect()
}

fn pages(count: usize) -> Vec<std::ops::Range<usize>> {
    let starts = (0..count).step_by(context::LIST_PAGE);
    starts.map(|start| start..count.min(start + context::LIST_PAGE)).collect()
}
