//! `/xx/llms.txt`: the articles of a locale for language models, in the form of <https://llmstxt.org>: the site's
//! name, what it is, and a list of links a section. As in the sitemap, only what search engines may show. `/llms.txt` lists these
//! files.

use std::fmt::Write as _;

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::prepare::{Listed, description};
use crate::render::robots;
use crate::render::site::Site;

use super::llms_full;
use super::llms_listed::{address, groups, is_included};

/// `he-il/llms.txt`.
pub(super) fn path(site: &Site<'_>, locale: LocaleIndex) -> String {
    format!("{}llms.txt", site.home_folder(locale))
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let mut text = format!("# {}\n", heading(&prepared.title));
    let home = robots::home_index(site, locale).filter(|home| is_included(site, locale, home));
    if let Some(description) = home.and_then(|home| description(&site.catalog.articles[home.article])) {
        let _ = writeln!(text, "\n> {}", paragraph(&description));
    }
    for (title, entries) in groups(site, locale)? {
        list(&mut text, site, locale, &title, &entries);
    }
    let parts = llms_full::count(site, locale);
    if parts > 0 {
        // What the form calls so may be left out where there is little room.
        text.push_str("\n## Optional\n\n");
        for number in 1..=parts {
            let path = llms_full::path(site, locale, number);
            let name = path.rsplit('/').next().unwrap_or(&path);
            let url = if site.options.base_url.is_some() { site.address(&path) } else { name.to_owned() };
            let _ = writeln!(text, "- [{name}]({url})");
        }
    }
    Ok(text.into_bytes())
}

/// The files of all locales, by the own names of their languages.
pub(super) fn index_bytes(site: &Site<'_>) -> Result<Vec<u8>> {
    index(site, |locale| vec![path(site, locale)])
}

/// The same of those that hold articles whole.
pub(super) fn full_index_bytes(site: &Site<'_>) -> Result<Vec<u8>> {
    let parts = |locale| 1..=llms_full::count(site, locale);
    index(site, |locale| parts(locale).map(|number| llms_full::path(site, locale, number)).collect())
}

fn index(site: &Site<'_>, paths: impl Fn(LocaleIndex) -> Vec<String>) -> Result<Vec<u8>> {
    let prepared = site.locale(site.catalog.default);
    let title = prepared.bundle.text("choose-language-title", &[])?.text;
    let mut text = format!("# {}\n\n## {}\n\n", heading(&prepared.title), heading(&title));
    for &locale in site.switcher() {
        let name = plain(site.language(locale).name);
        for (number, path) in (1..).zip(paths(locale)) {
            let url = if site.options.base_url.is_some() { site.address(&path) } else { path };
            let name = if number == 1 { name.clone() } else { format!("{name} ({number})") };
            let _ = writeln!(text, "- [{name}]({url})");
        }
    }
    Ok(text.into_bytes())
}

/// A heading and a line for each article.
fn list(text: &mut String, site: &Site<'_>, locale: LocaleIndex, title: &str, entries: &[Listed]) {
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
