//! What `faqtory.toml` says of the folders of locales, which counts more than what was found. Reads paths only.

use crate::locale::Locale;

use super::arrangement::{Arrangement, Input};
use super::docset::{Docset, DocsetKind, is_within, join};
use super::name::LayoutName;
use super::options::LayoutOptions;

/// Puts the configured folders in the place of those that were found for their locales.
pub(super) fn apply(arrangements: &mut Vec<Arrangement>, input: &Input<'_>, options: LayoutOptions<'_>) {
    let folders = folders(input, options);
    for arrangement in arrangements.iter_mut() {
        arrangement.docsets.retain(|docset| !is_replaced(docset, &folders));
        if let Some(base) = options.base_path.filter(|_| arrangement.layout == LayoutName::Folders) {
            arrangement.docsets.iter_mut().for_each(|docset| docset.base_path = Some(base.to_owned()));
        }
    }
    for (root, locale) in folders {
        let docset = site_of(arrangements, &root, input).add(root, Some(locale));
        docset.base_path = options.base_path.map(str::to_owned);
    }
    for folder in options.statics {
        let folder = folder.trim_matches('/').to_owned();
        site_of(arrangements, &folder, input).add_static(folder);
    }
}

/// A folder of the same locale, or the same folder.
fn is_replaced(docset: &Docset, folders: &[(String, Locale)]) -> bool {
    folders.iter().any(|(root, locale)| {
        let is_same = docset.locale.as_ref().is_some_and(|own| own == locale);
        *root == docset.root || is_same && docset.kind == DocsetKind::LocaleFolder
    })
}

/// The configured folders, from the project's folder, with their locales.
fn folders(input: &Input<'_>, options: LayoutOptions<'_>) -> Vec<(String, Locale)> {
    let content = input.sources.content_dir.as_str();
    let below = |folder: &str| match folder.trim_matches('/') {
        "." => content.to_owned(),
        folder => join(content, folder),
    };
    let named = options.folders.iter().map(|(folder, locale)| (below(folder), locale.clone()));
    let mut folders: Vec<(String, Locale)> = named.collect();
    let by_pattern = options.pattern.map(|pattern| matches(input, pattern)).unwrap_or_default();
    let is_known = |locale: &Locale| options.folders.iter().any(|(_, named)| named == locale);
    folders.extend(by_pattern.into_iter().filter(|(_, locale)| !is_known(locale)));
    folders
}

/// The folders that a pattern leads to: `i18n/{locale}/current`.
fn matches(input: &Input<'_>, pattern: &str) -> Vec<(String, Locale)> {
    let Some((before, after)) = pattern.trim_matches('/').split_once("{locale}") else { return Vec::new() };
    let (folder, begin) = before.rsplit_once('/').unwrap_or(("", before));
    let (end, below) = after.split_once('/').unwrap_or((after, ""));
    let found = input.children(folder).into_iter().filter_map(|name| {
        let locale = Locale::named(name.strip_prefix(begin)?.strip_suffix(end)?)?;
        let root = join(&join(folder, name), below);
        input.has_markdown(&root).then_some((root, locale))
    });
    found.collect()
}

/// The site that a folder is part of: the nearest one that governs it, else that of the folders of locales.
fn site_of<'a>(
    arrangements: &'a mut Vec<Arrangement>,
    folder: &str,
    input: &Input<'_>,
) -> &'a mut Arrangement {
    let governs = |(_, arrangement): &(usize, &Arrangement)| is_within(folder, &arrangement.root);
    let nearest = arrangements.iter().enumerate().filter(governs);
    let nearest = nearest.max_by_key(|(_, arrangement)| arrangement.root.len()).map(|(at, _)| at);
    let at = nearest.unwrap_or_else(|| {
        arrangements.push(Arrangement::new(LayoutName::Folders, &input.sources.content_dir));
        arrangements.len() - 1
    });
    &mut arrangements[at]
}
