//! The locales of a catalog: which one each article is in, which is the source, and what each falls back to. Reads no text.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::Locale;

use super::indexed::{ArticleIndex, DocsetIndex, IndexVec, LocaleIndex};
use super::layout::Layout;
use super::model::{CatalogLocale, File, LocaleOrigin};
use super::options::{Options, Published};
use super::read::ReadArticle;
use super::reuse::ReusableNames;

/// The language of articles that nothing says the language of.
const LAST_RESORT: &str = "en-US";

/// Articles with their locales, and the locales that there are.
pub(super) struct Localised {
    pub(super) articles: IndexVec<ArticleIndex, LocalisedArticle>,
    pub(super) locales: IndexVec<LocaleIndex, CatalogLocale>,
    /// The locale of all files of a docset, where it has articles.
    pub(super) of_docsets: IndexVec<DocsetIndex, Option<LocaleIndex>>,
    pub(super) source: Option<LocaleIndex>,
    pub(super) default: LocaleIndex,
}

/// An article with its locale.
pub(super) struct LocalisedArticle {
    pub(super) file: Box<File>,
    pub(super) locale: LocaleIndex,
    pub(super) origin: LocaleOrigin,
    pub(super) names: Option<ReusableNames>,
}

/// Finds every article's locale, and all that follows from the locales that there are.
pub(super) fn localise(articles: Vec<ReadArticle>, layout: &Layout, options: &Options) -> Localised {
    let articles = locate(articles, layout, options);
    let tags: BTreeSet<&Locale> = articles.iter().map(|(_, locale, _)| locale).collect();
    let tags: IndexVec<LocaleIndex, Locale> = tags.into_iter().cloned().collect();
    let indices: BTreeMap<&Locale, LocaleIndex> =
        tags.iter_enumerated().map(|(index, tag)| (tag, index)).collect();
    let articles: IndexVec<ArticleIndex, LocalisedArticle> = articles
        .into_iter()
        .filter_map(|(ReadArticle { mut file, names, .. }, locale, origin)| {
            let locale = *indices.get(&locale)?;
            file.locale = Some(locale);
            Some(LocalisedArticle { file, locale, origin, names })
        })
        .collect();
    let source = source_locale(&articles, layout, options, &tags);
    let of_docset = |locale: &Option<Locale>| locale.as_ref().and_then(|locale| position(&tags, locale));
    Localised {
        locales: catalog_locales(&articles, &tags, source, options),
        of_docsets: layout.docsets.iter().map(|docset| of_docset(&docset.locale)).collect(),
        source,
        default: default_locale(options, &tags, source),
        articles,
    }
}

/// The locale of each article: of its place, its front matter, the configured or only one.
fn locate(
    files: Vec<ReadArticle>,
    layout: &Layout,
    options: &Options,
) -> Vec<(ReadArticle, Locale, LocaleOrigin)> {
    // Many articles say the same few tags.
    let mut tags: BTreeMap<&str, Option<Locale>> = BTreeMap::new();
    let written: Vec<Option<Locale>> = files
        .iter()
        .map(|read| {
            let tag = read.file.front_matter.locale.as_ref()?.value.as_str();
            tags.entry(tag).or_insert_with(|| Locale::parse(tag).ok()).clone()
        })
        .collect();
    let known = || files.iter().map(|read| &read.place).chain(&written).flatten().min().cloned();
    let assumed = options
        .source_locale
        .clone()
        .or_else(|| options.default_locale.clone())
        .or_else(|| layout.source_locale.clone())
        .or_else(known)
        .or_else(|| Locale::parse(LAST_RESORT).ok());
    files
        .into_iter()
        .zip(written)
        .filter_map(|(read, written)| {
            let (locale, origin) = match (&read.place, written) {
                (Some(locale), _) => (locale.clone(), LocaleOrigin::Place),
                (None, Some(locale)) => (locale, LocaleOrigin::FrontMatter),
                (None, None) => (assumed.clone()?, LocaleOrigin::Assumed),
            };
            Some((read, locale, origin))
        })
        .collect()
}

/// The configured source locale, else the one a publishing configuration names, else the docset whose articles alone
/// have no source hash; none if that locale has no articles here.
fn source_locale(
    articles: &IndexVec<ArticleIndex, LocalisedArticle>,
    layout: &Layout,
    options: &Options,
    locales: &IndexVec<LocaleIndex, Locale>,
) -> Option<LocaleIndex> {
    if let Some(configured) = &options.source_locale {
        return position(locales, configured);
    }
    if let Some(named) = &layout.source_locale {
        return position(locales, named);
    }
    let hashed: BTreeSet<LocaleIndex> = articles
        .iter()
        .filter(|article| article.file.front_matter.source_hash.is_some())
        .map(|article| article.locale)
        .collect();
    let mut bare = locales.indices().filter(|locale| !hashed.contains(locale));
    match (bare.next(), bare.next()) {
        (Some(only), None) if locales.len() > 1 => Some(only),
        _ => None,
    }
}

/// The configured default locale, else the source, else the first; one with pages, where there is any.
fn default_locale(
    options: &Options,
    locales: &IndexVec<LocaleIndex, Locale>,
    source: Option<LocaleIndex>,
) -> LocaleIndex {
    let configured = options.default_locale.as_ref().and_then(|locale| position(locales, locale));
    let is_published = |at: &LocaleIndex| !options.unpublished.contains(&locales[*at]);
    let mut wanted = configured.into_iter().chain(source).chain(locales.indices());
    wanted.find(is_published).unwrap_or_default()
}

/// A locale of the list with the tag, else one with the same likely subtags.
fn position(locales: &IndexVec<LocaleIndex, Locale>, wanted: &Locale) -> Option<LocaleIndex> {
    let exact = locales.position(|locale| locale == wanted);
    exact.or_else(|| locales.position(|locale| locale.same_content(wanted)))
}

fn catalog_locales(
    articles: &IndexVec<ArticleIndex, LocalisedArticle>,
    locales: &IndexVec<LocaleIndex, Locale>,
    source: Option<LocaleIndex>,
    options: &Options,
) -> IndexVec<LocaleIndex, CatalogLocale> {
    let mut counts = IndexVec::filled(0, locales.len());
    for article in articles {
        counts[article.locale] += 1;
    }
    locales
        .iter()
        .zip(counts)
        .map(|(locale, articles)| {
            let source_locale = source.map(|source| &locales[source]);
            let mut fallback: Vec<LocaleIndex> = match options.fallbacks.get(locale) {
                Some(chain) => chain
                    .iter()
                    .chain(source_locale)
                    .filter_map(|other| position(locales, other))
                    .filter(|&other| locales[other] != *locale)
                    .collect(),
                None if source.is_none() => Vec::new(),
                None => {
                    let chain = locale.fallback_chain(locales, source_locale);
                    chain.iter().filter_map(|other| position(locales, other)).collect()
                }
            };
            let mut seen = BTreeSet::new();
            fallback.retain(|other| seen.insert(*other));
            let in_preparation = options.unpublished.contains(locale);
            let published = if in_preparation { Published::InPreparation } else { Published::Yes };
            let configured = options.configured.iter().find(|configured| *configured == locale);
            CatalogLocale { locale: configured.unwrap_or(locale).clone(), fallback, published, articles }
        })
        .collect()
}
