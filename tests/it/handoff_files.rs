//! Includes, tables of contents and messages go out with the articles and come back.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::handoff::{change, hand_off, project, put, read, states};
use crate::harness::{Test, tests};
use crate::site::{self, commit, faqtory, printed, text};
use crate::translator::{fill, fill_file};

pub(crate) const TESTS: &[Test] = tests![
    all_that_is_translated_goes_out_and_comes_back,
    an_include_goes_with_its_article,
    a_year_of_names_and_messages,
    what_cannot_be_taken_back_is_named,
    a_corrected_file_is_taken_unless_somebody_changed_the_translation,
    the_package_alone_does_in_another_clone,
    what_is_missing_in_a_package_is_named,
    a_locale_without_a_file_gets_all,
    structure_of_a_draft_is_compared,
    sources_say_the_commits_that_they_are_from,
];

const TOC: &str = "- name: Billing # all of it\n  items:\n  - name: 'Pay: how'\n    href: pay.md\n  - {name: \"Bill\", href: bill.md}\n";
const FTL: &str = "## Words\n\ngreeting = Hello, { $name }!\nbills = { $count ->\n    [one] One bill\n   *[other] { $count } bills\n}\n";

/// The usual project with an include, a table of contents and messages that nobody has translated.
fn whole() -> TempDir {
    let dir = project();
    let at = dir.path();
    put(at, "content/en-US/toc.yml", TOC);
    put(at, "content/en-US/includes/note.md", "Ask a person for help.\n");
    put(at, "locales/en-US/own.ftl", FTL);
    change(at, "content/en-US/bill.md", "\nAsk [us]", "\n[!INCLUDE [note](includes/note.md)]\n\nAsk [us]");
    for locale in ["de-DE", "he-IL"] {
        let bill = format!("content/{locale}/bill.md");
        let before = if locale == "de-DE" { "\nFragen" } else { "\nשאלו" };
        change(at, &bill, before, &format!("\n[!INCLUDE [note](includes/note.md)]\n{before}"));
    }
    commit(at, "2026-01-07");
    dir
}

/// The kinds and IDs of what is due in a locale.
fn kinds(at: &Path, locale: &str) -> Vec<String> {
    let status: Value = serde_json::from_str(&printed(at, &["status", "--format", "json"])).unwrap();
    let all = status["articles"].as_array().unwrap().iter().filter(|one| one["locale"] == locale);
    let line = |one: &Value| {
        let since = one["in_progress_since"].as_str().map(|_| ", in progress").unwrap_or_default();
        format!(
            "{} {}: {}{since}",
            one["kind"].as_str().unwrap(),
            one["id"].as_str().unwrap(),
            one["state"].as_str().unwrap()
        )
    };
    all.map(line).collect()
}

