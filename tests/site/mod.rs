//! Sites for tests: what to build, and the built site. Used by the tests that look at whole sites.
#![allow(dead_code, reason = "each test uses its own part of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::harness::{Need, need};

/// A site built by the program into a folder of its own, removed at the end.
#[derive(Debug)]
pub(crate) struct Built {
    folder: TempDir,
    /// What `build --format json` printed.
    pub summary: serde_json::Value,
}

impl Built {
    pub(crate) fn dir(&self) -> PathBuf {
        self.folder.path().join("public")
    }
}

/// A project of these files: path and text.
pub(crate) fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Runs git in a folder, as nobody in particular and without the settings of this computer. Without a day it is today.
///
/// # Panics
/// Git refuses.
#[track_caller]
pub(crate) fn git(dir: &Path, day: Option<&str>, arguments: &[&str]) {
    need(Need::Program("git"));
    let mut git = Command::new("git");
    git.current_dir(dir).args(["-c", "user.name=A", "-c", "user.email=a@example.com"]).args(arguments);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    if let Some(day) = day {
        let noon = format!("{day}T12:00:00Z");
        git.env("GIT_AUTHOR_DATE", &noon).env("GIT_COMMITTER_DATE", &noon);
    }
    let output = git.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Puts everything into git.
///
/// # Panics
/// Git refuses.
#[track_caller]
pub(crate) fn commit(dir: &Path, day: &str) {
    git(dir, Some(day), &["add", "-A"]);
    git(dir, Some(day), &["commit", "-qm", "Articles"]);
}

/// Runs the program in a folder, on 2026-03-01.
///
/// # Panics
/// It cannot be started.
pub(crate) fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.current_dir(dir).args(arguments).env("SOURCE_DATE_EPOCH", "1772323200").output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What the program prints in a folder.
///
/// # Panics
/// It does not go well.
#[track_caller]
pub(crate) fn printed(dir: &Path, arguments: &[&str]) -> String {
    let output = faqtory(dir, arguments);
    let code = output.status.code();
    assert_eq!(code, Some(0), "{arguments:?}: {}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

/// The repository's own sample: the repository itself, whose articles are in `content/`.
pub(crate) fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of `tests/pages`: a small help with every kind of page.
///
/// # Panics
/// If it cannot be copied.
pub(crate) fn pages() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"), folder.path());
    folder
}

/// Copies a folder, its files' bytes alone: where the original is read-only, its copy can be written all the same.
///
/// # Panics
/// If it cannot be copied.
pub(crate) fn copy(from: &Path, to: &Path) {
    for name in files(from) {
        let file = to.join(&name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, fs::read(from.join(&name)).unwrap()).unwrap();
    }
}

/// Builds `input`.
///
/// # Panics
/// If the build could not run.
pub(crate) fn build(input: &Path, arguments: &[&str]) -> Built {
    let folder = TempDir::new().unwrap();
    let summary = build_into(input, &folder.path().join("public"), arguments);
    Built { folder, summary }
}

/// Builds `input` into `out` and returns what it printed.
///
/// # Panics
/// As [`build`].
pub(crate) fn build_into(input: &Path, out: &Path, arguments: &[&str]) -> serde_json::Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.arg("build").arg(input).arg("--out").arg(out).args(["--format", "json"]).args(arguments);
    let output = command.output().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{command:?}: {}\n{printed}", output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The files that one file of tests holds, each after a line `==== ` with its path: path and text.
pub(crate) fn parts(file: &Path) -> Vec<(String, String)> {
    let text = format!("\n{}", fs::read_to_string(file).unwrap());
    let part = |part: &str| {
        let (path, text) = part.split_once('\n').unwrap_or((part, ""));
        (path.to_owned(), format!("{}\n", text.trim_end()))
    };
    text.split("\n==== ").skip(1).map(part).collect()
}

/// Writes them.
pub(crate) fn write_parts(file: &Path, folder: &Path) {
    for (path, text) in parts(file) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Every file below a folder, relative and with `/`, sorted; none if the folder is not there.
pub(crate) fn files(dir: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(dir).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |entry: walkdir::DirEntry| {
        entry.path().strip_prefix(dir).unwrap().to_str().unwrap().replace('\\', "/")
    };
    let mut files: Vec<_> = files.map(name).collect();
    files.sort();
    files
}

/// What is wrong with a finished site, as `path code: message`.
///
/// # Panics
/// If it cannot be read.
pub(crate) fn findings(dir: &Path, base_url: Option<&str>) -> Vec<String> {
    let request = faqtory::verify::Request { dir, base_url, coverage: faqtory::verify::Coverage::Whole };
    let found = faqtory::verify::site(&request, &|| ()).unwrap().findings;
    let line =
        |found: faqtory::diagnostic::Diagnostic| format!("{} {}: {}", found.path, found.code, found.message);
    found.into_iter().map(|found| line(found.diagnostic)).collect()
}
