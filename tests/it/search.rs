//! The search of built sites: its script folds words as the index does, finds what readers look for, and its dialog can be
//! used by keyboard alone. What the index holds is tested beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, note, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    the_script_folds_words_as_the_index_does,
    readers_find_what_they_look_for,
    the_dialog_can_be_used_by_keyboard_alone,
    a_locale_finds_its_own_articles_only,
    a_site_can_be_built_without_search,
    a_glob_that_is_none_is_refused,
    articles_of_equal_titles_are_kept_apart,
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What a script prints.
fn node(folder: &Path, script: &str, arguments: &[&str]) -> Value {
    need(Need::Node);
    let mut command = Command::new("node");
    let output = command.arg(script).args(arguments).current_dir(folder).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{script}: {}\n{printed}", output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

fn lines(found: &Value) -> Vec<&str> {
    found.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect()
}

fn the_script_folds_words_as_the_index_does() {
    let script = here("themes/default/assets/search.js");
    let result = node(&here("tests/search"), "check.mjs", &["folding", script.to_str().unwrap()]);
    assert_eq!(lines(&result["found"]), Vec::<&str>::new());
    assert!(result["checked"].as_u64().unwrap() > 100);
}

/// Queries written by hand, for the sample site and for `tests/search/content` in scripts that the sample lacks.
fn readers_find_what_they_look_for() {
    let sample = site::build(&site::sample(), &[]);
    let small = site::build(&here("tests/search"), &[]);
    let mut files: Vec<PathBuf> =
        fs::read_dir(here("tests/search/queries")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let slug = file.file_stem().unwrap().to_str().unwrap();
        let own = if small.dir().join(slug).is_dir() { small.dir() } else { sample.dir() };
        let arguments = ["queries", own.to_str().unwrap(), slug, file.to_str().unwrap()];
        let result = node(&here("tests/search"), "check.mjs", &arguments);
        let count = |key: &str| result[key].as_f64().unwrap();
        let (asked, missed) = (count("checked"), lines(&result["found"]));
        note!("{slug}: {asked} queries, {} at the first place, missed {missed:#?}", count("first"));
        assert!(missed.len() as f64 <= asked * 0.1, "{slug}: {missed:#?}");
        assert!(count("first") >= asked * 0.7, "{slug}: {} of {asked} at the first place", count("first"));
    }
}

fn the_dialog_can_be_used_by_keyboard_alone() {
    need(Need::Browser);
    let project = TempDir::new().unwrap();
    site::copy(&here("content"), &project.path().join("content"));
    fs::write(project.path().join("faqtory.toml"), "[site]\nlinks = \"file\"\n").unwrap();
    let built = site::build(project.path(), &[]);
    let cases = json!([
        {"page": "en-us/index.html", "query": "add images", "expected": "en-us/writing/images/index.html", "none": "qqqqqq"},
        {"page": "he-il/writing/images/index.html", "query": "תרגומי מכונה", "expected": "he-il/translations/machine-translation/index.html", "none": "ףףףףףף"},
        {"page": "ja-jp/index.html", "query": "コマンド", "expected": "ja-jp/reference/commands/index.html", "none": "鰯鰯鰯"},
    ]);
    let (dir, cases) = (built.dir(), cases.to_string());
    let result = node(&browser_folder(), "search.mjs", &[dir.to_str().unwrap(), &cases]);
    assert_eq!(lines(&result["findings"]), Vec::<&str>::new());
    assert_eq!(result["checked"], 12);
}

/// Everything that the scripts of a locale's search say.
fn said(dir: &Path, slug: &str) -> String {
    let folder = dir.join(slug).join("search");
    site::files(&folder).iter().map(|name| fs::read_to_string(folder.join(name)).unwrap()).collect()
}

const ARTICLES: &[(&str, &str)] = &[
    (
        "content/en-US/kept.md",
        "---\ntitle: Kept\nrobots: NOINDEX\n---\n\nRhubarb </script> \\ \"quoted\"\u{2028}\n",
    ),
    ("content/en-US/draft.md", "---\ntitle: Later\ndraft: true\n---\n\nParsnip\n"),
    ("content/en-US/hidden/x.md", "---\ntitle: Internal\n---\n\nTurnip\n"),
    ("content/de-DE/kept.md", "---\ntitle: Behalten\nms.translationtype: MT\n---\n\nRhabarber\n"),
];

fn a_locale_finds_its_own_articles_only() {
    let mut files = ARTICLES.to_vec();
    files.push(("faqtory.toml", "[site]\nsource_locale = \"en-US\"\n[search]\nexclude = [\"hidden/**\"]\n"));
    let built = site::build(site::project(&files).path(), &[]);
    let (english, german) = (said(&built.dir(), "en-us"), said(&built.dir(), "de-de"));
    assert!(english.contains("rhubarb") && english.contains("Kept"), "robots rules are for search engines");
    assert!(!english.contains("Parsnip") && !english.contains("Turnip"), "{english}");
    assert!(
        german.contains("Rhabarber") && german.contains(" 2ubarb "),
        "words of the source lead to the translation"
    );
    assert!(!german.contains("Internal"), "fallback pages are not found");
    assert!(built.dir().join("de-de/hidden/x/index.html").is_file());
    assert!(german.contains("\"kept/\",\"\",1,"), "{german}");

    let drafts = site::build(site::project(&files).path(), &["--drafts"]);
    assert!(said(&drafts.dir(), "en-us").contains("Parsnip"));
}

fn a_site_can_be_built_without_search() {
    let mut files = ARTICLES.to_vec();
    files.push(("faqtory.toml", "[search]\nenabled = false\n"));
    let built = site::build(site::project(&files).path(), &[]);
    assert!(!site::files(&built.dir()).iter().any(|name| name.contains("/search/")));
    let home = fs::read_to_string(built.dir().join("en-us/index.html")).unwrap();
    assert!(!home.contains("data-index"));
}

fn a_glob_that_is_none_is_refused() {
    let mut files = ARTICLES.to_vec();
    files.push(("faqtory.toml", "[search]\nexclude = [\"a{b\"]\n"));
    let folder = site::project(&files);
    let output = Command::new(env!("CARGO_BIN_EXE_faqtory"))
        .args(["build", folder.path().to_str().unwrap(), "--out"])
        .arg(folder.path().join("public"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(printed.contains("exclude = ") && printed.contains("glob"), "{printed}");
}

fn articles_of_equal_titles_are_kept_apart() {
    let files = [
        ("content/en-US/a/reset.md", "# Reset\n\nOne\n"),
        ("content/en-US/b/reset.md", "# Reset\n\nTwo\n"),
        ("content/en-US/c.md", "# Other\n\nThree\n"),
    ];
    let built = site::build(site::project(&files).path(), &[]);
    let said = said(&built.dir(), "en-us");
    for expected in ["\"One\",\"a/reset\"]", "\"Two\",\"b/reset\"]", "\"Three\",\"\"]"] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
}
