//! From sources to a catalog: place every file, read it, pair translations, name headings. Resolves no link.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::assets::{self, Types};
use crate::front_matter::{Draft, FrontMatter};
use crate::locale::Locale;
use crate::markdown::{Document, slug};
use crate::sources::{LinkFault, NotRead, Sources};

use super::encoding::{NotUtf8, decode};
use super::identity::{self, Asked, Claim, Standing, UrlFlaw};
use super::index::Index;
use super::keep::{Kept, KeptNames, name_all_headings};
use super::layout::{self, DocsetKind, Layout, LayoutOptions, Placed, Role};
use super::locales::{catalog_locales, default_locale, localise, position, source_locale};
use super::{
    Article, ArticleIndex, AssetIndex, Catalog, CatalogAsset, DocsetIndex, Drafts, File, Identity,
    IdentityIndex, IndexVec, LocaleIndex, LocaleOrigin, Navigation, Options, Toc, TocIndex, Unreadable,
    redirects, toc,
};

impl Catalog {
    /// Understands all input. Damage never stops it: what cannot be read is in [`Catalog::unreadable`].
    pub fn new(sources: &Sources, options: &Options) -> Self {
        Self::with(Kept::default(), sources, options)
    }

    /// Understands all input; files that are kept are not read again.
    pub(super) fn with(kept: Kept, sources: &Sources, options: &Options) -> Self {
        let mut layout = layout::survey(
            sources,
            LayoutOptions { folders: &options.folders, base_path: options.base_path.as_deref() },
        );
        let (articles, includes) = read_files(sources, &layout, options.drafts, kept);
        let by_name = layout
            .files
            .iter()
            .any(|placed| layout.docsets[placed.docset].kind == DocsetKind::Mixed && placed.locale.is_some());
        let articles = localise(articles, &layout, options);
        let locales: BTreeSet<&Locale> = articles.iter().map(|article| &article.locale).collect();
        let locales: IndexVec<LocaleIndex, Locale> = locales.into_iter().cloned().collect();
        let source = source_locale(&articles, &layout, options, &locales);
        let default = default_locale(options, &locales, source);
        let mut catalog = Self {
            source,
            default,
            articles: IndexVec::default(),
            identities: IndexVec::default(),
            includes: IndexVec::default(),
            assets: assets(sources, &layout, &options.types),
            tocs: IndexVec::default(),
            navigation: Navigation::default(),
            unreadable: unreadable(sources, &layout),
            refused_links: refused_links(sources),
            custom_ids: BTreeMap::new(),
            types: options.types.clone(),
            image_hosts: options.image_hosts.clone(),
            redirects: IndexVec::default(),
            redirect_files: std::mem::take(&mut layout.redirects.texts),
            index: Index::default(),
            untranslated: options.untranslated,
            locales: catalog_locales(&locales, source, options),
            docsets: layout.docsets.clone(),
        };
        let with_locale = |mut file: File| {
            let locale = layout.docsets[file.docset].locale.as_ref();
            file.locale = locale.and_then(|locale| position(&locales, locale));
            file
        };
        catalog.includes = includes.into_iter().map(with_locale).collect();
        let tocs = tocs(sources, &layout).into_iter();
        catalog.tocs = tocs.map(|toc| Toc { file: with_locale(toc.file), ..toc }).collect();
        let names = identify(&mut catalog, articles, &locales, by_name);
        name_all_headings(&mut catalog, &names);
        catalog.redirects = redirects::all(&catalog, std::mem::take(&mut layout.redirects));
        catalog.index = Index::new(&catalog, &layout, options);
        catalog.navigation = Navigation::new(&catalog);
        catalog
    }
}

/// The translations of one article.
type ByLocale = IndexVec<LocaleIndex, Option<ArticleIndex>>;

/// A file that is an article, before its translations are known.
pub(super) struct Found {
    /// Boxed, as it is handed on several times and a hundred thousand of them are large.
    pub(super) file: Box<File>,
    pub(super) locale: Locale,
    pub(super) origin: LocaleOrigin,
    pub(super) names: Option<KeptNames>,
}

/// A file, the locale of its place, and its headings' names if it was kept.
pub(super) struct Read {
    pub(super) file: Box<File>,
    pub(super) place: Option<Locale>,
    pub(super) names: Option<KeptNames>,
}

/// Files that a thread takes at a time: few enough that none is left alone with many at the end.
const SHARE: usize = 64;

