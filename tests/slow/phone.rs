//! Pages on a phone, in a real browser: the header in every language, and what stands on the first screen of an article. The
//! work is done by `browser/phone.mjs` and `browser/frame.mjs`; here stands which pages.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};
use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, note, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    the_header_is_whole_in_every_language,
    articles_begin_on_the_first_screen,
    header_contents_and_stops_serve_their_reader,
    a_broken_header_is_found,
];

/// The first block of an article begins at most so many px from the top.
const FIRST_BLOCK: u64 = 560;

fn browse(script: &str, dir: &Path, pages: &[String]) -> Value {
    let output =
        Command::new("node").arg(script).arg(dir).args(pages).current_dir(browser_folder()).output().unwrap();
    assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// An article in every language of the interface, and a name of the site for all: none is the one of each.
fn every_language(name: Option<&str>) -> (site::Built, Vec<String>) {
    let folder = TempDir::new().unwrap();
    let title = name.map(|name| format!("title = {name:?}\n")).unwrap_or_default();
    fs::write(folder.path().join("faqtory.toml"), format!("[site]\n{title}")).unwrap();
    let mut pages = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).unwrap() {
        let tag = entry.unwrap().file_name().into_string().unwrap();
        let file = folder.path().join("content").join(&tag).join("reset.md");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, "---\ntitle: A 1\ntranslation_type: MT\n---\n\nB 2.\n").unwrap();
        pages.push(format!("{}/reset/index.html", tag.to_lowercase()));
    }
    pages.sort();
    assert_eq!(pages.len(), 40);
    (site::build(folder.path(), &[]), pages)
}

fn the_header_is_whole_in_every_language() {
    need(Need::Browser);
    for name in
        [None, Some("Contoso Hilfezentrum für Unternehmenskunden"), Some("Verkehrsinfrastrukturhilfe")]
    {
        let (built, pages) = every_language(name);
        let seen = browse("phone.mjs", &built.dir(), &pages);
        assert_eq!(seen["findings"], serde_json::json!([]), "{name:?}");
    }
}

/// Of all articles every so many-th, and those of the longest titles.
fn spread_and_longest(dir: &Path, count: usize) -> Vec<String> {
    let heading = Selector::parse("article h1").unwrap();
    let length = |name: &String| {
        let page = fs::read_to_string(dir.join(name)).unwrap();
        let page = page.split("<div class=\"text\">").next().unwrap_or_default();
        let title = Html::parse_document(page).select(&heading).next()?.text().collect::<String>();
        Some(title.chars().count())
    };
    let is_page = |name: &String| name.ends_with("/index.html") && !name.starts_with("open/");
    let files = site::files(dir).into_iter().filter(is_page);
    let mut articles: Vec<(usize, String)> = files.filter_map(|name| Some((length(&name)?, name))).collect();
    let mut pages: Vec<String> = (0..count)
        .filter_map(|number| articles.get(number * articles.len() / count))
        .map(|(_, name)| name.clone())
        .collect();
    articles.sort();
    pages.extend(articles.into_iter().rev().take(count).map(|(_, name)| name));
    pages.sort();
    pages.dedup();
    pages.iter().map(|name| format!("~{name}")).collect()
}

fn articles_begin_on_the_first_screen() {
    need(Need::Browser);
    for name in ["corpus", "corpus-with-source"] {
        let built = site::build(&shared(name), &[]);
        let pages = spread_and_longest(&built.dir(), 120);
        let seen = browse("phone.mjs", &built.dir(), &pages);
        let tops = seen["first"].as_array().unwrap();
        assert!(tops.len() > 120, "{name}: {}", tops.len());
        let top = |page: &Value| page["top"].as_u64().unwrap();
        note!("{name}: the lowest of {} begins at {:?}", tops.len(), tops.iter().map(top).max());
        let low: Vec<&Value> = tops.iter().filter(|page| top(page) > FIRST_BLOCK).collect();
        assert!(low.is_empty(), "{name}: {low:?}");
    }
}

fn header_contents_and_stops_serve_their_reader() {
    need(Need::Browser);
    let built = site::build(&site::sample(), &[]);
    let pages =
        ["de-de", "en-us", "he-il", "ja-jp"].map(|slug| format!("{slug}/writing/learn-markdown/index.html"));
    assert_eq!(browse("frame.mjs", &built.dir(), &pages), serde_json::json!([]));
}

fn a_broken_header_is_found() {
    need(Need::Browser);
    let dir = TempDir::new().unwrap();
    let page = "<!doctype html><html lang=de><title>x</title><style>body { margin: 0 } header { display: flex } span { inline-size: 3ch; \
        overflow-wrap: anywhere } button { inline-size: 20px; block-size: 20px; margin-inline-start: 500px; flex: none }</style>\
        <header class=bar><a class=brand><span>Palīdzība</span></a><button class=search></button></header>";
    fs::write(dir.path().join("index.html"), page).unwrap();
    let seen = browse("phone.mjs", dir.path(), &["index.html".to_owned()]).to_string();
    for what in ["Palīdzība\\\" stands in", "search leaves the header", "search is small", "scrolls sideways"]
    {
        assert!(seen.contains(what), "{what} is not in {seen}");
    }
}
