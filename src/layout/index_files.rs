//! Which article is the page of its folder: `index`, `_index` or `README`, in that order. Looks at names, and at texts only
//! for links to a README.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::indexed::DocsetIndex;
use crate::locale::Locale;
use crate::sources::Sources;

use super::name::LayoutName;
use super::placed::{Layout, NotPlaced, Placed, Role};

/// A folder in one locale.
type Place<'a> = (DocsetIndex, &'a str, Option<&'a Locale>);

/// Gives the page of each folder its ID. A README beside an index is an article where a link leads to it.
pub(super) fn settle(layout: &mut Layout, sources: &Sources) {
    let named = |wanted: &str| -> BTreeSet<Place<'_>> {
        layout.files.iter().filter(|file| stem(file).eq_ignore_ascii_case(wanted)).map(place).collect()
    };
    let is_concerned =
        |file: &Placed| file.role == Role::Article && layout.docsets[file.docset].layout != LayoutName::Learn;
    let (index, underscored) = (named("index"), named("_index"));
    let mut ids = Vec::new();
    let mut beside = Vec::new();
    for (number, file) in layout.files.iter().enumerate().filter(|(_, file)| is_concerned(file)) {
        let has_index = index.contains(&place(file));
        let is_readme = stem(file).eq_ignore_ascii_case("readme");
        if is_readme && (has_index || underscored.contains(&place(file))) {
            beside.push(number);
        } else if is_readme || stem(file).eq_ignore_ascii_case("_index") {
            // The folder may have another name in IDs.
            let id = file.id.as_deref().unwrap_or(&file.below);
            ids.push((number, format!("{}index", &id[..id.rfind('/').map_or(0, |at| at + 1)])));
        }
    }
    for (number, id) in ids {
        layout.files[number].id = Some(id.into());
    }
    if !beside.is_empty() {
        remove_unlinked(layout, sources, &beside);
    }
}

fn remove_unlinked(layout: &mut Layout, sources: &Sources, beside: &[usize]) {
    let names: BTreeSet<&str> = beside.iter().map(|&number| file_name(&layout.files[number])).collect();
    let finders: Vec<(&str, memmem::Finder<'_>)> =
        names.into_iter().map(|name| (name, memmem::Finder::new(name))).collect();
    let is_linked = |name: &str| {
        let finder = finders.iter().find(|(known, _)| *known == name).map(|(_, finder)| finder);
        finder.is_some_and(|finder| {
            layout
                .files
                .iter()
                .filter_map(|file| sources.texts.get(&file.path))
                .any(|text| finder.find(text).is_some())
        })
    };
    let linked: BTreeSet<&str> =
        finders.iter().map(|(name, _)| *name).filter(|name| is_linked(name)).collect();
    let is_unlinked = |number: &&usize| !linked.contains(file_name(&layout.files[**number]));
    let unlinked: BTreeSet<usize> = beside.iter().filter(is_unlinked).copied().collect();
    let files = std::mem::take(&mut layout.files).into_iter().enumerate();
    for (number, file) in files {
        if unlinked.contains(&number) {
            layout.not_placed.insert(file.path, NotPlaced::Readme);
        } else {
            layout.files.push(file);
        }
    }
}

fn place(file: &Placed) -> Place<'_> {
    (file.docset, folder(file), file.locale.as_ref())
}

/// The folder of a file below its docset, with the slash at its end.
fn folder(file: &Placed) -> &str {
    file.below.rfind('/').map_or("", |at| &file.below[..=at])
}

/// The name of a file without its extension.
pub(super) fn stem(file: &Placed) -> &str {
    let name = file.below.rsplit('/').next().unwrap_or(&file.below);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn file_name(file: &Placed) -> &str {
    file.path.rsplit('/').next().unwrap_or(&file.path)
}
