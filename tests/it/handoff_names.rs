//! The names in files of other generators go out with the articles and come back.

use serde_json::Value;
use tempfile::TempDir;

use crate::handoff::{change, hand_off, put, read};
use crate::harness::{Test, tests};
use crate::site::{self, commit, printed};
use crate::translator::fill;

pub(crate) const TESTS: &[Test] =
    tests![names_of_pages_go_out_and_come_back, names_of_docusaurus_go_out_and_come_back];

const PAGES: &str = "title: First steps # of all\nnav:\n  - 'Pay: how': pay.md\n  - ...\n  - More help:\n      - Refunds: bill.md\n";
const CURRENT: &str = "{\n  \"sidebar.docs.category.Billing\": {\n    \"message\": \"Billing help\",\n    \"description\": \"The label for category Billing\"\n  }\n}\n";

/// What is due of names in German.
fn due(at: &std::path::Path) -> Vec<String> {
    let status: Value = serde_json::from_str(&printed(at, &["status", "--format", "json"])).unwrap();
    let names = status["articles"].as_array().unwrap().iter().filter(|one| one["kind"] == "names");
    let line = |one: &Value| {
        let since = one["in_progress_since"].as_str().map_or("", |_| ", in progress");
        format!("{}: {}{since}", one["target"].as_str().unwrap(), one["state"].as_str().unwrap())
    };
    names.map(line).collect()
}

/// A file of names that is missing goes out in every format, and again when its source has changed.
fn goes_out_and_comes_back(at: &std::path::Path, source: &str, target: &str, words: &[&str]) {
    let before = read(at, source);
    for format in ["xliff", "xliff12", "po", "md"] {
        assert_eq!(due(at), [format!("{target}: missing")], "{format}");
        let package =
            hand_off(at, ".faqtory/p", &["--locale", "de", "--article", source, "--format", format]);
        assert_eq!(due(at), [format!("{target}: missing, in progress")], "{format}");
        let files = fill(&package);
        assert!(
            files.iter().all(|file| !file.file_name().unwrap().to_string_lossy().starts_with('.')),
            "{files:?}"
        );
        let said = printed(at, &["handback", ".faqtory/p"]);
        assert!(said.ends_with("1 translation written\n"), "{format}: {said}");
        let own = read(at, target);
        assert_eq!(own.lines().count(), before.lines().count(), "{own}");
        let kept = |line: &&str| !words.iter().any(|word| line.contains(word));
        assert!(before.lines().filter(kept).all(|line| own.lines().any(|own| own == line)), "{own}");
        assert!(words.iter().all(|word| !own.contains(word)), "{own}");
        assert_eq!(due(at), Vec::<String>::new(), "{format}");
        std::fs::remove_file(at.join(target)).unwrap();
        std::fs::remove_dir_all(at.join(".faqtory")).unwrap();
    }
    let package = hand_off(at, ".faqtory/p", &["--locale", "de", "--article", source]);
    fill(&package);
    printed(at, &["handback", ".faqtory/p"]);
    let own = read(at, target);
    change(at, source, words[0], "Another name");
    assert_eq!(due(at), [format!("{target}: outdated")]);
    // Only that is to be translated, and the rest stays as it is.
    let package = hand_off(at, ".faqtory/q", &["--locale", "de", "--article", source]);
    fill(&package);
    printed(at, &["handback", ".faqtory/q"]);
    let changed: Vec<String> = read(at, target).lines().map(str::to_owned).collect();
    assert_eq!(own.lines().zip(&changed).filter(|(own, now)| own != now).count(), 1, "{changed:?}");
    assert_eq!(due(at), Vec::<String>::new());
}

fn names_of_pages_go_out_and_come_back() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    put(
        at,
        "mkdocs.yml",
        "site_name: x\nplugins:\n- i18n:\n    docs_structure: folder\n    languages:\n    - locale: en\n      default: true\n    - locale: de\n",
    );
    for (locale, text) in [("en", "Text of it."), ("de", "Text davon.")] {
        for name in ["pay", "bill"] {
            put(at, &format!("docs/{locale}/{name}.md"), &format!("# {name}\n\n{text}\n"));
        }
    }
    put(at, "docs/en/.pages", PAGES);
    site::git(at, Some("2026-01-01"), &["init", "-q"]);
    printed(at, &["stamp"]);
    commit(at, "2026-01-05");
    goes_out_and_comes_back(
        at,
        "docs/en/.pages",
        "docs/de/.pages",
        &["First steps", "Pay: how", "More help", "Refunds"],
    );
}

fn names_of_docusaurus_go_out_and_come_back() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    put(
        at,
        "docusaurus.config.js",
        "module.exports = {i18n: {defaultLocale: 'en', locales: ['en', 'de']}};\n",
    );
    put(at, "docs/billing/pay.md", "# Pay\n\nText of it.\n");
    put(at, "docs/billing/_category_.json", "{\"label\": \"Billing\"}\n");
    let plugin = |locale: &str| format!("i18n/{locale}/docusaurus-plugin-content-docs");
    put(at, &format!("{}/current/billing/pay.md", plugin("de")), "# Zahlen\n\nText davon.\n");
    put(at, &format!("{}/current.json", plugin("en")), CURRENT);
    site::git(at, Some("2026-01-01"), &["init", "-q"]);
    printed(at, &["stamp"]);
    commit(at, "2026-01-05");
    let paths = ["en", "de"].map(|locale| format!("{}/current.json", plugin(locale)));
    goes_out_and_comes_back(at, &paths[0], &paths[1], &["Billing help"]);
}
