//! Rules of the files that machines read: what must be in them, in which form, and that it is true.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use serde_json::Value;

use super::page::{self, Facts};
use crate::site;

type Pages = BTreeMap<String, Facts>;

/// An element with its attributes, its own text and what is in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the only child of this name.
    ///
    /// # Panics
    /// If there is none, or more than one.
    fn one(&self, name: &str) -> &str {
        let found: Vec<&Self> = self.children.iter().filter(|child| child.name == name).collect();
        assert_eq!(found.len(), 1, "{name} in {self:?}");
        &found[0].text
    }
}

/// Reads a document; it must be well-formed, and say that it is XML 1.0 in UTF-8.
fn parse(text: &str) -> Element {
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    let is_allowed =
        |c: char| matches!(c, ' '..'\u{fffe}') || matches!(c, '\t' | '\n' | '\r') || c > '\u{ffff}';
    assert!(text.chars().all(is_allowed), "characters that XML does not know");
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let start = |start: &quick_xml::events::BytesStart<'_>| Element {
        name: start.name().as_ref().to_owned(),
        attributes: start
            .attributes()
            .map(|attribute| {
                let attribute = attribute.unwrap();
                let value = unescape(&attribute.value).unwrap().into_owned();
                (attribute.key.as_ref().to_owned(), value)
            })
            .collect(),
        ..Element::default()
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(start(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(start(&tag)),
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().children.push(closed);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(text.as_ref()),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", &*name);
                open.last_mut().unwrap().text.push_str(&unescape(&reference).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut document = open.pop().unwrap();
    assert!(open.is_empty() && document.children.len() == 1, "one root");
    document.children.pop().unwrap()
}

/// The URLs of pages that a sitemap or feed speaks of; none for any other XML.
pub(crate) fn urls(text: &str) -> Vec<String> {
    let root = parse(text);
    let pages = root.all("url").map(|url| url.one("loc"));
    pages.chain(root.all("entry").map(|entry| entry.one("id"))).map(str::to_owned).collect()
}

/// Names of the locales' folders.
fn locales(dir: &Path) -> Vec<String> {
    let names = site::files(dir);
    let homes = names.iter().filter_map(|name| name.strip_suffix("/404.html"));
    homes.map(str::to_owned).collect()
}

/// `2026-03-08`
fn is_date(text: &str) -> bool {
    let digits =
        text.split('-').map(|part| (part.len(), part.parse::<u32>().unwrap_or(0))).collect::<Vec<_>>();
    matches!(digits[..], [(4, 1..), (2, 1..=12), (2, 1..=31)])
}

pub(crate) fn sitemaps(dir: &Path, base: &str, pages: &Pages) -> Vec<String> {
    const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
    let mut flaws = Vec::new();
    let index = parse(&fs::read_to_string(dir.join("sitemap.xml")).unwrap());
    assert_eq!((index.name.as_str(), index.attributes["xmlns"].as_str()), ("sitemapindex", NAMESPACE));
    let listed: Vec<&str> = index.all("sitemap").map(|sitemap| sitemap.one("loc")).collect();
    let is_sitemap = |name: &&String| name.contains("/sitemap") && name.ends_with(".xml");
    let written: Vec<String> =
        site::files(dir).iter().filter(is_sitemap).map(|name| format!("{base}{name}")).collect();
    assert_eq!(listed, written);
    let mut printed = BTreeSet::new();
    for sitemap in listed {
        let root = parse(&fs::read_to_string(dir.join(&sitemap[base.len()..])).unwrap());
        assert_eq!((root.name.as_str(), root.attributes["xmlns"].as_str()), ("urlset", NAMESPACE));
        assert!(
            (1..=50_000).contains(&root.children.len()) && root.all("url").count() == root.children.len()
        );
        let folder = &sitemap[..=sitemap.rfind('/').unwrap()];
        for url in root.all("url") {
            let page = url.one("loc");
            let is_right = pages
                .get(page)
                .is_some_and(|facts| facts.is_indexable && facts.canonical.as_deref() == Some(page));
            let is_dated = url.all("lastmod").all(|date| is_date(&date.text));
            if !page.starts_with(folder) || !is_right || !is_dated || !printed.insert(page.to_owned()) {
                flaws.push(format!("{sitemap}: {url:?}"));
            }
        }
    }
    for (url, facts) in pages {
        let is_for_all = url == base || url.starts_with(&format!("{base}open/"));
        let expected = facts.is_indexable && facts.canonical.as_deref() == Some(url) && !is_for_all;
        if expected && !printed.contains(url) {
            flaws.push(format!("{url} is in no sitemap"));
        }
    }
    flaws
}

pub(crate) fn feeds(dir: &Path, base: &str, pages: &Pages) -> Vec<String> {
    let mut flaws = Vec::new();
    for locale in locales(dir) {
        let home = format!("{base}{locale}/");
        let url = format!("{home}feed.xml");
        let text = fs::read_to_string(dir.join(&locale).join("feed.xml")).ok();
        let says = text.as_ref().map(|_| &url);
        let below = pages.iter().filter(|(page, _)| page.starts_with(&home));
        flaws.extend(
            below
                .filter(|(_, facts)| facts.feed.as_ref() != says)
                .map(|(page, _)| format!("{page}: feed link")),
        );
        let Some(text) = text else { continue };
        let feed = parse(&text);
        assert_eq!(
            (feed.name.as_str(), feed.attributes["xmlns"].as_str()),
            ("feed", "http://www.w3.org/2005/Atom")
        );
        assert_eq!(feed.attributes["xml:lang"], pages[&home].lang);
        assert_eq!(feed.one("id"), url);
        assert!(!feed.one("title").is_empty());
        assert!(!feed.all("author").next().unwrap().one("name").is_empty());
        let link = |element: &Element, rel: &str| {
            element
                .all("link")
                .find(|link| link.attributes["rel"] == rel)
                .map(|link| link.attributes["href"].clone())
        };
        assert_eq!((link(&feed, "self"), link(&feed, "alternate")), (Some(url.clone()), Some(home.clone())));
        let entries: Vec<&Element> = feed.all("entry").collect();
        assert!((1..=20).contains(&entries.len()));
        let dates: Vec<&str> = entries.iter().map(|entry| entry.one("updated")).collect();
        assert!(dates.is_sorted_by(|newer, older| newer >= older), "{dates:?}");
        assert!(dates.iter().all(|date| date.strip_suffix("T00:00:00Z").is_some_and(is_date)), "{dates:?}");
        assert_eq!(feed.one("updated"), dates[0]);
        let ids: BTreeSet<&str> = entries.iter().map(|entry| entry.one("id")).collect();
        assert_eq!(ids.len(), entries.len());
        for entry in entries {
            let page = entry.one("id");
            let facts = pages.get(page).filter(|facts| facts.is_indexable && page.starts_with(&home));
            if facts.is_none()
                || entry.one("title").is_empty()
                || link(entry, "alternate").as_deref() != Some(page)
            {
                flaws.push(format!("{url}: {entry:?}"));
            }
        }
    }
    flaws
}

pub(crate) fn llms(dir: &Path, base: &str, pages: &Pages) -> Vec<String> {
    let mut flaws = Vec::new();
    for locale in locales(dir) {
        let name = format!("{locale}/llms.txt");
        let text = fs::read_to_string(dir.join(&name)).unwrap();
        let mut lines = text.lines();
        assert!(lines.next().unwrap().starts_with("# "), "{name}");
        let mut in_section = false;
        for line in lines.filter(|line| !line.is_empty()) {
            let is_sound = if line.starts_with("- [llms-full") {
                // What they hold, and that they are there, is looked at below.
                in_section
            } else if let Some(link) = line.strip_prefix("- [") {
                let url =
                    link.split_once("](").and_then(|(_, rest)| rest.split_once(')')).map(|(url, _)| url);
                let url = url.unwrap_or_default().replace("%28", "(").replace("%29", ")");
                let facts = pages.get(&url).filter(|facts| facts.is_indexable);
                in_section && facts.is_some() && url.starts_with(&format!("{base}{locale}/"))
            } else {
                in_section |= line.starts_with("## ");
                line.starts_with("## ") || line.starts_with("> ") && !in_section
            };
            if !is_sound {
                flaws.push(format!("{name}: {line}"));
            }
        }
    }
    flaws
}

/// Articles whole, where they are written: those that `llms.txt` lists, each once, in files of at most 2 MB that it names.
pub(crate) fn llms_full(dir: &Path, base: &str) -> Vec<String> {
    let mut flaws = Vec::new();
    for locale in locales(dir) {
        let listed = fs::read_to_string(dir.join(&locale).join("llms.txt")).unwrap();
        let urls =
            listed.lines().filter_map(|line| line.strip_prefix("- [")?.split_once("](")?.1.split_once(')'));
        let (files, pages): (Vec<&str>, Vec<&str>) =
            urls.map(|(url, _)| url).partition(|url| url.contains("/llms-full") && url.ends_with(".txt"));
        let mut held = Vec::new();
        for file in &files {
            let text = fs::read_to_string(dir.join(file.strip_prefix(base).unwrap())).unwrap();
            assert!(text.len() <= 2_000_000 && text.starts_with("# "), "{file}");
            held.extend(text.lines().filter_map(|line| line.strip_prefix("Source: ").map(str::to_owned)));
        }
        let pages: BTreeSet<String> =
            pages.iter().map(|url| url.replace("%28", "(").replace("%29", ")")).collect();
        let sources: BTreeSet<String> =
            held.iter().map(|url| url.replace("%28", "(").replace("%29", ")")).collect();
        if !files.is_empty() && (pages != sources || held.len() != sources.len()) {
            let other = pages.symmetric_difference(&sources).next();
            flaws.push(format!("{locale}/llms-full.txt: {other:?} of {} articles", held.len()));
        }
    }
    flaws
}

/// Articles as JSON, where they are written.
pub(crate) fn articles(dir: &Path, base: &str, pages: &Pages) -> Vec<String> {
    let mut flaws = Vec::new();
    let names: Vec<String> =
        site::files(dir).into_iter().filter(|name| name.ends_with("/index.json")).collect();
    for name in &names {
        let json: Value = serde_json::from_str(&fs::read_to_string(dir.join(name)).unwrap()).unwrap();
        let url = page::url(base, name.trim_end_matches("index.json"));
        let Some(facts) = pages.get(&url).filter(|_| json["url"] == url) else {
            flaws.push(format!("{name}: {}", json["url"]));
            continue;
        };
        let translations = json["translations"].as_array().unwrap();
        let is_there = |other: &Value| {
            let there = pages.get(other["url"].as_str().unwrap());
            there.is_some_and(|facts| other["lang"] == facts.lang)
        };
        let html = json["html"].as_str().unwrap();
        // The parser's way to write the same.
        let same = facts.body.as_ref().is_none_or(|body| {
            scraper::Html::parse_fragment(html).root_element().inner_html().trim() == body.trim()
        });
        let names_language = facts.article_lang.as_ref().is_none_or(|lang| json["lang"] == *lang);
        if !translations.iter().all(is_there) || !same || !names_language || json["title"] == "" {
            flaws.push(format!("{name}: {} {} {same}", json["title"], json["lang"]));
        }
    }
    flaws
}

/// Articles as Markdown, where they are written: read by another program, each says what its page says.
pub(crate) fn twins(dir: &Path, base: &str, pages: &Pages) -> Vec<String> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let mut flaws = Vec::new();
    for name in site::files(dir).into_iter().filter(|name| name.ends_with("/index.md")) {
        let text = fs::read_to_string(dir.join(&name)).unwrap();
        let (_, markdown) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
        let url = page::url(base, name.trim_end_matches("index.md"));
        let Some(facts) = pages.get(&url) else {
            flaws.push(format!("{name}: no page"));
            continue;
        };
        let Some(body) = &facts.body else { continue };
        let shown: String = scraper::Html::parse_fragment(body).root_element().text().collect();
        let (mut seen, mut images, mut titles) = (String::new(), 0, 0);
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::Image { .. }) => images += 1,
                Event::End(TagEnd::Image) => images -= 1,
                Event::End(TagEnd::Heading(_)) if titles == 0 => {
                    titles = 1;
                    seen.clear();
                }
                Event::Text(text) | Event::Code(text) if images == 0 => seen.push_str(&text),
                _ => {}
            }
        }
        if bare(&seen) != bare(&shown) {
            let (seen, shown) = (bare(&seen), bare(&shown));
            let same = seen.chars().zip(shown.chars()).take_while(|(one, other)| one == other).count();
            let near = |text: &str| text.chars().skip(same.saturating_sub(20)).take(60).collect::<String>();
            flaws.push(format!("{name}: `{}` for `{}`", near(&seen), near(&shown)));
        }
    }
    flaws
}
