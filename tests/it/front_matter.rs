//! Front matter of other generators in a whole site: what is published, in which order, under which name and address.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    no_draft_is_published,
    a_draft_that_is_not_understood_is_reported,
    order_and_labels_hold_in_every_locale,
    whole_paths_are_addresses,
];

fn build(files: &[(&str, &str)]) -> site::Built {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, text) in files {
        let file = folder.path().join("content").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    site::build(folder.path(), &["--verify"])
}

/// The text of every element.
fn texts(dir: &Path, path: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(&fs::read_to_string(dir.join(path).join("index.html")).unwrap());
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| element.text().collect::<String>().trim().to_owned()).collect()
}

fn no_draft_is_published() {
    let built = build(&[
        ("en-US/toml.md", "+++\ntitle = \"TOML\"\n[extra]\na = 1\n+++\nText.\n"),
        ("en-US/json.md", "{\"title\": \"JSON\"}\nText.\n"),
        ("en-US/b1.md", "+++\ntitle = Secret\ndraft = true\n+++\nSecret.\n"),
        ("en-US/b2.md", "{\"title\": \"Secret\" \"draft\": true}\nSecret.\n"),
        ("en-US/b3.md", "---\ntitle: Secret\npublished: false\n---\nSecret.\n"),
        ("en-US/b4.md", "---\ntitle: Secret\nbuild:\n  render: never\n---\nSecret.\n"),
        ("en-US/b5.md", "+++\ntitle = \"Secret\"\ndraft = true\n\n# Secret\n"),
    ]);
    assert_eq!(texts(&built.dir(), "en-us", ".links a"), ["JSON", "TOML"]);
    assert_eq!(texts(&built.dir(), "en-us/toml", ".text p"), ["Text."]);
    assert_eq!(texts(&built.dir(), "en-us/json", ".text p"), ["Text."]);
    let files = walkdir::WalkDir::new(built.dir()).into_iter().map(Result::unwrap);
    for file in files.filter(|file| file.file_type().is_file()) {
        let bytes = fs::read(file.path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("Secret"), "{}", file.path().display());
    }
}

fn a_draft_that_is_not_understood_is_reported() {
    let text = "+++\ntitle = \"T\"\ndraft = \"maybe\"\n+++\nText.\n";
    let folder = site::project(&[("content/en-US/a.md", text), ("content/en-US/b.md", "# B\n")]);
    let mut check = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = check.arg("check").arg(folder.path()).output().unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(report.contains("so the article is taken for a draft"), "{report}");
    let built = site::build(folder.path(), &[]);
    assert_eq!(built.summary["locales"]["en-US"]["articles"], 1);
}

fn order_and_labels_hold_in_every_locale() {
    let hash = "0".repeat(40);
    let hebrew = |title: &str| format!("+++\ntitle = \"{title}\"\nsource_hash = \"{hash}\"\n+++\nטקסט.\n");
    let built = build(&[
        ("en-US/index.md", "# Help\n"),
        ("en-US/a/index.md", "+++\ntitle = \"All of the guides\"\nweight = 2\nlinkTitle = \"Guides\"\n+++\n"),
        ("en-US/a/1.md", "+++\ntitle = \"Last\"\nweight = 10\n+++\nText.\n"),
        ("en-US/a/2.md", "+++\ntitle = \"Anywhere\"\n+++\nText.\n"),
        ("en-US/a/3.md", "{\"title\": \"A long title\", \"weight\": 9, \"linkTitle\": \"Short\"}\nText.\n"),
        ("en-US/b/index.md", "---\ntitle: Start\nsidebar: {order: 1}\n---\n"),
        ("en-US/b/1.md", "# First steps\n"),
        ("he-IL/a/1.md", &hebrew("אחרון")),
        ("he-IL/a/2.md", &hebrew("אי שם")),
    ]);
    assert_eq!(texts(&built.dir(), "en-us", ".cards a"), ["Start", "Guides"]);
    assert_eq!(texts(&built.dir(), "en-us/a", ".inside .links a"), ["Short", "Last", "Anywhere"]);
    assert_eq!(texts(&built.dir(), "en-us/a", "h1"), ["All of the guides"]);
    assert_eq!(texts(&built.dir(), "en-us/a/3", "h1"), ["A long title"]);
    assert_eq!(texts(&built.dir(), "en-us/a/3", ".crumbs a").last().unwrap(), "Guides");
    assert_eq!(texts(&built.dir(), "he-il/a", ".inside .links a"), ["Short", "אחרון", "אי שם"]);
}

fn whole_paths_are_addresses() {
    let built = build(&[
        ("en-US/docs/intro.md", "---\ntitle: Intro\nslug: /\n---\nWelcome.\n"),
        ("en-US/docs/a.md", "---\ntitle: A\nurl: /about/us.html\n---\nText.\n"),
        ("en-US/docs/b.md", "---\ntitle: B\npermalink: /en-us/b/\n---\nText.\n"),
        ("en-US/docs/c.md", "---\ntitle: C\nslug: d\naliases: [/old/c/]\n---\nText.\n"),
        ("en-US/docs/z.md", "---\ntitle: E\nslug: /\n---\nText.\n"),
    ]);
    assert_eq!(texts(&built.dir(), "en-us", ".text p"), ["Welcome."]);
    for (path, title) in [("about/us", "A"), ("b", "B"), ("docs/d", "C"), ("docs/z", "E")] {
        assert_eq!(texts(&built.dir(), &format!("en-us/{path}"), "h1"), [title]);
    }
    assert!(built.dir().join("en-us/old/c/index.html").is_file());
}
