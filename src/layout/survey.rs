//! Where every file belongs: which docset, which locale, article or not. Decided by paths and the files of generators alone;
//! no article is read here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::assets;
use crate::indexed::{DocsetIndex, Idx, IndexVec};
use crate::locale::Locale;
use crate::sources::{Sources, is_markdown};

use super::arrangement::{Arrangement, Input};
use super::bundles;
use super::configured;
use super::docset::{Docset, DocsetKind, Language, Suffixes, is_within, join, owner, parent, strip_folder};
use super::folders;
use super::generators::{GENERATORS, generator};
use super::index_files;
use super::name::LayoutName;
use super::options::LayoutOptions;
use super::placed::{Layout, NotPlaced, Placed, Placement, Role};
use super::spelling::Spellings;
use super::{snippets, suffix};

/// Looks over all paths.
pub(crate) fn survey(sources: &Sources, options: LayoutOptions<'_>) -> Layout {
    let mut input = Input::new(sources, options.source_locale);
    let mut arrangements = recognised(&mut input);
    let marked = arrangements.iter().filter(|arrangement| !arrangement.docsets.is_empty());
    let governed: BTreeSet<String> = marked.map(|arrangement| arrangement.root.clone()).collect();
    let roots: Vec<&str> = governed.iter().map(String::as_str).collect();
    arrangements.extend(folders::recognise(&input, &roots));
    configured::apply(&mut arrangements, &input, options);
    set_prefixes(&mut arrangements);
    arrangements.iter_mut().for_each(find_second);
    let assumed = assume(&mut arrangements, options);
    let is_alone = arrangements.iter().all(|arrangement| {
        arrangement.layout == LayoutName::Learn || arrangement.layout == LayoutName::Folders
    });
    let beside = folders_of_locales(&arrangements);
    let mut unreadable = Vec::new();
    let mut source = None;
    for arrangement in &mut arrangements {
        unreadable.append(&mut arrangement.unreadable);
        source = source.or_else(|| arrangement.source.take());
    }
    let bounds = Bounds { content: &sources.content_dir, governed, beside, is_rest_read: is_alone };
    let docsets = docsets(arrangements, &sources.content_dir, options);
    let mut layout = Layout { docsets, source, assumed, unreadable, ..Layout::default() };
    layout.place(sources, &bounds, options);
    layout
}

/// The sites that generators mark. One within a docset of an Open Publishing repository, or in a folder that another
/// generator has already, is none.
fn recognised(input: &mut Input<'_>) -> Vec<Arrangement> {
    let mut found: Vec<Arrangement> = Vec::new();
    for generator in GENERATORS {
        let sites = (generator.recognise)(input);
        for arrangement in sites {
            let has_articles = |docset: &Docset| docset.has_articles() && input.has_markdown(&docset.root);
            let is_site =
                arrangement.layout == LayoutName::Learn || arrangement.docsets.iter().any(has_articles);
            let is_taken = found.iter().any(|other| {
                let published = |docset: &Docset| {
                    docset.kind == DocsetKind::Published && is_within(&arrangement.root, &docset.root)
                };
                other.root == arrangement.root
                    || other.docsets.iter().any(published)
                    || is_theme(&arrangement.root, &other.root)
            });
            let is_in_theme = matches!(generator.name, LayoutName::Hugo | LayoutName::Zola)
                && arrangement.root.split('/').rev().skip(1).any(|step| step == "themes");
            if is_site && !is_taken && !is_in_theme {
                found.push(arrangement);
            }
        }
        input.sites = found.iter().map(|arrangement| arrangement.root.clone()).collect();
    }
    leave_to_nearest(&mut found);
    found
}

/// What a site found in the folder of another one below it is that one's.
fn leave_to_nearest(sites: &mut [Arrangement]) {
    let roots: BTreeSet<String> = sites.iter().map(|site| site.root.clone()).collect();
    for site in sites.iter_mut().filter(|site| site.layout != LayoutName::Learn) {
        let root = site.root.clone();
        let is_nearest = |docset: &Docset| match nearest(&roots, &docset.root) {
            Some(nearest) => nearest == root || !is_within(nearest, &root),
            None => true,
        };
        site.docsets.retain(is_nearest);
    }
}

