//! Pages in a real browser: accessible, without sideways scrolling, and under their own
//! Content-Security-Policy, from the first paint in their place. The work is done by `browser/*.mjs`; here stands which pages.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};
use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, note, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    sample,
    every_kind_in_thai,
    a_second_theme,
    articles_of_the_corpora,
    nothing_moves_on_a_slow_line,
    broken_pages_are_found,
];

/// What the browser finds on these pages, a line each.
fn findings(site: &Path, pages: &[String]) -> Vec<String> {
    let output = Command::new("node")
        .arg("check.mjs")
        .arg(site)
        .args(pages)
        .current_dir(browser_folder())
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "check.mjs: {}\n{printed}", output.status);
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["checked"].as_array().unwrap().len(), pages.len());
    let line = |found: &serde_json::Value| {
        let text = |key: &str| found[key].as_str().unwrap().to_owned();
        format!("{} ({}): {}", text("page"), text("where"), text("what"))
    };
    result["findings"].as_array().unwrap().iter().map(line).collect()
}

/// One page of each kind: of the root, and of each locale in `slugs`.
fn pages_of_each_kind(dir: &Path, slugs: &[&str]) -> Vec<String> {
    let files: Vec<String> = site::files(dir).into_iter().filter(|name| name.ends_with(".html")).collect();
    let mut pages = vec!["index.html".to_owned(), "404.html".to_owned()];
    pages.extend(files.iter().find(|name| name.starts_with("open/")).cloned());
    for slug in slugs {
        pages.extend(
            ["index.html", "404.html", "search/index.html", "all/2/index.html"]
                .map(|name| format!("{slug}/{name}")),
        );
        let below = format!("{slug}/");
        let rest = || files.iter().filter(|name| name.starts_with(&below) && !pages.contains(name));
        let text = |name: &str| fs::read_to_string(dir.join(name)).unwrap();
        let is_article = |name: &&String| text(name).contains("<article");
        let is_fallback =
            |name: &&String| languages(&text(name)).is_some_and(|(page, article)| page != article);
        // The largest page has the most on it.
        let size = |name: &&String| fs::metadata(dir.join(name)).unwrap().len();
        let article = rest().filter(is_article).filter(|name| !is_fallback(name)).max_by_key(size).cloned();
        let fallback = rest().filter(is_article).find(is_fallback).cloned();
        let is_section = |name: &&String| {
            let folder = name.trim_end_matches("index.html");
            files.iter().any(|other| other != *name && other.starts_with(folder))
        };
        let section = rest().filter(is_section).find(|name| !name.contains("/all/")).cloned();
        pages.extend(article.into_iter().chain(fallback).chain(section));
    }
    pages.retain(|name| files.contains(name));
    pages.sort();
    pages.dedup();
    pages
}

/// Those of a page and of its article.
fn languages(text: &str) -> Option<(String, String)> {
    let html = Html::parse_document(text);
    let language = |selector: &str| {
        let found = html.select(&Selector::parse(selector).unwrap()).next()?;
        found.value().attr("lang").map(str::to_owned)
    };
    Some((language("html")?, language("article")?))
}

/// Looks at one page of each kind.
fn look_at(built: &site::Built, slugs: &[&str], least: usize) {
    let pages = pages_of_each_kind(&built.dir(), slugs);
    assert!(pages.len() >= least, "{pages:?}");
    note!("looked at {pages:?}");
    let found = findings(&built.dir(), &pages);
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n"));
}

fn sample() {
    need(Need::Browser);
    let built = site::build(&site::sample(), &[]);
    look_at(&built, &["en-us", "he-il", "ja-jp", "lv-lv"], 20);
}

