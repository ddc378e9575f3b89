//! Snippets of MkDocs: Markdown that stands beside the folder of the articles, or is left out of the pages, for articles to include.
//! Reads paths only.

use std::sync::Arc;

use crate::indexed::{DocsetIndex, IndexVec};
use crate::sources::is_markdown;

use super::docset::{Docset, parent, strip_folder};
use super::name::LayoutName;
use super::placed::{Placed, Role};

/// A file in the folder of a site, but not in its folder of articles, as an include of that site.
pub(super) fn beside(docsets: &IndexVec<DocsetIndex, Docset>, path: &Arc<str>) -> Option<Placed> {
    if !is_markdown(path) || !is_in_snippets(parent(path)) {
        return None;
    }
    let mut docsets = docsets.iter_enumerated();
    docsets.find_map(|(index, docset)| {
        let below = strip_folder(path, &docset.site).filter(|_| has_snippets(docset))?;
        let (below, locale) = (below.to_owned(), docset.locale.clone());
        Some(Placed { path: Arc::clone(path), docset: index, below, id: None, locale, role: Role::Include })
    })
}

/// A file that is no article, but that articles include, as an include of the site that it stands in.
pub(super) fn named(docsets: &IndexVec<DocsetIndex, Docset>, path: &Arc<str>) -> Option<Placed> {
    let includes = |docset: &Docset| docset.layout.includes_from_site() && docset.has_articles();
    // The folder of a locale before those that hold it.
    let mut holding: Vec<_> = docsets.iter_enumerated().filter(|(_, docset)| includes(docset)).collect();
    holding.sort_by_key(|(_, docset)| std::cmp::Reverse(docset.root.len()));
    let own = || holding.iter().find_map(|(index, docset)| Some((*index, strip_folder(path, &docset.root)?)));
    let site =
        || holding.iter().find_map(|(index, docset)| Some((*index, strip_folder(path, &docset.site)?)));
    let (docset, below) = own().or_else(site)?;
    let (below, locale) = (below.to_owned(), docsets[docset].locale.clone());
    Some(Placed { path: Arc::clone(path), docset, below, id: None, locale, role: Role::Include })
}

/// Whether a file that is no article is an include all the same.
pub(super) fn is_left_out(docset: &Docset, below: &str) -> bool {
    has_snippets(docset) && is_markdown(below) && is_in_snippets(parent(below))
}

fn has_snippets(docset: &Docset) -> bool {
    docset.layout == LayoutName::MkDocs && docset.has_articles()
}

fn is_in_snippets(folder: &str) -> bool {
    folder.split('/').any(|step| matches!(step.trim_start_matches(['_', '.']), "includes" | "snippets"))
}
