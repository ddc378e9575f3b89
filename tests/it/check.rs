//! `faqtory check` as a user runs it: configuration, comments, baseline, formats and exit codes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::harness::{Test, tests};
use crate::site;
use serde_json::Value;
use tempfile::TempDir;

pub(crate) const TESTS: &[Test] = tests![
    levels_decide_the_exit_code,
    a_code_that_does_not_exist_is_refused_at_its_place,
    a_baseline_lets_only_new_findings_through,
    a_baseline_without_configuration_says_what_to_configure,
    comments_silence_and_do_not_show,
    the_projects_messages_are_checked,
    statistics_are_no_report,
    hosts_get_paths_from_where_the_command_runs,
    files_and_folders_limit_what_is_shown,
    files_are_named_from_where_the_command_runs,
    what_is_no_part_of_the_project_is_named,
    a_folder_among_the_articles_is_part_of_its_project,
    fixes_stay_in_the_files_named,
    the_worst_comes_last_and_states_are_counted,
    quiet_and_colour_are_options_of_every_command,
];

const ARTICLE: &str = "---\ntitle: A\n---\n# A\n\n[one](gone.md)\n\n[two](B.md)\n";

fn project(configuration: &str, files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let all = [("faqtory.toml", configuration), ("content/en-US/b.md", "---\ntitle: B\n---\n# B\n")];
    for (path, text) in all.iter().chain(files) {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    dir
}

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.env_remove("GITHUB_WORKSPACE").env_remove("NO_COLOR");
    command.current_dir(dir).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Exit code and `severity code` of every finding.
fn found(dir: &Path) -> (i32, Vec<String>) {
    let output = faqtory(dir, &["check", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let line = |found: &Value| format!("{} {}", found["severity"], found["code"]).replace('"', "");
    let found = report["diagnostics"].as_array().unwrap().iter().map(line).collect();
    (output.status.code().unwrap(), found)
}

fn levels_decide_the_exit_code() {
    let files = [("content/en-US/a.md", ARTICLE), ("content/en-US/old/a.md", ARTICLE)];
    let dir = project("", &files);
    let (code, all) = found(dir.path());
    assert_eq!((code, all.iter().filter(|line| *line == "error file-not-found").count()), (1, 3));

    let levels = "[checks.levels]\nfile-not-found = \"warning\"\ncase-mismatch = \"error\"\n\
        [[checks.paths]]\npaths = [\"content/*/old/\"]\nlevels = { file-not-found = \"off\" }\n";
    let dir = project(levels, &files);
    assert_eq!(
        found(dir.path()),
        (1, vec!["warning file-not-found".to_owned(), "error case-mismatch".to_owned()])
    );
    let built = faqtory(dir.path(), &["build", "--format", "json"]);
    let summary: Value = serde_json::from_slice(&built.stdout).unwrap();
    assert_eq!((summary["diagnostics"]["errors"].as_u64(), built.status.code()), (Some(1), Some(1)));

    let dir = project("[checks.levels]\nfile-not-found = \"warning\"\n", &files);
    assert_eq!(found(dir.path()).0, 0);
}

fn a_code_that_does_not_exist_is_refused_at_its_place() {
    let dir = project("[checks.levels]\nfile-not-fund = \"off\"\n", &[]);
    let output = faqtory(dir.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    let message = text(&output.stderr);
    assert!(
        message.contains("line 2, column 1") && message.contains("did you mean `file-not-found`?"),
        "{message}"
    );
}

fn a_baseline_lets_only_new_findings_through() {
    let configuration = "[checks]\nbaseline = \"known.txt\"\n";
    let dir = project(configuration, &[("content/en-US/a.md", ARTICLE)]);
    let output = faqtory(dir.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--write-baseline"));

    let output = faqtory(dir.path(), &["check", "--write-baseline"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let written = fs::read_to_string(dir.path().join("known.txt")).unwrap();
    assert!(
        written.lines().any(|line| line.starts_with("content/en-US/a.md\tfile-not-found\t")),
        "{written}"
    );
    assert_eq!(found(dir.path()), (0, vec![]));

    fs::write(
        dir.path().join("content/en-US/a.md"),
        ARTICLE.replace("[two](B.md)", "new\n\n[three](lost.md)"),
    )
    .unwrap();
    let output = faqtory(dir.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("`lost.md`") && !text(&output.stdout).contains("`gone.md`"));
    let said = text(&output.stderr);
    assert!(said.contains("1 in the baseline") && said.contains("no longer occur"), "{said}");

    faqtory(dir.path(), &["check", "--write-baseline"]);
    assert_eq!(found(dir.path()), (0, vec![]));
    assert_ne!(fs::read_to_string(dir.path().join("known.txt")).unwrap(), written);
}

fn a_baseline_without_configuration_says_what_to_configure() {
    let dir = project("", &[("content/en-US/a.md", ARTICLE)]);
    let output = faqtory(dir.path(), &["check", "--write-baseline"]);
    assert!(text(&output.stderr).contains("baseline = \"faqtory-baseline.txt\""));
    assert!(dir.path().join("faqtory-baseline.txt").is_file());
}

fn comments_silence_and_do_not_show() {
    let article = "---\ntitle: A\n---\n# A\n\n<!-- faqtory-allow: file-not-found -- soon -->\n[one](gone.md)\n\n\
        x <!-- faqtory-allow: case-mismatch --> y\n";
    let dir = project("", &[("content/en-US/a.md", article)]);
    assert_eq!(found(dir.path()), (0, vec!["warning unused-allow".to_owned()]));
    assert!(text(&faqtory(dir.path(), &["check"]).stderr).contains("1 suppressed by comments"));
    faqtory(dir.path(), &["build"]);
    let page = fs::read_to_string(dir.path().join("public/en-us/a/index.html")).unwrap();
    assert!(page.contains("one") && !page.contains("faqtory-allow") && !page.contains("soon"), "{page}");
}

fn the_projects_messages_are_checked() {
    let files = [
        ("content/lv-LV/b.md", "---\ntitle: B\n---\n# B\n"),
        ("locales/en-US/own.ftl", "ask-us = Ask us\n"),
        ("locales/lv-LV/own.ftl", "site-titel = x\nhome = { $x\n"),
    ];
    let dir = project("", &files);
    let output = faqtory(dir.path(), &["check"]);
    let shown = text(&output.stdout);
    for code in ["message-missing", "unknown-message", "message-syntax-error"] {
        assert!(shown.contains(&format!("[{code}]")), "{shown}");
    }
    assert!(shown.contains("1 | site-titel = x"), "{shown}");
}

fn statistics_are_no_report() {
    let dir = project("", &[("content/en-US/a.md", ARTICLE)]);
    let output = faqtory(dir.path(), &["check", "--statistics"]);
    assert!(text(&output.stdout).contains("error    file-not-found"), "{}", text(&output.stdout));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(faqtory(dir.path(), &["check", "--statistics", "--format", "sarif"]).status.code(), Some(2));
}

fn hosts_get_paths_from_where_the_command_runs() {
    let dir = project("", &[("content/en-US/a.md", ARTICLE)]);
    let (above, name) = (dir.path().parent().unwrap(), dir.path().file_name().unwrap().to_str().unwrap());
    let output = faqtory(above, &["check", name, "--format", "github"]);
    let expected = format!("::error file={name}/content/en-US/a.md,line=6,");
    assert!(text(&output.stdout).contains(&expected), "{}", text(&output.stdout));
    let output = faqtory(above, &["check", name, "--format", "markdown"]);
    let expected = format!("\n#### `{name}/content/en-US/a.md`\n\n- **error** 6:");
    assert!(text(&output.stdout).contains(&expected), "{}", text(&output.stdout));
    let output = faqtory(above, &["check", name, "--format", "sarif"]);
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    let uris = log.to_string();
    assert!(uris.contains(&format!("\"uri\":\"{}/content/en-US/a.md\"", name)), "{uris}");
    assert!(
        text(&faqtory(dir.path(), &["check", "--format", "junit"]).stdout)
            .contains("<testsuite name=\"content/en-US/a.md\"")
    );
}

/// Paths and codes of the findings, the exit code, and what was noted.
fn found_in(dir: &Path, paths: &[&str]) -> (i32, Vec<String>, String) {
    let output = faqtory(dir, &[&["check", "--format", "json"], paths].concat());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let line = |found: &Value| format!("{} {}", found["path"], found["code"]).replace('"', "");
    let found = report["diagnostics"].as_array().into_iter().flatten().map(line);
    let found = found.filter(|line| !line.contains("translation-")).collect();
    (output.status.code().unwrap(), found, text(&output.stderr))
}

/// An article with an include of its own, a sound one, and a translation.
fn parts() -> TempDir {
    project(
        "[site]\nsource_locale = \"en-US\"\n",
        &[
            (
                "content/en-US/a.md",
                "---\ntitle: A\n---\n# A\n\n[one](gone.md)\n\n[!INCLUDE [x](includes/x.md)]\n",
            ),
            ("content/en-US/includes/x.md", "[two](lost.md)\n"),
            ("content/de-DE/deep/c.md", "---\ntitle: C\n---\n# C\n\n[drei](weg.md) [B](../B.md)\n"),
            ("README.md", "[four](nowhere.md)\n"),
        ],
    )
}

fn files_and_folders_limit_what_is_shown() {
    let dir = parts();
    let a = "content/en-US/a.md file-not-found";
    let x = "content/en-US/includes/x.md file-not-found";
    let of = |paths: &[&str]| {
        let (code, found, _) = found_in(dir.path(), paths);
        let errors = found.into_iter().filter(|line| line.ends_with("file-not-found")).collect::<Vec<_>>();
        (code, errors)
    };
    assert_eq!(of(&["content/en-US/a.md"]), (1, vec![a.to_owned()]));
    assert_eq!(of(&["content/en-US/includes/x.md"]), (1, vec![x.to_owned()]));
    assert_eq!(of(&["content/en-US/b.md"]), (0, vec![]));
    assert_eq!(of(&["content/en-US"]), (1, vec![a.to_owned(), x.to_owned()]));
    assert_eq!(of(&["content/en-US/b.md", "./content/en-US/../en-US/a.md"]), (1, vec![a.to_owned()]));
    assert_eq!(of(&[&dir.path().join("content/en-US/a.md").display().to_string()]).1.len(), 1);
    // A folder of the project stays a part of it: its links lead to the rest.
    assert_eq!(of(&["content/de-DE"]).1, ["content/de-DE/deep/c.md file-not-found"]);
    let (_, all, _) = found_in(dir.path(), &[]);
    assert_eq!(all.iter().filter(|line| line.ends_with("file-not-found")).count(), 3, "{all:?}");
    let human = faqtory(dir.path(), &["check", "content/en-US/b.md"]);
    assert!(text(&human.stderr).contains("\n1 article: 0 errors, 0 warnings"), "{}", text(&human.stderr));
}

fn files_are_named_from_where_the_command_runs() {
    let dir = parts();
    let below = dir.path().join("content/en-US");
    assert_eq!(found_in(&below, &["a.md"]).1, ["content/en-US/a.md file-not-found"]);
    let (_, found, _) = found_in(&below, &["../de-DE/deep"]);
    assert!(found.contains(&"content/de-DE/deep/c.md file-not-found".to_owned()), "{found:?}");
}

fn what_is_no_part_of_the_project_is_named() {
    let dir = parts();
    let output = faqtory(dir.path(), &["check", "README.md", "content/en-US/b.md"]);
    let said = text(&output.stderr);
    assert!(said.contains("README.md is not part of the site, so it is not checked"), "{said}");
    assert_eq!(output.status.code(), Some(0));
    // Such a file is read, and belongs to no locale.
    fs::write(dir.path().join("content/a.md"), "# X\n").unwrap();
    let output = faqtory(dir.path(), &["check", "content/a.md"]);
    let said = text(&output.stderr);
    assert!(said.contains("content/a.md is not part of the site"), "{said}");
    for (paths, says) in [
        (&["nope.md"][..], "nope.md does not exist"),
        (&["nowhere/"], "nowhere/ does not exist"),
        (&["content/en-US/b.md", "nope.md"], "nope.md does not exist"),
        (&["--write-baseline", "content/en-US/b.md"], "cannot be used with files"),
    ] {
        let output = faqtory(dir.path(), &[&["check"], paths].concat());
        let said = text(&output.stderr);
        assert!(said.starts_with("error: ") && said.contains(says) && said.contains("\nhelp: "), "{said}");
        assert_eq!(output.status.code(), Some(2));
    }
    let other = parts();
    let there = other.path().join("content/en-US/a.md").display().to_string();
    let (code, _, said) = found_in(dir.path(), &["content/en-US/a.md", &there]);
    assert!(code == 2 && said.contains("is in another project"), "{said}");
    // Alone, it is checked in its own project.
    assert_eq!(found_in(dir.path(), &[&there]).1, ["content/en-US/a.md file-not-found"]);
}

fn a_folder_among_the_articles_is_part_of_its_project() {
    let dir = parts();
    let here = dir.path().join("content/en-US");
    // Without a configuration, where a project ends is only known of its repository.
    fs::remove_file(dir.path().join("faqtory.toml")).unwrap();
    site::git(dir.path(), None, &["init", "-q"]);
    let whole = found_in(dir.path(), &["content/en-US"]);
    assert!(!whole.1.is_empty());
    assert_eq!(found_in(&here, &[]).1, whole.1);
    assert_eq!(found_in(&here, &["a.md"]).1, found_in(dir.path(), &["content/en-US/a.md"]).1);
    // A repository below a folder of that name is a project of its own.
    site::git(&here, None, &["init", "-q"]);
    assert_ne!(found_in(&here, &[]).1, whole.1);
}

fn fixes_stay_in_the_files_named() {
    let wrong = "---\ntitle: A\n---\n# A\n\n[two](B.md)\n";
    let dir = project("", &[("content/en-US/a.md", wrong), ("content/en-US/c.md", wrong)]);
    let output = faqtory(dir.path(), &["check", "--fix", "content/en-US/c.md"]);
    let read = |path: &str| fs::read_to_string(dir.path().join(path)).unwrap();
    assert!(read("content/en-US/c.md").contains("(b.md)"), "{}", text(&output.stderr));
    assert_eq!(read("content/en-US/a.md"), wrong);
}

fn the_worst_comes_last_and_states_are_counted() {
    let dir = parts();
    let output = faqtory(dir.path(), &["check"]);
    let (said, notes) = (text(&output.stdout), text(&output.stderr));
    let (start, rest) = said.split_once("\n\n").unwrap();
    assert!(start.starts_with("translations (`faqtory status` shows more):\n  de-DE: "), "{said}");
    assert!(start.contains("\n  en-US: 2 not translated into every locale"), "{said}");
    let severities = ["suggestion[", "warning[", "error["];
    let places: Vec<usize> =
        rest.lines().filter_map(|line| severities.iter().position(|name| line.contains(name))).collect();
    assert!(places.is_sorted() && places.last() == Some(&2), "{said}");
    assert!(notes.contains("such as `faqtory explain file-not-found`"), "{notes}");
    // Of a file that is named, all is shown.
    let output = faqtory(dir.path(), &["check", "content/en-US/b.md"]);
    let said = text(&output.stdout);
    assert!(said.starts_with("content/en-US/b.md: suggestion[translation-missing]: "), "{said}");
}

fn quiet_and_colour_are_options_of_every_command() {
    let dir = parts();
    let loud = faqtory(dir.path(), &["check"]);
    let quiet = faqtory(dir.path(), &["check", "--quiet"]);
    assert_eq!((quiet.status.code(), text(&quiet.stdout)), (Some(1), text(&loud.stdout)));
    assert_eq!(text(&quiet.stderr), "");
    let refused = faqtory(dir.path(), &["--quiet", "check", "nope.md"]);
    assert!(text(&refused.stderr).starts_with("error: nope.md does not exist"));
    assert!(!text(&loud.stdout).contains('\u{1b}'));
    for command in [&["check"][..], &["status"]] {
        let coloured = faqtory(dir.path(), &[command, &["--color", "always"]].concat());
        assert!(text(&coloured.stdout).contains('\u{1b}'), "{command:?}");
    }
}
