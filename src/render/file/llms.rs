//! `/xx/llms.txt`: the articles of a locale for language models, in the form of <https://llmstxt.org>: the site's
//! name, what it is, and a list of links a section. As in the sitemap, only what search engines may show. `/llms.txt` lists these
//! files.

use std::fmt::Write as _;

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::href::From;
use crate::render::prepare::{Listed, description};
use crate::render::robots;
use crate::render::site::Site;

/// `he-il/llms.txt`.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex) -> String {
    format!("{}llms.txt", site.home_folder(locale))
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let is_included = |entry: &Listed| {
        site.catalog.articles[entry.article].locale == locale && site.is_indexable(entry.article)
    };
    let mut text = format!("# {}\n", heading(&prepared.title));
    let home = robots::home_index(site, locale).filter(is_included);
    if let Some(description) = home.and_then(|home| description(&site.catalog.articles[home.article])) {
        let _ = writeln!(text, "\n> {}", paragraph(&description));
    }
    let sections = &prepared.sections;
    let outside = prepared
        .listed
        .iter()
        .filter(|entry| !entry.is_index && sections.is_outside(site.catalog, entry.identity));
    let first = if sections.all.is_empty() { "all-articles" } else { "home" };
    let first = prepared.bundle.text(first, &[])?.text;
    list(&mut text, site, locale, &first, home.iter().chain(outside).filter(|entry| is_included(entry)));
    // Sections still to be written, the next one last.
    let mut ahead: Vec<usize> = sections.top.iter().rev().copied().collect();
    while let Some(section) = ahead.pop() {
        let section = &sections.all[section];
        let inside = section.articles.iter().map(|&entry| &prepared.listed[entry]);
        let all = section.index.iter().chain(inside).filter(|entry| is_included(entry));
        list(&mut text, site, locale, &section.title, all);
        ahead.extend(section.below.iter().rev());
    }
    Ok(text.into_bytes())
}

/// The files of all locales, by the own names of their languages.
pub(super) fn index_bytes(site: &Site<'_>) -> Result<Vec<u8>> {
    let prepared = site.locale(site.catalog.default);
    let title = prepared.bundle.text("choose-language-title", &[])?.text;
    let mut text = format!("# {}\n\n## {}\n\n", heading(&prepared.title), heading(&title));
    for &locale in site.switcher() {
        let path = path(site, locale);
        let url = if site.options.base_url.is_some() { site.address(&path) } else { path };
        let _ = writeln!(text, "- [{}]({url})", plain(site.language(locale).name));
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
    let _ = writeln!(text, "\n## {}\n", heading(title));
    for entry in entries {
        let article = &site.catalog.articles[entry.article];
        let folder = site.article_folder(locale, entry.identity);
        let _ = write!(text, "- [{}]({})", plain(&article.title), address(site, locale, &folder));
        if let Some(description) = description(article) {
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

/// Text within a line of Markdown, escaped where it would be markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for character in word.chars().filter(|character| !character.is_control()) {
            // Many tools read these files without a Markdown parser: to them `](` begins an address, escaped or not.
            let is_address = character == '(' && out.ends_with(']');
            if is_address || matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&') {
                out.push('\\');
            }
            out.push(character);
        }
    }
    out
}

/// Text of a heading, where a `#` at the end would be dropped.
fn heading(text: &str) -> String {
    let mut text = plain(text);
    if text.ends_with('#') {
        text.insert(text.len() - 1, '\\');
    }
    text
}

/// Text at the beginning of a line, where `-`, `#`, `1.` and others would begin a list or a heading.
fn paragraph(text: &str) -> String {
    let mut text = plain(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let marker = if digits > 0 { &[b'.', b')'][..] } else { b"#-+>=~" };
    if text.as_bytes().get(digits).is_some_and(|byte| marker.contains(byte)) {
        text.insert(digits, '\\');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_on_its_line() {
        assert_eq!(plain(" a\n[b](c)\0 <d> &amp; "), r"a \[b\]\(c) \<d> \&amp;");
        assert_eq!(plain("f(x) ] (y) \u{2028}\u{85}z"), r"f(x) \] (y) z");
    }

    #[test]
    fn no_text_is_markup() {
        use pulldown_cmark::{Event, Parser, Tag};
        let texts = [
            "a](b",
            "a [x](https://e.example/y) b",
            r"\[x\](https://e.example/y)",
            "![x](y) <https://e.example> `c` *e* _u_ &lt; \\",
            "[x][y] [x]: y",
            "# a #",
            "- a",
            "1. a",
            "23) a",
            "> a",
            "+ a",
            "---",
            "===",
            "~~~",
            "a\n\n# b",
        ];
        for text in texts {
            let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let file = format!("# {}\n\n> {}\n\n- [{}](u)\n", heading(text), paragraph(text), plain(text));
            let (mut texts, mut tags) = (String::new(), Vec::new());
            for event in Parser::new(&file) {
                match event {
                    Event::Text(text) => texts.push_str(&text),
                    Event::Start(Tag::Link { dest_url, .. }) => tags.push(dest_url.to_string()),
                    Event::Start(tag) => tags.push(format!("{:?}", tag.to_end())),
                    _ => {}
                }
            }
            assert_eq!(texts, shown.repeat(3), "{file}");
            assert_eq!(tags.join(" "), "Heading(H1) BlockQuote(None) Paragraph List(false) Item u", "{file}");
        }
    }
}
