//! Bilingual pages: the source under each block on demand, from articles that bring it along and from aligned blocks.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, note, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    aligned_blocks_carry_their_source_where_asked_for,
    nothing_is_shown_unasked_or_where_the_source_has_changed,
    it_is_read_by_pointer_by_keyboard_and_without_script,
    an_article_that_brings_its_source_along_shows_it,
];

const SOURCE: &str = "# Reset it\n\nOpen the **settings**.\n\n- Choose one\n- Choose & wait\n\n```\nfaqtory build\n```\n\n## Later\n\nDone.\n";
const TRANSLATION: &str = "# איפוס\n\nפתחו את **ההגדרות**.\n\n- בחרו אחת\n- בחרו והמתינו\n\n```\nfaqtory build\n```\n\n## אחר כך\n\nזהו.\n";

/// A project with a source and a translation, up to date or not.
fn project(configuration: &str, hash: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("faqtory.toml", configuration);
    write("content/en-US/reset.md", SOURCE);
    write("content/he-IL/reset.md", &format!("---\nsource_hash: {hash}\n---\n{TRANSLATION}"));
    folder
}

fn current() -> String {
    let [hash, ..] = faqtory::front_matter::source_hashes(SOURCE);
    hash
}

fn sources(dir: &Path, page: &str) -> Vec<String> {
    let html = Html::parse_document(&fs::read_to_string(dir.join(page)).unwrap());
    let selector = Selector::parse(".source").unwrap();
    let line = |element: scraper::ElementRef<'_>| {
        let text: String = element.text().collect();
        format!("{} {} {text}", element.attr("lang").unwrap(), element.attr("dir").unwrap())
    };
    html.select(&selector).map(line).collect()
}

fn aligned_blocks_carry_their_source_where_asked_for() {
    let project = project("[site]\nsource_locale = \"en-US\"\nbilingual = true\n", &current());
    let built = site::build(project.path(), &[]);
    assert_eq!(
        sources(&built.dir(), "he-il/reset/index.html"),
        [
            "en-US ltr Reset it",
            "en-US ltr Open the settings.",
            "en-US ltr Choose one",
            "en-US ltr Choose & wait",
            "en-US ltr Later",
            "en-US ltr Done."
        ]
    );
    assert_eq!(sources(&built.dir(), "en-us/reset/index.html"), Vec::<String>::new());
}

fn nothing_is_shown_unasked_or_where_the_source_has_changed() {
    for (configuration, hash) in [
        ("[site]\nsource_locale = \"en-US\"\n", current()),
        ("[site]\nsource_locale = \"en-US\"\nbilingual = true\n", "0".repeat(40)),
    ] {
        let project = project(configuration, &hash);
        let built = site::build(project.path(), &[]);
        assert_eq!(sources(&built.dir(), "he-il/reset/index.html"), Vec::<String>::new());
        let page = fs::read_to_string(built.dir().join("he-il/reset/index.html")).unwrap();
        assert!(!page.contains("_source"));
    }
}

/// What the browser saw on the page.
fn read(dir: &Path, page: &str) -> Value {
    need(Need::Browser);
    let output = Command::new("node")
        .args(["bilingual.mjs", &dir.to_string_lossy(), page])
        .current_dir(browser_folder())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn is_read_in_every_way(seen: &Value) {
    let total = &seen["total"];
    assert!(total.as_u64().unwrap() > 3, "{seen}");
    assert_eq!(seen["withoutScript"], json!([0, total]), "{seen}");
    assert_eq!(seen["printed"], json!([total, false]), "{seen}");
    assert_eq!((&seen["pointer"], &seen["keyboard"]), (total, total), "{seen}");
    assert_eq!(seen["hover"], json!([1, 0]), "{seen}");
    assert_eq!((&seen["remembered"], &seen["forgotten"]), (total, &json!(0)), "{seen}");
    let beside = seen["beside"].as_array().unwrap();
    assert!(!beside.is_empty() && beside.iter().all(|is_beside| *is_beside == true), "{seen}");
    // No sentence is a stop for the keyboard.
    assert_eq!(seen["axe"], json!([]), "{seen}");
}

fn it_is_read_by_pointer_by_keyboard_and_without_script() {
    let project = project("[site]\nsource_locale = \"en-US\"\nbilingual = true\n", &current());
    let built = site::build(project.path(), &[]);
    is_read_in_every_way(&read(&built.dir(), "he-il/reset/"));
}

fn an_article_that_brings_its_source_along_shows_it() {
    let input = shared("seeds");
    let built = site::build(&input, &[]);
    let page = "he-il/self-service-password-reset-sspr/";
    let size = fs::metadata(built.dir().join(page).join("index.html")).unwrap().len();
    note!("{size} bytes");
    is_read_in_every_way(&read(&built.dir(), page));
}
