//! What is translated and no article, as git keeps it: includes, tables of contents and messages have states, and an article is
//! outdated where something is that it includes.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site::{self, commit, faqtory, printed, text};

pub(crate) const TESTS: &[Test] = tests![
    includes_outdate_the_articles_that_show_them,
    names_and_messages_have_states,
    stamps_of_files_are_written_and_refused,
    without_a_source_only_includes_are_compared,
];

const LOCALES: [&str; 3] = ["de-DE", "fr-FR", "he-IL"];

fn put(dir: &Path, path: &str, text: &str) {
    let file = dir.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn change(dir: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(dir.join(path)).unwrap();
    assert!(text.contains(from), "{text}");
    put(dir, path, &text.replace(from, to));
}

fn entries(dir: &Path) -> Vec<Value> {
    let status: Value = serde_json::from_str(&printed(dir, &["status", "--format", "json"])).unwrap();
    status["articles"].as_array().unwrap().clone()
}

/// `kind id: state (because)` with the locales that have it; nothing of what is current.
fn states(dir: &Path) -> Vec<String> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for one in entries(dir) {
        let name = |key: &str| one[key].as_str().unwrap().to_owned();
        let because: Vec<&str> =
            one["because"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let because = if because.is_empty() { String::new() } else { format!(" ({})", because.join(", ")) };
        // The locale in a path says nothing new.
        let because = because.replace(&name("locale"), "L");
        let head = format!("{} {}: {}{because}", name("kind"), name("id"), name("state"));
        let locale = name("locale")[..2].to_owned();
        match lines.iter_mut().find(|(line, _)| *line == head) {
            Some((_, locales)) => *locales += &format!(" {locale}"),
            None => lines.push((head, locale)),
        }
    }
    lines.into_iter().map(|(head, locales)| format!("{head} {locales}")).collect()
}

const PAY: &str =
    "---\ntitle: Pay\n---\n\n# Pay\n\nOpen the bill.\n\n[!INCLUDE [Contact](includes/contact.md)]\n";
const BILL: &str = "---\ntitle: Bill\n---\n\n# Bill\n\nEvery bill has a number.\n";
/// The two include each other.
const CONTACT: &str = "Call us at any time.\n\n[!INCLUDE [Hours](hours.md)]\n";
const HOURS: &str = "---\nauthor: ann\n---\n\nFrom nine to five.\n\n[!INCLUDE [Contact](contact.md)]\n";
const TOC: &str = "- name: Money\n  items:\n  - name: How to pay\n    href: pay.md\n  - name: Your bill\n    href: bill.md\n";

/// Four locales, all that is in them current.
fn start(at: &Path) {
    put(at, "faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    site::git(at, Some("2026-01-01"), &["init", "-q"]);
    for locale in ["en-US"].iter().chain(&LOCALES) {
        for (name, text) in [
            ("pay.md", PAY),
            ("bill.md", BILL),
            ("includes/contact.md", CONTACT),
            ("includes/hours.md", HOURS),
            ("toc.yml", TOC),
        ] {
            put(at, &format!("content/{locale}/{name}"), text);
        }
        put(at, &format!("locales/{locale}/shop.ftl"), "shop-name = Shop\nshop-open = Open\n");
    }
    printed(at, &["stamp"]);
    commit(at, "2026-01-05");
}

fn includes_outdate_the_articles_that_show_them() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    start(at);
    assert_eq!(states(at), Vec::<String>::new());
    let made_from: Value =
        serde_json::from_str(&fs::read_to_string(at.join(".faqtory/made-from.json")).unwrap()).unwrap();
    let paths: Vec<&String> = made_from.as_object().unwrap().keys().collect();
    assert_eq!(
        paths[..3],
        ["content/de-DE/includes/contact.md", "content/de-DE/toc.yml", "content/fr-FR/includes/contact.md"]
    );
    let hours = fs::read_to_string(at.join("content/he-IL/includes/hours.md")).unwrap();
    assert!(hours.contains("\nsource_hash: "), "{hours}");

    // Markup of an include concerns nobody.
    change(at, "content/en-US/includes/contact.md", "Call", "**Call**");
    commit(at, "2026-02-02");
    assert_eq!(states(at), ["include includes/contact.md: touched de fr he"]);
    assert!(printed(at, &["stamp", "--touched", "--locale", "de-DE,fr-FR,he-IL"]).contains("3 translations"));
    commit(at, "2026-02-03");
    assert_eq!(states(at), Vec::<String>::new());

    // A word of it does, however deep it is included.
    change(at, "content/en-US/includes/hours.md", "nine to five", "nine to six today");
    commit(at, "2026-03-03");
    assert_eq!(
        states(at),
        [
            "article pay: outdated (content/L/includes/hours.md) de fr he",
            "include includes/hours.md: outdated de fr he"
        ]
    );
    let all = entries(at);
    let words = |at: usize| (all[at]["words"].as_u64().unwrap(), all[at]["new_words"].as_u64().unwrap());
    assert_eq!((words(0), words(3)), ((4, 0), (5, 5)), "only words of the include are new: {all:?}");
    assert_eq!(all[3]["target"], "content/de-DE/includes/hours.md");
    what_readers_and_translators_see(at);

    // One translation of it ends it for one locale, and one that is gone is said by its source.
    change(at, "content/fr-FR/includes/hours.md", "nine to five", "neuf à six");
    printed(at, &["stamp", "--article", "content/fr-FR/includes/hours.md"]);
    fs::remove_file(at.join("content/he-IL/includes/hours.md")).unwrap();
    assert_eq!(
        states(at),
        [
            "article pay: outdated (content/L/includes/hours.md) de",
            "article pay: outdated (content/en-US/includes/hours.md) he",
            "include includes/hours.md: outdated de",
            "include includes/hours.md: missing he"
        ]
    );
    // What says of no include what it was made from says nothing of articles.
    fs::remove_file(at.join(".faqtory/made-from.json")).unwrap();
    change(at, "content/en-US/includes/contact.md", "any time", "night");
    assert_eq!(
        states(at)[2..],
        [
            "include includes/contact.md: untracked de fr he",
            "include includes/hours.md: outdated de",
            "include includes/hours.md: missing he",
            "names toc.yml: untracked de fr he",
            "messages locales/shop.ftl: untracked de fr he"
        ]
    );
}

fn what_readers_and_translators_see(at: &Path) {
    // Includes in a circle are an error; the site is whole.
    faqtory(at, &["build"]);
    let page = |page: &str| fs::read_to_string(at.join("public").join(page)).unwrap();
    assert!(page("de-de/pay/index.html").contains("class=\"notice outdated\""));
    assert!(!page("de-de/bill/index.html").contains("class=\"notice outdated\""));
    let checked = faqtory(at, &["check", "--format", "json"]);
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let found: Vec<&Value> = checked["diagnostics"].as_array().unwrap().iter().collect();
    let found: Vec<&&Value> = found.iter().filter(|one| one["code"] == "translation-outdated").collect();
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[0]["message"], "this includes `content/de-DE/includes/hours.md`, which is outdated");
    let status = printed(at, &["status"]);
    assert!(status.contains("\nde-DE: 1 include is due\nfr-FR: 1 include is due\n"), "{status}");
    let todo = printed(at, &["status", "--todo", "de-DE"]);
    assert!(todo.contains("include  content/en-US/includes/hours.md"), "{todo}");
    assert!(todo.contains("\n1 article and 1 include to translate into de-DE: 2 outdated\n"), "{todo}");
    // Gates count articles.
    assert_eq!(faqtory(at, &["status", "--fail-under", "50"]).status.code(), Some(0));
    assert_eq!(faqtory(at, &["status", "--fail-under", "51"]).status.code(), Some(1));
    let difference = printed(at, &["status", "--diff", "pay", "de-DE"]);
    assert!(difference.contains("content/de-DE/includes/hours.md"), "{difference}");
}

