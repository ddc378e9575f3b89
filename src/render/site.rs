//! What all pages of a site share, prepared once: lists in collation order, sections, language names. Renders nothing.

mod kept;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use anyhow::Result;
use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Catalog, CatalogLocale, IdentityIndex, IndexVec, LocaleIndex};
use crate::locale::{Collation, Locale};
use crate::messages::{Bundle, Messages};
use crate::search::Index;
use crate::theme::{Everywhere, Theme, context};
use crate::translation::Translations;

use super::href::{self, LinkStyle};
use super::open::{self, Opened};
use super::redirect::{self, Moved};
use super::sections::Sections;
use super::{details, feed, robots, search};

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
    /// Where an article can be changed; `{path}` is replaced.
    pub edit: Option<String>,
    /// HTML for `<head>` and for the foot of every page, as it is; `{locale}` is replaced.
    pub head: Option<String>,
    pub footer: Option<String>,
    pub search: Search,
    /// Article IDs that the search does not find.
    pub search_exclude: globset::GlobSet,
    pub bilingual: Bilingual,
}

/// Whether readers can search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Search {
    #[default]
    On,
    Off,
}

/// Whether translations that are up to date hold the source of their blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bilingual {
    #[default]
    No,
    Yes,
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
    locales: IndexVec<LocaleIndex, LocaleSite>,
    /// Locales with pages, in collation order of their own names.
    pub(super) switcher: Vec<LocaleIndex>,
    /// What each locale is called.
    languages: IndexVec<LocaleIndex, Spoken>,
    /// In the order of their folders.
    pub(super) opened: Vec<Opened>,
    /// Each made when it is first asked for.
    indexes: IndexVec<LocaleIndex, OnceLock<Index>>,
    /// What [`Catalog::kin`] says, asked for once for all locales.
    kin: IndexVec<IdentityIndex, OnceLock<Vec<IdentityIndex>>>,
}

/// The language of a locale.
#[derive(Debug)]
struct Spoken {
    /// In lists of languages.
    short: String,
    /// For templates.
    ready: tera::Value,
}

/// What the pages of one locale share.
#[derive(Debug)]
pub(super) struct LocaleSite {
    pub(super) bundle: Bundle,
    /// The name of the site in this locale.
    pub(super) title: String,
    /// The locale as Open Graph writes it: `he_IL`.
    pub(super) open_graph: String,
    /// What templates see on each of its pages.
    pub(super) everywhere: Everywhere,
    /// Every article with a page, in collation order of the titles.
    pub(super) listed: Vec<Listed>,
    /// The first and the last title of each page of the list of all articles; empty where one page holds all.
    pub(super) lists: Vec<std::ops::Range<usize>>,
    pub(super) sections: Sections,
    from_texts: FromTexts,
}

/// What may be another one after every change of a text; each made when it is first asked for.
#[derive(Debug, Default)]
struct FromTexts {
    /// What tells articles of one title apart: descriptions may be taken from the texts.
    details: OnceLock<BTreeMap<IdentityIndex, String>>,
    /// What the feed holds, the newest first; empty where there is none.
    newest: OnceLock<Vec<ArticleIndex>>,
    /// Old URLs that lead on, in order: they may lead to headings.
    moved: OnceLock<Vec<Moved>>,
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
        let languages = spoken(catalog)?;
        let prepare = |locale: LocaleIndex| {
            let shared = Shared { catalog, theme, messages, options, published: switcher.len() };
            prepare(shared, locale, &languages[locale])
        };
        let locales = catalog.locales.par_indices().map(prepare).collect::<Result<_>>()?;
        let opened = open::opened(catalog, &collation);
        let prepared = Kept { locales, switcher, languages, opened };
        let site = Self::of(prepared, catalog, translations, theme, options);
        catalog.locales.par_indices().for_each(|locale| {
            let _ = (site.details(locale), site.newest(locale), site.moved(locale));
        });
        Ok(site)
    }

    fn of(
        prepared: Kept,
        catalog: &'a Catalog,
        translations: &'a Translations,
        theme: &'a Theme,
        options: &'a Options,
    ) -> Self {
        let Kept { locales, switcher, languages, opened } = prepared;
        let indexes = catalog.locales.iter().map(|_| OnceLock::new()).collect();
        let kin = catalog.identities.iter().map(|_| OnceLock::new()).collect();
        Self { catalog, translations, theme, options, locales, switcher, languages, opened, indexes, kin }
    }

    /// Makes the search index of these locales, in parallel; that of another is made when it is first asked for.
    pub fn index_words(&self, wanted: &[LocaleIndex]) {
        wanted.par_iter().for_each(|&locale| {
            let _ = self.index(locale);
        });
    }

    /// The search index of a locale; none where there is no search.
    pub(super) fn index(&self, locale: LocaleIndex) -> Option<&Index> {
        let made = || search::index(self, locale);
        (self.options.search == Search::On).then(|| self.indexes[locale].get_or_init(made))
    }

    /// The articles that share custom IDs with this one, the nearest first.
    pub(super) fn kin(&self, identity: IdentityIndex) -> &[IdentityIndex] {
        self.kin[identity].get_or_init(|| self.catalog.kin(identity))
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

    /// The address of a page for canonical and alternate links: absolute with a base URL, else root-relative.
    pub(super) fn address(&self, folder: &str) -> String {
        let encoded = href::encode_path(folder);
        match &self.options.base_url {
            Some(base) => format!("{}/{encoded}", base.trim_end_matches('/')),
            None => format!("/{encoded}"),
        }
    }

    pub(super) fn language(&self, locale: LocaleIndex) -> context::LanguageRef<'_> {
        self.languages[locale].of(self.tag(locale))
    }

    /// What tells an article from others that have its title in the locale.
    pub(super) fn detail(&self, locale: LocaleIndex, article: IdentityIndex) -> Option<&str> {
        self.details(locale).get(&article).map(String::as_str)
    }

    fn details(&self, locale: LocaleIndex) -> &BTreeMap<IdentityIndex, String> {
        let prepared = self.locale(locale);
        prepared.from_texts.details.get_or_init(|| details::of(self.catalog, &prepared.listed))
    }

    /// What the feed of a locale holds, the newest first; empty where there is none.
    pub(super) fn newest(&self, locale: LocaleIndex) -> &[ArticleIndex] {
        self.locale(locale).from_texts.newest.get_or_init(|| feed::newest(self, locale))
    }

    /// Old URLs of a locale that lead on, in order.
    pub(super) fn moved(&self, locale: LocaleIndex) -> &[Moved] {
        let LocaleSite { listed, sections, from_texts, .. } = self.locale(locale);
        from_texts.moved.get_or_init(|| redirect::moved(self.catalog, locale, listed, sections))
    }

    /// The number of articles that search engines may not show; none where the rules of articles are ignored.
    pub fn noindex(&self) -> usize {
        self.catalog.articles.indices().filter(|&article| !self.is_indexable(article)).count()
    }

    /// Whether search engines may show the article, as it says itself.
    pub(super) fn is_indexable(&self, article: ArticleIndex) -> bool {
        let robots = &self.catalog.articles[article].file.front_matter.robots;
        self.options.robots == Robots::Ignore
            || !robots.as_ref().is_some_and(|robots| robots::forbids(&robots.value))
    }
}

