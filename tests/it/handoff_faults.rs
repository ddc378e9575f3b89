//! Packages that come back damaged, late, half or from somebody who means no good.

use std::fs;

use serde_json::Value;

use crate::handoff::{change, hand_off, handoff_name, project, put, read, states};
use crate::harness::{Need, Test, need, tests};
use crate::site::{faqtory, printed, text};
use crate::translator::{fill, fill_file};

pub(crate) const TESTS: &[Test] = tests![
    a_locale_is_written_whole_or_not_at_all,
    what_is_wrong_is_listed_for_translators,
    parity_is_compared_with_the_version_that_was_handed_off,
    a_draft_is_not_its_own_judge,
    what_somebody_changed_meanwhile_is_not_lost,
    a_run_that_was_killed_is_ended_by_the_next,
    nothing_is_written_outside_of_the_project,
    files_that_are_none_are_named,
    a_package_alone_does_not_say_where_articles_of_others_stand,
];

fn a_locale_is_written_whole_or_not_at_all() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE,he-IL"]);
    fill(&package);
    change(
        at,
        ".faqtory/p/de-DE/content/de-DE/pay.md.xlf",
        "<target>Cärd nümber</target>",
        "<target></target>",
    );
    let before = read(at, "content/de-DE/bill.md");
    let back = faqtory(at, &["handback", ".faqtory/p"]);
    let said = text(&back.stdout);
    assert_eq!(back.status.code(), Some(1), "{said}");
    assert!(said.ends_with("2 translations written, 1 held back, 1 file refused\n"), "{said}");
    assert!(
        said.contains("refused: this unit is not translated\n") && said.contains("“Card number”"),
        "{said}"
    );
    assert_eq!(read(at, "content/de-DE/bill.md"), before);
    assert!(!at.join("content/de-DE/pay.md").exists() && at.join("content/he-IL/pay.md").exists());
    assert_eq!(states(at), ["bill de: outdated since 2026-03-01", "pay de: missing since 2026-03-01"]);
    // What is right.
    let back = faqtory(at, &["handback", "--partial", ".faqtory/p"]);
    assert!(
        text(&back.stdout).ends_with("1 translation written, 2 already there, 1 file refused\n"),
        "{}",
        text(&back.stdout)
    );
    assert_eq!(states(at), ["pay de: missing since 2026-03-01"]);
    // And the rest, when it is.
    fill_file(&at.join(".faqtory/p/de-DE/content/de-DE/pay.md.xlf"));
    change(
        at,
        ".faqtory/p/de-DE/content/de-DE/pay.md.xlf",
        "<target></target>",
        "<target>Kärtennümmer</target>",
    );
    printed(at, &["handback", ".faqtory/p"]);
    assert_eq!(states(at), Vec::<String>::new());
}

