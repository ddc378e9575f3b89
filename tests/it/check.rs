//! `faqtory check` as a user runs it: configuration, comments, baseline, formats and exit codes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::harness::{Test, tests};
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
    let output = faqtory(above, &["check", name, "--format", "sarif"]);
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    let uris = log.to_string();
    assert!(uris.contains(&format!("\"uri\":\"{}/content/en-US/a.md\"", name)), "{uris}");
    assert!(
        text(&faqtory(dir.path(), &["check", "--format", "junit"]).stdout)
            .contains("<testsuite name=\"content/en-US/a.md\"")
    );
}
