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
    the_command_line_ranks_as_the_browser_does,
    a_file_of_queries_is_a_gate,
    the_dialog_can_be_used_by_keyboard_alone,
    the_search_is_a_page_and_its_words_an_address,
    the_page_of_the_search_can_be_an_article,
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
    let script = here("themes/default/assets/search-engine.js");
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
    // Folders hold queries for other sites.
    files.retain(|file| file.is_file());
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

/// What `faqtory search` prints, and its exit code.
fn searched(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_faqtory")).arg("search").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The browser's engine is the reference: queries that people wrote, and some made of the articles' own words. Scripts without spaces are left
/// out: there a browser divides words by its own dictionary.
fn the_command_line_ranks_as_the_browser_does() {
    let folder = TempDir::new().unwrap();
    for (project, slugs) in [
        (site::sample(), &["en-us", "de-de", "he-il", "lv-lv", "ro-ro", "sl-si"][..]),
        (here("tests/search"), &["ar-sa", "da-dk", "hi-in", "tr-tr"][..]),
    ] {
        let built = site::build(&project, &[]);
        let out = built.dir();
        for slug in slugs {
            let written = here("tests/search/queries").join(format!("{slug}.txt"));
            let arguments = ["ranks", out.to_str().unwrap(), slug, written.to_str().unwrap(), "300"];
            let wanted = node(&here("tests/search"), "check.mjs", &arguments);
            let wanted = wanted.as_array().unwrap();
            let file = folder.path().join(format!("{slug}.txt"));
            let lines = wanted.iter().map(|answer| format!("{} | x\n", answer["query"].as_str().unwrap()));
            fs::write(&file, lines.collect::<String>()).unwrap();
            let (project, file) = (project.to_str().unwrap(), file.to_str().unwrap());
            let (code, printed, error) =
                searched(&[project, "--queries", file, "--format", "json", "--limit", "20"]);
            assert_eq!(code, 0, "{error}");
            let found: Value = serde_json::from_str(&printed).unwrap();
            let found = found["answers"].as_array().unwrap();
            assert_eq!(found.len(), wanted.len());
            let differs = |(found, wanted): (&Value, &Value)| {
                let pairs = |results: &Value| results.as_array().unwrap().clone();
                let ids: Vec<Value> = pairs(&found["results"]).iter().map(|it| it["id"].clone()).collect();
                let others: Vec<Value> = pairs(&wanted["results"]).iter().map(|it| it[0].clone()).collect();
                let is_same = ids == others && found["total"] == wanted["total"];
                (!is_same).then(|| format!("{}: {ids:?}, not {others:?}", found["query"]))
            };
            let different: Vec<String> = found.iter().zip(wanted).filter_map(differs).collect();
            assert!(
                different.is_empty(),
                "{slug}: {} of {}\n{}",
                different.len(),
                wanted.len(),
                different.join("\n")
            );
        }
    }
}

fn a_file_of_queries_is_a_gate() {
    let files = [
        ("content/en-US/bill.md", "# Pay a bill\n\nMoney.\n"),
        ("content/en-US/key.md", "# Lost key\n\nDoor.\n"),
        (
            "q/en-us.txt",
            "// Written before searching.\npay bill | bill | task\nlost kye | key | misspelt\ndoor | bill, bil | task\n",
        ),
    ];
    let project = site::project(&files);
    let (dir, queries) = (project.path().to_str().unwrap(), project.path().join("q/en-us.txt"));
    let gate = |least: &str| searched(&[dir, "--queries", queries.to_str().unwrap(), "--fail-under", least]);
    let (code, printed, _) = gate("66");
    assert_eq!(code, 0, "{printed}");
    assert!(printed.contains("door\n  wanted bill, bil (no article of en-US)\n  found  key"), "{printed}");
    assert!(printed.contains("all             3   66 %   66 %"), "{printed}");
    let (code, _, error) = gate("67");
    assert_eq!(code, 1);
    assert!(error.contains("en-US: 66 % of the queries find their article, 67 % is required"), "{error}");

    let (code, printed, _) = searched(&[dir, "lost", "kye"]);
    assert_eq!((code, printed.as_str()), (0, " 1. Lost key\n    content/en-US/key.md\n"));
    let (code, printed, _) = searched(&[dir, "pay", "--format", "json", "--locale", "en-us"]);
    let json: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!((code, &json["answers"][0]["results"][0]["id"]), (0, &json!("bill")));
    assert_eq!(json["locale"], "en-US");
    assert_eq!(searched(&[dir, "x", "--locale", "fr-FR"]).0, 2);
    assert_eq!(searched(&[]).0, 2);
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
        // Articles that are not translated follow as a group in their own language.
        {"page": "ja-jp/index.html", "query": "Hugo", "expected": "ja-jp/getting-started/move/index.html", "none": "鰯鰯鰯"},
    ]);
    let (dir, cases) = (built.dir(), cases.to_string());
    let result = node(&browser_folder(), "search.mjs", &[dir.to_str().unwrap(), &cases]);
    assert_eq!(lines(&result["findings"]), Vec::<&str>::new());
    assert_eq!(result["checked"], 16);
}

