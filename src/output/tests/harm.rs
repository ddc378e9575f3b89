//! What must never happen to a reader's, a writer's or a stranger's files, whatever stands in the folder.

use proptest::prelude::*;

use super::*;

#[test]
fn refuses_a_folder_that_it_did_not_make() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("thesis.txt"), "do not lose").unwrap();
    let message = error(Output::open(dir.path(), whole(), &[]));
    let name = dir.path().display();
    assert_eq!(
        message,
        format!(
            "{name} is not empty and was not made by Faqtory\nhelp: choose another folder with `--out`, or empty this one"
        )
    );
    let message = error(Output::open(&dir.path().join("thesis.txt"), whole(), &[]));
    assert_eq!(
        message,
        format!("{name}/thesis.txt is a file, not a folder\nhelp: choose another folder with `--out`")
    );
    assert_eq!(error(Output::open(Path::new(""), whole(), &[])), "the output folder has no name");
    assert_eq!(names(dir.path()), ["thesis.txt"]);
}

#[test]
fn refuses_to_write_over_its_input() {
    let dir = TempDir::new().unwrap();
    let content = dir.path().join("content");
    fs::create_dir_all(content.join("he-IL")).unwrap();
    for out in [dir.path(), &content, &content.join("he-IL/..")] {
        let message = error(Output::open(out, whole(), &[&content]));
        assert_eq!(
            message,
            format!(
                "{} contains the input {}\nhelp: choose another folder with `--out`",
                out.display(),
                content.display()
            )
        );
    }
    assert!(
        Output::open(&content.join("public"), whole(), &[&content]).is_ok(),
        "inside it is never read as input"
    );
    assert!(Output::open(&dir.path().join("new"), whole(), &[&content, Path::new("absent")]).is_ok());
}

#[test]
fn refuses_paths_that_lead_elsewhere() {
    let dir = TempDir::new().unwrap();
    let mut output = Output::open(dir.path(), whole(), &[]).unwrap();
    let paths = [
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../../x",
        "a/./x",
        "a//x",
        "a/",
        "a\0b",
        "a\nb",
        "..\\x",
        "C:\\x",
        ".faqtory/x",
    ];
    for path in paths {
        assert_eq!(
            error(output.plan([path.to_owned()])),
            format!("{path:?} is not a path a file of the site can have")
        );
    }
    output.plan(["he-il/..a/b../…/ ‏עברית/index.html".to_owned()]).unwrap();
}

#[test]
fn a_damaged_record_harms_nobody() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("public");
    build(&out, whole(), SITE);
    fs::write(dir.path().join("precious"), "1").unwrap();
    fs::write(out.join(".faqtory/root.txt"), b"../precious\n/etc/hostname\n\xFF\xFE\n.faqtory/root.txt\n\n")
        .unwrap();
    fs::write(out.join(".faqtory/fr-fr.txt"), "../precious\nhe-il/index.html\nfr-fr/index.html\n").unwrap();
    build(&out, whole(), SITE);
    assert!(dir.path().join("precious").exists());
    assert_eq!(names(&out).len(), 8);
}

#[test]
fn a_name_too_long_is_an_error_of_its_path() {
    let dir = TempDir::new().unwrap();
    let mut output = Output::open(dir.path(), whole(), &[]).unwrap();
    assert!(error(output.plan(["x/".repeat(100_000) + "x"])).ends_with("is longer than 4096 bytes"));
    drop(output);
    let long = [
        format!("he-il/{}/index.html", "א".repeat(150)),
        format!("he-il/{}", "x".repeat(256)),
        "x/".repeat(2047) + "x",
    ];
    for path in &long {
        let output = planned(dir.path(), whole(), &[(path, "")]);
        let message = error(output.put(path, b""));
        assert!(message.starts_with(&format!("cannot write {path} to ")), "{message}");
        drop(output);
        build(dir.path(), whole(), SITE);
        assert_eq!(names(dir.path()).len(), 8, "and the next build is well");
    }
}

#[cfg(unix)]
mod symlinks {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_linked_folder_is_refused() {
        let (dir, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        build(dir.path(), whole(), SITE);
        fs::remove_dir_all(dir.path().join("he-il")).unwrap();
        fs::create_dir(other.path().join("a")).unwrap();
        fs::write(other.path().join("a/index.html"), "theirs").unwrap();
        symlink(other.path(), dir.path().join("he-il")).unwrap();
        let output = planned(dir.path(), whole(), SITE);
        let link = dir.path().join("he-il");
        for path in ["he-il/index.html", "he-il/a/index.html"] {
            let message = error(output.put(path, b"ours"));
            let expected = format!(
                "cannot write {path} to {}: {} is a symbolic link\nhelp: remove it",
                dir.path().display(),
                link.display()
            );
            assert_eq!(message, expected);
        }
        drop(output);
        // Nor is anything removed through it.
        build(dir.path(), whole(), &SITE[3..]);
        assert_eq!(names(other.path()), ["a/index.html"]);
    }