/// Reads articles and includes in parallel; drafts are left out unless wanted.
fn read_files(sources: &Sources, layout: &Layout, drafts: Drafts, mut kept: Kept) -> (Vec<Read>, Vec<File>) {
    let markdown: Vec<&Placed> =
        layout.files.iter().filter(|placed| matches!(placed.role, Role::Article | Role::Include)).collect();
    let read: Vec<Option<Box<File>>> = markdown
        .par_iter()
        .with_max_len(SHARE)
        .map(|placed| {
            let bytes = sources.texts.get(&placed.path)?;
            (!kept.has(&placed.path, bytes)).then(|| Box::new(read_file(placed, bytes)))
        })
        .collect();
    let mut articles = Vec::new();
    let mut includes = Vec::new();
    for (placed, file) in markdown.into_iter().zip(read) {
        let (file, names) = match file {
            Some(file) => (file, None),
            None => match kept.take(placed) {
                Some((file, names)) => (file, names),
                None => continue,
            },
        };
        if placed.role == Role::Include {
            includes.push(*file);
        } else if file.front_matter.draft == Draft::Published || drafts == Drafts::Included {
            articles.push(Read { file, place: placed.locale.clone(), names });
        }
    }
    (articles, includes)
}

fn read_file(placed: &Placed, bytes: &[u8]) -> File {
    let mut file = unread_file(placed, String::new(), None);
    read_into(&mut file, bytes);
    file
}

/// Reads what a file holds now.
pub(super) fn read_into(file: &mut File, bytes: &[u8]) {
    (file.text, file.not_utf8) = decode(bytes);
    file.front_matter = FrontMatter::parse(&file.text);
    file.document = Document::parse(&file.text, file.front_matter.body_start as usize);
}

/// A file whose text nobody has looked into.
fn unread_file(placed: &Placed, text: String, not_utf8: Option<NotUtf8>) -> File {
    File {
        path: placed.path.clone(),
        docset: placed.docset,
        below: placed.below.clone(),
        locale: None,
        text,
        not_utf8,
        front_matter: FrontMatter::default(),
        document: Document::default(),
    }
}

fn unreadable(sources: &Sources, layout: &Layout) -> Vec<Unreadable> {
    let configuration = layout
        .unreadable
        .iter()
        .map(|(path, reason)| Unreadable { path: path.clone(), reason: reason.clone() });
    let of_file = not_read(sources).filter(|(_, reason)| !matches!(reason, NotRead::Link(_)));
    let of_file = of_file.map(|(path, reason)| Unreadable { path: path.clone(), reason: reason.to_string() });
    configuration.chain(of_file).collect()
}

/// The symbolic links that are not followed, and why.
fn refused_links(sources: &Sources) -> BTreeMap<Arc<str>, LinkFault> {
    let fault = |(path, reason): (&Arc<str>, &NotRead)| match reason {
        NotRead::Link(fault) => Some((path.clone(), fault.clone())),
        _ => None,
    };
    not_read(sources).filter_map(fault).collect()
}

fn not_read(sources: &Sources) -> impl Iterator<Item = (&Arc<str>, &NotRead)> {
    sources.not_read.iter().chain(&sources.theme_files.not_read)
}

fn tocs(sources: &Sources, layout: &Layout) -> IndexVec<TocIndex, Toc> {
    let mut tocs = IndexVec::default();
    for placed in layout.files.iter().filter(|placed| placed.role == Role::Toc) {
        let Some(bytes) = sources.texts.get(&placed.path) else { continue };
        let (text, not_utf8) = decode(bytes);
        let (nodes, flaws) = toc::parse(&text);
        tocs.push(Toc { file: unread_file(placed, text, not_utf8), nodes, flaws });
    }
    tocs
}

fn assets(sources: &Sources, layout: &Layout, types: &Types) -> IndexVec<AssetIndex, CatalogAsset> {
    let asset = |(path, docset, below): &(Arc<str>, DocsetIndex, String)| {
        let asset = sources.assets.get(path)?;
        let extension = assets::extension(path);
        Some(CatalogAsset {
            path: path.clone(),
            docset: *docset,
            below: below.clone(),
            name: asset_name(path, &asset.hash, &extension),
            size: asset.size,
            source: asset.file.clone(),
            served: types.serve(&extension, &asset.content),
            content: asset.content.clone(),
        })
    };
    layout.assets.iter().filter_map(asset).collect()
}

