//! Folders of articles whose paths share one root, and which of them a path is in. Data only.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::indexed::{DocsetIndex, Idx, IndexVec};
use crate::locale::Locale;

use super::excluded::Excluded;
use super::hugo_cascade::CascadedDrafts;
use super::name::LayoutName;
use super::publishing::ContentGlobs;

/// A folder of articles whose paths share one root.
#[derive(Clone, Debug)]
pub struct Docset {
    /// Below the project's folder, no slashes at its ends.
    pub root: String,
    /// The locale of all its files but those that name another; none where each file says its own.
    pub locale: Option<Locale>,
    /// The public path of the docset on its old host, such as `AlchemyInsights`.
    pub base_path: Option<String>,
    /// The folder that the site of a generator is published in, where links from the root may begin with it.
    pub site_path: Option<String>,
    /// What article IDs of this docset begin with, `/` included; empty for the only docset of a locale.
    pub prefix: String,
    pub kind: DocsetKind,
    pub(crate) locale_from: LocaleFrom,
    pub layout: LayoutName,
    /// The folder that its layout governs: docsets of one site share it.
    pub site: String,
    /// Where its generator looks for what articles include, beside the folder of its site.
    pub include_folders: Vec<String>,
    pub(super) suffixes: Suffixes,
    pub(super) numbers: Numbers,
    /// What its generator reads `.md` as.
    pub(crate) markdown: MarkdownAs,
    /// Which of its files are articles, where a file of the generator says so.
    pub(super) content: Option<ContentGlobs>,
    /// What its generator passes over.
    pub(super) excluded: Excluded,
    pub(super) language: Language,
    /// Its articles that are drafts by the configuration.
    pub(crate) drafts: CascadedDrafts,
    /// The folder of the same locale that comes first, where this is a second one, such as `pt_BR` beside `pt-BR`.
    pub second_of: Option<Arc<str>>,
    /// Tags in names of files that are second spellings of a locale.
    pub(super) second_tags: BTreeSet<String>,
}

/// Which of the files of one locale comes first where two are one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// Its locale is written in another way than those of the others.
    Second,
    First,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocsetKind {
    /// A docset of an Open Publishing repository.
    Published,
    /// A folder of one locale.
    LocaleFolder,
    /// A folder of files in many locales; their names say which.
    Suffixed,
    /// A folder of files that say their locales themselves.
    Mixed,
    /// A folder whose files are served from the root of the site as they are. It has no articles.
    Static,
}

/// What decides about the locale of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LocaleFrom {
    /// Where it stands, and what it is called.
    Place,
    /// Its front matter, where that names one.
    FrontMatterFirst,
}

/// Whether the language of a folder is one of the site's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Published,
    Disabled,
}

/// Which names of files, `name.<locale>.md`, say a locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Suffixes {
    #[default]
    None,
    /// Tags of locales that several articles have, or one beside an article of the same name without a tag.
    Found,
    /// These, as [`suffix_key`] has them; none where the language is not published.
    These(BTreeMap<String, Option<Locale>>),
}

/// A tag as names of files and folders are compared: `pt_BR` is `pt-br`.
pub(super) fn suffix_key(tag: &str) -> String {
    tag.to_ascii_lowercase().replace('_', "-")
}

/// What a generator reads `.md` as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkdownAs {
    Markdown,
    /// As `.mdx`.
    Mdx,
}

/// What numbers at the beginning of names are, such as that of `02-install.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// Part of the name.
    OfNames,
    /// The order of the files, and no part of their IDs.
    OfOrder,
}

impl Docset {
    /// Of one locale, or of files that say their own; with the links that its site has.
    pub(super) fn new(layout: LayoutName, site: &str, root: String, locale: Option<Locale>) -> Self {
        let kind = if locale.is_some() { DocsetKind::LocaleFolder } else { DocsetKind::Mixed };
        Self {
            root,
            locale,
            base_path: None,
            site_path: None,
            prefix: String::new(),
            include_folders: Vec::new(),
            kind,
            locale_from: LocaleFrom::Place,
            layout,
            site: site.to_owned(),
            suffixes: Suffixes::None,
            numbers: Numbers::OfNames,
            markdown: MarkdownAs::Markdown,
            content: None,
            excluded: Excluded::default(),
            language: Language::Published,
            drafts: CascadedDrafts::default(),
            second_of: None,
            second_tags: BTreeSet::new(),
        }
    }

