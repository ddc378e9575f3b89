//! A year of an article and its translations, as git keeps it: what changed in the source, what was translated late, and what nobody may call
//! current.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site::{self, commit, faqtory, printed, text};

pub(crate) const TESTS: &[Test] = tests![
    every_state_of_a_year,
    a_shallow_clone_makes_the_same_site_and_says_what_it_lacks,
    a_draft_is_merged_from_files,
    human_text_that_a_machine_replaced_is_found,
    shares_are_required_and_owners_named,
    a_cache_is_not_written_through_a_link,
    a_draft_is_not_merged_again,
];

const LOCALES: [&str; 4] = ["de-DE", "fr-FR", "he-IL", "ja-JP"];

fn file(dir: &Path, locale: &str, name: &str) -> std::path::PathBuf {
    dir.join(format!("content/{locale}/{name}.md"))
}

fn put(dir: &Path, locale: &str, name: &str, text: &str) {
    let file = file(dir, locale, name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn change(dir: &Path, locale: &str, name: &str, from: &str, to: &str) {
    let text = fs::read_to_string(file(dir, locale, name)).unwrap();
    assert!(text.contains(from), "{text}");
    put(dir, locale, name, &text.replace(from, to));
}

/// `id: state` with the locales that have it; nothing of what is current.
fn states(dir: &Path) -> Vec<String> {
    let status: Value = serde_json::from_str(&printed(dir, &["status", "--format", "json"])).unwrap();
    let mut lines: Vec<String> = Vec::new();
    for one in status["articles"].as_array().unwrap() {
        let head = format!("{}: {}", one["id"].as_str().unwrap(), one["state"].as_str().unwrap());
        let locale = &one["locale"].as_str().unwrap()[..2];
        match lines.iter_mut().find(|line| line.starts_with(&format!("{head} "))) {
            Some(line) => *line += &format!(" {locale}"),
            None => lines.push(format!("{head} {locale}")),
        }
    }
    lines
}

const PAY: &str = "---\ntitle: Pay\nms.date: 1/1/2026\n---\n\n# Pay\n\nOpen the [bill](bill.md) and choose Pay.\n\n- Card\n- Cash\n";
const BILL: &str = "---\ntitle: Bill\n---\n\n# Bill\n\nEvery bill has a number and a date.\n";

fn start(at: &Path) {
    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    site::git(at, Some("2026-01-01"), &["init", "-q"]);
    for (name, text) in [("pay", PAY), ("bill", BILL)] {
        put(at, "en-US", name, text);
        for locale in LOCALES {
            put(at, locale, name, &format!("---\ntitle: {name}\n---\n\n# {name}\n\nText.\n"));
        }
    }
    printed(at, &["stamp"]);
    commit(at, "2026-01-05");
}

fn every_state_of_a_year() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    start(at);
    assert_eq!(states(at), Vec::<String>::new());

    // Markup, a date and an address: nothing to translate.
    change(at, "en-US", "pay", "1/1/2026", "2/2/2026");
    change(at, "en-US", "pay", "(bill.md)", "(bill.md#bill)");
    change(at, "en-US", "pay", "choose Pay", "choose **Pay**");
    assert_eq!(states(at), ["pay: touched de fr he ja"], "not committed yet");
    commit(at, "2026-02-02");
    assert_eq!(states(at), ["pay: touched de fr he ja"]);
    assert_eq!(states(at), ["pay: touched de fr he ja"], "the same of what is remembered");
    assert!(printed(at, &["status", "--diff", "pay", "de-DE"]).contains("\nNo word has changed: "));

    // A word: everything of it is to be looked at, even if a small change follows.
    change(at, "en-US", "bill", "a number and a date", "a number");
    commit(at, "2026-03-03");
    change(at, "en-US", "bill", "number.", "*number*.");
    commit(at, "2026-03-04");
    assert_eq!(states(at), ["bill: outdated de fr he ja", "pay: touched de fr he ja"]);
    assert!(
        printed(at, &["stamp", "--touched", "--locale", "de-DE,fr-FR,he-IL"])
            .contains("3 translations written")
    );
    commit(at, "2026-03-05");
    assert_eq!(states(at), ["bill: outdated de fr he ja", "pay: touched ja"]);

    // One is translated in time, one is only said to be, and one is renamed with its source.
    change(at, "fr-FR", "bill", "Text.", "Un texte.");
    printed(at, &["stamp", "--article", "bill", "--locale", "fr-FR"]);
    let refused = faqtory(at, &["stamp", "--article", "bill", "--locale", "de-DE"]);
    assert!(
        text(&refused.stderr).contains("its source was changed after it was"),
        "{}",
        text(&refused.stderr)
    );
    for locale in ["en-US"].iter().chain(&LOCALES) {
        fs::rename(file(at, locale, "pay"), file(at, locale, "how-to-pay")).unwrap();
    }
    commit(at, "2026-04-04");
    assert_eq!(states(at), ["bill: outdated de he ja", "how-to-pay: touched ja"]);
    change(at, "en-US", "how-to-pay", "- Cash", "- Cash\n- Transfer");
    commit(at, "2026-05-05");
    assert_eq!(states(at), ["bill: outdated de he ja", "how-to-pay: outdated de fr he ja"]);

    late_and_gone(at);
}

/// The second half of the year.
fn late_and_gone(at: &Path) {
    // A race: what was handed off in May is brought in July, and the source has changed in June.
    change(at, "en-US", "how-to-pay", "- Transfer", "- Transfer within a day");
    commit(at, "2026-06-06");
    change(at, "he-IL", "how-to-pay", "Text.", "טקסט.");
    assert!(
        printed(at, &["stamp", "--article", "how-to-pay", "--locale", "he-IL", "--source-rev", "HEAD~1"])
            .contains("1 translation written")
    );
    commit(at, "2026-07-07");
    assert_eq!(states(at), ["bill: outdated de he ja", "how-to-pay: outdated de fr he ja"]);
    let behind = printed(at, &["status", "--todo", "he-IL"]);
    assert!(behind.contains("content/en-US/how-to-pay.md  1 commit, 32 days behind"), "{behind}");

    // What is taken back is as it was translated; what nobody has translated and what has gone are said.
    put(at, "en-US", "bill", BILL);
    put(at, "en-US", "refund", "# Refund\n\nAsk for it.\n");
    fs::remove_file(file(at, "en-US", "how-to-pay")).unwrap();
    commit(at, "2026-08-08");
    assert_eq!(
        states(at),
        ["bill: outdated fr", "how-to-pay: orphaned de fr he ja", "refund: missing de fr he ja"]
    );
    put(at, "ja-JP", "refund", "# 返金\n\n依頼してください。\n");
    assert_eq!(
        states(at),
        [
            "bill: outdated fr",
            "how-to-pay: orphaned de fr he ja",
            "refund: missing de fr he",
            "refund: untracked ja"
        ]
    );
}

/// The pages of a site.
fn pages(out: &Path) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for locale in ["de-de", "fr-fr"] {
        for name in ["pay", "bill"] {
            let page = format!("{locale}/{name}/index.html");
            pages.push((page.clone(), fs::read_to_string(out.join(page)).unwrap()));
        }
    }
    pages
}

