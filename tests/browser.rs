//! Pages of the sample site in a real browser: accessible, without sideways scrolling, and under their own
//! Content-Security-Policy. The work is done by `browser/check.mjs`; here it is told which pages.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what goes wrong here is a failed test"
)]

mod site;

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};
use tempfile::TempDir;

/// What the browser finds on these pages, a line each.
fn findings(site: &Path, pages: &[String]) -> Vec<String> {
    let output = Command::new("node")
        .arg("check.mjs")
        .arg(site)
        .args(pages)
        .current_dir(site::browser_folder())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "check.mjs: {}\n{told}", output.status);
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["checked"].as_array().unwrap().len(), pages.len());
    let line = |found: &serde_json::Value| {
        let text = |key: &str| found[key].as_str().unwrap().to_owned();
        format!("{} ({}): {}", text("page"), text("where"), text("what"))
    };
    result["findings"].as_array().unwrap().iter().map(line).collect()
}

/// One page of each kind: of the root, and of each locale in `slugs`.
fn pages_of_each_kind(dir: &Path, slugs: &[String]) -> Vec<String> {
    let files: Vec<String> = site::files(dir).into_iter().filter(|name| name.ends_with(".html")).collect();
    let mut pages = vec!["index.html".to_owned(), "404.html".to_owned()];
    pages.extend(files.iter().find(|name| name.starts_with("open/")).cloned());
    for slug in slugs {
        pages.extend(["index.html", "404.html", "all/index.html"].map(|name| format!("{slug}/{name}")));
        let below = format!("{slug}/");
        let rest = || files.iter().filter(|name| name.starts_with(&below) && !pages.contains(name));
        let text = |name: &str| fs::read_to_string(dir.join(name)).unwrap();
        let is_fallback =
            |name: &&String| canonical(&text(name)).is_some_and(|url| !url.contains(&format!("/{below}")));
        // The largest page has the most on it.
        let size = |name: &&String| fs::metadata(dir.join(name)).unwrap().len();
        let article = rest().filter(|name| !is_fallback(name)).max_by_key(size).cloned();
        let fallback = rest().find(is_fallback).cloned();
        let is_section = |name: &&String| {
            let folder = name.trim_end_matches("index.html");
            files.iter().any(|other| other != *name && other.starts_with(folder))
        };
        let section = rest().find(is_section).cloned();
        pages.extend(article.into_iter().chain(fallback).chain(section));
    }
    pages.retain(|name| files.contains(name));
    pages.sort();
    pages.dedup();
    pages
}

fn canonical(text: &str) -> Option<String> {
    let selector = Selector::parse("link[rel=canonical]").unwrap();
    let html = Html::parse_document(text);
    html.select(&selector).next()?.value().attr("href").map(str::to_owned)
}

#[test]
fn sample() {
    if let Some(reason) = site::missing_browser() {
        return site::skip(&reason);
    }
    let Some(built) = site::build(&site::sample(), &[]) else { return };
    let locales = built.summary["locales"].as_object().unwrap();
    let slugs: Vec<String> = locales.keys().map(|tag| tag.to_lowercase()).collect();
    let pages = pages_of_each_kind(&built.dir(), &slugs);
    assert!(pages.len() > 3 * slugs.len(), "{pages:?}");
    println!("looked at {pages:?}");
    let found = findings(&built.dir(), &pages);
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n"));
}

#[test]
fn broken_pages_are_found() {
    if let Some(reason) = site::missing_browser() {
        return site::skip(&reason);
    }
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
    ] {
        assert!(found.contains(what), "{what} is not in\n{found}");
    }
}
