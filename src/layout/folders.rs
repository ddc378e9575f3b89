//! Folders that are named by a locale, without any generator that says so. Reads paths only.

use std::collections::BTreeSet;

use super::arrangement::{Arrangement, Input};
use super::docset::{Docset, LocaleFrom, is_within, join, strip_folder};
use super::name::LayoutName;
use super::placed::{Placement, Role, is_in_includes};
use crate::assets;
use crate::locale::Locale;
use crate::sources::is_markdown;

/// A folder whose children are named by locales.
pub(super) struct Group {
    pub(super) folder: String,
    /// These children, and their locales.
    pub(super) children: Vec<(String, Locale)>,
    /// Whether the articles in the folder itself are the ones that its children translate.
    pub(super) holds_source: bool,
}

/// The locales of the content folder, and those of the folders below it whose children are locales.
pub(super) fn recognise(input: &Input<'_>, governed: &[&str]) -> Option<Arrangement> {
    let content = input.sources.content_dir.as_str();
    let is_governed = |folder: &str| governed.iter().any(|root| is_within(folder, root));
    let groups = groups(input, content, Top::Content, &is_governed);
    let is_several = groups.len() > 1;
    let mut arrangement = Arrangement::new(LayoutName::Folders, content);
    for group in groups {
        // Groups that stand apart have articles of their own.
        let below = strip_folder(&group.folder, content).filter(|below| is_several && !below.is_empty());
        let prefix = below.map(|below| format!("{below}/")).unwrap_or_default();
        let holds_governed = |child: &str| governed.iter().any(|root| is_within(root, child));
        let children = group.children.into_iter().filter(|(root, _)| !holds_governed(root));
        for (root, locale) in children {
            arrangement.add(root, Some(locale)).prefix.clone_from(&prefix);
        }
        if group.holds_source {
            let docset = arrangement.add(group.folder, None);
            (docset.prefix, docset.locale_from) = (prefix, LocaleFrom::FrontMatterFirst);
        }
    }
    (!arrangement.docsets.is_empty()).then_some(arrangement)
}

/// Adds the folders of locales below `folder`, and the folder itself for the locale of what is beside them. Where one of
/// them has that locale already, what is beside has none but that of its front matter.
pub(super) fn add_below<'a>(
    arrangement: &'a mut Arrangement,
    input: &Input<'_>,
    folder: &str,
    source: Option<&Locale>,
) -> &'a mut Docset {
    let is_foreign = |child: &str| input.is_of_another_site(child, folder);
    let groups = groups(input, folder, Top::Site(source), &is_foreign);
    let children = || groups.iter().flat_map(|group| &group.children);
    let is_taken = |source: &&Locale| children().any(|(_, locale)| locale.same_content(source));
    for group in &groups {
        let below = strip_folder(&group.folder, folder).filter(|below| !below.is_empty());
        let prefix = below.map(|below| format!("{below}/")).unwrap_or_default();
        for (root, locale) in &group.children {
            arrangement.add(root.clone(), Some(locale.clone())).prefix.clone_from(&prefix);
        }
    }
    arrangement.add(folder.to_owned(), source.filter(|source| !is_taken(source)).cloned())
}

/// What the folder is that is searched.
#[derive(Clone, Copy)]
enum Top<'a> {
    Content,
    /// That of a site which may say its locale.
    Site(Option<&'a Locale>),
}

/// The folders in `top`, itself included, whose children are locales.
fn groups(input: &Input<'_>, top: &str, kind: Top<'_>, is_foreign: &dyn Fn(&str) -> bool) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut waiting = vec![top.to_owned()];
    while let Some(folder) = waiting.pop() {
        let children = input.children(&folder).into_iter().map(|name| (name, join(&folder, name)));
        let children: Vec<(&str, String)> = children.filter(|(_, child)| !is_foreign(child)).collect();
        let found = children.iter().filter_map(|(name, root)| Some((root.clone(), Locale::named(name)?)));
        let found: Vec<(String, Locale)> = found.collect();
        let place = match kind {
            Top::Content if folder == top => Place::Content,
            Top::Site(_) if folder == top => Place::Site,
            _ => Place::Below,
        };
        let parts = children.iter().filter(|(name, _)| name.starts_with('_') || is_in_includes(name)).count();
        let others = children.len() - found.len() - parts.min(children.len() - found.len());
        let source = match kind {
            Top::Content => None,
            Top::Site(source) => source,
        };
        let evidence = Evidence { input, source, folder: &folder, children: &found, others };
        let is_group = evidence.suffices(place);
        for (_, child) in children.into_iter().rev() {
            if !is_group || !found.iter().any(|(root, _)| *root == child) {
                waiting.push(child);
            }
        }
        if is_group {
            let holds_source = evidence.is_beside_source();
            groups.push(Group { folder, children: found, holds_source });
        }
    }
    groups
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The content folder.
    Content,
    /// The folder of a site's articles.
    Site,
    Below,
}

