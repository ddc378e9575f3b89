//! Folders that are named by a locale, without any generator. Reads paths only.

use std::collections::BTreeSet;

use super::arrangement::{Arrangement, Input};
use super::docset::{Docset, is_within, join, strip_folder};
use super::name::LayoutName;
use super::placed::{Placement, Role, is_in_includes};
use crate::assets;
use crate::sources::is_markdown;

/// The locales of the content folder, and those of the folders below it whose children are locales.
///
/// In the content folder the name of one child is enough. Below it two are needed that have a path in common, as `api/cs`
/// and `api/ts` are no translations of each other.
pub(super) fn recognise(input: &Input<'_>, governed: &[&str]) -> Option<Arrangement> {
    let content = input.sources.content_dir.as_str();
    let is_governed = |folder: &str| governed.iter().any(|root| is_within(folder, root));
    let mut arrangement = Arrangement::new(LayoutName::Folders, content);
    let mut waiting = vec![content.to_owned()];
    while let Some(folder) = waiting.pop() {
        let children: Vec<String> = input
            .children(&folder)
            .into_iter()
            .map(|name| join(&folder, name))
            .filter(|child| !is_governed(child))
            .collect();
        let locales = input.locale_folders(&folder).into_iter();
        let locales: Vec<_> = locales
            .map(|(name, locale)| (join(&folder, name), locale))
            .filter(|(child, _)| !is_governed(child))
            .collect();
        let holds_governed = |child: &str| governed.iter().any(|root| is_within(root, child));
        let roots: Vec<&str> = locales.iter().map(|(root, _)| root.as_str()).collect();
        let is_arranged = folder == content || have_path_in_common(input, &roots);
        for child in children.iter().rev() {
            if !is_arranged || !roots.contains(&child.as_str()) {
                waiting.push(child.clone());
            }
        }
        if is_arranged {
            let own = locales.into_iter().filter(|(root, _)| !holds_governed(root));
            for (root, locale) in own {
                arrangement.add(root, Some(locale));
            }
        }
    }
    (!arrangement.docsets.is_empty()).then_some(arrangement)
}

/// Whether two of the folders have a Markdown file at the same path.
fn have_path_in_common(input: &Input<'_>, roots: &[&str]) -> bool {
    let mut seen = BTreeSet::new();
    roots.len() > 1
        && roots.iter().any(|root| {
            let own: Vec<&str> =
                input.markdown_below(root).filter_map(|path| strip_folder(path, root)).collect();
            let is_common = own.iter().any(|below| seen.contains(below));
            seen.extend(own);
            is_common
        })
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
