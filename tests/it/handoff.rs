//! Packages for translators go out and come back: in every format, in two locales, over a year.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site::{self, commit, faqtory, printed, text};
use crate::translator::{fill, fill_file};

pub(crate) const TESTS: &[Test] = tests![
    every_format_goes_out_and_comes_back,
    a_package_that_nobody_touched_is_not_translated_yet,
    a_year,
    a_hand_off_is_cancelled,
    what_is_brought_another_way_is_not_in_progress,
    it_works_without_git,
    packages_are_the_same_twice,
    a_package_is_not_written_over_another_nor_among_the_articles,
];

pub(crate) const PAY: &str = "---\ntitle: Pay a bill\ndescription: How to pay\nlocale: en-us\n---\n\n# Pay a bill\n\nOpen the [bill](bill.md) & choose **Pay**.\n\n- Card number\n- Cash only\n\n| Plan | Price |\n|---|---|\n| Basic plan | 5 dollars |\n";
const BILL: &str = "---\ntitle: Bill\n---\n\n# Bill\n\nEvery bill has a number.\n\nAsk [us](https://example.com/help) about it today.\n\n```\npay --now\n```\n";
const BILL_DE: &str = "---\ntitle: Rechnung\ntranslation_type: HT\n---\n\n# Rechnung\n\nJede Rechnung hat eine Nummer.\n\nFragen Sie [uns](https://example.com/help) noch heute danach.\n\n```\npay --now\n```\n";
const BILL_HE: &str = "---\ntitle: חשבון\ntranslation_type: MT\n---\n\n# חשבון\n\nלכל חשבון יש מספר.\n\nשאלו [אותנו](https://example.com/help) על כך היום.\n\n```\npay --now\n```\n";