fn all_that_is_translated_goes_out_and_comes_back() {
    for format in ["xliff", "xliff12", "po", "md"] {
        let dir = whole();
        let at = dir.path();
        let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--format", format]);
        assert_eq!(
            kinds(at, "de-DE"),
            [
                "article bill: outdated, in progress",
                "article pay: missing, in progress",
                "include includes/note.md: missing, in progress",
                "names toc.yml: missing, in progress",
                "messages locales/own.ftl: missing, in progress",
            ],
            "{format}"
        );
        let again = printed(at, &["handoff", "--locale", "de-DE", "--out", ".faqtory/q"]);
        assert!(
            again.contains("includes/note.md (de-DE): in progress since")
                && again.ends_with("nothing to hand off\n"),
            "{again}"
        );
        let todo = printed(at, &["status", "--todo", "de-DE"]);
        assert!(todo.contains("5 in progress"), "{todo}");
        let manifest: Value = serde_json::from_str(&read(&package, "handoff.json")).unwrap();
        let kinds_of: Vec<&str> =
            manifest.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds_of.iter().filter(|kind| **kind == "article").count(), 2, "{manifest}");
        let untouched = printed(at, &["handback", ".faqtory/p"]);
        assert!(
            untouched.ends_with("0 translations written, 5 not translated yet\n"),
            "{format}: {untouched}"
        );

        fill(&package);
        let said = printed(at, &["handback", ".faqtory/p"]);
        assert!(said.ends_with("5 translations written\n"), "{format}: {said}");
        assert_eq!(kinds(at, "de-DE"), Vec::<String>::new(), "{format}");
        let toc = read(at, "content/de-DE/toc.yml");
        assert_eq!(
            toc,
            "- name: Bßllßng # all of it\n  items:\n  - name: 'Päy: höw'\n    href: pay.md\n  - {name: \"Bßll\", href: bill.md}\n",
            "{format}"
        );
        let messages = read(at, "locales/de-DE/own.ftl");
        assert!(
            messages.starts_with("## Words\n\ngreeting = Hellö, { $name }!\nbills = { $count ->\n"),
            "{messages}"
        );
        assert!(
            messages.contains("[one] One bßll\n") && messages.contains("*[other] { $count } bßlls\n"),
            "{messages}"
        );
        assert_eq!(read(at, "content/de-DE/includes/note.md").matches("päß").count(), 0);
        let hashes: Value = serde_json::from_str(&read(at, ".faqtory/made-from.json")).unwrap();
        assert_eq!(hashes["content/de-DE/toc.yml"], faqtory::source_hash(TOC));
        assert_eq!(hashes["locales/de-DE/own.ftl"], faqtory::source_hash(FTL));
        let again = printed(at, &["handback", ".faqtory/p"]);
        assert!(again.ends_with("0 translations written, 5 already there\n"), "{again}");
    }
}

fn an_include_goes_with_its_article() {
    let dir = whole();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--article", "bill"]);
    let files = site::files(&package.join("de-DE"));
    assert_eq!(files, ["content/de-DE/bill.md.xlf", "content/de-DE/includes/note.md.xlf"]);
    fill(&package);
    printed(at, &["handback", ".faqtory/p"]);
    // Its own text is current: what it includes is all that is to be translated.
    change(at, "content/en-US/includes/note.md", "a person", "somebody");
    commit(at, "2026-02-02");
    let said = printed(at, &["handoff", "--locale", "de-DE", "--article", "bill", "--out", ".faqtory/q"]);
    assert!(said.contains("de-DE: 1 file, "), "{said}");
    assert_eq!(site::files(&at.join(".faqtory/q/de-DE")), ["content/de-DE/includes/note.md.xlf"]);
    // And by its own path.
    printed(at, &["handoff", "--cancel", "--article", "content/en-US/includes/note.md"]);
    let said = printed(
        at,
        &[
            "handoff",
            "--locale",
            "de-DE",
            "--article",
            "content/en-US/includes/note.md",
            "--out",
            ".faqtory/r",
        ],
    );
    assert!(said.contains("de-DE: 1 file, "), "{said}");
}

