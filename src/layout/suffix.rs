//! Files whose names say a locale, `name.<locale>.md`. Looks at names only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::indexed::DocsetIndex;
use crate::locale::Locale;

use super::docset::{DocsetKind, LocaleFrom, Suffixes, suffix_key, tag_of};
use super::name::LayoutName;
use super::placed::{Layout, NotPlaced, Placed, Role};
use super::spelling::Spellings;

/// Reads the locales in the names of files. In the mixed folder, `source` is the locale of those that have none: the
/// configured one, else English, which is then asked for.
pub(super) fn split(layout: &mut Layout, mixed: DocsetIndex, source: Option<&Locale>) {
    let mut found = found(layout);
    for docset in layout.docsets.indices() {
        let Some(tags) = found.remove(&docset).filter(|tags| !tags.is_empty()) else { continue };
        if docset == mixed {
            put_rest(layout, mixed, source, &tags);
        }
        let tags = tags.into_iter().map(|(tag, locale)| (tag, Some(locale)));
        layout.docsets[docset].suffixes = Suffixes::These(tags.collect());
    }
    let docsets = &layout.docsets;
    let mut disabled: Vec<Arc<str>> = Vec::new();
    for file in &mut layout.files {
        let Suffixes::These(known) = &docsets[file.docset].suffixes else { continue };
        let Some((below, tag)) = parts(&file.below) else { continue };
        match known.get(&suffix_key(tag)) {
            Some(Some(locale)) => {
                file.locale = Some(locale.clone());
                file.below = below;
            }
            Some(None) => disabled.push(file.path.clone()),
            None => {}
        }
    }
    remove(layout, disabled, NotPlaced::Disabled);
    remove_taken(layout);
    find_second(layout);
}

/// Says which tags are second spellings of a locale that the names of other files write otherwise.
fn find_second(layout: &mut Layout) {
    let mut folders: BTreeMap<DocsetIndex, Spellings<'_>> = BTreeMap::new();
    for file in &layout.files {
        let tag = tag_of(&file.path, &file.below);
        if let Some(locale) = file.locale.as_ref().filter(|_| !tag.is_empty()) {
            folders.entry(file.docset).or_default().add(locale, tag);
        }
    }
    for (docset, spellings) in folders {
        let second = spellings.second().into_keys().map(str::to_owned);
        layout.docsets[docset].second_tags = second.collect();
    }
}

/// The mixed folder becomes one whose names say the locale; those that say none are in the source locale.
fn put_rest(
    layout: &mut Layout,
    mixed: DocsetIndex,
    source: Option<&Locale>,
    tags: &BTreeMap<String, Locale>,
) {
    let is_free = |locale: &Locale| !tags.values().any(|known| known.same_content(locale));
    let assumed = Locale::last_resort().filter(|locale| source.is_none() && is_free(locale));
    let docset = &mut layout.docsets[mixed];
    (docset.kind, docset.layout) = (DocsetKind::Suffixed, LayoutName::Suffix);
    docset.locale_from = LocaleFrom::FrontMatterFirst;
    docset.locale = source.cloned().or_else(|| assumed.clone());
    let is_bare = |file: &Placed| {
        let tag = parts(&file.below).map(|(_, tag)| suffix_key(tag));
        file.docset == mixed && file.role == Role::Article && !tag.is_some_and(|tag| tags.contains_key(&tag))
    };
    if layout.files.iter().any(is_bare) {
        layout.assumed = layout.assumed.take().or(assumed);
    }
}

/// Files without a locale in their name whose name another has in the locale that they would be in.
fn remove_taken(layout: &mut Layout) {
    let docsets = &layout.docsets;
    let default = |file: &Placed| docsets[file.docset].locale.clone();
    let is_suffixed =
        |file: &&Placed| docsets[file.docset].kind == DocsetKind::Suffixed && file.role == Role::Article;
    let has_tag = |file: &Placed| !file.path.ends_with(&*file.below);
    let files = || layout.files.iter().filter(is_suffixed);
    let tagged = files().filter(|file| has_tag(file) && file.locale == default(file));
    let taken: BTreeSet<(DocsetIndex, &str)> = tagged.map(|file| (file.docset, &*file.below)).collect();
    let bare = files().filter(|file| !has_tag(file) && taken.contains(&(file.docset, &*file.below)));
    let bare = bare.map(|file| file.path.clone()).collect();
    remove(layout, bare, NotPlaced::TagTaken);
}

fn remove(layout: &mut Layout, paths: Vec<Arc<str>>, reason: NotPlaced) {
    if paths.is_empty() {
        return;
    }
    let paths: BTreeSet<Arc<str>> = paths.into_iter().collect();
    layout.files.retain(|file| !paths.contains(&file.path));
    layout.not_placed.extend(paths.into_iter().map(|path| (path, reason)));
}

/// The name without its tag, and the tag.
fn parts(below: &str) -> Option<(String, &str)> {
    let (stem, extension) = below.rsplit_once('.')?;
    let (name, tag) = stem.rsplit_once('.')?;
    let is_name = !name.is_empty() && !name.ends_with('/') && !tag.contains('/');
    is_name.then(|| (format!("{name}.{extension}"), tag))
}

/// The tags that names end with, where these are looked for.
fn found(layout: &Layout) -> BTreeMap<DocsetIndex, BTreeMap<String, Locale>> {
    let is_searched = |file: &&Placed| {
        layout.docsets[file.docset].suffixes == Suffixes::Found && file.role == Role::Article
    };
    let loose = || layout.files.iter().filter(is_searched);
    let names: BTreeSet<(DocsetIndex, &str)> = loose().map(|file| (file.docset, &*file.below)).collect();
    let mut tags: BTreeMap<&str, Option<Locale>> = BTreeMap::new();
    let mut tagged: Vec<(&Placed, String, &str, Locale)> = Vec::new();
    let mut locales: BTreeMap<(DocsetIndex, String), BTreeSet<Locale>> = BTreeMap::new();
    for file in loose() {
        let Some((below, tag)) = parts(&file.below) else { continue };
        let Some(locale) = tags.entry(tag).or_insert_with(|| Locale::named(tag)).clone() else { continue };
        locales.entry((file.docset, below.clone())).or_default().insert(locale.clone());
        tagged.push((file, below, tag, locale));
    }
    let mut uses: BTreeMap<(DocsetIndex, Locale), (usize, BTreeSet<String>)> = BTreeMap::new();
    for (file, below, tag, locale) in tagged {
        // A name in two languages, or with a tag and without, says by itself what the tag is.
        let is_bare = names.contains(&(file.docset, &*below));
        let is_translated = locales.get(&(file.docset, below)).is_some_and(|locales| locales.len() > 1);
        let (count, written) = uses.entry((file.docset, locale)).or_default();
        *count += if is_bare || is_translated { 2 } else { 1 };
        written.insert(suffix_key(tag));
    }
    let mut found: BTreeMap<DocsetIndex, BTreeMap<String, Locale>> = BTreeMap::new();
    for ((docset, locale), (_, written)) in uses.into_iter().filter(|(_, (count, _))| *count > 1) {
        let tags = written.into_iter().map(|tag| (tag, locale.clone()));
        found.entry(docset).or_default().extend(tags);
    }
    found
}
