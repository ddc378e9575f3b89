//! The locales of a catalog: which one each article is in, which is the source, and what each falls back to. Reads no text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::locale::Locale;

use super::identity::fold;
use super::localised::LocalisedArticle;
use super::model::{CatalogLocale, LocaleOrigin};
use super::options::{Options, Published};
use super::read::ReadArticle;
use super::reference::without_extension;
use super::unmade::{self, Unmade};
use crate::indexed::{ArticleIndex, DocsetIndex, IndexVec, LocaleIndex};
use crate::layout::{DocsetKind, Layout, LocaleFrom, NotPlaced};

/// Articles with their locales, and the locales that there are.
pub(super) struct Localised {
    pub(super) articles: IndexVec<ArticleIndex, LocalisedArticle>,
    /// Files beside those of locales that say none, with the reason of each.
    pub(super) without_locale: Vec<(Arc<str>, NotPlaced)>,
    /// Translations that nobody has made yet.
    pub(super) unmade: Unmade,
    pub(super) locales: IndexVec<LocaleIndex, CatalogLocale>,
    /// The locale of all files of a docset, where it has articles.
    pub(super) of_docsets: IndexVec<DocsetIndex, Option<LocaleIndex>>,
    pub(super) source: Option<LocaleIndex>,
    pub(super) default: LocaleIndex,
}

/// Articles with the locale of each.
struct Located {
    articles: Vec<(ReadArticle, Locale, LocaleOrigin)>,
    without_locale: Vec<(Arc<str>, NotPlaced)>,
}

/// Finds every article's locale, and all that follows from the locales that there are.
pub(super) fn localise(articles: Vec<ReadArticle>, layout: &Layout, options: &Options) -> Localised {
    let Located { articles, without_locale } = locate(articles, layout, options);
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
    let (articles, unmade) = unmade::split(articles, layout, &tags, source);
    let of_docset = |locale: &Option<Locale>| locale.as_ref().and_then(|locale| position(&tags, locale));
    Localised {
        locales: catalog_locales(&articles, &tags, source, options),
        of_docsets: layout.docsets.iter().map(|docset| of_docset(&docset.locale)).collect(),
        source,
        default: default_locale(options, &tags, source),
        without_locale,
        unmade,
        articles,
    }
}

/// The locale of each article: of its place, its front matter, the configured or only one; and the files that have none.
fn locate(files: Vec<ReadArticle>, layout: &Layout, options: &Options) -> Located {
    // Many articles say the same few tags.
    let mut tags: BTreeMap<&str, Option<Locale>> = BTreeMap::new();
    let written: Vec<Option<Locale>> = files
        .iter()
        .map(|read| {
            let tag = read.file.front_matter.locale.as_ref()?.value.as_str();
            tags.entry(tag).or_insert_with(|| Locale::parse(tag).ok()).clone()
        })
        .collect();
    let mut known: BTreeSet<&Locale> = files.iter().filter_map(|read| read.place.as_ref()).collect();
    let has_folders = !known.is_empty();
    known.extend(written.iter().flatten());
    let only = || known.first().filter(|_| known.len() == 1).copied().cloned();
    let configured = options.source_locale.clone().or_else(|| options.default_locale.clone());
    let said = configured.or_else(|| layout.source.as_ref().map(|source| source.locale.clone()));
    let assumed = said.or_else(only).or_else(Locale::last_resort);
    // What stands beside the folders of locales is none of theirs, unless it is the configured source's and that has no
    // article of the name.
    let taken = has_folders.then(|| names_of_source(&files, layout, options));
    let of_loose = |read: &ReadArticle| {
        let name = name(read, layout);
        options.source_locale.clone().filter(|_| taken.as_ref().is_some_and(|taken| !taken.contains(&name)))
    };
    let mut found = Vec::new();
    for (read, written) in files.iter().zip(written) {
        let docset = &layout.docsets[read.file.docset];
        let place = read.place.clone().or_else(|| docset.locale.clone());
        let has_own = docset.locale_from == LocaleFrom::FrontMatterFirst && read.place == docset.locale;
        found.push(match (place, written) {
            (Some(_) | None, Some(locale)) if has_own || read.place.is_none() => {
                Some((locale, LocaleOrigin::FrontMatter))
            }
            (Some(locale), _) => Some((locale, LocaleOrigin::Place)),
            (None, _) if has_folders && docset.kind != DocsetKind::Published => {
                of_loose(read).map(|locale| (locale, LocaleOrigin::Place))
            }
            (None, _) => assumed.clone().map(|locale| (locale, LocaleOrigin::Assumed)),
        });
    }
    let mut articles = Vec::new();
    let mut without_locale = Vec::new();
    for (read, found) in files.into_iter().zip(found) {
        match found {
            Some((locale, origin)) => articles.push((read, locale, origin)),
            None => {
                let is_suffixed = layout.docsets[read.file.docset].kind == DocsetKind::Suffixed;
                let reason = if is_suffixed { NotPlaced::NoTag } else { NotPlaced::NoLocale };
                without_locale.push((read.file.path, reason));
            }
        }
    }
    Located { articles, without_locale }
}

/// The names of the articles that stand in the folders of the configured source locale.
fn names_of_source(files: &[ReadArticle], layout: &Layout, options: &Options) -> BTreeSet<String> {
    let is_of_source = |read: &&ReadArticle| {
        let source = options.source_locale.as_ref();
        source.zip(read.place.as_ref()).is_some_and(|(source, place)| source.same_content(place))
    };
    files.iter().filter(is_of_source).map(|read| name(read, layout)).collect()
}

/// What an article is called within its site, letter case aside.
fn name(read: &ReadArticle, layout: &Layout) -> String {
    let file = &read.file;
    let stem = file.id.as_deref().unwrap_or_else(|| without_extension(&file.below));
    fold(&format!("{}{stem}", layout.docsets[file.docset].prefix))
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
    if let Some(named) = layout.source.as_ref().map(|source| &source.locale).or(layout.assumed.as_ref()) {
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
