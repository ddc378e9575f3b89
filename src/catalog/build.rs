//! From sources to a catalog, stage by stage: files are placed, read, put into locales, identified, and linked. Each stage
//! takes what the one before has made, and changes none of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::sources::{Sources, is_markdown};

use super::absent_source::images_elsewhere;
use super::alias::{OldPaths, own_site};
use super::contents::Catalog;
use super::folder_settings::FolderSettings;
use super::headings::heading_names;
use super::identify::{IdentifiedArticle, identify};
use super::index::{LinkIndex, LinkTargets};
use super::locales::{Localised, localise};
use super::model::{Article, File, HeadingName, Toc};
use super::navigation::Navigation;
use super::options::Options;
use super::parts::{NamedText, Parts};
use super::placed_assets;
use super::read;
use super::read_parts;
use super::redirection_files;
use super::reuse::ReusableFiles;
use crate::indexed::{ArticleIndex, IncludeIndex, IndexVec, LocaleIndex};
use crate::layout::{self, Layout, NotPlaced, Role};
use crate::locale::Locale;

impl Catalog {
    /// Understands all input. Damage never stops it: what cannot be read is in [`Catalog::unreadable`].
    pub fn new(sources: &Sources, options: &Options) -> Self {
        Self::build(sources, options, ReusableFiles::default())
    }

    /// Understands all input; files that can be reused are not read again.
    pub(super) fn build(sources: &Sources, options: &Options, reusable: ReusableFiles) -> Self {
        let layout = layout::survey(sources, options.layout());
        let redirection_files = redirection_files::read(sources, &layout.docsets);
        let read = read::read(sources, &layout, options, reusable);
        let localised = localise(read.articles, &layout, options);
        let in_locale = |file: File| File { locale: localised.of_docsets[file.docset], ..file };
        let includes = in_locales(read.includes, &layout, &localised);
        let tocs = read.tocs.into_iter().map(|toc| Toc { file: in_locale(toc.file), ..toc }).collect();
        let Localised { articles, locales, source, default, without_locale, unmade, .. } = localised;
        let identified = identify(articles, &layout, source, &locales);
        let headings = heading_names(&identified, source);
        let articles = with_headings(identified.articles, headings);
        let old_paths = OldPaths { locales: &locales, site: own_site(options.base_url.as_deref()) };
        let redirects = redirection_files::all(&redirection_files, &layout.docsets, old_paths, &articles);
        let assets = placed_assets::assets(sources, &layout, &options.types, &locales);
        let targets = LinkTargets {
            locales: &locales,
            articles: &articles,
            identities: &identified.identities,
            includes: &includes,
            assets: &assets,
            redirects: &redirects,
        };
        let absent_source = absent_source(&layout, source, options);
        let unread = unread(sources, read.drafts).chain(without_locale).chain(unmade.reasons);
        let linked = Catalog {
            index: LinkIndex::new(&targets, &layout, options),
            layouts: layout.names(),
            source_named_by: layout.source.map(|source| source.by),
            assumed: layout.assumed,
            images_elsewhere: images_elsewhere(absent_source.as_ref(), &articles, &assets),
            absent_source,
            hashed: hashed(&articles),
            copies: unmade.copies,
            not_placed: layout.not_placed.into_iter().chain(unread).collect(),
            source,
            default,
            locales,
            articles,
            identities: identified.identities,
            includes,
            named_texts: named_texts(sources),
            refused_includes: sources.named.refused.clone(),
            parts: Parts::default(),
            assets,
            docsets: layout.docsets,
            tocs,
            navigation: (),
            unreadable: read.unreadable,
            refused_links: read.refused_links,
            custom_ids: identified.custom_ids,
            redirects,
            redirect_files: redirection_files.texts,
            types: options.types.clone(),
            schemes: options.schemes.clone(),
            shortcodes: options.shortcodes.clone(),
            unprefixed: options.unprefixed,
            image_hosts: options.image_hosts.clone(),
            untranslated: options.untranslated,
        };
        with_parts_and_navigation(linked, sources)
    }
}

/// Includes in the locales that their own names say, else in those of their docsets.
fn in_locales(includes: Vec<File>, layout: &Layout, localised: &Localised) -> IndexVec<IncludeIndex, File> {
    let placed = layout.files.iter().filter(|placed| placed.role == Role::Include);
    let tagged = placed.filter_map(|placed| Some((&placed.path, placed.locale.as_ref()?)));
    let tagged: BTreeMap<&Arc<str>, &Locale> = tagged.collect();
    let locale = |file: &File| match tagged.get(&file.path) {
        Some(tag) => localised.locales.position(|entry| entry.locale == **tag),
        None => localised.of_docsets[file.docset],
    };
    includes.into_iter().map(|file| File { locale: locale(&file), ..file }).collect()
}

/// The source that the layout names, where it has no articles.
fn absent_source(layout: &Layout, source: Option<LocaleIndex>, options: &Options) -> Option<Locale> {
    let is_absent = source.is_none() && options.source_locale.is_none();
    layout.source.as_ref().filter(|_| is_absent).map(|source| source.locale.clone())
}

/// The catalog whole: what asks it where links lead comes last.
fn with_parts_and_navigation(linked: Catalog<()>, sources: &Sources) -> Catalog {
    let parts = read_parts::read(&linked);
    let linked = Catalog { parts, ..linked };
    let folders = FolderSettings::read(sources, &linked);
    let navigation = Navigation::new(&linked, folders);
    linked.with_navigation(navigation)
}

/// Articles that are drafts, and those whose names begin with a dot.
fn unread(sources: &Sources, drafts: Vec<Arc<str>>) -> impl Iterator<Item = (Arc<str>, NotPlaced)> + '_ {
    let hidden = sources.hidden.iter().filter(|path| is_markdown(path));
    let hidden = hidden.map(|path| (path.clone(), NotPlaced::Hidden));
    drafts.into_iter().map(|path| (path, NotPlaced::Draft)).chain(hidden)
}

fn named_texts(sources: &Sources) -> BTreeMap<Arc<str>, NamedText> {
    let texts = sources.named.texts.iter();
    texts.map(|(path, bytes)| (path.clone(), NamedText::read(bytes))).collect()
}

/// The number of articles with a source hash.
fn hashed(articles: &IndexVec<ArticleIndex, Article>) -> usize {
    articles.iter().filter(|article| article.file.front_matter.source_hash.is_some()).count()
}

fn with_headings(
    articles: IndexVec<ArticleIndex, IdentifiedArticle>,
    headings: IndexVec<ArticleIndex, Vec<HeadingName>>,
) -> IndexVec<ArticleIndex, Article> {
    let articles = articles.into_iter().zip(headings);
    articles.map(|(article, headings)| IdentifiedArticle::with_headings(article, headings)).collect()
}
