//! The locales that a configuration names, each with its folder: what a folder is called, and what its language is. Reads
//! paths only.

use std::collections::BTreeSet;

use crate::locale::Locale;

use super::arrangement::{Arrangement, Input};
use super::docset::{is_within, join};
use super::settings;

/// The locale of what stands in no folder of a locale.
pub(super) enum Root {
    Of(Locale),
    /// Every locale has a folder.
    None,
    Unknown,
}

/// The locale of a folder: its name says it, as it does in the addresses of the site, unless the configuration says another
/// language.
pub(super) fn locale_of(name: &str, language: Option<&str>) -> Option<Locale> {
    let said = language.and_then(|language| Locale::parse(language).ok());
    match (Locale::named(name), said) {
        (Some(named), Some(said)) if !named.same_content(&said) => Some(said),
        (Some(named), _) => Some(named),
        (None, said) => said,
    }
}

/// A folder as configured, from `root`: `../docs/` of `website` is `docs`; none where it leads out of the project.
pub(super) fn folder_from(root: &str, written: &str) -> Option<String> {
    let (mut root, mut written) = (root, written.trim());
    loop {
        written = written.strip_prefix("./").unwrap_or(written);
        match written.strip_prefix("..") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                if root.is_empty() {
                    return None;
                }
                (root, written) = (super::docset::parent(root), rest.trim_start_matches('/'));
            }
            _ => break,
        }
    }
    Some(join(root, &settings::folder(written)?))
}

/// The children of `articles` that are named by a locale, but for those that are configured, and these.
pub(super) fn with_children(
    input: &Input<'_>,
    articles: &str,
    configured: &[(String, Option<Locale>)],
) -> Vec<(String, Locale)> {
    let known: BTreeSet<&str> = configured.iter().map(|(folder, _)| folder.as_str()).collect();
    let children = input.locale_folders(articles).into_iter();
    let children = children.map(|(name, locale)| (join(articles, name), locale));
    let children = children.filter(|(folder, _)| !known.contains(folder.as_str()));
    let configured = configured.iter().filter_map(|(folder, locale)| Some((folder.clone(), locale.clone()?)));
    configured.filter(|(folder, _)| input.has_markdown(folder)).chain(children).collect()
}

/// Adds the folders of the locales, and `articles` itself for what stands beside them.
pub(super) fn arrange(
    arrangement: &mut Arrangement,
    input: &Input<'_>,
    articles: &str,
    folders: Vec<(String, Locale)>,
    root: Root,
) {
    let is_beside = |folder: &str| !folders.iter().any(|(known, _)| is_within(folder, known));
    let has_own = || input.markdown_folders(articles).any(is_beside);
    let is_taken = |root: &Locale| folders.iter().any(|(_, locale)| locale.same_content(root));
    let is_itself = folders.iter().any(|(folder, _)| folder == articles);
    match root {
        _ if is_itself => {}
        Root::Of(locale) if !is_taken(&locale) => {
            arrangement.add(articles.to_owned(), Some(locale));
        }
        Root::Of(_) | Root::None if !folders.is_empty() => {}
        Root::Of(_) | Root::None | Root::Unknown => {
            if has_own() {
                arrangement.add(articles.to_owned(), None);
            }
        }
    }
    for (folder, locale) in folders {
        arrangement.add(folder, Some(locale));
    }
}