    #[test]
    fn a_linked_file_is_replaced() {
        let (dir, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let theirs = other.path().join("theirs");
        fs::write(&theirs, "<p>all").unwrap();
        build(dir.path(), whole(), SITE);
        fs::remove_file(dir.path().join("index.html")).unwrap();
        symlink(&theirs, dir.path().join("index.html")).unwrap();
        build(dir.path(), whole(), SITE);
        assert!(dir.path().join("index.html").symlink_metadata().unwrap().is_file());
        assert_eq!(fs::read_to_string(&theirs).unwrap(), "<p>all");
    }

    #[test]
    fn linked_records_are_refused() {
        let (dir, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        symlink(other.path(), dir.path().join(".faqtory")).unwrap();
        assert!(
            error(Output::open(dir.path(), whole(), &[]))
                .ends_with(".faqtory is a symbolic link\nhelp: remove it")
        );
    }

    #[test]
    fn no_link_of_the_project_leads_to_the_output() {
        let (dir, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let project = dir.path().join("project");
        fs::create_dir(&project).unwrap();
        symlink(other.path(), project.join("public")).unwrap();
        symlink(other.path().join("absent"), project.join("dangling")).unwrap();
        symlink("circular", project.join("circular")).unwrap();
        symlink(".", project.join("itself")).unwrap();
        for (out, link) in [
            ("public", "public"),
            ("public/", "public"),
            ("./public/site", "public"),
            ("dangling", "dangling"),
            ("circular/site", "circular"),
            ("itself", "itself"),
            ("itself/site", "itself"),
        ] {
            let message = error(Output::open(&project.join(out), whole(), &[&project]));
            let start = format!("{} is a symbolic link in the project", project.join(link).display());
            assert!(message.starts_with(&start) && message.contains("with `--out`"), "{out}: {message}");
        }
        assert_eq!(names(other.path()), [""; 0]);
        // On the way to the project, and outside of it, links are the user's own.
        let linked = dir.path().join("linked");
        symlink(&project, &linked).unwrap();
        assert!(Output::open(&linked.join("site"), whole(), &[&linked]).is_ok());
        assert!(Output::open(&linked.join("site"), whole(), &[&project]).is_ok());
        symlink(other.path(), dir.path().join("elsewhere")).unwrap();
        assert!(Output::open(&dir.path().join("elsewhere"), whole(), &[&project]).is_ok());
        assert!(Output::open(&project.join("../elsewhere"), whole(), &[&project]).is_ok());
    }

    #[test]
    fn what_is_no_file_is_no_record() {
        let (dir, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let (out, theirs) = (dir.path().join("public"), other.path().join("theirs"));
        build(&out, whole(), SITE);
        fs::write(&theirs, "he-il/kept.html\n").unwrap();
        fs::write(out.join("he-il/kept.html"), "").unwrap();
        let record = |name: &str| out.join(".faqtory").join(name);
        fs::remove_file(record("he-il.txt")).unwrap();
        symlink(&theirs, record("he-il.txt")).unwrap();
        fs::remove_file(record("root.txt")).unwrap();
        symlink("/dev/zero", record("root.txt")).unwrap();
        symlink("/dev/zero", record("de-de.txt")).unwrap();
        fs::create_dir(record("zz.txt")).unwrap();
        let pipe = std::process::Command::new("mkfifo").arg(record("fr-fr.txt")).status().unwrap();
        assert!(pipe.success());
        let huge = fs::File::create(record("it-it.txt")).unwrap();
        huge.set_len(10 << 30).unwrap();
        build(&out, whole(), SITE);
        assert!(out.join("he-il/kept.html").exists(), "what a link names is not removed");
        assert_eq!(fs::read_to_string(&theirs).unwrap(), "he-il/kept.html\n");
        for name in ["he-il.txt", "root.txt"] {
            assert!(record(name).symlink_metadata().unwrap().is_file(), "{name}");
        }
        fs::remove_file(record("root.txt")).unwrap();
        fs::create_dir(record("root.txt")).unwrap();
        let message = error(Output::open(&out, whole(), &[]));
        assert!(message.ends_with("root.txt is a folder, but must be a file\nhelp: remove it"), "{message}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the paths are: no panic, and nothing stands outside the output folder.
    #[test]
    fn no_path_leads_out(paths in prop::collection::vec("[a./\\\\ :\0\u{202e}é~-]{0,12}|\\PC{0,20}", 1..6)) {
        let dir = TempDir::new().unwrap();
        let out = dir.path().join("a/out");
        let mut output = Output::open(&out, whole(), &[]).unwrap();
        for path in &paths {
            if output.plan([path.clone()]).is_ok() {
                let _ = output.put(path, b"x");
            }
        }
        output.finish().unwrap();
        prop_assert!(names(dir.path()).iter().all(|name| name.starts_with("a/out/")));
        // All of it is on record: a build of nothing leaves nothing.
        build(&out, whole(), &[]);
        prop_assert_eq!(names(&out).len(), 3);
    }
}
