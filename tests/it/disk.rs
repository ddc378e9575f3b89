//! The disk at its worst: full, with links to secrets, with files that nobody may read; and a build that is killed. No damaged
//! page, no secret in one, and a next build that repairs the rest.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use faqtory::output::{Output, SiteParts, Summary};
use tempfile::TempDir;

use crate::harness::{Need, Test, need, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    a_full_disk_damages_nothing,
    a_kill_damages_nothing,
    a_full_disk_damages_no_article,
    output_that_cannot_be_printed_is_reported,
    two_builds_at_once_are_one,
    articles_that_change_while_they_are_read_stop_nothing,
    #[cfg(unix)]
    no_link_publishes_a_secret,
    #[cfg(unix)]
    a_missing_right_is_named,
    #[cfg(unix)]
    what_cannot_be_read_is_reported_and_the_rest_is_built,
    #[cfg(unix)]
    a_pipe_for_a_configuration_is_refused,
];

/// A file system of 256 KiB.
struct TinyDisk(TempDir);

impl TinyDisk {
    fn new() -> Self {
        need(Need::Mount);
        let folder = TempDir::new().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(folder.path());
        assert!(mount.status().unwrap().success());
        Self(folder)
    }

    fn dir(&self) -> PathBuf {
        self.0.path().join("public")
    }
}

impl Drop for TinyDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

/// Builds a site of so many pages of 10 kB.
fn build(dir: &Path, pages: usize) -> anyhow::Result<Summary> {
    let paths: Vec<String> = (0..pages).map(|number| format!("he-il/{number}/index.html")).collect();
    let mut output = Output::open(dir, SiteParts::whole(["he-il".to_owned()])?, &[])?;
    output.plan(paths.iter().cloned())?;
    for path in &paths {
        output.put(path, &[b'x'; 10_000])?;
    }
    output.finish()
}

fn a_full_disk_damages_nothing() {
    let disk = TinyDisk::new();
    let dir = disk.dir();
    let no_room = || {
        let printed = format!("{:#}", build(&dir, 100).unwrap_err());
        assert!(
            printed.starts_with("cannot write he-il/") && printed.contains("No space left on device"),
            "{printed}"
        );
    };
    no_room();
    assert_eq!(site::files(&dir), [".faqtory/he-il.txt", ".faqtory/root.txt"], "a site that is not whole");
    build(&dir, 1).unwrap();
    no_room();
    let pages = site::files(&dir).into_iter().filter(|name| name.ends_with(".html")).collect::<Vec<_>>();
    assert!(pages.len() > 5, "{pages:?}");
    assert!(
        pages.iter().all(|name| fs::read(dir.join(name)).unwrap() == [b'x'; 10_000]),
        "every page is whole"
    );

    let summary = build(&dir, 3).unwrap();
    assert_eq!(summary, Summary { files: 5, unchanged: 4, removed: pages.len() as u64 - 3 });
    let left = [
        ".faqtory/he-il.txt",
        ".faqtory/root.txt",
        "he-il/0/index.html",
        "he-il/1/index.html",
        "he-il/2/index.html",
    ];
    assert_eq!(site::files(&dir), left);
}

fn a_kill_damages_nothing() {
    let input = shared("corpus-with-source");
    let fresh = site::build(&input, &[]);
    let out = TempDir::new().unwrap();
    let dir = out.path().join("public");
    for pages in [0, 1, 10, 50, 200, 800] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        command.arg("build").arg(&input).arg("--out").arg(&dir).stdout(Stdio::null()).stderr(Stdio::null());
        let mut build = command.spawn().unwrap();
        while site::files(&dir).len() < pages && build.try_wait().unwrap().is_none() {}
        build.kill().unwrap();
        build.wait().unwrap();
        for name in site::files(&dir).iter().filter(|name| name.ends_with(".html")) {
            let text = fs::read_to_string(dir.join(name)).unwrap();
            assert!(text.trim_end().ends_with("</html>"), "{name} is not whole in {pages} pages");
        }
        // What stays behind must not depend on what the next build writes.
        site::build_into(&site::sample(), &dir, &[]);
    }
    site::build_into(&input, &dir, &[]);
    assert_eq!(site::files(&dir), site::files(&fresh.dir()));
    assert!(
        site::files(&dir)
            .iter()
            .all(|name| fs::read(dir.join(name)).unwrap() == fs::read(fresh.dir().join(name)).unwrap())
    );
}

