//! Page bundles of Hugo: what stands with the `index` of a folder, or below it, is a part of that article and has no page of
//! its own. Looks at names only.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::indexed::DocsetIndex;

use super::docset::parent;
use super::index_files::stem;
use super::name::LayoutName;
use super::placed::{Layout, NotPlaced, Placed, Role};

/// Names the parts of bundles, which are not read.
pub(super) fn leave_out_parts(layout: &mut Layout) {
    let docsets = &layout.docsets;
    let is_of_hugo = |file: &&Placed| {
        file.role == Role::Article
            && docsets[file.docset].layout == LayoutName::Hugo
            && file.below.contains('/')
    };
    let articles = || layout.files.iter().filter(is_of_hugo);
    let pages = articles().filter(|file| stem(file) == "index");
    let bundles: BTreeSet<(DocsetIndex, &str)> =
        pages.map(|file| (file.docset, parent(&file.below))).collect();
    if bundles.is_empty() {
        return;
    }
    let is_part = |file: &&Placed| {
        let folder = parent(&file.below);
        // The page of a bundle may be a part of one further up only.
        let is_page = matches!(stem(file), "index" | "_index");
        let above = folder.rmatch_indices('/').map(|(at, _)| &folder[..at]);
        let own = (!is_page).then_some(folder);
        own.into_iter().chain(above).any(|folder| bundles.contains(&(file.docset, folder)))
    };
    let parts: BTreeSet<Arc<str>> = articles().filter(is_part).map(|file| file.path.clone()).collect();
    layout.files.retain(|file| !parts.contains(&file.path));
    layout.not_placed.extend(parts.into_iter().map(|path| (path, NotPlaced::Part)));
}