pub(crate) fn put(at: &Path, path: &str, text: &str) {
    let file = at.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

pub(crate) fn read(at: &Path, path: &str) -> String {
    fs::read_to_string(at.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn change(at: &Path, path: &str, from: &str, to: &str) {
    let text = read(at, path);
    assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
    put(at, path, &text.replace(from, to));
}

/// Two articles, one of them translated into German and Hebrew, and changed since.
pub(crate) fn project() -> TempDir {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    put(at, "faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    site::git(at, Some("2026-01-01"), &["init", "-q"]);
    put(at, "content/en-US/bill.md", BILL);
    put(at, "content/de-DE/bill.md", BILL_DE);
    put(at, "content/he-IL/bill.md", BILL_HE);
    printed(at, &["stamp"]);
    commit(at, "2026-01-05");
    put(at, "content/en-US/pay.md", PAY);
    change(at, "content/en-US/bill.md", "has a number", "has a number and a date");
    commit(at, "2026-01-06");
    dir
}

/// `id locale: state`, and since when it is in progress.
pub(crate) fn states(at: &Path) -> Vec<String> {
    let status: Value = serde_json::from_str(&printed(at, &["status", "--format", "json"])).unwrap();
    let line = |one: &Value| {
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let since =
            one["in_progress_since"].as_str().map(|since| format!(" since {since}")).unwrap_or_default();
        format!("{} {}: {}{since}", text("id"), &text("locale")[..2], text("state"))
    };
    status["articles"].as_array().unwrap().iter().map(line).collect()
}

/// The program on another day.
fn on(at: &Path, seconds: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.current_dir(at).args(arguments).env("SOURCE_DATE_EPOCH", seconds).output().unwrap()
}

/// The name of the only hand-off that is remembered.
pub(crate) fn handoff_name(at: &Path) -> String {
    let names = fs::read_dir(at.join(".faqtory/handoffs")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names = names.filter_map(|name| name.to_str()?.strip_suffix(".json").map(str::to_owned));
    names.next().unwrap()
}

pub(crate) fn hand_off(at: &Path, out: &str, arguments: &[&str]) -> PathBuf {
    let all = [&["handoff", "--out", out], arguments].concat();
    printed(at, &all);
    at.join(out)
}

fn every_format_goes_out_and_comes_back() {
    for format in ["xliff", "xliff12", "po", "md"] {
        let dir = project();
        let at = dir.path();
        let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE,he-IL", "--format", format]);
        let progress = ["bill de: outdated", "bill he: outdated", "pay de: missing", "pay he: missing"];
        assert_eq!(states(at), progress.map(|state| format!("{state} since 2026-03-01")), "{format}");
        let manifest: Value = serde_json::from_str(&read(&package, "handoff.json")).unwrap();
        assert_eq!(manifest.as_array().unwrap().len(), 4);
        assert_eq!(manifest[0]["target"], "content/de-DE/bill.md");
        assert!(manifest[0]["reused_words"].as_u64().unwrap() > 5, "{manifest}");

        fill(&package);
        let said = printed(at, &["handback", package.to_str().unwrap()]);
        assert!(said.ends_with("4 translations written\n"), "{format}: {said}");
        assert_eq!(states(at), Vec::<String>::new(), "{format}");
        assert!(!at.join(".faqtory/handoffs").exists());

        let bill = read(at, "content/de-DE/bill.md");
        assert!(bill.contains("Fragen Sie [uns](https://example.com/help) noch heute danach.\n"), "{bill}");
        assert!(bill.contains("title: Rechnung\n") && bill.contains("translated: 2026-03-01\n"), "{bill}");
        assert!(bill.contains("translation_type: HT\n"), "{bill}");
        let pay = read(at, "content/he-IL/pay.md");
        assert!(
            pay.contains("locale: he-il\n") && pay.contains("](bill.md)") && !pay.contains("Open"),
            "{pay}"
        );
        let hash = faqtory::source_hash(PAY);
        assert!(pay.contains(&format!("source_hash: {hash}\n")), "{format}: {pay}");
        let again = printed(at, &["handback", package.to_str().unwrap()]);
        assert!(again.ends_with("0 translations written, 4 already there\n"), "{again}");
    }
}

fn a_package_that_nobody_touched_is_not_translated_yet() {
    for format in ["xliff", "xliff12", "po", "md"] {
        let dir = project();
        let at = dir.path();
        hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--format", format]);
        let before = states(at);
        let said = printed(at, &["handback", ".faqtory/p"]);
        assert!(said.ends_with("0 translations written, 2 not translated yet\n"), "{format}: {said}");
        assert_eq!(states(at), before);
    }
}

fn a_year() {
    let dir = project();
    let at = dir.path();
    // January: all that is missing. Half of it comes back, after its source has changed.
    let first = hand_off(at, ".faqtory/first", &["--locale", "de-DE,he-IL"]);
    commit(at, "2026-01-10");
    change(at, "content/en-US/pay.md", "Cash only", "Cash or cheque");
    commit(at, "2026-02-01");
    let pay = "pay de: missing since 2026-03-01";
    assert!(states(at).iter().any(|state| state == pay), "{:?}", states(at));
    fill_file(&first.join("de-DE/content/de-DE/pay.md.xlf"));
    let said = printed(at, &["handback", ".faqtory/first"]);
    assert!(said.contains("content/de-DE/pay.md: written\n"), "{said}");
    assert!(said.ends_with("1 translation written, 3 not translated yet\n"), "{said}");
    let version = faqtory::source_hash(PAY);
    // The version that was handed off, not that of today.
    assert!(read(at, "content/de-DE/pay.md").contains(&version));
    commit(at, "2026-02-02");
    let expected = [
        "bill de: outdated since 2026-03-01",
        "bill he: outdated since 2026-03-01",
        "pay de: outdated",
        "pay he: missing since 2026-03-01",
    ];
    assert_eq!(states(at), expected);

    // Spring: what has changed is handed off again, what is in progress with the same text is not.
    let out = on(at, "1775001600", &["handoff", "--locale", "de-DE,he-IL", "--out", ".faqtory/second"]);
    let said = text(&out.stdout);
    assert!(said.contains("bill (de-DE): in progress since 2026-03-01, of hand-off 2026-03-01-1-"), "{said}");
    assert!(said.contains("de-DE: 1 file, 3 of ") && said.contains("he-IL: 1 file, "), "{said}");
    commit(at, "2026-04-01");
    let expected = [
        "bill de: outdated since 2026-03-01",
        "bill he: outdated since 2026-03-01",
        "pay de: outdated since 2026-04-01",
        "pay he: missing since 2026-04-01",
    ];
    assert_eq!(states(at), expected);

    // The older package comes first: it is taken, and what it was made from is said.
    fill(&first.join("he-IL"));
    let said = printed(at, &["handback", ".faqtory/first/he-IL"]);
    assert!(said.ends_with("2 translations written\n"), "{said}");
    commit(at, "2026-05-01");
    let expected = [
        "bill de: outdated since 2026-03-01",
        "pay de: outdated since 2026-04-01",
        "pay he: outdated since 2026-04-01",
    ];
    assert_eq!(states(at), expected);
    // The newer one was handed off before that, and takes its place.
    fill(&at.join(".faqtory/second/he-IL"));
    printed(at, &["handback", ".faqtory/second/he-IL"]);

    // Summer: the rest comes back, and all is current.
    fill(&first.join("de-DE"));
    fill(&at.join(".faqtory/second/de-DE"));
    let back = faqtory(at, &["handback", ".", ".faqtory/first/de-DE", ".faqtory/second/de-DE"]);
    let said = text(&back.stdout);
    assert!(said.ends_with("2 translations written, 1 already there\n"), "{said}");
    assert_eq!(states(at), Vec::<String>::new());
    assert!(!at.join(".faqtory/handoffs").exists());
    let pay = read(at, "content/de-DE/pay.md");
    assert!(pay.contains("Cäsh ör cheqüe") && pay.contains("- Cärd nümber\n"), "{pay}");
}

fn a_hand_off_is_cancelled() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE,he-IL"]);
    let said = printed(at, &["handoff", "--cancel", "--article", "pay", "--locale", "de-DE"]);
    let name = handoff_name(at);
    assert_eq!(said, format!("pay (de-DE): forgotten, of hand-off {name}\n"));
    fill(&package);
    let refused = faqtory(at, &["handback", ".faqtory/p/de-DE/content/de-DE/pay.md.xlf"]);
    assert_eq!(refused.status.code(), Some(1));
    let wanted = format!("the hand-off {name} was cancelled for it\n");
    assert!(text(&refused.stdout).contains(&wanted), "{}", text(&refused.stdout));
    printed(at, &["handoff", "--cancel", "2026-03-01-1"]);
    assert!(!at.join(".faqtory/handoffs").exists());
    assert!(states(at).iter().all(|state| !state.contains("since")));
    // Nothing of it is taken, unless somebody says so; what is handed off now has another name.
    let refused = faqtory(at, &["handback", ".faqtory/p"]);
    assert_eq!((refused.status.code(), states(at).len()), (Some(1), 4));
    assert_eq!(text(&refused.stdout).matches("was cancelled for it").count(), 4);
    hand_off(at, ".faqtory/q", &["--locale", "de-DE,he-IL"]);
    assert!(handoff_name(at).starts_with("2026-03-01-2-"), "{}", handoff_name(at));
    let refused = faqtory(at, &["handback", ".faqtory/p"]);
    assert_eq!((refused.status.code(), states(at).len()), (Some(1), 4));
    printed(at, &["handoff", "--cancel", "2026-03-01-2"]);
    let taken = printed(at, &["handback", ".faqtory/p", "--cancelled"]);
    assert!(taken.ends_with("4 translations written\n") && states(at).is_empty(), "{taken}");
    let again = printed(at, &["handback", ".faqtory/p"]);
    assert!(again.ends_with("0 translations written, 4 already there\n"), "{again}");
    let unknown = faqtory(at, &["handoff", "--cancel", "2026-03-01-1"]);
    assert_eq!(
        text(&unknown.stderr),
        "error: there is no hand-off `2026-03-01-1` in progress\nhelp: nothing is in progress\n"
    );
    assert_eq!(faqtory(at, &["handoff", "--cancel"]).status.code(), Some(2));
    assert_eq!(faqtory(at, &["handoff"]).status.code(), Some(2));
}

fn what_is_brought_another_way_is_not_in_progress() {
    let dir = project();
    let at = dir.path();
    hand_off(at, ".faqtory/p", &["--locale", "de-DE"]);
    put(at, "content/de-DE/bill.md", &BILL_DE.replace("eine Nummer", "eine Nummer und ein Datum"));
    printed(at, &["stamp", "--locale", "de-DE"]);
    assert_eq!(states(at)[..2], ["bill he: outdated", "pay de: missing since 2026-03-01"]);
    // Its source changes again: that was never handed off.
    change(at, "content/en-US/bill.md", "a date", "a day");
    assert_eq!(states(at)[0], "bill de: outdated");
}

fn it_works_without_git() {
    let dir = project();
    let at = dir.path();
    fs::remove_dir_all(at.join(".git")).unwrap();
    let package = hand_off(at, ".faqtory/p", &["--locale", "he-IL"]);
    fs::remove_dir_all(at.join("content/en-US")).unwrap();
    put(at, "content/en-US/other.md", "# Other\n\nThis is another article.\n");
    fill(&package);
    let said = printed(at, &["handback", ".faqtory/p"]);
    assert!(
        said.ends_with("2 translations written\n"),
        "neither git nor the source of today is asked: {said}"
    );
    assert!(read(at, "content/he-IL/pay.md").contains(&faqtory::source_hash(PAY)));
}

fn packages_are_the_same_twice() {
    let dir = project();
    let at = dir.path();
    let packages = ["one", "two"].map(|name| {
        let package = hand_off(at, &format!(".faqtory/{name}"), &["--locale", "de-DE,he-IL"]);
        fs::remove_dir_all(at.join(".faqtory/handoffs")).unwrap();
        package
    });
    let [one, two] = packages.each_ref().map(|package| {
        site::files(package).into_iter().map(|file| (read(package, &file), file)).collect::<Vec<_>>()
    });
    assert_eq!(one, two);
}

fn a_package_is_not_written_over_another_nor_among_the_articles() {
    let dir = project();
    let at = dir.path();
    hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--article", "pay"]);
    for (out, message) in [
        (".faqtory/p", "is there already"),
        ("content/p", "is among the articles"),
        ("content/de-DE/new/p", "is among the articles"),
    ] {
        let refused = faqtory(at, &["handoff", "--locale", "de-DE", "--out", out]);
        assert_eq!(refused.status.code(), Some(2), "{out}");
        assert!(text(&refused.stderr).contains(message), "{out}: {}", text(&refused.stderr));
    }
    // What git ignores nobody else sees.
    put(at, ".gitignore", ".faqtory/\n");
    let elsewhere = TempDir::new().unwrap();
    let ignored = faqtory(at, &["handoff", "--locale", "de-DE", "--out", elsewhere.path().to_str().unwrap()]);
    assert!(text(&ignored.stderr).contains("git ignores .faqtory/handoffs"), "{}", text(&ignored.stderr));
    printed(at, &["handoff", "--cancel", "2026-03-01-2"]);
    put(at, ".gitignore", ".faqtory/*\n!.faqtory/handoffs/\n");
    // Its usual name is never read as articles.
    let sound = faqtory(at, &["handoff", "--locale", "de-DE"]);
    assert_eq!(text(&sound.stderr), "");
    let is_package = |name: &String| name.starts_with("handoff-2026-03-01-3-");
    let names = fs::read_dir(at).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let name = names.into_iter().find(is_package).unwrap();
    assert!(at.join(&name).join("handoff.json").is_file());
    fs::rename(at.join(&name), at.join("content").join(&name)).unwrap();
    assert!(states(at).iter().all(|state| !state.contains("handoff")));
}