impl Spoken {
    fn of<'a>(&'a self, locale: &'a Locale) -> context::LanguageRef<'a> {
        context::LanguageRef::new(language(locale, locale.own_name(), &self.short), &self.ready)
    }
}

pub(super) fn language<'a>(locale: &'a Locale, name: &'a str, short: &'a str) -> context::Language<'a> {
    context::Language { tag: locale.tag(), dir: locale.direction().name(), name, short }
}

fn spoken(catalog: &Catalog) -> Result<IndexVec<LocaleIndex, Spoken>> {
    let spoken = |(entry, short): (&CatalogLocale, String)| {
        let language = language(&entry.locale, entry.locale.own_name(), &short);
        let ready = tera::Value::try_from_serializable(&language)?;
        Ok(Spoken { short, ready })
    };
    catalog.locales.iter().zip(short_names(catalog)).map(spoken).collect()
}

/// The own names, without the region where one locale alone has the language.
fn short_names(catalog: &Catalog) -> Vec<String> {
    let names: Vec<String> =
        catalog.locales.iter().map(|entry| entry.locale.own_name_of_language()).collect();
    let is_alone = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
    let short = |(entry, name): (&CatalogLocale, &String)| {
        if is_alone(name) { name.clone() } else { entry.locale.own_name().to_owned() }
    };
    catalog.locales.iter().zip(&names).map(short).collect()
}

/// What all locales are prepared from.
#[derive(Clone, Copy)]
struct Shared<'a> {
    catalog: &'a Catalog,
    theme: &'a Theme,
    messages: &'a Messages,
    options: &'a Options,
    published: usize,
}

fn prepare(shared: Shared<'_>, locale: LocaleIndex, spoken: &Spoken) -> Result<LocaleSite> {
    let Shared { catalog, theme, messages, options, published } = shared;
    let tag = &catalog.locales[locale].locale;
    let bundle = messages.bundle(tag);
    let title = match &options.title {
        Some(title) => title.clone(),
        None => bundle.text("site-title", &[])?.text.to_string(),
    };
    let own = |html: &Option<String>| html.as_ref().map(|html| html.replace("{locale}", tag.tag()));
    let (head, footer) = (own(&options.head), own(&options.footer));
    let search = (options.search == Search::On).then(|| format!("{}/search/", tag.slug()));
    let everywhere = theme.everywhere(&context::Site {
        title: &title,
        language: spoken.of(tag),
        locales: published,
        search: search.as_deref(),
        assets: theme.asset_names(),
        image_sources: &catalog.image_hosts.policy(),
        head: head.as_deref(),
        footer: footer.as_deref(),
    })?;
    let listed = listed(catalog, locale);
    let sections = Sections::new(catalog, locale, &listed);
    let articles = listed.iter().filter(|entry| !entry.is_index).count();
    let lists = if articles <= context::LIST_PAGE { Vec::new() } else { pages(listed.len()) };
    let open_graph = match tag.region() {
        Some(region) => format!("{}_{region}", tag.language()),
        None => tag.language().to_owned(),
    };
    Ok(LocaleSite {
        bundle,
        title,
        open_graph,
        everywhere,
        listed,
        lists,
        sections,
        from_texts: FromTexts::default(),
    })
}

/// Every article with a page in the locale, by title, then by ID.
fn listed(catalog: &Catalog, locale: LocaleIndex) -> Vec<Listed> {
    let collation = Collation::new(&catalog.locales[locale].locale);
    let mut keyed: Vec<(Vec<u8>, Listed)> = catalog
        .identities
        .par_indices()
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
