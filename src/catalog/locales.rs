//! The locales of a catalog: which one each file is in, which is the source, and what each falls back to. Reads no text.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::Locale;

use super::build::{Found, Read};
use super::layout::Layout;
use super::{ArticleIndex, CatalogLocale, IndexVec, LocaleIndex, LocaleOrigin, Options, Published};

/// The language of articles that nothing says the language of.
const LAST_RESORT: &str = "en-US";

/// Finds every article's locale: its place, its front matter, the configured or only one.
pub(super) fn localise(
    files: Vec<Read>,
    layout: &Layout,
    options: &Options,
) -> IndexVec<ArticleIndex, Found> {
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
        .filter_map(|(Read { file, place, names }, written)| {
            let (locale, origin) = match (place, written) {
                (Some(locale), _) => (locale, LocaleOrigin::Place),
                (None, Some(locale)) => (locale, LocaleOrigin::FrontMatter),
                (None, None) => (assumed.clone()?, LocaleOrigin::Assumed),
            };
            Some(Found { file, locale, origin, names })
        })
        .collect()
}

/// The configured source locale, else the one a publishing configuration names, else the docset whose articles alone
/// have no source hash; none if that locale has no articles here.
pub(super) fn source_locale(
    articles: &[Found],
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
    let hashed: BTreeSet<&Locale> = articles
        .iter()
        .filter(|article| article.file.front_matter.source_hash.is_some())
        .map(|article| &article.locale)
        .collect();
    let mut bare = locales.iter_enumerated().filter(|(_, locale)| !hashed.contains(locale));
    match (bare.next(), bare.next()) {
        (Some((index, _)), None) if locales.len() > 1 => Some(index),
        _ => None,
    }
}

/// The configured default locale, else the source, else the first; one with pages, where there is any.
pub(super) fn default_locale(
    options: &Options,
    locales: &IndexVec<LocaleIndex, Locale>,
    source: Option<LocaleIndex>,
) -> LocaleIndex {
    let configured = options.default_locale.as_ref().and_then(|locale| position(locales, locale));
    let is_published = |at: &LocaleIndex| !options.unpublished.contains(&locales[*at]);
    let mut wanted = configured.into_iter().chain(source).chain(locales.indices());
    wanted.find(is_published).unwrap_or(LocaleIndex(0))
}

/// A locale of the list with the tag, else one with the same likely subtags.
pub(super) fn position(locales: &IndexVec<LocaleIndex, Locale>, wanted: &Locale) -> Option<LocaleIndex> {
    let exact = locales.position(|locale| locale == wanted);
    exact.or_else(|| locales.position(|locale| locale.same_content(wanted)))
}

pub(super) fn catalog_locales(
    locales: &IndexVec<LocaleIndex, Locale>,
    source: Option<LocaleIndex>,
    options: &Options,
) -> IndexVec<LocaleIndex, CatalogLocale> {
    locales
        .iter()
        .map(|locale| {
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
            CatalogLocale { locale: configured.unwrap_or(locale).clone(), fallback, published, articles: 0 }
        })
        .collect()
}