/// Runs the program on a project; returns its exit code and what it printed on standard error.
fn run(command: &[&str], project: &Path) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_faqtory")).args(command).arg(project).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Articles with something to fix and to stamp.
fn write_articles(project: &Path, count: usize) {
    for (locale, text) in [("en-US", "# A\n"), ("de-DE", "---\ntitle: A\nms,.custom: 1\n---\n# A\n")] {
        let folder = project.join("content").join(locale);
        fs::create_dir_all(&folder).unwrap();
        for number in 0..count {
            fs::write(folder.join(format!("{number}.md")), text).unwrap();
        }
    }
    fs::write(project.join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
}

fn texts(dir: &Path) -> Vec<(String, Vec<u8>)> {
    site::files(dir).into_iter().map(|name| (name.clone(), fs::read(dir.join(name)).unwrap())).collect()
}

fn a_full_disk_damages_no_article() {
    let disk = TinyDisk::new();
    let project = disk.0.path().join("project");
    write_articles(&project, 3);
    let before = texts(&project);
    let filler = disk.0.path().join("filler");
    drop(fs::write(&filler, vec![b'x'; 512 << 10]));
    for command in [&["stamp"][..], &["check", "--fix"]] {
        let (code, printed) = run(command, &project);
        assert!(code == Some(1) && printed.contains("No space left on device"), "{code:?} {printed}");
        assert_eq!(texts(&project), before, "{command:?}");
    }
    fs::remove_file(&filler).unwrap();
    assert_eq!(run(&["stamp"], &project).0, Some(0));
    assert_ne!(texts(&project), before);
}

#[cfg(target_os = "linux")]
fn output_that_cannot_be_printed_is_reported() {
    let project = TempDir::new().unwrap();
    write_articles(project.path(), 1);
    let out = project.path().join("public");
    for command in [&["check", "--format", "json"][..], &["status"], &["build", "--format", "json", "--out"]]
    {
        let mut run = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        run.args(command);
        if command.contains(&"--out") {
            run.arg(&out);
        }
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = run.arg(project.path()).stdout(full).stderr(Stdio::piped()).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && !printed.contains("panicked"), "{command:?}: {printed}");
    }
}

fn two_builds_at_once_are_one() {
    let (folder, input) = (TempDir::new().unwrap(), site::sample());
    let alone = site::build(&input, &[]);
    let out = folder.path().join("public");
    let build = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        command.arg("build").arg(&input).arg("--out").arg(&out).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    for mut build in [build(), build()] {
        assert!(matches!(build.wait().unwrap().code(), Some(0 | 1)));
    }
    assert_eq!(texts(&out), texts(&alone.dir()));
}

/// Somebody saves, empties and lengthens articles while they are read: each build shows one state or another.
fn articles_that_change_while_they_are_read_stop_nothing() {
    let project = TempDir::new().unwrap();
    write_articles(project.path(), 40);
    let is_over = std::sync::atomic::AtomicBool::new(false);
    let order = std::sync::atomic::Ordering::Relaxed;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in (0..40).cycle().take_while(|_| !is_over.load(order)) {
                let article = project.path().join(format!("content/de-DE/{number}.md"));
                let text = if number % 2 == 0 { "# A\n".repeat(500) } else { String::new() };
                fs::write(article, text).unwrap();
            }
        });
        let out = project.path().join("public");
        for _ in 0..4 {
            let (code, printed) = run(&["build", "--verify", "--out", out.to_str().unwrap()], project.path());
            let (check, of_check) = run(&["check"], project.path());
            if !matches!((code, check), (Some(0 | 1), Some(0 | 1))) {
                is_over.store(true, order);
                panic!("{code:?} {printed} {check:?} {of_check}");
            }
        }
        is_over.store(true, order);
    });
}