/// What speaks for folders being named by locales, and not by countries, programming languages or words.
struct Evidence<'a, 's> {
    input: &'a Input<'s>,
    /// The locale that the site says.
    source: Option<&'a Locale>,
    folder: &'a str,
    children: &'a [(String, Locale)],
    /// How many folders with articles beside them are named otherwise.
    others: usize,
}

impl Evidence<'_, '_> {
    /// At the top, one folder is enough where nothing stands beside it, or where it is that of the source. Below, two are
    /// needed that have a path in common, as `api/cs` and `api/ts` are no translations of each other, and the source
    /// among them or beside them, or a third. A site has one language unless its folders say otherwise.
    fn suffices(&self, place: Place) -> bool {
        let is_content = !self.folder.is_empty() && self.folder == self.input.sources.content_dir;
        let is_said =
            || self.children.iter().any(|(root, locale)| self.is_source(locale) || is_regional(root));
        let is_translated =
            || self.have_path_in_common() && (is_said() || self.others == 0 && self.children.len() > 2);
        match (place, self.children.len()) {
            (_, 0) | (Place::Below, 1) => false,
            (Place::Content, 1) => self.others == 0 || is_content || self.is_source(&self.children[0].1),
            (Place::Content, _) => self.others == 0 || is_content || is_said() || self.have_path_in_common(),
            (Place::Site, 1) => self.is_beside_source(),
            (Place::Site, _) => {
                is_translated()
                    || self.source.is_some() && self.have_in_common(is_article)
                    || self.is_beside_source()
            }
            (Place::Below, _) => is_translated() || self.have_path_in_common() && self.is_beside_source(),
        }
    }

    /// Whether articles are written in this locale first: the one that the site says, or the usual ones.
    fn is_source(&self, locale: &Locale) -> bool {
        match self.source {
            Some(source) => source.language() == locale.language(),
            None => self.input.is_usual_source(locale),
        }
    }

    /// Whether two of the folders have a Markdown file at the same path.
    fn have_path_in_common(&self) -> bool {
        self.have_in_common(|_| true)
    }

    /// Whether two of the folders have a Markdown file at the same path that passes the filter.
    fn have_in_common(&self, filter: fn(&str) -> bool) -> bool {
        let mut seen = BTreeSet::new();
        self.children.iter().any(|(root, _)| {
            let below = self.input.markdown_below(root).filter_map(|path| strip_folder(path, root));
            let own: Vec<&str> = below.filter(|below| filter(below)).collect();
            let is_common = own.iter().any(|below| seen.contains(below));
            seen.extend(own);
            is_common
        })
    }

    /// Whether no folder is that of the source, and an article of one stands in the folder around them too, its page aside.
    fn is_beside_source(&self) -> bool {
        let texts = &self.input.sources.texts;
        let is_beside = |root: &str| {
            let below = self.input.markdown_below(root).filter_map(|path| strip_folder(path, root));
            below
                .into_iter()
                .any(|below| is_article(below) && texts.contains_key(join(self.folder, below).as_str()))
        };
        !self.children.iter().any(|(_, locale)| self.is_source(locale))
            && self.children.iter().any(|(root, _)| is_beside(root))
    }
}

/// Whether a file is more than the page of its folder.
fn is_article(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    !["index", "_index", "readme"].iter().any(|page| stem.eq_ignore_ascii_case(page))
}

/// Whether the name of a folder says more than a language: `pt-BR`.
fn is_regional(root: &str) -> bool {
    root.rsplit('/').next().is_some_and(|name| name.contains(['-', '_']))
}

/// Every file outside `includes` folders is an article.
pub(super) fn place(_: &Docset, below: &str) -> Placement {
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    let is_part = is_in_includes(folder);
    if is_markdown(name) {
        return Placement::As(match is_part {
            false if name.eq_ignore_ascii_case("toc.md") => Role::Toc,
            false => Role::Article,
            true => Role::Include,
        });
    }
    if assets::extension(name) != "yml" || is_part || folder.split('/').any(|step| step == "breadcrumb") {
        return Placement::Configuration;
    }
    Placement::As(if name.eq_ignore_ascii_case("toc.yml") { Role::Toc } else { Role::Section })
}
