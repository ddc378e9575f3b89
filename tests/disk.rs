//! A full disk and a killed build: no damaged page, and a next build that mends the rest.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what goes wrong here is a failed test"
)]

mod site;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use faqtory::output::{Output, Parts, Summary};
use tempfile::TempDir;

/// A file system of 256 KiB; `None` where this user may not make one.
struct TinyDisk(TempDir);

impl TinyDisk {
    fn new() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(folder.path());
        let is_done = mount.stderr(Stdio::null()).status().is_ok_and(|code| code.success());
        is_done.then_some(Self(folder))
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
    let mut output = Output::open(dir, Parts::whole(["he-il".to_owned()])?, &[])?;
    output.plan(paths.iter().cloned())?;
    for path in &paths {
        output.put(path, &[b'x'; 10_000])?;
    }
    output.finish()
}

#[test]
fn a_full_disk_damages_nothing() {
    // No gate can be asked for the right to mount.
    let Some(disk) = TinyDisk::new() else {
        println!("skipped: this user may not mount a small disk");
        return;
    };
    let dir = disk.dir();
    let no_room = || {
        let told = format!("{:#}", build(&dir, 100).unwrap_err());
        assert!(
            told.starts_with("cannot write he-il/") && told.contains("No space left on device"),
            "{told}"
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

#[test]
fn a_kill_damages_nothing() {
    let Some(input) = site::shared("corpus-with-source") else { return };
    let Some(fresh) = site::build(&input, &[]) else { return };
    let out = TempDir::new().unwrap();
    let dir = out.path().join("public");
    for milliseconds in [10, 20, 40, 80, 160, 320] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        command.arg("build").arg(&input).arg("--out").arg(&dir).stdout(Stdio::null()).stderr(Stdio::null());
        let mut build = command.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
        build.kill().unwrap();
        build.wait().unwrap();
        for name in site::files(&dir).iter().filter(|name| name.ends_with(".html")) {
            let text = fs::read_to_string(dir.join(name)).unwrap();
            assert!(text.trim_end().ends_with("</html>"), "{name} is not whole after {milliseconds} ms");
        }
        // What stays behind must not depend on what the next build writes.
        let sample = site::build_into(&site::sample(), &dir, &[]);
        assert!(sample.is_some());
    }
    site::build_into(&input, &dir, &[]).unwrap();
    assert_eq!(site::files(&dir), site::files(&fresh.dir()));
    assert!(
        site::files(&dir)
            .iter()
            .all(|name| fs::read(dir.join(name)).unwrap() == fs::read(fresh.dir().join(name)).unwrap())
    );
}