fn what_is_wrong_is_listed_for_translators() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--article", "pay"]);
    fill(&package);
    let file = ".faqtory/p/de-DE/content/de-DE/pay.md.xlf";
    let whole = read(at, file);
    let start = whole
        .find("<target>Open the <pc id=\"1\"")
        .or_else(|| whole.find("<target>Öpen thë"))
        .or_else(|| whole.find("<target>Open"));
    let start = start.unwrap_or_else(|| panic!("{whole}"));
    let end = start + whole[start..].find("</target>").unwrap();
    put(at, file, &format!("{}<target>Rechnung öffnen{}", &whole[..start], &whole[end..]));
    let back = faqtory(at, &["handback", "--format", "json", file]);
    let report: Value = serde_json::from_slice(&back.stdout).unwrap();
    let refusal = &report["refusals"][0];
    assert_eq!(refusal["message"], "the code `[…](bill.md)` of the source is missing", "{report}");
    assert_eq!(refusal["text"], "Rechnung öffnen");
    let line = usize::try_from(refusal["line"].as_u64().unwrap()).unwrap();
    assert!(
        read(at, file).lines().nth(line - 1).unwrap().contains(refusal["unit"].as_str().unwrap()),
        "{report}"
    );
    assert_eq!(report["summary"]["refused"], 1);
    let back = text(&faqtory(at, &["handback", "--format", "markdown", file]).stdout);
    assert!(
        back.contains("- [ ] Line ") && back.contains("`[…](bill.md)`") && back.contains("`Rechnung öffnen`"),
        "{back}"
    );

    for (from, to, message) in [
        (
            "<source>Pay a bill</source>",
            "<source>Pay the bill</source>",
            "its source is not what was handed off",
        ),
        ("<unit id=\"title\">", "<unit id=\"other\">", "the source has no such unit"),
        ("</xliff>", "", "refused: "),
        (
            &*format!("name={}", handoff_name(at)),
            "name=2026-01-01-9",
            "no hand-off `2026-01-01-9` is in progress",
        ),
    ] {
        put(at, file, &whole.replace(from, to));
        let back = faqtory(at, &["handback", file]);
        assert_eq!(back.status.code(), Some(1));
        assert!(text(&back.stdout).contains(message), "{message}: {}", text(&back.stdout));
    }
    assert!(!at.join("content/de-DE/pay.md").exists());
}

fn parity_is_compared_with_the_version_that_was_handed_off() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--format", "md"]);
    fill(&package);
    // Today's source has another address, and the translator has the one that was handed off.
    change(at, "content/en-US/bill.md", "https://example.com/help", "https://example.com/support");
    let pay = ".faqtory/p/de-DE/content/de-DE/pay.md";
    change(at, pay, "](bill.md)", "](https://example.org/)");
    let back = faqtory(at, &["handback", ".faqtory/p"]);
    let said = text(&back.stdout);
    assert!(
        said.contains("refused[links-differ]: ")
            && said.ends_with("0 translations written, 1 held back, 1 file refused\n"),
        "{said}"
    );
    let line = read(at, pay).lines().position(|line| line.contains("example.org")).unwrap() + 1;
    assert!(said.contains(&format!("pay.md:{line}: refused")), "{said}");
    change(at, pay, "](https://example.org/)", "](bill.md)");
    let whole = read(at, pay);
    put(at, pay, &format!("<!-- faqtory: changed -->\n{whole}"));
    let said = text(&faqtory(at, &["handback", pay]).stdout);
    assert!(said.contains("pay.md:1: refused: this is not translated yet"), "{said}");
    put(at, pay, &whole);
    printed(at, &["handback", ".faqtory/p"]);
    assert_eq!(states(at)[0], "bill de: touched", "only an address has changed since");
}

/// What a draft in Markdown brings beside words is refused, at its line, and nothing is written.
fn a_draft_is_not_its_own_judge() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "he-IL", "--article", "bill", "--format", "md"]);
    fill(&package);
    let file = ".faqtory/p/he-IL/content/he-IL/bill.md";
    let (whole, before) = (read(at, file), read(at, "content/he-IL/bill.md"));
    let allow = "<!-- faqtory-allow-file: links-differ -->\n\n";
    for (other, wanted) in [
        (whole.replace("\n# ", &format!("\n{allow}# ")), "a comment with `faqtory-allow` was added"),
        (
            whole.replacen("title:", "# faqtory-allow: x\ntitle:", 1),
            "a comment with `faqtory-allow` was added",
        ),
        (whole.replacen("title:", "draft: true\ntitle:", 1), "the key `draft` of the front matter was added"),
        (
            whole.replacen("title:", "aliases: [/x/]\ntitle:", 1),
            "the key `aliases` of the front matter was added",
        ),
        (whole.replacen("title:", "titel:", 1), "the key `titel` of the front matter was added"),
        (whole.replacen("title:", "title: \"", 1), "the front matter cannot be read any more"),
        (whole.replace("\n# ", "\n\0# "), "the character U+0000 is no text"),
    ] {
        assert_ne!(other, whole, "{wanted}");
        put(at, file, &other);
        let back = faqtory(at, &["handback", file]);
        let said = text(&back.stdout);
        assert!(back.status.code() == Some(1) && said.contains(wanted), "{wanted}: {said}");
        assert_eq!(read(at, "content/he-IL/bill.md"), before);
    }
    put(at, file, &whole);
    assert!(printed(at, &["handback", file]).ends_with("1 translation written\n"));
}