/// The small help with so many articles more that their list has two pages.
fn thai() -> site::Built {
    let folder = site::pages();
    for number in 0..201 {
        let file = folder.path().join(format!("content/en-US/more/{number}.md"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("# Article {}\n\nIt has the number {number}.\n", number / 2)).unwrap();
    }
    site::build(folder.path(), &[])
}

fn every_kind_in_thai() {
    need(Need::Browser);
    look_at(&thai(), &["en-us", "th-th"], 14);
}

fn a_second_theme() {
    need(Need::Browser);
    let folder = site::pages();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/theme/tiny");
    site::copy(&from, &folder.path().join("themes/tiny"));
    let file = folder.path().join("faqtory.toml");
    fs::write(&file, fs::read_to_string(&file).unwrap() + "theme = \"tiny\"\n").unwrap();
    look_at(&site::build(folder.path(), &[]), &["th-th"], 7);
}

/// So many pages, spread evenly over all articles of a site, to be looked at once each.
fn sample_of(dir: &Path, count: usize) -> Vec<String> {
    let is_article = |name: &String| {
        let leads_on = || fs::read_to_string(dir.join(name)).unwrap().contains("http-equiv=\"refresh\"");
        name.ends_with("/index.html") && !name.starts_with("open/") && !name.contains("/all/") && !leads_on()
    };
    let files: Vec<String> = site::files(dir).into_iter().filter(is_article).collect();
    let chosen = (0..count).filter_map(|number| files.get(number * files.len() / count));
    let mut pages: Vec<String> = chosen.map(|name| format!("~{name}")).collect();
    pages.dedup();
    pages
}

/// What is sent before images: an article with its style sheet, packed.
fn within_budget(dir: &Path) {
    const BUDGET: u64 = 14 << 10;
    let output =
        Command::new("node").arg("size.mjs").arg(dir).current_dir(browser_folder()).output().unwrap();
    assert!(output.status.success(), "size.mjs: {}", String::from_utf8_lossy(&output.stderr));
    let sizes: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    note!("{sizes}");
    assert!(sizes["median"].as_u64().unwrap() <= BUDGET * 3 / 4, "{sizes}");
    assert_eq!(sizes["over"], serde_json::json!([]), "{sizes}");
}

/// Nothing of what Faqtory does not say of an article itself may be wrong with its page.
fn articles_of_the_corpora() {
    need(Need::Browser);
    for name in ["corpus", "corpus-with-source"] {
        let folder = shared(name);
        let built = site::build(&folder, &[]);
        within_budget(&built.dir());
        let pages = sample_of(&built.dir(), 100);
        assert!(pages.len() > 90, "{name}: {}", pages.len());
        let is_ours = |line: &String| !is_of_author(&built.dir(), line);
        let found: Vec<String> = findings(&built.dir(), &pages).into_iter().filter(is_ours).collect();
        assert!(found.is_empty(), "{} findings in {name}\n{}", found.len(), found.join("\n"));
    }
}

/// Whether the article itself has what was found on its page: a heading that skips a level, a table without a word in
/// its first cell, a picture of another site.
fn is_of_author(dir: &Path, line: &str) -> bool {
    if [": axe heading-order: ", ": axe empty-table-header: "].iter().any(|rule| line.contains(rule)) {
        return true;
    }
    let (Some((name, _)), Some((_, url))) = (line.split_once(" ("), line.split_once("asks another host: "))
    else {
        return false;
    };
    let page = fs::read_to_string(dir.join(name)).unwrap_or_default();
    page.contains(&format!("<img src=\"{}\"", url.trim().replace('&', "&amp;")))
}

fn nothing_moves_on_a_slow_line() {
    need(Need::Browser);
    let built = site::build(&site::sample(), &[]);
    let pages = pages_of_each_kind(&built.dir(), &["he-il", "en-us"]);
    let pages = pages.iter().filter(|name| !name.ends_with("404.html"));
    let output = Command::new("node")
        .arg("speed.mjs")
        .arg(built.dir())
        .args(pages)
        .current_dir(browser_folder())
        .output()
        .unwrap();
    assert!(output.status.success(), "speed.mjs: {}", String::from_utf8_lossy(&output.stderr));
    let seen: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    note!("{seen:#}");
    assert!(seen.as_array().unwrap().len() > 5);
    for page in seen.as_array().unwrap() {
        assert_eq!(page["shift"].as_f64(), Some(0.0), "{page}");
        assert!(page["paint"].as_f64().unwrap() > 0.0, "{page}");
    }
}

fn broken_pages_are_found() {
    need(Need::Browser);
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("he-il")).unwrap();
    let page = "<!DOCTYPE html><html lang=\"en\" dir=\"rtl\"><head><title>x</title></head><body><h1>a</h1><h1>b</h1>\
        <p style=\"color:#ccc;width:2000px\">pale and wide</p><script>fetch(\"https://example.org/\")</script>\
        <script src=\"/missing.js\"></script></body></html>";
    fs::write(dir.path().join("he-il/index.html"), page).unwrap();
    let found = findings(dir.path(), &["he-il/index.html".to_owned()]).join("\n");
    for what in [
        "(dark, 1280 px): 2 h1 elements",
        "(light, 360 px): lang en in the folder he-il",
        "(light, 360 px): dir rtl, but en is ltr",
        "(dark, 360 px): axe color-contrast: p:",
        "(light, 1280 px): axe landmark-one-main",
        "(light, 1280 px): console: Failed to load resource",
        "(light, 1280 px): asks another host: https://example.org/",
        "(320 px): scrolls sideways",
        "(injected script): it ran",
        "(file:): 2 h1 elements",
        "(text at 200 %): scrolls sideways",
        "(keyboard): the first stop is",
    ] {
        assert!(found.contains(what), "{what} is not in\n{found}");
    }
}
