//! `faqtory check --since` as a user runs it, on repositories of git that are made here.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    nothing_changed_brings_nothing,
    findings_in_changed_files_are_reported_old_ones_too,
    a_change_is_to_blame_for_what_it_breaks_elsewhere,
    the_folder_may_lie_deep_and_have_any_name,
    the_earlier_configuration_counts,
    fixes_are_those_of_the_change,
    a_source_that_changed_in_no_word_outdates_nothing,
    what_git_cannot_tell_is_said,
    a_repository_cannot_run_programs,
];

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.current_dir(dir).arg("check").args(arguments).output().unwrap()
}

/// Path and code of what is reported, in order.
#[track_caller]
fn printed(dir: &Path, arguments: &[&str]) -> Vec<String> {
    let output = faqtory(dir, &[arguments, &["--format", "json"]].concat());
    assert!(output.status.code() < Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let found = report["diagnostics"].as_array().unwrap().iter();
    found.map(|found| format!("{} {}", text(&found["path"]), text(&found["code"]))).collect()
}

#[track_caller]
fn refusal(dir: &Path, arguments: &[&str]) -> String {
    let output = faqtory(dir, arguments);
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

fn put(dir: &Path, path: &str, text: &str) {
    let file = dir.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn commit(dir: &Path) {
    site::git(dir, None, &["add", "-A"]);
    site::git(dir, None, &["commit", "-qm", "Articles"]);
}

/// Articles that link to each other, with an old flaw in each of two, on the branch `main`; then the branch `topic`.
fn repository() -> TempDir {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    site::git(at, None, &["init", "-q", "-b", "main"]);
    for (path, body) in [
        ("a", "[b](b.md#part) [old](gone.md)"),
        ("b", "## Part\n\nText.\n\n[old](gone.md)"),
        ("c", "[a](a.md) ![p](p.png)"),
        ("d", "[!INCLUDE [x](includes/x.md)]"),
        ("e", "Text, [moved](moved.md)"),
    ] {
        put(
            at,
            &format!("content/en-US/{path}.md"),
            &format!("---\ntitle: {path}\n---\n\n# {path}\n\n{body}\n"),
        );
    }
    put(at, "content/en-US/includes/x.md", "Text.\n");
    put(at, "content/en-US/p.png", "");
    put(at, "content/en-US/new-home.md", "---\ntitle: N\nredirect_from: moved\n---\n\n# N\n");
    commit(at);
    site::git(at, None, &["checkout", "-qb", "topic"]);
    dir
}

fn edit(dir: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(dir.join(path)).unwrap();
    assert!(text.contains(from));
    fs::write(dir.join(path), text.replace(from, to)).unwrap();
}

const OLD: [&str; 2] = ["content/en-US/a.md file-not-found", "content/en-US/b.md file-not-found"];

fn nothing_changed_brings_nothing() {
    let dir = repository();
    let all: Vec<String> = printed(dir.path(), &[]);
    assert!(OLD.iter().all(|old| all.iter().any(|found| found == old)), "{all:?}");
    for revision in ["main", "HEAD"] {
        assert!(printed(dir.path(), &["--since", revision]).is_empty());
    }
    // Written again with the same bytes: git has to look twice.
    let path = dir.path().join("content/en-US/a.md");
    let text = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, &text).unwrap();
    assert!(printed(dir.path(), &["--since", "main"]).is_empty());
    fs::write(&path, String::from_utf8(text).unwrap().replace('\n', "\r\n")).unwrap();
    assert!(printed(dir.path(), &["--since", "main"]).is_empty(), "line ends are git's business");
}

fn findings_in_changed_files_are_reported_old_ones_too() {
    let dir = repository();
    let at = dir.path();
    edit(at, "content/en-US/a.md", "# a", "# A");
    assert_eq!(printed(at, &["--since", "main"]), ["content/en-US/a.md file-not-found"], "not committed");
    commit(at);
    assert_eq!(printed(at, &["--since", "main"]), ["content/en-US/a.md file-not-found"], "committed");
    assert!(printed(at, &["--since", "HEAD"]).is_empty());
    // What others do on the other branch is no change of this one.
    site::git(at, None, &["checkout", "-q", "main"]);
    edit(at, "content/en-US/b.md", "Text", "Other text");
    commit(at);
    site::git(at, None, &["checkout", "-q", "topic"]);
    assert_eq!(printed(at, &["--since", "main"]), ["content/en-US/a.md file-not-found"]);
    put(at, "content/en-US/untracked.md", "---\ntitle: U\n---\n\n# U\n\n[x](nowhere.md)\n");
    assert_eq!(
        printed(at, &["--since", "main"]),
        ["content/en-US/a.md file-not-found", "content/en-US/untracked.md file-not-found"]
    );
    let output = faqtory(at, &["--since", "main"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("\n2 in 2 changed files, 0 caused by the change elsewhere\n"), "{said}");
}

fn a_change_is_to_blame_for_what_it_breaks_elsewhere() {
    let since = |change: &dyn Fn(&Path)| {
        let dir = repository();
        change(dir.path());
        let reported_before = printed(dir.path(), &["--since", "main"]);
        commit(dir.path());
        assert_eq!(printed(dir.path(), &["--since", "main"]), reported_before, "committed or not");
        reported_before
    };
    // A heading removed; the file itself has an old flaw.
    let heading = since(&|at| edit(at, "content/en-US/b.md", "## Part\n\n", ""));
    assert_eq!(heading, ["content/en-US/a.md bookmark-not-found", "content/en-US/b.md file-not-found"]);
    let article = since(&|at| fs::remove_file(at.join("content/en-US/a.md")).unwrap());
    assert_eq!(article, ["content/en-US/c.md file-not-found"]);
    let image = since(&|at| fs::remove_file(at.join("content/en-US/p.png")).unwrap());
    assert_eq!(image, ["content/en-US/c.md image-not-found"]);
    let include = since(&|at| fs::remove_file(at.join("content/en-US/includes/x.md")).unwrap());
    assert_eq!(include, ["content/en-US/d.md include-not-found"]);
    let redirect = since(&|at| edit(at, "content/en-US/new-home.md", "redirect_from: moved\n", ""));
    assert_eq!(redirect, ["content/en-US/e.md file-not-found"]);
    // An old finding of a renamed file counts as its own.
    let renamed = since(&|at| {
        fs::rename(at.join("content/en-US/b.md"), at.join("content/en-US/b2.md")).unwrap();
    });
    assert_eq!(renamed, ["content/en-US/a.md file-not-found", "content/en-US/b2.md file-not-found"]);
    let in_include = since(&|at| put(at, "content/en-US/includes/x.md", "[x](nowhere.md)\n"));
    assert_eq!(in_include, ["content/en-US/includes/x.md file-not-found"]);
    // A change that fixes brings nothing.
    assert!(since(&|at| put(at, "content/en-US/gone.md", "---\ntitle: G\n---\n\n# G\n")).is_empty());
}

fn the_folder_may_lie_deep_and_have_any_name() {
    let dir = TempDir::new().unwrap();
    let at = dir.path().join("docs \u{5d0}");
    let article = |body: &str| format!("---\ntitle: T\n---\n\n# T\n\n{body}\n");
    put(&at, "content/en-US/\u{e9} x.md", &article("[o](gone.md)"));
    put(&at, "content/en-US/b.md", &article("[e](<\u{e9} x.md#t>)"));
    put(dir.path(), "other/content/en-US/b.md", &article("[o](gone.md)"));
    put(&at, "public/content/en-US/b.md", &article("[o](gone.md)"));
    site::git(dir.path(), None, &["init", "-q", "-b", "main"]);
    commit(dir.path());
    put(dir.path(), "other/content/en-US/b.md", &article("[p](gone.md)"));
    fs::remove_dir_all(at.join("public")).unwrap();
    assert!(printed(&at, &["--since", "main"]).is_empty());
    fs::remove_file(at.join("content/en-US/\u{e9} x.md")).unwrap();
    assert_eq!(printed(&at, &["--since", "HEAD"]), ["content/en-US/b.md file-not-found"]);
    let by_path = printed(dir.path(), &[at.to_str().unwrap(), "--since", "HEAD"]);
    assert_eq!(by_path, ["content/en-US/b.md file-not-found"]);
}

fn the_earlier_configuration_counts() {
    let dir = repository();
    let at = dir.path();
    put(at, "faqtory.toml", "[content]\nbase_path = \"help\"\n");
    put(at, "content/en-US/f.md", "---\ntitle: F\n---\n\n# F\n\n[a](/help/a)\n");
    commit(at);
    assert!(printed(at, &["--since", "HEAD"]).is_empty());
    put(at, "faqtory.toml", "[content]\nbase_path = \"aid\"\n");
    assert_eq!(printed(at, &["--since", "HEAD"]), ["content/en-US/f.md file-not-found"]);
    put(at, "faqtory.toml", "[content]\nbase_path = \"help\"\n[site]\ntitle = \"T\"\n");
    assert!(printed(at, &["--since", "HEAD"]).is_empty());
}

fn fixes_are_those_of_the_change() {
    let dir = repository();
    let at = dir.path();
    for name in ["a", "b"] {
        edit(at, &format!("content/en-US/{name}.md"), "title: ", "ms,.custom: 1\ntitle: ");
    }
    commit(at);
    edit(at, "content/en-US/b.md", "Text", "Other text");
    let output = faqtory(at, &["--since", "HEAD", "--fix"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.ends_with("fixed 1 problem in 1 file:\n  1  misspelt-key\n"), "{said}");
    assert!(fs::read_to_string(at.join("content/en-US/a.md")).unwrap().contains("ms,.custom"));
}

fn what_git_cannot_tell_is_said() {
    let dir = repository();
    let at = dir.path();
    let unknown = refusal(at, &["--since", "origin/main"]);
    assert!(
        unknown.contains("there is no commit `origin/main` here") && unknown.contains("fetch-depth: 0"),
        "{unknown}"
    );
    for odd in ["--output=x", "", "a..b", "HEAD:content"] {
        let said = refusal(at, &[&format!("--since={odd}")]);
        assert!(said.contains("there is no commit"), "{odd}: {said}");
    }
    site::git(at, None, &["checkout", "-q", "--orphan", "alone"]);
    edit(at, "content/en-US/a.md", "old", "older");
    commit(at);
    assert!(refusal(at, &["--since", "main"]).contains("no commit in common"));

    edit(at, "content/en-US/a.md", "# a", "# A");
    commit(at);
    let clones = TempDir::new().unwrap();
    let url = format!("file://{}", at.display());
    site::git(clones.path(), None, &["clone", "-q", "--depth", "1", &url, "shallow"]);
    let shallow = refusal(&clones.path().join("shallow"), &["--since", "HEAD~1"]);
    assert!(shallow.contains("shallow") && shallow.contains("fetch-depth: 0"), "{shallow}");

    let none = TempDir::new().unwrap();
    put(none.path(), "content/en-US/a.md", "---\ntitle: A\n---\n\n# A\n\n[x](gone.md)\n");
    assert!(refusal(none.path(), &["--since", "HEAD"]).contains("not in a git repository"));
    // Before the first commit everything is new: a hook must not stand in its way.
    site::git(none.path(), None, &["init", "-q"]);
    assert_eq!(printed(none.path(), &["--since", "HEAD"]), ["content/en-US/a.md file-not-found"]);
}

fn a_repository_cannot_run_programs() {
    let dir = repository();
    let at = dir.path();
    put(at, ".gitattributes", "*.md filter=evil diff=evil\n");
    commit(at);
    let (program, trace) = (at.join("evil.sh"), at.join("evil.txt"));
    put(at, "evil.sh", &format!("#!/bin/sh\necho run >> '{}'\ncat\n", trace.display()));
    let program = format!("sh '{}'", program.display());
    for key in [
        "filter.evil.clean",
        "filter.evil.smudge",
        "diff.evil.textconv",
        "diff.evil.command",
        "core.fsmonitor",
    ] {
        site::git(at, None, &["config", key, &program]);
    }
    let path = at.join("content/en-US/a.md");
    let text = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, text).unwrap();
    assert!(printed(at, &["--since", "main"]).is_empty());
    assert!(!trace.exists());
}

fn a_source_that_changed_in_no_word_outdates_nothing() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    put(at, "faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    for (tag, words) in
        [("en-US", "Keep the box."), ("fr-FR", "Gardez la boîte."), ("de-DE", "Karton aufheben.")]
    {
        for name in ["a", "b"] {
            put(
                at,
                &format!("content/{tag}/{name}.md"),
                &format!("---\ntitle: {name}\n---\n\n# {name}\n\n{words}\n"),
            );
        }
    }
    let stamp = Command::new(env!("CARGO_BIN_EXE_faqtory")).arg("stamp").current_dir(at).output().unwrap();
    assert!(stamp.status.success(), "{}", String::from_utf8_lossy(&stamp.stderr));
    site::git(at, None, &["init", "-q", "-b", "main"]);
    commit(at);
    put(at, "content/en-US/a.md", "---\ntitle: a\n---\n\n# a\n\nKeep  the box.\n");
    put(at, "content/en-US/b.md", "---\ntitle: b\n---\n\n# b\n\nKeep both boxes.\n");
    assert_eq!(
        printed(at, &["--since", "main"]),
        ["content/de-DE/b.md translation-outdated", "content/fr-FR/b.md translation-outdated"]
    );
    let comment = faqtory(at, &["--since", "main", "--format", "markdown"]);
    let comment = String::from_utf8(comment.stdout).unwrap();
    assert!(comment.contains("\n2 translations have a source that changes in no word: "), "{comment}");
}
