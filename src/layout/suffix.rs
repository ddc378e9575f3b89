//! Files whose names say a locale, `name.<locale>.md`. Looks at names only.

use std::collections::{BTreeMap, BTreeSet};

use crate::indexed::DocsetIndex;
use crate::locale::Locale;

use super::docset::{DocsetKind, Suffixes};
use super::name::LayoutName;
use super::placed::{Layout, Placed, Role};

/// Reads the locales in the names of files. In the mixed folder a tag counts where two articles use it, or where one stands
/// beside an article of the same name without a tag.
pub(super) fn split(layout: &mut Layout, mixed: DocsetIndex) {
    let found = found(&layout.files, mixed);
    if !found.is_empty() {
        let docset = &mut layout.docsets[mixed];
        (docset.kind, docset.layout) = (DocsetKind::Suffixed, LayoutName::Suffix);
        docset.suffixes = Suffixes::These(found.into_iter().collect());
    }
    for file in &mut layout.files {
        let Suffixes::These(known) = &layout.docsets[file.docset].suffixes else { continue };
        if let Some((below, locale)) = parts(&file.below).filter(|(_, locale)| known.contains(locale)) {
            file.below = below;
            file.locale = Some(locale);
        }
    }
}

/// The name without its tag, and the tag.
fn parts(below: &str) -> Option<(String, Locale)> {
    let (stem, extension) = below.rsplit_once('.')?;
    let (name, tag) = stem.rsplit_once('.')?;
    let locale = Locale::named(tag)?;
    (!name.is_empty() && !name.ends_with('/')).then(|| (format!("{name}.{extension}"), locale))
}

/// The tags that names in the mixed folder end with.
fn found(files: &[Placed], mixed: DocsetIndex) -> BTreeSet<Locale> {
    let loose = || files.iter().filter(|file| file.docset == mixed && file.role == Role::Article);
    let plain: BTreeSet<&str> = loose().map(|file| file.below.as_str()).collect();
    let mut uses: BTreeMap<Locale, usize> = BTreeMap::new();
    for (below, locale) in loose().filter_map(|file| parts(&file.below)) {
        *uses.entry(locale).or_default() += if plain.contains(below.as_str()) { 2 } else { 1 };
    }
    uses.into_iter().filter(|(_, uses)| *uses > 1).map(|(locale, _)| locale).collect()
}
