//! Links as three parts of the program see them: what `check` is silent about, the page keeps whole, and a finished site proves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};
use serde_json::Value;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] =
    tests![checks_pages_and_proof_agree, addresses_of_the_site_may_have_a_base_without_a_path];

const FILES: &[(&str, &str)] = &[
    ("content/en/b.md", "---\ncustom_ids: [\"9357\"]\ndate: 2026-01-02\n---\n# B\n\n## Part\n\nText.\n"),
    ("content/en/s/c.md", "# C\n\nText.\n"),
    ("content/de/b.md", "---\ntitle: B\n---\n# B\n\n## Teil {#part}\n\nText.\n"),
    ("content/en/plan.pdf", "%PDF"),
];

const PATHS: &[&str] = &[
    "",
    "b.md",
    "b",
    "B.md",
    "b.html",
    "./b.md\u{200f}",
    "%E2%80%8Eb.md",
    "../en/b.md",
    "../de/b.md",
    "/b/",
    "/docs/en/b/",
    "/de/b/index.html",
    "https://h.example/docs/b",
    "https://h.example/docs/en/b/",
    "https://h.example/docs/de/b/",
    "//h.example:443/docs/en/b/",
    "http://www.h.example/docs/en/b/",
    "https://h.example/docs/en/nope/",
    "https://h.example/docs/open/9357/",
    "https://h.example/docs/status/",
    "/open/9357/",
    "/open/1/",
    "/all/",
    "/docs/en/all/",
    "/search/",
    "/404.html",
    "/en/404.html",
    "/en/feed.xml",
    "/de/feed.xml",
    "/sitemap.xml",
    "/llms.txt",
    "/ids.json",
    "s/",
    "/s/c/",
    "/",
    "/en/",
    "/fr/b/",
    "plan.pdf",
    "gone.md",
    "../../../x",
    "https://e.example/x",
    "\u{feff}https://e.example/x",
];

const QUERIES: &[&str] = &["", "?x=1&y=ü"];

const FRAGMENTS: &[&str] = &[
    "",
    "#part",
    "#PART",
    "#p%61rt",
    "#\u{200b}part",
    "#top",
    "#TOP",
    "#nope",
    "#:~:text=a%20b,ü",
    "#part:~:text=x",
];

/// What is not a link, or loses a part.
const LOST: &[&str] = &["file-not-found", "bookmark-not-found", "empty-link"];

fn checks_pages_and_proof_agree() {
    agree("https://h.example/docs/", PATHS);
}

fn addresses_of_the_site_may_have_a_base_without_a_path() {
    let paths: Vec<String> = PATHS.iter().map(|path| path.replace("/docs", "")).collect();
    agree("https://h.example", &paths.iter().map(String::as_str).collect::<Vec<_>>());
}

#[track_caller]
fn agree(base_url: &str, paths: &[&str]) {
    let links = paths.iter().flat_map(|path| {
        let queries = QUERIES.iter().map(move |query| format!("{path}{query}"));
        queries.flat_map(|start| FRAGMENTS.iter().map(move |fragment| format!("{start}{fragment}")))
    });
    let links: Vec<String> = links.collect();
    let lines = links.iter().enumerate().map(|(number, link)| format!("[t{number}](<{link}>)\n\n"));
    let article = format!("# A\n\n## Part\n\nText.\n\n{}", lines.collect::<String>());
    let settings = format!("[site]\nbase_url = \"{base_url}\"\nsource_locale = \"en\"\n");
    let mut files = FILES.to_vec();
    files.extend([("faqtory.toml", settings.as_str()), ("content/en/a.md", &article)]);
    let project = site::project(&files);
    let built = site::build(project.path(), &[]);
    assert_eq!(site::findings(&built.dir(), Some(base_url)), Vec::<String>::new());

    let lost = lost(project.path(), &article);
    let page = Html::parse_document(&fs::read_to_string(built.dir().join("en/a/index.html")).unwrap());
    let hrefs: Vec<(String, String)> = page
        .select(&Selector::parse("a[href]").unwrap())
        .map(|link| (link.text().collect(), link.attr("href").unwrap_or_default().to_owned()))
        .collect();
    for (number, link) in links.iter().enumerate() {
        let name = format!("t{number}");
        let href = hrefs.iter().find(|(text, _)| *text == name).map(|(_, href)| href.as_str());
        let is_whole = href.is_some_and(|href| parts(href) == parts(link));
        let is_clean = href.is_none_or(|href| !href.contains("%E2%80%8") && !href.contains("%EF%BB%BF"));
        assert_eq!(is_whole, !lost.contains(&name), "{link:?}: {href:?}");
        assert!(is_clean, "{link:?}: {href:?}");
    }
}

/// Whether an address has a query, the name of a place, and words to be shown.
fn parts(address: &str) -> [bool; 3] {
    let (start, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (name, words) = fragment.split_once(":~:").unwrap_or((fragment, ""));
    [start.contains('?'), !name.is_empty(), !words.is_empty()]
}

/// The texts of the links in lines with such findings.
fn lost(project: &Path, article: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_faqtory"))
        .args(["check", "--format", "json"])
        .current_dir(project)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let lines: Vec<&str> = article.lines().collect();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let found = found.filter(|found| {
        found["path"] == "content/en/a.md" && LOST.contains(&found["code"].as_str().unwrap_or_default())
    });
    let name = |found: &Value| {
        let line = lines[usize::try_from(found["line"].as_u64().unwrap()).unwrap() - 1];
        line[1..].split(']').next().unwrap_or_default().to_owned()
    };
    found.map(name).collect()
}