fn what_somebody_changed_meanwhile_is_not_lost() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE"]);
    fill(&package);
    let before = read(at, "content/de-DE/bill.md");
    change(at, "content/de-DE/bill.md", "Jede Rechnung", "Eine jede Rechnung");
    let back = faqtory(at, &["handback", ".faqtory/p"]);
    let said = text(&back.stdout);
    assert!(
        said.contains("content/de-DE/bill.md was changed after it was handed off, and that would be lost"),
        "{said}"
    );
    assert!(read(at, "content/de-DE/bill.md").contains("Eine jede Rechnung"));
    // Other line ends are no change.
    put(at, "content/de-DE/bill.md", &before.replace('\n', "\r\n"));
    printed(at, &["handback", ".faqtory/p"]);
    assert_eq!(states(at), ["bill he: outdated", "pay he: missing"]);
}

fn a_run_that_was_killed_is_ended_by_the_next() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE,he-IL"]);
    let handoffs = at.join(".faqtory/handoffs");
    let kept: Vec<(String, Vec<u8>)> = crate::site::files(&handoffs)
        .into_iter()
        .map(|file| (file.clone(), fs::read(handoffs.join(&file)).unwrap()))
        .collect();
    fill(&package);
    printed(at, &["handback", ".faqtory/p"]);
    let paths =
        ["de-DE/bill", "de-DE/pay", "he-IL/bill", "he-IL/pay"].map(|path| format!("content/{path}.md"));
    let wanted = paths.each_ref().map(|path| read(at, path));
    // Killed after each step: some translations are written, nothing or a part of what is remembered is gone.
    for written in 0..=4 {
        for forgotten in [0, 1, kept.len()] {
            fs::remove_dir_all(at.join("content/de-DE")).unwrap();
            fs::remove_dir_all(at.join("content/he-IL")).unwrap();
            crate::site::git(at, None, &["checkout", "-q", "--", "content"]);
            kept.iter().for_each(|(file, bytes)| {
                fs::create_dir_all(handoffs.join(file).parent().unwrap()).unwrap();
                fs::write(handoffs.join(file), bytes).unwrap();
            });
            paths.iter().zip(&wanted).take(written).for_each(|(path, text)| put(at, path, text));
            if written == 4 {
                kept.iter()
                    .take(forgotten)
                    .for_each(|(file, _)| fs::remove_file(handoffs.join(file)).unwrap());
            }
            printed(at, &["handback", ".faqtory/p"]);
            assert_eq!(paths.each_ref().map(|path| read(at, path)), wanted, "{written} {forgotten}");
            assert_eq!(states(at), Vec::<String>::new());
        }
    }
}