fn the_search_is_a_page_and_its_words_an_address() {
    need(Need::Browser);
    let project = TempDir::new().unwrap();
    site::copy(&here("content"), &project.path().join("content"));
    fs::write(project.path().join("faqtory.toml"), "[site]\nlinks = \"file\"\n").unwrap();
    let built = site::build(project.path(), &[]);
    let cases = json!([
        {"locale": "en-us", "query": "add images", "expected": "en-us/writing/images/index.html", "searching": "Searching…",
         "failed": "The search could not be loaded. Check your connection and try again."},
        {"locale": "he-il", "query": "תרגומי מכונה", "expected": "he-il/translations/machine-translation/index.html", "searching": "מתבצע חיפוש…",
         "failed": "לא ניתן היה לטעון את החיפוש. יש לבדוק את החיבור ולנסות שוב."},
    ]);
    let (dir, cases) = (built.dir(), cases.to_string());
    let result = node(&browser_folder(), "search-page.mjs", &[dir.to_str().unwrap(), &cases]);
    assert_eq!(lines(&result["findings"]), Vec::<&str>::new());
    assert_eq!(result["checked"], 16);
}

fn the_page_of_the_search_can_be_an_article() {
    let files = [
        (
            "faqtory.toml",
            "[site]\ntitle = \"Help of the seven seas\"\nbase_url = \"https://help.example/x\"\n",
        ),
        ("content/en-US/a.md", "# A\n\n[Search](/search/?q=b)\n"),
        ("content/de-DE/search.md", "# Suchtipps\n\nText\n"),
    ];
    let built = site::build(site::project(&files).path(), &[]);
    let read = |name: &str| fs::read_to_string(built.dir().join(name)).unwrap();
    let page = read("en-us/search/index.html");
    assert!(page.contains("<noscript>") && page.contains("content=\"noindex\""), "{page}");
    assert!(read("de-de/search/index.html").contains("Suchtipps"));
    // The article is what a link means.
    assert!(read("en-us/a/index.html").contains("href=\"../../de-de/search/?q=b\""));
    let described = read("en-us/opensearch.xml");
    for part in ["<ShortName>Help of the seve<", "https://help.example/x/en-us/search/?q={searchTerms}"] {
        assert!(described.contains(part), "{described}");
    }
    let link = "<link rel=\"search\" type=\"application/opensearchdescription+xml\"";
    assert!(page.contains(link) && read("en-us/index.html").contains(link));
    assert!(!read("en-us/a/index.html").contains(link), "an article page has no bytes to spare");
    assert!(!read("sitemap.xml").contains("/search/") && !read("en-us/sitemap.xml").contains("/search/"));
}

/// Everything that the scripts of a locale's search say.
fn said(dir: &Path, slug: &str) -> String {
    let folder = dir.join(slug).join("search");
    let scripts = site::files(&folder).into_iter().filter(|name| name.ends_with(".js"));
    scripts.map(|name| fs::read_to_string(folder.join(name)).unwrap()).collect()
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
