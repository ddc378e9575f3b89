//! What the files for language models hold of a locale: only what search engines may show, section by section. Writes no file.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::href::From;
use crate::render::prepare::Listed;
use crate::render::robots;
use crate::render::site::Site;

pub(super) fn is_included(site: &Site<'_>, locale: LocaleIndex, entry: &Listed) -> bool {
    site.catalog.articles[entry.article].locale == locale && site.is_indexable(entry.article)
}

/// What search engines may show of a locale, section by section, each with its title.
pub(super) fn groups(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<(String, Vec<Listed>)>> {
    let prepared = site.locale(locale);
    let included = |entries: &mut dyn Iterator<Item = Listed>| -> Vec<Listed> {
        entries.filter(|entry| is_included(site, locale, entry)).collect()
    };
    let sections = &prepared.sections;
    let outside = prepared
        .listed
        .iter()
        .filter(|entry| !entry.is_index && sections.is_outside(site.catalog, entry.identity));
    let first = if sections.all.is_empty() { "all-articles" } else { "home" };
    let first = prepared.bundle.text(first, &[])?.text.to_string();
    let home = robots::home_index(site, locale);
    let mut groups = vec![(first, included(&mut home.into_iter().chain(outside.copied())))];
    // Sections still to be written, the next one last.
    let mut ahead: Vec<usize> = sections.top.iter().rev().copied().collect();
    while let Some(section) = ahead.pop() {
        let section = &sections.all[section];
        let inside = section.articles.iter().map(|&entry| prepared.listed[entry]);
        groups.push((section.title.clone(), included(&mut section.index.into_iter().chain(inside))));
        ahead.extend(section.below.iter().rev());
    }
    groups.retain(|(_, entries)| !entries.is_empty());
    Ok(groups)
}

/// Absolute with a base URL, else relative to the file.
pub(super) fn address(site: &Site<'_>, locale: LocaleIndex, folder: &str) -> String {
    let href = match site.options.base_url {
        Some(_) => site.address(folder),
        None => From::Folder(site.home_folder(locale)).page(folder, site.options.links),
    };
    // Not balanced, they would end the link.
    href.replace('(', "%28").replace(')', "%29")
}