fn a_year_of_names_and_messages() {
    let dir = whole();
    let at = dir.path();
    let first = hand_off(at, ".faqtory/first", &["--locale", "de-DE,he-IL"]);
    commit(at, "2026-01-10");
    // The source changes while translators have it.
    change(at, "content/en-US/toc.yml", "'Pay: how'", "How to pay");
    put(at, "locales/en-US/own.ftl", &format!("{FTL}farewell = Goodbye\n"));
    commit(at, "2026-02-01");
    fill(&first);
    assert!(printed(at, &["handback", ".faqtory/first"]).ends_with("10 translations written\n"));
    commit(at, "2026-02-02");
    for locale in ["de-DE", "he-IL"] {
        assert_eq!(kinds(at, locale), ["names toc.yml: outdated", "messages locales/own.ftl: outdated"]);
    }
    // What holds is filled in, and what has changed is all that is to be translated.
    let second = hand_off(at, ".faqtory/second", &["--locale", "de-DE", "--format", "po"]);
    let toc = read(&second, "de-DE/content/de-DE/toc.yml.po");
    assert!(
        toc.contains("msgid \"Bill\"\nmsgstr \"Bßll\"\n") && toc.contains("#| msgid \"Pay: how\"\n"),
        "{toc}"
    );
    assert!(read(&second, "de-DE/locales/de-DE/own.ftl.po").contains("msgid \"Goodbye\"\nmsgstr \"\"\n"));
    fill(&second);
    // A kill after the files were written and before anything is remembered: the same command ends in the same state.
    let handoffs = at.join(".faqtory/handoffs");
    let kept: Vec<(String, Vec<u8>)> = site::files(&handoffs)
        .into_iter()
        .map(|file| (file.clone(), fs::read(handoffs.join(&file)).unwrap()))
        .collect();
    let made_from = read(at, ".faqtory/made-from.json");
    printed(at, &["handback", ".faqtory/second"]);
    let messages = read(at, "locales/de-DE/own.ftl");
    for (file, bytes) in &kept {
        fs::create_dir_all(handoffs.join(file).parent().unwrap()).unwrap();
        fs::write(handoffs.join(file), bytes).unwrap();
    }
    put(at, ".faqtory/made-from.json", &made_from);
    fs::remove_file(at.join(".faqtory/handed-back.json")).unwrap();
    assert!(
        printed(at, &["handback", ".faqtory/second"]).ends_with("0 translations written, 2 already there\n")
    );
    assert_eq!(read(at, "locales/de-DE/own.ftl"), messages);
    assert!(
        messages.contains("greeting = Hellö, { $name }!\n") && messages.ends_with("farewell = Göödbye\n"),
        "{messages}"
    );
    assert_eq!(kinds(at, "de-DE"), Vec::<String>::new());
    assert!(!at.join(".faqtory/handoffs").exists());
}

fn what_cannot_be_taken_back_is_named() {
    let dir = whole();
    let at = dir.path();
    put(at, "content/en-US/toc.yml", "- name: &pay Pay\n  href: pay.md\n");
    put(at, "locales/en-US/own.ftl", "greeting = Hello { $name\n");
    put(at, "content/en-US/pay.md", "---\ntitle: Pay\ntitle: Pay now\n---\n\n# Pay\n\nText here.\n");
    let refused = faqtory(at, &["handoff", "--locale", "de-DE", "--out", ".faqtory/p"]);
    let said = text(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(
        said.contains(
            "toc.yml (de-DE): not handed off: content/en-US/toc.yml: line 1: an anchor or an alias of YAML"
        ),
        "{said}"
    );
    assert!(
        said.contains("pay (de-DE): not handed off: content/en-US/pay.md:3: the key `title` appears twice"),
        "{said}"
    );
    assert!(text(&refused.stdout).contains("de-DE: 2 files, "), "{}", text(&refused.stdout));

    // A variable that is lost, and a text that nobody sees.
    put(at, "locales/en-US/own.ftl", FTL);
    let package = hand_off(at, ".faqtory/q", &["--locale", "he-IL", "--article", "locales/en-US/own.ftl"]);
    fill(&package);
    let file = ".faqtory/q/he-IL/locales/he-IL/own.ftl.xlf";
    let whole = read(at, file);
    let start = whole.find("<target>").unwrap();
    let end = start + whole[start..].find("</target>").unwrap();
    for (target, message) in [
        ("שלום", "the code `{ $name }` of the source is missing"),
        ("\u{200b}", "there is nothing to read in this unit"),
        ("ש\u{202e}לום", "the character U+202E is no text"),
    ] {
        put(at, file, &format!("{}<target>{target}{}", &whole[..start], &whole[end..]));
        let back = faqtory(at, &["handback", file]);
        assert!(
            text(&back.stdout).contains(message) && back.status.code() == Some(1),
            "{}",
            text(&back.stdout)
        );
        assert!(!at.join("locales/he-IL").exists());
    }
    put(at, file, &whole);
    printed(at, &["handback", file]);
}

fn a_corrected_file_is_taken_unless_somebody_changed_the_translation() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE"]);
    fill(&package);
    printed(at, &["handback", ".faqtory/p"]);
    let file = ".faqtory/p/de-DE/content/de-DE/pay.md.xlf";
    change(at, file, "<target>Cärd nümber</target>", "<target>Kartennummer</target>");
    let said = printed(at, &["handback", ".faqtory/p"]);
    assert!(said.ends_with("1 translation written, 1 already there\n"), "{said}");
    assert!(read(at, "content/de-DE/pay.md").contains("- Kartennummer\n"));
    assert!(printed(at, &["handback", file]).ends_with("0 translations written, 1 already there\n"));
    change(at, "content/de-DE/pay.md", "- Kartennummer\n", "- Nummer der Karte\n");
    change(at, file, "<target>Kartennummer</target>", "<target>Nummer</target>");
    let back = faqtory(at, &["handback", file]);
    let said = text(&back.stdout);
    assert!(
        said.contains("content/de-DE/pay.md was changed after it came back, and that would be lost"),
        "{said}"
    );
    assert!(
        back.status.code() == Some(1) && read(at, "content/de-DE/pay.md").contains("- Nummer der Karte\n")
    );
    // Without its package nobody knows what it is to be compared with.
    put(at, "pay.xlf", &read(at, file));
    let said = text(&faqtory(at, &["handback", "pay.xlf"]).stdout);
    assert!(
        said.contains("content/de-DE/pay.md came back already, and this file says something else"),
        "{said}"
    );
}

