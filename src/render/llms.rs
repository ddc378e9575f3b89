//! `/xx/llms.txt`: the articles of a locale for language models, in the form of <https://llmstxt.org>: the site's
//! name, what it is, and a list of links a section. As in the sitemap, only what search engines may show.

use std::fmt::Write as _;

use anyhow::Result;

use crate::catalog::LocaleIndex;

use super::href::From;
use super::site::{Listed, Site};
use super::{article, robots};

/// `he-il/llms.txt`.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex) -> String {
    format!("{}llms.txt", site.home_folder(locale))
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let is_told = |entry: &Listed| {
        site.catalog.articles[entry.article].locale == locale && site.is_indexable(entry.article)
    };
    let mut text = format!("# {}\n", plain(&prepared.title));
    let home = robots::home_index(site, locale).filter(is_told);
    if let Some(description) =
        home.and_then(|home| article::description(&site.catalog.articles[home.article]))
    {
        let _ = writeln!(text, "\n> {}", plain(&description));
    }
    let sections = &prepared.sections;
    let outside = prepared
        .listed
        .iter()
        .filter(|entry| !entry.is_index && sections.is_outside(site.catalog, entry.identity));
    let first = if sections.all.is_empty() { "all-articles" } else { "home" };
    let first = prepared.bundle.text(first, &[])?.text;
    list(&mut text, site, locale, &first, home.iter().chain(outside).filter(|entry| is_told(entry)));
    // Those still to be told, the next one last.
    let mut ahead: Vec<usize> = sections.top.iter().rev().copied().collect();
    while let Some(section) = ahead.pop() {
        let section = &sections.all[section];
        let inside = section.articles.iter().map(|&entry| &prepared.listed[entry]);
        let all = section.index.iter().chain(inside).filter(|entry| is_told(entry));
        list(&mut text, site, locale, &section.title, all);
        ahead.extend(section.below.iter().rev());
    }
    Ok(text.into_bytes())
}

/// A heading and a line for each article, if there is any.
fn list<'l>(
    text: &mut String,
    site: &Site<'_>,
    locale: LocaleIndex,
    title: &str,
    entries: impl Iterator<Item = &'l Listed>,
) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "\n## {}\n", plain(title));
    for entry in entries {
        let article = &site.catalog.articles[entry.article];
        let folder = site.article_folder(locale, entry.identity);
        let _ = write!(text, "- [{}]({})", plain(&article.title), address(site, locale, &folder));
        if let Some(description) = article::description(article) {
            let _ = write!(text, ": {}", plain(&description));
        }
        text.push('\n');
    }
}

/// Absolute with a base URL, else relative to the file.
fn address(site: &Site<'_>, locale: LocaleIndex, folder: &str) -> String {
    let href = match site.options.base_url {
        Some(_) => site.address(folder),
        None => From::Folder(site.home_folder(locale)).page(folder, site.options.links),
    };
    // Not balanced, they would end the link.
    href.replace('(', "%28").replace(')', "%29")
}

/// Text on one line of Markdown that means nothing but itself.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for character in word.chars().filter(|character| !character.is_control()) {
            if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&') {
                out.push('\\');
            }
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_on_its_line() {
        assert_eq!(plain(" a\n[b](c)\0 <d> &amp; "), r"a \[b\](c) \<d> \&amp;");
    }
}