fn names_and_messages_have_states() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    start(at);
    change(at, "content/en-US/toc.yml", "How to pay", "How do I pay?");
    change(at, "content/fr-FR/toc.yml", "  - name: Your bill\n    href: bill.md\n", "");
    fs::remove_file(at.join("content/he-IL/toc.yml")).unwrap();
    change(at, "locales/en-US/shop.ftl", "shop-open = Open\n", "shop-open = Open\nshop-closed = Closed\n");
    change(at, "locales/de-DE/shop.ftl", "shop-name = Shop\n", "");
    put(at, "locales/en-US/more.ftl", "more-name = More\n");
    put(at, "locales/fr-FR/other.ftl", "more-name = Plus\n");
    commit(at, "2026-02-02");
    assert_eq!(
        states(at),
        [
            "names toc.yml: outdated de",
            "names toc.yml: outdated (Your bill) fr",
            "names toc.yml: missing he",
            "messages locales/more.ftl: missing de he",
            "messages locales/shop.ftl: outdated (shop-name, shop-closed) de",
            "messages locales/shop.ftl: outdated (shop-closed) fr he",
        ]
    );
    let all = entries(at);
    assert_eq!(all[2]["target"], "content/he-IL/toc.yml");
    assert_eq!((&all[3]["target"], &all[3]["path"]), (&"locales/de-DE/more.ftl".into(), &Value::Null));
    assert_eq!(all[3]["source"], "locales/en-US/more.ftl");
    let status = printed(at, &["status"]);
    assert!(status.contains("\nde-DE: 1 table of contents and 2 message files are due\n"), "{status}");
    let rows = printed(at, &["status", "--format", "csv"]);
    assert!(rows.contains(",names,Your bill\r\n"), "{rows}");
    let todo = printed(at, &["status", "--todo", "he-IL", "--format", "json"]);
    let todo: Value = serde_json::from_str(&todo).unwrap();
    let kinds: Vec<&str> =
        todo["todo"].as_array().unwrap().iter().filter_map(|one| one["kind"].as_str()).collect();
    assert_eq!(kinds, ["messages", "names", "messages"]);
    // No state of an article has changed.
    assert_eq!(faqtory(at, &["status", "--fail-under", "100"]).status.code(), Some(0));
}

