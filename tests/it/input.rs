//! What is read of a repository, as git and its generator have it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    folders_that_git_ignores_are_not_read,
    a_folder_that_git_ignores_itself_is_read,
    pictures_in_a_dot_folder_are_shown_unless_git_ignores_them,
    what_leaves_no_article_is_named,
    a_static_folder_is_no_output,
];

fn project(files: &[(&str, &str)]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (path, text) in files {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    dir
}

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.current_dir(dir).args(arguments).output().unwrap()
}

/// The path and code of each finding about something that is not there.
#[track_caller]
fn found(dir: &Path) -> Vec<String> {
    let output = faqtory(dir, &["check", "--format", "json"]);
    assert!(output.status.code() < Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let found = found.map(|found| format!("{} {}", text(&found["path"]), text(&found["code"])));
    found.filter(|found| found.ends_with("-not-found")).collect()
}

const BROKEN: &str = "# A\n\n[x](missing.md)\n";

fn folders_that_git_ignores_are_not_read() {
    let dir = project(&[
        (".gitignore", "build/\nkept/\n"),
        ("en/a.md", "# A\n\nText.\n"),
        ("en/build/b.md", BROKEN),
        ("en/kept/c.md", BROKEN),
    ]);
    let dir = dir.path();
    assert_eq!(found(dir).len(), 2, "without git all is read");
    site::git(dir, None, &["init", "-q"]);
    assert_eq!(found(dir), Vec::<String>::new());
    // What is tracked counts, whatever git would ignore.
    site::git(dir, None, &["add", "-f", "en/kept/c.md"]);
    assert_eq!(found(dir), ["en/kept/c.md file-not-found"]);
}

fn a_folder_that_git_ignores_itself_is_read() {
    let dir = project(&[(".gitignore", "site/\n"), ("site/en/a.md", BROKEN)]);
    site::git(dir.path(), None, &["init", "-q"]);
    assert_eq!(found(&dir.path().join("site")), ["en/a.md file-not-found"]);
    assert_eq!(found(&dir.path().join("site/en")), ["a.md file-not-found"]);
}

fn pictures_in_a_dot_folder_are_shown_unless_git_ignores_them() {
    const PIXEL: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let dir = project(&[
        (".gitignore", "secret.svg\n"),
        ("en/a.md", "# A\n\n![One](../.attachments/one.svg)\n\n![Two](../.attachments/secret.svg)\n"),
        (".attachments/one.svg", PIXEL),
        (".attachments/secret.svg", PIXEL),
    ]);
    site::git(dir.path(), None, &["init", "-q"]);
    assert_eq!(found(dir.path()), ["en/a.md image-not-found"]);
}

fn what_leaves_no_article_is_named() {
    let error = |files: &[(&str, &str)]| {
        let dir = project(files);
        if files.iter().any(|(path, _)| *path == ".gitignore") {
            site::git(dir.path(), None, &["init", "-q"]);
        }
        let output = faqtory(dir.path(), &["check"]);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    let article = ("content/en/a.md", "# A\n");
    let excluded = error(&[("faqtory.toml", "[content]\nexclude = [\"**/*.md\"]\n"), article]);
    assert!(excluded.contains("content.exclude leaves it out (1)"), "{excluded}");
    let ignored = error(&[(".gitignore", "en\n"), ("en/a.md", "# A\n")]);
    assert!(ignored.contains("git ignores") && ignored.contains("such as en\n"), "{ignored}");
    let pattern = error(&[("faqtory.toml", "[locales]\npattern = \"i18n/{locale}\"\n"), article]);
    assert!(pattern.contains("locales.pattern is `i18n/{locale}`"), "{pattern}");
}

fn a_static_folder_is_no_output() {
    let dir = project(&[
        ("astro.config.mjs", "export default {}\n"),
        ("src/content/docs/a.md", "# A\n\nText.\n"),
        ("public/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ]);
    let output = faqtory(dir.path(), &["build", "--verify"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_dir(dir.path().join("public")).unwrap().count(), 1);
    let output = faqtory(dir.path(), &["files"]);
    let listed = String::from_utf8(output.stdout).unwrap();
    assert!(
        listed.lines().any(|line| line.contains("public/x.svg") && line.contains("static file")),
        "{listed}"
    );
}