/// The nearest of these folders that is this one or holds it.
fn nearest<'r>(folders: &'r BTreeSet<String>, path: &str) -> Option<&'r str> {
    let ends = std::iter::once(path.len()).chain(path.rmatch_indices('/').map(|(at, _)| at));
    ends.chain([0]).find_map(|end| folders.get(&path[..end])).map(String::as_str)
}

/// Whether a folder holds a theme of the site at `site`, or what shows one.
fn is_theme(folder: &str, site: &str) -> bool {
    strip_folder(folder, site).is_some_and(|below| below.starts_with("themes/"))
}

/// Where there are several sites, article IDs begin with the folder of theirs. Repositories of Open Publishing that stand
/// side by side are one site, but where one stands alone.
fn set_prefixes(arrangements: &mut [Arrangement]) {
    let is_folders = |arrangement: &Arrangement| arrangement.layout == LayoutName::Folders;
    let mut families: BTreeMap<String, usize> = BTreeMap::new();
    for learn in arrangements.iter().filter(|arrangement| arrangement.layout == LayoutName::Learn) {
        *families.entry(parent(&learn.root).to_owned()).or_default() += 1;
    }
    let folder = |arrangement: &Arrangement| match arrangement.layout {
        LayoutName::Learn if families.get(parent(&arrangement.root)) != Some(&1) => {
            parent(&arrangement.root).to_owned()
        }
        _ => arrangement.root.clone(),
    };
    let sites = arrangements.iter().filter(|arrangement| !arrangement.docsets.is_empty());
    let sites: BTreeSet<(bool, String)> = sites.map(|site| (is_folders(site), folder(site))).collect();
    for arrangement in
        arrangements.iter_mut().filter(|arrangement| sites.len() > 1 && !is_folders(arrangement))
    {
        let folder = folder(arrangement);
        for docset in arrangement.docsets.iter_mut().filter(|_| !folder.is_empty()) {
            docset.prefix = format!("{folder}/{}", docset.prefix);
        }
    }
}

/// Says of which folders another one of the same locale, in the same folder, comes first.
fn find_second(arrangement: &mut Arrangement) {
    let mut folders: BTreeMap<(&str, &str), Spellings<'_>> = BTreeMap::new();
    let of_locale = |docset: &&Docset| docset.kind == DocsetKind::LocaleFolder && !docset.root.is_empty();
    for docset in arrangement.docsets.iter().filter(of_locale) {
        let Some(locale) = &docset.locale else { continue };
        let name = docset.root.rsplit('/').next().unwrap_or_default();
        // A folder that is not called after its locale, such as that of a version, is no spelling of it.
        if Locale::named(name).is_some_and(|named| named == *locale) {
            folders.entry((parent(&docset.root), &docset.prefix)).or_default().add(locale, name);
        }
    }
    let second = folders.iter().flat_map(|((folder, _), spellings)| {
        let second = spellings.second().into_iter();
        second.map(|(other, first)| (join(folder, other), Arc::from(join(folder, first))))
    });
    let mut second: BTreeMap<String, Arc<str>> = second.collect();
    for docset in &mut arrangement.docsets {
        docset.second_of = second.remove(&docset.root);
    }
}

/// Gives the folders of sites that have no locale the configured source locale, else English, unless that has a folder of
/// its own. What stands beside the folder of a source that is named has none. Returns what was assumed.
fn assume(arrangements: &mut [Arrangement], options: LayoutOptions<'_>) -> Option<Locale> {
    let mut assumed = None;
    for arrangement in arrangements {
        let known: Vec<Locale> =
            arrangement.docsets.iter().filter_map(|docset| docset.locale.clone()).collect();
        let is_free = |locale: &Locale| !known.iter().any(|known| known.same_content(locale));
        let is_named = arrangement.source.is_some();
        let bare = |docset: &&mut Docset| {
            let is_open = !is_named && docset.kind != DocsetKind::Published;
            docset.has_articles() && docset.locale.is_none() && is_open
        };
        for docset in arrangement.docsets.iter_mut().filter(bare) {
            let configured = options.source_locale.cloned();
            docset.locale = configured.clone().or_else(Locale::last_resort).filter(is_free);
            if docset.kind == DocsetKind::Mixed && docset.locale.is_some() {
                docset.kind = DocsetKind::LocaleFolder;
            }
            if configured.is_none() {
                assumed = assumed.or_else(|| docset.locale.clone());
            }
        }
    }
    assumed
}