    /// A path as it is from the root of the site, where it begins with the name that Astro's templates give the folder `src/`.
    pub(crate) fn without_alias(&self, path: String) -> String {
        let rest = ["~/", "@/"].into_iter().find_map(|alias| path.strip_prefix(alias));
        match rest.filter(|_| self.layout == LayoutName::Starlight) {
            Some(rest) => format!("/src/{rest}"),
            None => path,
        }
    }

    /// Whether numbers at the beginning of names say an order, and are no part of IDs.
    pub(crate) fn has_numbers(&self) -> bool {
        self.numbers == Numbers::OfOrder
    }

    /// The number that a name begins with, if that says an order, and the name in IDs.
    pub(crate) fn step<'n>(&self, name: &'n str) -> (Option<u32>, &'n str) {
        match numbered(name).filter(|_| self.has_numbers()) {
            Some((number, name)) => (Some(number), name),
            None => (None, name),
        }
    }

    /// How a file of it stands to others of its locale. `below` is without the tag of its name.
    pub(crate) fn standing(&self, path: &str, below: &str) -> Standing {
        let is_second = self.second_of.is_some() || self.second_tags.contains(tag_of(path, below));
        if is_second { Standing::Second } else { Standing::First }
    }

    /// The article ID of what stands at this path of its site: where there are several sites, it begins with their folder.
    pub(crate) fn of_site(&self, from_root: &str) -> String {
        let is_one_of_several = strip_folder(&self.prefix, &self.site).is_some() && !self.site.is_empty();
        if is_one_of_several { join(&self.site, from_root) } else { from_root.to_owned() }
    }

    /// What docsets are sorted by: longer roots come first.
    pub(super) fn order(&self) -> (Reverse<usize>, &str) {
        (Reverse(self.root.len()), &self.root)
    }

    /// Whether its files are articles and what belongs to them.
    pub(super) fn has_articles(&self) -> bool {
        self.kind != DocsetKind::Static
    }
}

/// The docset whose root is nearest above `path`, and the path below it. `docsets` has longer roots first, those of one length
/// in order, and the content folder last.
pub(crate) fn owner<'a>(
    docsets: &IndexVec<DocsetIndex, Docset>,
    path: &'a str,
) -> Option<(DocsetIndex, &'a str)> {
    let (content, sites) = docsets.split_last()?;
    let above = path.rmatch_indices('/').map(|(slash, _)| (&path[..slash], &path[slash + 1..]));
    let mut above = above.chain(std::iter::once(("", path)));
    let of_site = above.find_map(|(folder, below)| {
        let order = |docset: &Docset| docset.order().cmp(&(Reverse(folder.len()), folder)).is_lt();
        let at = sites.partition_point(order);
        (sites.get(at)?.root == folder).then(|| (DocsetIndex::at(at), below))
    });
    of_site.or_else(|| Some((DocsetIndex::at(sites.len()), strip_folder(path, &content.root)?)))
}

/// The path below `folder`, if it lies there; the empty folder holds everything.
pub(crate) fn strip_folder<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return Some(path);
    }
    path.strip_prefix(folder)?.strip_prefix('/')
}

/// Whether `path` is the folder or lies below it.
pub(super) fn is_within(path: &str, folder: &str) -> bool {
    path == folder || strip_folder(path, folder).is_some()
}

pub(crate) fn join(folder: &str, name: &str) -> String {
    match (folder.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{name}"),
    }
}

/// The tag in the name of a file, which `below` does not have; empty where there is none.
pub(super) fn tag_of<'p>(path: &'p str, below: &str) -> &'p str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let bare = below.rsplit('/').next().unwrap_or(below);
    let stem = bare.rsplit_once('.').map_or(bare, |(stem, _)| stem);
    let end = name.rfind('.').unwrap_or(name.len());
    let tag = name.get(stem.len()..end).filter(|_| name.len() > bare.len());
    tag.and_then(|tag| tag.strip_prefix('.')).unwrap_or_default()
}

/// The folder of a path, empty at the top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The number that a name begins with, and the rest: `02-install` is the second. A date and a version are no numbers.
pub(super) fn numbered(name: &str) -> Option<(u32, &str)> {
    let end = name.find(|character: char| !character.is_ascii_digit())?;
    let (number, rest) = name.split_at(end);
    let name = rest.trim_start().trim_start_matches(['-', '_', '.']);
    let is_marked = rest.trim_start().len() > name.len();
    let name = name.trim_start();
    let is_name = name.chars().next().is_some_and(|first| !first.is_ascii_digit());
    Some((number.parse().ok()?, name)).filter(|_| is_marked && is_name)
}