fn a_shallow_clone_makes_the_same_site_and_says_what_it_lacks() {
    let dir = TempDir::new().unwrap();
    let (at, shallow) = (dir.path().join("whole"), dir.path().join("shallow"));
    fs::create_dir(&at).unwrap();
    start(&at);
    change(&at, "en-US", "pay", "choose Pay", "choose **Pay**");
    commit(&at, "2026-02-02");
    let url = format!("file://{}", at.display());
    site::git(dir.path(), None, &["clone", "-q", "--depth", "1", &url, "shallow"]);
    printed(&at, &["build"]);
    printed(&shallow, &["build"]);
    assert_eq!(pages(&at.join("public")), pages(&shallow.join("public")));
    assert_eq!(states(&shallow), ["pay: outdated de fr he ja"]);
    let said = faqtory(&shallow, &["status"]);
    assert!(text(&said.stderr).contains("git fetch --unshallow"), "{}", text(&said.stderr));
    assert_eq!(states(&at), ["pay: touched de fr he ja"]);
    assert!(!text(&faqtory(&at, &["status"]).stderr).contains("git fetch"));
    for command in [&["build", "--history"][..], &["status", "--todo", "de-DE"]] {
        let said = faqtory(&shallow, command);
        assert!(text(&said.stderr).contains("4 translations may be less outdated"), "{}", text(&said.stderr));
    }
    // Readers are warned of changes that concern them.
    let notice = |dir: &Path| pages(&dir.join("public"))[0].1.contains("class=\"notice outdated\"");
    assert!(notice(&at));
    printed(&at, &["build", "--history"]);
    assert!(!notice(&at));
    assert!(!at.join(".faqtory/tmp").exists());
}