fn the_package_alone_does_in_another_clone() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE"]);
    fs::remove_dir_all(at.join(".faqtory/handoffs")).unwrap();
    fill(&package);
    put(at, "pay.xlf", &read(at, ".faqtory/p/de-DE/content/de-DE/pay.md.xlf"));
    let said = text(&faqtory(at, &["handback", "pay.xlf"]).stdout);
    assert!(said.contains("hand back the whole folder of the package"), "{said}");
    assert!(printed(at, &["handback", ".faqtory/p"]).ends_with("2 translations written\n"));
    assert_eq!(states(at), ["bill he: outdated", "pay he: missing"]);
    // Two clones that know nothing of one another give no name twice.
    let name = |out: &str| {
        let said = printed(at, &["handoff", "--locale", "he-IL", "--out", out]);
        fs::remove_dir_all(at.join(".faqtory/handoffs")).unwrap();
        said.lines()
            .find_map(|line| line.strip_prefix("Hand-off ")?.split(' ').next().map(str::to_owned))
            .unwrap()
    };
    let first = name(".faqtory/one");
    change(at, "content/en-US/pay.md", "Cash only", "Cash or cheque");
    let second = name(".faqtory/two");
    assert!(first != second && first.starts_with("2026-03-01-1-") && second.starts_with("2026-03-01-1-"));
}

fn what_is_missing_in_a_package_is_named() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE"]);
    fill(&package);
    let folder = package.join("de-DE/content/de-DE");
    fs::rename(folder.join("pay.md.xlf"), at.join("pay.old")).unwrap();
    let said = printed(at, &["handback", ".faqtory/p"]);
    assert!(
        said.contains("de-DE/content/de-DE/pay.md.xlf: missing: the package lists it\n")
            && said.ends_with("1 translation written, 1 missing\n"),
        "{said}"
    );
    // Under another name it is what it says that it is.
    fs::rename(at.join("pay.old"), folder.join("zahlen.xlf")).unwrap();
    assert!(printed(at, &["handback", ".faqtory/p"]).ends_with("1 translation written, 1 already there\n"));
    #[cfg(unix)]
    {
        fs::rename(folder.join("zahlen.xlf"), at.join("pay.old")).unwrap();
        std::os::unix::fs::symlink(at.join("pay.old"), folder.join("pay.md.xlf")).unwrap();
        let said = text(&faqtory(at, &["handback", ".faqtory/p"]).stdout);
        assert!(said.contains("pay.md.xlf: refused: it is a symbolic link, which is not followed"), "{said}");
    }
}