/// `media/Big Picture.PNG` → `big-picture.<hash>.png`.
fn asset_name(path: &str, hash: &str, extension: &str) -> String {
    let name = identity::asset_name(path.rsplit('/').next().unwrap_or(path));
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let stem = assets::inert_stem(stem, extension);
    // File names may have 255 bytes; a long one keeps its beginning.
    let end = stem.char_indices().map(|(at, _)| at).take_while(|&at| at <= 100).last().unwrap_or(0);
    let stem = if stem.len() > 100 { &stem[..end] } else { &*stem };
    format!("{stem}.{hash}.{extension}")
}

/// Gives every article its ID and its place among the translations; returns the names of headings that were kept.
fn identify(
    catalog: &mut Catalog,
    found: IndexVec<ArticleIndex, Found>,
    locales: &IndexVec<LocaleIndex, Locale>,
    by_name: bool,
) -> IndexVec<ArticleIndex, Option<KeptNames>> {
    let claims: Vec<Claim<'_>> =
        found.par_iter().map(|article| claim(article, catalog, locales, by_name)).collect();
    let claims = claims.into();
    let assigned = identity::assign(&claims);
    let taken_by: Vec<Option<Arc<str>>> = assigned
        .iter()
        .map(|assigned| assigned.taken_by.map(|holder| found[holder].file.path.clone()))
        .collect();
    drop(claims);
    let folded: Vec<String> = assigned.par_iter().map(|assigned| identity::fold(&assigned.id)).collect();
    let mut ids: BTreeMap<&str, (Arc<str>, ByLocale)> = BTreeMap::new();
    for ((index, article), folded) in found.iter_enumerated().zip(&folded) {
        let Some(locale) = position(locales, &article.locale) else { continue };
        let id = || assigned[index].id.as_str().into();
        let (_, translations) =
            ids.entry(folded).or_insert_with(|| (id(), IndexVec::filled(None, locales.len())));
        translations[locale] = Some(index);
    }
    let names: Vec<Arc<str>> = ids.values().map(|(id, _)| id.clone()).collect();
    let wanted = ids.values().map(|(id, translations)| asked(id, translations, &found, catalog.source));
    let (wanted, flaws): (Vec<Asked>, Vec<Option<UrlFlaw>>) = wanted.unzip();
    let urls = identity::url_paths(&wanted.into()).into_iter().zip(flaws);
    let mut identity_of = IndexVec::filled(IdentityIndex(0), found.len());
    for (((_, translations), id), ((url, conflict), flaw)) in ids.into_values().zip(names).zip(urls) {
        let articles: Vec<ArticleIndex> = translations.iter().flatten().copied().collect();
        let identity = catalog.identities.push(Identity { id, url, flaw, conflict, translations });
        for article in articles {
            identity_of[article] = identity;
        }
    }
    catalog.custom_ids = custom_ids(&found, &identity_of);
    let titles: Vec<String> = found
        .par_iter()
        .zip(identity_of.par_iter())
        .map(|(found, &identity)| title(&found.file, &catalog.identities[identity].id))
        .collect();
    let mut names = Vec::with_capacity(found.len());
    let found = found.into_iter().zip(taken_by).zip(titles).zip(&identity_of);
    for (((found, taken_by), title), &identity) in found {
        names.push(found.names);
        let locale = position(locales, &found.locale).unwrap_or(catalog.default);
        catalog.locales[locale].articles += 1;
        let mut file = found.file;
        file.locale = Some(locale);
        catalog.articles.push(Article {
            file,
            locale,
            identity,
            title,
            headings: Vec::new(),
            id_taken_by: taken_by,
            locale_origin: found.origin,
        });
    }
    names.into()
}

/// The URL path that an article asks for, and what was wrong with it as written.
fn asked(
    id: &str,
    translations: &ByLocale,
    found: &IndexVec<ArticleIndex, Found>,
    source: Option<LocaleIndex>,
) -> (Asked, Option<UrlFlaw>) {
    let slugged = with_slug(id, translations, found, source);
    let (path, flaw) = identity::article_path(id, slugged.as_deref());
    let own = slugged.map(|_| identity::article_path(id, None).0).filter(|own| *own != path);
    let is_of_source = source.is_none_or(|source| translations[source].is_some());
    let standing = if is_of_source { Standing::Source } else { Standing::TranslationAlone };
    (Asked { path, own, standing }, flaw)
}

