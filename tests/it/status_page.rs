//! The page of the state of all translations, as a part of a site: where it is, who leads there, and how it works in a
//! browser.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, note, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    it_is_there_where_it_is_asked_for,
    nothing_leads_there,
    it_is_as_sound_as_every_other_page,
    it_belongs_to_the_shared_root,
    it_filters_and_sorts_in_a_browser,
];

const PAGE: &str = "status/index.html";

/// A source in Hebrew, and translations in every state.
fn project(configuration: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let site = "[site]\nsource_locale = \"he-IL\"\nbase_url = \"https://help.example.com/docs/\"\n";
    write("faqtory.toml", &format!("{site}{configuration}"));
    for number in 0..300 {
        let text = format!("# איך <b>לאפס</b> את {number}?\n\nכך.\n");
        write(&format!("content/he-IL/part/{number}.md"), &text);
        let [hash, ..] = faqtory::front_matter::source_hashes(&text);
        let hash = if number % 10 == 0 { "0".repeat(40) } else { hash };
        if number % 7 != 0 {
            let text = format!("---\nsource_hash: {hash}\n---\n# Reset {number}\n\nLike this.\n");
            write(&format!("content/en-US/part/{number}.md"), &text);
        }
    }
    write("content/lv-LV/part/1.md", "# Kā atiestatīt 1\n\nTā.\n");
    write("content/lv-LV/part/gone.md", "# Kā pazust\n\nTā.\n");
    folder
}

fn built(configuration: &str) -> site::Built {
    site::build(project(configuration).path(), &[])
}

fn read(dir: &Path, name: &str) -> String {
    fs::read_to_string(dir.join(name)).unwrap()
}

fn it_is_there_where_it_is_asked_for() {
    let (without, with) = (built(""), built("[status]\npage = true\n"));
    let mut more = site::files(&with.dir());
    more.retain(|name| !site::files(&without.dir()).contains(name));
    let [script, style] = ["js", "css"].map(|extension| {
        let is_it = |name: &&String| name.starts_with("assets/status.") && name.ends_with(extension);
        more.iter().find(is_it).unwrap().clone()
    });
    let mut wanted = vec![style, script, PAGE.to_owned()];
    wanted.sort();
    assert_eq!(more, wanted);
    assert_eq!(with.summary["pages"], json!(without.summary["pages"].as_u64().unwrap() + 1));
    assert_eq!(with.summary["files"], json!(site::files(&with.dir()).len()));
}

fn nothing_leads_there() {
    let with = built("[status]\npage = true\n");
    assert!(read(&with.dir(), PAGE).contains("<meta name=\"robots\" content=\"noindex\">"));
    let is_read = |name: &&String| *name != PAGE && !name.starts_with(".faqtory/");
    for name in site::files(&with.dir()).iter().filter(is_read) {
        let text = String::from_utf8_lossy(&fs::read(with.dir().join(name)).unwrap()).into_owned();
        assert!(!text.contains("status/"), "{name}");
    }
}

/// A strict policy, without style sheets and scripts in the page itself.
fn it_is_as_sound_as_every_other_page() {
    let with = built("[status]\npage = true\n");
    let found = site::findings(&with.dir(), Some("https://help.example.com/docs/"));
    assert!(found.is_empty(), "{found:?}");
    assert!(!read(&with.dir(), PAGE).contains("unsafe-inline"));
}

fn it_belongs_to_the_shared_root() {
    let project = project("[status]\npage = true\n");
    let whole = site::build(project.path(), &[]);
    let apart = TempDir::new().unwrap();
    let out = apart.path().join("public");
    for locale in ["he-IL", "en-US", "lv-LV"] {
        site::build_into(project.path(), &out, &["--locale", locale]);
        assert!(!out.join(PAGE).exists());
    }
    site::build_into(project.path(), &out, &["--root"]);
    assert_eq!(site::files(&out), site::files(&whole.dir()));
    assert_eq!(read(&out, PAGE), read(&whole.dir(), PAGE));
    // It goes when it is no longer asked for.
    let file = project.path().join("faqtory.toml");
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("page = true", "page = false")).unwrap();
    let summary = site::build_into(project.path(), &out, &[]);
    assert!(summary["removed"] == json!(3) && !out.join(PAGE).exists(), "{summary}");
}

fn it_filters_and_sorts_in_a_browser() {
    need(Need::Browser);
    let with = built("[status]\npage = true\n");
    let output = Command::new("node")
        .args(["status.mjs", &with.dir().to_string_lossy(), "status/"])
        .current_dir(browser_folder())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let seen: Value = serde_json::from_slice(&output.stdout).unwrap();
    note!("{seen}");
    assert_eq!(seen["complaints"], json!([]));
    assert_eq!(seen["violations"], json!([]));
    assert_eq!(seen["sideways"], json!([]));
    assert_eq!(seen["withoutScript"], json!([true, false]), "the table of locales, and no empty matrix");
    assert_eq!(seen["all"], json!("301 articles"));
    // Far fewer rows are in the page than there are articles.
    assert!(seen["rows"].as_u64().unwrap() < 60, "{seen}");
    assert_eq!(seen["byWord"], json!("13 of 301 articles"), "29, 129, 229, and 290 to 299");
    // A tenth is outdated, but every seventh is missing.
    assert_eq!(seen["byState"], json!("25 of 301 articles"));
    assert_eq!(seen["first"], json!(["missing", "ascending", "orphaned"]));
    assert_eq!(seen["title"], json!(["BDI", "he-IL", "rtl", "איך לאפס את 0?"]));
    assert_eq!(seen["keyboard"], json!(["search", "descending"]));
}