fn nothing_is_written_outside_of_the_project() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--article", "pay"]);
    fill(&package);
    let remembered = &*format!(".faqtory/handoffs/{}.json", handoff_name(at));
    let sound = read(at, remembered);
    for path in
        ["../outside.md", "/tmp/outside.md", ".github/x.md", "faqtory.toml", "content/de-DE/../../x.md"]
    {
        put(at, remembered, &sound.replace("content/de-DE/pay.md", path));
        let refused = faqtory(at, &["handback", ".faqtory/p"]);
        assert_eq!(refused.status.code(), Some(2), "{path}");
        assert!(
            text(&refused.stderr).contains("is no path of an article below the project"),
            "{}",
            text(&refused.stderr)
        );
    }
    put(at, remembered, &sound.replace("\"source_hash\": \"", "\"source_hash\": \"../"));
    assert_eq!(faqtory(at, &["handback", ".faqtory/p"]).status.code(), Some(2));
    // What git leaves of a merge.
    put(at, remembered, &format!("<<<<<<< HEAD\n{sound}"));
    let refused = text(&faqtory(at, &["handback", ".faqtory/p"]).stderr);
    assert!(refused.contains(remembered) && refused.contains("help: "), "{refused}");
    // The file says another place: the remembered one counts.
    put(at, remembered, &sound);
    change(
        at,
        ".faqtory/p/de-DE/content/de-DE/pay.md.xlf",
        "<note category=\"target\">content/de-DE/pay.md<",
        "<note category=\"target\">../../x.md<",
    );
    printed(at, &["handback", ".faqtory/p"]);
    assert!(at.join("content/de-DE/pay.md").is_file());
    #[cfg(unix)]
    linked();
}

/// A link that somebody contributed.
#[cfg(unix)]
fn linked() {
    let dir = project();
    let at = dir.path();
    let outside = tempfile::TempDir::new().unwrap();
    fs::create_dir_all(at.join(".faqtory")).unwrap();
    std::os::unix::fs::symlink(outside.path(), at.join(".faqtory/handoffs")).unwrap();
    let refused = faqtory(at, &["handoff", "--locale", "de-DE", "--out", "handoff-p"]);
    assert_eq!(refused.status.code(), Some(2), "{}", text(&refused.stdout));
    assert!(text(&refused.stderr).contains("is a symbolic link"), "{}", text(&refused.stderr));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

fn files_that_are_none_are_named() {
    need(Need::Program("git"));
    let dir = project();
    let at = dir.path();
    for (name, bytes, message) in [
        ("a.xlf", &b"<html/>"[..], "a.xlf:1: refused: "),
        ("a.po", b"", "a.po:1: refused: "),
        ("a.md", b"# Text\n", "a.md:1: refused: the comment that says what this file is"),
        ("b.md", b"# \xff\n", "b.md:1: refused: the file is not UTF-8"),
        ("b.xlf", b"\0\0\0", "b.xlf:1: refused: "),
    ] {
        fs::write(at.join(name), bytes).unwrap();
        let back = faqtory(at, &["handback", name]);
        assert_eq!(back.status.code(), Some(1), "{name}: {}", text(&back.stderr));
        assert!(text(&back.stdout).contains(message), "{name}: {}", text(&back.stdout));
    }
    assert_eq!(faqtory(at, &["handback", "none.xlf"]).status.code(), Some(2));
    let none = faqtory(at, &["handback", ".", "content/en-US"]);
    assert_eq!(none.status.code(), Some(1), "{}", text(&none.stderr));
}

fn a_package_alone_does_not_say_where_articles_of_others_stand() {
    let dir = project();
    let at = dir.path();
    let package = hand_off(at, ".faqtory/p", &["--locale", "de-DE", "--article", "pay"]);
    fill(&package);
    fs::remove_dir_all(at.join(".faqtory/handoffs")).unwrap();
    let list = read(at, ".faqtory/p/handoff.json");
    for path in ["content/en-US/new.md", "content/he-IL/pay.md", "README.md"] {
        put(at, ".faqtory/p/handoff.json", &list.replace("content/de-DE/pay.md\"", &format!("{path}\"")));
        let back = faqtory(at, &["handback", ".faqtory/p"]);
        let wanted = format!("refused: {path} is no place for an article in de-DE");
        assert!(text(&back.stdout).contains(&wanted), "{}", text(&back.stdout));
        assert!(back.status.code() == Some(1) && !at.join(path).exists(), "{path}");
    }
    put(at, ".faqtory/p/handoff.json", &list);
    printed(at, &["handback", ".faqtory/p"]);
}