/// Every custom ID with the articles that have it, in the order of the files.
fn custom_ids(found: &[Found], identity_of: &[IdentityIndex]) -> BTreeMap<String, Vec<IdentityIndex>> {
    let articles = found.par_iter().zip(identity_of);
    let mut all: Vec<(&str, IdentityIndex)> = articles
        .flat_map_iter(|(found, &identity)| {
            let ids = found.file.front_matter.custom_ids.iter();
            ids.map(move |id| (id.value.as_str(), identity))
        })
        .collect();
    all.par_sort_by_key(|(id, _)| *id);
    let articles_of = |same: &[(&str, IdentityIndex)]| {
        let mut articles = same.iter().map(|(_, identity)| *identity).collect();
        keep_first(&mut articles);
        (same[0].0.to_owned(), articles)
    };
    all.chunk_by(|(one, _), (other, _)| one == other).map(articles_of).collect()
}

/// Keeps the first of equal ones, in the order they have.
fn keep_first(identities: &mut Vec<IdentityIndex>) {
    let mut seen = BTreeSet::new();
    identities.retain(|identity| seen.insert(*identity));
    identities.shrink_to_fit();
}

/// The ID that a file claims: its path, or in a mixed folder what the file says of itself.
fn claim<'a>(
    article: &'a Found,
    catalog: &Catalog,
    locales: &IndexVec<LocaleIndex, Locale>,
    by_name: bool,
) -> Claim<'a> {
    let file = &article.file;
    let front_matter = &file.front_matter;
    let docset = &catalog.docsets[file.docset];
    let stem = file.below.rsplit_once('.').map_or(file.below.as_str(), |(stem, _)| stem);
    let by_content =
        docset.kind == DocsetKind::Mixed && !by_name && article.origin == LocaleOrigin::FrontMatter;
    let written = front_matter.article_id.as_ref().map(|id| id.value.trim()).filter(|id| !id.is_empty());
    let id = match written {
        Some(id) => id.to_owned(),
        None if by_content => content_id(file).unwrap_or_else(|| stem.to_owned()),
        None => format!("{}{stem}", docset.prefix),
    };
    Claim {
        path: &file.path,
        locale: position(locales, &article.locale).unwrap_or(LocaleIndex(0)),
        id,
        source_hash: front_matter.source_hash.as_ref().map(|hash| hash.value.as_str()),
        custom_ids: front_matter.custom_ids.iter().map(|id| id.value.as_str()).collect(),
    }
}

/// The source-language anchor of the first heading, else the slug of the title.
pub(super) fn content_id(file: &File) -> Option<String> {
    let first = file.document.title_heading().or(file.document.headings.first());
    let anchor = first.and_then(|heading| heading.anchor.as_ref()).map(|anchor| anchor.name.to_string());
    let from_title = || file.front_matter.title.as_ref().map(|title| slug::github(&title.value));
    anchor.or_else(from_title).filter(|id| !id.is_empty())
}

/// The ID with its last step replaced by the `slug` of the source's article, else of the first that has one.
fn with_slug(
    id: &str,
    translations: &ByLocale,
    found: &IndexVec<ArticleIndex, Found>,
    source: Option<LocaleIndex>,
) -> Option<String> {
    let slug_of =
        |article: ArticleIndex| found[article].file.front_matter.slug.as_ref().map(|slug| slug.value.trim());
    let from_source = source.and_then(|source| translations[source]).and_then(slug_of);
    let slug = from_source.or_else(|| translations.iter().flatten().find_map(|&article| slug_of(article)));
    let slug = slug.filter(|slug| !slug.is_empty())?;
    let folder = id.rsplit_once('/').map(|(folder, _)| folder).filter(|_| !slug.starts_with('/'));
    let is_something = identity::checked_url_path(slug).1 != Some(UrlFlaw::Nothing);
    Some(match folder {
        Some(folder) if is_something => format!("{folder}/{slug}"),
        _ => slug.to_owned(),
    })
}

pub(super) fn title(file: &File, id: &str) -> String {
    let written = file.front_matter.title.as_ref().map(|title| title.value.trim());
    let heading =
        file.document.title_heading().or(file.document.headings.first()).map(|heading| heading.text.trim());
    let title = written.into_iter().chain(heading).find(|title| !title.is_empty());
    title.map_or_else(|| id.rsplit('/').next().unwrap_or(id).to_owned(), str::to_owned)
}