/// The folders whose children are those of several locales.
fn folders_of_locales(arrangements: &[Arrangement]) -> BTreeSet<String> {
    let docsets = arrangements.iter().flat_map(|arrangement| &arrangement.docsets);
    let mut locales: BTreeMap<&str, BTreeSet<&Locale>> = BTreeMap::new();
    for docset in docsets.filter(|docset| docset.kind == DocsetKind::LocaleFolder && !docset.root.is_empty())
    {
        locales.entry(parent(&docset.root)).or_default().extend(&docset.locale);
    }
    let several = locales.into_iter().filter(|(_, locales)| locales.len() > 1);
    several.map(|(folder, _)| folder.to_owned()).collect()
}

/// Those of all sites, the ones with longer roots first, so that the nearest docset above a file is the one it belongs to,
/// and the content folder itself the last.
fn docsets(
    arrangements: Vec<Arrangement>,
    content: &str,
    options: LayoutOptions<'_>,
) -> IndexVec<DocsetIndex, Docset> {
    let mut docsets: Vec<Docset> =
        arrangements.into_iter().flat_map(|arrangement| arrangement.docsets).collect();
    docsets.sort_by(|a, b| a.order().cmp(&b.order()));
    let mut rest = Docset::new(LayoutName::Mixed, content, content.to_owned(), None);
    rest.suffixes = Suffixes::Found;
    rest.base_path = options.base_path.map(str::to_owned);
    docsets.push(rest);
    docsets.into()
}

/// Where the sites of generators end.
struct Bounds<'a> {
    content: &'a str,
    /// The folders of generators.
    governed: BTreeSet<String>,
    /// The folders whose children are those of locales.
    beside: BTreeSet<String>,
    /// Whether what stands in no folder of any site is read: beside the site of a generator, nothing is.
    is_rest_read: bool,
}

impl Bounds<'_> {
    /// Whether a docset holds a file by name only: another site is nearer.
    fn refuse(&self, path: &str, docset: &Docset) -> bool {
        let is_nearer = |site: &str| site != docset.site && !is_within(&docset.root, site);
        nearest(&self.governed, parent(path)).is_some_and(is_nearer)
    }

    /// Whether a file that no docset of any site has is not read.
    fn refuse_rest(&self, path: &str) -> bool {
        !self.is_rest_read && strip_folder(path, self.content).is_some()
            || nearest(&self.governed, parent(path)).is_some()
    }

    /// Why a file is in no folder of articles.
    fn outside(&self, path: &str) -> Result<Option<Placed>, NotPlaced> {
        match is_markdown(path) {
            true if nearest(&self.beside, parent(path)).is_some() => Err(NotPlaced::NoLocale),
            true => Err(NotPlaced::Outside),
            false => Ok(None),
        }
    }
}

impl Layout {
    fn place(&mut self, sources: &Sources, bounds: &Bounds<'_>, options: LayoutOptions<'_>) {
        // The content folder itself comes last.
        let mixed = DocsetIndex::at(self.docsets.len().saturating_sub(1));
        let docsets = &self.docsets;
        let paths: Vec<&Arc<str>> = sources.texts.keys().collect();
        let files: Vec<Result<Option<Placed>, NotPlaced>> = paths
            .par_iter()
            .map(|path| {
                let is_read = |docset: DocsetIndex| match docset == mixed {
                    true => !bounds.refuse_rest(path),
                    false => !bounds.refuse(path, &docsets[docset]),
                };
                let Some((docset, below)) = owner(docsets, path).filter(|(docset, _)| is_read(*docset))
                else {
                    let snippet = snippets::beside(docsets, path);
                    return snippet.map_or_else(|| bounds.outside(path), |placed| Ok(Some(placed)));
                };
                placed(path, docset, &docsets[docset], below)
            })
            .collect();
        let is_named = |path: &Arc<str>| sources.named.markdown.contains(path);
        for (path, file) in paths.into_iter().zip(files) {
            match file {
                Ok(file) => self.files.extend(file),
                Err(reason) => match snippets::named(&self.docsets, path).filter(|_| is_named(path)) {
                    Some(include) => self.files.push(include),
                    None => drop(self.not_placed.insert(path.clone(), reason)),
                },
            }
        }
        suffix::split(self, mixed, options.source_locale);
        bundles::leave_out_parts(self);
        index_files::settle(self, sources);
        self.place_assets(sources);
    }