fn stamps_of_files_are_written_and_refused() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    start(at);
    change(at, "content/en-US/includes/contact.md", "any time", "night");
    change(at, "locales/en-US/shop.ftl", "= Shop", "= Store");
    commit(at, "2026-02-02");
    let path = "content/de-DE/includes/contact.md";
    let refused = faqtory(at, &["stamp", "--article", path]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        text(&refused.stderr).contains("its source was changed after it was"),
        "{}",
        text(&refused.stderr)
    );
    // By the path of the source, all its translations are meant.
    let written = printed(at, &["stamp", "--article", "locales/en-US/shop.ftl", "--source-rev", "HEAD"]);
    assert!(written.contains("3 written") || written.contains("3 translations written"), "{written}");
    change(at, path, "any time", "Nacht");
    assert!(printed(at, &["stamp", "--article", path]).contains("1 translation written"));
    assert!(printed(at, &["stamp", "--article", path]).contains("1 already current"));
    assert_eq!(
        states(at),
        [
            "article pay: outdated (content/L/includes/contact.md) fr he",
            "include includes/contact.md: outdated fr he"
        ]
    );
    // What cannot be understood is nothing to write into.
    let conflict = "<<<<<<< ours\n{}\n";
    put(at, ".faqtory/made-from.json", conflict);
    let refused = faqtory(at, &["stamp", "--article", path]);
    assert!(text(&refused.stderr).contains("is not a JSON object"), "{}", text(&refused.stderr));
    assert_eq!(fs::read_to_string(at.join(".faqtory/made-from.json")).unwrap(), conflict);
}

fn without_a_source_only_includes_are_compared() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    let hash = |digit: &str| digit.repeat(40);
    for (locale, digit, day) in
        [("de-DE", "1", "2026-01-01"), ("fr-FR", "2", "2026-02-02"), ("he-IL", "2", "2026-02-02")]
    {
        let front =
            |digit: &str| format!("---\ntitle: Pay\nsource_hash: {}\ntranslated: {day}\n---\n", hash(digit));
        put(
            at,
            &format!("content/{locale}/pay.md"),
            &format!("{}\n# Pay\n\n[!INCLUDE [a](includes/a.md)]\n", front("7")),
        );
        put(at, &format!("content/{locale}/includes/a.md"), &format!("{}\nText.\n", front(digit)));
        put(at, &format!("content/{locale}/toc.yml"), "- name: Pay\n  href: pay.md\n");
    }
    assert_eq!(
        states(at),
        ["article pay: outdated (content/L/includes/a.md) de", "include includes/a.md: outdated de"]
    );
}
