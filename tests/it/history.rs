//! What git says of translations where its history has merges, and texts that were brought back; and what is refused.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site::{self, commit, faqtory, printed, text};

pub(crate) const TESTS: &[Test] = tests![
    a_text_that_only_a_merge_has_is_found,
    a_text_that_was_brought_back_is_the_first_of_its_hash,
    a_hash_is_that_of_one_source,
    a_renamed_folder_keeps_its_commits,
    visits_that_are_none_are_refused,
];

fn put(dir: &Path, path: &str, text: &str) {
    let file = dir.join("content").join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn source(line: &str) -> String {
    format!("# Pay\n\nOpen the bill.\n\n{line}\n\nThen wait.\n")
}

/// An article and its translation, which is current.
fn repository() -> TempDir {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    site::git(at, Some("2026-01-01"), &["init", "-q", "-b", "main"]);
    put(at, "en-US/pay.md", &source("Pay in cash."));
    put(at, "et-EE/pay.md", "# Maksa\n\nAva arve.\n\nMaksa sularahas.\n\nSiis oota.\n");
    printed(at, &["stamp"]);
    commit(at, "2026-01-01");
    dir
}

fn a_text_that_only_a_merge_has_is_found() {
    let dir = repository();
    let at = dir.path();
    site::git(at, None, &["checkout", "-q", "-b", "side"]);
    put(at, "en-US/pay.md", &source("Pay by card."));
    commit(at, "2026-01-02");
    site::git(at, None, &["checkout", "-q", "main"]);
    put(at, "en-US/pay.md", &source("Pay in coins."));
    commit(at, "2026-01-03");
    site::git(at, Some("2026-01-04"), &["merge", "-q", "-s", "ours", "--no-commit", "side"]);
    put(at, "en-US/pay.md", &source("Pay in coins or by card."));
    commit(at, "2026-01-04");
    printed(at, &["stamp", "--article", "pay", "--source-rev", "HEAD"]);
    put(at, "en-US/pay.md", &source("Pay by card."));
    commit(at, "2026-01-09");

    let todo = printed(at, &["status", "--todo", "et-EE"]);
    assert!(todo.contains("1 commit, 5 days behind"), "{todo}");
    let difference = printed(at, &["status", "--diff", "pay", "et-EE"]);
    assert!(difference.contains("-Pay in coins or by card.\n+Pay by card.\n"), "{difference}");
    assert!(difference.contains("1 commit"), "{difference}");
}

fn a_text_that_was_brought_back_is_the_first_of_its_hash() {
    let dir = repository();
    let at = dir.path();
    for (line, day) in
        [("Pay by card.", "2026-01-05"), ("Pay in cash.", "2026-01-10"), ("Pay now.", "2026-01-15")]
    {
        put(at, "en-US/pay.md", &source(line));
        commit(at, day);
    }
    let todo = printed(at, &["status", "--todo", "et-EE"]);
    assert!(todo.contains("3 commits, 14 days behind"), "{todo}");
    let difference = printed(at, &["status", "--diff", "pay", "et-EE"]);
    assert!(difference.contains("3 commits"), "{difference}");

    let refused = faqtory(at, &["stamp", "--article", "pay", "--source-rev", "v0"]);
    assert!(text(&refused.stderr).contains("there is no commit `v0`"), "{}", text(&refused.stderr));
    for locale in ["en-US", "et-EE"] {
        let file = |name: &str| at.join("content").join(locale).join(name);
        fs::rename(file("pay.md"), file("bill.md")).unwrap();
    }
    commit(at, "2026-01-16");
    let refused = faqtory(at, &["stamp", "--article", "bill", "--source-rev", "HEAD~1"]);
    let said = text(&refused.stderr);
    assert!(said.contains("bill.md is not in `HEAD~1`; it may have had another name"), "{said}");
}

fn a_hash_is_that_of_one_source() {
    let dir = repository();
    let at = dir.path();
    let hash = ["--hash", "0123456789012345678901234567890123456789"];
    for name in ["wait", "ask"] {
        put(at, &format!("en-US/{name}.md"), "# A\n\nText.\n");
        put(at, &format!("et-EE/{name}.md"), "# A\n\nTekst.\n");
    }
    let refused = faqtory(at, &[&["stamp"], &hash[..]].concat());
    assert_eq!(refused.status.code(), Some(2));
    let said = text(&refused.stderr);
    assert!(said.contains("translations of 2 would get it"), "{said}");
    let one = printed(at, &[&["stamp", "--article", "ask"], &hash[..]].concat());
    assert!(one.contains("1 translation written"), "{one}");
    assert!(printed(at, &[&["stamp"], &hash[..]].concat()).contains("1 translation written"));
}

fn visits_that_are_none_are_refused() {
    let dir = repository();
    let at = dir.path();
    put(at, "en-US/pay.md", &source("Pay by card."));
    fs::write(at.join("visits.csv"), "page,visits\n/en-US/pay,7\n").unwrap();
    let listed = printed(at, &["status", "--todo", "et-EE", "--visits", "visits.csv", "--format", "json"]);
    assert!(listed.contains("\"visits\":7"), "{listed}");
    fs::write(at.join("visits.csv"), "page,visits\n/en-US/pay,\"1,234\"\n").unwrap();
    let refused = faqtory(at, &["status", "--todo", "et-EE", "--visits", "visits.csv"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("visits.csv:2: "), "{}", text(&refused.stderr));
}

/// Two articles of a project below `top`, translated, that changed two days later.
fn two_articles(top: &Path, help: &Path) {
    let other = |line: &str| format!("# Refunds\n\nAsk for your money.\n\n{line}\n\nWait two weeks.\n");
    fs::create_dir_all(help).unwrap();
    fs::write(help.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    put(help, "en-US/pay.md", &source("Pay in cash."));
    put(help, "en-US/back.md", &other("Call us."));
    put(help, "et-EE/pay.md", "# Maksa\n\nAva arve.\n\nMaksa sularahas.\n\nSiis oota.\n");
    put(help, "et-EE/back.md", "# Raha tagasi\n\nKüsi raha.\n\nHelista.\n\nOota kaks nädalat.\n");
    printed(help, &["stamp"]);
    commit(top, "2026-01-01");
    put(help, "en-US/pay.md", &source("Pay by card."));
    put(help, "en-US/back.md", &other("Write to us."));
    commit(top, "2026-01-03");
}

/// Folders of sources that get other names, below a project that is a part of its repository.
fn a_renamed_folder_keeps_its_commits() {
    let dir = TempDir::new().unwrap();
    let top = dir.path();
    site::git(top, Some("2026-01-01"), &["init", "-q", "-b", "main"]);
    let moved = |from: &str, to: &str| {
        fs::create_dir_all(top.join(to).parent().unwrap()).unwrap();
        fs::rename(top.join(from), top.join(to)).unwrap();
    };
    two_articles(top, &top.join("help"));
    let behind = |at: &str| {
        let todo = printed(&top.join(at), &["status", "--todo", "et-EE"]);
        todo.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let says = |at: &str, wanted: [&str; 2]| {
        let said = behind(at);
        assert!(wanted.iter().all(|wanted| said.contains(wanted)), "{at}: {said}");
    };
    says("help", ["back.md 1 commit, 2 days behind", "pay.md 1 commit, 2 days behind"]);
    moved("help", "docs/help");
    commit(top, "2026-01-05");
    says("docs/help", ["back.md 1 commit, 2 days behind", "pay.md 1 commit, 2 days behind"]);
    put(&top.join("docs/help"), "en-US/pay.md", &source("Pay by card, or not."));
    commit(top, "2026-01-07");
    moved("docs/help", "site");
    for locale in ["en-US", "et-EE"] {
        moved(&format!("site/content/{locale}/back.md"), &format!("site/content/{locale}/refunds.md"));
    }
    commit(top, "2026-01-09");
    says("site", ["refunds.md 1 commit, 2 days behind", "pay.md 2 commits, 6 days behind"]);
    // On a branch, while its text changes on another one.
    site::git(top, None, &["checkout", "-q", "-b", "side"]);
    moved("site", "new");
    commit(top, "2026-01-11");
    site::git(top, None, &["checkout", "-q", "main"]);
    put(&top.join("site"), "en-US/pay.md", &source("Pay in gold."));
    commit(top, "2026-01-13");
    site::git(top, Some("2026-01-15"), &["merge", "-q", "--no-edit", "side"]);
    says("new", ["refunds.md 1 commit, 2 days behind", "pay.md 3 commits, 12 days behind"]);
    // What is remembered says the same.
    says("new", ["refunds.md 1 commit, 2 days behind", "pay.md 3 commits, 12 days behind"]);
    // Whatever the configuration says of what git prints.
    for (key, value) in [
        ("diff.orderFile", "none"),
        ("i18n.logOutputEncoding", "UTF-16"),
        ("log.diffMerges", "off"),
        ("log.follow", "true"),
    ] {
        site::git(top, None, &["config", key, value]);
        fs::remove_dir_all(top.join("new/.faqtory/cache")).unwrap();
        says("new", ["refunds.md 1 commit, 2 days behind", "pay.md 3 commits, 12 days behind"]);
    }
}