fn a_draft_is_merged_from_files() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    for (name, text) in [
        ("old.md", "# A\n\nOne two three.\n\nFour.\n"),
        ("new.md", "# A\n\nOne two three.\n\nFour five.\n\nSix `seven` https://h.example/x\n"),
        ("own.md", "# Ā\n\nViens divi trīs.\n\nČetri.\n"),
    ] {
        fs::write(at.join(name), text).unwrap();
    }
    let draft = printed(at, &["merge", "old.md", "new.md", "own.md"]);
    assert_eq!(
        draft,
        "# Ā\n\nViens divi trīs.\n\n<!-- faqtory: changed -->\nFour five.\n<!-- faqtory: end -->\n\n\
         <!-- faqtory: new -->\nSix `seven` https://h.example/x\n<!-- faqtory: end -->\n"
    );
    insta::assert_snapshot!(printed(at, &["merge", "old.md", "new.md", "own.md", "--format", "json"]), @r##"{"blocks":[{"state":"reused","source":"# A","previous":"# Ā","translation":"# Ā","words":1},{"state":"reused","source":"One two three.","previous":"Viens divi trīs.","translation":"Viens divi trīs.","words":3},{"state":"changed","source":"Four five.","previous":"Četri.","translation":null,"words":2},{"state":"new","source":"Six `seven` https://h.example/x","previous":null,"translation":null,"words":1}],"words":7,"reused_words":4}"##);
    let missing = faqtory(at, &["merge", "old.md", "new.md", "none.md"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("cannot read none.md"), "{}", text(&missing.stderr));
}

fn human_text_that_a_machine_replaced_is_found() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    start(at);
    put(
        at,
        "fr-FR",
        "bill",
        "---\ntitle: Facture\ntranslation_type: HT\n---\n\n# Facture\n\nChaque facture a un numéro et une date.\n",
    );
    printed(at, &["stamp", "--article", "bill", "--locale", "fr-FR"]);
    commit(at, "2026-02-02");
    let found = || {
        let checked = faqtory(at, &["check", "--format", "json"]);
        let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
        let all = checked["diagnostics"].as_array().unwrap().clone();
        all.into_iter().filter(|one| one["code"] == "human-translation-replaced").collect::<Vec<_>>()
    };
    fs::write(at.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n[status]\nhistory = true\n")
        .unwrap();
    assert!(found().is_empty());
    change(
        at,
        "fr-FR",
        "bill",
        "Chaque facture a un numéro et une date.",
        "Toute facture possède numéro et date.",
    );
    change(at, "fr-FR", "bill", ": HT", ": MT");
    commit(at, "2026-03-03");
    let one = found();
    assert_eq!(one.len(), 1, "{one:?}");
    assert_eq!(
        (one[0]["path"].as_str(), one[0]["message"].as_str()),
        (
            Some("content/fr-FR/bill.md"),
            Some(
                "a machine replaced the translation of a person; 1 block of it was reworded although its source had not changed"
            )
        )
    );
    let status = printed(at, &["status"]);
    assert!(status.contains("Human text replaced by a machine's: 1 translation\n"), "{status}");

    // A machine that follows the machine, from a newer source, hides nothing; nor is it what a change elsewhere brings.
    change(at, "en-US", "bill", "number and a date", "number and a day");
    commit(at, "2026-04-04");
    change(at, "fr-FR", "bill", "numéro et date", "numéro et jour");
    printed(at, &["stamp", "--article", "bill", "--locale", "fr-FR"]);
    commit(at, "2026-05-05");
    assert_eq!(found().len(), 1);
    change(at, "en-US", "pay", "Cash", "Coins");
    commit(at, "2026-06-06");
    let since = printed(at, &["check", "--since", "HEAD~1", "--format", "json"]);
    assert!(!since.contains("human-translation-replaced"), "{since}");
}

fn shares_are_required_and_owners_named() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    start(at);
    change(at, "en-US", "bill", "a number and a date", "a number");
    let configuration = "[site]\nsource_locale = \"en-US\"\n[status]\nrequire = { fr-FR = 60 }\n[locales.fr-FR]\nowner = \"Ann\"\ndue = \"2026-12-24\"\n";
    fs::write(at.join("faqtory.toml"), configuration).unwrap();
    let gate = |arguments: &[&str]| {
        let output = faqtory(at, arguments);
        (output.status.code(), text(&output.stderr))
    };
    assert_eq!(
        gate(&["status"]),
        (Some(1), "fr-FR: 50 % is current or touched, 60 % is required\n".to_owned())
    );
    assert_eq!(gate(&["status", "--fail-under", "50"]).0, Some(1));
    assert_eq!(gate(&["status", "--fail-under", "51"]).1.lines().count(), 4);
    fs::write(at.join("faqtory.toml"), configuration.replace("60", "50")).unwrap();
    assert_eq!(gate(&["status", "--fail-under", "50"]).0, Some(0));
    fs::write(at.join("faqtory.toml"), configuration.replace("60", "101")).unwrap();
    assert_eq!(gate(&["status"]).0, Some(2));
    // A share of a locale that is not there is one that nothing could fail.
    fs::write(at.join("faqtory.toml"), configuration.replace("{ fr-FR", "{ lv-LV = 60, fr-FR")).unwrap();
    let output = faqtory(at, &["status"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    assert!(text(&output.stderr).contains("faqtory.toml: status.require"), "{}", text(&output.stderr));
    fs::write(at.join("faqtory.toml"), configuration.replace("{ fr-FR", "{ fr")).unwrap();
    assert_eq!(gate(&["status"]).0, Some(1));
    fs::write(at.join("faqtory.toml"), configuration).unwrap();
    let todo = printed(at, &["status", "--todo", "fr-FR,de-DE"]);
    assert!(
        todo.contains("owner: Ann\ndue: 2026-12-24\n") && todo.contains("1 article to translate into de-DE"),
        "{todo}"
    );
    let todo: Value = serde_json::from_str(&printed(
        at,
        &["status", "--todo", "fr-FR", "--todo", "de-DE", "--format", "json"],
    ))
    .unwrap();
    assert_eq!(
        (&todo["locales"][0]["owner"], &todo["locales"][1]["locale"]),
        (&"Ann".into(), &"de-DE".into())
    );
}

fn a_cache_is_not_written_through_a_link() {
    let dir = TempDir::new().unwrap();
    let at = &dir.path().join("project");
    fs::create_dir(at).unwrap();
    start(at);
    change(at, "en-US", "pay", "1/1/2026", "2/2/2026");
    commit(at, "2026-02-02");
    fs::create_dir_all(at.join(".faqtory/cache")).unwrap();
    let precious = dir.path().join("notes.txt");
    fs::write(&precious, "precious").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&precious, at.join(".faqtory/cache/history")).unwrap();
    assert_eq!(states(at), ["pay: touched de fr he ja"]);
    assert_eq!(fs::read_to_string(&precious).unwrap(), "precious");
}

fn a_draft_is_not_merged_again() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    for (name, text) in [
        ("old.md", "Never press it.\n\nOne.\n"),
        ("new.md", "Never press it.\n\nTwo.\n"),
        ("draft.md", "<!-- faqtory: changed -->\nNever press it.\n<!-- faqtory: end -->\n\nUn.\n"),
    ] {
        fs::write(at.join(name), text).unwrap();
    }
    let refused = faqtory(at, &["merge", "old.md", "new.md", "draft.md"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        text(&refused.stderr).contains("draft.md:1: this draft is not translated yet"),
        "{}",
        text(&refused.stderr)
    );
}