/// What `faqtory` says of a project, and how it ends; the environment holds a secret.
#[cfg(unix)]
fn faqtory(arguments: &[&str], dir: &Path) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.args(arguments).arg(dir).env("MYTOKEN", "s3cr3t").stdin(Stdio::null());
    let output = command.output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&printed).into_owned())
}

#[cfg(unix)]
fn put(dir: &Path, path: &str, text: &str) {
    let file = dir.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// The findings of `check` that are about files as such.
#[cfg(unix)]
fn findings_of_files(dir: &Path) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = command.arg("check").arg(dir).args(["--format", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let is_of_file = |found: &&serde_json::Value| {
        matches!(found["code"].as_str().unwrap(), "symbolic-link-not-followed" | "unreadable-file")
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let line = |found: &serde_json::Value| {
        format!(
            "{} {}: {} ({})",
            text(&found["path"]),
            text(&found["code"]),
            text(&found["message"]),
            text(&found["help"])
        )
    };
    found.filter(is_of_file).map(line).collect()
}

/// A repository of git with links to what is none of its articles, to one that is, and secrets all around.
#[cfg(unix)]
fn project_with_links(dir: &Path) {
    put(dir, "CHANGELOG.md", "# Changes\n\nSound words.\n");
    put(dir, ".gitignore", "token.json\n");
    put(dir, "token.json", "s3cr3t");
    put(dir, ".env", "s3cr3t");
    put(dir, "../beside/b.md", "# s3cr3t\n");
    let names =
        ["env.txt", "config.txt", "git/config", "passwd.txt", "token.txt", "dotenv.txt", "beside/b.md"];
    let links: String = names.iter().map(|name| format!("[x]({name}) ")).collect();
    put(dir, "content/en/x.md", &format!("# X\n\n{links}\n"));
    site::git(dir, None, &["init", "-q"]);
    put(dir, ".git/config", "[x]\nsecret = s3cr3t\n");
    for (name, to) in [
        ("env.txt", "/proc/self/environ"),
        ("config.txt", "../../.git/config"),
        ("git", "../../.git"),
        ("passwd.txt", "/etc/passwd"),
        ("token.txt", "../../token.json"),
        ("dotenv.txt", "../../.env"),
        ("beside", "../../../beside"),
        ("gone.md", "nothing.md"),
        ("self.md", "self.md"),
        ("changelog.md", "../../CHANGELOG.md"),
    ] {
        std::os::unix::fs::symlink(to, dir.join("content/en").join(name)).unwrap();
    }
}

#[cfg(unix)]
fn no_link_publishes_a_secret() {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("p");
    project_with_links(&dir);
    let (code, printed) = faqtory(&["build", "--verify"], &dir);
    assert_eq!(code, Some(1), "{printed}");
    let out = dir.join("public");
    assert!(site::files(&out).len() > 10 && !printed.contains("s3cr3t"), "{printed}");
    for name in site::files(&out) {
        let text = String::from_utf8_lossy(&fs::read(out.join(&name)).unwrap()).into_owned();
        assert!(!text.contains("s3cr3t") && !text.contains("root:x:0"), "{name}");
    }
    assert!(fs::read_to_string(out.join("en/changelog/index.html")).unwrap().contains("Sound words."));

    let found = findings_of_files(&dir).join("\n");
    let expected = [
        "beside symbolic-link-not-followed: the symbolic link leads out of the project (replace the link with the file, or \
         allow that folder in faqtory.toml: `[content] follow = [\"../beside\"]`)",
        "config.txt symbolic-link-not-followed: the symbolic link leads to `.git`; files and folders with such a name are \
         never read (replace the link with the file, or remove it)",
        "dotenv.txt symbolic-link-not-followed: the symbolic link leads to `.env`; files and folders with such a name are \
         never read (replace the link with the file, or remove it)",
        "env.txt symbolic-link-not-followed: the symbolic link leads to a device, a pipe or a system file \
         (remove the link)",
        "git symbolic-link-not-followed: the symbolic link leads to `.git`; files and folders with such a name are \
         never read (replace the link with the file, or remove it)",
        "gone.md symbolic-link-not-followed: the symbolic link is broken (remove it, or point it at a file)",
        "passwd.txt symbolic-link-not-followed: the symbolic link leads out of the project (remove the link)",
        "self.md symbolic-link-not-followed: the symbolic link leads back to itself (remove it, or point it at a file)",
        "token.txt symbolic-link-not-followed: the symbolic link leads to something that git ignores (replace the link \
         with the file, or remove it)",
    ];
    assert_eq!(found, expected.map(|line| format!("content/en/{line}")).join("\n"));

    // The line that is named is the one that helps.
    put(&dir, "faqtory.toml", "[content]\nfollow = [\"../beside\"]\n");
    assert!(!findings_of_files(&dir).iter().any(|found| found.starts_with("content/en/beside")));
}

#[cfg(unix)]
fn a_missing_right_is_named() {
    use std::os::unix::fs::PermissionsExt;
    need(Need::Permissions);
    let dir = TempDir::new().unwrap();
    build(dir.path(), 2).unwrap();
    let folder = dir.path().join("he-il/0");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let mut output = Output::open(dir.path(), SiteParts::whole(["he-il".to_owned()]).unwrap(), &[]).unwrap();
    output.plan(["he-il/0/index.html".to_owned()]).unwrap();
    let refused = format!("{:#}", output.put("he-il/0/index.html", b"other").unwrap_err());
    assert!(
        refused.starts_with("cannot write he-il/0/index.html to ") && refused.contains("ermission denied"),
        "{refused}"
    );
}

#[cfg(unix)]
fn what_cannot_be_read_is_reported_and_the_rest_is_built() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let dir = folder.path();
    for path in ["en/a.md", "en/closed.md", "en/closed/b.md", "en/closed.png"] {
        put(dir, &format!("content/{path}"), "# A\n");
    }
    put(dir, "locales/en/m.ftl", "home = Start\n");
    // Longer than the system's longest path.
    let mut deep = dir.join("content/en");
    let step = "d".repeat(250);
    for _ in 0..20 {
        let next = deep.join(&step);
        if fs::create_dir(&next).is_err() {
            break;
        }
        deep = next;
    }
    assert!(Command::new("mkfifo").arg(dir.join("content/en/pipe.md")).status().unwrap().success());
    let closed = ["content/en/closed.md", "content/en/closed", "content/en/closed.png", "locales/en/m.ftl"];
    for path in closed {
        fs::set_permissions(dir.join(path), fs::Permissions::from_mode(0o000)).unwrap();
    }
    let found = findings_of_files(dir);
    let (code, printed) = faqtory(&["build"], dir);
    assert_eq!(code, Some(1), "{printed}");
    assert!(dir.join("public/en/a/index.html").is_file());
    for path in closed {
        fs::set_permissions(dir.join(path), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let about = |path: &str| found.iter().filter(|found| found.starts_with(&format!("{path} "))).count();
    assert_eq!(about("content/en/pipe.md"), 1, "{found:?}");
    // Whom permissions do not bind sees no more than the pipe and the deep folder.
    need(Need::Permissions);
    for path in closed {
        assert_eq!(about(path), 1, "{path}: {found:?}");
    }
}

#[cfg(unix)]
fn a_pipe_for_a_configuration_is_refused() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "content/en/a.md", "# A\n");
    assert!(Command::new("mkfifo").arg(folder.path().join("faqtory.toml")).status().unwrap().success());
    for command in ["build", "check", "status"] {
        let (code, printed) = faqtory(&[command], folder.path());
        assert_eq!(code, Some(2), "{printed}");
        assert!(printed.contains("faqtory.toml: it is a device, a pipe or a socket"), "{printed}");
    }
}