fn a_locale_without_a_file_gets_all() {
    let dir = whole();
    let at = dir.path();
    let refused = |tag: &str| {
        let refused = faqtory(at, &["handoff", "--locale", tag, "--out", ".faqtory/r"]);
        assert!(refused.status.code() == Some(2) && !at.join(".faqtory").exists(), "{tag}");
        text(&refused.stderr)
    };
    for (tag, near) in [("lv-LV", ""), ("he-IM", "did you mean he-IL? "), ("da-DE", "did you mean de-DE? ")] {
        let said = refused(tag);
        let help = format!("help: {near}to begin a new locale, add `--new`");
        assert!(said.contains(&help), "{said}");
    }
    let said = printed(at, &["handoff", "--locale", "lv-LV", "--new", "--out", ".faqtory/p"]);
    assert!(said.contains("lv-LV: 5 files, "), "{said}");
    let again = printed(at, &["handoff", "--locale", "lv-LV", "--out", ".faqtory/q"]);
    assert!(again.contains("pay (lv-LV): in progress since 2026-03-01"), "{again}");
    fill_file(&at.join(".faqtory/p/lv-LV/content/lv-LV/pay.md.xlf"));
    fill(&at.join(".faqtory/p"));
    let said = printed(at, &["handback", ".faqtory/p"]);
    assert!(said.ends_with("5 translations written\n"), "{said}");
    assert_eq!(kinds(at, "lv-LV"), Vec::<String>::new());
    assert!(read(at, "content/lv-LV/pay.md").contains("locale: lv-lv\n"));
    // One that the configuration prepares, or that has messages, is meant.
    put(at, "locales/et-EE/own.ftl", "greeting = Tere, { $name }!\n");
    change(at, "faqtory.toml", "[site]", "[locales.sl-SI]\npublish = false\n\n[site]");
    for (number, tag) in ["sl-SI", "et-EE"].into_iter().enumerate() {
        printed(at, &["handoff", "--locale", tag, "--out", &format!(".faqtory/{number}")]);
    }
}

fn structure_of_a_draft_is_compared() {
    let dir = whole();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--article", "bill", "--format", "md"]);
    fill(&package);
    let file = ".faqtory/p/de-DE/content/de-DE/bill.md";
    let whole = read(at, file);
    let include = whole.lines().find(|line| line.starts_with("[!INCLUDE")).unwrap();
    let include = format!("{include}\n\n");
    put(at, file, &whole.replace(&include, ""));
    let back = faqtory(at, &["handback", file]);
    let said = text(&back.stdout);
    assert!(
        back.status.code() == Some(1)
            && said.contains("refused: `[!INCLUDE […](includes/note.md)]` of the source is missing here"),
        "{said}"
    );
    put(at, file, &whole.replace(&include, &format!("{include}> [!NOTE]\n> Noch etwas.\n\n")));
    let said = text(&faqtory(at, &["handback", file]).stdout);
    assert!(said.contains("`> [!NOTE]` was added, or is not as it was handed off"), "{said}");
    put(at, file, &whole);
    printed(at, &["handback", file]);
}

fn sources_say_the_commits_that_they_are_from() {
    let dir = whole();
    let at = dir.path();
    put(at, "content/en-US/toc.yml", &TOC.replace('\n', "\r\n"));
    change(at, "content/en-US/pay.md", "Cash only", "Cash");
    commit(at, "2026-01-08");
    change(at, "content/en-US/includes/note.md", "person", "colleague");
    hand_off(at, ".faqtory/p", &["--locale", "de-DE"]);
    let handoff: Value = serde_json::from_str(&read(at, ".faqtory/p/handoff.json")).unwrap();
    let said = |source: &str| {
        let mut files = handoff.as_array().unwrap().iter();
        files.find(|file| file["source"] == source).unwrap()["source_commit"].as_str().map(str::to_owned)
    };
    let last = |path: &str| {
        let log = ["log", "-1", "--format=%H", "--", path];
        let log = Command::new("git").current_dir(at).args(log).output().unwrap();
        Some(text(&log.stdout).trim().to_owned())
    };
    for source in
        ["content/en-US/bill.md", "content/en-US/pay.md", "content/en-US/toc.yml", "locales/en-US/own.ftl"]
    {
        assert_eq!(said(source), last(source), "{source}");
    }
    assert_ne!(last("content/en-US/bill.md"), last("content/en-US/pay.md"));
    assert_eq!(said("content/en-US/includes/note.md"), None);
}