    fn place_assets(&mut self, sources: &Sources) {
        let sites = self.docsets.iter().filter(|docset| docset.layout == LayoutName::Docusaurus);
        let sidebars: BTreeSet<String> = sites.map(|docset| docset.site.clone()).collect();
        for path in sources.assets.keys() {
            let Some((docset, below)) = owner(&self.docsets, path) else { continue };
            let sidebar = (sidebars.contains(parent(path)) && is_sidebar(path)).then_some(NotPlaced::Sidebar);
            if let Some(reason) = sidebar.or_else(|| unread(&self.docsets[docset], below)) {
                self.not_placed.insert(path.clone(), reason);
            }
            self.assets.push((path.clone(), docset, below.to_owned()));
        }
    }
}

/// What a file of a docset is.
fn placed(
    path: &Arc<str>,
    index: DocsetIndex,
    docset: &Docset,
    below: &str,
) -> Result<Option<Placed>, NotPlaced> {
    let refused = match () {
        () if !docset.has_articles() => Some(NotPlaced::Static),
        () if docset.excluded.is_match(path) => Some(NotPlaced::Excluded),
        () if docset.language == Language::Disabled => Some(NotPlaced::Disabled),
        () if is_not_found_page(docset, below) => Some(NotPlaced::NotFoundPage),
        () => None,
    };
    let is_snippet = refused == Some(NotPlaced::Excluded) && snippets::is_left_out(docset, below);
    if let Some(reason) = refused.filter(|_| is_markdown(path) && !is_snippet) {
        return Err(reason);
    }
    let (role, id) = match generator(docset.layout)(docset, below) {
        _ if is_snippet => (Role::Include, None),
        Placement::As(role) => (role, None),
        Placement::Named(id) => (Role::Article, Some(id)),
        Placement::NotRead(reason) if is_markdown(path) => return Err(reason),
        Placement::NotRead(_) | Placement::Configuration => return Ok(None),
    };
    let (below, locale) = (below.to_owned(), docset.locale.clone());
    Ok(Some(Placed { path: Arc::clone(path), docset: index, below, id, locale, role }))
}

/// Whether a file is what its generator, or the host that it is made for, shows for addresses that lead to nothing.
fn is_not_found_page(docset: &Docset, below: &str) -> bool {
    let has_such = matches!(docset.layout, LayoutName::Starlight | LayoutName::Jekyll);
    has_such && below.split('.').next() == Some("404")
}

/// Whether a file beside the configuration of Docusaurus is that of its sidebars.
fn is_sidebar(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_program = |(_, extension): (&str, &str)| matches!(extension, "js" | "ts" | "cjs" | "mjs");
    name.to_ascii_lowercase().starts_with("sidebar") && name.rsplit_once('.').is_some_and(is_program)
}

/// Why a page that is not written in Markdown is not read, where its generator would make one of it.
fn unread(docset: &Docset, below: &str) -> Option<NotPlaced> {
    const MARKUP: [&str; 6] = ["adoc", "asciidoc", "org", "pandoc", "pdc", "rst"];
    let extension = assets::extension(below);
    let makes_pages = matches!(docset.layout, LayoutName::Hugo | LayoutName::Jekyll) && docset.has_articles();
    let reason = match &*extension {
        "html" | "htm" => NotPlaced::Html,
        other if MARKUP.contains(&other) && docset.layout == LayoutName::Hugo => NotPlaced::Markup,
        _ => return None,
    };
    let by_place = || match generator(docset.layout)(docset, below) {
        Placement::NotRead(reason) => reason,
        _ => reason,
    };
    makes_pages.then(by_place)
}
